"""The whole way of any deck: exported, imported by the real `anki`, exported there, and imported here again."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quiz.deck.marks import HELD
from quiz.deck.model import Card, Deck
from quiz.deck.parse import read_string
from quiz.deck.read import load_decks
from quiz.deck.write import dump
from quiz.export.anki import write
from quiz.export.anki.markup import clean
from quiz.export.request import PRESENTATIONS, Request
from quiz.verbs.importing import import_decks
from tests.export import hostile_decks
from tests.imports.owner import FORMATS, Owner

NOW = 1_790_000_000

DECKS = hostile_decks.decks().filter(lambda deck: read_string(dump(deck), "deck.yaml").deck is not None)
"""Decks that somebody can have: a file holds them."""
BOTH = Card("762", "When was Baghdad founded?", "Baghdad was founded in {{762}}.", id="a")
BACKWARDS = Card("Tigris", "Which river?", id="a", accept=("the Tigris",), distractors=("Nile",), explanation="x")
MARKED = (
    Card("x", cloze=r"So $x = {{a^{b^{c}}}}$ and **in {{1829}}** or {{*so*}}.", id="a"),
    Card(r"$\frac{a}{b}$, `x_1`", cloze=r"So {{$\frac{a}{b}$}} and \*as typed\* {{`x_1`}}.", id="b"),
    Card("```\na  b\n  c\n```", r"***a** b* with 5 * 3 and \*x\* [$]x[/$] _so_", id="c", distractors=("*a*", "$$x$$")),
    Card("$5 million", "Which *one* of `a`?", id="d", accept=("*five*", r"\$5"), explanation="2*3*4 `x` \\`y\\`"),
    Card("x", cloze=f"a{HELD} in {{{{18{HELD}29}}}} is \\*x\\* and {{{{*so*}}}}.", id="f"),
    Card("**Nile**", "“*To be*” said who?", id="e", kind="quote", distractors=("_A_", "`B`")),
)
ASKED = st.just(("auto",)) | st.lists(st.sampled_from(PRESENTATIONS), min_size=1, max_size=3, unique=True).map(tuple)
QUIET = [HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large]


def said(card: Card) -> list[object]:
    """What a card says, but for white space, unseen signs and the order of options."""
    one = [shown(text) for text in (card.id, card.question, card.cloze, card.answer, card.explanation)]
    return [
        *one,
        {*map(shown, card.accept)} - {shown(card.answer), ""},
        {*map(shown, card.distractors)} - {shown(card.answer), ""},
    ]


def shown(text: str) -> str:
    """A text as any program keeps it; white space at the edges of a gap says nothing."""
    return " ".join(clean(text).split()).replace("{{ ", "{{").replace(" }}", "}}")


def goes_through(deck: Deck, name: str, present: tuple[str, ...]) -> None:
    """Take a deck through Anki, to an empty folder and to its own: every card is there once, and Anki lost nothing."""
    folder = Path(tempfile.mkdtemp())
    owner = Owner(folder / "anki")
    try:
        (folder / "decks").mkdir()
        path = folder / "decks/deck.yaml"
        path.write_text(dump(replace(deck, path="")), encoding="utf-8")
        (here,) = load_decks([path])
        report = write([here], folder / "x.apkg", Request(NOW, present=present))
        assert (owner.read(folder / "x.apkg").new, owner.col.note_count()) == (report.notes, report.notes)
        package = owner.export(name)

        assert import_decks([package], folder / "other", None) == 0
        (back,) = load_decks([folder / "other"])
        assert [*map(said, back.cards)] == [*map(said, here.cards)]

        assert import_decks([package], folder / "decks", None) == 0
        (same,) = load_decks([folder / "decks"])
        assert [*map(said, same.cards)] == [*map(said, here.cards)]
    finally:
        owner.col.close()
        shutil.rmtree(folder)


@settings(deadline=None, max_examples=5, suppress_health_check=QUIET)
@given(DECKS, st.sampled_from(FORMATS[:2]), ASKED)
@example(Deck("Rivers", (BOTH,), id="rivers"), "new.apkg", ("cloze",))
@example(Deck("Marks", MARKED, id="marks"), "new.apkg", ("auto",))
@example(Deck("Marks", MARKED, id="marks"), "new.apkg", ("typed", "choice", "reverse"))
@example(Deck("Rivers", (BACKWARDS,), id="rivers"), "new.apkg", ("reverse",))
def test_any_deck_goes_through_anki(deck: Deck, name: str, present: tuple[str, ...]) -> None:
    goes_through(deck, name, present)


@pytest.mark.slow
@settings(deadline=None, max_examples=1000, suppress_health_check=QUIET)
@given(DECKS, st.sampled_from(FORMATS[:2]), ASKED)
def test_a_thousand_decks_go_through_anki(deck: Deck, name: str, present: tuple[str, ...]) -> None:
    goes_through(deck, name, present)
