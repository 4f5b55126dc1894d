"""The note types: frozen for ever, since Anki drops updates of a note whose type has other fields or templates.

Ids, field names, field order, template names and template order never change. Layout and style may: then `RELEASED` is
set to the time of the change, so that Anki takes the revision over once and leaves a person's own later edits alone.
A new way of asking uses the spare fields, or is a new note type.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

import genanki

from quiz.deck.notefields import FIELDS, HIDDEN

RELEASED = 1795448000  # 2026-11-23; the second the templates were last revised

DEFAULT_DECK = 1  # where Anki's add window puts a new note of a type never used there


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type: its key in the lock, its id and name in Anki, its fields, and its templates' names.

    The first field is what a card asks, which no note leaves empty; `answer` is the field that Anki's browser lists.
    """

    key: str
    id: int
    name: str
    fields: tuple[str, ...]
    templates: tuple[str, ...]
    sides: tuple[str, ...]
    cloze: bool = False
    styles: tuple[str, ...] = ("quiz.css",)
    answer: str = "Answer"

    @property
    def required(self) -> list[list[Any]]:
        """What each card needs, as the file notes it, `[card, "any", [field]]`; Anki works it out anew."""
        needed = (self.fields[0], "Reverse")[: len(self.templates)]
        return [[at, "any", [self.fields.index(name)]] for at, name in enumerate(needed)]


QUESTION = NoteType(
    key="question",
    id=1795312764019,
    name="Quiz Question",
    fields=FIELDS["question"],
    templates=("Question", "Reverse"),
    sides=("question", "reverse"),
)
CLOZE = NoteType(
    key="cloze",
    id=1795312951483,
    name="Quiz Cloze",
    fields=FIELDS["cloze"],
    templates=("Cloze",),
    sides=("cloze",),
    cloze=True,
)
ORDER = NoteType(
    key="order",
    id=1795355019604,
    name="Quiz Order",
    fields=FIELDS["order"],
    templates=("Order",),
    sides=("order",),
    styles=("quiz.css", "order.css"),
)
TYPED = NoteType(
    key="typed",
    id=1795424512837,
    name="Quiz Typed",
    fields=FIELDS["typed"],
    templates=("Typed",),
    sides=("typed",),
)
CHOICE = NoteType(
    key="choice",
    id=1795424738261,
    name="Quiz Choice",
    fields=FIELDS["choice"],
    templates=("Choice",),
    sides=("choice",),
    styles=("quiz.css", "choice.css"),
)
QUOTE = NoteType(
    key="quote",
    id=1795424961507,
    name="Quiz Quote",
    fields=FIELDS["quote"],
    templates=("Quote",),
    sides=("quote",),
    styles=("quiz.css", "quote.css"),
    answer="Speaker",
)
REVERSE = replace(QUESTION, key="reverse")
"""The type of a question, whose answer is asked and whose question answers: a note beside that of the question."""

NOTETYPES = {each.key: each for each in (QUESTION, CLOZE, ORDER, TYPED, CHOICE, QUOTE, REVERSE)}
ALWAYS = (QUESTION, CLOZE)
"""Note types that every package brings; any other only where one of its notes is."""


def model(notetype: NoteType) -> dict[str, Any]:
    """Write a note type as Anki's file holds it."""
    made = genanki.Model(
        notetype.id,
        notetype.name,
        fields=[{"name": name, "collapsed": name in HIDDEN} for name in notetype.fields],
        templates=[template(notetype, *pair) for pair in zip(notetype.templates, notetype.sides, strict=True)],
        css="".join(map(part, notetype.styles)),
        model_type=genanki.Model.CLOZE if notetype.cloze else genanki.Model.FRONT_BACK,
    )
    made._req = notetype.required  # noqa: SLF001 - genanki guesses it by rendering, and warns on Python 3.14
    shown: dict[str, Any] = made.to_json(RELEASED, DEFAULT_DECK)
    return shown


def template(notetype: NoteType, name: str, side: str) -> dict[str, str]:
    """Write one card template: front, back, and the columns of Anki's browser, which show the words alone."""
    first, back = notetype.fields[0], notetype.answer
    asked, answered = ("Reverse", first) if side == "reverse" else (f"cloze:{first}" if notetype.cloze else first, back)
    return {
        "name": name,
        "qfmt": whole(f"{side}.front.html"),
        "afmt": whole(f"{side}.back.html"),
        "bqfmt": f"{{{{{asked}}}}}",
        "bafmt": f"{{{{{answered}}}}}",
    }


def whole(name: str) -> str:
    """Read a template and put in the parts its comments name, and those that these name."""
    return re.sub(r"<!-- (\w+\.\w+) -->\n", lambda named: whole(named[1]), part(name))


@cache
def part(name: str) -> str:
    """Read a file of `templates`."""
    return files("quiz.export.anki").joinpath("templates", name).read_text(encoding="utf-8")
