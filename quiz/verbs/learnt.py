"""What the history knows of some decks' cards, in the plain values an exporter takes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.errors import QuizError
from quiz.export.learnt import Given, Learnt, Phase

if TYPE_CHECKING:
    from quiz.config import StudyConfig
    from quiz.study.history import History
    from quiz.study.model import Key, Marks, Memory, Review
    from quiz.study.scheduling.schedule import Schedule

PHASES: tuple[Phase, ...] = ("new", "learning", "review", "relearning")
"""What FSRS calls by number from 1, and before them what it has no number for."""

SECOND = timedelta(seconds=1)
MAGIC = b"SQLite format 3\0"


def learnt(decks: Iterable[str], path: Path | None) -> dict[Key, Learnt]:
    """Tell what is known of the cards of decks, by their ids; QuizError if a history named is not there."""
    import quiz.config
    from quiz.study.history import History, default_path
    from quiz.study.scheduling.schedule import Schedule

    found = path or default_path()
    if not found.exists():
        if path is None:
            return {}
        raise QuizError.at(str(found), "there is no history here yet", "`quiz play` begins one, or name another")
    study = quiz.config.load().study
    with closing(History(found)) as opened:
        return dict(_learnt(opened, set(decks), Schedule(study, opened.weights())))


def refuse_histories(paths: Sequence[Path]) -> None:
    """QuizError on a history that stands where decks are named, as it does for who takes --history for its option."""
    for path in paths:
        if path.is_file() and path.suffix.lower() not in (".yaml", ".yml"):
            with path.open("rb") as file:
                if file.read(len(MAGIC)) == MAGIC:
                    hint = f"for a history other than your own: --history --history-file {path}"
                    raise QuizError.at(str(path), "is a history, not a deck", hint)


def _learnt(history: History, decks: set[str], schedule: Schedule) -> Iterable[tuple[Key, Learnt]]:
    """Tell what is known of every card that was answered, suspended or flagged."""
    memories, marks = history.memories(decks), history.marks(decks)
    for key, mark in marks.items():
        if key not in memories and (mark.suspended or mark.flagged):
            new = Learnt((), "new", 0, 0, schedule.study.retention, 0, 0)
            yield key, replace(new, suspended=mark.suspended, flagged=mark.flagged)
    for key, answers in history.studied():
        if key in memories:
            yield key, _card(answers, memories[key], marks.get(key), schedule)


def _card(answers: Sequence[Review], memory: Memory, marks: Marks | None, schedule: Schedule) -> Learnt:
    """Tell what is known of one card."""
    from quiz.study.scheduling.days import day_of

    study = schedule.study
    phase = PHASES[memory.state]
    return Learnt(
        given=_given(answers, schedule),
        phase=phase,
        stability=memory.stability,
        difficulty=memory.difficulty,
        retention=study.retention,
        due=int(memory.due.timestamp()),
        day=day_of(memory.due.astimezone(), study.day_begins),
        steps=_left(phase, memory, study),
        lapses=memory.lapses,
        suspended=bool(marks and marks.suspended),
        flagged=bool(marks and marks.flagged),
    )


def _given(answers: Sequence[Review], schedule: Schedule) -> tuple[Given, ...]:
    """Tell of each answer what the card was before it and what came of it."""
    memories: list[Memory | None] = [None]
    for review in answers:
        memories.append(schedule.after(memories[-1], review.grade, review.at))
    return tuple(
        Given(
            at=round(review.at.timestamp() * 1000),
            grade=int(review.grade),
            duration=review.duration,
            phase=PHASES[before.state if before else 0],
            wait=(after.due - after.last) // SECOND,
            difficulty=after.difficulty,
        )
        for review, (before, after) in zip(answers, pairwise(memories), strict=True)
        if after
    )


def _left(phase: Phase, memory: Memory, study: StudyConfig) -> int:
    """Count the learning steps that are left."""
    if phase == "review":
        return 0
    steps = study.relearning_steps if phase == "relearning" else study.learning_steps
    return max(1, len(steps) - (memory.step or 0))
