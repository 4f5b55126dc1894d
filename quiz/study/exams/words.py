"""What every front end says of an exam, in the same words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

from quiz.deck.model import Card
from quiz.study.exams.exam import Exam
from quiz.study.exams.marking import Marked, Score, Share
from quiz.study.exams.paper import Rules
from quiz.study.given import said
from quiz.study.printable import line, read_line

SHOWN = 12
"""Numbers of questions listed at most."""

SEEDS = 1_000_000
"""Seeds are drawn below this, so that they can be told to somebody else."""

RESUME = "`quiz exam --resume` goes on with it"


def clock(span: timedelta) -> str:
    """Return a length of time as a clock shows it, rounded up: `14:32`, `1:02:03`."""
    seconds = -(-span // timedelta(seconds=1)) if span % timedelta(seconds=1) else span // timedelta(seconds=1)
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def lasted(span: timedelta) -> str:
    """Return a length of time in words: `1 h 2 min`, `12 min 3 s`, `40 s`."""
    seconds = span // timedelta(seconds=1)
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes} min" if minutes else f"{hours} h"
    if minutes:
        return f"{minutes} min {rest} s" if rest else f"{minutes} min"
    return f"{rest} s"


def counted(number: int, noun: str = "question") -> str:
    """Return a number with its noun: `1 question`, `20 questions`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listed(places: Sequence[int]) -> str:
    """List questions by their numbers, as far as they are few: `3, 7 and 12`."""
    numbers = [str(place + 1) for place in places[:SHOWN]]
    if len(places) > SHOWN:
        return f"{', '.join(numbers)} and {len(places) - SHOWN:,} more"
    return f"{', '.join(numbers[:-1])} and {numbers[-1]}" if len(numbers) > 1 else "".join(numbers)


def standing(exam: Exam) -> list[str]:
    """Say which questions are open and which are flagged, before an exam is handed in."""
    told = []
    if exam.open:
        told.append(f"{counted(len(exam.open))} {'is' if len(exam.open) == 1 else 'are'} open: {listed(exam.open)}")
    if exam.flagged:
        verb = "is" if len(exam.flagged) == 1 else "are"
        told.append(f"{counted(len(exam.flagged))} {verb} flagged: {listed(exam.flagged)}")
    return told or ["every question is answered, and none is flagged"]


def progress(exam: Exam) -> str:
    """Say how far an exam is: `12 of 20 answered, 8 min 3 s left`."""
    answered = len(exam.replies) - len(exam.open)
    time = f"{lasted(exam.left)} left" if exam.left is not None else f"{lasted(exam.used)} used"
    return f"{answered:,} of {len(exam.replies):,} answered, {time}"


def rules_told(rules: Rules) -> str:
    """Say what rules an exam has: `30 min, pass mark 60 %, seed 4711`."""
    time = lasted(rules.limit) if rules.limit else "no time limit"
    return f"{time}, pass mark {rules.pass_mark} %, seed {rules.seed}"


def outcome(score: Score) -> str:
    """Say whether an exam was passed: `passed, 14 of 20 right, 70 % (pass mark 60 %)`."""
    word = "passed" if score.passed else "failed"
    mark = score.exam.paper.rules.pass_mark
    return f"{word}, {reached(score)}, {score.percent} % (pass mark {mark} %)"


def reached(score: Score) -> str:
    """Say how many answers are right and, where questions are worth different points, how many points that makes."""
    told = f"{score.right:,} of {score.of:,} right"
    return f"{told}, {points_told(score.points, score.worth)}" if score.weighed else told


def points_told(points: Fraction, worth: Fraction) -> str:
    """Say how many points of how many were reached: `1.5 of 2 points`."""
    return f"{_number(points)} of {_number(worth)} points"


def worth_told(card: Card) -> str:
    """Say what a question is worth: `1 point`, `2 points, each part its share`."""
    parts = ", each part its share" if card.partial else ""
    return f"{_number(card.worth)} point{'' if card.worth == 1 else 's'}{parts}"


def _number(points: Fraction) -> str:
    """Write a number of points: `1.5`."""
    return f"{float(points):,.2f}".rstrip("0").rstrip(".")


def time_told(exam: Exam) -> str:
    """Say how long an exam took: `12 min 3 s of 20 min`, and whether time was up."""
    limit = exam.paper.rules.limit
    told = f"{lasted(exam.used)} of {lasted(limit)}" if limit else lasted(exam.used)
    return f"{told}, time was up" if exam.ending == "time_up" else told


def weak(shares: Sequence[Share]) -> str:
    """List weak tags or sections: `War and loss 1 of 4, Trade 2 of 5`."""
    return ", ".join(f"{share.name} {share.right} of {share.of}" for share in shares)


def printed(score: Score, file: Path | None) -> list[str]:
    """Return the lines of a result, for standard output."""
    paper = score.exam.paper
    name = f"{paper.rules.name}, " if paper.rules.name else ""
    lines = [f"{name}{paper.title}: {outcome(score)}", f"time {time_told(score.exam)}, seed {paper.rules.seed}"]
    if score.missed:
        lines.append(f"missed: {listed([mark.place for mark in score.missed])}")
    lines += [part for mark in score.missed for part in _missed(mark)]
    return [*lines, *([f"result: {file}"] if file else [])]


def _missed(mark: Marked) -> list[str]:
    """Return the lines of one missed question: what was asked, what was answered, and what is right."""
    item, given = mark.item, mark.reply.given
    part = points_told(mark.points, item.card.worth) if mark.points else ""
    told = "; ".join(filter(None, [mark.verdict.reason, part]))
    why = f" ({read_line(told)})" if told else ""
    told_as = line if item.question.way == "typed" else read_line
    answered = f"you said {told_as(said(item.question, given))}{why}" if given.strip() else "not answered"
    right = read_line(item.card.answer)
    return [f"{mark.place + 1}. {read_line(item.question.prompt)}", f"   {answered}; right is {right}"]
