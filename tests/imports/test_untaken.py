"""Exports that Anki left out, as the note was edited there since: no edit of either side gives way without a word."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quiz.deck.files import lock_path
from tests.conftest import Run
from tests.imports.owner import Log, Owner
from tests.imports.test_again import change

DECK = """\
title: Rivers
cards:
  - question: Where does the Danube end?
    answer: Black Sea
    explanation: It is long.
  - cloze: Baghdad was founded in {{762}} on the Tigris.
  - question: Which river runs through Baghdad?
    answer: Tigris
    distractors: [Nile, Elbe]
"""
EARLY, MIDDLE, LATER, LATE = 1_700_000_000, 1_750_000_000, 1_760_000_000, 1_900_000_000
"""Seconds of exports; what is edited in Anki is so after `LATER` and before `LATE`, by the clock of the machine."""

KEPT = "mine/rivers.yaml: warning: 1 card keeps your edit, which Anki has not taken: its notes were edited there after"
AWAITED = "mine/rivers.yaml: warning: 1 card keeps your edit, which Anki had not taken yet when this was exported there"
BOTH = "was edited on both sides"


class Years:
    """A deck, a collection that has it, and the ways between them."""

    def __init__(self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.run, self.folder, self.patch = run, folder, monkeypatch
        self.deck = folder / "mine" / "rivers.yaml"
        self.deck.parent.mkdir()
        self.deck.write_text(DECK)
        self.anki = Owner(folder / "anki")

    def edit(self, old: str, new: str) -> None:
        """Edit the deck."""
        text = self.deck.read_text()
        assert old in text
        self.deck.write_text(text.replace(old, new))

    def export(self, at: int, *arguments: str, take: bool = True) -> tuple[Log | None, str]:
        """Export at some second, and let Anki import that."""
        self.patch.setenv("SOURCE_DATE_EPOCH", str(at))
        ended = self.run("export", "mine", "-o", "mine.apkg", *arguments)
        assert ended.status == 0, ended.err
        return self.anki.read(self.folder / "mine.apkg") if take else None, ended.err

    def take(self) -> str:
        """Import what Anki has; the second time it changes nothing, and is told nothing of."""
        package = self.anki.export()
        ended = self.run("import", package, "-o", "mine")
        assert ended.status == 0, ended.err
        before = self.deck.read_bytes(), lock_path(self.deck).read_bytes()
        again = self.run("import", package, "-o", "mine")
        assert ("updated" in again.out, again.err) == (False, "")
        assert (self.deck.read_bytes(), lock_path(self.deck).read_bytes()) == before
        return ended.err

    def note(self, search: str = "Danube") -> Any:
        return self.anki.col.get_note(self.anki.col.find_notes(search)[0])

    def agree(self, search: str = "Danube") -> None:
        """Fail unless the next export reaches Anki, after which there is nothing to do on either side."""
        assert self.export(LATE)[0] == Log(0, 1, 2, 0)
        before = self.deck.read_bytes(), self.note(search).fields
        assert self.take() == ""
        assert self.export(LATE + 9)[0] == Log(0, 0, 3, 0)
        assert (self.deck.read_bytes(), self.note(search).fields) == before


@pytest.fixture
def years(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Years]:
    """A deck that Anki has taken."""
    made = Years(run, tmp_path, monkeypatch)
    assert made.export(EARLY)[0] == Log(3, 0, 0, 0)
    yield made
    made.anki.col.close()


def test_what_was_edited_on_one_side_alone_holds_on_both(years: Years) -> None:
    years.edit("Black Sea", "Mare Nigrum")
    years.export(MIDDLE, take=False)
    change(years.anki, "Danube", Question="Where ends the Danube?", Extra="mine")
    assert years.export(LATER)[0] == Log(0, 0, 3, 0)

    assert years.take().startswith(KEPT)

    assert years.deck.read_text() == DECK.replace("Black Sea", "Mare Nigrum").replace(
        "Where does the Danube end?", "Where ends the Danube?"
    )
    years.agree()
    assert (years.note()["Answer"], years.note()["Extra"]) == ("Mare Nigrum", "mine")


def test_of_two_edits_of_one_key_that_here_stays_and_both_are_told(years: Years) -> None:
    years.edit("Black Sea", "Mare Nigrum")
    years.export(MIDDLE, take=False)
    change(years.anki, "Danube", Answer="the sea")
    told = years.take()
    assert f"{BOTH}: `answer` stays “Mare Nigrum”, there it is “the sea”" in told
    assert "not taken" not in told
    assert "answer: Mare Nigrum" in years.deck.read_text()
    _, told = years.export(LATE, take=False)
    assert "overwrites its note in Anki, which has `answer` “the sea”" in told
    assert years.export(LATE)[0] == Log(0, 1, 2, 0)
    assert years.note()["Answer"] == "Mare Nigrum"


def test_a_note_that_was_only_touched_is_reached_by_the_next_export(years: Years) -> None:
    years.edit("Black Sea", "Mare Nigrum")
    years.export(MIDDLE, take=False)
    change(years.anki, "Danube", Extra="mine")
    assert years.export(LATER)[0] == Log(0, 0, 3, 0)
    assert years.take().startswith(KEPT)
    years.agree()
    assert (years.note()["Answer"], years.note()["Extra"]) == ("Mare Nigrum", "mine")


def test_what_anki_took_gives_way_to_what_was_edited_there_since(years: Years) -> None:
    years.edit("Black Sea", "Mare Nigrum")
    assert years.export(MIDDLE)[0] == Log(0, 1, 2, 0)
    change(years.anki, "Danube", Answer="the sea", Explanation="See a map.")
    assert years.take() == ""
    assert years.deck.read_text() == DECK.replace("Black Sea", "the sea").replace("It is long.", "See a map.")


def test_an_edit_back_to_what_was_exported_before_counts(years: Years) -> None:
    years.edit("Black Sea", "Mare Nigrum")
    years.export(MIDDLE)
    change(years.anki, "Danube", Answer="Black Sea")
    assert years.take() == ""
    assert years.deck.read_text() == DECK


@pytest.mark.parametrize("taken", [0, 1])
def test_of_several_exports_anki_may_have_any(years: Years, taken: int) -> None:
    for number, at in enumerate((MIDDLE, LATER)):
        years.edit("It ", f"It {number} ")
        years.export(at, take=number < taken)
    change(years.anki, "Danube", Answer="the sea")
    assert years.take().startswith(KEPT)
    assert years.deck.read_text() == DECK.replace("Black Sea", "the sea").replace("It is", "It 1 0 is")
    years.agree()


def test_more_exports_than_are_kept_leave_it_here_and_told(years: Years) -> None:
    years.edit("It ", "It x ")
    years.export(MIDDLE)
    for number in range(7):
        years.edit("It ", f"It {number} ")
        years.export(MIDDLE + 1 + number, take=False)
    change(years.anki, "Danube", Answer="the sea")
    told = years.take()
    assert f"{BOTH}: `answer` stays “Black Sea”, there it is “the sea”" in told
    assert "`explanation` stays “It 6 5 4 3 2 1 0 x is long.”, there it is “It x is long.”" in told
    assert len(json.loads(lock_path(years.deck).read_text())["notes"].popitem()[1].get("before", [])) <= 5


def test_what_anki_had_first_is_known_however_many_exports_it_left_out(years: Years) -> None:
    for number in range(7):
        years.edit("It ", f"It {number} ")
        years.export(MIDDLE + number, take=False)
    change(years.anki, "Danube", Answer="the sea")
    assert BOTH not in years.take()
    assert "answer: the sea\n" in years.deck.read_text()
    assert "explanation: It 6 5 4 3 2 1 0 is long.\n" in years.deck.read_text()
    years.agree()


def test_an_edit_here_that_was_not_exported_yet_stays_too(years: Years) -> None:
    years.edit("Black Sea", "Mare Nigrum")
    years.export(MIDDLE, take=False)
    years.edit("It is long.", "It is very long.")
    change(years.anki, "Danube", Question="Where ends the Danube?")
    years.take()
    for text in ("Mare Nigrum", "very long", "Where ends"):
        assert text in years.deck.read_text()
    years.agree()


def test_what_holds_only_together_comes_from_one_side(years: Years) -> None:
    years.edit("answer: Tigris", "answer: Nile")
    years.edit("[Nile, Elbe]", "[Tigris, Elbe]")
    years.export(MIDDLE, take=False)
    choices = "<ul><li data-right>Tigris</li><li>Nile</li><li>Volga</li></ul>"
    change(years.anki, "through", Choices=choices, Explanation="See a map.")
    told = years.take()
    assert "`distractors` stays “Tigris; Elbe”, there it is “Nile; Volga”" in told
    assert "distractors: [Tigris, Elbe]" in years.deck.read_text()


def test_so_do_an_answer_and_what_else_is_right(years: Years) -> None:
    years.edit("Black Sea", "Mare Nigrum")
    years.export(MIDDLE, take=False)
    change(years.anki, "Danube", Accept="Mare Nigrum", Explanation="See a map.")
    assert f"{BOTH}: `accept` stays empty, there it is “Mare Nigrum”" in years.take()
    assert years.deck.read_text() == DECK.replace("Black Sea", "Mare Nigrum").replace("It is long.", "See a map.")


def test_an_edit_there_before_an_export_that_anki_has_not_seen_comes_in(years: Years) -> None:
    change(years.anki, "Danube", Question="Where ends the Danube?")
    years.edit("Black Sea", "Mare Nigrum")
    years.export(LATE - 9, take=False)
    assert years.take().startswith(AWAITED)
    assert "Where ends the Danube?" in years.deck.read_text()
    assert "Mare Nigrum" in years.deck.read_text()
    years.agree()


def test_a_package_older_than_what_was_seen_since_takes_nothing_back(years: Years) -> None:
    change(years.anki, "Danube", Answer="the sea")
    years.anki.col.db.execute("update notes set mod = ?", MIDDLE)
    old = years.anki.export("old.apkg")
    change(years.anki, "Danube", Answer="the wide sea")
    years.take()
    years.edit("It is long.", "It is very long.")
    years.export(LATE - 9, take=False)
    before = years.deck.read_bytes()
    assert years.run("import", old, "-o", "mine").err == ""
    assert years.deck.read_bytes() == before


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({"Text": "Baghdad was founded in {{c1::July 762}} on the Tigris."}, "in {{July 762}} on the Tigris."),
        ({"Answer": "762 AD"}, 'answer: "762 AD"'),
    ],
)
def test_of_a_cloze_too_what_was_edited_on_one_side_alone_holds(
    years: Years, fields: dict[str, str], line: str
) -> None:
    years.edit("on the Tigris.", "on the Tigris.\n    explanation: By a caliph.")
    years.export(MIDDLE, take=False)
    change(years.anki, "founded", **fields)
    assert years.take().startswith(KEPT)
    assert line in years.deck.read_text()
    assert "explanation: By a caliph." in years.deck.read_text()
    assert years.deck.read_text().count("answer:") == 2 + ("Answer" in fields)
    years.agree("founded")
    assert years.note("founded")["Explanation"] == "By a caliph."


def test_items_of_an_order_too(years: Years) -> None:
    years.deck.write_text(f"{DECK}  - {{kind: order, question: In which order?, answer: [Nile, Rhine, Po]}}\n")
    years.export(EARLY)
    years.edit("answer: [Nile, Rhine, Po]}", "answer: [Nile, Rhine, Po], explanation: By length.}")
    years.export(MIDDLE, take=False)
    change(years.anki, "order", Items=years.note("order")["Items"].replace("Rhine", "Rhein"))
    assert years.take().startswith(KEPT)
    assert "[Nile, Rhein, Po], explanation: By length." in years.deck.read_text()
    assert years.export(LATE)[0] == Log(0, 1, 3, 0)
    assert "Rhein" in years.note("order")["Answer"]


def test_tags_are_kept_apart_from_the_rest(years: Years) -> None:
    years.edit("explanation: It is long.", "explanation: It is long.\n    tags: [mine]")
    years.export(MIDDLE, take=False)
    change(years.anki, "Danube", Answer="the sea")
    assert years.take().startswith(KEPT)
    assert "tags: [mine]" in years.deck.read_text()
    years.agree()
    assert years.note().tags == ["mine"]


def test_what_no_card_has_a_place_for_is_named_by_the_export(years: Years) -> None:
    years.edit("Black Sea", "Mare Nigrum")
    years.export(MIDDLE, take=False)
    change(years.anki, "Danube", Link="https://example.org", Explanation="It is <u>long</u>.")
    years.take()
    told = years.export(LATE)[1]
    assert "overwrites its note in Anki, which has `Link` “https://example.org”; underlined, coloured" in told


def test_notes_as_text_take_nothing_back_either(years: Years) -> None:
    years.edit("Black Sea", "Mare Nigrum")
    years.export(MIDDLE, take=False)
    table = years.folder / "notes.txt"
    options: dict[str, Any] = {
        "with_html": True, "with_tags": True, "with_deck": True, "with_notetype": True, "with_guid": True
    }  # fmt: skip
    years.anki.col.export_note_csv(out_path=str(table), limit=None, **options)
    assert years.run("import", table, "-o", "mine").out == "mine/rivers.yaml: 3 unchanged\n"
    change(years.anki, "Danube", Question="Where ends the Danube?")
    years.anki.col.export_note_csv(out_path=str(table), limit=None, **options)
    assert years.run("import", table, "-o", "mine").err.startswith(AWAITED)
    assert "Mare Nigrum" in years.deck.read_text()
    assert "Where ends the Danube?" in years.deck.read_text()
    again = years.run("import", table, "-o", "mine")
    assert (again.out, again.err) == ("mine/rivers.yaml: 3 unchanged\n", "")
    years.agree()


def test_a_lock_of_before_tells_nothing_of_it(years: Years) -> None:
    """Without what older versions did not keep, the newer note counts, as it did."""
    years.edit("Black Sea", "Mare Nigrum")
    years.export(MIDDLE, take=False)
    lock = json.loads(lock_path(years.deck).read_text())
    for note in lock["notes"].values():
        note.pop("since", None)
        note.pop("before", None)
    lock_path(years.deck).write_text(json.dumps(lock))
    change(years.anki, "Danube", Question="Where ends the Danube?")
    assert years.take() == ""
    assert "answer: Black Sea" in years.deck.read_text()


@pytest.mark.parametrize("since", ['"x"', "-5", "1e9", "null", "99999999999", "[1]"])
def test_what_a_spoiled_note_says_of_its_export_is_nothing(years: Years, since: str) -> None:
    years.edit("Black Sea", "Mare Nigrum")
    years.export(MIDDLE)
    hidden = years.note()["Reserve 2"]
    change(years.anki, "Danube", **{"Answer": "the sea", "Reserve 2": hidden.replace(str(MIDDLE), since)})
    assert f"{BOTH}: `answer` stays “Mare Nigrum”, there it is “the sea”" in years.take()


def test_a_note_made_anew_of_the_same_words_tells_no_export(years: Years) -> None:
    years.export(MIDDLE, "--force")
    assert [note.get("since") for note in json.loads(lock_path(years.deck).read_text())["notes"].values()] == [None] * 3
    assert years.note()["Reserve 2"] == ""


class Own(Years):
    """A note of someone's own that was imported."""

    def __init__(self, run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.run, self.folder, self.patch = run, folder, monkeypatch
        self.anki = Owner(folder / "anki")
        for front, back in (("Where does the Danube end?", "Black Sea"), ("Seven and two?", "9"), ("Red?", "Yes")):
            self.anki.add("Basic", "Rivers", front, back)
        self.anki.col.db.execute("update notes set mod = ?", EARLY)
        self.deck = folder / "mine" / "rivers.yaml"
        assert run("import", self.anki.export(), "-o", "mine").status == 0


@pytest.fixture
def own(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Own]:
    """A deck of notes of one's own."""
    made = Own(run, tmp_path, monkeypatch)
    yield made
    made.anki.col.close()


def test_in_notes_of_ones_own_both_edits_hold_too(own: Own) -> None:
    own.edit("Black Sea", "Mare Nigrum")
    own.export(MIDDLE, take=False)
    change(own.anki, "Danube", Front="Where ends the Danube?")
    assert own.export(LATER)[0] == Log(0, 0, 3, 0)
    assert own.take().startswith(KEPT)
    assert "Where ends the Danube?" in own.deck.read_text()
    own.agree()
    assert own.note().fields == ["Where ends the Danube?", "Mare Nigrum"]


@pytest.mark.parametrize(
    ("edited", "told", "stays"),
    [
        ("the Black Sea", f"{BOTH}: `answer` stays “Mare Nigrum”, there it is “the Black Sea”", "Mare Nigrum"),
        ("xyz", f"{BOTH}: `answer` stays “Mare Nigrum”, there it is “xyz”", "Mare Nigrum"),
        ("the Mare Nigrum", "", "the Mare Nigrum"),
    ],
)
def test_of_two_edits_of_one_field_the_words_tell_which_came_first(
    own: Own, edited: str, told: str, stays: str
) -> None:
    own.edit("Black Sea", "Mare Nigrum")
    own.export(MIDDLE, take=not told)
    change(own.anki, "Danube", Back=edited)
    assert told in own.take()
    assert f"answer: {stays}" in own.deck.read_text()


@pytest.mark.parametrize("taken", [0, 1, 2])
def test_of_several_exports_of_ones_own_notes_anki_may_have_any(own: Own, taken: int) -> None:
    for number, at in enumerate((MIDDLE, LATER)):
        own.edit("answer: Black", f"answer: {number} Black") if number == 0 else own.edit("0 Black", "1 0 Black")
        own.export(at, take=number < taken)
    change(own.anki, "Danube", Front="Where ends the Danube?")
    told = own.take()
    assert told.startswith(KEPT) == (taken < 2)
    for text in ("Where ends the Danube?", "1 0 Black Sea"):
        assert text in own.deck.read_text()


def test_an_export_that_took_an_edit_back_is_one_too(own: Own) -> None:
    own.edit("Black Sea", "Mare Nigrum")
    own.export(MIDDLE)
    own.edit("Mare Nigrum", "Black Sea")
    own.export(LATER, take=False)
    change(own.anki, "Danube", Front="Where ends the Danube?")
    assert own.take().startswith(KEPT)
    assert "answer: Black Sea" in own.deck.read_text()
    own.agree()
