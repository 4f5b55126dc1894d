"""Boxes beside the text that are text, those that lead elsewhere, and what a page folds away."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.documents import ASKED, BlockKind, Document, read

TEXT = [
    "The mill at Orr was built in 1812 by two brothers, who had borrowed 900 crowns from the parish to do it.",
    "It burned down in 1840, and for eleven years nobody dared to build on the spot where four men had died.",
    "The second mill opened on 3 May 1851, with a wheel of six metres, and it was the largest of the province.",
]
TOLD = "The wheel of 1851 weighed nine tons and took forty horses to bring up the hill."


def page(source: str) -> Document:
    return read(Path("a.html"), f"<html><body>{source}".encode())


def asked(document: Document) -> list[str]:
    return [document.text[block.span.start : block.span.end] for block in document.blocks if block.kind in ASKED]


def around(box: str) -> str:
    return f"<article><h1>The Mill</h1><p>{TEXT[0]}</p><p>{TEXT[1]}</p>{box}<p>{TEXT[2]}</p></article>"


@pytest.mark.parametrize(
    "box",
    [
        f"<aside><p>{TOLD}</p></aside>",
        f"<aside><h3>The wheel</h3><p>{TOLD}</p></aside>",
        f"<div class='side-bar note'><p>{TOLD}</p></div>",
        f"<section><div id=sidebar>{TOLD}</div></section>".replace("<section>", "").replace("</section>", ""),
    ],
)
def test_a_box_within_the_text_that_tells_something_is_text(box: str) -> None:
    document = page(around(box))
    assert asked(document) == [*TEXT[:2], TOLD, TEXT[2]]
    assert {block.section for block in document.blocks} == {""}


@pytest.mark.parametrize("name", ["has-sidebar", "content-sidebar-wrap", "sidebar-open"])
def test_names_of_the_whole_page_say_nothing_of_the_box(name: str) -> None:
    document = page(f"<div class={name}>{around(f'<aside><p>{TOLD}</p></aside>')}</div>")
    assert asked(document) == [*TEXT[:2], TOLD, TEXT[2]]


@pytest.mark.parametrize(
    "box",
    [
        f"<aside><a href=x>{TOLD}</a></aside>",
        "<aside><p>The wheel of 1851</p><p>Nine tons of oak</p></aside>",
        f"<aside><h3>Related stories</h3><p>{TOLD}</p></aside>",
        f"<aside class=newsletter><p>{TOLD}</p></aside>",
        f"<aside><h3>Key terms</h3><dl><dt>Wheel</dt><dd>{TOLD}</dd></dl></aside>",
    ],
)
def test_a_box_that_leads_elsewhere_is_not(box: str) -> None:
    assert asked(page(around(box))) == TEXT


@pytest.mark.parametrize(
    "source",
    [
        f"<article>{''.join(f'<p>{text}</p>' for text in TEXT)}<aside><p>{TOLD}</p></aside></article>",
        f"<div><aside><p>{TOLD}</p></aside>{''.join(f'<p>{text}</p>' for text in TEXT)}</div>",
        f"<div><div>{''.join(f'<p>{text}</p>' for text in TEXT)}</div><div class=sidebar><p>{TOLD}</p></div></div>",
    ],
)
def test_a_box_before_or_after_the_text_or_in_a_column_of_its_own_is_not(source: str) -> None:
    assert asked(page(source)) == TEXT


@pytest.mark.parametrize(
    ("attributes", "seen"),
    [
        ("class=faq-answer hidden", True),
        ("class='accordion-content' style='display:none'", True),
        ("role=tabpanel aria-hidden=true", True),
        ("class=modal hidden", False),
        ("style='display:none'", False),
    ],
)
def test_what_unfolds_at_a_click_is_seen(attributes: str, *, seen: bool) -> None:
    assert (TOLD in asked(page(around(f"<div {attributes}><p>{TOLD}</p></div>")))) is seen


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        (f"<dl><dt>Wheel</dt><dd>{TOLD}</dd><dt>1851:</dt><dd>The mill is built.</dd></dl>", 2),
        (f"<dl><dt>Who built it?</dt><dd>{TOLD}</dd></dl>", 2),
    ],
)
def test_what_is_said_of_a_term_follows_it(source: str, lines: int) -> None:
    found = asked(page(around(source)))[2:-1]
    assert len(found) == lines
    assert found in ([f"Wheel: {TOLD}", "1851: The mill is built."], ["Who built it?", TOLD])


def test_a_sheet_of_data_is_a_table() -> None:
    document = page(around("<dl><dt>Weight</dt><dd>23.75 kg</dd><dt>Number</dt><dd>1994,0408.33</dd></dl>"))
    assert asked(document) == TEXT
    assert [block.kind for block in document.blocks].count(BlockKind.table) == 2


def test_a_sentence_in_a_cell_is_text_and_data_are_not() -> None:
    assert asked(page(around(f"<table><tr><td>1851<td>{TOLD}</table>"))) == [*TEXT[:2], TOLD, TEXT[2]]
    assert asked(page(around("<table><tr><td>1851<td>The mill is built.</table>"))) == TEXT


def test_lists_broken_by_hand_are_lists() -> None:
    source = "<p>Things to know:<br>- the tunnel is 640 yards long<br>- bats came in 1980<br></p>"
    document = page(around(source))
    assert asked(document)[2:-1] == ["Things to know:", "the tunnel is 640 yards long", "bats came in 1980"]
    assert sum(block.kind is BlockKind.item for block in document.blocks) == 2
    dash = asked(page(around("<p>It was Ada<br>- as we know -<br>who built it in 1812.</p>")))
    assert dash[2] == "It was Ada - as we know - who built it in 1812."


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("<p><span>1948</span><span>Berg becomes keeper.</span></p>", "1948 Berg becomes keeper."),
        ("<p><span>Wor</span><span>ds</span> of <span>T</span>he mill</p>", "Words of The mill"),
        ("<p>9,000<span class=tooltiptext>of 1893</span> crowns</p>", "9,000 crowns"),
    ],
)
def test_spans(source: str, shown: str) -> None:
    assert page(source).text == shown
