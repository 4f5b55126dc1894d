"""Each document gets one deck, and the same one every time."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck.model import Deck
from quiz.errors import QuizError
from quiz.verbs.names import deck_paths, source_of


def deck(path: Path, source: str = "") -> Deck:
    """A deck that names a source."""
    return Deck(title="Rivers", cards=(), source=source, path=str(path))


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    """Four documents of the same name, of different formats and folders."""
    paths = [tmp_path / name for name in ("a/rivers.html", "a/rivers.md", "b/rivers.md", "b/Rivers.txt")]
    for path in paths:
        path.parent.mkdir(exist_ok=True)
        path.touch()
    return paths


def test_names_tell_collisions_apart(documents: list[Path]) -> None:
    chosen = deck_paths(documents, Path("decks"), [])

    assert [path.name for path in chosen.values()] == [
        "rivers.yaml",
        "rivers-md.yaml",
        "b-rivers.yaml",
        "Rivers-txt.yaml",
    ]


def test_the_order_of_the_arguments_does_not_matter(documents: list[Path]) -> None:
    assert deck_paths(documents[::-1], Path("decks"), []) == deck_paths(documents, Path("decks"), [])


def test_a_document_keeps_the_deck_that_names_it(documents: list[Path], tmp_path: Path) -> None:
    renamed = tmp_path / "decks" / "my own name.yaml"

    chosen = deck_paths(documents, tmp_path / "decks", [deck(renamed, "../b/rivers.md")])

    assert chosen[documents[2]] == renamed
    assert chosen[documents[0]].name == "rivers.yaml"


def test_a_document_does_not_take_the_deck_of_another(documents: list[Path], tmp_path: Path) -> None:
    taken = deck(tmp_path / "decks" / "rivers.yaml", "../a/rivers.md")

    assert deck_paths([documents[2]], tmp_path / "decks", [taken])[documents[2]].name == "rivers-md.yaml"


def test_a_document_does_not_take_a_deck_written_by_hand(documents: list[Path], tmp_path: Path) -> None:
    by_hand = deck(tmp_path / "decks" / "Rivers.yaml")

    assert deck_paths([documents[1]], tmp_path / "decks", [by_hand])[documents[1]].name == "rivers-md.yaml"


@pytest.mark.parametrize("name", ["rivers.yaml", "rivers.yml", "Rivers.yaml"])
def test_a_document_that_moved_takes_its_deck_along(documents: list[Path], tmp_path: Path, name: str) -> None:
    orphan = deck(tmp_path / "decks" / name, "../gone/rivers.md")

    assert deck_paths([documents[1]], tmp_path / "decks", [orphan])[documents[1]].name == name


def test_a_document_named_twice_gets_one_deck(documents: list[Path]) -> None:
    again = documents[0].parent / ".." / "a" / documents[0].name

    assert len(deck_paths([documents[0], again], Path("decks"), [])) == 1


@given(st.lists(st.from_regex(r"[ab]/[xX]\.(md|txt)", fullmatch=True) | st.just("b/x-2.md"), unique=True, max_size=8))
def test_no_two_documents_share_a_deck(names: list[str]) -> None:
    chosen = deck_paths([Path(name) for name in names], Path("decks"), [])

    assert len({path.name.casefold() for path in chosen.values()}) == len(names)


def test_a_source_is_named_relative_to_the_deck(tmp_path: Path) -> None:
    assert source_of(tmp_path / "seeds" / "a b.md", tmp_path / "decks" / "x" / "a b.yaml") == "../../seeds/a b.md"


def test_a_name_that_no_deck_can_hold_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QuizError, match="rename it"):
        source_of(tmp_path / os.fsdecode(b"caf\xe9.md"), tmp_path / "cafe.yaml")


@pytest.mark.parametrize(
    "source", ["x" * 5000, "x/" * 5000, "loop.md", "a\0b", "\ud800"], ids=lambda name: ascii(name[:9])
)
def test_a_source_that_no_system_can_follow_is_gone(documents: list[Path], tmp_path: Path, source: str) -> None:
    (tmp_path / "loop.md").symlink_to("loop.md")
    odd = deck(tmp_path / "rivers.yaml", source)

    assert deck_paths([documents[1]], tmp_path, [odd])[documents[1]].name == "rivers.yaml"


def test_a_document_that_is_a_loop_of_links_gets_a_deck_as_any_other(tmp_path: Path) -> None:
    loop = tmp_path / "loop.md"
    loop.symlink_to(loop)

    assert deck_paths([loop], tmp_path, [])[loop].name == "loop.yaml"


def test_a_document_does_not_share_the_lock_of_a_deck(documents: list[Path], tmp_path: Path) -> None:
    by_hand = deck(tmp_path / "decks" / "rivers.yml")

    assert deck_paths([documents[1]], tmp_path / "decks", [by_hand])[documents[1]].name == "rivers-md.yaml"
