"""What a note's fields do not show of its card, written into a hidden field: with it an import makes the same card."""

from __future__ import annotations

from html import escape
from json import JSONEncoder
from operator import attrgetter
from typing import Any

from quiz.deck.model import Card, Deck, Passage
from quiz.deck.notefields import CARRIED, SINCE
from quiz.export.anki.markup import SYNTAX, clean, html
from quiz.export.anki.markup import written as shown

FIELD = CARRIED
"""Where it stands; it is no part of what a note says, so that it makes no note newer."""

TAUGHT = ("all_of", "unit", "feedback", "pin", "hint", "points", "partial", "difficulty")
"""What few cards have, and no field shows just so."""
taught = attrgetter(*TAUGHT)

SHOWN = (("question", "Question"), ("answer", "Answer"), ("explanation", "Explanation"))
"""What fields show, and which."""

WRITTEN = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
# Anki counts the clozes in every field of a note, whatever it shows of them, and adds a card for each.
CLOZE = "{{c"
BRACED = r"{\u007bc"
ESCAPED = JSONEncoder(separators=(",", ":")).encode


def carried(card: Card, deck: Deck, values: dict[str, str], known: str, prefix: str = "") -> str:
    """Write as JSON what `values`, the fields by name, do not tell; "" if they tell all.

    `known` is the text that needs no passage to say it again, `prefix` what stands before every tag of the note.
    """
    told = {key: value for key, value in hidden(card) if value}
    for key, name in SHOWN:
        text = getattr(card, key)
        if not told_by(values.get(name, ""), text) and not (key == "answer" and (card.ordered or card.all_of)):
            told[key] = text
    if card.unit and values.get("Accept"):  # which shows the answer without its unit, whatever becomes of the answer
        told["answer"] = card.answer
    if not all(told_by(shown(clean(item)), item) for item in card.ordered):
        told["ordered"] = card.ordered
    if card.tags and (
        deck.tags or prefix or card.difficulty or any(" " in tag or not tag.isprintable() for tag in card.tags)
    ):
        told["tags"] = card.tags
    if card.hints and "Text" not in values:
        told["hints"] = card.hints
    if card.source:
        told["source"] = sourced(card, known)
    if any(values_taught := taught(card)):
        told.update((key, value) for key, value in zip(TAUGHT, values_taught, strict=True) if value)
    told.update(about(card, deck, prefix))
    return written(told)


def hidden(card: Card) -> tuple[tuple[str, Any], ...]:
    """Tell what no field shows just so."""
    return (
        ("cloze", card.cloze),
        ("accept", card.accept),
        ("distractors", card.distractors),
        ("tolerance", card.tolerance),
        ("origin", card.origin),
    )


def about(card: Card, deck: Deck, prefix: str) -> dict[str, Any]:
    """Tell what is rarely to be told of a card, and what of its deck."""
    told: dict[str, Any] = {"stale": True} if card.stale else {}
    if prefix:
        told["prefix"] = prefix
    if deck.source or deck.tags:
        told["deck"] = {key: value for key, value in (("source", deck.source), ("tags", deck.tags)) if value}
    return told


def told_by(field: str, text: str) -> bool:
    """Whether a field tells a text exactly."""
    return field == text or (clean(text) == text and field == html(text))


def written(told: dict[str, Any]) -> str:
    """Write values as JSON in HTML, in letters that Anki leaves as they are; "" if there are none."""
    if not told:
        return ""
    text = WRITTEN(told)
    if not text.isascii() and (clean(text) != text or "\u0338" in text):
        text = ESCAPED(told)
    return SYNTAX.sub("&#91;", escape(text.replace(CLOZE, BRACED), quote=False))


def since(told: str, export: int) -> str:
    """Put the second of an export, which made a note say what it says, before what is told in such a field."""
    return f'{{"{SINCE}":{export:d}{"," + told[1:] if told else "}"}'


def sourced(card: Card, known: str) -> dict[str, Any]:
    """Write a source, without the texts that the note shows just so."""
    assert card.source
    record = passage(card.source.passage, known)
    if card.source.document:
        record["document"] = card.source.document
    if card.source.evidence:
        record["evidence"] = [passage(each, known) for each in card.source.evidence]
    return record


def passage(told: Passage, known: str) -> dict[str, Any]:
    """Write a passage, without its text where the note shows just that."""
    where = (("line", told.line), ("page", told.page), ("section", told.section), ("paragraph", told.paragraph))
    record: dict[str, Any] = {key: value for key, value in where if value}
    text = clean(told.text)
    if text and text != known:
        record["shown"] = 1
    if told.text and not (text == told.text and text != known):
        record["text"] = told.text
    return record
