"""What in a page is its text, and how its tags are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.documents import ASKED, Document, read

TEXT = "The mill at Orr was built in 1812 by two brothers, who had borrowed 900 crowns from the parish."
MORE = "It burned down in 1840, and for eleven years nobody dared to build on the spot."
OTHER = "The ferry sank in 1777 with 31 men on board, as every child in the village knows."


def page(tmp_path: Path, source: str) -> Document:
    path = tmp_path / "page.html"
    path.write_text(source, encoding="utf-8")
    return read(path)


def asked(document: Document) -> list[str]:
    return [document.text[block.span.start : block.span.end] for block in document.blocks if block.kind in ASKED]


@pytest.mark.parametrize(
    "source",
    [
        f"<main><p>{TEXT}<p>{MORE}</main><div><p>{OTHER}</div>",
        f"<div><p>{OTHER}</div><div role=main><p>{TEXT}</p><p>{MORE}</p></div>",
        f"<article><p>{TEXT}</p><p>{MORE}</p></article><article><p>{OTHER}</p></article>",
        f"<form id=aspnet><p>{TEXT}</p><p>{MORE}</p><div class='related-posts'><p>{OTHER}</div></form>",
        f"<div class='wy-nav-wrap'><p>{TEXT}</p><p>{MORE}</p><aside>{OTHER}</aside></div>",
        f"<table><tr><td>Mills</td><td>{TEXT * 3}<br><br>{MORE * 4}</td></tr></table>".replace(TEXT * 3, TEXT).replace(
            MORE * 4, MORE
        ),
        f"<nav><ul>{'<li>Mills and wheels of 1900</li>' * 40}</ul></nav><p>{TEXT}<p>{MORE}",
        f"<p>{TEXT}</p><p style='display: none'>{OTHER}</p><div hidden><div><p>{OTHER}</p></div></div><p>{MORE}</p>",
        f"<p>{TEXT}</p><noscript><p>{OTHER}</noscript><template>{OTHER}</template><svg><text>{OTHER}</text></svg><p>{MORE}",
        f"<body class='comments has-ads'><div>{TEXT}</div>{MORE}<!-- {OTHER} -->",
        f"<p>{TEXT}<p>{MORE}<div id=comments><p>{OTHER}</div>",
        f"<p>{TEXT}<p>{MORE}<div class=postAuthorBio><p>{OTHER}</div>",
    ],
)
def test_only_the_text_is_asked_about(tmp_path: Path, source: str) -> None:
    assert asked(page(tmp_path, f"<html><body>{source}")) == [TEXT, MORE]


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("on the 3<sup>rd</sup> of 12 m<sup>2</sup> and 10<sup>-6</sup>", "on the 3rd of 12 m² and 10⁻⁶"),
        ("the war<sup>1</sup> of it<sup><a href='#n2'>2</a></sup>, then<sup class=fn>*</sup>", "the war of it, then"),
        ("CO<sub>2</sub> and <i>H</i>2<b>O</b>", "CO2 and H2O"),
        (
            "he said <q>no</q> and&nbsp;left&hellip; &amp;c. &#8212; twice&shy;over",
            "he said “no” and left… &c. — twiceover",
        ),
        ("one<br>two <!-- x -->three<img alt=1921> four<wbr>five", "one two three fourfive"),
        ("a <a href=x>linked <b>word</a></b> here <span hidden>1999</span>now", "a linked word here now"),
        ("5 < 6 and a <b title='>'>quoted</b> sign", "5 < 6 and a quoted sign"),
    ],
)
def test_what_a_reader_sees(tmp_path: Path, source: str, shown: str) -> None:
    assert page(tmp_path, f"<p>{source}</p>").text == shown


def test_a_marker_left_open_ends_with_its_paragraph(tmp_path: Path) -> None:
    document = page(tmp_path, f"<p>{TEXT}<sup><a href='#1'>7</a><p>{MORE}</p>")
    assert asked(document) == [TEXT, MORE]
    assert document.cuts == ((len(TEXT), "7"),)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("<title>The Mill - The Orr Courier</title>", "The Mill"),
        (
            "<title>The Mill: A - B History of the Long Wars of Orr</title>",
            "The Mill: A - B History of the Long Wars of Orr",
        ),
        ("<meta property='og:title' content='The Mill'><title>x</title>", "The Mill"),
        ("<title>x</title></head><h1>The Mill</h1>", "The Mill"),
        ("", "page"),
    ],
)
def test_the_title(tmp_path: Path, head: str, title: str) -> None:
    assert page(tmp_path, f"<html><head>{head}<body><p>{TEXT}</p>").title == title
