"""Results as they are analysed: what was asked, and what became of it. Docs/exam-result.md has the file they are of."""

from __future__ import annotations

from quiz.values import dataclass

Attempts = tuple[str, ...]
ATTEMPTS: Attempts = ("first", "last", "best", "all")
"""Which results of a learner count where several share a question."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as one result has it: `options` in no order of their own, "" of any text that is not there.

    `right` are the options that are to be ticked, where several are, and else the answer alone.
    """

    deck: str
    card: str
    hash: str
    way: str
    text: str
    answer: str
    options: tuple[str, ...]
    right: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one question: `share` of its points from 0 to 1, `choice` "" for none, `seconds` on the screen.

    `worth` is how many points it had, `ticks` the options that were ticked, where several may be.
    """

    asked: Asked
    place: int
    share: float
    choice: str
    seen: bool
    seconds: float
    worth: float = 1.0
    ticks: tuple[str, ...] = ()

    @property
    def points(self) -> float:
        """The points it got."""
        return self.share * self.worth


@dataclass(frozen=True, slots=True)
class Drawn:
    """A deck that questions were drawn from: `hash` tells what its cards said, "" where it is not known."""

    id: str
    title: str
    hash: str


@dataclass(frozen=True, slots=True)
class Result:
    """One exam of one learner; `name` is "" where nobody said, `began` in seconds since 1970, or infinite.

    `pass_mark` is the share of the points, in percent, that passes; None where the result does not say.
    """

    path: str
    id: str
    name: str
    decks: tuple[Drawn, ...]
    began: float
    answers: tuple[Answer, ...]
    pass_mark: int | None = None

    @property
    def points(self) -> float:
        """The points of all answers."""
        from math import fsum

        return fsum(answer.points for answer in self.answers)

    @property
    def share(self) -> float:
        """The share of all points."""
        return self.points / self.worth

    @property
    def worth(self) -> float:
        """The points there were."""
        from math import fsum

        return fsum(answer.worth for answer in self.answers)
