"""What its owner wrote into notes of ours in Anki is kept by later exports where an import saw it, or told."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quiz.deck.lock import read_lock
from quiz.errors import QuizError
from tests.conftest import Run
from tests.imports.owner import Log, Owner, back
from tests.imports.test_again import change

DECK = """\
title: Rivers
id: rivers
cards:
  - {id: mouth, question: Where does the Danube end?, answer: Black Sea}
  - {id: founded, cloze: "Baghdad was founded in {{762}} on the Tigris."}
  - {id: long, question: How long is the Nile?, answer: 6650 km, tolerance: 5%}
  - {id: said, kind: quote, question: "Who said, “I came, I saw, I conquered”?", answer: Caesar}
"""
MINE = {
    "mouth": {"Extra": "a <b>mnemonic</b>", "Reverse": "y", "Typed": "Black Sea", "Reserve 1": "more"},
    "founded": {"Extra": "a &amp; b", "Typed": "762"},
    "long": {"Extra": "long", "Reserve 1": "river"},
    "said": {"Extra": "veni", "Typed": "Caesar"},
}
EARLY, LATE, LATER = "1700000000", "1900000000", "1900000100"


@pytest.fixture
def mine(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A deck, exported long ago: its third card as one to be typed."""
    path = tmp_path / "mine" / "rivers.yaml"
    path.parent.mkdir()
    path.write_text(DECK)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EARLY)
    path.with_suffix(".lock").write_text(
        json.dumps({"lock": 1, "deck": "rivers", "notes": {"long": {"notetype": "typed", "hash": "", "mod": 1}}})
    )
    assert run("export", "mine", "-o", "mine.apkg").status == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", LATE)
    return path


def note(owner: Owner, card: str) -> Any:
    return owner.col.get_note(owner.col.find_notes(f'"ID:rivers/{card}"')[0])


def edited(mine: Path) -> None:
    """Edit every card here."""
    text = mine.read_text()
    for card in ("question: W", "question: How", 'question: "Who', "{id: founded,"):
        text = text.replace(card, f"explanation: why, {card}" if "id" not in card else f"{card} explanation: why,")
    mine.write_text(text)


def test_an_update_keeps_what_an_import_saw(run: Run, mine: Path, there: Owner, tmp_path: Path) -> None:
    for card, fields in MINE.items():
        change(there, f'"ID:rivers/{card}"', **fields)
    ended = run("import", there.export(), "-o", "mine")
    assert (ended.out, ended.err) == ("mine/rivers.yaml: 4 unchanged\n", "")
    assert back(run, there, tmp_path)[0] == Log(0, 0, 4, 0)
    edited(mine)
    log, told = back(run, there, tmp_path)
    assert (log, "which has" in told) == (Log(0, 4, 0, 0), False)
    for card, fields in MINE.items():
        assert note(there, card)["Explanation"] == "why"
        assert {name: note(there, card)[name] for name in fields} == fields
    assert there.col.card_count() == 5
    mine.write_text(mine.read_text().replace("explanation: why", "explanation: because"))
    assert back(run, there, tmp_path, "--force")[0] == Log(0, 4, 0, 0)
    assert [note(there, card)["Extra"] for card in MINE] == [fields["Extra"] for fields in MINE.values()]
    assert there.col.get_empty_cards().notes == []
    elsewhere = Owner(tmp_path / "elsewhere")
    assert elsewhere.read(tmp_path / "back.apkg") == Log(4, 0, 0, 0)
    assert elsewhere.col.card_count() == 5
    assert "1 cards added" not in elsewhere.col.fix_integrity()[0]
    elsewhere.col.close()


def test_what_was_emptied_there_stays_empty_whatever_older_package_comes(
    run: Run, mine: Path, there: Owner, tmp_path: Path
) -> None:
    change(there, '"ID:rivers/mouth"', Extra="first")
    there.col.db.execute("update notes set mod = mod - 9")
    old = there.export().rename(tmp_path / "old.apkg")
    run("import", old, "-o", "mine")
    change(there, '"ID:rivers/mouth"', Extra="")
    run("import", there.export(), "-o", "mine")
    run("import", old, "-o", "mine")
    edited(mine)
    back(run, there, tmp_path)
    assert note(there, "mouth")["Extra"] == ""
    assert read_lock(mine).notes["mouth"].own == ()


def test_words_come_in_although_an_export_since_was_not_imported(
    run: Run, mine: Path, there: Owner, tmp_path: Path
) -> None:
    change(there, '"ID:rivers/mouth"', Extra="mine")
    edited(mine)
    run("export", "mine", "-o", "lost.apkg")
    run("import", there.export(), "-o", "mine")
    assert back(run, there, tmp_path)[0] == Log(0, 4, 0, 0)
    assert note(there, "mouth")["Extra"] == "mine"


def test_a_table_of_anki_keeps_them_too(run: Run, mine: Path, there: Owner, tmp_path: Path) -> None:
    change(there, '"ID:rivers/mouth"', Extra="mine")
    run("import", there.export(), "-o", "mine")
    assert run("export", "mine", "-o", "x.txt", "--format", "anki-tsv").status == 0
    assert "\tmine\t" in (tmp_path / "x.txt").read_text()
    (tmp_path / "x.txt").write_text((tmp_path / "x.txt").read_text().replace("\tmine\t", "\tours\t"))
    assert run("import", "x.txt", "-o", "mine").err == ""
    edited(mine)
    back(run, there, tmp_path)
    assert note(there, "mouth")["Extra"] == "ours"


UNREAD = {
    "a tolerance": ("long", {"Tolerance": "10 km"}, "`Tolerance` “10 km”"),
    "what is typed": ("long", {"Typed": "6,650"}, "`Typed` “6,650”"),
    "a link": ("mouth", {"Link": "https://x.y"}, "`Link` “https://x.y”"),
}


@pytest.mark.parametrize("name", UNREAD)
def test_what_no_card_takes_over_is_told_and_once_more_when_it_goes(
    run: Run, mine: Path, there: Owner, tmp_path: Path, name: str
) -> None:
    card, fields, told = UNREAD[name]
    change(there, f'"ID:rivers/{card}"', **fields)
    assert f"its note in Anki has {told}" in run("import", there.export(), "-o", "mine").err
    log, said = back(run, there, tmp_path)
    assert (log, "which has" in said) == (Log(0, 0, 4, 0), False)
    edited(mine)
    said = back(run, there, tmp_path)[1]
    assert f"was edited, so an import overwrites its note in Anki, which has {told}" in said
    assert said.count("which has") == 1
    assert "which has" not in back(run, there, tmp_path)[1]


def test_so_are_items_as_they_are_offered(
    run: Run, mine: Path, there: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = "  - {id: steps, kind: order, question: In which order?, answer: [Nile, Rhine, Thames]}\n"
    mine.write_text(mine.read_text() + steps)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EARLY)
    back(run, there, tmp_path)
    items = note(there, "steps")["Items"].replace("</ol>", "<li>Loire</li></ol>")
    change(there, '"ID:rivers/steps"', Items=items)
    told = run("import", there.export(), "-o", "mine").err
    assert "“In which order?”: its note in Anki has `Items` “" in told
    assert "Loire" in told
    assert back(run, there, tmp_path)[0].updated == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", LATER)
    mine.write_text(mine.read_text().replace("In which", "In what"))
    log, told = back(run, there, tmp_path)
    assert log.updated == 1
    assert "“In what order?” was edited, so an import overwrites its note in Anki, which has `Items` “" in told


def test_of_two_edits_the_export_names_the_one_it_takes_away(
    run: Run, mine: Path, there: Owner, tmp_path: Path
) -> None:
    change(there, '"ID:rivers/mouth"', Answer="Mare Nigrum", Explanation="in Romania")
    mine.write_text(mine.read_text().replace("answer: Black Sea", "answer: the Black Sea"))
    assert "edited on both sides" in run("import", there.export(), "-o", "mine").err
    change(there, '"ID:rivers/mouth"', Extra="mine")
    there.col.db.execute("update notes set mod = mod + 9")  # later, and not in the same second
    run("import", there.export(), "-o", "mine")
    log, told = back(run, there, tmp_path)
    assert log == Log(0, 1, 3, 0)
    assert (
        "mine/rivers.yaml:4:5: “Where does the Danube end?” was edited, so an import overwrites its note in Anki, "
        "which has `answer` “Mare Nigrum”\n"
    ) in told
    assert note(there, "mouth")["Explanation"] == "in Romania"
    assert (note(there, "mouth")["Answer"], note(there, "mouth")["Extra"]) == ("the Black Sea", "mine")
    assert "which has" not in back(run, there, tmp_path)[1]


def test_what_was_taken_from_there_is_not_named(run: Run, mine: Path, there: Owner, tmp_path: Path) -> None:
    change(there, '"ID:rivers/mouth"', Answer="Mare Nigrum", Explanation="in Romania")
    mine.write_text(mine.read_text().replace("answer: Black Sea", "answer: the Black Sea"))
    run("import", there.export(), "-o", "mine")
    mine.write_text(mine.read_text().replace("answer: the Black Sea", "answer: Mare Nigrum"))
    assert "which has" not in back(run, there, tmp_path)[1]
    assert (note(there, "mouth")["Answer"], note(there, "mouth")["Explanation"]) == ("Mare Nigrum", "in Romania")


def test_of_two_edits_of_a_note_of_ones_own_too(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", LATE)
    owner = Owner(tmp_path / "anki")
    made = owner.add("Basic", "Geo", "Capital of France", "Paris")
    run("import", owner.export())
    path = tmp_path / "decks/geo.yaml"
    path.write_text(path.read_text().replace("Paris", "Paris, on the Seine"))
    made["Back"] = "Lutetia"
    owner.col.update_note(made)
    package = owner.export()
    for _ in range(2):
        run("import", package)
    ended = run("export", "decks", "-o", "back.apkg")
    assert "“Capital of France” was edited, so an import overwrites its note in Anki, which has `answer` “Lutetia”" in (
        ended.err
    )
    assert owner.read(tmp_path / "back.apkg") == Log(0, 1, 0, 0)
    path.write_text(path.read_text().replace("on the Seine", "on the river Seine"))
    assert "which has" not in run("export", "decks", "-o", "back.apkg").err
    owner.col.close()


def test_a_picture_among_ones_own_words_comes_along_under_its_new_name(
    run: Run, mine: Path, there: Owner, tmp_path: Path
) -> None:
    (mine.parent / "media").mkdir()
    (mine.parent / "media/map.png").write_bytes(b"\x89PNG of another")
    mine.write_text(mine.read_text().replace("Black Sea", 'Black Sea, explanation: "![](media/map.png)"'))
    run("export", "mine", "-o", "mine.apkg")
    there.medium("map.png", b"\x89PNG mine")
    change(there, '"ID:rivers/long"', Extra='see <img src="map.png">')
    run("import", there.export(), "-o", "mine")
    mine.write_text(mine.read_text().replace("6650", "6651"))
    run("export", "mine", "-o", "back.apkg")
    other = Owner(tmp_path / "other")
    other.read(tmp_path / "back.apkg")
    name = note(other, "long")["Extra"].partition('src="')[2].partition('"')[0]
    assert Path(other.col.media.dir(), name).read_bytes() == b"\x89PNG mine"
    other.col.close()


@pytest.mark.parametrize("wrong", [{"own": []}, {"own": {"Extra": 1}}, {"owned": "now"}, {"over": {"answer": []}}])
def test_a_lock_that_keeps_no_words_is_refused(mine: Path, wrong: dict[str, Any]) -> None:
    told = {"notetype": "question", "hash": "", "mod": 1, **wrong}
    mine.with_suffix(".lock").write_text(json.dumps({"lock": 1, "notes": {"mouth": told}}))
    with pytest.raises(QuizError):
        read_lock(mine)


def test_words_where_a_hint_goes_are_told(run: Run, mine: Path, there: Owner, tmp_path: Path) -> None:
    change(there, '"ID:rivers/mouth"', **{"Reserve 1": "ask my aunt"})
    run("import", there.export(), "-o", "mine")
    mine.write_text(mine.read_text().replace("answer: Black Sea", "answer: Black Sea, hint: It is dark."))
    told = back(run, there, tmp_path)[1]
    assert "overwrites its note in Anki, which has `Reserve 1` “ask my aunt”\n" in told
    assert note(there, "mouth")["Reserve 1"] == "It is dark."
