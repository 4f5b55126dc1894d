"""Fits the schedule's weights to a learner's answers: the one module that knows the fitting library, an extra."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from quiz.errors import QuizError
from quiz.study.model import Review

if TYPE_CHECKING:
    from fsrs_rs_python import FSRS, FSRSItem

NEEDED = 400
"""Answers on a later day than the one before that weights are fitted to, at least; fewer say little of anybody."""


@dataclass(frozen=True, slots=True)
class Fit:
    """How well weights foretell the answers: log loss, and the root of the mean squared error of recall, in bins."""

    loss: float
    error: float


class Answers:
    """The answers of a learner, card by card, as the library takes them."""

    def __init__(self, cards: Iterable[Sequence[Review]]) -> None:
        """Take the answers of each card, oldest first; QuizError if the library is not installed."""
        try:
            import fsrs_rs_python
        except ImportError as error:
            message = "the library that fits weights is not installed"
            raise QuizError.lacking("quiz optimise", message, "optimise") from error
        self._library = fsrs_rs_python
        self._items: list[FSRSItem] = []
        self._cards: list[int] = []
        for card, answers in enumerate(cards):
            found = self._of_card(answers)
            self._items += found
            self._cards += [card] * len(found)

    @property
    def number(self) -> int:
        """How many answers there are that tell something: those on a later day than the one before."""
        return len(self._items)

    def fitted(self, relearning_steps: int) -> tuple[float, ...]:
        """Return the weights that foretell these answers best."""
        weights = self._model(()).compute_parameters(
            self._items, self._cards, enable_short_term=True, num_relearning_steps=relearning_steps
        )
        return tuple(round(weight, 4) for weight in weights)

    def judged(self, weights: Sequence[float]) -> Fit:
        """Tell how well weights foretell these answers; () are the published ones."""
        found = self._model(weights).evaluate(self._items)
        return Fit(found.log_loss, found.rmse_bins)

    def _model(self, weights: Sequence[float]) -> FSRS:
        return self._library.FSRS(list(weights or self._library.DEFAULT_PARAMETERS))

    def _of_card(self, answers: Sequence[Review]) -> list[FSRSItem]:
        """Return an item for each answer on a later day than the one before, with all answers up to it."""
        days = [max(0, after.day - before.day) for before, after in pairwise((*answers[:1], *answers))]
        made = [self._library.FSRSReview(int(answer.grade), gap) for answer, gap in zip(answers, days, strict=True)]
        return [self._library.FSRSItem(made[: end + 1]) for end, gap in enumerate(days) if gap]
