"""The analysis of a class: of each question, and of the whole."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from statistics import median

from quiz.analysis.choices import Choice, choices
from quiz.analysis.flags import FEW, Flag, flags
from quiz.analysis.formulas import correlation, deviation, mean, standard_error, upper_lower
from quiz.analysis.gathering import gathered
from quiz.analysis.grid import Question, questions
from quiz.analysis.marks import Mark, marks
from quiz.analysis.model import Result
from quiz.analysis.reliability import Reliability, reliability
from quiz.values import dataclass

NAMED = 6
"""Questions listed in a sentence at most."""

SORTS = ("exam", "facility", "discrimination")
"""Orders of the questions: that of the exam, the hardest first, those that tell least apart first."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What the answers say of a question; shares run from 0 to 1, `seconds` is a median of who saw it.

    `discrimination` is the correlation with all other points, `index` that of the upper and lower 27 %, `dropped` the
    reliability without this question; each None where it cannot be told. `few` marks figures that chance moves much.
    """

    question: Question
    facility: float
    discrimination: float | None
    index: float | None
    dropped: float | None
    omitted: int
    unreached: int
    seconds: float | None
    choices: tuple[Choice, ...]
    flags: tuple[Flag, ...]

    @property
    def takers(self) -> int:
        """How many were asked."""
        return len(self.question.replies)

    @property
    def few(self) -> bool:
        """Whether there are too few takers to rely on."""
        return self.takers < FEW

    @property
    def grave(self) -> bool:
        """Whether the key may be wrong."""
        return any(flag.grave for flag in self.flags)


@dataclass(frozen=True, slots=True)
class Whole:
    """What the results say of the test: shares of the points a taker could have.

    `asked` is how many questions a taker had in the mean, `worth` how many points these had, `alike` whether all took
    the same.
    """

    titles: tuple[str, ...]
    takers: int
    questions: int
    asked: float
    alike: bool
    mean: float
    median: float
    deviation: float | None
    reliability: Reliability
    error: float | None
    worth: float

    @property
    def few(self) -> bool:
        """Whether there are too few takers to rely on."""
        return self.takers < FEW


@dataclass(frozen=True, slots=True)
class Analysis:
    """The analysis of a class: the questions in the order of the exam, what was left out, and the marks."""

    whole: Whole
    items: tuple[Figures, ...]
    told: tuple[str, ...]
    marks: tuple[Mark, ...] = ()


def analysed(results: Iterable[Result], attempt: str = "first") -> Analysis:
    """Analyse results, in whatever order; at least one. QuizError where two say different things of one exam."""
    chosen = gathered(results, attempt)
    asked = questions(chosen.results)
    reliable = reliability(asked, len(chosen.results))
    items = tuple(map(_figures, asked, reliable.dropped))
    return Analysis(
        _whole(chosen.results, asked, reliable), items, (*chosen.told, *_reworded(items)), marks(chosen.results)
    )


def _figures(question: Question, dropped: float | None) -> Figures:
    """Reckon what the answers say of one question."""
    replies = question.replies
    shares = [reply.share for reply in replies]
    others = [(reply.share, reply.rest) for reply in replies if reply.rest is not None]
    discrimination = correlation([share for share, _ in others], [rest for _, rest in others])
    seen = [reply.seconds for reply in replies if reply.seen]
    facility, listed = mean(shares), choices(question)
    return Figures(
        question,
        facility,
        discrimination,
        upper_lower(shares, [reply.total for reply in replies]),
        dropped,
        sum(reply.seen and not reply.choice for reply in replies),
        sum(not reply.seen and not reply.choice for reply in replies),
        median(seen) if seen else None,
        listed,
        flags(question, facility, discrimination, listed),
    )


def _whole(results: Sequence[Result], asked: Sequence[Question], reliable: Reliability) -> Whole:
    """Reckon what the results say of the test."""
    shares = [result.share for result in results]
    spread = deviation(shares)
    error = None if spread is None or reliable.value is None else standard_error(spread, reliable.value)
    return Whole(
        tuple(sorted({deck.title for result in results for deck in result.decks})),
        len(results),
        len(asked),
        mean([len(result.answers) for result in results]),
        all(len(question.replies) == len(results) for question in asked),
        mean(shares),
        median(shares),
        spread,
        reliable,
        error,
        mean([result.worth for result in results]),
    )


def _reworded(items: Sequence[Figures]) -> list[str]:
    """Tell of cards that have changed between results."""
    told = []
    several: dict[tuple[str, ...], list[Question]] = {}
    for each in items:
        question = each.question
        several.setdefault((question.deck, question.card, question.way), []).append(question)
        if len(question.hashes) > 1:
            told.append(f"question {question.number} has changed, but not in what it asks: its answers count together")
    return told + [
        f"questions {_listed(wordings)} are wordings of one card: each has the answers to its own"
        for wordings in several.values()
        if len(wordings) > 1
    ]


def _listed(several: Sequence[Question]) -> str:
    """List questions by their numbers, as far as they are few: `3, 7 and 12`."""
    numbers = [str(question.number) for question in several]
    last = numbers[-1] if len(numbers) <= NAMED else f"{len(numbers) - NAMED + 1:,} more"
    return f"{', '.join(numbers[: min(len(numbers), NAMED) - 1])} and {last}"


def ordered(items: Sequence[Figures], sort: str = "exam") -> tuple[Figures, ...]:
    """Return the questions in one of the orders of `SORTS`; what cannot be told comes last."""
    if sort == "facility":
        return tuple(sorted(items, key=lambda each: (each.facility, each.question.number)))
    if sort == "discrimination":
        none = 2.0
        return tuple(
            sorted(
                items,
                key=lambda each: (
                    none if each.discrimination is None else each.discrimination, each.question.number
                ),
            )
        )  # fmt: skip
    return tuple(items)
