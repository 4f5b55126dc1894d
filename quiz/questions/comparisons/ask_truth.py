"""Asks whether a statement is true: as the document has it, or with one date, figure or speaker of it exchanged."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from quiz.deck.cloze import MARKED, gaps
from quiz.deck.identity import card_id
from quiz.deck.model import Card
from quiz.facts.model import Date, Figure, Quote, Sentence
from quiz.questions.answers.number_form import NUMBER, plain_value
from quiz.questions.asking.counted import counted
from quiz.questions.comparisons.asked import PER_FACTS, Asked, clear
from quiz.questions.comparisons.events import dated, happened
from quiz.questions.distractors.chance import Chance
from quiz.questions.distractors.year_gaps import widest_gap
from quiz.questions.scene import Scene

SHORTEST, LONGEST = 5, 24
"""Words of a statement; in a longer one nobody knows which of its claims is meant."""
FULL = 100
"""Points of a draft that has lost none."""
DATED = re.compile(r"\b(?:[1-9]\d{3}|\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2},?)\b")
CLOSEST = 1.2
"""Ratio of two figures from which to tell them apart is knowledge, and no nicety."""
ALIKE = 0.5
"""Part of a statement's words from which another sentence may tell of the same thing."""
OFTEN = 20
"""Places in a document up to which a value is looked up in all."""
ROUGHLY = ("", "about", "around", "roughly", "some", "approximately")
"""Bounds that exclude another figure; of "more than 20" more than 15 would be true too."""
LOOSE = re.compile(r"(?:In all|All|Both|Each|{{}} (?:of|more|other))\b")
ASKS = "True or false? "


def ask_truth(scene: Scene, asked: Sequence[Asked]) -> Iterator[Card]:
    """Cards of the best statements with a plausible false side, one for each six facts, in the order of the text.

    A sentence makes one statement at most, and no value is the wrong one twice, which would give it away.
    """
    ranked = sorted(asked, key=lambda one: (-one.draft.score, Chance(one.card.id).below(1 << 32)))
    told, sentences, values, made = Told.of(scene), set[int](), set[str](), dict[str, Card]()
    for one in ranked:
        text = statement(scene, one) if id(one.draft.sentence) not in sentences else ""
        wrong = text and next((w for w in nearest(one) if w not in values and exchangeable(scene, told, one, w)), "")
        if wrong and len(made) < len(asked) // PER_FACTS:
            sentences.add(id(one.draft.sentence))
            values.add(wrong)
            made[one.card.id] = truth_card(scene, one, text, wrong)
    yield from (made[one.card.id] for one in asked if one.card.id in made)


def statement(scene: Scene, asked: Asked) -> str:
    """What the document says with a gap, `{{}}`, for the answer; "" where it does not stand alone as one claim."""
    draft, fact = asked.draft, asked.draft.fact
    if not clear(draft) or draft.score < FULL:
        return ""
    if isinstance(fact, Quote):
        text = of_quote(draft.question, fact.role) if named(scene, draft.answer) else ""
    elif isinstance(fact, Date):
        body = happened(draft)
        text = f"{draft.question[:2]} {{{{}}}}, {body}." if body else ""
    else:
        text = of_figure(asked) if fact.bound in ROUGHLY else ""
    return text if SHORTEST <= len(text.split()) <= LONGEST else ""


def of_figure(asked: Asked) -> str:
    """The cloze of a figure with its gap emptied, if the gap stands as the answer is written, alone, and by a name."""
    held, text = gaps(asked.cloze), MARKED.sub("{{}}", asked.cloze)
    plain = held == (asked.card.answer,) and "(n)" not in text and not re.search(r"[“”\";:—–]|\s-", text)
    lone = not NUMBER.search(DATED.sub("", text)) and not LOOSE.match(text)
    return text if plain and lone and re.search(r"(?<!^)\b[A-Z]", text) else ""


def of_quote(question: str, role: str) -> str:
    """What somebody said, with a gap for who it was: "{{}} described them as “two blades”."."""
    told = re.fullmatch(rf"(?:Who|Which {re.escape(role)}) (\w+(?! (?:as|to|for)\b).*?)\?", question)
    return f"{{{{}}}} {told[1]}." if told else ""


def named(scene: Scene, speaker: str) -> bool:
    """Whether a speaker is a person with more than one name."""
    return scene.facts.people.find(speaker) is not None and len(speaker.split()) > 1


@dataclass(frozen=True, slots=True)
class Told:
    """Where a document tells of each year and each amount of a thing, and who speaks in it."""

    years: Mapping[str, Sequence[int]]
    amounts: Mapping[tuple[str, float | None], Sequence[int]]
    speakers: Container[str]

    @classmethod
    def of(cls, scene: Scene) -> Told:
        """Note every date, figure and speaker of a document once."""
        years, amounts = defaultdict[str, list[int]](list), defaultdict[tuple[str, float | None], list[int]](list)
        for date in scene.facts.dates:
            years[date.value[:4]].append(date.span.start)
        for figure in scene.facts.figures:
            amounts[measured(scene, figure), plain_value(figure.text)].append(figure.span.start)
        speakers = {quote.speaker for quote in scene.facts.quotes if named(scene, quote.speaker)}
        return cls(years, amounts, speakers)


def measured(scene: Scene, figure: Figure) -> str:
    """What a figure measures or counts: its unit, or the noun it stands before; "" where that cannot be told."""
    at = scene.around(figure.span) if not figure.unit else None
    words = scene.words(scene.sentences[at], figure.span) if at is not None else []
    noun = counted(scene.sentences[at], words) if at is not None and words else None
    return figure.unit or (noun.lemma.lower() if noun else "")


def exchangeable(scene: Scene, told: Told, asked: Asked, wrong: str) -> bool:
    """Whether a wrong answer stands in the document, and nothing there makes it right or nearly right.

    One that stands in many places is in too many stories to be surely wrong in this one.
    """
    fact = asked.draft.fact
    if isinstance(fact, Quote):
        return wrong in told.speakers
    if isinstance(fact, Figure):
        right, other = plain_value(asked.card.answer), plain_value(wrong)
        near = bool(right and other and max(right, other) / min(right, other) >= CLOSEST)
        thing = measured(scene, fact)
        places = told.amounts.get((thing, other), ()) if thing else ()
    else:
        year = (re.findall(r"\d{4}", wrong) or ["0"])[0]
        near = abs(int(year) - int(fact.value[:4])) <= widest_gap(int(fact.value[:4]))
        places = told.years.get(year, ())
    return near and 0 < len(places) <= OFTEN and not any(alike(scene, asked, place) for place in places)


def nearest(asked: Asked) -> list[str]:
    """The wrong answers of a card, of a date those nearest to it first."""
    fact = asked.draft.fact
    year = int(fact.value[:4]) if isinstance(fact, Date) and dated(asked.draft) else None
    if year is None:
        return list(asked.card.distractors)
    return sorted(asked.card.distractors, key=lambda word: abs(int((re.findall(r"\d{4}", word) or ["0"])[0]) - year))


def alike(scene: Scene, asked: Asked, offset: int) -> bool:
    """Whether the sentence at an offset may tell of what the statement does: with half of its words, or in it."""
    own = asked.draft.sentence
    at = bisect_right(scene.starts, offset) - 1
    if at < 0:
        return False
    words = telling(own)
    return scene.sentences[at] is own or len(words & telling(scene.sentences[at])) >= ALIKE * len(words)


def telling(sentence: Sentence) -> set[str]:
    """The words of a sentence that say what it tells: nouns, names and verbs."""
    return {word.lemma.lower() for word in sentence.words if word.pos in ("NOUN", "PROPN", "VERB")}


def truth_card(scene: Scene, asked: Asked, text: str, wrong: str) -> Card:
    """The card of a statement, true or false by the hash of its identity, so that it stays what it is."""
    card, draft = asked.card, asked.draft
    source = card.source
    passage = source.passage.text if source else ""
    place = draft.fact.parts[0].start if isinstance(draft.fact, Quote) else draft.fact.span.start
    name = PurePosixPath(scene.document.path).name
    identity = card_id(name, passage, place - draft.passage.start, "truefalse")
    true = Chance(identity).below(2) == 0
    return replace(
        card,
        id=identity,
        kind="truefalse",
        question=ASKS + filled(text, card.answer if true else wrong),
        cloze="",
        answer="true" if true else "false",
        accept=(),
        distractors=(),
        explanation="" if true else f"Not {wrong} but {card.answer}.",
    )


def filled(text: str, value: str) -> str:
    """A statement with a value in its gap, a capital at its beginning."""
    whole = text.replace("{{}}", value)
    return whole[0].upper() + whole[1:]
