"""The deck format as a JSON Schema (draft 7, the one YAML editors know best): completes keys, underlines mistakes.

It knows what a deck looks like, not what its texts mean: `quiz check` finds more.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from quiz.deck.cards import CARD_KEYS, ID_LENGTH, KINDS, PASSAGE_KEYS, SOURCE_KEYS
from quiz.deck.comparisons import FEWEST, MOST, SAID
from quiz.deck.fields import MARGIN
from quiz.deck.files import BOM, read_text, write_text
from quiz.deck.model import FORMAT, LEVELS, POINTS, TRUTHS
from quiz.deck.parse import DECK_KEYS
from quiz.deck.teaching import WRONG_KEYS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NAME = "deck.schema.json"
"""What the schema is called where it lies beside decks."""

MODELINE = f"# yaml-language-server: $schema={NAME}"
NAMED = re.compile(r"^#\s*yaml-language-server:", re.MULTILINE)

Schema = dict[str, Any]

SCALARS = ["string", "number", "boolean", "null"]
"""What an editor takes unquoted text for: `1829`, `no` and nothing at all are text to quiz."""

TOLD = {
    "format": "The version of the deck format.",
    "title": "What the deck is called.",
    "include": "Other decks in this folder or below it that come along with this one.",
    "cards": "The cards, each behind a dash.",
    "id": "The identity in your history and in Anki, made once: leave it alone.",
    "kind": "order and truefalse for the two sorts of card; date, figure and quote are the generator's.",
    "question": "What is asked; *emphasis*, **strong**, `code` and $maths$ are shown as such.",
    "cloze": "A sentence with a gap, the answer in {{...}}.",
    "answer": "The right answer; a list if all of several parts are to be named, of an order card in the right order.",
    "accept": "Other answers that are right when typed.",
    "unit": "The unit of an answer that is a number; it may be left out when typed.",
    "tolerance": "How far a typed number may be off: 5%, or 10 in the unit of the answer.",
    "distractors": "Wrong answers; with them the card can be asked as multiple choice.",
    "pin": "Options that stay behind the others, in this order.",
    "hint": "Shown on demand before the answer.",
    "explanation": "Shown with the answer.",
    "points": "What the card is worth in an exam; 1 if nothing is said.",
    "partial": "Parts of the answer are worth their share of the points.",
    "difficulty": "How difficult you take the card to be: easy, medium, hard.",
    "tags": "Words to sort by; they go to Anki too.",
    "source": "Where it comes from: the document, the place in it, and the passage's text.",
    "origin": "human: a person wrote this card.",
    "reviewed": "A person looked at this generated card and kept it.",
    "stale": "The document no longer says what this card does: look at it and decide.",
    "document": "The document, relative to the deck, or an address.",
    "line": "Line of the file, from 1.",
    "page": "Page of a PDF, as the file counts them.",
    "section": "Heading of the section.",
    "paragraph": "Number of the paragraph below its heading.",
    "text": "The passage, word for word; of a wrong answer what is offered.",
    "feedback": "Why this answer is wrong: told to who chose it.",
    "evidence": "Further passages that tell what the passage leaves out.",
}
"""What each key is for, as an editor shows it."""


def schema() -> Schema:
    """Make the schema of a deck."""
    passage = _object(PASSAGE_KEYS, {})
    source = _object(SOURCE_KEYS, {"evidence": {"type": "array", "items": passage}})
    wrong = {"anyOf": [{"type": SCALARS[:-1]}, _object(WRONG_KEYS, {}) | {"required": ["text"]}]}
    wrongs = {"type": ["array", "null"], "items": wrong}
    card = _object(CARD_KEYS, {"source": source, "distractors": wrongs}) | _combinations()
    card["defaultSnippets"] = [
        {"label": "question", "body": {"question": "$1", "answer": "$2"}},
        {"label": "multiple choice", "body": {"question": "$1", "answer": "$2", "distractors": ["$3", "$4", "$5"]}},
        {"label": "cloze", "body": {"cloze": "$1 {{$2}} $3"}},
    ]
    cards = {"type": "array", "minItems": 1, "items": card}
    deck = _object(DECK_KEYS, {"cards": cards, "source": _text()})
    deck |= {"required": ["title"], "anyOf": [{"required": ["cards"]}, {"required": ["include"]}]}
    return {"$schema": "http://json-schema.org/draft-07/schema#", "title": "A deck of quiz"} | deck


def dumped() -> str:
    """Write the schema as a file holds it."""
    return json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def named_in(decks: Iterable[Path]) -> list[Path]:
    """Lay the schema beside decks and name it at the top of each that names none; return the files that changed.

    Everything else in a deck stays as it is, byte for byte. QuizError if a file cannot be read or written.
    """
    changed = []
    for deck in decks:
        beside = deck.parent / NAME
        if write_text(beside, dumped()):
            changed.append(beside)
        content = read_text(deck)
        text = content.removeprefix(BOM)
        if NAMED.search(text):
            continue
        newline = "\r\n" if "\r\n" in text else "\n"
        write_text(deck, BOM * content.startswith(BOM) + MODELINE + newline + text)
        changed.append(deck)
    return changed


def _object(keys: Iterable[str], shapes: dict[str, Schema]) -> Schema:
    """Describe a group of keys, those without a shape of their own as they are everywhere."""
    properties = {key: {"description": TOLD[key]} | shapes.get(key, SHAPES.get(key) or _text()) for key in keys}
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _text() -> Schema:
    return {"type": SCALARS}


def _texts() -> Schema:
    return {"type": ["array", "null"], "items": {"type": SCALARS[:-1]}}


def _combinations() -> Schema:
    """Describe which keys go together."""
    order = {"type": "array", "minItems": FEWEST, "maxItems": MOST, "items": {"type": SCALARS[:-1]}}
    said = [*TRUTHS, *SAID]
    truth = {"enum": [True, False, *said, *(word.capitalize() for word in said), *map(str.upper, TRUTHS)]}
    return {
        "anyOf": [{"required": ["question", "answer"]}, {"required": ["cloze"]}],
        "allOf": [
            _if_kind("order", {"properties": {"answer": order}, "required": ["question", "answer"]}),
            _if_kind("truefalse", {"properties": {"answer": truth}, "required": ["question", "answer"]}),
            _if_kind(None, {"properties": {"answer": {"type": [*SCALARS, "array"], "minItems": 2}}}),
        ],
    }


def _if_kind(kind: str | None, then: Schema) -> Schema:
    return {"if": {"properties": {"kind": {"const": kind}}, "required": ["kind"] if kind else []}, "then": then}


NUMBER: Schema = {"type": ["integer", "null"], "minimum": 1}
TRUTH: Schema = {"enum": [True, False, "yes", "no", "on", "off", None]}
SHAPES: dict[str, Schema] = {
    "format": {"const": FORMAT},
    "id": {"type": SCALARS, "maxLength": ID_LENGTH, "pattern": r"^\S*$"},
    "kind": {"enum": [kind or None for kind in KINDS]},
    "answer": {"type": [*SCALARS, "array"]},
    "accept": _texts(),
    "include": _texts(),
    "pin": _texts(),
    "points": {"type": SCALARS, "pattern": f"^{POINTS.pattern}$"},
    "partial": TRUTH,
    "difficulty": {"enum": [level or None for level in ("", *LEVELS)]},
    "tags": _texts(),
    "tolerance": {"type": SCALARS, "pattern": f"^{MARGIN.pattern}$"},
    "line": NUMBER,
    "page": NUMBER,
    "paragraph": NUMBER,
    "reviewed": TRUTH,
    "stale": TRUTH,
}
"""Keys that hold something other than text."""
