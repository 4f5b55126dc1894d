"""Asks how long after or before another event something happened: "Eight days later he had the man murdered"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from quiz.facts.model import Figure, Sentence, Word
from quiz.questions.answers.written import answer_of
from quiz.questions.asking.happening import MODALS, STATES, happens
from quiz.questions.asking.inversion import inverted, judged, qualifying
from quiz.questions.clauses.clause import Clause, governor
from quiz.questions.clauses.reality import unreal
from quiz.questions.draft import Draft
from quiz.questions.reference.replaced import Standing
from quiz.questions.scene import Scene

AFTER = frozenset("later after afterwards afterward thereafter".split())
BEFORE = frozenset("earlier before previously".split())
THAT = frozenset("that this".split())
LONGEST = 16
"""Words of the event a time is reckoned from."""
BESIDE = 5
"""Points less than for a question that needs one event only."""
MOVES_ON = re.compile(
    r"\b(?:eventually|finally|subsequently|later|soon|thereafter|meanwhile|until|ever|today|now|nowadays|recently|"
    r"would|will|could|might|if|unless)\b",
    re.IGNORECASE,
)
"""What between an event and a time leaves in doubt whether it is reckoned from that event."""
HABIT = re.compile(r"\b(?:usually|often|always|sometimes|every|each|never|normally)\b", re.IGNORECASE)
"""What a sentence tells that happened more than once, or never."""


@dataclass(frozen=True, slots=True)
class Event:
    """An event as a statement, the sentence that tells it, and how its words stand alone."""

    at: int
    told: str
    who: str
    standing: Standing


def of_interval(scene: Scene, at: int, figure: Figure, words: Sequence[Word]) -> Iterator[Draft]:
    """How long after the event told before it the clause happened that opens or ends with "so much later"."""
    sentence = scene.sentences[at]
    if lead := _told_behind(sentence, words):
        yield from _from_told(scene, at, figure, words, lead)
        return
    side, gone = _reckoning(sentence, words)
    verb = governor(sentence, words[-1].i)
    found = scene.of_verb(sentence, verb) if verb else None
    if not side or not verb or not found or found.verb.tag == "VBG" or unreal(sentence, words[0].i):
        return
    event = _event_before(scene, at, found, words[0])
    if event is None:
        return
    question, standing = inverted(scene, at, found, (f"How long {side} {event.told}",), gone)
    if standing is None or not _once_done(found):
        return
    question = _once(scene, question, event, found, scene.stated(at, found.subject, standing))
    standing.doubts += event.standing.doubts
    draft = Draft(figure, sentence, scene.passage(at), answer_of(figure), question)
    told = (scene.passage(event.at),) if event.at != at else ()
    draft = replace(draft, evidence=(*told, *(s.span for s in event.standing.evidence)))
    yield judged(draft.less(BESIDE, "reckoned from another event"), standing)


def _told_behind(sentence: Sentence, words: Sequence[Word]) -> Word | None:
    """The word that leads to what a time is reckoned from behind it: "before she died", "after the war"."""
    lead = next(iter(sentence.words[words[-1].i + 1 : words[-1].i + 2]), None)
    bound = words[0].i > 0 and sentence.words[words[0].i - 1].pos in ("DET", "ADP", "PRON")
    if lead is None or bound or lead.lower not in ("after", "before"):
        return None
    if lead.dep == "mark":
        return lead if sentence.words[lead.head].dep == "advcl" else None
    led = sentence.kids(lead.i, "pobj")
    return lead if lead.dep == "prep" and led and led[0].pos in ("NOUN", "PROPN") else None


def _from_told(scene: Scene, at: int, figure: Figure, words: Sequence[Word], lead: Word) -> Iterator[Draft]:
    """How long before or after what is told behind the time the main clause happened."""
    sentence = scene.sentences[at]
    top = sentence.words[lead.head] if lead.dep == "mark" else lead
    told = [i for i in sentence.subtree(top.i) if i > lead.i]
    gone = {*told, *range(words[0].i, lead.i + 1), *sentence.subtree(top.i)}
    verb = governor(sentence, top.i)
    found = scene.of_verb(sentence, verb) if verb else None
    joined = sentence.kids(top.i, "conj")
    if not found or joined or not _once_done(found) or unreal(sentence, words[0].i) or len(told) > LONGEST:
        return
    question, standing = inverted(scene, at, found, ("How long", lead.lower, *told), gone)
    if standing:
        yield judged(Draft(figure, sentence, scene.passage(at), answer_of(figure), question), standing)


def _once_done(found: Clause) -> bool:
    """Whether a clause tells what was done at some moment: no state, nothing that only may be."""
    caused = any(w.tag == "VBN" for w in found.sentence.kids(found.verb.i, "ccomp", "xcomp"))
    possible = any(a.lower in MODALS or a.tag == "MD" for a in found.auxiliaries)
    passive = any(a.dep == "auxpass" for a in found.auxiliaries)
    return not possible and (caused or passive or found.verb.lemma not in STATES)


def _reckoning(sentence: Sentence, words: Sequence[Word]) -> tuple[str, AbstractSet[int]]:
    """Whether a length of time is told to be after or before what was told, and the words that tell so."""
    behind = sentence.words[words[-1].i + 1 : words[-1].i + 3]
    gone = {w.i for w in words}
    if not behind or behind[0].lower not in AFTER | BEFORE:
        return "", gone
    side = "after" if behind[0].lower in AFTER else "before"
    gone |= {behind[0].i, *(k for w in words for k in sentence.subtree(w.i) if k < words[-1].i)}
    if len(behind) > 1 and behind[1].lower in THAT and sentence.words[behind[1].head].i == behind[0].i:
        return side, gone | {behind[1].i}
    free = len(behind) == 1 or behind[1].pos in ("PUNCT", "VERB", "AUX", "CCONJ", "ADP") or words[0].i == 0
    return (side if free or behind[0].lower in ("later", "earlier", "previously") else ""), gone


def _event_before(scene: Scene, at: int, found: Clause, first: Word) -> Event | None:
    """The one event told right before: by the verb it is joined to, or by the sentence before in its paragraph."""
    sentence = found.sentence
    above = sentence.words[found.verb.head]
    if found.verb.dep == "conj" and above.pos == "VERB" and above.i < first.i:
        place, verb = at, above
    elif found.verb.head == found.verb.i and at and scene.sentences[at - 1].block is sentence.block:
        place, verb = at - 1, _last_told(scene.sentences[at - 1])
    else:
        return None
    before = scene.sentences[place]
    clause = scene.of_verb(before, verb)
    if clause is None or not _single(scene, before, clause) or unreal(before, verb.i):
        return None
    text = scene.document.text
    if MOVES_ON.search(text, before.words[verb.i].start, first.start) or HABIT.search(
        text, before.span.start, first.start
    ):
        return None
    return _event(scene, place, clause)


def _last_told(sentence: Sentence) -> Word:
    """The last of the verbs that are joined to the main one of a sentence."""
    verb = sentence.root()
    while joined := [w for w in sentence.kids(verb.i, "conj") if w.tag == "VBD" and w.i > verb.i]:
        verb = joined[-1]
    return verb


def _single(scene: Scene, sentence: Sentence, clause: Clause) -> bool:
    """Whether a clause tells of one past event that no other time of its sentence leaves in doubt."""
    past = clause.verb.tag == "VBD" or any(a.tag == "VBD" and a.lemma != "have" for a in clause.auxiliaries)
    return past and happens(clause) and len(scene.dates_in(sentence.span)) <= 1


def _event(scene: Scene, at: int, clause: Clause) -> Event | None:
    """An event as a short statement that stands alone."""
    for gone in (set[int](), {i for part in clause.rest for i in qualifying(clause.sentence, part)}):
        _, standing = inverted(scene, at, clause, ("When",), gone)
        if standing and standing.told and len(standing.told.split()) <= LONGEST:
            return Event(at, standing.told, scene.stated(at, clause.subject, standing), standing)
    return None


def _once(scene: Scene, question: str, event: Event, found: Clause, who: str) -> str:
    """The question with a pronoun for the subject both events share."""
    own = found.sentence.words[found.subject[-1]]
    person = scene.facts.people.find(who)
    pronoun = own.lower if len(found.subject) == 1 and own.pos == "PRON" else ""
    if person and not pronoun:
        pronoun = {"m": "he", "f": "she"}.get(person.gender, "")
    if not person and not pronoun:
        pronoun = "they" if own.tag in ("NNS", "NNPS") else "it"
    lead = len(f"How long after {event.told}") - 1
    if who != event.who or not pronoun or who not in question[lead:]:
        return question
    return question[:lead] + question[lead:].replace(who, pronoun, 1)
