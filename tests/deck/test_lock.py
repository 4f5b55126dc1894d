"""The lock keeps what every verb wrote into it, and says where it is broken."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quiz.deck.files import lock_path
from quiz.deck.ledger import Note
from quiz.deck.lock import Generated, Known, Lock, read_lock, write_lock
from quiz.deck.theirs import Role, Theirs
from quiz.errors import QuizError

FULL = Lock(
    deck="k3v8bcdf2345",
    notes={
        "b": Note("quiz-card", "hash", 1700000000),
        "c": Note("question", "h2", 1700000009, since=1700000009, before=((0, "h0", 1), (5, "h1", 6))),
    },
    head={"title": "Wars \u2028 \U0001f600", "tags": ["a"]},
    generated={
        "b": Generated({"answer": "1829", "source": {"line": "3", "evidence": [{"text": "x"}]}}),
        "a": Generated({"answer": "no"}, deleted=True),
    },
    known={"z": Known("Which?", "Tigris"), "c": Known("And?", "Nile", gone=True)},
    subdecks="::",
    filed={"b": ("hard", "")},
    rest={"later": {"kept": [1, None]}},
)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    deck = tmp_path / "wars.yaml"
    write_lock(deck, FULL)
    assert lock_path(deck) == tmp_path / "wars.lock"
    assert read_lock(deck) == FULL
    assert list(read_lock(deck).known) == ["z", "c"]
    assert json.loads((tmp_path / "wars.lock").read_text("utf-8"))["lock"] == 1


def test_a_deck_without_a_lock_has_an_empty_one(tmp_path: Path) -> None:
    assert read_lock(tmp_path / "wars.yaml") == Lock()


def test_each_card_has_a_line_and_the_order_they_came_in_does_not_matter(tmp_path: Path) -> None:
    deck = tmp_path / "wars.yaml"
    write_lock(deck, FULL)
    before = lock_path(deck).read_bytes()
    write_lock(deck, Lock(**{**vars_of(FULL), "generated": dict(reversed(FULL.generated.items()))}))
    assert lock_path(deck).read_bytes() == before
    text = before.decode()
    assert [line for line in text.splitlines() if '"answer": "1829"' in line] == [
        '  "b": {"values": {"answer": "1829", "source": {"line": "3", "evidence": [{"text": "x"}]}}}'
    ]


def vars_of(lock: Lock) -> dict[str, Any]:
    return {name: getattr(lock, name) for name in Lock.__slots__}


def test_nothing_is_written_if_nothing_changed(tmp_path: Path) -> None:
    deck = tmp_path / "wars.yaml"
    write_lock(deck, FULL)
    before = lock_path(deck).stat()
    write_lock(deck, read_lock(deck))
    after = lock_path(deck).stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)
    write_lock(deck, Lock())
    assert lock_path(deck).stat().st_ino != before.st_ino
    assert [path.name for path in tmp_path.iterdir()] == ["wars.lock"]


def test_a_link_is_followed_and_the_mode_is_kept(tmp_path: Path) -> None:
    real = tmp_path / "real.lock"
    real.write_text("{}")
    real.chmod(0o640)
    (tmp_path / "wars.lock").symlink_to(real)
    write_lock(tmp_path / "wars.yaml", FULL)
    assert (tmp_path / "wars.lock").is_symlink()
    assert real.stat().st_mode & 0o777 == 0o640
    assert read_lock(tmp_path / "wars.yaml") == FULL


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ":1:1: is not a whole lock file"),
        ('{"lock": 1,\n"deck"', ":2:7: is not a whole lock file"),
        ("[]", ": `the whole file` is not an object"),
        ("{}", ": is not a lock of quiz"),
        ('{"lock": 2}', ": is of a newer version of quiz"),
        ('{"lock": 1, "deck": 5}', ": `deck` is not text"),
        ('{"lock": 1, "notes": {"a": {"mod": "x"}}}', ": the note of card `a` has no `mod`"),
        (
            '{"lock": 1, "notes": {"a": {"mod": 1, "since": "x"}}}',
            ": the note of card `a` has `since` that is no number",
        ),
        (
            '{"lock": 1, "notes": {"a": {"mod": 1, "before": [[1, 2, 3]]}}}',
            ": the note of card `a` has a `before` that",
        ),
        ('{"lock": 1, "notes": {"a": {"mod": 1, "before": 1}}}', ": the note of card `a` has a `before` that makes no"),
        ('{"lock": 1, "generated": {"a": {"values": {"b": 1}}}}', ": `a` holds what is not text"),
        ('{"lock": 1, "known": {}}', ": `known` is not a list"),
        ('{"lock": 1, "filed": {"a": ["b"]}}', ": what `a` is filed by makes no sense"),
        ('{"lock": 1, "filed": {"a": ["b", 1]}}', ": what `a` is filed by makes no sense"),
        ("[" * 100_000, ": is nested too deep"),
    ],
)
def test_a_broken_lock_is_an_error_with_place_and_hint(text: str, expected: str, tmp_path: Path) -> None:
    (tmp_path / "wars.lock").write_text(text)
    with pytest.raises(QuizError) as raised:
        read_lock(tmp_path / "wars.yaml")
    place, message = expected.split(": ", 1)
    assert f"{tmp_path}/wars.lock{place}: error[bad-lock]: {message}" in str(raised.value)
    assert "restore it from version control" in str(raised.value)


ROLE = {"ord": 0, "question": [0], "answer": [1]}
THEIRS = {"notetype": "7", "fields": ["a", "b"], "tags": ["x"], "hash": "h", "mod": 5, "cards": {"c1": ROLE}}


def test_notes_of_someone_else_are_kept(tmp_path: Path) -> None:
    deck = tmp_path / "a.yaml"
    before = ((3, {"c1": {"answer": "c", "tags": ["x"]}}),)
    note = Theirs("7", ("a", "b"), ("x",), "h", 5, {"c1": Role(0, {"question": (0,), "answer": (1,)})}, before=before)
    write_lock(deck, Lock(deck="d", imported="anki", theirs={"g": note}, notetypes={"7": {"id": 7}}))
    again = read_lock(deck)
    assert (again.theirs, again.notetypes, again.imported) == ({"g": note}, {"7": {"id": 7}}, "anki")
    assert json.loads(lock_path(deck).read_text())["theirs"] == {"g": THEIRS | {"before": [before[0][1]], "since": [3]}}


def test_locks_of_before_do_not_say_when_anki_was_told(tmp_path: Path) -> None:
    deck = tmp_path / "a.yaml"
    lock_path(deck).write_text(json.dumps({"lock": 1, "theirs": {"g": THEIRS | {"before": [{}]}}}))
    assert read_lock(deck).theirs["g"].before == ((0, {}),)


@pytest.mark.parametrize(
    "change",
    [
        {"fields": "ab"}, {"fields": [1]}, {"tags": None}, {"mod": "5"}, {"mod": True}, {"cards": []},
        {"cards": {"c": 3}}, {"cards": {"c": {"ord": -1}}}, {"cards": {"c": {"ord": 0, "answer": [2]}}},
        {"cards": {"c": {"ord": 0, "answer": 1}}}, {"cards": {"c": {"ord": 0, "answer": ["x"]}}},
        {"since": 5}, {"since": ["x"]}, {"before": {}}, {"before": [5]}, {"before": [{"c1": {"answer": 5}}]},
    ],
)  # fmt: skip
def test_notes_of_someone_else_that_make_no_sense(tmp_path: Path, change: dict[str, Any]) -> None:
    deck = tmp_path / "a.yaml"
    lock_path(deck).write_text(json.dumps({"lock": 1, "theirs": {"g": THEIRS | change}}))
    with pytest.raises(QuizError, match="makes no sense"):
        read_lock(deck)


def test_the_marks_of_a_merge_are_told_with_what_settles_them(tmp_path: Path) -> None:
    lock = tmp_path / "of wars.lock"
    for inner, more in (('"deck": "x"', ""), ('"generated": {}', ", then `quiz generate`")):
        lock.write_text(f'{{\n<<<<<<< HEAD\n"lock": 1,\n=======\n{inner}\n>>>>>>> other\n}}')
        with pytest.raises(QuizError) as raised:
            read_lock(tmp_path / "of wars.yaml")
        message = f"{lock}:2:1: error[bad-lock]: holds the marks of an unfinished git merge"
        assert str(raised.value) == f"{message} (take the lock of either side, `git checkout --ours '{lock}'`{more})"
