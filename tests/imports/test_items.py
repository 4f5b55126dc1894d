"""Items of an order that were reworded in Anki where they are offered: they come in where it is sure which is which."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.imports.owner import Log, Owner
from tests.imports.test_again import change

DECK = """\
id: rivers
title: Rivers
cards:
  - id: shortest
    kind: order
    question: From the shortest?
    answer: [Thames, Rhine, Danube, Nile]
    explanation: It is long.
"""
EARLY, LATE = "1700000000", "1900000000"


class Years:
    """A deck, a collection that has it, and the ways between them."""

    def __init__(self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.run, self.folder = run, folder
        self.deck = folder / "mine" / "rivers.yaml"
        self.deck.parent.mkdir()
        self.deck.write_text(DECK)
        self.anki = Owner(folder / "anki")
        monkeypatch.setenv("SOURCE_DATE_EPOCH", EARLY)
        self.export()
        monkeypatch.setenv("SOURCE_DATE_EPOCH", LATE)

    def export(self) -> tuple[Log, str]:
        """Export the deck, and let Anki import that."""
        ended = self.run("export", "mine", "-o", "mine.apkg")
        return self.anki.read(self.folder / "mine.apkg"), ended.err

    def take(self) -> str:
        """Import what Anki has."""
        ended = self.run("import", self.anki.export(), "-o", "mine")
        assert ended.status == 0, ended.err
        return ended.err

    @property
    def note(self) -> Any:
        return self.anki.col.get_note(self.anki.col.find_notes("shortest")[0])

    @property
    def items(self) -> str:
        return str(self.note["Items"])


@pytest.fixture
def years(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Years]:
    made = Years(run, tmp_path, monkeypatch)
    yield made
    made.anki.col.close()


def listed(*items: str) -> str:
    return f"<ol>{''.join(f'<li><bdi>{item}</bdi></li>' for item in items)}</ol>"


def offered(html: str) -> list[str]:
    return [part.partition("<")[0] for part in html.split("<bdi>")[1:]]


REWORDED: dict[str, tuple[Callable[[str], str], str]] = {
    "one": (lambda html: html.replace("Rhine", "the Rhine"), "[Thames, the Rhine, Danube, Nile]"),
    "several": (lambda html: html.replace("Rhine", "Rhein").replace("Nile", "Nil"), "[Thames, Rhein, Danube, Nil]"),
    "all": (lambda html: html.replace("<bdi>", "<bdi>the "), "[the Thames, the Rhine, the Danube, the Nile]"),
    "one that was moved": (
        lambda html: listed(*sorted(offered(html.replace("Rhine", "Rhein")))), "[Thames, Rhein, Danube, Nile]"
    ),
    "marks": (lambda html: html.replace("Rhine", "<b>Rhine</b>"), '[Thames, "**Rhine**", Danube, Nile]'),
    "signs that are none": (lambda html: html.replace("Rhine", "*Rhine*"), r"[Thames, \*Rhine\*, Danube, Nile]"),
}  # fmt: skip


@pytest.mark.parametrize("name", REWORDED)
def test_reworded_items_come_in_and_go_back_in_their_order(years: Years, name: str) -> None:
    edit, items = REWORDED[name]
    change(years.anki, "shortest", Items=edit(years.items))

    assert years.take() == ""

    assert years.deck.read_text() == DECK.replace("[Thames, Rhine, Danube, Nile]", items)
    before = years.deck.read_bytes()
    assert years.take() == ""
    log, told = years.export()
    assert (log, "overwrites" in told) == (Log(0, 1, 0, 0), False)
    assert sorted(offered(years.items)) == sorted(offered(years.note["Answer"]))
    assert years.take() == ""
    assert years.export()[0] == Log(0, 0, 1, 0)
    assert years.deck.read_bytes() == before


UNSURE: dict[str, Callable[[str], str]] = {
    "one more": lambda html: html.replace("</ol>", "<li>Loire</li></ol>"),
    "one less": lambda html: listed(*offered(html)[1:]),
    "several that were moved": lambda html: listed(*sorted(offered(html.replace("Rhine", "Rhein").replace("N", "M")))),
    "one twice": lambda html: html.replace("Rhine", "NILE"),
    "nothing": lambda html: html.replace("Rhine", ""),
    "a colour": lambda html: html.replace("Rhine", '<span style="color: red">Rhein</span>'),
    "no list": lambda _: "Rhein",
}


@pytest.mark.parametrize("name", UNSURE)
def test_what_is_not_sure_stays_there_and_is_told(years: Years, name: str) -> None:
    change(years.anki, "shortest", Items=UNSURE[name](years.items))
    before = years.note.fields
    assert "“From the shortest?”: its note in Anki has `Items` “" in years.take()
    assert years.deck.read_text() == DECK
    assert years.export()[0] == Log(0, 0, 1, 0)
    assert years.note.fields == before


def test_another_order_of_what_is_offered_says_nothing(years: Years) -> None:
    change(years.anki, "shortest", Items=listed(*reversed(offered(years.items))))
    years.take()
    assert years.deck.read_text() == DECK


def test_an_edit_of_the_order_itself_counts(years: Years) -> None:
    change(years.anki, "shortest", Items=years.items.replace("Rhine", "Rhein"), Answer=listed("Po", "Don", "Nile"))
    assert "has `Items` “" in years.take()
    assert "answer: [Po, Don, Nile]" in years.deck.read_text()


def test_what_else_is_edited_comes_along_and_what_has_no_place_is_named(years: Years) -> None:
    change(
        years.anki, "shortest",
        Items=years.items.replace("Rhine", "Rhein"), Explanation="It is longer.", Link="https://example.org",
    )  # fmt: skip
    years.take()
    assert "Rhein" in years.deck.read_text()
    assert "It is longer." in years.deck.read_text()
    assert "which has `Link` “https://example.org”" in years.export()[1]


def test_items_edited_here_too_stay(years: Years) -> None:
    years.deck.write_text(DECK.replace("Nile]", "Nil]"))
    change(years.anki, "shortest", Items=years.items.replace("Rhine", "Rhein"))
    years.take()
    assert "[Thames, Rhine, Danube, Nil]" in years.deck.read_text()


def test_items_of_a_card_edited_here_elsewhere_come_in_too(years: Years) -> None:
    years.deck.write_text(DECK.replace("is long", "is longer"))
    change(years.anki, "shortest", Items=years.items.replace("Rhine", "Rhein"))
    assert years.take() == ""
    assert "[Thames, Rhein, Danube, Nile]" in years.deck.read_text()
    assert "is longer" in years.deck.read_text()


def test_items_edited_on_both_sides_are_told(years: Years) -> None:
    years.deck.write_text(DECK.replace("Rhine", "Rhin"))
    change(years.anki, "shortest", Items=years.items.replace("Rhine", "Rhein"))
    told = years.take()
    assert "has `Items` “1. Rhein 2. Danube 3. Nile 4. Thames” (the card was edited here, so the next export" in told
    assert "[Thames, Rhin, Danube, Nile]" in years.deck.read_text()
