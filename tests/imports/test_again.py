"""Imported again: what changed there comes in where nobody changed it here, ids never move, deletions last."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.deck.merge import merge
from quiz.deck.model import Card, Deck
from quiz.errors import QuizError
from tests.conftest import Run
from tests.imports.conftest import Decks
from tests.imports.hostile import collection
from tests.imports.owner import FORMATS, Owner


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def change(owner: Owner, search: str, **fields: str) -> None:
    note = owner.col.get_note(owner.col.find_notes(search)[0])
    for name, text in fields.items():
        note[name] = text
    owner.col.update_note(note)


def test_the_same_again_changes_nothing(run: Run, owner: Owner, tmp_path: Path) -> None:
    package = owner.export()
    run("import", package)
    before = contents(tmp_path / "decks")
    ended = run("import", package)
    assert ended.out.splitlines()[:4] == [
        "decks/geo-clozes.yaml: 2 unchanged",
        "decks/geo-rivers.yaml: 1 unchanged",
        "decks/geo.yaml: 3 unchanged",
        "decks/words.yaml: 4 unchanged",
    ]
    assert contents(tmp_path / "decks") == before


@pytest.mark.parametrize("name", FORMATS[:3])
def test_ids_are_the_same_whatever_the_format(run: Run, owner: Owner, decks: Decks, name: str) -> None:
    run("import", owner.export("new.apkg"))
    before = {deck.title: [card.id for card in deck.cards] for deck in decks().values()}
    run("import", owner.export(name))
    assert {deck.title: [card.id for card in deck.cards] for deck in decks().values()} == before


def test_a_change_there_comes_in(run: Run, owner: Owner, decks: Decks) -> None:
    run("import", owner.export())
    ids = [card.id for card in decks()["Geo"].cards]
    change(owner, "Capital", Front="The capital of France", Back="Paris")
    assert "decks/geo.yaml: 2 updated, 1 unchanged" in run("import", owner.export()).out
    assert decks()["Geo"].cards[0].question == "The capital of France"
    assert decks()["Geo"].cards[1].answer == "The capital of France"
    assert [card.id for card in decks()["Geo"].cards] == ids


def test_a_change_on_both_sides_leaves_mine(run: Run, owner: Owner, decks: Decks, tmp_path: Path) -> None:
    run("import", owner.export())
    path = tmp_path / "decks/geo.yaml"
    path.write_text("# mine\n" + path.read_text().replace("answer: Paris", "answer: Lutetia"))
    change(owner, "Capital", Front="The capital of France", Back="Rome")
    run("import", owner.export())
    assert (decks()["Geo"].cards[0].question, decks()["Geo"].cards[0].answer) == ("The capital of France", "Lutetia")
    assert path.read_text().startswith("# mine\n")


def test_a_deleted_card_stays_away_and_a_new_one_comes(run: Run, owner: Owner, decks: Decks, tmp_path: Path) -> None:
    run("import", owner.export())
    path = tmp_path / "decks/geo.yaml"
    parts = path.read_text().split("\n\n")
    path.write_text("\n\n".join(parts[:2] + parts[3:]))
    owner.add("Basic", "Geo", "new", "card")
    ended = run("import", owner.export())
    assert "decks/geo.yaml: +1 new, 2 unchanged, 1 deleted by you" in ended.out
    assert [card.prompt for card in decks()["Geo"].cards] == ["Capital of France", "2 < 3?", "new"]


def test_what_the_package_lacks_stays(run: Run, owner: Owner, decks: Decks) -> None:
    run("import", owner.export())
    owner.col.remove_notes(owner.col.find_notes("Capital"))
    run("import", owner.export())
    assert len(decks()["Geo"].cards) == 3
    assert not any(card.stale for card in decks()["Geo"].cards)


def test_a_deck_that_was_renamed_there_stays_where_it_is(run: Run, owner: Owner, decks: Decks) -> None:
    run("import", owner.export())
    owner.col.decks.rename(owner.col.decks.by_name("Words"), "Vocabulary")
    change(owner, "chien", Meaning="a dog")
    run("import", owner.export())
    assert set(decks()) == {"Geo", "Geo::Rivers", "Geo::Clozes", "Words"}
    assert decks()["Words"].cards[0].answer == "a dog"


def test_a_deck_that_was_moved_here_is_found(run: Run, owner: Owner, tmp_path: Path) -> None:
    run("import", owner.export())
    (tmp_path / "decks/languages").mkdir()
    for suffix in ("yaml", "lock"):
        (tmp_path / f"decks/words.{suffix}").rename(tmp_path / f"decks/languages/french.{suffix}")
    change(owner, "chien", Meaning="a dog")
    assert "decks/languages/french.yaml: 2 updated, 2 unchanged" in run("import", owner.export()).out
    assert not (tmp_path / "decks/words.yaml").exists()


def test_a_file_of_the_same_name_is_left_alone(run: Run, owner: Owner, tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks/Geo.yaml").write_text("title: Mine\ncards:\n  - question: a\n    answer: b\n")
    run("import", owner.export())
    assert (tmp_path / "decks/Geo.yaml").read_text().startswith("title: Mine")
    assert "title: Geo\n" in (tmp_path / "decks/geo-2.yaml").read_text()


def test_an_imported_deck_is_not_generated_into(run: Run, owner: Owner, tmp_path: Path) -> None:
    run("import", owner.export())
    made = Deck("Geo", (Card("1869", "In what year?"),), source="../geo.md")
    with pytest.raises(QuizError, match="was imported, not generated"):
        merge(tmp_path / "decks/geo.yaml", made)


def test_a_deck_with_errors_is_told_and_nothing_written(run: Run, owner: Owner, tmp_path: Path) -> None:
    run("import", owner.export())
    with (tmp_path / "decks/geo.yaml").open("a") as file:
        file.write("  - nonsense\n")
    change(owner, "chien", Meaning="a dog")
    before = contents(tmp_path / "decks")
    ended = run("import", owner.export())
    assert (ended.status, ended.out) == (1, "")
    assert "decks/geo.yaml:" in ended.err
    assert contents(tmp_path / "decks") == before


def test_check_and_play_take_what_was_imported(run: Run, owner: Owner) -> None:
    run("import", owner.export())
    ended = run("check", "decks")
    assert (ended.status, ended.err) == (0, "0 errors, 0 warnings\n")


@pytest.mark.parametrize("name", ["x.md", "x.csv", "x.tsv", "x.gift", "x.txt --format anki-tsv", "x.apkg"])
@pytest.mark.parametrize("theirs", [True, False])
def test_an_unchanged_card_is_not_touched_by_a_byte(
    run: Run, owner: Owner, tmp_path: Path, name: str, *, theirs: bool
) -> None:
    if theirs:
        run("import", owner.export())
    else:
        (tmp_path / "decks").mkdir()
        cards = "  - cloze: In {{1829}}, it was.\n    tags: [x]\n  - {cloze: 'In {{1830}} and {{1831}} too'} # mine\n"
        (tmp_path / "decks" / "mine.yaml").write_text(f"title: Mine\ncards:\n{cards}")
    assert run("export", "decks", "-o", *name.split()).status == 0
    before = {path: path.read_bytes() for path in tmp_path.glob("decks/*.yaml")}
    for _ in range(2):
        ended = run("import", name.partition(" ")[0])
        assert (ended.status, "updated" in ended.out, "new" in ended.out) == (0, False, False)
        assert {path: path.read_bytes() for path in tmp_path.glob("decks/*.yaml")} == before


def test_a_failure_on_the_way_leaves_the_folder_as_it_was(run: Run, tmp_path: Path, owner: Owner) -> None:
    run("import", owner.export())
    before = {path: path.read_bytes() for path in (tmp_path / "decks").rglob("*") if path.is_file()}
    broken = collection(tmp_path, '<img src="a.png">', "x", media={"a.png": b"\x28\xb5\x2f\xfd" + b"x" * 50})
    assert run("import", broken).status == 1
    assert {path: path.read_bytes() for path in (tmp_path / "decks").rglob("*") if path.is_file()} == before
