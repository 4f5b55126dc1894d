"""Pictures and sounds that texts name, the files they are, and what is said where they are not there; hints of gaps."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.checking.run import check_decks
from quiz.deck.cloze import hinted, hints, normal
from quiz.deck.model import gapped, short
from quiz.deck.parse import read_string
from quiz.deck.read import read_deck
from quiz.deck.record import of_card
from quiz.deck.references import named, replaced, split, spoken
from tests.conftest import Run
from tests.growth import grows_linearly


@pytest.mark.parametrize(
    ("text", "path", "words"),
    [
        ("![](media/x.png)", "media/x.png", "[picture: x.png]"),
        ("![a map](x.JPG)", "x.JPG", "[picture: a map]"),
        ("![a](media/map é (1).png)", "media/map é (1).png", "[picture: a]"),
        ("![](<media/a b.webp>)", "media/a b.webp", "[picture: a b.webp]"),
        ("[sound:media/dog.mp3]", "media/dog.mp3", "[sound: dog.mp3]"),
        ("[sound:media/dog.mp4]", "media/dog.mp4", "[video: dog.mp4]"),
        ("![](https://example.org/x.png)", "https://example.org/x.png", "[picture: x.png]"),
    ],
)
def test_a_reference_is_read(text: str, path: str, words: str) -> None:
    (found,) = named(f"Before {text} behind")
    assert (found.path, found.words, found.written) == (path, words, text)
    assert spoken(f"Before {text} behind") == f"Before {words} behind"
    assert not short(text)


@pytest.mark.parametrize(
    "text",
    [
        "![](/etc/passwd)", "![](media/x)", "![](notes.yaml)", "[a](media/x.png)", "`![](media/x.png)`", "![]()",
        r"\![](media/x.png)", "![a]\n(x.png)", "![](media/x.mp3)", "[sound:x.png]", "[sound:]", "![[x.png]]",
        r"\[sound:dog.mp3]", "![](x.png 'a title')",
    ],
)  # fmt: skip
def test_any_other_text_is_text(text: str) -> None:
    assert [*named(text)] == []
    assert spoken(text) == text
    assert [*split(text)] in ([text], [text])
    assert replaced(text, lambda _: "no") == text


@pytest.mark.parametrize("piece", ["![", "![](", "![](()", "![](a(b", "[sound:", "![a](<b", "![](x.png"])
def test_hostile_text_is_read_in_time_that_grows_with_its_length(piece: str) -> None:
    assert grows_linearly(lambda size: [*named(piece * size)], 2_000)


CHECKED = """\
title: Rivers
cards:
  - question: "Which? ![](media/there.png) ![](media/gone.png)"
    answer: "![](../outside.png)"
  - question: "Again ![](media/gone.png)"
    answer: "[sound:https://example.org/dog.mp3]"
    explanation: "![](media/%74here.png)"
"""
COPY, SAVE = "(copy it into the folder media beside the deck)", "(save it as media/dog.mp3 beside the deck)"


def test_what_is_not_there_is_told_with_its_place(tmp_path: Path, run: Run) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media/there.png").write_bytes(b"x")
    (tmp_path / "rivers.yaml").write_text(CHECKED)
    put = "(put it there, or correct its name)"
    assert [*map(str, check_decks([Path(tmp_path / "rivers.yaml")]))] == [
        f"{tmp_path}/rivers.yaml:3:44: warning[missing-media]: `media/gone.png` is not there {put}",
        f"{tmp_path}/rivers.yaml:4:14: warning[missing-media]: `../outside.png` lies outside the deck's folder {COPY}",
        f"{tmp_path}/rivers.yaml:6:14: warning[missing-media]: `https://example.org/dog.mp3` is on the web {SAVE}",
    ]
    assert run("check", "rivers.yaml").status == 0


@pytest.mark.parametrize(
    ("typed", "told", "shown"),
    [
        ("{{Paris::city}} lies on the {{Seine}}.", ("city", ""), "_____ (city) lies on the _____."),
        ("{{c1::Paris::a::b}}!", ("a::b",), "_____ (a::b)!"),
        ("{{c2::Paris}}!", (), "_____!"),
        ("{{Paris::}}!", (), "_____!"),
    ],
)
def test_hints_are_kept(typed: str, told: tuple[str, ...], shown: str) -> None:
    deck = read_string(f'title: t\ncards:\n  - cloze: "{typed}"\n', "t.yaml").deck
    assert deck is not None
    (card,) = deck.cards
    assert (card.hints, card.asks, card.prompt) == (told, shown, gapped(typed))
    assert hints(hinted(card.cloze, card.hints)) == told
    assert normal(hinted(card.cloze, card.hints)) == card.cloze
    assert of_card(card)["cloze"] == hinted(card.cloze, card.hints)


def test_a_hint_survives_the_cache(tmp_path: Path) -> None:
    from quiz.deck.read import load_decks

    (tmp_path / "t.yaml").write_text('title: t\ncards:\n  - cloze: "{{Paris::city}}"\n    id: a\n')
    first, again = (load_decks([tmp_path / "t.yaml"])[0].cards[0] for _ in range(2))
    assert first == again
    assert again.hints == ("city",)
    assert read_deck(tmp_path / "t.yaml")[1] == ()
