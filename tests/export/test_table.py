"""Tables hold just the words of the deck, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from quiz.deck.marks import unmarked
from quiz.deck.model import Card, Deck, Passage, Source
from quiz.errors import QuizError
from quiz.export.asked import question
from quiz.export.losses import Losses
from quiz.export.report import Report
from quiz.export.request import Request
from quiz.export.table.cells import listed, safe
from quiz.export.table.quizlet import write as write_quizlet
from quiz.export.table.sheet import COLUMNS, row, write_csv, write_tsv
from quiz.export.wording import clean, line
from tests.export.hostile_decks import decks, texts
from tests.export.samples import DECK, OTHER

NOW = Request(1_790_000_000)
EITHER = pytest.mark.parametrize(("write", "name"), [(write_csv, "x.csv"), (write_tsv, "x.tsv")])

Write = Callable[..., Report]


def read(path: Path) -> list[dict[str, str]]:
    """The rows of a table, as a program reads it that knows nothing of us."""
    text = path.read_bytes().decode("utf-8-sig")
    return list(
        csv.DictReader(io.StringIO(text, newline=""), delimiter="\t" if path.suffix == ".tsv" else ",", strict=True)
    )


def unsafe(cell: str) -> str:
    """A cell as it was before it was made safe."""
    return re.sub("(?:^|(?<=[;\t\r\n]))'(?='*[=+\\-@＝＋－＠])", "", cell)


@EITHER
def test_every_card_is_a_row(tmp_path: Path, write: Write, name: str) -> None:
    report = write([DECK, OTHER], tmp_path / name, NOW)
    rows = read(tmp_path / name)
    assert report.cards == len(rows) == len(DECK.cards) + len(OTHER.cards)
    assert rows[0] == dict.fromkeys(COLUMNS, "") | {
        "deck": "Rivers",
        "question": "Which river runs through Baghdad?",
        "answer": "Tigris",
        "accept": "the Tigris",
        "distractors": "Euphrates | Karun",
        "tags": "geography | asia",
        "document": "rivers.md",
        "place": "line 7",
        "passage": "Baghdad, on the Tigris, was founded in 762.",
        "deck_id": "rivers",
        "id": "baghdad",
    }
    assert (rows[2]["question"], rows[2]["cloze"]) == ("", "Baghdad was founded in {{762}} on a river.")
    assert (rows[4]["kind"], rows[4]["answer"]) == ("order", "Nile | Danube | Rhine | Thames")


def test_a_spreadsheet_knows_utf_8_and_the_ends_of_lines(tmp_path: Path) -> None:
    write_csv([DECK], tmp_path / "x.csv", NOW)
    write_tsv([DECK], tmp_path / "x.tsv", NOW)
    assert (tmp_path / "x.csv").read_bytes().startswith(b"\xef\xbb\xbfdeck,question,")
    assert (tmp_path / "x.csv").read_bytes().count(b"\r\n") == len(DECK.cards) + 1
    assert (tmp_path / "x.tsv").read_bytes().startswith(b"deck\tquestion\t")
    assert b"\r" not in (tmp_path / "x.tsv").read_bytes()


@EITHER
@given(deck=decks())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_hostile_text_stays_text(tmp_path: Path, write: Write, name: str, deck: Deck) -> None:
    write([deck], tmp_path / name, NOW)
    rows = read(tmp_path / name)
    assert [[*map(unsafe, each.values())] for each in rows] == [[*row(card, deck)] for card in deck.cards]
    for each, card in zip(rows, deck.cards, strict=True):
        assert unsafe(each["question"]) == clean(card.question)
        assert not any(re.match(r"[=+\-@＝＋－＠](?![0-9.,]+\s?%?$)", cell) for cell in each.values())


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+A1", "'+A1"),
        ("-cmd|x", "'-cmd|x"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝1", "'＝1"),
        ("'=1", "''=1"),
        ("-5", "-5"),
        ("+3,500.5 %", "+3,500.5 %"),
        ("-5+cmd", "'-5+cmd"),
        ("a=b", "a=b"),
        ("'twas", "'twas"),
        ("x;=cmd|'/c calc'!A1", "x;'=cmd|'/c calc'!A1"),
        ("x\t=1", "x\t'=1"),
        ("x\n@1;'=2", "x\n'@1;''=2"),
        ("x;-5", "x;'-5"),
        ("+1\nx", "'+1\nx"),
        ("=1;=2", "'=1;'=2"),
        ("x; y", "x; y"),
    ],
)
def test_what_a_spreadsheet_would_run_has_an_apostrophe(text: str, cell: str) -> None:
    assert safe(text) == cell
    assert unsafe(cell) == text


@given(st.lists(texts))
@example(["a | b", "c\\", "|", " | "])
def test_a_list_can_be_taken_apart(found: list[str]) -> None:
    cell = listed(found)
    parts: list[str] = []
    item, at = "", 0
    while at < len(cell):  # as the documentation tells it, letter by letter
        if cell[at] == "\\":
            item, at = item + cell[at + 1], at + 2
        elif cell.startswith(" | ", at):
            parts, item, at = [*parts, item], "", at + 3
        else:
            item, at = item + cell[at], at + 1
    assert [*parts, item] == ([text for text in map(clean, found) if text] or [""])


def test_what_is_left_out_or_changed_is_told(tmp_path: Path) -> None:
    source = Source(Passage("a"), evidence=(Passage("b"),))
    report = write_csv(
        [Deck("x", (Card("=1", question="x\x00", source=source),), path="x.yaml")], tmp_path / "x.csv", NOW
    )
    assert [each.message for each in report.warnings] == [
        "control characters are left out (1 card)",
        "further passages are left out: a row has room for one (1 card)",
        "a cell that a spreadsheet would run has an apostrophe before it (1 card)",
    ]


@given(deck=decks())
@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
def test_quizlet_gets_a_line_for_each_card(tmp_path: Path, deck: Deck) -> None:
    write_quizlet([deck], tmp_path / "x.tsv", NOW)
    lines = (tmp_path / "x.tsv").read_bytes().decode().split("\n")
    assert lines.pop() == ""
    asked = [question(unmarked(card), deck, Losses()) for card in deck.cards]
    assert [text.split("\t") for text in lines] == [[line(each.prompt), each.answer] for each in asked]


def test_quizlet_says_what_it_has_no_place_for(tmp_path: Path) -> None:
    report = write_quizlet([DECK], tmp_path / "x.tsv", NOW)
    assert [each.message.partition(":")[0] for each in report.warnings] == [
        "other right answers are left out",
        "wrong answers are left out",
        "explanation and passage are left out",
        "tags are left out",
        "other right answers are left out",
        "the tolerance is left out",
    ]


def test_quizlet_refuses_a_card_that_asks_nothing(tmp_path: Path) -> None:
    with pytest.raises(QuizError, match="the card asks nothing"):
        write_quizlet([replace(DECK, cards=(Card("a", question="\x00"),))], tmp_path / "x.tsv", NOW)
    assert not list(tmp_path.iterdir())


@EITHER
def test_the_same_deck_gives_the_same_bytes(tmp_path: Path, write: Write, name: str) -> None:
    for each in "ab":
        write([DECK, OTHER], tmp_path / f"{each}{name}", Request(ord(each)))
    assert (tmp_path / f"a{name}").read_bytes() == (tmp_path / f"b{name}").read_bytes()
