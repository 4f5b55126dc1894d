"""A lock whose merge git left to a person: either side's may be taken, and none of a person's text is lost."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.deck.files import lock_path
from quiz.deck.lock import read_lock
from quiz.deck.merge import merge
from quiz.deck.read import read_deck
from quiz.deck.review import opened
from quiz.errors import QuizError
from tests.deck.edits import EDITS
from tests.deck.test_merge_properties import START, Fact, deck, documents, edited, human, ids

Branch = tuple[list[tuple[int, int]], tuple[Fact, ...]]

BRANCHES: st.SearchStrategy[Branch] = st.tuples(
    st.lists(st.tuples(st.integers(0, len(EDITS) - 1), st.integers(0, 9)), max_size=4), documents(START)
)
SIDES = st.sampled_from(["ours", "theirs"])


def branched(path: Path, edits: list[tuple[int, int]], facts: tuple[Fact, ...], turn: int) -> tuple[str, ...]:
    """Edit a deck, generate it, and edit it again: what a person wrote."""
    for at in (turn, turn + 5):
        path.write_bytes(edited(path.read_bytes().decode(), edits, at).encode())
        merge(path, deck(facts, turn))
    return tuple(human(path.read_bytes().decode()))


@settings(max_examples=40)
@given(BRANCHES, BRANCHES, SIDES, SIDES)
def test_with_the_lock_of_either_side_nothing_a_person_wrote_is_lost(
    tmp_path_factory: pytest.TempPathFactory, one: Branch, other: Branch, lock: str, document: str
) -> None:
    folder = tmp_path_factory.mktemp("branches")
    path, there = folder / "one" / "openings.yaml", folder / "other" / "openings.yaml"
    merge(path, deck(START, 0))
    shutil.copytree(path.parent, there.parent)
    mine = branched(path, *one, turn=0)
    branched(there, *other, turn=1)
    if lock == "theirs":
        lock_path(path).write_bytes(lock_path(there).read_bytes())
    before, proposed = path.read_bytes().decode(), deck((other if document == "theirs" else one)[1], 2)

    merge(path, proposed)

    after = path.read_bytes().decode()
    assert [line for line in mine if line not in human(after)] == []
    assert [name for name in ids(after) if name in ids(before)] == ids(before)
    known = path.read_bytes(), lock_path(path).read_bytes()
    assert not merge(path, proposed).changed
    assert (path.read_bytes(), lock_path(path).read_bytes()) == known


def git(folder: Path, *arguments: str) -> None:
    names = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", folder, *names, *arguments], check=arguments[0] != "merge", capture_output=True)


@pytest.mark.parametrize("side", ["--ours", "--theirs"])
def test_what_the_message_says_settles_a_merge_of_git(tmp_path: Path, side: str) -> None:
    path = tmp_path / "openings.yaml"
    merge(path, deck(START, 0))
    git(tmp_path, "init", "-q", "-b", "main")
    for branch, number, year in (("main", 0, 1800), ("one", 1, 1861), ("main", 3, 1873)):
        if number:
            git(tmp_path, "checkout", "-q", *(["-b"] if branch == "one" else []), branch)
        facts = tuple(Fact(each.number, year if each.number == number else each.year) for each in START)
        text = path.read_text().replace(f"number {number} opened", f"number {number} HUMAN{number} opened")
        path.write_text(text)
        merge(path, deck(facts, 0))
        opened(path).kept(number)
        git(tmp_path, "add", ".")
        git(tmp_path, "commit", "-q", "-m", "generated")
    git(tmp_path, "merge", "one")
    lock = lock_path(path)
    with pytest.raises(QuizError) as raised:
        read_lock(path)
    assert f"(take the lock of either side, `git checkout --ours {lock}`, then `quiz generate`)" in str(raised.value)

    git(tmp_path, "checkout", side, lock.name)
    both = tuple(Fact(each.number, {1: 1861, 3: 1873}.get(each.number, each.year)) for each in START)
    merge(path, deck(both, 0))

    found = read_deck(path)[0]
    assert found
    assert [card.answer for card in found.cards] == ["1800", "1861", "1802", "1873", "1804"]
    assert opened(path).waiting == (2, 4)
    assert [number for number in (0, 1, 3) if f"HUMAN{number}" in path.read_text()] == [0, 1, 3]
