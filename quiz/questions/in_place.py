"""Asks for a figure where it stands: "The report puts the loss at how many years?", where nothing can be fronted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.facts.model import Figure, Sentence, Word
from quiz.facts.unit_words import UNITS
from quiz.questions.answers import STRICT, answer_of, bare_answer
from quiz.questions.clause import SUBJECTS
from quiz.questions.draft import IN_PLACE, Draft
from quiz.questions.interrogative import COLLECTIVE, COUNTABLE, ODDS, plural_unit
from quiz.questions.scene import Scene, head_of

LONGEST = 26
"""Words of a statement that can be taken in before its end tells that it asks."""
BEHIND = 12
GAP = re.compile(r"\{\{(.*?)\}\}")
# What cannot stand before "how many": another word that counts or points out, or one that is bound to the number.
DETERMINED = re.compile(
    r"\b(?:the|this|that|these|those|its|their|his|her|our|another|other|all|both|an?|a\(n\)|first|last|next|past|"
    r"only|just|same|extra|further|each|every|no|top|bottom|plus|minus|as|or|[\w.]+[’']s?|[-–$£€])\s?$",
    re.IGNORECASE,
)
# What goes on with a number behind it: a second number, a unit that is no figure's, a compound.
GOING_ON = re.compile(
    r"^(?:[-–]|,?\s(?:and|or|to)\s(?:[\d$£€]|\w+[-\s](?:hundred|thousand|million))|\s?[%°\d(]|\s(?:or so|and more|odd|days?|hours?)\b)"
)


def in_place(scene: Scene, draft: Draft, figure: Figure, words: Sequence[Word]) -> Iterator[Draft]:
    """The question that a cloze becomes by asking in its gap; none where English would not ask there."""
    sentence = draft.sentence
    gap = GAP.search(draft.cloze)
    ask = _asking(sentence, figure, words)
    opening = bool(gap and not gap.start())
    verb = _main_verb(scene, draft, words)
    if not gap or not ask or not _open(draft.cloze, gap) or not _behind_verb(sentence, verb, words, opening=opening):
        return
    if not opening and _of_another_clause(sentence, words[0], verb):
        return
    bound = figure.bound.lower()
    ask = f"{bound} {ask}" if bound in STRICT and not ask.startswith("by ") else ask
    text = draft.cloze[: gap.start()] + ask + draft.cloze[gap.end() :]
    text = re.sub(r"[.!]([”’\"]?)$", r"\1?", text)
    reasons = tuple(IN_PLACE if reason == "cloze" else reason for reason in draft.reasons)
    answer = bare_answer(figure) if bound in STRICT else draft.answer
    accept = () if answer == answer_of(figure) else (answer_of(figure),)
    yield replace(draft, cloze="", question=text[:1].upper() + text[1:], answer=answer, accept=accept, reasons=reasons)


def _open(cloze: str, gap: re.Match[str]) -> bool:
    """Whether a statement is short, one, and lets a question stand in its gap."""
    before, behind = cloze[: gap.start()], cloze[gap.end() :]
    if len(cloze.split()) > LONGEST or len(behind.split()) > BEHIND or re.search(r"[;:“”\"]|\s[–—-]\s", cloze):
        return False
    return not DETERMINED.search(before) and not GOING_ON.match(behind)


def _main_verb(scene: Scene, draft: Draft, words: Sequence[Word]) -> Word:
    """The verb of the clause that a cloze shows, or of its sentence where it shows more."""
    sentence = draft.sentence
    found = scene.clause_of(sentence, words[0].i)
    root = sentence.root()
    whole = not found or root.i in found.words() or re.search(rf"\b{re.escape(root.text)}\b", draft.cloze)
    return root if whole or not found else found.verb


def _behind_verb(sentence: Sentence, verb: Word, words: Sequence[Word], *, opening: bool) -> bool:
    """Whether a figure stands behind the main verb or in its subject, not in what comes before both."""
    at = words[0]
    if at.i > verb.i:
        return True
    while at.head not in (verb.i, at.i):
        at = sentence.words[at.head]
    start = sentence.subtree(at.i)[0]
    parted = any(w.text in (",", "—", "–") for w in sentence.words[start : words[0].i])
    return at.dep in SUBJECTS and (opening or (start == 0 and not parted))


def _of_another_clause(sentence: Sentence, word: Word, verb: Word) -> bool:
    """Whether a word stands in a second main clause, or in one that is held against the first: "while 9 percent ..."."""
    at = word
    while at.i not in (at.head, verb.i):
        if at.pos in ("VERB", "AUX") and sentence.kids(at.i, *SUBJECTS):
            held = any(m.lower in ("while", "whereas") for m in sentence.kids(at.i, "mark"))
            return at.dep in ("conj", "ccomp", "parataxis") and at.i > sentence.words[at.head].i or held
        at = sentence.words[at.head]
    return False


def _asking(sentence: Sentence, figure: Figure, words: Sequence[Word]) -> str:
    """The words that ask for a figure in its place; "" where there are none."""
    behind = sentence.words[words[-1].i + 1 :][:3]
    of = bool(behind) and behind[0].lower == "of"
    if figure.unit.startswith("money:"):
        return "how much" + (f" a {figure.per}" if figure.per and figure.per in figure.text else "")
    if figure.unit == "share" and ODDS.search(figure.text) and (behind[0].pos != "AUX" or words[1].pos == "NOUN"):
        return ""
    if figure.unit in ("percent", "share"):
        return _part(figure, behind, of=of)
    if figure.unit in UNITS and not re.search(r"[-–][a-z]", figure.text):
        return f"how many {plural_unit(figure, words)}"
    counts = (
        of
        or (behind and behind[0].lower in ("more", "fewer", "less"))
        or any(w.tag in COUNTABLE or w.lower in COLLECTIVE for w in behind[:2])
        or _counted(sentence, words)
    )
    return "how many" if figure.unit == "" and counts else ""


def _part(figure: Figure, behind: Sequence[Word], *, of: bool) -> str:
    if of:
        return "what share"
    if behind and behind[0].pos in ("DET", "PRON"):
        return ""
    if behind and behind[0].pos in ("NOUN", "PROPN", "ADJ") and behind[0].tag not in ("JJR", "RBR"):
        return ""
    return "what percentage" if figure.unit == "percent" else "what fraction"


def _counted(sentence: Sentence, words: Sequence[Word]) -> bool:
    """Whether a bare number counts a noun that stands close behind it."""
    head = head_of(words)
    noun = sentence.words[head.head]
    return head.dep == "nummod" and noun.tag in COUNTABLE and words[-1].i < noun.i <= words[-1].i + 4
