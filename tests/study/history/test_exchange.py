"""The history as lines of JSON: out and in is the same, twice is once, two are put together, none is trusted."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.errors import QuizError
from quiz.study.history import History
from quiz.study.history.lines import dumped
from quiz.study.history.merging import Merged
from quiz.study.history.reading import LONGEST, PROBLEMS, Reader
from quiz.study.model import MARKS, MODES, WAYS, Grade, Review
from quiz.study.scheduling.schedule import Schedule, fits
from tests.study.history.histories import DECK, MOVES, STEP, Move, play, played, standing
from tests.study.sample_decks import MORNING

PAGE = (Path(__file__).parents[3] / "docs" / "history.md").read_text(encoding="utf-8")
HEADER = b'{"quiz": "history", "format": 1}\n'
PUBLISHED = json.loads(next(line for line in PAGE.splitlines() if '"weights": [' in line))["weights"]
REVIEW = {
    "type": "review", "id": 1, "deck": "d", "card": "c", "at": "2026-11-22T09:30:00.000Z", "day": "2026-11-22",
    "mode": "study", "way": "typed", "answer": "Tigris", "right": True, "grade": 3, "duration": 4200,
}  # fmt: skip
EVENT = {
    "type": "event", "id": 1, "deck": "d", "card": "c", "at": "2026-11-22T09:30:00.000Z", "day": "2026-11-22",
    "what": "flag",
}  # fmt: skip


def written(history: History, decks: Iterable[str] | None = None) -> list[str]:
    """Write a history as lines."""
    return list(dumped(history.entries(decks)))


def read(history: History, lines: Iterable[str | bytes], name: str = "x.jsonl") -> Merged:
    """Add lines to a history."""
    data = [line if isinstance(line, bytes) else f"{line}\n".encode() for line in lines]
    return history.merge(Reader(name, data, fits).entries(), lambda weights: Schedule(weights=weights).after)


@settings(max_examples=50)
@given(MOVES)
def test_out_and_in_again_is_the_same(moves: list[Move]) -> None:
    history, other = played(moves), History(Path(":memory:"))
    lines = written(history)

    read(other, lines)

    assert written(other) == lines
    assert standing(other) == standing(history)
    again = read(other, lines)
    assert (again.added, again.known) == (0, len(lines) - 1)
    assert written(other) == lines
    history.close()
    other.close()


@settings(max_examples=40)
@given(MOVES, MOVES, MOVES)
def test_two_histories_are_put_together(both: list[Move], here: list[Move], there: list[Move]) -> None:
    one, other = played(both), played(both)
    later = MORNING + timedelta(days=30)
    play(one, here, later)
    play(other, there, later + timedelta(seconds=1))

    read(one, written(other))
    read(other, written(one))

    assert standing(one) == standing(other)
    assert contents(written(one)) == contents(written(other))
    assert read(one, written(other)).added == 0
    one.close()
    other.close()


def contents(lines: list[str]) -> list[str]:
    """Return lines without the numbers that tell rows of one history apart."""
    return [re.sub(r'"id": \d+|"of": \{"\w+": \d+\}', "", line) for line in lines]


def test_answers_of_two_computers_follow_each_other(tmp_path: Path) -> None:
    here, there, whole = (History(tmp_path / f"{name}.db") for name in ("here", "there", "whole"))
    for number in range(6):
        review = Review(DECK, "a", MORNING + timedelta(days=3 * number), "typed", "x", True, Grade.GOOD, 1)  # noqa: FBT003
        (here if number % 2 else there).record(review, STEP)
        whole.record(review, STEP)

    merged = read(here, written(there))

    assert (merged.reviews, merged.known) == (3, 0)
    assert standing(here) == standing(whole)
    assert merged.backup
    backup = History(merged.backup)
    assert len(list(backup.reviews())) == 3
    assert merged.backup.stat().st_mode & 0o777 == 0o600


def test_the_same_mark_taken_back_on_two_computers(tmp_path: Path) -> None:
    here, there = History(tmp_path / "here.db"), History(tmp_path / "there.db")
    here.record(Review(DECK, "a", MORNING, "typed", "x", True, Grade.GOOD, 1), STEP)  # noqa: FBT003
    here.mark((DECK, "a"), "flag", MORNING, 1, STEP)
    read(there, written(here))
    for minutes, history in ((1, here), (2, there)):
        history.undo_review(1, MORNING + timedelta(minutes=minutes), 1, STEP)
        history.undo_event(1, MORNING + timedelta(minutes=minutes), 1, STEP)

    read(here, written(there))

    assert standing(here) == ({}, {}, [])


def test_weights_come_along_and_memory_follows_them(tmp_path: Path) -> None:
    here, there = History(tmp_path / "here.db"), History(tmp_path / "there.db")
    for history, card in ((here, "a"), (there, "b")):
        history.record(Review(DECK, card, MORNING, "typed", "x", True, Grade.GOOD, 1), STEP)  # noqa: FBT003
    weights = (PUBLISHED[0], PUBLISHED[1], 9.0, *PUBLISHED[3:])
    there.keep_weights(weights, 700, MORNING + timedelta(days=1), Schedule(weights=weights).after)
    due = here.memories([DECK])[DECK, "a"].due

    read(here, written(there))

    assert here.weights() == weights
    assert {memory.stability for memory in here.memories([DECK]).values()} == {9.0}
    assert here.memories([DECK])[DECK, "a"].due == due


def test_some_decks_alone(tmp_path: Path) -> None:
    history = History(tmp_path / "h.db")
    for deck in ("rivers", "lakes"):
        history.record(Review(deck, "a", MORNING, "typed", "x", True, Grade.GOOD, 1), STEP)  # noqa: FBT003
        history.mark((deck, "a"), "flag", MORNING, 1, STEP)
    history.keep_weights(PUBLISHED, 1, MORNING)

    assert [json.loads(line).get("deck") for line in written(history, ["lakes"])] == [None, "lakes", "lakes"]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([b""], "x.jsonl: the file is empty"),
        ([b"hello\n"], "x.jsonl:1: is not a line of JSON"),
        ([b"[1]\n"], "x.jsonl:1: is not an object of JSON"),
        ([b'{"quiz": "deck"}\n'], "x.jsonl:1: `quiz` is none of history"),
        ([b'{"quiz": "history", "format": 2}\n'], "x.jsonl:1: is of a newer version of quiz"),
        ([HEADER, b"[" * 100_000], "x.jsonl:2: is not a line of JSON"),
        ([HEADER, b'{"id": ' + b"9" * 5000 + b"}"], "x.jsonl:2: is not a line of JSON"),
        ([HEADER, b"\xff\xfe"], "x.jsonl:2: is not a line of JSON"),
        ([HEADER, b" " * (LONGEST + 1)], "x.jsonl:2: the line is longer than 64 MB"),
        ([HEADER, b"{}"], "x.jsonl:2: `type` is missing"),
        ([HEADER, REVIEW | {"type": ["review"]}], "x.jsonl:2: `type` is none of review, event, weights"),
        ([HEADER, REVIEW | {"colour": 1}], "x.jsonl:2: the key `colour` is not known"),
        ([HEADER, REVIEW | {"deck": ""}], "x.jsonl:2: `deck` or `card` is empty"),
        ([HEADER, REVIEW | {"deck": 5}], "x.jsonl:2: `deck` is not a text"),
        ([HEADER, REVIEW | {"at": "noon"}], "x.jsonl:2: `at` is no time from 1970 to 2200"),
        ([HEADER, REVIEW | {"at": "2026-11-22T09:30:00"}], "x.jsonl:2: `at` is no time"),
        ([HEADER, REVIEW | {"at": "0001-01-01T00:00:00+14:00"}], "x.jsonl:2: `at` is no time"),
        ([HEADER, REVIEW | {"clock": "9999-12-31T23:59:59Z"}], "x.jsonl:2: `clock` is no time"),
        ([HEADER, REVIEW | {"day": "2026-02-30"}], "x.jsonl:2: `day` is no date"),
        ([HEADER, REVIEW | {"grade": True}], "x.jsonl:2: `grade` is no whole number from 1 to 4"),
        ([HEADER, REVIEW | {"grade": 5}], "x.jsonl:2: `grade` is no whole number from 1 to 4"),
        ([HEADER, REVIEW | {"duration": 1e300}], "x.jsonl:2: `duration` is no whole number"),
        ([HEADER, REVIEW | {"duration": 2**70}], "x.jsonl:2: `duration` is no whole number"),
        ([HEADER, REVIEW | {"right": 1}], "x.jsonl:2: `right` is neither true nor false"),
        ([HEADER, REVIEW | {"way": "guess"}], "x.jsonl:2: `way` is none of choice, typed, reveal"),
        ([HEADER, REVIEW, REVIEW], "x.jsonl:3: `id` 1 stands in a line before"),
        ([HEADER, EVENT | {"what": "undo"}], "x.jsonl:2: `of` is missing"),
        ([HEADER, EVENT | {"what": "undo", "of": 1}], "x.jsonl:2: `of` is not"),
        ([HEADER, EVENT | {"what": "undo", "of": {"review": 7}}], "x.jsonl:2: `of` names no review of this card"),
        ([HEADER, EVENT | {"of": {"review": 7}}], "x.jsonl:2: the key `of` is not known"),
        ([HEADER, EVENT, EVENT | {"what": "undo", "of": {"event": 1}}], "x.jsonl:3: `id` 1 stands in a line before"),
        ([HEADER, REVIEW, EVENT | {"card": "e", "what": "undo", "of": {"review": 1}}], "x.jsonl:3: `of` names no"),
        ([HEADER, {"type": "weights", "weights": [1, "x"], "reviews": 1}], "x.jsonl:2: `weights` is not a list"),
        ([HEADER, {"type": "weights", "weights": [1, 2], "reviews": 1}], "x.jsonl:2: `weights` are none"),
        ([HEADER, {"type": "weights", "weights": [float("nan")], "reviews": 1}], "x.jsonl:2: `weights` is not"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_wrong_line_is_named_and_nothing_is_imported(
    lines: list[bytes | dict[str, object]], said: str, tmp_path: Path
) -> None:
    history = History(tmp_path / "h.db")
    good = json.dumps(REVIEW | {"id": 99, "card": "good"}).encode() + b"\n"
    data = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]

    with pytest.raises(QuizError) as error:
        read(history, [*data, good] if any(data) else [])

    assert str(error.value).startswith(said)
    assert list(history.reviews()) == []
    assert written(history) == [HEADER.decode().strip()]


def test_all_that_is_wrong_is_told_up_to_a_number(tmp_path: Path) -> None:
    history = History(tmp_path / "h.db")
    with pytest.raises(QuizError) as error:
        read(history, [HEADER, *(json.dumps(REVIEW | {"id": n, "grade": n % 5}) for n in range(40))])
    assert [problem.place.line for problem in error.value.problems] == [2, 7, 12, 17, 22, 27, 32, 37]
    with pytest.raises(QuizError) as error:
        read(history, [HEADER, *["nonsense"] * 1000])
    assert len(error.value.problems) == PROBLEMS


@given(st.lists(st.binary() | st.sampled_from([json.dumps(REVIEW).encode(), json.dumps(EVENT).encode(), b"{}"])))
def test_whatever_a_file_holds_it_is_read_or_refused(lines: list[bytes]) -> None:
    history = History(Path(":memory:"))
    refused = None
    try:
        read(history, [HEADER, *lines])
    except QuizError as error:
        refused = error
    assert not refused or all(problem.place.line for problem in refused.problems)
    assert not refused or written(history) == [HEADER.decode().strip()]
    history.close()


def test_the_page_shows_what_is_written(tmp_path: Path) -> None:
    (block,) = re.findall(r"^```jsonl\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
    history = History(tmp_path / "h.db")

    read(history, block.splitlines())

    assert written(history) == block.splitlines()
    shown = set().union(*(json.loads(line) for line in block.splitlines()[1:]))
    table = [line for line in PAGE.splitlines() if re.match(r"\| `\w+`.* \| (all|review|event|weights)", line)]
    assert {name for line in table for name in re.findall(r"`(\w+)`", line.split("|")[1])} == shown
    for word in (*WAYS, *MODES, *MARKS, "undo"):
        assert any(f"`{word}`" in line for line in table)
