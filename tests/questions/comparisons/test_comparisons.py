"""What holds of every order card and every true-or-false card: they are proved, fair, few, and the same each time."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from quiz.deck.model import Card, chain
from quiz.documents import Document, Span
from quiz.errors import QuizError
from quiz.facts import Facts, find
from quiz.facts.model import Date
from quiz.questions import make_cards
from quiz.questions.comparisons.ask_order import Event, apart, extent, groups
from quiz.questions.comparisons.asked import PER_FACTS, Asked
from quiz.questions.comparisons.events import POINTING
from quiz.questions.draft import Draft
from tests.growth import grows_linearly
from tests.questions.test_properties import MONSTERS, SEEDS, chronicles, seed
from tests.questions.texts import as_document, plain


def comparisons(document: Document) -> tuple[list[Card], list[Card]]:
    """The cards of single facts, and those of several."""
    cards = make_cards(document, comparisons=True)
    single = [card for card in cards if card.kind not in ("order", "truefalse")]
    return single, cards[len(single) :]


def faults(document: Document, single: Sequence[Card], compared: Sequence[Card]) -> Iterator[str]:
    """Everything wrong with the comparisons of a document."""
    whole = plain(document.verbatim(Span(0, len(document.text))))
    for card in compared:
        passages = [card.source.passage, *card.source.evidence] if card.source else []
        told = " ".join(plain(passage.text) for passage in passages)
        if not passages or any(plain(passage.text) not in whole for passage in passages):
            yield f"not proved: {card}"
        yield from _of_order(card, told) if card.kind == "order" else _of_truth(card, told, whole)
    ids = [card.id for card in (*single, *compared)]
    if len(set(ids)) < len(ids):
        yield "an id stands twice"
    if sum(card.kind == "order" for card in compared) > max(1, sum(c.kind == "date" for c in single) // PER_FACTS):
        yield "too many order cards"
    if sum(card.kind == "truefalse" for card in compared) > len(single) // PER_FACTS:
        yield "too many statements"


def _of_order(card: Card, told: str) -> Iterator[str]:
    years = [int(year) for year in re.findall(r"\d{4}", card.explanation)]
    if not 3 <= len(card.ordered) <= 4 or len(set(card.ordered)) < len(card.ordered):
        yield f"items: {card.ordered}"
    if card.answer != chain(card.ordered) or card.distractors or card.accept or card.cloze:
        yield f"not only an order: {card}"
    if len(years) != len(card.ordered) or years != sorted(years) or any(str(year) not in told for year in years):
        yield f"dates: {card.explanation}"
    for item in card.ordered:
        if POINTING.search(item) or item[0].islower() or item[-1] in ".,;:?!":
            yield f"item: {item}"


def _of_truth(card: Card, told: str, whole: str) -> Iterator[str]:
    swapped = re.fullmatch(r"Not (.+) but (.+)\.", card.explanation)
    if not card.question.startswith("True or false? ") or card.question[15].islower() or card.question[-1] != ".":
        yield f"no statement: {card.question}"
    if card.answer != ("false" if swapped else "true") or card.distractors or card.accept or card.cloze:
        yield f"answer: {card}"
    if not swapped:
        return
    wrong, right = swapped[1], swapped[2]
    year = re.search(r"\d{4}|[\d,.]*\d|\w+", wrong)
    if wrong == right or wrong not in card.question or not year or year[0] not in whole:
        yield f"the wrong part is not of the document: {card.question} ({card.explanation})"
    last = right.split()[-1]
    if right.casefold() not in told.casefold() and last not in told and right.replace(",", "") not in told:
        yield f"the right part is not proved: {card.explanation} by {told}"


@pytest.mark.parametrize("path", SEEDS, ids=[path.stem for path in SEEDS])
def test_comparisons_of_a_seed_are_sound_and_leave_the_other_cards_alone(path: Path) -> None:
    document, alone = seed(path)
    single, compared = comparisons(document)

    assert {card.kind for card in compared} == {"order", "truefalse"}
    assert list(faults(document, single, compared)) == []
    assert tuple(single) == alone
    assert {card.answer for card in compared if card.kind == "truefalse"} == {"true", "false"}


@settings(max_examples=8, derandomize=True, suppress_health_check=list(HealthCheck))
@given(chronicles())
def test_comparisons_of_a_made_up_text_are_sound(text: str) -> None:
    document = as_document(text)
    single, compared = comparisons(document)

    assert list(faults(document, single, compared)) == []
    assert make_cards(document, comparisons=True) == [*single, *compared]


@pytest.mark.parametrize("name", MONSTERS)
def test_no_monster_is_compared(name: str) -> None:
    with suppress(QuizError):
        assert comparisons(as_document(MONSTERS[name]))[1] == []


@cache
def facts() -> Facts:
    """Those of one sentence."""
    return find(as_document("In 1829 a mob of Tehran stormed the embassy of Russia."))


def an_event(number: int) -> Event:
    """An event that nothing links to others, one every two months."""
    fact, day = facts().dates[0], date(1700, 1, 1) + timedelta(days=60 * number)
    sentence = facts().sentences[0]
    draft = Draft(fact, sentence, sentence.span, "1829", "In what year was it?", told="a mob came")
    return Event(
        f"Mob{number} came{number} to{number}", day, day, frozenset({f"mob{number}"}), Asked(draft, Card("1829"))
    )


def test_grouping_takes_linear_time() -> None:
    events = [an_event(number) for number in range(4000)]

    assert grows_linearly(lambda size: len(groups(events[:size], size // 6)), 1000)


def test_groups_share_no_event_and_lie_apart() -> None:
    events = [an_event(number) for number in range(0, 400, 7)]
    found = groups(events, 9)
    texts = [one.text for group in found for one in group]

    assert 3 <= len(found) <= 9
    assert len(set(texts)) == len(texts)
    assert all(apart(one, other) for group in found for one in group for other in group if one is not other)


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("1829", (date(1829, 1, 1), date(1829, 12, 31))),
        ("1829-02", (date(1829, 2, 1), date(1829, 2, 28))),
        ("1829-02-11", (date(1829, 2, 11), date(1829, 2, 11))),
        ("1829-02-31", (date(1829, 3, 3), date(1829, 3, 3))),
    ],
)
def test_the_days_a_date_may_mean(value: str, days: tuple[date, date]) -> None:
    assert extent(Date(Span(0, 4), value, "day", value)) == days
