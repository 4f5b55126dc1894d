"""A paper as JSON and back, so that an exam goes on as it began even if its decks have changed or are gone."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, fields
from datetime import timedelta
from hashlib import sha256
from typing import Any

from quiz.deck.model import Card, Deck, Passage, Source
from quiz.study.asking import Question
from quiz.study.exams import paper

CARD = tuple(each.name for each in fields(Card) if each.compare)
"""The parts of a card that say something; its place in the file does not."""

PASSAGE = tuple(each.name for each in fields(Passage))

HASHED = 16
"""Hexadecimal digits kept of a hash: enough to tell versions of a deck apart."""


def packed(whole: paper.Paper) -> str:
    """Return a paper as JSON: ASCII, so that any text can be kept."""
    decks = {item.deck.id: item.deck for item in whole.items}
    items = [
        {"deck": item.deck.id, "card": _card(item.card), "question": _question(item.question)} for item in whole.items
    ]
    rules = asdict(whole.rules)
    rules["limit"] = None if whole.rules.limit is None else whole.rules.limit.total_seconds()
    return json.dumps(
        {
            "decks": [{"id": deck.id, "title": deck.title, "source": deck.source} for deck in decks.values()],
            "items": items,
            "rules": rules,
            "sources": [asdict(source) for source in whole.sources],
            "out": whole.out,
        }
    )


def unpacked(text: str) -> paper.Paper:
    """Read a paper that `packed` wrote."""
    data = json.loads(text)
    decks = {deck["id"]: Deck(deck["title"], (), deck["id"], deck["source"]) for deck in data["decks"]}
    items = tuple(
        paper.Item(decks[item["deck"]], _read_card(item["card"]), Question(**_tuples(item["question"])))
        for item in data["items"]
    )
    rules = _tuples(data["rules"])
    rules["limit"] = None if rules["limit"] is None else timedelta(seconds=rules["limit"])
    sources = tuple(paper.Source(**source) for source in data["sources"])
    return paper.Paper(items, paper.Rules(**rules), sources, data["out"])


def bare(deck: Deck) -> Deck:
    """Return a deck without its cards: what a question needs of it."""
    return Deck(deck.title, (), deck.id, deck.source)


def card_hash(card: Card) -> str:
    """Return a hash of all that a card says, the same however its file is laid out."""
    return _hash([_said(card)])


def deck_hash(deck: Deck) -> str:
    """Return a hash of all that a deck's cards say, in whatever order they stand."""
    return _hash(sorted(map(_said, deck.cards)))


def described(deck: Deck) -> paper.Source:
    """Describe a deck as a result does."""
    file = deck.path.replace("\\", "/").rpartition("/")[2]
    return paper.Source(deck.id, deck.title, file, deck_hash(deck), len(deck.cards))


def _said(card: Card) -> str:
    """Return what a card says as text; parts it does not have are left out, so that a new one changes no hash."""
    return json.dumps(_without_blanks(_card(card)), sort_keys=True)


def _without_blanks(value: Any) -> Any:
    """Return a table without parts that are not there, however deep."""
    if isinstance(value, dict):
        return {name: _without_blanks(part) for name, part in value.items() if part not in (None, "", (), False)}
    return [_without_blanks(part) for part in value] if isinstance(value, tuple) else value


def _hash(texts: Iterable[str]) -> str:
    """Return the hash of some texts."""
    return sha256("\n".join(texts).encode()).hexdigest()[:HASHED]


def _question(question: Question) -> dict[str, Any]:
    """Return a question as a table, with `ticking` only where it is so: a result's id comes of the table."""
    table = asdict(question)
    return table if question.ticking else {name: value for name, value in table.items() if name != "ticking"}


def _card(card: Card) -> dict[str, Any]:
    """Return a card as a table."""
    table = {name: getattr(card, name) for name in CARD}
    if card.source:
        evidence = tuple(_passage(passage) for passage in card.source.evidence)
        passage = _passage(card.source.passage)
        table["source"] = {"passage": passage, "document": card.source.document, "evidence": evidence}
    return table


def _passage(passage: Passage) -> dict[str, Any]:
    """Return a passage as a table; `asdict` takes ten times as long, and a deck may have 10,000 cards."""
    return {name: getattr(passage, name) for name in PASSAGE}


def _read_card(table: dict[str, Any]) -> Card:
    """Read a card's table."""
    source = table["source"]
    if source is not None:
        evidence = tuple(Passage(**passage) for passage in source["evidence"])
        source = Source(Passage(**source["passage"]), source["document"], evidence)
    return Card(**{**_tuples(table), "source": source})


def _tuples(table: dict[str, Any]) -> dict[str, Any]:
    """Return a table whose lists are tuples, as values have them."""
    return {name: tuple(value) if isinstance(value, list) else value for name, value in table.items()}
