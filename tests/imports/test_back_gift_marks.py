"""Marks of a deck, and signs that are none, come back from GIFT as they look."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from quiz.deck.marks import plain
from quiz.deck.marks.compose import BLOCK, ending
from quiz.deck.model import Card
from tests.export.marked import MARKED
from tests.imports.test_back_gift import back
from tests.signs import cards, line, look, writable

QUIET = [HealthCheck.too_slow, HealthCheck.filter_too_much]
CODE = re.compile(f"\n*({BLOCK}[^{ending(BLOCK)}]*{ending(BLOCK)})\n*")

WITHIN = re.compile(r"\$[^$]*\{\{[^$]*\$")
"""A gap in a formula, which is written in letters."""


def kept(card: Card) -> bool:
    """Whether GIFT can say all of a card: an arrow of an answer parts pairs there, which the export tells."""
    answers = (card.answer, *card.accept, *card.ordered, *card.distractors, *card.feedback)
    return writable(card) and "->" not in " ".join(answers)


def shown(text: str) -> str:
    """How a text looks; beside a block of code HTML shows no blank lines, and a block of nothing leaves some."""
    return re.sub("\n{3,}", "\n\n", CODE.sub(r"\n\1\n", look(text, whole=True))).strip("\n")


def comes_back(card: Card) -> None:
    """Fail unless a card comes back from GIFT as it looks, but for hints, and for what is typed, which has no looks."""
    with tempfile.TemporaryDirectory() as folder:
        found = back(Path(folder), card)
    assert shown(found.question) == shown(card.question)
    assert shown(found.explanation) == shown(card.explanation)
    assert [*map(line, found.ordered)] == [*map(line, card.ordered)]
    if card.distractors:
        assert line(found.answer) == line(card.answer)
        assert sorted(map(line, found.distractors)) == sorted(map(line, card.distractors))
        both = (dict(zip(map(line, each.distractors), each.feedback, strict=False)) for each in (card, found))
        said, told = ({text: shown(why) for text, why in each.items()} for each in both)
        assert told == said
    else:
        if not WITHIN.search(card.cloze):
            assert shown(found.cloze.split("{{")[0]) == shown(card.cloze.split("{{")[0])
        if card.cloze:
            assert plain(found.prompt).split() == plain(card.prompt).split()
        assert plain(found.answer).split() == plain(card.answer).split()
        assert {*map(plain, (found.answer, *found.accept))} >= {*map(plain, card.accept)}


@pytest.mark.parametrize("card", MARKED, ids=lambda card: card.id)
def test_every_look_comes_back(card: Card) -> None:
    comes_back(card)


@settings(deadline=None, max_examples=40, suppress_health_check=QUIET)
@given(card=cards().filter(kept))
def test_any_signs_come_back(card: Card) -> None:
    comes_back(card)


@pytest.mark.slow
@settings(deadline=None, max_examples=1500, suppress_health_check=QUIET)
@given(card=cards().filter(kept))
def test_a_thousand_cards_of_signs_come_back(card: Card) -> None:
    comes_back(card)
