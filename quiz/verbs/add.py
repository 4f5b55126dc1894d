"""`quiz add`: one card into a deck from the command line, asked for what was not said."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

import click

from quiz.deck.adding import added, begun, faults
from quiz.deck.cards import CARD_KEYS
from quiz.deck.files import is_there, read_text, write_text
from quiz.deck.marks import forms
from quiz.deck.parse import read_string
from quiz.errors import Place, Problem, QuizError
from quiz.verbs.failure import OK
from quiz.verbs.terminal import complain, flush, interactive, say, show

if TYPE_CHECKING:
    from quiz.deck.record import Record

ASKED = (("question", "Question: "), ("answer", "Answer: "))
WRONG = "Wrong answers, one a line; an empty line ends:"


def add(path: Path, record: Record, title: str = "") -> int:
    """Add a card of these values to a deck, at its end; with a title begin a deck that is not there.

    On a terminal a question, an answer and wrong answers are asked for if the first two are not there. QuizError, and
    nothing written, for a deck with errors, and for a card that `check` would refuse.
    """
    there = is_there(path)
    if there and title:
        raise QuizError.at(str(path), "there is a deck already", "add to it without a --title")
    if not there and not title:
        hint = "give it a --title, or begin with `quiz new`"
        raise QuizError.at(str(path), "there is no such deck", hint)
    content = read_text(path) if there else ""
    if there and (errors := faults(read_string(content, str(path)))):
        hint = f"mend the deck first: `quiz check {quote(str(path))}` shows where"
        raise QuizError([*errors, Problem(Place(str(path)), "no card was added, for the deck has errors", hint)])
    known = _asked(record)
    record = {key: known[key] for key in CARD_KEYS if key in known}
    new = added(content, str(path), record) if there else begun(title, str(path), record)
    if errors := _refused(new.text, str(path)):
        raise QuizError(errors)
    write_text(path, new.text)
    for problem in new.warnings:
        complain(str(problem))
    say(f"{new.place}: card {new.number:,} added")
    return OK


def _refused(text: str, path: str) -> list[Problem]:
    """Find what `check` refuses of the last card of a deck by its rules."""
    from quiz.checking.codes import ERRORS
    from quiz.checking.item import items_of
    from quiz.checking.rules import findings

    *_, last = items_of(read_string(text, path))
    found = [(code, message, hint) for code, _, message, hint in findings(last) if code in ERRORS]
    return [Problem(Place(path), message, hint, "error", code) for code, message, hint in found]


def _asked(record: Record) -> Record:
    """Ask a person for what a card lacks, where one sits at the terminal."""
    missing = [key for key, _ in ASKED if key not in record and "cloze" not in record]
    if not missing or not (interactive(sys.stdin) and interactive(sys.stdout)):
        return record
    given = {key: _line(words) for key, words in ASKED if key in missing}
    wrong: Record = {}
    if not {"distractors", "kind"} & record.keys():
        show(WRONG)
        wrong = {"distractors": list(iter(partial(_wrong, {**record, **given}), ""))}
    return {**record, **given, **{key: value for key, value in wrong.items() if value}}


def _wrong(card: Record) -> str:
    """Read a wrong answer, again as long as it is a right one; "" where there are no more."""
    values = [card.get("answer", ""), card.get("accept", [])]
    right = [
        form
        for value in values
        for each in (value if isinstance(value, list) else [value])
        for form in forms(str(each))
    ]
    while (line := _line("  ", once=True)) and not forms(line).isdisjoint(right):
        show(f"  `{line}` is right: type a wrong answer")
    return line


def _line(words: str, *, once: bool = False) -> str:
    """Read a line, again until there is something on it unless `once` is enough; Abort at the end of the input."""
    while True:
        show(words, end="")
        flush()
        line = sys.stdin.readline()
        if not line:
            show("")
            raise click.Abort
        if once or line.strip():
            return line.strip()
