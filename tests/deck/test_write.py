"""A deck that is written reads back the same, here and in every other YAML reader."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.deck import cloze as clozes
from quiz.deck.marks import folded
from quiz.deck.model import Card, Deck, Kind, Passage, Source, chain
from quiz.deck.parse import read_string
from quiz.deck.render import WIDTH, scalar
from quiz.deck.write import HEADER, dump

TRICKY: list[str] = json.loads((Path(__file__).parent / "tricky.json").read_text("utf-8"))
"""Texts that YAML readers take for something else, fold, break or drop."""

WRITABLE = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60) | st.sampled_from(TRICKY)
WORDY = WRITABLE.filter(lambda text: text.strip() != "")
TEXTS = st.lists(WORDY, max_size=4).map(tuple)
NUMBERS = st.none() | st.integers(1, 10**6)


def passages(text: st.SearchStrategy[str]) -> st.SearchStrategy[Passage]:
    return st.builds(Passage, text=text, line=NUMBERS, page=NUMBERS, section=st.just("") | WORDY, paragraph=NUMBERS)


SOURCES = st.builds(Source, passages(WORDY), st.just("") | WORDY, st.lists(passages(WORDY), max_size=2).map(tuple))
IDS = st.text("23456789bcdfghjkmnpqrstvwxyz", min_size=1, max_size=12)
KINDS: list[Kind] = ["", "date", "figure", "quote"]
ITEMS = st.lists(
    WORDY.map(lambda text: " ".join(text.split())), min_size=2, max_size=9, unique_by=lambda text: text.casefold()
)


@st.composite
def cards(draw: st.DrawFn) -> Card:
    answer, accept = draw(WORDY), draw(TEXTS)
    right = {folded(text) for text in (answer, *accept)}
    gap = draw(WORDY.filter(lambda text: not re.search(r"[{}]|::", text))).strip()
    before, after = (draw(WRITABLE).replace("{", "").replace("}", "") for _ in range(2))
    return Card(
        answer=answer,
        question=draw(WORDY),
        cloze=draw(st.sampled_from(["", f"{before}{{{{{gap}}}}}{after}"])),
        kind=draw(st.sampled_from(KINDS)),
        accept=accept,
        distractors=tuple(text for text in draw(TEXTS) if folded(text) not in right),
        explanation=draw(st.just("") | WRITABLE),
        tags=draw(TEXTS),
        source=draw(st.none() | SOURCES),
        origin=draw(st.sampled_from(["", "human"])),
        tolerance=draw(st.sampled_from(["", "5%", "10", "0.5", "± 2 %"])),
        stale=draw(st.booleans()),
    )


def ordered(items: list[str], question: str, explanation: str) -> Card:
    return Card(chain(items), question, kind="order", explanation=explanation, ordered=tuple(items))


ORDERS = st.builds(ordered, ITEMS, WORDY, st.just("") | WRITABLE)
TRUTHS = st.builds(Card, st.sampled_from(["true", "false", "True"]), question=WORDY, kind=st.just("truefalse"))
DECKS = st.builds(
    Deck,
    title=WORDY,
    cards=st.lists(cards() | ORDERS | TRUTHS, min_size=1, max_size=3).map(tuple),
    id=st.just("") | IDS,
    source=st.just("") | WORDY,
    tags=TEXTS,
)


def leaves(value: Any, key: str = "") -> list[tuple[str, Any]]:
    """Scalars of what a YAML reader made of a deck, each with its key."""
    if isinstance(value, dict):
        return [leaf for name, inner in value.items() for leaf in leaves(inner, str(name))]
    if isinstance(value, list):
        return [leaf for inner in value for leaf in leaves(inner, key)]
    return [(key, value)]


@settings(max_examples=80)
@given(DECKS)
def test_what_is_written_reads_back(deck: Deck) -> None:
    written = dump(deck)
    reading = read_string(written, "deck.yaml")
    assert [problem for problem in reading.problems if problem.severity == "error"] == []
    assert reading.deck == deck
    assert dump(deck) == written


@settings(max_examples=50)
@given(DECKS)
def test_other_readers_see_text_where_text_is_meant(deck: Deck) -> None:
    numbers = {"format", "line", "page", "paragraph"}
    loaded = yaml.load(dump(deck), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    for key, value in leaves(loaded):
        assert type(value) is (int if key in numbers else bool if key == "stale" else str), (key, value)
    assert [card["answer"] for card in loaded["cards"]] == [list(card.ordered) or card.answer for card in deck.cards]
    assert [card.get("explanation", "") for card in loaded["cards"]] == [card.explanation for card in deck.cards]


@pytest.mark.parametrize("place", ["value", "item", "flow"])
def test_tricky_text_survives_in_every_place(place: str) -> None:
    assert [text for text in TRICKY if text.strip() and not survives(text, place)] == []


def survives(text: str, place: str) -> bool:
    """Whether a text that is written at some place of a card is read back there, by us and by others."""
    card = Card(answer="a", question=text if place == "value" else "q?", tags=(text,) if place == "flow" else ())
    if place == "item":
        card = Card(answer="a", question="q?", tags=(text, "long " * 40 + "item"))
    written = dump(Deck("t", (card,)))
    loaded = yaml.safe_load(written)["cards"][0]
    ours = read_string(written, "deck.yaml").deck == Deck("t", (card,))
    return ours and text in (loaded["question"], *loaded.get("tags", ()))


def test_the_layout_is_the_one_people_know() -> None:
    source = Source(Passage("In 1829 the war ended; and then " * 5, 23), evidence=(Passage("x", 3),))
    deck = Deck(
        "Wars",
        (
            Card(
                "1829", "In what year?", kind="date", id="4kq7m2vx", distractors=("1813", "1826"),
                explanation="Yes: so.", tags=("a", "b c"), source=source,
            ),
            Card("no", cloze="It is {{no}}.", accept=("nay",), stale=True),
        ),
        id="k3v8",
        source="../seeds/x.md",
        tags=("history",),
    )  # fmt: skip
    assert dump(deck) == HEADER + (
        """format: 1
id: k3v8
title: Wars
source: ../seeds/x.md
tags: [history]

cards:
  - id: 4kq7m2vx
    kind: date
    question: In what year?
    answer: "1829"
    distractors: ["1813", "1826"]
    explanation: "Yes: so."
    tags: [a, b c]
    source:
      line: 23
      text: "In 1829 the war ended; and then In 1829 the war ended; and then In 1829 the war ended; and then """
        """In 1829 the war ended; and then In 1829 the war ended; and then "
      evidence:
        - line: 3
          text: x

  - cloze: It is {{no}}.
    answer: "no"
    accept: [nay]
    stale: true
"""
    )


def test_long_text_is_folded_within_the_width() -> None:
    text = "The war, which lasted for long: it ended in 1829 # or so. " * 9 + "End"
    written = dump(Deck("t", (Card("a", text, explanation=text),)))
    assert "question: >-\n" in written
    assert max(map(len, written.splitlines())) <= WIDTH
    assert '"' not in written.split("cards:")[1]


def test_a_lone_surrogate_does_not_stop_writing() -> None:
    dump(Deck("t", (Card("a", "x\ud800y"),))).encode()
    assert scalar("x\ud800y", 0, 0) == '"x\ufffdy"'


def test_gaps_are_written_one_way() -> None:
    assert clozes.normal("{{c1::1829}}, {{1830::year}} {{ 1831 }}") == "{{1829}}, {{1830}} {{1831}}"
