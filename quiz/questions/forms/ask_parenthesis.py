"""Asks for a date that stands alone in parentheses: of an event named before it, or of what the clause tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.documents.model import Span
from quiz.facts.model import Date, Sentence, Word
from quiz.questions.asking.inversion import asked, inverted, judged
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.clauses.when import when, written
from quiz.questions.draft import Draft
from quiz.questions.forms.ask_event import EVENTS, of_event
from quiz.questions.reference.salience import TIMES
from quiz.questions.scene import Scene

ALONE = re.compile(r"\(\s?(?:in|on)?\s?$", re.IGNORECASE)
DONE = re.compile(
    r"\((?P<verb>[a-z]+ed|built|born|made|written|begun|won|lost|sold|bought|found|drawn|shot|hung|sunk|taken|given|known|"
    r"chosen|put|set|cut|laid|held|sent|torn|rebuilt|rewritten)(?P<with>(?:\s[^\s();:,]+){0,5})\s(?P<in>in|on|around|by)\s$"
)
"""What opens a parenthesis that tells when something was done to what stands before it: "(founded in 1820)"."""
PAST = dict(
    pair.split(":")
    for pair in """
    opened:open closed:close died:die began:begin ended:end fell:fall came:come appeared:appear arrived:arrive
    started:start sank:sink burned:burn burnt:burn collapsed:collapse followed:follow joined:join left:leave won:win
    resigned:resign retired:retire moved:move returned:return merged:merge broke:break went:go
    """.split()
)
"""What may happen in a parenthesis, with the form it is asked for by."""
CLAUSE = re.compile(
    r"\((?P<who>(?:[Tt]he )?(?:[a-z]+ (?:of )?)?[A-Z][\w’'-]*(?: (?:of|the|and|de|[A-Z][\w’'-]*))*(?: [a-z]+)?) "
    rf"(?:(?P<verb>{'|'.join(PAST)})|(?P<be>was|were) (?P<done>[a-z]+(?:ed|en|wn|lt|nt|ld|ht)))"
    r"(?P<with>(?: [^\s();:,]+){0,5}) (?P<in>in|on|around|by) $"
)
"""A clause in parentheses about something named: "(the Bank of Lund opened in 1882)"."""
BEHIND = re.compile(r"(?P<rest>[^();:,]{0,70})\)")
POINTS = re.compile(
    r"\b(?:he|she|it|they|him|her|them|his|its|their|this|that|these|those|there|I|we|my|our|when|which|who|while|and)\b"
)
WIDEST = 90
"""Characters of a parenthesis before its date."""
LATER = frozenset("later earlier afterwards after before time".split())


def of_parenthesis(scene: Scene, at: int, date: Date) -> Iterator[Draft]:
    """The date of "the Tennis Court Oath (20 June 1789)" or of "he left two years later (218 BC)"."""
    text, sentence = scene.document.text, scene.sentences[at]
    yield from _done(scene, at, date)
    yield from _clause(scene, at, date)
    opening = text.rfind("(", max(0, date.span.start - 5), date.span.start)
    if opening < 0 or not ALONE.search(text[opening : date.span.start]) or text[date.span.end] != ")" or date.modifier:
        return
    before = [w for w in sentence.words if w.end <= opening]
    if not before:
        return
    noun = _event(sentence, before[-1])
    if noun is not None:
        yield from _dated(scene, at, date, noun)
    else:
        yield from _reckoned(scene, at, date, before[-1])


def _event(sentence: Sentence, word: Word) -> Word | None:
    """The event a phrase that ends with this word names."""
    while word.dep in ("pobj", "prep", "compound", "nmod", "amod", "poss", "conj", "appos"):
        if word.lemma.lower() in EVENTS and word.pos in ("NOUN", "PROPN"):
            return word
        word = sentence.words[word.head]
    return word if word.lemma.lower() in EVENTS and word.pos in ("NOUN", "PROPN") else None


def _dated(scene: Scene, at: int, date: Date, noun: Word) -> Iterator[Draft]:
    sentence = scene.sentences[at]
    phrase = noun_phrase(sentence, noun.i, joined=False)
    standing = scene.referents.stand(at, phrase)
    told = of_event(scene, at, noun, phrase, standing) if standing else ""
    if standing and told and sentence.words[phrase[0]].lower not in ("a", "an"):
        question = asked(f"{when(date, 'on' if date.grain == 'day' else 'in')} {told}")
        yield judged(Draft(date, sentence, scene.passage(at), written(date), question), standing)


def _reckoned(scene: Scene, at: int, date: Date, word: Word) -> Iterator[Draft]:
    """The date says when the clause happened whose vaguer time stands before it."""
    sentence = scene.sentences[at]
    if word.lower not in LATER and word.lemma not in TIMES:
        return
    found = scene.clause_of(sentence, word.i)
    part = found and found.holding(word.i)
    if not found or not part or word.i in found.subject or part[-1] != word.i:
        return
    lead = when(date, "on" if date.grain == "day" else "in")
    question, standing = inverted(scene, at, found, (lead,), set(part))
    if standing:
        yield judged(Draft(date, sentence, scene.passage(at), written(date), question), standing)


def _done(scene: Scene, at: int, date: Date) -> Iterator[Draft]:
    """The date of "General Sherman (appointed in 1867 to pacify the plains)"."""
    text, sentence = scene.document.text, scene.sentences[at]
    opening = text.rfind("(", max(0, date.span.start - WIDEST), date.span.start)
    lead = DONE.match(text[opening : date.span.start]) if opening >= 0 else None
    rest = BEHIND.match(text, date.span.end) if lead else None
    before = [w for w in sentence.words if w.end <= opening]
    if not lead or not rest or not before or POINTS.search(f"{lead['with']} {rest['rest']}"):
        return
    noun = before[-1]
    while noun.dep in ("compound", "pobj", "prep") and sentence.words[noun.head].i < noun.i:
        noun = sentence.words[noun.head]
    subject = [i for i in noun_phrase(sentence, noun.i) if i <= before[-1].i]
    standing = scene.referents.stand(at, subject) if noun.pos in ("NOUN", "PROPN") else None
    if standing is None or subject[-1] != before[-1].i or sentence.words[subject[0]].lower in ("a", "an"):
        return
    helper = "were" if noun.tag in ("NNS", "NNPS") else "was"
    told = f"{helper} {scene.stated(at, subject, standing)} {lead['verb']}{lead['with']}{rest['rest']}"
    question = asked(f"{when(date, lead['in'])} {' '.join(told.split())}")
    passage = Span(min(scene.passage(at).start, opening), max(scene.passage(at).end, rest.end()))
    yield judged(Draft(date, sentence, passage, written(date), question), standing)


def _clause(scene: Scene, at: int, date: Date) -> Iterator[Draft]:
    """The date of "he founded a central bank (the Bank of Lund opened in 1882)"."""
    text = scene.document.text
    opening = text.rfind("(", max(0, date.span.start - WIDEST), date.span.start)
    told = CLAUSE.match(text[opening : date.span.start]) if opening >= 0 else None
    rest = BEHIND.match(text, date.span.end) if told else None
    if not told or not rest or POINTS.search(f"{told['who']}{told['with']} {rest['rest']}"):
        return
    who = re.sub(r"^The\b", "the", told["who"])
    asks = f"{told['be']} {who} {told['done']}" if told["be"] else f"did {who} {PAST[told['verb']]}"
    question = asked(f"{when(date, told['in'])} {asks}{told['with']}{rest['rest']}")
    passage = Span(min(scene.passage(at).start, opening), max(scene.passage(at).end, rest.end()))
    yield Draft(date, scene.sentences[at], passage, written(date), question)
