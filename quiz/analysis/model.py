"""Results as they are analysed: what was asked, and what became of it. Docs/exam-result.md has the file they are of."""

from __future__ import annotations

from quiz.values import dataclass

Attempts = tuple[str, ...]
ATTEMPTS: Attempts = ("first", "last", "best", "all")
"""Which results of a learner count where several share a question."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as one result has it: `options` in no order of their own, "" of any text that is not there."""

    deck: str
    card: str
    hash: str
    way: str
    text: str
    answer: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of one question: `share` of its points from 0 to 1, `choice` "" for none, `seconds` on the screen."""

    asked: Asked
    place: int
    share: float
    choice: str
    seen: bool
    seconds: float


@dataclass(frozen=True, slots=True)
class Result:
    """One exam of one learner; `name` is "" where nobody said, `began` in seconds since 1970, or infinite."""

    path: str
    id: str
    name: str
    titles: tuple[str, ...]
    began: float
    answers: tuple[Answer, ...]

    @property
    def share(self) -> float:
        """The share of all points."""
        from math import fsum

        return fsum(answer.share for answer in self.answers) / len(self.answers)
