"""Asks for a date that stands with an event's name: "the 1828 Treaty of Turkmenchay", "the fall of Bilbao in 1937"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quiz.facts.model import Date, Sentence, Word
from quiz.questions.asking.inversion import asked, judged
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.clauses.when import when, written
from quiz.questions.draft import Draft
from quiz.questions.reference.replaced import Standing
from quiz.questions.scene import Scene, head_of

EVENTS: dict[str, tuple[str, str]] = {
    noun: (before, after)
    for nouns, before, after in (
        ("war conflict battle siege campaign duel", "be", "fought"),
        (
            "treaty agreement convention accord pact protocol armistice truce ceasefire charter alliance deal",
            "be",
            "concluded",
        ),
        (
            "election referendum summit conference congress olympics census trial ceremony exhibition festival",
            "be",
            "held",
        ),
        (
            """
            revolution coup uprising rising insurrection putsch revolt rebellion crisis attack earthquake invasion
            massacre famine eruption
            """,
            "did",
            "take place",
        ),
        (
            "visit trip voyage expedition strike riot disaster explosion flood epidemic pandemic mutiny raid march",
            "did",
            "take place",
        ),
        (
            "meeting speech debate launch landing collapse crash merger assassination murder coronation wedding",
            "did",
            "take place",
        ),
        (
            """
            fall defeat victory resignation abdication surrender conquest capture annexation occupation partition
            unification arrival departure return flight escape retreat evacuation sack outbreak execution arrest
            dissolution dismissal overthrow bombing shooting kidnapping eclipse sinking blockade blackout drought
            """,
            "did",
            "take place",
        ),
        ("law act bill decree statute ordinance amendment", "be", "passed"),
        ("book novel report paper essay article pamphlet album study survey", "be", "published"),
        ("film movie documentary", "be", "released"),
    )
    for noun in nouns.split()
}


LIFE_EVENTS = {"death": ("did", "die"), "birth": ("was", "born"), "murder": ("was", "murdered")}


def of_noun(scene: Scene, at: int, date: Date, words: Sequence[Word]) -> Iterator[Draft]:
    """The date is part of a name or noun phrase, before its noun or behind it with "in", "of" or "on"."""
    sentence = scene.sentences[at]
    noun, gone = _dated_noun(sentence, words)
    if noun is None or date.modifier:
        return
    phrase = [i for i in noun_phrase(sentence, noun.i, joined=False) if i not in gone]
    standing = scene.referents.stand(at, phrase)
    if not phrase or standing is None or sentence.words[phrase[0]].lower in ("a", "an"):
        return
    if noun.lemma.lower() in LIFE_EVENTS:
        told = _of_person(scene, at, noun, standing)
    else:
        told = of_event(scene, at, noun, phrase, standing)
    if told:
        question = asked(f"{when(date, 'on' if date.grain == 'day' else 'in')} {told}")
        yield judged(Draft(date, sentence, scene.passage(at), written(date), question), standing)


def _dated_noun(sentence: Sentence, words: Sequence[Word]) -> tuple[Word | None, set[int]]:
    """The event a date stands with, and the words that date it."""
    gone = {w.i for w in words}
    noun = sentence.words[head_of(words).head]
    if noun.lower in ("in", "of", "on") and noun.dep == "prep":
        gone |= {noun.i}
        noun = sentence.words[noun.head]
    known = _kind(noun) in EVENTS or noun.lemma.lower() in LIFE_EVENTS
    return (noun if known and (noun.pos in ("NOUN", "PROPN") or _kind(noun) == noun.lower) else None), gone


def _kind(noun: Word) -> str:
    """The noun of an event: "rising" too, which the parser takes for a verb."""
    return noun.lower if noun.tag == "VBG" and noun.lower in EVENTS else noun.lemma.lower()


def of_event(scene: Scene, at: int, noun: Word, phrase: Sequence[int], standing: Standing) -> str:
    """What is asked of an event behind "In what year"; empty where its name does not say which one it is."""
    sentence = scene.sentences[at]
    text = scene.stated(at, phrase, standing)
    if not _specific(sentence, phrase, noun):
        return ""
    if not re.match(r"(?:the|his|her|their|its)\b|.*[’']s? ", text, re.IGNORECASE):
        text = f"the {text}"
    text = re.sub(r"^The\b", "the", text)
    before, after = EVENTS[_kind(noun)]
    helper = before if before == "did" else ("were" if noun.tag in ("NNS", "NNPS") else "was")
    standing.told = f"{text} took place" if before == "did" else f"{text} {helper} {after}"
    return f"{helper} {text} {after}"


def _of_person(scene: Scene, at: int, noun: Word, standing: Standing) -> str:
    """The death or birth of somebody, asked with a verb."""
    sentence = scene.sentences[at]
    owner = sentence.kids(noun.i, "poss") or [
        o for p in sentence.kids(noun.i, "prep") for o in sentence.kids(p.i, "pobj")
    ]
    if len(owner) != 1 or (owner[0].pos != "PROPN" and owner[0].i not in standing.instead):
        return ""
    whole = [i for i in noun_phrase(sentence, owner[0].i) if sentence.words[i].tag != "POS"]
    text = re.sub(r"[’']s?$", "", scene.stated(at, whole, standing))
    helper, verb = LIFE_EVENTS[_kind(noun)]
    return f"{helper} {text} {verb}"


def _specific(sentence: Sentence, phrase: Sequence[int], noun: Word) -> bool:
    return any(sentence.words[i].pos == "PROPN" and (i != noun.i or len(phrase) > 2) for i in phrase)
