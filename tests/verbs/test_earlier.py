"""`quiz generate` keeps the wrong answers of cards that are asked as before, whatever is remembered of the document."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.deck.read import read_deck
from quiz.verbs.earlier import earlier, key
from tests.conftest import Run
from tests.questions.test_earlier import CANALS, NUMBERS
from tests.verbs.documents import contents

CHANGED = (*NUMBERS[:4], 1933)
DECK = Path("decks", "canals.yaml")


def write(numbers: tuple[int, ...]) -> None:
    Path("canals.md").write_text(CANALS.format(*numbers))


@pytest.fixture
def before(run: Run) -> dict[str, bytes]:
    """The deck and lock of the first document, and then the second document."""
    write(NUMBERS)
    run("generate", "canals.md")
    made = contents(Path("decks"))
    write(CHANGED)
    return made


def wrong(thing: str) -> tuple[str, ...]:
    deck, problems = read_deck(DECK)
    assert deck, problems
    (found,) = (card.distractors for card in deck.cards if thing in card.prompt and card.kind == "date")
    return found


def test_a_card_changes_where_its_own_sentence_does(run: Run, before: dict[str, bytes]) -> None:
    kept = wrong("Albert")

    assert "1 updated, 10 unchanged" in run("generate", "canals.md").out

    assert wrong("Albert") == kept
    after = contents(Path("decks"))
    assert after != before
    assert "11 unchanged" in run("generate", "canals.md", "--explain").out
    assert contents(Path("decks")) == after


@pytest.mark.parametrize("remembered", [True, False])
def test_a_deck_made_anew_is_that_of_a_new_folder(
    run: Run, before: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, *, remembered: bool
) -> None:
    if not remembered:
        monkeypatch.setenv("QUIZ_CACHE", "")
    run("generate", "canals.md")
    run("generate", "canals.md", "-o", "new")
    for path in Path("decks").iterdir():
        path.unlink()

    run("generate", "canals.md")

    assert before
    assert contents(Path("decks")) == contents(Path("new"))


@pytest.mark.parametrize("remembered", [True, False])
def test_an_older_lock_and_deck_come_to_the_same_whatever_is_remembered(
    run: Run, before: dict[str, bytes], monkeypatch: pytest.MonkeyPatch, *, remembered: bool
) -> None:
    run("generate", "canals.md")
    after = contents(Path("decks"))
    run("generate", "canals.md", "-o", "new")
    for name, data in before.items():
        Path("decks", name).write_bytes(data)
    if not remembered:
        monkeypatch.setenv("QUIZ_CACHE", "")

    run("generate", "canals.md", "--dry-run")
    run("generate", "canals.md")

    assert contents(Path("decks")) == after


def test_several_processes_keep_them_too(run: Run, before: dict[str, bytes]) -> None:
    kept = wrong("Albert")
    Path("other.md").write_text("# Other\n\nThe mill was built in 1820. The bridge was opened in 1840.\n")
    run("generate", "canals.md", "other.md", "--jobs", "2")
    assert before
    assert wrong("Albert") == kept


def test_what_is_known_has_a_name_of_its_own(before: dict[str, bytes]) -> None:
    known = earlier(DECK)
    assert len(known) == 11
    assert key(known) == key(known[::-1]) != key(known[1:])
    assert (key(()), earlier(Path("decks", "none.yaml"))) == ("", ())
    assert before
