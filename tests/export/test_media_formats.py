"""Pictures, sounds and hints in every format but Anki's: shown where there is a place, or told once."""

from __future__ import annotations

import base64
import re
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from quiz.deck.model import Card, Deck
from quiz.errors import QuizError
from quiz.export import gift, markdown, moodle
from quiz.export import media as carrying
from quiz.export.html import quiz, sheets
from quiz.export.qti import version12, version30
from quiz.export.report import Report
from quiz.export.request import Request
from quiz.export.table import quizlet, sheet
from quiz.imports.markdown import read as read_markdown
from tests.export.pictured import BARK, BLUE, GREEN, RED, pictured
from tests.export.test_moodle import SHAPE

NOW = Request(1_790_000_000)
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>parent.ran = 1</script></svg>'
DRAWN = Card("x", question="![a drawing](media/x.svg)", id="drawn")
SPOKEN = Card("[sound:media/dog.mp3]", question="What does a dog say?", id="dog")
WRITERS: dict[str, Any] = {
    "x.gift": gift.write,
    "x.xml": moodle.write,
    "x12.zip": version12.write,
    "x3.zip": version30.write,
    "x.csv": sheet.write_csv,
    "x.tsv": quizlet.write,
    "x.md": markdown.write,
    "x.html": quiz.write,
    "s.html": sheets.write,
}


def all_sorts(folder: Path) -> Deck:
    """A deck with all sorts of media, one of which is not there."""
    gone = Card("gone", question="![](media/gone.png)", id="gone")
    deck = pictured(folder, *pictured(folder).cards, DRAWN, SPOKEN, gone)
    (folder / "media/x.svg").write_bytes(SVG)
    return deck


def exported(tmp_path: Path, name: str, deck: Deck | None = None) -> tuple[Report, str]:
    """What an export tells, and the text it wrote."""
    out = tmp_path / name
    report: Report = WRITERS[name]([deck or all_sorts(tmp_path / "decks")], out, NOW)
    return report, "" if name.endswith("zip") else out.read_text(encoding="utf-8-sig")


PICTURE, DRAWING, SOUND = (f"a {sort} is named in brackets" for sort in ("picture", "drawing", "sound"))
GONE = "a picture or sound that is not there stays as it is written"
BESIDE = "pictures and sounds are named, and stay beside the deck"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("x.gift", {PICTURE, DRAWING, SOUND, GONE}),
        ("x.tsv", {PICTURE, DRAWING, SOUND, GONE}),
        ("x.xml", {DRAWING, GONE}),
        ("x12.zip", {DRAWING, SOUND, GONE}),
        ("x3.zip", {DRAWING, GONE}),
        ("x.csv", {BESIDE, GONE}),
        ("x.md", {GONE}),
        ("x.html", {GONE}),
        ("s.html", {SOUND, GONE}),
    ],
)
def test_what_is_lost_is_told_once(tmp_path: Path, name: str, told: set[str]) -> None:
    report, _ = exported(tmp_path, name)
    messages = [problem.message for problem in report.warnings]
    found = {
        each for each in (PICTURE, DRAWING, SOUND, GONE, BESIDE) if any(text.startswith(each) for text in messages)
    }
    assert found == told
    assert len(messages) == len(set(messages))
    again = (tmp_path / name).read_bytes()
    exported(tmp_path, name)
    assert (tmp_path / name).read_bytes() == again


def test_gift_names_them_in_words(tmp_path: Path) -> None:
    _, text = exported(tmp_path, "x.gift")
    assert "[picture\\: a red <field> & a\\:\\:b]" in text
    assert "[sound\\: dog.mp3]" in text
    assert "not {" not in text
    assert "_____ (a colour\\: which?)" in text
    assert "![](media/gone.png)" in text


def test_quizlet_names_them_in_words(tmp_path: Path) -> None:
    _, text = exported(tmp_path, "x.tsv")
    assert "It is _____, not _____ (a colour: which?).\t[picture: green]\n" in text


def test_a_table_keeps_what_the_deck_says(tmp_path: Path) -> None:
    _, text = exported(tmp_path, "x.csv")
    assert "It is {{![green](media/x.png)}}, not {{red::a colour: which?}}." in text


def test_moodle_gets_the_files_where_they_are_named(tmp_path: Path) -> None:
    exported(tmp_path, "x.xml")
    tree = etree.parse(tmp_path / "x.xml")
    assert SHAPE.validate(tree), SHAPE.error_log
    held: list[bytes] = []
    for text in tree.iter("text"):
        named = re.findall(r"@@PLUGINFILE@@/([^\"]+)\"", text.text or "")
        files = {each.get("name"): base64.b64decode(each.text) for each in text.getparent().findall("file")}
        assert {*named} == {*files}
        held += files.values()
    assert {*held} == {RED, GREEN, BLUE, BARK}
    assert "@@" not in "".join(tree.xpath("//name/text/text()"))
    shown = [each.text for each in tree.iter("text") if each.text and "<img" in each.text]
    assert any('alt="a red &lt;field&gt; &amp; a::b">' in text for text in shown)


def test_qti3_packs_the_files_its_items_name(tmp_path: Path) -> None:
    exported(tmp_path, "x3.zip")
    with ZipFile(tmp_path / "x3.zip") as archive:
        media = {name: archive.read(name) for name in archive.namelist() if name.startswith("media/")}
        manifest = etree.fromstring(archive.read("imsmanifest.xml"))
        named = set()
        for resource in manifest.iter("{*}resource"):
            files = [each.get("href") for each in resource.iter("{*}file")]
            item = etree.fromstring(archive.read(files[0]))
            used = {each.get("src").removeprefix("../") for each in item.iterfind(".//*[@src]")}
            assert used == {*files[1:]}
            named |= used
    assert {*media.values()} == {RED, GREEN, BLUE, BARK}
    assert named == {*media}


def test_qti12_packs_the_pictures_its_questions_name(tmp_path: Path) -> None:
    exported(tmp_path, "x12.zip")
    with ZipFile(tmp_path / "x12.zip") as archive:
        media = {name: archive.read(name) for name in archive.namelist() if name.startswith("images/")}
        whole = "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))
    assert {*media.values()} == {RED, GREEN, BLUE}
    assert {f"images/{each}" for each in re.findall(r"%24IMS-CC-FILEBASE%24/images/([\w.-]+)", whole)} == {*media}
    assert all(whole.count(f'<file href="{name}"/>') == 1 for name in media)
    assert "a colour: which?" in whole


@pytest.mark.parametrize("name", ["x.html", "s.html"])
def test_a_page_may_show_its_own_bytes_alone(tmp_path: Path, name: str) -> None:
    _, text = exported(tmp_path, name)
    data = f"data:image/png;base64,{base64.b64encode(RED).decode()}"
    assert f'<img src="{data}" alt="a red &lt;field&gt; &amp; a::b">' in text
    policy = re.findall(r'Content-Security-Policy" content="([^"]+)"', text)[0]
    assert "img-src data:;" in policy
    assert ("media-src data:;" in policy) == (name == "x.html")
    assert policy.startswith("default-src 'none'; ")
    plain = Deck("Rivers", (Card("Tigris", question='Which? <img src="data:x">', id="a"),), id="r")
    assert "img-src" not in exported(tmp_path, name, plain)[1]


def test_markdown_beside_the_deck_names_what_is_there(tmp_path: Path) -> None:
    deck = all_sorts(tmp_path)
    report, text = exported(tmp_path, "x.md", deck)
    assert report.told == ()
    assert r"![a red \<field\> & a::b](media/map%20é.png)" in text
    assert "[dog.mp3](media/dog.mp3)" in text
    assert sorted(path.name for path in (tmp_path / "media").iterdir()) == ["dog.mp3", "map é.png", "x.png", "x.svg"]


def test_markdown_elsewhere_brings_copies(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media/x.png").write_bytes(b"another")
    report, text = exported(tmp_path, "x.md")
    held = {path.name: path.read_bytes() for path in (tmp_path / "media").iterdir()}
    (renamed,) = (name for name in held if re.fullmatch(r"x-[0-9a-f]{8}\.png", name))
    assert held == {
        "x.png": b"another", renamed: GREEN, "pics-x.png": BLUE, "map é.png": RED, "dog.mp3": BARK, "x.svg": SVG,
    }  # fmt: skip
    assert f"![green](media/{renamed})" in text
    assert "![](media/pics-x.png)" in text
    assert "(<media/map é.png>)" in text
    assert report.told == (f"{tmp_path / 'x.md'}: keep the folder media with it: pictures and sounds copied there: 5",)
    assert exported(tmp_path, "x.md")[1] == text
    assert len([*(tmp_path / "media").iterdir()]) == 6


def test_markdown_is_read_back_with_what_it_names(tmp_path: Path) -> None:
    deck = pictured(tmp_path)
    exported(tmp_path, "x.md", deck)
    (shelf,) = read_markdown(tmp_path / "x.md").shelves
    cards = [item.card for item in shelf.items]
    assert cards[0].distractors == deck.cards[0].distractors
    assert cards[0].explanation == deck.cards[0].explanation
    assert (cards[1].cloze, cards[1].question) == (
        "It is {{![green](media/x.png)}}, not {{red::a colour: which?}}.",
        "",
    )
    assert cards[0].question == deck.cards[0].question


@pytest.mark.parametrize("name", ["x.html", "s.html", "x.xml", "x3.zip", "x12.zip"])
def test_too_many_bytes_are_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.setattr(carrying.Room.__init__, "__defaults__", (len(RED) - 1,))
    with pytest.raises(QuizError) as error:
        exported(tmp_path, name)
    assert str(error.value).startswith(str(tmp_path / "decks"))
    assert not (tmp_path / name).exists()
