"""Markdown shows just the words of the deck, in a shape that can be read back."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import html
from markdown_it import MarkdownIt

from quiz.deck.cloze import gaps
from quiz.deck.marks import unmarked
from quiz.deck.model import Card, Deck, Passage, Source, chain
from quiz.errors import QuizError
from quiz.export.asked import Asked, question
from quiz.export.losses import Losses
from quiz.export.markdown import answer, write
from quiz.export.request import Request
from quiz.export.wording import clean, line
from tests.export.hostile_decks import decks, literally
from tests.export.marked import MARKS as MARKED
from tests.export.samples import DECK, OTHER

NOW = Request(1_790_000_000)
MARKS = ("em", "strong", "code", "pre")
READER = MarkdownIt("commonmark", {"html": True}).enable("table").enable("strikethrough")


def spaced(text: str) -> str:
    return " ".join(text.split())


def own(element: Any, *marks: str) -> str:
    """The text of an element without that of lists in it; fails on any markup but paragraphs, breaks and marks."""
    text = element.text or ""
    for inner in element:
        if isinstance(inner.tag, str):
            assert inner.tag in ("p", "br", "ul", *marks), html.tostring(inner)
            apart = "" if inner.tag in marks else " "
            text += apart + ("" if inner.tag == "ul" else own(inner, *marks)) + apart
        text += inner.tail or ""
    return text


def read(path: Path) -> list[tuple[str, list[Any], list[Any]]]:
    """Each deck's title, the list items of its questions, and those of its answers."""
    found = html.fragments_fromstring(f"<div>{READER.render(path.read_text(encoding='utf-8'))}</div>")
    decks: list[tuple[str, list[Any], list[Any]]] = []
    part: list[Any] = []
    for element in found[0]:
        if element.tag == "h1":
            part = []
            decks.append((spaced(own(element)), part, []))
        elif element.tag == "h2":
            assert spaced(own(element)) == "Answers"
            part = decks[-1][2]
        elif element.tag == "ol":
            part.extend(element)
        else:
            assert element.tag == "ul" or not isinstance(element.tag, str), html.tostring(element)
    return decks


def bullets(item: Any) -> list[str]:
    return [spaced(own(each)) for each in item.findall("ul/li")]


def told(asked: Asked, card: Card, item: Any, behind: Any) -> None:
    """Fail unless a question and its answer say what the card does."""
    assert spaced(own(item)) == spaced(asked.prompt)
    assert re.search(r"<!-- (\S+)", html.tostring(item).decode())[1] == asked.key  # type: ignore[index]
    offered = {
        "choice": [f"[ ] {text}" for text in asked.options],
        "several": [f"[ ] {text}" for text in asked.options],
        "truefalse": ["[ ] True", "[ ] False"],
        "order": sorted(map(spaced, asked.items)),
    }
    found = bullets(item)
    assert (sorted(found) if asked.form == "order" else found) == offered.get(asked.form, [])
    assert spaced(own(behind)) == spaced(answer(asked))
    notes = [f"Also: {text}" for text in asked.also]
    notes += [f"Part: {text}" for text in asked.parts]
    notes += [f"Unit: {card.unit}"] * bool(card.unit)
    notes += [f"Within: {card.tolerance}"] * bool(card.tolerance)
    if card.cloze and (card.question or tuple(map(line, gaps(card.cloze))) != (asked.answer,)):
        notes.append(f"Cloze: {clean(card.cloze)}")
    feedback = zip(card.distractors, card.feedback, strict=False)
    notes += [f"Not: {line(text)}\n{clean(why)}" for text, why in feedback if line(text) and clean(why)]
    notes += [f"Last: {line(text)}" for text in card.pin if line(text)]
    notes += [f"Hint: {asked.hint}"] * bool(asked.hint)
    because = bool(clean(card.explanation))
    notes += [f"{'Because' if because and not at else 'Source'}: {text}" for at, text in enumerate(asked.told)]
    notes += [f"Tag: {tag}" for tag in filter(None, map(line, card.tags))]
    notes += [f"Points: {card.points}"] * bool(card.points)
    notes += ["Partial: true"] * card.partial
    notes += [f"Difficulty: {card.difficulty}"] * bool(card.difficulty)
    assert bullets(behind) == list(map(spaced, notes))


def test_every_sort_of_card_is_shown(tmp_path: Path) -> None:
    report = write([DECK, OTHER], tmp_path / "x.md", NOW)
    found = read(tmp_path / "x.md")
    assert [title for title, _, _ in found] == ["Rivers", "More rivers"]
    assert report.cards == len(DECK.cards) + len(OTHER.cards)
    assert not report.warnings
    for deck, (_, questions, answers) in zip((DECK, OTHER), found, strict=True):
        for card, *both in zip(deck.cards, questions, answers, strict=True):
            told(question(unmarked(card), deck, Losses()), unmarked(card), *both)


FRESH = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@given(deck=decks().map(literally))
@FRESH
def test_hostile_text_stays_text(tmp_path: Path, deck: Deck) -> None:
    write([deck], tmp_path / "x.md", NOW)
    ((title, questions, answers),) = read(tmp_path / "x.md")
    assert title == line(deck.title)
    for card, *both in zip(deck.cards, questions, answers, strict=True):
        told(question(unmarked(card), deck, Losses()), unmarked(card), *both)


@given(deck=decks())
@FRESH
def test_hostile_marks_are_nothing_but_marks(tmp_path: Path, deck: Deck) -> None:
    write([deck], tmp_path / "x.md", NOW)
    ((_, *lists),) = read(tmp_path / "x.md")
    assert [len(each) for each in lists] == [len(deck.cards)] * 2
    for element in (each for items in lists for item in items for each in (item, *item.findall("ul/li"))):
        own(element, *MARKS)


def test_marks_are_those_of_markdown(tmp_path: Path) -> None:
    write([MARKED], tmp_path / "x.md", NOW)
    ((_, questions, answers),) = read(tmp_path / "x.md")
    play, code, area, gap, order, words = questions
    assert spaced(own(play, *MARKS)) == "Which play of Shakespeare begins with two guards?"
    assert (play.findtext("p/em"), play.findtext("p/strong")) == ("Shakespeare", "two")
    assert {each.text for each in play.findall("ul/li/em")} == {"Hamlet", "Macbeth"}
    assert code.findtext("pre/code") == "for n in range(2):\n\n    print(n)\n"
    assert code.find("pre/code").get("class") == "language-python"
    assert spaced(own(area, *MARKS)) == "The area is A = π _____."
    assert "$A = \\pi {{r^2}}$" in spaced(own(answers[2].find("ul/li"), *MARKS))
    assert gap.findtext("p/strong") == "_____"
    assert order.findtext("p/strong") == "these"
    assert spaced(own(words)) == "What does *a* mean?"


@pytest.mark.parametrize(
    "formula", ["<img src=x onerror=alert(1)>", "[a](https://x.org)", "a`b", "![a](b)", "</p>", "<!-- a", "[a]: b"]
)
def test_a_formula_is_no_markup(tmp_path: Path, formula: str) -> None:
    card = Card("`<b>`", question=f"*a* ${formula}$ `<script>` \\` <i>", id="a")
    write([Deck("x", (card,), id="d")], tmp_path / "x.md", NOW)
    ((_, (item,), _),) = read(tmp_path / "x.md")
    text = own(item, *MARKS)
    assert text.split()[0] == "a"
    assert [each.text for each in item.findall(".//code")] == ["<script>"]
    assert "".join(formula.split()) in "".join(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "- x",
        "# x",
        "1. x",
        "12) x",
        "> x",
        "---",
        "***",
        "===",
        "```\nx\n```",
        "    x",
        "a\n\n\n- b\n---",
        "x  \ny\\",
        "[a]: b",
        "| a |\n|---|",
        "<!-- x",
        "&amp; &#35;",
        "_a_ *b* `c` ~~d~~",
        "![a](b)",
        "C #",
        "a\n    b",
        "+",
        "<https://x.org>",
    ],
)
def test_what_looks_like_markup_is_text(tmp_path: Path, text: str) -> None:
    card = Card(text, question=text, explanation=text, tags=(text,), accept=(text + "!",), id="a")
    deck = literally(Deck(text, (card, replace(card, id="b", distractors=(text + "?",))), id="d"))
    write([deck], tmp_path / "x.md", NOW)
    ((title, questions, answers),) = read(tmp_path / "x.md")
    assert title == line(text)
    for each, *both in zip(deck.cards, questions, answers, strict=True):
        told(question(unmarked(each), deck, Losses()), unmarked(each), *both)


def test_more_than_a_hundred_questions_keep_their_numbers(tmp_path: Path) -> None:
    cards = tuple(replace(DECK.cards[0], id=f"c{number}") for number in range(120))
    write([replace(DECK, cards=cards)], tmp_path / "x.md", NOW)
    ((_, questions, answers),) = read(tmp_path / "x.md")
    assert len(questions) == len(answers) == 120
    assert sorted(bullets(questions[119])) == sorted(bullets(questions[0]))


def test_what_cannot_be_told_from_the_question_is_noted(tmp_path: Path) -> None:
    source = Source(Passage("so it was", page=3), evidence=(Passage("and so"),))
    both = Card("a", question="Which?", cloze="It is {{a}}.", source=source, id="a", tolerance="5%", distractors=("b",))
    write([Deck("x", (both,), id="d", source="x.pdf")], tmp_path / "x.md", NOW)
    notes = ["Within: 5%", "Cloze: It is {{a}}.", "Source: “so it was” (x, page 3)", "Source: “and so”"]
    assert bullets(read(tmp_path / "x.md")[0][2][0]) == notes


def test_an_order_is_told_in_its_order(tmp_path: Path) -> None:
    write([replace(DECK, cards=DECK.cards[4:5])], tmp_path / "x.md", NOW)
    ((_, questions, answers),) = read(tmp_path / "x.md")
    assert spaced(own(answers[0])) == chain(DECK.cards[4].ordered)
    assert bullets(questions[0]) != list(DECK.cards[4].ordered)


def test_nothing_is_written_for_a_card_that_asks_nothing(tmp_path: Path) -> None:
    with pytest.raises(QuizError, match="the card asks nothing"):
        write([replace(DECK, cards=(Card("a", question="\x00"),))], tmp_path / "x.md", NOW)
    assert not list(tmp_path.iterdir())


def test_the_same_deck_gives_the_same_bytes(tmp_path: Path) -> None:
    for each in "ab":
        write([DECK, OTHER], tmp_path / f"{each}.md", Request(ord(each)))
    assert (tmp_path / "a.md").read_bytes() == (tmp_path / "b.md").read_bytes()
