"""Cards whose notes are made at one go say what those made the long way say."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck.model import Card, Deck, Passage, Source
from quiz.export.anki import notes
from quiz.export.anki.media import Album
from quiz.export.anki.notetypes import QUESTION, QUOTE, NoteType
from quiz.export.anki.plain import content, plain
from tests.export.hostile_anki import TEXT, cards

PLAIN = Card(
    "1850",
    question="When was the canal dug?",
    id="c1",
    kind="date",
    accept=("AD 1850", "Málaga"),
    distractors=("1813", "none of these"),
    explanation='It is said "late".',
    tags=("history",),
    source=Source(
        Passage("In 1850, or in 1850–51; 1850.", line=3, page=2, section="Water", paragraph=1),
        document="canals.md",
        evidence=(Passage("", line=9), Passage("So in 1850  too")),
    ),
    origin="date",
)
WORDS = ["1850", "AD 1850", "late", "in", "Málaga", '"so"', "A:", "b;", "d'", "", "/"]
SAID = st.lists(st.sampled_from(WORDS), max_size=4).map(" ".join).map(str.strip)
QUOTED = st.builds("{} “{}”?".format, st.sampled_from(["Who said,", "Who told her:", "Who spoke of"]), SAID)
SEVERAL = st.lists(SAID | st.just("1850"), max_size=3).map(tuple)
NUMBER = st.none() | st.integers(0, 3)
PASSAGES = st.builds(Passage, SAID, line=NUMBER, page=NUMBER, section=SAID, paragraph=NUMBER)
DOCUMENTS = st.sampled_from(["", "", "a.md", "b/c d.md", "https://example.org/a"])
SOURCES = st.builds(Source, PASSAGES, document=DOCUMENTS, evidence=st.lists(PASSAGES, max_size=2).map(tuple))
SIMPLE = st.builds(
    Card,
    SAID | st.just("1850"),
    question=QUOTED | SAID.filter(bool),
    id=st.sampled_from(["c1", "a&b", "ü"]),
    kind=st.sampled_from(["", "date", "quote"]),
    accept=SEVERAL,
    distractors=SEVERAL,
    explanation=SAID,
    tags=SEVERAL,
    source=st.none() | SOURCES,
    origin=SAID,
    reviewed=st.booleans(),
)
PARTS = {
    **dict.fromkeys(["question", "answer", "explanation", "origin", "tolerance", "cloze", "hint"], TEXT),
    **dict.fromkeys(["accept", "distractors", "tags", "ordered"], st.lists(TEXT, max_size=2).map(tuple)),
    "source": st.builds(Source, st.builds(Passage, TEXT, section=TEXT), document=TEXT),
    "kind": st.just("truefalse"),
    "stale": st.booleans(),
}
CHANGES = st.sampled_from([*PARTS]).flatmap(lambda part: st.fixed_dictionaries({part: PARTS[part]}))
ODD = st.builds(lambda card, change: replace(card, **change), SIMPLE, CHANGES)
DECKS = st.builds(Deck, st.just("Canals & more"), st.just(()), st.just("d"), DOCUMENTS, st.just(()) | SEVERAL)
TYPES, PREFIXES = st.sampled_from([QUESTION, QUOTE]), st.sampled_from(["", "", "p::", "p &"])


@given(SIMPLE | SIMPLE | ODD | cards(), TYPES, DECKS, PREFIXES)
def test_both_ways_say_the_same(card: Card, notetype: NoteType, deck: Deck, prefix: str) -> None:
    made = content(card, deck, {card.id: notetype}, prefix, Album())

    assert [*made] == [*notes.content(card, deck, {card.id: notetype}, prefix)]


@pytest.mark.parametrize("notetype", [QUESTION, QUOTE])
@pytest.mark.parametrize("tags", [(), ("canals",)])
@pytest.mark.parametrize("prefix", ["", "p::"])
def test_a_plain_card_goes_the_short_way_and_says_the_same(notetype: NoteType, tags: tuple[str], prefix: str) -> None:
    deck, kinds = Deck("Canals", (PLAIN,), id="d", tags=tags, path="d.yaml"), {"c1": notetype}
    made = content(PLAIN, deck, kinds, prefix, Album())

    assert isinstance(made, tuple)
    assert made == tuple(notes.content(PLAIN, deck, kinds, prefix))


@pytest.mark.parametrize("deck", [Deck("Canals", (), "d", "e\u0301.md"), Deck("Canals", (), "d", tags=("e\u0301",))])
def test_a_deck_that_is_not_plain_is_told_of_the_long_way(deck: Deck) -> None:
    made = content(PLAIN, deck, {"c1": QUESTION}, "", Album())

    assert [*made] == [*notes.content(PLAIN, deck, {"c1": QUESTION})]


@pytest.mark.parametrize("text", [*"&<>{}[\\\n\t\u0338\ud800", " a", "a ", "e\u0301"])
@pytest.mark.parametrize("part", ["question", "answer", "explanation", "origin", "accept", "distractors", "tags"])
def test_what_is_not_plain_goes_the_long_way(part: str, text: str) -> None:
    several = isinstance(getattr(PLAIN, part), tuple)
    change: dict[str, Any] = {part: ("a", text) if several else text}

    assert plain(PLAIN)
    assert not plain(replace(PLAIN, **change))


@pytest.mark.parametrize(
    "more", [{"cloze": "In {{1850}}"}, {"ordered": ("a",)}, {"hint": "a"}, {"feedback": ("a",)}, {"points": "2"}]
)
def test_a_card_that_has_more_goes_the_long_way(more: dict[str, Any]) -> None:
    assert not plain(replace(PLAIN, **more))
