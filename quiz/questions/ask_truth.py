"""Asks whether a statement is true: as the document has it, or with one date, figure or speaker of it exchanged."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from quiz.deck.cloze import MARKED, gaps
from quiz.deck.identity import card_id
from quiz.deck.model import Card
from quiz.facts.model import Date, Figure, Quote, Sentence
from quiz.questions.asked import PER_FACTS, Asked, clear
from quiz.questions.chance import Chance
from quiz.questions.events import happened
from quiz.questions.number_form import NUMBER, plain_value
from quiz.questions.scene import Scene
from quiz.questions.wrong_dates import widest

SHORTEST, LONGEST = 5, 24
"""Words of a statement; in a longer one nobody knows which of its claims is meant."""
FULL = 100
"""Points of a draft that has lost none."""
DATED = re.compile(r"\b(?:[1-9]\d{3}|\d{1,2} [A-Z][a-z]+|[A-Z][a-z]+ \d{1,2},?)\b")
CLOSEST = 1.2
"""Ratio of two figures from which to tell them apart is knowledge, and no nicety."""
ALIKE = 0.5
"""Part of a statement's words from which another sentence may tell of the same thing."""
ROUGHLY = ("", "about", "around", "roughly", "some", "approximately")
"""Bounds that exclude another figure; of "more than 20" more than 15 would be true too."""
LOOSE = re.compile(r"(?:In all|All|Both|Each|{{}} (?:of|more|other))\b")
ASKS = "True or false? "


def ask_truth(scene: Scene, asked: Sequence[Asked]) -> Iterator[Card]:
    """Cards of the best statements with a plausible false side, one for each six facts, in the order of the text.

    A sentence makes one statement at most, and no value is the wrong one twice, which would give it away.
    """
    ranked = sorted(asked, key=lambda one: (-one.draft.score, Chance(one.card.id).below(1 << 32)))
    sentences, values, made = set[int](), set[str](), dict[str, Card]()
    for one in ranked:
        text = statement(scene, one) if id(one.draft.sentence) not in sentences else ""
        wrong = text and next((w for w in nearest(one) if w not in values and exchangeable(scene, one, w)), "")
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
        text = of_quote(draft.question) if named(scene, draft.answer) else ""
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


def of_quote(question: str) -> str:
    """What somebody said, with a gap for who it was: "{{}} described them as “two blades”."."""
    told = re.fullmatch(r"Who (\w+(?! (?:as|to|for)\b).*?)\?", question)
    return f"{{{{}}}} {told[1]}." if told else ""


def named(scene: Scene, speaker: str) -> bool:
    """Whether a speaker is a person with more than one name."""
    return scene.facts.people.find(speaker) is not None and len(speaker.split()) > 1


def exchangeable(scene: Scene, asked: Asked, wrong: str) -> bool:
    """Whether a wrong answer stands in the document, and nothing there makes it right or nearly right."""
    fact = asked.draft.fact
    if isinstance(fact, Quote):
        return named(scene, wrong) and any(quote.speaker == wrong for quote in scene.facts.quotes)
    if isinstance(fact, Figure):
        right, other = plain_value(asked.card.answer), plain_value(wrong)
        same = [one for one in scene.facts.figures if one.unit == fact.unit and plain_value(one.text) == other]
        far = right and other and max(right, other) / min(right, other) >= CLOSEST
        return bool(far and same) and not any(alike(scene, asked, one.span.start) for one in same)
    year = re.search(r"\d{4}", wrong)
    others = [one for one in scene.facts.dates if year and one.value[:4] == year[0]]
    near = year and abs(int(year[0]) - int(fact.value[:4])) <= widest(int(fact.value[:4]))
    return bool(near and others) and not any(alike(scene, asked, one.span.start) for one in others)


def nearest(asked: Asked) -> list[str]:
    """The wrong answers of a card, of a date those nearest to it first."""
    year = int(asked.draft.fact.value[:4]) if isinstance(asked.draft.fact, Date) else 0
    return sorted(asked.card.distractors, key=lambda word: abs(int((re.findall(r"\d{4}", word) or [year])[0]) - year))


def alike(scene: Scene, asked: Asked, offset: int) -> bool:
    """Whether the sentence at an offset may tell of what the statement does: with half of its words, or in it."""
    own = asked.draft.sentence
    other = next((one for one in scene.facts.sentences if one.span.start <= offset < one.span.end), None)
    if other is None:
        return False
    words = telling(own)
    return other is own or len(words & telling(other)) >= ALIKE * len(words)


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
