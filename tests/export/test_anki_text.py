"""What stands on a card: just the words of the deck, whatever they are, and nothing that Anki would act on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.deck.guids import guid
from quiz.deck.model import Passage, Source
from quiz.export.anki import write
from quiz.export.anki.markup import marked
from quiz.export.anki.notes import tag_of
from quiz.export.request import Request
from tests.export.collection import BAGHDAD, FOUNDED, MOUTH, NOW, THREE, Anki, Log, Shelf, Words, words
from tests.export.hostile_anki import HOSTILE, seen


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_question_shows_the_words_of_the_deck(anki: Anki, shelf: Shelf, text: str) -> None:
    passage = Source(Passage(f"so {text} it was"))
    anki.take(shelf(replace(BAGHDAD, question=text, answer=text, accept=(text + "!",), source=passage)))
    front, back = anki.sides("rivers/baghdad")
    assert words(front, "ask") == seen(text)
    assert words(back, "answer") == seen(text)
    assert words(back, "also") == f"also {seen(text)}!"
    assert words(back, "passage") == seen(f"so {text} it was")
    assert seen(text) in words(front, "choices")


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_a_cloze_shows_the_words_of_the_deck(anki: Anki, shelf: Shelf, text: str) -> None:
    # A pair of braces in a cloze is a gap, here or in the deck's reader; single ones are text.
    text = text.replace("{{", "{ {").replace("}}", "} }").strip("{ }")
    anki.take(shelf(replace(FOUNDED, cloze=f"so {text} it {{{{{text}}}}} was")))
    front, back = anki.sides("rivers/founded")
    assert words(front, "ask") == seen(f"so {text} it [...] was")
    assert words(back, "ask") == seen(f"so {text} it {seen(text)} was")
    expected = anki.collection.extract_cloze_for_typing(anki.note("rivers/founded")["Text"], 1)
    assert "typeMissed" not in anki.collection.compare_answer(expected, seen(text).replace("\n", " "))


def test_nothing_of_anki_or_a_script_survives(anki: Anki, shelf: Shelf) -> None:
    text = " ".join(HOSTILE.values())
    everywhere = Source(Passage(text, section=text), evidence=(Passage(text),))
    card = replace(BAGHDAD, question=text, accept=(text,), distractors=("x", text), explanation=text, source=everywhere)
    anki.take(shelf(card, title=text, source="x.md"))
    for shown in anki.sides("rivers/baghdad"):
        parser = Words("quiz")
        parser.feed(shown)
        known = {"div", "hr", "details", "summary", "ol", "li", "bdi", "blockquote", "span", "mark", "footer", "cite"}
        assert parser.tags <= known
        for syntax in ("[sound:", "[anki:", "[latex]", "[$]", "[[type:", "{{", r"\(", r"\["):
            assert syntax not in shown.split("<script>")[0]


def test_the_back_says_where_it_stands(anki: Anki, shelf: Shelf) -> None:
    anki.take(shelf(*THREE, source="../seeds/rivers.md", title="Rivers of the world"))
    back = anki.sides("rivers/baghdad")[1]
    assert words(back, "source") == "Rivers of the world · line 7"
    assert "<mark>Tigris</mark>" in back
    assert "<a " not in back
    assert words(anki.sides("rivers/mouth")[1], "source") == "Rivers of the world"


@pytest.mark.parametrize(
    ("document", "shown", "linked"),
    [
        ("", "Rivers", ""),
        ("../other/danube.md", "danube.md", ""),
        ("https://example.org/?a=1&b=2", "https://example.org/?a=1&b=2", "https://example.org/?a=1&amp;b=2"),
        (
            'https://example.org/" onload="x',
            'https://example.org/" onload="x',
            "https://example.org/&quot; onload=&quot;x",
        ),
        ("http://example.org/x", "x", ""),
        ("javascript:alert(1)//https://example.org", "example.org", ""),
        ("https://[bad", "[bad", ""),
    ],
)
def test_only_a_safe_address_is_a_link(anki: Anki, shelf: Shelf, document: str, shown: str, linked: str) -> None:
    anki.take(shelf(replace(BAGHDAD, source=Source(Passage("x", page=3), document=document))))
    back = anki.sides("rivers/baghdad")[1]
    assert words(back, "source") == f"{shown} · page 3"
    assert (f'<a href="{linked}">' in back) == bool(linked)
    assert ("<a " in back) == bool(linked)


def test_a_card_without_a_document_names_none(anki: Anki, shelf: Shelf) -> None:
    anki.take(shelf(MOUTH))
    assert "source" not in anki.sides("rivers/mouth")[1]


def test_a_passage_that_is_the_cloze_itself_is_not_said_twice(anki: Anki, shelf: Shelf) -> None:
    anki.take(shelf(replace(FOUNDED, source=Source(Passage("Baghdad was founded in 762.", line=3)))))
    assert anki.note("rivers/founded")["Passage"] == ""
    assert anki.note("rivers/founded")["Place"] == "line 3"


def test_the_choices_hold_the_right_one_and_not_always_first(anki: Anki, shelf: Shelf) -> None:
    cards = [replace(BAGHDAD, id=f"c{number}") for number in range(12)]
    anki.take(shelf(*cards))
    lists = [anki.note(f"rivers/{card.id}")["Choices"] for card in cards]
    assert {text.count("<li") for text in lists} == {3}
    assert {text.count("data-right") for text in lists} == {1}
    assert len({text[: text.index("data-right")].count("<li") for text in lists}) == 3


def test_typing_and_asking_back_are_a_matter_of_filling_a_field(anki: Anki, shelf: Shelf) -> None:
    anki.take(shelf(*THREE))
    assert all("[[type:" not in anki.sides(f"rivers/{card.id}")[0] for card in THREE)
    note = anki.note("rivers/mouth")
    note["Typed"], note["Reverse"] = "Black Sea", "Which river ends in the Black Sea?"
    anki.collection.update_note(note)
    asked, reverse = (card.render_output(reload=True) for card in note.cards())
    assert "[[type:nc:Typed]]" in asked.question_text
    assert words(reverse.question_text, "ask") == "Which river ends in the Black Sea?"
    assert words(reverse.answer_text, "answer") == MOUTH.question
    typed = anki.note("rivers/founded")
    typed["Typed"] = "x"
    anki.collection.update_note(typed)
    assert "[[type:cloze:Text]]" in anki.sides("rivers/founded")[0]


@pytest.mark.parametrize(
    ("tag", "kept"),
    [
        ("asia", "asia"),
        ("two words", "two_words"),
        ("a\u3000b\u00a0c\nd", "a_b_c_d"),
        ("::a::::b::", "a::b"),
        ("a:::b", "a::b"),
        ("Leech", ""),
        ("marked", ""),
        (" :: ", ""),
        ("\x00", ""),
        ("e\u0301", "\u00e9"),
    ],
)
def test_tags_arrive_as_they_left(anki: Anki, shelf: Shelf, tag: str, kept: str, tmp_path: Path) -> None:
    deck = shelf(replace(BAGHDAD, tags=(tag, tag.upper())))
    anki.take(deck)
    assert tag_of(tag) == kept
    assert anki.note("rivers/baghdad").tags == ([kept] if kept else [])
    told = [warning.message for warning in write([deck], tmp_path / "x.apkg", Request(NOW)).warnings]
    assert bool(told) == (not kept)


def test_a_deck_has_its_tags_on_every_card(anki: Anki, shelf: Shelf) -> None:
    anki.take(shelf(*THREE, tags=("geography", "Asia")))
    assert sorted(anki.note("rivers/baghdad").tags) == ["Asia", "geography"]
    assert sorted(anki.note("rivers/mouth").tags) == ["Asia", "geography"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Rivers::Asia", "Rivers::Asia"),
        ("::Rivers:: ", "Rivers"),
        (" a\nb\x1f\u3000c ", "a b c"),
        ("", "Untitled"),
        ('"<i>', '"<i>'),
    ],
)
def test_a_deck_is_called_by_its_title(anki: Anki, shelf: Shelf, title: str, name: str) -> None:
    anki.take(shelf(MOUTH, title=title))
    (card,) = anki.note("rivers/mouth").cards()
    assert anki.collection.decks.name(card.did) == name


@pytest.mark.parametrize("odd", ["\x1f", "\x00", "\x1b", "\x7f", "\ud800"])
def test_characters_that_break_an_import_are_left_out_and_told(
    anki: Anki, shelf: Shelf, tmp_path: Path, odd: str
) -> None:
    deck = shelf(MOUTH, replace(MOUTH, id="odd", answer=f"a{odd}b"))
    assert anki.take(deck) == Log(2, 0, 0, 0)
    assert anki.note("rivers/odd")["Answer"] in ("ab", "a\ufffdb")
    (warning,) = write([deck], tmp_path / "x.apkg", Request(NOW)).warnings
    assert (warning.message, warning.severity) == ("control characters are left out (card odd)", "warning")


@pytest.mark.parametrize(
    ("passage", "answers", "shown"),
    [
        ("In 1829 and 11829.", ["1829"], "In <mark>1829</mark> and 11829."),
        ("15,000 and 15", ["15"], "15,000 and <mark>15</mark>"),
        ("Grown by 40%.", ["40 percent", "40%"], "Grown by <mark>40%</mark>."),
        ("a.c abc", ["a.c"], "<mark>a.c</mark> abc"),
        ("nothing", ["", "x"], "nothing"),
        ("a" * 200_000, ["a" * 100_000], "a" * 200_000),
    ],
)
def test_the_answer_is_marked_in_its_passage(passage: str, answers: list[str], shown: str) -> None:
    assert marked(passage, answers) == shown


def test_identity_is_for_ever() -> None:
    assert guid("k3v8", "4kq7m2vx") == "xv`AKsF{H~"
    assert guid("k3v8", "4kq7m2vx", "typed") == "y6/=#?PaXx"
    assert guid("a/b", "c") != guid("a", "b/c")
