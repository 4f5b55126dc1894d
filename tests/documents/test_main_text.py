"""Which element of a page holds its text: the library's word, and ours where it has missed it."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.documents import Document, main_text, read
from quiz.documents.model import BlockKind

TEXT = [
    "The mill at Orr was built in 1812 by two brothers, who had borrowed 900 crowns from the parish to do it.",
    "It burned down in 1840, and for eleven years nobody dared to build on the spot where four men had died.",
    "The second mill opened on 3 May 1851, with a wheel of six metres, and it was the largest of the province.",
]
ASIDE = "The library of Orr opens at ten on weekdays and lends 12 books to a reader, who may keep them for a month."


def page(*parts: str) -> Document:
    return read(Path("a.html"), f"<html><body>{''.join(parts)}</body></html>".encode())


def body(document: Document) -> list[str]:
    return [document.text[b.span.start : b.span.end] for b in document.blocks if b.kind is BlockKind.body]


def told(*texts: str) -> str:
    return "".join(f"<p>{text}</p>" for text in texts)


def test_what_stands_outside_the_main_element_is_left_out_whatever_its_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main_text, "_extracted", lambda _: "\n".join(TEXT))
    document = page(f"<div class=_a><h1>The Mill</h1>{told(*TEXT)}</div>", f"<div class=_b><b>x</b>{told(ASIDE)}</div>")
    assert body(document) == TEXT


def test_the_library_is_asked() -> None:
    assert TEXT[0] in main_text._extracted(
        f"<html><body><article><h1>The Mill</h1>{told(*TEXT)}</article></body></html>"
    )
    assert main_text._extracted("<") == ""


def test_the_words_under_the_title_are_text_wherever_they_stand() -> None:
    opening = "A mill that burned twice and was built again both times."
    document = page(f"<div><h1>The Mill</h1><p>{opening}</p></div>", f"<div class=_a>{told(*TEXT)}</div>")
    assert body(document) == [opening, *TEXT]


@pytest.mark.parametrize("found", ["", ASIDE, "No words of the page at all."])
def test_a_library_that_misses_the_text_is_not_followed(monkeypatch: pytest.MonkeyPatch, found: str) -> None:
    monkeypatch.setattr(main_text, "_extracted", lambda _: found)
    document = page(f"<div class=_a><h1>The Mill</h1>{told(*TEXT)}</div>", f"<div class=_b>{told(ASIDE)}</div>")
    assert body(document)[:3] == TEXT


def test_very_large_pages_are_read_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(main_text, "LARGEST", 10)
    monkeypatch.setattr(main_text, "_extracted", lambda _: pytest.fail("was asked"))
    assert body(page(told(*TEXT))) == TEXT


def test_regions_end_with_the_element_they_open() -> None:
    goals = f"<section><h2>Learning objectives</h2>{told('Say why the mill of 1812 burned down.')}</section>"
    document = page(f"<div><h1>The Mill</h1>{goals}{told(*TEXT)}</div>")
    assert body(document) == TEXT


def test_teasers_are_boxes_beside_one_another() -> None:
    card = "<div><a href=x>A bridge of 1790</a><p>It stood for 40 years and fell in one night.</p></div>"
    document = page(f"<div><h1>The Mill</h1>{told(*TEXT)}<div>{card}{card.replace('1790', '1791')}</div></div>")
    assert body(document) == TEXT
    alone = page(f"<div><h1>The Mill</h1>{told(*TEXT)}<div>{card}</div>{told(ASIDE)}</div>")
    assert body(alone)[3:] == ["It stood for 40 years and fell in one night.", ASIDE]
