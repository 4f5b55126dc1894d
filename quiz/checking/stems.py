"""Rules on how a question is worded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.checking.cuts import cut
from quiz.checking.item import SET_KINDS, Finding, Item, words_of
from quiz.deck.fields import shown
from quiz.deck.model import GAP

LONGEST = 60
"""Words of a question that is read in one go; the literature gives no number, this is some 20 seconds of reading."""

ASKING = re.compile(
    r"(?:(?:in|at|on|by|for|from|to|with|under|during|of|about|after|before|since|until|into|over) )?"
    r"(?:who|whom|whose|what|which|when|where|why|how)\b",
    re.IGNORECASE,
)
OPEN_END = re.compile(r"(?:[:…_]|\.\.\.|-)[\"”’')]*$")

BE = r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|must)"
EMPHASISED = r"(?<![*_])"
NEGATIVE = re.compile(
    rf"^(?i:(?:all|which|what|who|where|when)\b(?:(?!\b(?:who|that|which|whether|if|because)\b)[^,;:“\"]){{0,60}}?)"
    rf"(?:\b(?i:{BE}) (?:\w+ )??{EMPHASISED}(?P<not>not|n't)\b|{EMPHASISED}\b(?i:{BE})(?P<nt>n['’]t)\b)"
)
EXCEPT = re.compile(
    rf"{EMPHASISED}\b(?P<not>except)\b(?= for\b|[:?.…]|$)|\b(?i:all)\b[^.?!]{{1,80}}{EMPHASISED}\b(?P<nt>except)\b"
)
FALSE = re.compile(
    rf"^(?i:(?:which|what|who)\b[^,;:]{{0,60}}?\b(?:is|are|was|were)) {EMPHASISED}"
    r"(?P<not>false|untrue|incorrect|wrong|least(?= \w+))(?=[ ?:.]|$)"
)
DOUBLE = re.compile(
    r"\b(?:not|never|n't) (?:un(?:common|usual|likely|important|true|known|able|happy|reasonable|necessary|acceptable)"
    r"|im(?:possible|probable|portant)|in(?:correct|frequent|accurate|effective)|without|never|except)\b"
)
MANY_NEGATIVES = re.compile(r"\b(?:not|never|no|none|neither|nor|except|without|cannot|\w+n't)\b")
ABSOLUTE = re.compile(
    r"\b(always|never|absolutely|invariably|under no circumstances|without exception)\b", re.IGNORECASE
)
CERTAIN = frozenset("always never absolutely invariably circumstances exception".split())
"""Words without which none of these stands in a text."""

QUOTED = re.compile('“[^“”]*”|"[^"]*"|„[^„“]*“|«[^«»]*»')
"""Words of somebody else, whatever they say."""

NEGATIVES = frozenset(
    "not except false untrue incorrect wrong least isn't aren't wasn't weren't don't doesn't didn't hasn't haven't "
    "hadn't can't cannot couldn't won't wouldn't shouldn't mustn't".split()
)
DOUBLES = frozenset("not never except".split())
ABSOLUTES = frozenset("always never absolutely invariably under without".split())


def answer_told(item: Item) -> Iterator[Finding]:
    """Find the answer within its own question; a question that offers two answers ("A or B") may hold it."""
    card = item.card
    if card.kind in SET_KINDS or len(card.answer) < 3:
        return
    answer = " ".join(item.answering)
    if len(answer) < 3 or f" {answer} " not in item.folded:
        return
    if f" {answer} or " in item.folded or f" or {answer} " in item.folded or f" or the {answer} " in item.folded:
        return
    if card.distractors and all(f" {' '.join(words_of(wrong))} " in item.folded for wrong in card.distractors):
        return
    if re.search(rf"[\"“‘'`*«„]{re.escape(card.answer.strip())}[,.?!]?[\"”’'`*»“]", item.stem, re.IGNORECASE):
        return  # a word that is asked about: the plural of "sheep"
    yield (
        "answer-in-question",
        item.spot(card.answer, "question", "cloze"),
        f"the question holds its answer, `{shown(card.answer)}`",
        "ask without it",
    )


def unmarked(item: Item) -> Iterator[Finding]:
    """Find a question without a question mark."""
    text = item.card.question.strip()
    if "?" in text or "？" in text or item.card.kind == "truefalse" or not ASKING.match(text):
        return
    if GAP not in text and "{{" not in text and not OPEN_END.search(text) and not any(cut(item)):
        yield "no-question-mark", item.at("question"), "the question has no question mark", "end it with `?`"


def lengthy(item: Item) -> Iterator[Finding]:
    """Find a question that is longer than one reads in one go."""
    if (count := len(item.words)) > LONGEST:
        hint = f"up to {LONGEST} words are read in one go; leave out what is not needed to answer"
        yield "long-question", item.at("question", "cloze"), f"the question is {count} words long", hint


def negative(item: Item) -> Iterator[Finding]:
    """Find a question for what is not so, whose "not" is easily read over; one that is emphasised is not."""
    if not item.card.question:
        return
    question = QUOTED.sub("", item.written.question)
    if found := NEGATIVE.search(question) or EXCEPT.search(question) or FALSE.search(question):
        word = found[found.lastgroup or 0]
        loud = "NOT" if word in ("n't", "n’t") else word.upper()
        message = f"the question turns on `{word}`, which is easily read over"
        yield "negative-question", item.at("question"), message, f"ask for what is so, or write {loud}"


def double_negative(item: Item) -> Iterator[Finding]:
    """Find a question or statement with two negatives that undo each other."""
    if DOUBLE.search(item.folded):
        yield "double-negative", item.at("question", "cloze"), "two negatives stand together", "say it positively"
    elif NEGATIVE.search(item.written.question) and len(MANY_NEGATIVES.findall(item.folded)) > 1:
        yield (
            "double-negative",
            item.at("question", "cloze"),
            "a negative question holds a second negative",
            "say one of them positively",
        )


def absolute(item: Item) -> Iterator[Finding]:
    """Find a word in a true-or-false statement that gives away that it is false."""
    if item.card.kind == "truefalse" and (found := ABSOLUTE.search(QUOTED.sub("", item.card.question))):
        hint = "few things are always so, and who knows that need not know more; leave it out"
        yield "absolute-word", item.at("question"), f"`{found[0]}` gives away that the statement is false", hint
