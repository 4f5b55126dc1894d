"""`quiz import`: decks out of the files of other programs, and the answers given there on request."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from quiz.errors import QuizError
from quiz.seams import load, names
from quiz.verbs.failure import ERROR, OK, Attempt
from quiz.verbs.terminal import complain, say
from quiz.verbs.words import counted

if TYPE_CHECKING:
    from quiz.deck.lock import Lock
    from quiz.deck.model import Card, Deck
    from quiz.imports.model import Answer, Found
    from quiz.imports.offers import Said
    from quiz.study.history.entries import Entry
    from quiz.study.model import Marks, Mode

SEAM = "quiz.importers"


def suffixes() -> list[str]:
    """List the suffixes of the files that decks can be imported from."""
    from quiz.imports import FORMATS

    return names(FORMATS, SEAM)


def reads(path: Path) -> bool:
    """Whether decks can be imported from a file of this suffix."""
    return path.suffix.lower() in suffixes()


def import_decks(
    paths: Sequence[Path], folder: Path, history: Path | None, *, answers: bool = False, dry_run: bool = False
) -> int:
    """Read files into decks of a folder; 1 where one failed, the others being read all the same.

    With `answers` the history, or the file named, gets those that the packages bring.
    """
    failed = 0
    for path in paths:
        with Attempt(str(path)) as attempt:
            _import(path, folder, history, answers=answers, dry_run=dry_run)
        failed += bool(attempt.status)
    return ERROR if failed else OK


def _import(path: Path, folder: Path, history: Path | None, *, answers: bool, dry_run: bool) -> None:
    """Read one file."""
    from quiz.imports import FORMATS
    from quiz.imports.keeping import keep

    suffix = path.suffix.lower()
    found: Found = load(FORMATS, SEAM, suffix)(path)
    kind = "anki" if suffix.endswith("pkg") else suffix.removeprefix(".")
    for warning in found.warnings:
        complain(str(warning))
    if not any(shelf.items for shelf in found.shelves):
        raise QuizError.at(str(path), "holds no card that could be made")
    kept = keep(replace(found, written=partial(written, suffix)), folder, kind, says, dry_run=dry_run)
    for warning in kept.warnings:
        complain(str(warning))
    for plan in kept.plans:
        say(f"{plan.path}: {plan.summary()}")
    if kept.media:
        say(f"{kept.media[0].parent}: {counted(len(kept.media), 'picture or sound', 'pictures and sounds')}")
    for line in _unlearnt(found) if answers else ():
        complain(f"{path}: warning: {line}")
    if answers and not dry_run:
        _remember(found, kept.identities, path, history)


def _unlearnt(found: Found) -> Iterator[str]:
    """Tell what of the answers given there does not come along."""
    if found.unheard:
        others = "to second cards of notes of one card here, or to notes that ask a card once more"
        yield f"{counted(found.unheard, 'answer')} left out, {others}"
    if found.rescheduled:
        cards = counted(found.rescheduled, "card")
        yield f"due days set by hand are left out, of {cards}: here they follow from the answers"


def says(deck: Deck, card: Card, lock: Lock, prefix: str, coming: Mapping[Path, Path]) -> dict[str, Said]:
    """Tell what an export would say of a card, its tags behind a prefix, by lines of the lock.

    `coming` are pictures and sounds that are not in their places yet, with where they lie until then.
    """
    from quiz.export.anki.media import Album
    from quiz.export.anki.notes import content
    from quiz.export.anki.presentations import presented
    from quiz.export.request import AUTO

    notetypes = presented(card, deck, lock, (AUTO,))
    notes = content(card, deck, notetypes, prefix, Album(coming=coming))
    told = {line: lock.notes[line].hash for line in notetypes if line in lock.notes}
    return {
        each.key: (
            known if each.says(known := told.get(each.key, "")) else each.hash,
            dict(zip(each.notetype.fields, each.fields, strict=True)),
            each.tags,
        )
        for each in notes
    }


def written(suffix: str, deck: Deck) -> dict[str, Card]:
    """Tell the cards of a deck, by their ids, as a file says them that is exported now and read back; {} if it cannot.

    `suffix` is that of the file, which is of the first format that has it.
    """
    from quiz.export import FORMATS as EXPORTS
    from quiz.export.request import Request
    from quiz.imports import FORMATS

    wanted = next((each for each in EXPORTS if each.suffix == suffix), None)
    if not wanted:
        return {}
    with TemporaryDirectory(prefix="quiz-") as folder, suppress(QuizError, OSError):
        path = Path(folder, f"deck{suffix}")
        load({wanted.name: wanted.exporter}, "quiz.exporters", wanted.name)([deck], path, Request(0))
        found: Found = load(FORMATS, SEAM, suffix)(path)
        return {item.card.id: item.card for shelf in found.shelves for item in shelf.items if item.card.id}
    return {}


def _remember(found: Found, identities: Mapping[str, tuple[str, str]], path: Path, file: Path | None) -> None:
    """Add answers to the history; those it has already are passed over."""
    import quiz.config
    from quiz.study.history import History
    from quiz.study.scheduling.schedule import Schedule

    answers = found.answers
    if not answers and found.scheduled:
        say(f"{path}: brings no answers, for none was given there yet")
        return
    if not answers:
        told = "in Anki, export it with scheduling information, if answers were given there"
        raise QuizError.at(str(path), "brings no answers", told if path.suffix.lower().endswith("pkg") else "")
    study = quiz.config.load().study
    with closing(History(file)) as opened:
        known = {_name(entry) for entry in opened.entries({deck for deck, _ in identities.values()})}
        rows = [answer for answer in answers if answer.key in identities]
        marks = opened.marks({deck for deck, _ in identities.values()})
        new = [
            answer
            for answer, key in ((answer, identities[answer.key]) for answer in rows)
            if (*key, answer.at) not in known and not _stands(answer, marks.get(key))
        ]
        merged = opened.merge(
            _entries(new, identities, study.day_begins), lambda weights: Schedule(study, weights).after
        )
        name = opened.path
    more = f" and {counted(merged.events, 'mark')}" if merged.events else ""
    say(f"{name}: added {counted(merged.reviews, 'answer')}{more}; {len(rows) - len(new):,} known already")
    if merged.backup:
        say(f"{merged.backup}: the history as it was before")


def _stands(answer: Answer, marks: Marks | None) -> bool:
    """Whether a mark is one that its card has already: Anki does not tell when it was given, only its last change."""
    from quiz.imports.model import FLAGGED, SUSPENDED

    kept = {SUSPENDED: marks.suspended, FLAGGED: marks.flagged} if marks else {}
    return kept.get(answer.grade, False)


def _name(entry: Entry) -> tuple[str, str, int]:
    """Name an entry of the history by card and time, whatever the learner's day was called when it was written."""
    from quiz.study.history.entries import Answered, Happened

    match entry:
        case Answered():
            return (*entry.review.key, round(entry.review.at.timestamp() * 1000))
        case Happened():
            return (*entry.key, round(entry.at.timestamp() * 1000))
        case _:
            return ("", "", 0)


def _entries(
    answers: Sequence[Answer], identities: Mapping[str, tuple[str, str]], begins: timedelta
) -> Iterator[Entry]:
    """Write answers as entries of the history."""
    from quiz.imports.model import FLAGGED, SUSPENDED
    from quiz.study.history.entries import Answered, Happened
    from quiz.study.model import Grade, Mark, Review
    from quiz.study.scheduling.days import day_of

    marks: dict[int, Mark] = {SUSPENDED: "suspend", FLAGGED: "flag"}
    for number, answer in enumerate(answers, 1):
        key, at = identities[answer.key], datetime.fromtimestamp(answer.at // 1000, UTC)
        at = at.replace(microsecond=answer.at % 1000 * 1000)
        day = day_of(at.astimezone(), begins)
        if answer.grade < Grade.AGAIN:
            yield Happened(number, key, marks.get(answer.grade, "reset"), at, day, answer.at)
            continue
        mode: Mode = "cram" if answer.practice else "study"
        grade = Grade(answer.grade)
        review = Review(*key, at, "reveal", "", grade > Grade.AGAIN, grade, answer.took, mode, day)
        yield Answered(number, review, answer.at)
