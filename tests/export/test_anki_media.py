"""Pictures and sounds arrive in Anki with the notes that name them, each once, and come back as they were."""

from __future__ import annotations

import json
from dataclasses import replace
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest

from quiz.deck.model import Card, Deck, Passage, Source
from quiz.errors import QuizError
from quiz.export.anki import media, write
from quiz.export.request import Request
from quiz.imports.anki import read
from tests.export.collection import NOW, Anki, Log
from tests.export.pictured import BARK, BLUE, GREEN, RED, pictured, png


def held(anki: Anki) -> dict[str, bytes]:
    """The files in the collection's folder of media."""
    return {file.name: file.read_bytes() for file in Path(anki.collection.media.dir()).iterdir()}


def shown(anki: Anki, card: str, field: str) -> list[bytes]:
    """The files that a field of a note names, as Anki reads it."""
    note = anki.note(card)
    return [held(anki)[name] for name in anki.collection.media.files_in_str(note.mid, note[field])]


def packed(path: Path) -> dict[str, bytes]:
    """The media of a package by name."""
    with ZipFile(path) as package:
        return {name: package.read(number) for number, name in json.loads(package.read("media")).items()}


def test_names_that_differ_in_case_alone_are_two_files_everywhere(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    for name, data in (("Map.png", RED), ("map.png", GREEN), ("copy.PNG", BLUE), ("Copy.png", BLUE)):
        (tmp_path / "media" / name).write_bytes(data)
    cards = [
        Card("a", f"![](media/{name})", id=str(at))
        for at, name in enumerate(("Map.png", "map.png", "copy.PNG", "Copy.png"))
    ]
    write([Deck("x", tuple(cards), id="x", path=str(tmp_path / "x.yaml"))], tmp_path / "x.apkg", Request(now=NOW))
    found = packed(tmp_path / "x.apkg")
    assert sorted(found.values()) == sorted([RED, GREEN, BLUE])
    assert len({name.casefold() for name in found}) == 3


def test_media_arrive_with_the_notes(anki: Anki, tmp_path: Path) -> None:
    assert anki.take(pictured(tmp_path)) == Log(3, 0, 0, 0)
    assert sorted(held(anki).values()) == sorted([RED, GREEN, BLUE, BARK])
    note = anki.note("rivers/map")
    assert note["Question"].endswith('<img src="map é.png" alt="a red &lt;field&gt; &amp; a&#58;&#58;b">')
    assert note["Explanation"] == "It barks: [sound:dog.mp3]"
    assert note["Answer"] == 'a &lt;b&gt;"red"&lt;/b&gt; &amp; &#123;&#123;c1::one&#125;&#125;'
    text = anki.note("rivers/gap")["Text"]
    green = '<img src="x.png" alt="green">'
    assert text == f"It is {{{{c1::{green}}}}}, not {{{{c1::red::a colour&#58; which?}}}}."
    assert anki.note("rivers/gap")["Passage"] == f"<blockquote>See <mark>{green}</mark> here.</blockquote>"
    assert not anki.collection.media.check().missing
    assert not anki.collection.media.check().unused
    assert not anki.unsound()


def test_the_back_shows_the_hint_and_the_picture(anki: Anki, tmp_path: Path) -> None:
    anki.take(pictured(tmp_path))
    front, back = anki.sides("rivers/gap")
    assert "[a colour: which?]" in unescape(front)
    assert "[...]</span>, not" in front
    assert '<img src="x.png" alt="green">' in back


def test_what_is_sorted_and_compared_by_is_what_anki_makes_of_it(anki: Anki, tmp_path: Path) -> None:
    """As of a note that was typed in: the names of pictures count, and no tags do."""
    anki.take(pictured(tmp_path))
    before = anki.collection.db.all("select id, sfld, csum from notes")
    for number, _, _ in before:
        note = anki.collection.get_note(number)
        note.tags = ["x"]
        anki.collection.update_note(note)
    assert anki.collection.db.all("select id, sfld, csum from notes") == before
    assert any("map é.png" in sort and "<" not in sort.replace("<&>", "") for _, sort, _ in before)


def test_again_and_again_nothing_is_doubled(anki: Anki, tmp_path: Path) -> None:
    deck = pictured(tmp_path)
    anki.take(deck)
    first = (tmp_path / "anki/export.apkg").read_bytes()
    assert anki.take(deck, NOW + 100) == Log(0, 0, 3, 0)
    assert (tmp_path / "anki/export.apkg").read_bytes() == first
    assert len(held(anki)) == 4


def test_another_picture_under_the_same_name_arrives(anki: Anki, tmp_path: Path) -> None:
    deck = pictured(tmp_path)
    anki.take(deck)
    (tmp_path / "media/map é.png").write_bytes(png(1, 2, 3))
    assert anki.take(deck, NOW + 100) == Log(0, 1, 2, 0)
    assert shown(anki, "rivers/map", "Question") == [png(1, 2, 3)]


def test_a_sound_that_changed_arrives(anki: Anki, tmp_path: Path) -> None:
    deck = pictured(tmp_path)
    anki.take(deck)
    (tmp_path / "media/dog.mp3").write_bytes(b"another bark")
    assert anki.take(deck, NOW + 100) == Log(0, 1, 2, 0)
    assert b"another bark" in held(anki).values()


def test_two_decks_may_have_different_files_of_one_name(anki: Anki, tmp_path: Path) -> None:
    card = Card("![](media/x.png)", question="Which?", id="one")
    here, there = (pictured(tmp_path / name, card, name=name) for name in ("here", "there"))
    (tmp_path / "there/media/x.png").write_bytes(BLUE)
    anki.take([here, there])
    assert [shown(anki, f"{name}/one", "Answer") for name in ("here", "there")] == [[GREEN], [BLUE]]
    (tmp_path / "there/media/x.png").write_bytes(GREEN)
    write([here, there], tmp_path / "alike.apkg", Request(NOW))
    assert packed(tmp_path / "alike.apkg") == {"x.png": GREEN}


def test_a_note_without_media_says_what_it_said(anki: Anki, tmp_path: Path) -> None:
    deck = pictured(tmp_path)
    anki.take(deck)
    plain = anki.note("rivers/plain")
    assert (plain["Options"], plain["Reserve 2"]) == ("", "")
    lone = replace(deck, cards=deck.cards[2:], path=str(tmp_path / "lone.yaml"))
    write([lone], tmp_path / "lone.apkg", Request(NOW))
    assert packed(tmp_path / "lone.apkg") == {}


@pytest.mark.parametrize(
    ("path", "fault"),
    [
        ("media/gone.png", "that is not there"),
        ("../outside.png", "that lies outside the deck's folder"),
        ("media/../../outside.png", "that lies outside the deck's folder"),
        ("%2e%2e/outside.png", "that is not there"),
        ("/etc/x.png", "that lies outside the deck's folder"),
        (r"..\outside.png", "that lies outside the deck's folder"),
        ("C:/x.png", "that lies outside the deck's folder"),
        ("media/link.png", "that lies outside the deck's folder"),
        ("linked/outside.png", "that lies outside the deck's folder"),
        ("media/loop.png", "that is not there"),
        ("media", None),
        ("media/folder.png", "that is not there"),
        ("rivers.lock", None),
        ("https://example.org/x.png", "that is on the web"),
        ("file:///etc/x.png", "that is on the web"),
    ],
)
def test_what_is_not_there_stays_text(tmp_path: Path, path: str, fault: str | None) -> None:
    (tmp_path / "outside.png").write_bytes(RED)
    deck = pictured(tmp_path / "decks", Card("x", question=f"Which ![one]({path})?", id="c"))
    (tmp_path / "decks/media/link.png").symlink_to(tmp_path / "outside.png")
    (tmp_path / "decks/linked").symlink_to(tmp_path)
    (tmp_path / "decks/media/loop.png").symlink_to("loop.png")
    (tmp_path / "decks/media/folder.png").mkdir()
    report = write([deck], tmp_path / "x.apkg", Request(NOW))
    assert packed(tmp_path / "x.apkg") == {}
    assert [problem.message.partition(" stays")[0] for problem in report.warnings] == (
        [f"a picture or sound {fault}"] if fault else []
    )
    (shelf,) = read(tmp_path / "x.apkg").shelves
    assert shelf.items[0].card.question == f"Which ![one]({path})?"


def test_code_that_shows_how_pictures_are_written_stays(tmp_path: Path) -> None:
    said = r"`![](media/x.png)` and \![](media/x.png)"
    deck = pictured(tmp_path, Card(said, question="How?", id="c"))
    assert write([deck], tmp_path / "x.apkg", Request(NOW)).warnings == ()
    assert packed(tmp_path / "x.apkg") == {}


def test_cards_come_back_as_they_were(tmp_path: Path) -> None:
    cards = (
        Card("![](media/x.png)", question="Two  blanks ![a & <b>](media/map é.png)", id="a"),
        Card(
            "1829",
            cloze="In {{1829}} ![](media/x.png) it [sound:media/dog.mp3].",
            id="b",
            explanation="![](media/x.png)",
            source=Source(Passage("On ![](media/x.png) it stands.", line=3)),
        ),
        Card("![](media/x.png)", question="Choose", id="c", distractors=("![](media/map é.png)", "none")),
    )
    write([pictured(tmp_path, *cards)], tmp_path / "x.apkg", Request(NOW))
    found = read(tmp_path / "x.apkg")
    assert [item.card for item in found.shelves[0].items] == list(cards)
    assert {*found.media} == {"x.png", "map é.png", "dog.mp3"}


def test_a_file_too_large_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    deck = pictured(tmp_path)
    for limit, said in (("LARGEST", "is larger than"), ("MOST", "all pictures and sounds are more than")):
        with monkeypatch.context() as patched:
            patched.setattr(media, limit, len(RED) - 1)
            with pytest.raises(QuizError) as error:
                write([deck], tmp_path / "x.apkg", Request(NOW))
        assert str(error.value).startswith(str(tmp_path / "media"))
        assert said in str(error.value)
        assert not (tmp_path / "x.apkg").exists()


def test_names_that_mean_something_elsewhere_are_made_plain(anki: Anki, tmp_path: Path) -> None:
    names = [
        "a^b.png",
        "50%.png",
        "a#b.png",
        "a&b'c.png",
        "a;b.png",
        "(1).png",
        "CON.png",
        "é\u0301" + "x" * 150 + ".png",
    ]
    cards = [Card("x", question=f"![](<media/{name}>)", id=f"c{at}") for at, name in enumerate(names)]
    deck: Deck = pictured(tmp_path, *cards)
    for at, name in enumerate(names):
        (tmp_path / "media" / name).write_bytes(png(at, at, at))
    assert anki.take(deck) == Log(len(names), 0, 0, 0)
    assert len(held(anki)) == len(names)
    assert not anki.collection.media.check().missing
    for at in range(len(names)):
        assert shown(anki, f"rivers/c{at}", "Question") == [png(at, at, at)]
