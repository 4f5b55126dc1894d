"""Sheets to be printed: versions that differ, and keys that fit them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from quiz.deck.marks import unmarked
from quiz.deck.model import Card, Deck, chain
from quiz.errors import QuizError
from quiz.export.asked import question
from quiz.export.html.paper import columns, letter, lines
from quiz.export.html.sheets import write
from quiz.export.losses import Losses
from quiz.export.report import Report
from quiz.export.request import Request
from quiz.export.wording import clean, line
from tests.conftest import Run
from tests.export.hostile_decks import decks
from tests.export.pages import Node, read
from tests.export.samples import CARDS, DECK, TEACHING

FRESH = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
EXAM, KEY = "exam.html", "exam-key.html"
LATE = Card("Tigris", question="Which river?", id="late", distractors=("All of the above", "Karun", "Don"))


def written(folder: Path, *given: Deck, **options: Any) -> Report:
    return write(given, folder / EXAM, Request(0, **options))


def sheets(path: Path, kind: str = "sheet") -> list[Node]:
    """The versions on a file, or their keys."""
    return read(path.read_bytes().decode()).all("section", kind)


def prompts(sheet: Node) -> list[str]:
    return [each.text for each in sheet.all("p", "prompt")]


def choices(block: Node) -> dict[str, str]:
    """The options of a question by their letters."""
    return {
        each.one("span", "letter").text: each.one("span", "words").text
        for each in block.all("li")
        if each.all("span", "letter")
    }


def boxes(block: Node) -> list[str]:
    return [each.text for each in block.all("ul", "boxes") for each in each.nodes]


def entries(key: Node) -> list[tuple[str, str, str]]:
    """Number, mark and answer of every entry."""
    return [
        (each.one("span", "number").text, each.one("span", "mark").text, each.one("p", "answer").text)
        for each in key.all("div", "entry")
    ]


def fits(sheet: Node, key: Node, deck: Deck) -> None:
    """Whoever marks what the key says has answered every card of the deck once, and right."""
    left = {card.id: card for card in map(unmarked, deck.cards)}
    blocks = sheet.all("div", "question")
    assert len(blocks) == len(entries(key)) == len(deck.cards)
    for block, (number, mark, answer) in zip(blocks, entries(key), strict=True):
        assert block.one("span", "number").text == number
        for card in list(left.values()):
            asked = question(card, deck, Losses())
            right = chain(asked.items) or (str(asked.true) if asked.form == "truefalse" else asked.answer)
            shown = asked.prompt.replace("_____", "") == block.one("p", "prompt").text and right == answer
            if asked.form == "several":
                ticked = [choices(block).get(each) for each in mark.split(", ")]
                shown = shown and sorted(map(str, ticked)) == sorted(asked.ticked)
                shown = shown and sorted(choices(block).values()) == sorted(asked.options)
            elif asked.form in ("choice", "truefalse"):
                shown = shown and choices(block).get(mark) == answer
                shown = shown and (asked.form != "choice" or sorted(choices(block).values()) == sorted(asked.options))
            elif asked.form == "order":
                ranks = dict(zip(boxes(block), map(int, mark.split()), strict=False))
                shown = shown and sorted(ranks, key=ranks.__getitem__) == [*asked.items]
            else:
                shown = shown and mark == "" and not choices(block)
            if shown:
                del left[card.id]
                break
        else:
            raise AssertionError(block.text)
    assert not left


def test_each_version_has_its_own_order_and_its_own_key(tmp_path: Path) -> None:
    deck = replace(DECK, cards=(*CARDS, LATE))
    report = written(tmp_path, deck, versions=4, seed=5)
    exam, key = sheets(tmp_path / EXAM), sheets(tmp_path / KEY, "key")
    assert (report.cards, report.files, report.warnings) == (7, (tmp_path / EXAM, tmp_path / KEY), ())
    assert [each.one("p", "which").text for each in exam] == [f"Version {each}" for each in "ABCD"]
    assert [each.one("p", "which").text for each in key] == [f"Answer key · Version {each}" for each in "ABCD"]
    for one, its in zip(exam, key, strict=True):
        fits(one, its, deck)
        assert [*choices(next(each for each in one.all("div", "question") if "Which river?" in each.text)).values()][
            -1
        ] == "All of the above"
    assert len({tuple(prompts(each)) for each in exam}) == 4
    with pytest.raises(AssertionError):
        fits(exam[0], key[1], deck)


def test_the_head_has_room_for_name_date_and_score(tmp_path: Path) -> None:
    written(tmp_path, DECK)
    (sheet,) = sheets(tmp_path / EXAM)
    assert sheet.one("h1").text == "Rivers"
    assert sheet.one("p", "fields").text == "NameDateScore/ 6"
    assert not sheet.all("p", "which")
    assert "seed 0" in sheets(tmp_path / KEY, "key")[0].text


def test_there_is_room_to_write(tmp_path: Path) -> None:
    long = Card("so it is " * 20, question="Why?", id="why")
    written(tmp_path, replace(DECK, cards=(*CARDS, long)))
    (sheet,) = sheets(tmp_path / EXAM)
    room = {
        block.one("p", "prompt").text: (len(block.all("p", "line")), len(block.all("i", "gap")))
        for block in sheet.all("div", "question")
    }
    assert room["Where does the Danube end?"] == (1, 0)
    assert room["Baghdad was founded in  on a river."] == (0, 1)
    assert room["Why?"] == (4, 0)
    assert room["Which river runs through Baghdad?"] == (0, 0)


def test_the_key_tells_what_else_counts(tmp_path: Path) -> None:
    written(tmp_path, DECK)
    told = {each.one("p", "answer").text: each.text for each in sheets(tmp_path / KEY, "key")[0].all("div", "entry")}
    assert "or the Black Sea" in told["Black Sea"]
    assert "give or take 57 km" in told["2,850 km"]
    assert "From the Black Forest." in told["2,850 km"]
    assert "Rivers, line 7" in told["Tigris"]
    assert "the Tigris" not in told["Tigris"]


def test_the_key_may_stand_on_the_last_pages(tmp_path: Path) -> None:
    report = written(tmp_path, DECK, versions=2, key=True)
    page = read((tmp_path / EXAM).read_bytes().decode())
    assert [each.attributes["class"] for each in page.all("section")] == ["sheet", "sheet", "key", "key"]
    assert [*tmp_path.iterdir()] == [*report.files] == [tmp_path / EXAM]


def test_all_versions_ask_the_same_draw(tmp_path: Path) -> None:
    many = Deck("D", tuple(replace(LATE, id=f"c{at}", question=f"Which {at}?") for at in range(20)), id="d")
    written(tmp_path, many, versions=3, number=8)
    drawn = [prompts(each) for each in sheets(tmp_path / EXAM)]
    assert [len(set(each)) for each in drawn] == [8, 8, 8]
    assert len({frozenset(each) for each in drawn}) == 1
    written(tmp_path, many, versions=3, number=8, seed=1)
    assert {*prompts(sheets(tmp_path / EXAM)[0])} != {*drawn[0]}


@pytest.mark.parametrize(("paper", "size"), [("a4", "210mm 297mm"), ("letter", "8.5in 11in")])
def test_the_paper_is_the_one_wished_for(tmp_path: Path, paper: str, size: str) -> None:
    written(tmp_path, DECK, paper=paper)
    for file in (EXAM, KEY):
        assert f"@page {{ size: {size}; }}" in (tmp_path / file).read_text(encoding="utf-8")


def test_versions_that_come_out_the_same_are_told(tmp_path: Path) -> None:
    report = written(tmp_path, Deck("D", (CARDS[1],), id="d", path="d.yaml"), versions=2)
    assert [str(each) for each in report.warnings] == [
        "d.yaml: warning: the versions A and B are the same: there is too little to shuffle (ask more questions)"
    ]


def test_neither_file_is_written_where_one_cannot_be(tmp_path: Path) -> None:
    (tmp_path / KEY).mkdir()
    with pytest.raises(QuizError, match="is a folder"):
        written(tmp_path, DECK)
    assert [*tmp_path.iterdir()] == [tmp_path / KEY]


def test_html_is_not_written_as_if_it_were_a_pdf(tmp_path: Path) -> None:
    with pytest.raises(QuizError, match=r"any browser prints to a PDF \(write .*exam.html\)"):
        write([DECK], tmp_path / "exam.pdf", Request(0))
    assert not [*tmp_path.iterdir()]


@given(deck=decks())
@FRESH
def test_hostile_text_stays_text(tmp_path: Path, deck: Deck) -> None:
    holds(tmp_path, deck)


@pytest.mark.slow
@given(deck=decks())
@settings(FRESH, max_examples=1000)
def test_a_thousand_hostile_decks(tmp_path: Path, deck: Deck) -> None:
    holds(tmp_path, deck)


def holds(folder: Path, deck: Deck) -> None:
    """Every version asks every card once, and its key answers it."""
    report = written(folder, deck, versions=2)
    assert report.cards == len(deck.cards)
    for sheet, key in zip(sheets(folder / EXAM), sheets(folder / KEY, "key"), strict=True):
        assert line(sheet.one("h1").text)
        fits(sheet, key, deck)
        notes = " ".join(each.text for each in key.all("p", "note"))
        assert all(clean(card.explanation) in notes for card in map(unmarked, deck.cards))


def test_the_command_writes_both_files(run: Run, tmp_path: Path) -> None:
    (tmp_path / "d.yaml").write_text("title: D\ncards:\n- {question: A?, answer: a}\n- {question: B?, answer: b}\n")
    ended = run("export", "d.yaml", "-o", EXAM, "--format", "sheets", "--versions", "2", "--paper", "letter")
    assert (ended.status, ended.out) == (0, f"{EXAM}: 2 cards\n{KEY}: 2 cards\n")
    assert run("export", "d.yaml", "-o", EXAM, "--format", "sheets", "--versions", "27").status == 2


def test_a_question_runs_the_way_of_its_letters(tmp_path: Path) -> None:
    cards = (Card("Tigris", question="1. أي نهر؟", id="a"), Card("Tigris", question="Which?", id="b"))
    written(tmp_path, Deck("D", cards, id="d"))
    blocks = sheets(tmp_path / EXAM)[0].all("div", "question")
    assert {each.one("p", "prompt").text: each.attributes["dir"] for each in blocks} == {
        "1. أي نهر؟": "rtl",
        "Which?": "ltr",
    }


def test_options_have_letters_and_stand_side_by_side_where_they_are_short() -> None:
    assert [letter(place) for place in (0, 25, 26, 27, 701, 702)] == ["A", "Z", "AA", "AB", "ZZ", "AAA"]
    assert columns(["1829", "1830", "1831"]) == "four"
    assert columns(["True", "False"]) == columns(["17 February 1921", "x", "y"]) == "two"
    assert columns(["x" * 40, "y"]) == "one"
    assert columns(["一二三四五六七", "x", "y"]) == "two"
    assert (lines("Tigris"), lines("the Tigris"), lines("x " * 70), lines("x" * 9999)) == (1, 1, 4, 10)


def test_what_teachers_add_is_on_the_sheet_or_in_the_key(tmp_path: Path) -> None:
    report = written(tmp_path, TEACHING, versions=2)
    for sheet, key in zip(sheets(tmp_path / EXAM), sheets(tmp_path / KEY, "key"), strict=True):
        fits(sheet, key, TEACHING)
        assert sheet.one("p", "fields").text.endswith("/ 8.5")
        blocks = {block.one("p", "prompt").text: block for block in sheet.all("div", "question")}
        worths = {text: block.one("span", "worth").text for text, block in blocks.items()}
        assert worths == {
            "Which rivers meet at Koblenz?": "/ 2",
            "How long is the Danube?": "/ 1",
            "Which of these rivers reaches the Black Sea?": "/ 0.5",
            "Which of these reach the Black Sea?": "/ 3",
            "And which two?": "/ 1",
            "How long is the Rhine?": "/ 1",
        }
        sea = blocks["Which of these rivers reaches the Black Sea?"]
        assert list(choices(sea).values())[-1] == "a river of another continent"
        assert "Mark all that are right." in blocks["And which two?"].text
        meet = blocks["Which rivers meet at Koblenz?"]
        assert "2 answers, in any order." in meet.text
        assert len(meet.all("p", "line")) == 2
        volga = next(mark for mark, text in choices(sea).items() if text == "Volga")
        assert f"{volga}: It ends in the Caspian Sea." in key.text
        assert "each wrong one takes one away" in key.text
    assert [each.message for each in report.warnings] == [
        "hints are left out: paper has no place for them (cards meet, both)",
        "difficulties are left out: paper has no place for them (cards long, both)",
    ]


def test_no_question_says_its_worth_where_all_are_worth_the_same(tmp_path: Path) -> None:
    written(tmp_path, DECK)
    assert not sheets(tmp_path / EXAM)[0].all("span", "worth")
