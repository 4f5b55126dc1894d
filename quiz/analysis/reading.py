"""Files of results, which anybody may have written: each is whole, or told with its place; all faults at once."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from math import inf, isfinite
from pathlib import Path
from typing import Any, NoReturn

from quiz.analysis.model import Answer, Asked, Drawn, Result
from quiz.deck.files import is_there, read_text, real_path
from quiz.deck.model import chain, together
from quiz.errors import Place, Problem, QuizError
from quiz.study.exams.result import FORMAT, WHAT

LARGEST = 8 * 2**20
"""Bytes one result may have: some 10,000 questions."""

ALTOGETHER = 256 * 2**20
"""Bytes all results may have: some 4,000 exams of 100 questions."""

TEXT, OPTION, NAME, OPTIONS = 2_000, 500, 200, 100
"""Characters kept of a question, of an option or answer, and allowed of an id; options a question may have."""

HINT = "name a file that `quiz exam -o FILE.json` wrote, or move this one out of the folder"

WAYS = ("choice", "ticked", "typed", "order")

WORTH, LEAST = 1_000, 0.01
"""Points a question stays below, and the fewest it may have."""


class NoResultError(ValueError):
    """What is wrong with a file that says it is a result."""


def read(paths: Iterable[Path]) -> list[Result]:
    """Read results, and those (`*.json`) in folders; QuizError with every file that is none, or if there is none."""
    results: list[Result] = []
    problems: list[Problem] = []
    known: dict[Asked, Asked] = {}
    total = 0
    for path in found(paths, problems):
        try:
            total += sized(path)
            if total > ALTOGETHER:
                message = f"with this file the results are more than {ALTOGETHER // 2**20} MB"
                raise QuizError.at(str(path), message, "analyse them in parts")
            results.append(result(path, read_text(path), known))
        except QuizError as error:
            problems += [_hinted(problem) for problem in error.problems]
            if total > ALTOGETHER:
                break
    if problems:
        raise QuizError(problems)
    return results


def _hinted(problem: Problem) -> Problem:
    """Put our own hint in place of one that is meant for decks."""
    of_decks = "YAML" in problem.hint or "decks" in problem.hint
    return Problem(problem.place, problem.message, HINT) if of_decks else problem


def found(paths: Iterable[Path], problems: list[Problem]) -> list[Path]:
    """List the files of results, each once; what is missing, and folders without any, go to the problems."""
    files: dict[Path, Path] = {}
    for path in paths:
        if not is_there(path):
            problems.append(Problem(Place(str(path)), "there is no such file or folder", "is the name spelled right?"))
            continue
        listed = sorted(_within(path)) if path.is_dir() else [path]
        if not listed:
            hint = "`quiz exam -o FOLDER` writes results there"
            problems.append(Problem(Place(str(path)), "no result (*.json) is in this folder", hint))
        for file in listed:
            files.setdefault(real_path(file), file)
    return list(files.values())


def _within(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and those in it that may be results; hidden ones are left out."""
    for parent, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        yield from (Path(parent, name) for name in files if not name.startswith(".") and name.lower().endswith(".json"))


def sized(path: Path) -> int:
    """Return the bytes of a file; QuizError if they are too many."""
    try:
        size = path.stat().st_size if path.is_file() else 0
    except OSError:  # reading it says what is wrong
        return 0
    if size > LARGEST:
        message = f"is larger than {LARGEST // 2**20} MB, which no result is"
        raise QuizError.at(str(path), message, HINT)
    return size


def result(path: Path, text: str, known: dict[Asked, Asked]) -> Result:
    """Read one result; QuizError if it is none. Questions that are `known` are kept once for all results."""
    try:
        data = json.loads(text.removeprefix("\ufeff"), parse_constant=_refuse)
        if not isinstance(data, dict) or data.get("what") != WHAT:
            raise QuizError.at(str(path), "this is no result of an exam", HINT)
        if _of(data, "format", int) > FORMAT:
            message = f"a result of format {str(data['format'])[:20]} is newer than this quiz"
            raise QuizError.at(str(path), message, "update quiz")
        return _result(str(path), data, known)
    except json.JSONDecodeError as error:
        problem = Problem(Place(str(path), error.lineno, error.colno), f"this is no JSON: {error.msg.lower()}", HINT)
        raise QuizError([problem]) from None
    except NoResultError as error:
        hint = "it was changed since `quiz exam` wrote it: ask for it again"
        raise QuizError.at(str(path), f"this result is damaged: {error}", hint) from None
    except (ValueError, RecursionError):
        raise QuizError.at(str(path), "this is no result of an exam", HINT) from None


def _refuse(_constant: str) -> NoReturn:
    """Refuse numbers that JSON does not have."""
    raise ValueError


def _result(path: str, data: Mapping[str, Any], known: dict[Asked, Asked]) -> Result:
    """Read the parts of a result; NoResultError names the first that is not what it should be."""
    cards = _of(data, "cards", list)
    if not cards:
        raise NoResultError("`cards` is empty")
    answers = tuple(_answer(card, number, known) for number, card in enumerate(cards, 1))
    places: dict[tuple[str, str], int] = {}
    for number, answer in enumerate(answers, 1):
        if (first := places.setdefault((answer.asked.deck, answer.asked.card), number)) != number:
            raise NoResultError(f"questions {first} and {number} are the same card")
    decks = tuple(_drawn(deck) for deck in _of(data, "decks", list) if isinstance(deck, dict))
    return Result(path, _id(data, "id"), _text(data, "name", NAME), decks, _began(data), answers, _pass_mark(data))


def _drawn(deck: Mapping[str, Any]) -> Drawn:
    """Read a deck that questions were drawn from; of what is not there, ""."""
    name, said = (_id(deck, key) if key in deck else "" for key in ("id", "hash"))
    return Drawn(name, _text(deck, "title", NAME), said)


def _pass_mark(data: Mapping[str, Any]) -> int | None:
    """Read the share of the points that passes, in percent."""
    if "pass_mark" not in data:
        return None
    mark: int = _of(data, "pass_mark", int)
    if not 0 <= mark <= 100:
        raise NoResultError("`pass_mark` is no percentage")
    return mark


def _answer(card: Any, number: int, known: dict[Asked, Asked]) -> Answer:
    """Read one question with its answer."""
    try:
        table: dict[str, Any] = _of({"it": card}, "it", dict)
        asked = _asked(table)
        (share, worth), seen = _points(table), _of(table, "seen", bool)
        ticks = _ticks(table, "choice") if asked.way == "ticked" else ()
        choice = together(ticks) if asked.way == "ticked" else _said(table, "choice")
        asked = known.setdefault(asked, asked)
        return Answer(asked, number, share, choice, seen, _seconds(table), worth, ticks)
    except NoResultError as error:
        raise NoResultError(f"question {number}: {error}") from None


def _asked(card: Mapping[str, Any]) -> Asked:
    """Read what was asked; options are sorted, since each exam shuffles them."""
    way = _of(card, "asked", str)
    if way not in WAYS:
        raise NoResultError("`asked` is none of choice, ticked, typed and order")
    options = tuple(sorted(_strings(card, "options")))
    right = _ticks(card, "answer") if way == "ticked" else (_said(card, "answer"),)
    return Asked(
        _id(card, "deck"), _id(card, "id"), _id(card, "hash"), way,
        _text(card, "question", TEXT), together(right), options, right,
    )  # fmt: skip


def _points(card: Mapping[str, Any]) -> tuple[float, float]:
    """Read the share of a question's points, and how many these are; the first results said only what was right."""
    right = _of(card, "right", bool)
    if "points" not in card and "worth" not in card:
        return float(right), 1.0
    points, worth = _number(card, "points"), _number(card, "worth")
    if worth < LEAST:
        raise NoResultError(f"`worth` is below {LEAST}")
    if points > worth:
        raise NoResultError("`points` are more than `worth`")
    return points / worth, worth


def _number(card: Mapping[str, Any], name: str) -> float:
    """Return a number of points, which JSON may write as a whole number."""
    value = card.get(name)
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value < WORTH:
        raise NoResultError(f"`{name}` is no number of points below {WORTH:,}")
    return float(value)


def _of(table: Mapping[str, Any], name: str, kind: type) -> Any:
    """Return a part that has to be there, and of its type."""
    value = table.get(name)
    if type(value) is not kind:
        words = {str: "text", int: "a whole number", bool: "true or false", list: "a list", dict: "a table"}[kind]
        raise NoResultError(f"`{name}` is missing" if name not in table else f"`{name}` is not {words}")
    return value


def _id(table: Mapping[str, Any], name: str) -> str:
    """Return an id, or a hash, which have to tell things apart and so may not be cut."""
    text: str = _of(table, name, str)
    if len(text) > NAME:
        raise NoResultError(f"`{name}` is longer than {NAME} characters")
    return text


def _text(table: Mapping[str, Any], name: str, most: int) -> str:
    """Return as much of a text as is kept."""
    text: str = _of(table, name, str)
    return text[:most]


def _strings(table: Mapping[str, Any], name: str) -> Sequence[str]:
    """Return a list of short texts."""
    texts = _of(table, name, list)
    if len(texts) > OPTIONS or not all(isinstance(text, str) for text in texts):
        raise NoResultError(f"`{name}` is no list of at most {OPTIONS} texts")
    return [text[:OPTION] for text in texts]


def _said(table: Mapping[str, Any], name: str) -> str:
    """Return an answer as one text: items in order are chained, and none, or nothing but blanks, is ""."""
    if name not in table:
        raise NoResultError(f"`{name}` is missing")
    value = table[name]
    if value is None:
        return ""
    text = chain(_strings(table, name)) if isinstance(value, list) else _text(table, name, OPTION)
    return text if text.strip() else ""


def _ticks(table: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """Return options that were ticked, or are to be, in no order of their own; none is ()."""
    if name not in table:
        raise NoResultError(f"`{name}` is missing")
    return () if table[name] is None else tuple(sorted(set(_strings(table, name))))


def _seconds(card: Mapping[str, Any]) -> float:
    """Return how long a question was on the screen."""
    value = card.get("seconds")
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value < inf or not isfinite(value):
        raise NoResultError("`seconds` is no length of time")
    return float(value)


def _began(data: Mapping[str, Any]) -> float:
    """Return when an exam began, in seconds since 1970; infinite where it does not say."""
    started = data.get("started")
    if started is None:
        return inf
    try:
        at = datetime.fromisoformat(started)
        return (at if at.tzinfo else at.replace(tzinfo=UTC)).timestamp()
    except (ValueError, TypeError, OverflowError):
        raise NoResultError("`started` is no time") from None
