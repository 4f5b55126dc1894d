"""Every broken deck gets its messages, all of them, each with its place: `broken/` holds decks and what is said."""

from __future__ import annotations

import errno
import os
import tracemalloc
from pathlib import Path
from typing import Never

import pytest
import yaml

from quiz.checking.run import check_decks
from quiz.deck import files, nodes
from quiz.deck.cards import CARD_KEYS
from quiz.deck.files import SAVE_IT
from quiz.deck.parse import DECK_KEYS, read_string
from quiz.deck.read import read_deck
from quiz.deck.sights import seen
from quiz.deck.syntax import QUOTE_IT, explained
from quiz.deck.teaching import WRONG_KEYS
from quiz.errors import QuizError
from tests.growth import grows_linearly

CASES = sorted((Path(__file__).parent / "broken").glob("*.txt"))


def split(case: Path) -> tuple[str, list[str]]:
    """A case's deck, and the messages expected."""
    text, expected = case.read_bytes().decode().rsplit("=====\n", 1)
    return text, expected.splitlines()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.stem)
def test_all_problems_are_told_with_place_and_hint(case: Path) -> None:
    text, expected = split(case)
    reading = read_string(text, "deck.yaml")
    assert [str(problem) for problem in reading.problems] == expected
    assert reading.deck is None


@pytest.mark.parametrize("case", [case for case in CASES if case.stem.startswith("syntax")], ids=lambda case: case.stem)
def test_the_loader_in_python_stops_at_the_same_line(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text, expected = split(case)
    monkeypatch.setattr(nodes, "LOADER", yaml.BaseLoader)
    problems = read_string(text, "deck.yaml").problems
    assert [problem.place.line for problem in problems] == [int(line.split(":")[1]) for line in expected]
    assert [problem.message for problem in problems] == [
        message.split(": ", 2)[2].rsplit(" (", 1)[0] for message in expected
    ]


BYTES = {
    "utf-16": ("title: é".encode("utf-16"), f": error[not-utf-8]: is saved as UTF-16 ({SAVE_IT})"),
    "latin-1": (
        b"title: a\ncards:\n  - question: caf\xe9?\n",
        f":3:18: error[not-utf-8]: the `é` here is not saved as UTF-8 (byte 0xe9) ({SAVE_IT})",
    ),
    "windows": (
        b'title: "\xc3\xa9 \x93a\x94"\n',
        f":1:11: error[not-utf-8]: the `“` here is not saved as UTF-8 (byte 0x93) ({SAVE_IT})",
    ),
    "rich": (
        b"{\\rtf1\\ansi title: a}",
        ": error[not-text]: is a formatted document (RTF), not text (save it as plain text)",
    ),
    "binary": (b"\x7fELF\0\0\0", ": error[not-text]: is a binary file, not text (name a YAML file)"),
    "utf-16-bare": ("title: e".encode("utf-16-le"), f": error[not-utf-8]: is saved as UTF-16 ({SAVE_IT})"),
    "utf-32": ("title: e".encode("utf-32"), f": error[not-utf-8]: is saved as UTF-32 ({SAVE_IT})"),
    "pdf": (b"%PDF-1.7\n%\xe2", ": error[not-text]: is a PDF, not text (name a YAML file)"),
    "word": (b"PK\3\4\0\0", ": error[not-text]: is a packed file, as Word documents are, not text (name a YAML file)"),
    "zero": (
        b"title: " + b"x" * 90 + b"\0\n",
        ":1:98: error[control-character]: a control character (U+0000) stands here (remove it; editors can show it)",
    ),
    "random": (
        bytes(range(128, 256)) * 40,
        f":1:1: error[not-utf-8]: a character here is not saved as UTF-8 (byte 0x80) ({SAVE_IT})",
    ),
}


@pytest.mark.parametrize("name", BYTES)
def test_what_is_no_text_is_told_on_one_line(name: str, tmp_path: Path) -> None:
    data, expected = BYTES[name]
    path = tmp_path / "deck.yaml"
    path.write_bytes(data)
    deck, problems = read_deck(path)
    assert deck is None
    assert [str(problem) for problem in problems] == [f"{path}{expected}"]


def test_paths_stand_in_messages_as_they_were_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    assert (
        str(read_deck(Path("nope.yaml"))[1][0])
        == "nope.yaml: error[no-file]: there is no such file (is the name spelled right?)"
    )
    assert (
        str(read_deck(Path("folder"))[1][0]) == "folder: error[not-a-file]: is a folder, not a file (name a file in it)"
    )
    os.mkfifo(tmp_path / "pipe")
    assert (
        str(read_deck(Path("pipe"))[1][0])
        == "pipe: error[not-a-file]: is a device or pipe, not a file (save it as a file first)"
    )
    assert "too long" in str(read_deck(Path("x" * 300 + ".yaml"))[1][0])
    assert "cannot be read" in str(read_deck(Path("a\0b.yaml"))[1][0])


def denied(*_: object, **__: object) -> Never:
    """Refuse as the system does to whoever is not root, which CI may be."""
    raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "deck.yaml"
    path.touch()
    monkeypatch.setattr(Path, "open", denied)
    assert "error[cannot-read]: cannot be read: permission denied" in str(read_deck(path)[1][0])


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "deck.yaml"
    with path.open("wb") as file:
        file.truncate(100 * 2**20)
    tracemalloc.start()
    try:
        assert str(read_deck(path)[1][0]).endswith(
            ": error[too-large]: is larger than 32 MB (split it into several decks)"
        )
        assert tracemalloc.get_traced_memory()[1] < files.LIMIT * 2.5
    finally:
        tracemalloc.stop()


def test_too_many_values_and_problems_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    problems = read_string("title: x\ncards:\n" + "  - a\n" * 1500, "deck.yaml").problems
    assert len(problems) == 1001
    assert (
        str(problems[-1]).split(": ", 1)[1].startswith("error[too-many-problems]: more problems follow, which are not")
    )
    monkeypatch.setattr(nodes, "VALUES", 1000)
    assert "error[too-many-values]: a deck may hold 1,000 values" in str(
        read_string("title: x\ncards:\n" + "  - a\n" * 1500, "deck.yaml").problems[0]
    )


def test_all_decks_are_checked_in_one_run(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text("title: x\ncards:\n  - question: q?\n")
    for name in ("c", "d", "e"):
        (tmp_path / f"{name}.yaml").write_text(f"title: x\nid: same\ncards:\n  - question: {name}?\n    answer: a\n")
    (tmp_path / "c.lock").write_text("{")
    lines = [str(problem).removeprefix(f"{tmp_path}/") for problem in check_decks([tmp_path])]
    assert [line.split(": ", 1)[0] for line in lines] == ["a.yaml:3:5", "b.yaml:3:5", "c.lock:1:2", "e.yaml"]
    assert "error[bad-lock]: " in lines[2]
    assert "error[same-deck-id]: this deck has the same id (same)" in lines[-1]


def test_nothing_to_check_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(QuizError) as raised:
        check_decks([tmp_path, Path("nope")])
    assert [str(problem).split(" (")[0] for problem in raised.value.problems] == [
        f"{tmp_path}: error[no-deck]: no deck",
        "nope: error[no-file]: there is no such file or folder",
    ]


def test_a_colon_without_a_space_is_seen_behind_every_key() -> None:
    for key in (*CARD_KEYS, *DECK_KEYS, *WRONG_KEYS, "document", "evidence"):
        for name in (key, key.title()):
            assert (seen(f"    {name}:x") or [""])[0] == "yaml-space", key


def test_what_the_parser_says_is_passed_on_where_there_is_nothing_better() -> None:
    error = yaml.MarkedYAMLError(problem="a reason of its own")
    assert explained(error, "a: b") == ("yaml", 0, "this is not valid YAML: a reason of its own", QUOTE_IT)


@pytest.mark.parametrize("piece", ["question" + " " * 100_000, "a " * 50_000, "- " * 50_000, "a" * 100_000])
def test_looking_at_a_broken_line_takes_no_longer_than_the_line(piece: str) -> None:
    assert grows_linearly(lambda size: seen(f"{piece[:size]}:#", loose=True), 25_000)


def test_a_line_of_blanks_takes_no_longer_than_it_is_long() -> None:
    def work(size: int) -> None:
        assert read_string(f"title: a\ncards:\n  - question:{' ' * size}x: y{'y' * 99}\n", "deck.yaml").problems

    assert grows_linearly(work, 4_000)


def test_an_item_with_a_colon_is_shown_in_quotes_whole() -> None:
    text = "title: a\ncards:\n  - question: b\n    answer: c\n    distractors:\n      - Note: this: that\n"

    hints = [each.hint for each in read_string(text, "deck.yaml").problems if each.code == "yaml-colon"]

    assert hints == ['put the whole text in quotes: `- "Note: this: that"`']
