"""Words of someone's own notes, edited here, as they stand in Anki then; what a field cannot say is told instead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from quiz.export.anki.rewriting import Rewriting
from tests.conftest import Run
from tests.growth import grows_linearly
from tests.imports.owner import Log, Owner

BASIC, REVERSED, CLOZE = "Basic", "Basic (and reversed card)", "Cloze"


@dataclass(slots=True)
class Round:
    """One note of an owner's, imported into a deck: edited there, exported, imported in Anki, and back again."""

    run: Run
    owner: Owner
    folder: Path
    clock: pytest.MonkeyPatch
    note: Any = None
    rounds: int = 0

    def add(self, notetype: str, *fields: str) -> None:
        """Add the note, and import it."""
        self.note = self.owner.add(notetype, "Own", *fields)
        self.back()

    def back(self) -> str:
        """Import what the collection has; return what was told."""
        ended = self.run("import", self.owner.export())
        assert ended.status == 0, ended.err
        return ended.err

    @property
    def text(self) -> str:
        """The deck."""
        return (self.folder / "decks/own.yaml").read_text()

    def edit(self, *pairs: tuple[str, str]) -> str:
        """Edit the deck, and bring it to Anki; return what was told."""
        text = self.text
        for old, new in pairs:
            assert old in text
            text = text.replace(old, new, 1)
        (self.folder / "decks/own.yaml").write_text(text)
        return self.out()

    def out(self) -> str:
        """Bring the deck to Anki; return what was told."""
        self.rounds += 1
        self.clock.setenv("SOURCE_DATE_EPOCH", str(1900000000 + self.rounds))
        ended = self.run("export", "decks", "-o", "back.apkg")
        assert ended.status == 0, ended.err
        self.owner.read(self.folder / "back.apkg")
        self.note = self.owner.col.get_note(self.note.id)
        return ended.err

    @property
    def fields(self) -> list[str]:
        """What the note says."""
        return list(self.note.fields)

    def settled(self) -> None:
        """Hold that import and export have nothing left to say to one another."""
        text = self.text
        self.back()
        assert self.text == text
        self.out()
        assert self.owner.read(self.folder / "back.apkg") == Log(0, 0, 1, 0)


@pytest.fixture
def own(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Round]:
    """A collection without notes."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    owner = Owner(tmp_path / "anki")
    yield Round(run, owner, tmp_path, monkeypatch)
    owner.col.close()


def test_parts_of_an_answer_are_one_text_there_and_parts_here(own: Round) -> None:
    own.add(BASIC, "q", "a0")
    own.edit(("answer: a0", "answer: [uno, dos]"))
    assert own.fields == ["q", "uno; dos"]
    own.settled()
    own.note["Back"] = "uno; dos; tres"
    own.owner.col.update_note(own.note)
    own.owner.col.db.execute("update notes set mod = 1900001000")  # the edit comes after the exports
    own.back()
    assert "answer: [uno, dos, tres]" in own.text


def test_items_in_order_stay_here(own: Round) -> None:
    own.add(BASIC, "q", "a0")
    told = own.edit(("question: q", "kind: order\n    question: qq"), ("answer: a0", "answer: [one, two]"))
    assert own.fields == ["qq", "a0"]
    assert "items in order" in told
    own.settled()


def test_every_key_without_a_field_is_told(own: Round) -> None:
    own.add(BASIC, "q", "a0")
    told = own.edit(("answer: a0", "answer: a0\n    hint: h\n    explanation: e\n    points: 2\n    difficulty: hard"))
    for key in ("hint", "explanation", "points", "difficulty"):
        assert f"no field for `{key}`" in told


def test_one_field_changed_in_two_ways_stays_and_is_told(own: Round) -> None:
    own.add(REVERSED, "casa", "house")
    told = own.edit(("question: casa", "question: la casa"), ("answer: casa", "answer: casa (noun)"))
    assert own.fields == ["casa", "house"]
    assert "changed there in different ways" in told
    own.settled()
    assert "changed there" not in own.edit(("answer: casa (noun)", "answer: la casa"))
    assert own.fields == ["la casa", "house"]


def test_a_field_changed_in_two_ways_keeps_what_anki_was_told(own: Round) -> None:
    own.add(REVERSED, "casa", "house")
    own.edit(("question: casa", "question: la casa"))
    assert "changed there in different ways" in own.edit(("answer: casa", "answer: casa (noun)"))
    assert own.fields == ["la casa", "house"]


def test_the_search_for_a_note_finds_no_other(own: Round) -> None:
    own.add(BASIC, "front 3", "a")
    others = [own.owner.add(BASIC, "Own", f"front 3{each}", "b").id for each in "01"]
    text = own.text
    own.back()
    (own.folder / "decks/own.yaml").write_text(own.text.replace(text[text.index("  - id") :], "", 1))
    (line,) = (line for line in own.out().splitlines() if "search there" in line)
    search = line.split("search there for ")[1].removesuffix(")")
    assert [*own.owner.col.find_notes(search)] == [own.note.id]
    assert not {*others} & {*own.owner.col.find_notes(search)}


def test_a_gap_within_another_stays_there(own: Round) -> None:
    own.add(CLOZE, "X {{c1::outer {{c2::inner}} tail}} Y inner", "")
    own.edit(("cloze: X {{", "cloze: Hey X {{"), ("cloze: X outer", "cloze: Hey X outer"))
    assert own.fields[0] == "Hey X {{c1::outer {{c2::inner}} tail}} Y inner"
    own.settled()
    own.edit(("cloze: Hey X {{", "cloze: Oh X {{"))
    assert own.fields[0] == "Oh X {{c1::outer {{c2::inner}} tail}} Y inner"
    own.back()
    assert own.text.count("Oh X") == 2


def test_gaps_that_cross_are_told_and_not_written(own: Round) -> None:
    text = "X {{c1::outer {{c2::inner}} tail}} Y"
    own.add(CLOZE, text, "")
    told = own.edit(
        ("{{outer inner tail}} Y", "{{outer inner}} tail Y"), ("outer {{inner}} tail", "outer {{inner tail}}")
    )
    assert own.fields[0] == text
    assert "make no one text" in told or "begins within another" in told


def test_marks_around_gaps_and_formulas_within_them_stay(own: Round) -> None:
    own.add(CLOZE, r"<b>A {{c1::b}} c</b> is {{c2::\(\frac{a}{b}\)}} and {{c3::<i>x</i>}}", "")
    own.edit(("**A {{b}} c**", "**Any {{b}} c**"))
    assert own.fields[0] == (r"<b>Any {{c1::b}} c</b> is {{c2::\(\frac{a}{b}\)}} and {{c3::<i>x</i>}}")
    own.back()
    own.settled()


def test_code_keeps_its_indentation(own: Round) -> None:
    own.add(BASIC, "<pre>if x:\n    y</pre>", "def f():<br>&nbsp;&nbsp;&nbsp;&nbsp;return 1")
    own.edit(("return 1", "return 2"), ("    y\n", "    yy\n"))
    assert own.fields == ["<pre>if x:<br>    yy</pre>", "def f():<br>&nbsp;&nbsp;&nbsp;&nbsp;return 2"]
    own.settled()


@pytest.mark.parametrize(
    ("front", "now"),
    [
        (r"Area [latex]$\pi r^2$[/latex]?", r"The area [latex]$\pi r^2$[/latex]?"),
        (r"Area [LaTeX]\frac{a}{b}<br>c_1 *d*[/LaTeX]", r"The area [LaTeX]\frac{a}{b}<br>c_1 *d*[/LaTeX]"),
        (r"Area [$]x^{2}[/$] [$$]\frac{a}{b}[/$$]", r"The area [$]x^{2}[/$] [$$]\frac{a}{b}[/$$]"),
        (r"Area [$]a &lt; b[/$] and \(x^{2}\)", r"The area [$]a &lt; b[/$] and \(x^{2}\)"),
        (r"Area \(x^{2}\) \[y\]", r"The area \(x^{2}\) \[y\]"),
        (r"Area &#91;latex]x&#91;/latex]", r"The area &#91;latex]x&#91;/latex]"),
    ],
)
def test_formulas_stay_what_they_were(own: Round, front: str, now: str) -> None:
    own.add(BASIC, front, "back")
    own.edit(("Area", "The area"))
    assert own.fields == [now, "back"]
    own.settled()


def test_a_new_formula_is_written_as_the_others(own: Round) -> None:
    own.add(BASIC, "Area [$]x[/$]", "back")
    own.edit(("$x$", "$x + 1$"))
    assert own.fields[0] == "Area [$]x + 1[/$]"


LOOKS = {
    "a width": '<img src="x.png" width="50">',
    "as somebody typed it": "<IMG class=small\nSRC='x.png' />",
    "a style": '<img style="width: 50px; height: 9px" src="x.png">',
    "a description": '<img alt="a [wide]  map" title="alt=none" src="x.png" width=50>',
    "a name as in a link": '<img src="an%20x.png" width="50">',
    "a name with brackets": '<img src="x (1).png" width="50">',
    "from the web": '<img src="https://a.b/x.png" width="50">',
}


@pytest.mark.parametrize("name", LOOKS)
def test_a_picture_of_ones_own_keeps_its_looks(own: Round, name: str) -> None:
    tag = LOOKS[name]
    own.owner.medium("x.png", b"\x89PNG")
    own.add(BASIC, f"Area of {tag}?", "back")
    told = own.edit(("Area", "The area"))
    assert own.fields == [f"The area of {tag}?", "back"]
    assert "outside the folder" not in told
    own.settled()


def test_each_field_and_each_place_in_it_has_its_own(own: Round) -> None:
    own.owner.medium("x.png", b"\x89PNG")
    small, wide, plain = '<img src="x.png" width="9">', '<img width="99" src="x.png">', '<img src="x.png">'
    own.add(BASIC, f"{small} or {wide} front", f"{plain} {wide} back")
    own.edit((" front", "?"), (" back", " or ![](media/x.png)"))
    assert own.fields == [f"{small} or {wide}?", f"{plain} {wide} or {wide}"]
    own.settled()


def test_so_does_one_in_a_gap(own: Round) -> None:
    own.owner.medium("x.png", b"\x89PNG")
    own.add(CLOZE, 'Area {{c1::<img src="x.png" width="50">}} and {{c2::b}}', "")
    own.edit(("Area {", "The area {"), ("cloze: Area", "cloze: The area"))
    assert own.fields[0] == 'The area {{c1::<img src="x.png" width="50">}} and {{c2::b}}'


def test_another_description_replaces_the_old_and_keeps_the_rest(own: Round) -> None:
    own.owner.medium("x.png", b"\x89PNG")
    own.add(BASIC, '<img width="50" alt="map" src="x.png" title="alt=1"> front', "back")
    own.edit(("![map]", "![a & b]"))
    assert own.fields[0] == '<img alt="a &amp; b" width="50" src="x.png" title="alt=1"> front'
    own.settled()


def test_what_is_imported_and_goes_back_is_not_told(own: Round) -> None:
    own.owner.medium("x.png", b"\x89PNG")
    own.owner.add(BASIC, "Own", '<img width="50" src="x.png"> front', "back")
    assert own.back() == ""


@pytest.mark.parametrize(
    "field",
    [
        "<img ",
        '<img a="',
        "<img " + "a" * 9,
        "<img src = ",
        "<video ",
        "<audio>",
        "<video> <source>",
        '<img src="x" ' + "a =" * 9,
    ],
)
def test_fields_full_of_halves_of_pictures_take_no_longer(field: str) -> None:
    def work(times: int) -> object:
        return Rewriting((field * times,), ("Front",)).written(f"![{'a' * times}](" * 9 + "![](media/x.png)" * times)

    assert grows_linearly(work, 300)
