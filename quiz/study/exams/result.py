"""The result of an exam as a JSON file, for whoever collects it: written whole or not at all, and read for a retry."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import timedelta
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

from quiz.deck.files import is_there, read_text, reason, write_text
from quiz.errors import QuizError
from quiz.study.asking import Question
from quiz.study.exams.marking import Marked, Score, section_of
from quiz.study.exams.paper import Item
from quiz.study.exams.snapshot import HASHED, card_hash, packed
from quiz.study.given import picked
from quiz.study.model import Key

WHAT, FORMAT = "quiz exam result", 1
"""What the file says it is, and the version of its layout, which only ever grows."""


@dataclass(frozen=True, slots=True)
class Missed:
    """What was missed in an exam whose result was read: the cards, and the hashes its decks had."""

    name: str
    cards: frozenset[Key]
    decks: dict[str, str]


def document(score: Score) -> dict[str, Any]:
    """Return a result as it stands in the file; docs/exam-result.md says what each part means."""
    exam, rules = score.exam, score.exam.paper.rules
    started = exam.started.isoformat(timespec="milliseconds") if exam.started else None
    return {
        "what": WHAT,
        "format": FORMAT,
        "id": sha256(f"{packed(exam.paper)}\n{started}".encode()).hexdigest()[:HASHED],
        "name": rules.name,
        "decks": [asdict(source) for source in exam.paper.sources],
        "seed": rules.seed,
        "pool": {"tags": list(rules.tags), "kinds": list(rules.kinds), "as": rules.way, "retry": rules.retry},
        "started": started,
        "ended": exam.ended.isoformat(timespec="milliseconds") if exam.ended else None,
        "ending": "time up" if exam.ending == "time_up" else "handed in",
        "seconds": _seconds(exam.used),
        "resumed": exam.resumed,
        "limit": None if rules.limit is None else _seconds(rules.limit),
        "pass_mark": rules.pass_mark,
        "score": {
            "right": score.right,
            "of": score.of,
            "points": float(score.points),
            "worth": float(score.worth),
            "percent": score.percent,
            "passed": score.passed,
        },
        "cards": [_card(mark) for mark in score.marked],
    }


def _card(mark: Marked) -> dict[str, Any]:
    """Return one question of a result."""
    item, reply = mark.item, mark.reply
    question = item.question
    return {
        "number": mark.place + 1,
        "deck": item.deck.id,
        "id": item.card.id,
        "hash": card_hash(item.card),
        "kind": item.card.kind,
        "tags": list(item.card.tags),
        "section": section_of(item),
        "asked": "order" if question.ordering else "ticked" if question.ticking else question.way,
        "question": question.prompt,
        "options": list(question.options),
        "choice": _choice(reply.given, question),
        "first_choice": _choice(reply.first or reply.given, question),
        "answer": _answer(item),
        "right": mark.verdict.right,
        "close": mark.verdict.close,
        "points": float(mark.points),
        "worth": float(item.card.worth),
        "reason": mark.verdict.reason,
        "seconds": _seconds(reply.spent),
        "changes": reply.changes,
        "seen": reply.seen,
        "flagged": reply.flagged,
    }


def _choice(given: str, question: Question) -> str | list[str] | None:
    """Return what was answered, a list where several options were picked; None for nothing."""
    if not given:
        return None
    several = picked(question, given)
    return given if several is None else list(several)


def _answer(item: Item) -> str | list[str]:
    """Return the right answer; a list where several options are to be picked."""
    if item.question.ticking:
        return [option for option in item.question.options if option in item.card.all_of]
    return list(item.card.ordered) if item.question.ordering else item.card.answer


def _seconds(span: timedelta) -> float:
    """Return a length of time in seconds, to the millisecond."""
    return round(span.total_seconds(), 3)


def write(score: Score, path: Path) -> Path:
    """Write a result; one that is there already stays, and the new one gets a number. Returns where it lies."""
    with suppress(OSError):  # where it cannot be made, what is written next says so
        path.parent.mkdir(parents=True, exist_ok=True)
    free = next(path for path in _names(path) if not is_there(path))
    text = json.dumps(document(score), ensure_ascii=False, indent=2) + "\n"
    write_text(free, text.encode("utf-8", "replace").decode())
    return free


def _names(path: Path) -> Iterator[Path]:
    """Yield a path, and the same with numbers behind its stem."""
    yield path
    yield from (path.with_name(f"{path.stem}-{number}{path.suffix}") for number in count(2))


def placed(out: Path, name: str, started: str) -> Path:
    """Return the file a result goes to: as named or, in a folder, called after who takes the exam and when.

    What is not there yet is a folder to be if its name has no suffix.
    """
    if not out.is_dir() if is_there(out) else out.suffix:
        return out.absolute()
    who = "-".join("".join(letter if letter.isalnum() else " " for letter in name).split())[:60] or "exam"
    return out.absolute() / f"{who}-{started}.json"


def check_writable(path: Path) -> None:
    """Find out, before an exam begins, whether its result can be written; QuizError if not, or if one is there."""
    if is_there(path):
        raise QuizError.at(str(path), "there is such a file already", "name another for the result, it is not replaced")
    there = next((folder for folder in path.absolute().parents if is_there(folder)), Path())
    probe = there / f".{path.name}.{os.getpid()}.tmp"
    try:
        with probe.open("wb") as file:
            file.write(b"\0")
        probe.unlink()
    except (OSError, ValueError) as error:
        message = f"the result could not be written here: {reason(error)}"
        raise QuizError.at(str(path), message, "name a file in a folder where you may write") from None


def read_missed(path: Path) -> Missed:
    """Read what was missed from a result's file; QuizError if it is none, or if nothing was missed."""
    text = read_text(path)
    try:
        data = json.loads(text)
        if data["what"] != WHAT:
            raise ValueError  # noqa: TRY301 (one message for all that is no result)
        newer = data["format"] > FORMAT
        cards = frozenset((str(card["deck"]), str(card["id"])) for card in data["cards"] if not card["right"])
        decks = {str(deck["id"]): str(deck["hash"]) for deck in data["decks"]}
        name = str(data["name"])
    except (ValueError, TypeError, KeyError, RecursionError):
        hint = "name a file that `quiz exam -o FILE.json` wrote"
        raise QuizError.at(str(path), "this is no result of an exam", hint) from None
    if newer:
        raise QuizError.at(str(path), f"a result of format {data['format']} is newer than this quiz", "update quiz")
    if not cards:
        raise QuizError.at(str(path), "nothing was missed in this exam", "there is nothing to ask again")
    return Missed(name, cards, decks)


def changes(missed: Missed, hashes: dict[str, str], there: Sequence[Key]) -> list[str]:
    """Say what has changed in the decks since a result: decks, and cards that are gone."""
    notices = []
    changed = sum(hashes.get(deck, was) != was for deck, was in missed.decks.items())
    if changed:
        words = "the deck has" if len(missed.decks) == 1 else f"{changed} of {len(missed.decks)} decks have"
        notices.append(f"{words} changed since that exam: the cards are asked as they are now")
    gone = len(missed.cards - set(there))
    if gone:
        notices.append(f"{gone} missed card{'s are' if gone > 1 else ' is'} in the decks no more")
    return notices
