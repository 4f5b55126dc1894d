"""What a CommonMark reader shows of a deck's Markdown looks as it does in the deck."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import html
from markdown_it import MarkdownIt

from quiz.deck.marks.runs import MATHS, runs
from quiz.deck.model import GAP, Card, Deck
from quiz.export import markdown
from quiz.export.request import Request
from tests.signs import long

READER = MarkdownIt("commonmark", {"html": True})
LOOKS = {"strong": "strong", "em": "emphasis", "code": "code"}
Letter = tuple[str, frozenset[str]]


def shown(folder: Path, text: str) -> list[Letter]:
    """Each letter of a question that a reader shows, with its look."""
    markdown.write([Deck("Deck", (Card("x", question=text, id="a"),), id="deck")], folder / "x.md", Request(0))
    page = html.fragments_fromstring(f"<div>{READER.render((folder / 'x.md').read_text(encoding='utf-8'))}</div>")[0]
    return [*letters(page.find("ol/li"), frozenset())]


def letters(element: Any, around: frozenset[str]) -> Iterator[Letter]:
    if isinstance(element.tag, str):
        look = around | ({LOOKS[element.tag]} if element.tag in LOOKS else set())
        yield from lettered(element.text or "", look)
        for inner in element:
            yield from letters(inner, look)
    yield from lettered(element.tail or "", around)


def lettered(text: str, look: frozenset[str]) -> Iterator[Letter]:
    return ((letter, look) for letter in text if not letter.isspace())


def meant(text: str) -> list[Letter]:
    """Each letter of a text with its look; formulas stand there as they are typed."""
    found: list[Letter] = []
    for run in runs(text):
        looks = {"strong": run.strong, "emphasis": run.emphasis, "code": run.sort in ("code", "block")}
        written = {"maths": f"${run.text}$", "display": f"$${run.text}$$"}.get(run.sort, run.text)
        found += lettered(written, frozenset(name for name, has in looks.items() if has))
    return found


def common(text: str) -> bool:
    """Whether readers of CommonMark can show it: they know no formulas, and end no mark between `)` and `世`."""
    signs = any({*"\\`*_"} & {*run.text} for run in runs(text) if run.sort in MATHS)
    return not signs and "世" not in text and GAP not in text


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(text=long.map(lambda text: f"1 {text} 2").filter(common))
def test_every_letter_looks_as_in_the_deck(tmp_path: Path, text: str) -> None:
    assert shown(tmp_path, text) == meant(text)


@pytest.mark.slow
@settings(deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=long.map(lambda text: f"1 {text} 2").filter(common))
def test_every_letter_of_two_thousand_texts_looks_as_in_the_deck(tmp_path: Path, text: str) -> None:
    assert shown(tmp_path, text) == meant(text)


@pytest.mark.parametrize(
    "text",
    [
        "``` `code` `` ```",
        "***both***_em_",
        "_em_***both***",
        "_em_**strong**",
        "**strong**_em_ *em **both***",
        "**a *b*** _c_**d**",
        "***\\*a* b",
        "€_a_ and _b_.",
    ],
)
def test_marks_side_by_side_stay_apart(tmp_path: Path, text: str) -> None:
    assert shown(tmp_path, text) == meant(text)
    assert any(look for _, look in meant(text))
