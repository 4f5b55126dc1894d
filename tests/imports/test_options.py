"""Options of the export that mean nothing to imported notes, since these stay of their own note type: each is told."""

from __future__ import annotations

from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from quiz.deck.read import load_decks
from quiz.study.history import History
from quiz.study.model import Grade, Review
from quiz.study.scheduling.days import day_of
from quiz.study.scheduling.schedule import Schedule
from tests.conftest import Run
from tests.imports.owner import Log, Owner

NOW = datetime(2030, 1, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ("", ""),
        ("--present auto", ""),
        ("--force --deck All", ""),
        ("--present typed,choice", "asks as its own note type (for another way of asking, add a card of your own"),
        ("--tag-prefix quiz::", "keeps its tags (write the tags with it into the deck)"),
    ],
)
def test_an_option_that_means_nothing_is_told(run: Run, owner: Owner, tmp_path: Path, options: str, told: str) -> None:
    run("import", owner.export())
    ended = run("export", "decks", "-o", "back.apkg", *options.split())
    warned = [line for line in ended.err.splitlines() if "warning: " in line]
    stay = [line for line in warned if "new cards go to the deck 'All' in Anki, but those it has stay in" in line]
    assert len(stay) == (4 if "--deck" in options else 0)
    warned = [line for line in warned if line not in stay]
    assert (ended.status, len(warned)) == (0, bool(told))
    for line in warned:
        assert line.startswith(f"{options.split(maxsplit=1)[0]}: warning: means nothing to 6 imported notes (cards ")
        assert f" and 3 more): each {told}" in line
        cards = {card.id for deck in load_decks([tmp_path / "decks"]) for card in deck.cards}
        named = line.partition("(cards ")[2].partition(" and")[0].split(", ")
        assert len({*named} & cards) == 3
    assert owner.read(tmp_path / "back.apkg") == (Log(0, 6, 0, 0) if "--force" in options else Log(0, 0, 6, 0))


def test_what_was_learnt_of_imported_notes_stays_here(run: Run, owner: Owner, tmp_path: Path) -> None:
    run("import", owner.export())
    (deck,) = load_decks([tmp_path / "decks/geo-rivers.yaml"])
    card = deck.cards[0].id
    with closing(History(tmp_path / "h.db")) as history:
        review = Review(deck.id, card, NOW, "typed", "x", right=True, grade=Grade.GOOD, duration=9, day=day_of(NOW))
        history.record(review, Schedule().after)
    ended = run("export", "decks", "-o", "back.apkg", "--history", "--history-file", "h.db")
    assert (
        f"--history: warning: what you learnt of imported notes does not go along (card {card})"
        " (Anki goes by what was answered there)"
    ) in ended.err.splitlines()
    assert "--history: no card comes with what was learnt" in ended.err.splitlines()
    assert owner.read(tmp_path / "back.apkg") == Log(0, 0, 6, 0)


def test_a_card_of_ours_beside_them_is_asked_as_wished(run: Run, owner: Owner, tmp_path: Path) -> None:
    run("import", owner.export())
    with (tmp_path / "decks/geo.yaml").open("a") as file:
        file.write("\n  - question: Where is Lyon?\n    answer: In France\n    tags: [city]\n")
    ended = run("export", "decks", "-o", "back.apkg", "--present", "typed", "--tag-prefix", "quiz::")
    assert "cannot be asked" not in ended.err
    assert ended.err.count("means nothing to 6 imported notes") == 2
    assert owner.read(tmp_path / "back.apkg") == Log(1, 0, 6, 0)
    (found,) = owner.col.find_notes("Lyon")
    note = owner.col.get_note(found)
    assert (note.note_type()["name"], note.tags) == ("Quiz Typed", ["quiz::city"])


def test_one_way_of_naming_sub_decks_at_a_time(run: Run, owner: Owner, tmp_path: Path) -> None:
    run("import", owner.export())
    ended = run("export", "decks", "-o", "back.apkg", "--subdecks", "--subdecks-from", "chapter")
    assert ended.status == 2
    assert "--subdecks goes by a card's first tag, --subdecks-from by one tag: give one of the two" in ended.err
    assert not (tmp_path / "back.apkg").exists()
