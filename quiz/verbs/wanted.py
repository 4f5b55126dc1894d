"""Which cards a person wants of each document, and why each fact that is not asked is not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quiz.deck.plan import Plan
from quiz.deck.propose import Limit
from quiz.questions.outcome import LEAST, Outcome
from quiz.verbs.running import Made

SHOWN = 80
"""Characters of a fact's text that are shown at most."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of a run: at most so many cards a document, of some kinds (of all, if none is named), of a score.

    `comparisons` are wanted besides, whatever the kinds.
    """

    most: int | None = None
    kinds: tuple[str, ...] = ()
    least: int = LEAST
    comparisons: bool = False

    def limit(self, outcomes: Sequence[Outcome]) -> Limit:
        """Rank the cards that may be new, given all that have one, the most important first."""
        fit = [index for index, made in enumerate(outcomes) if self.fits(made)]
        return Limit(tuple(sorted(fit, key=lambda index: (-outcomes[index].weight, index))), self.most)

    def fits(self, made: Outcome) -> bool:
        """Whether a fact is of a wanted kind and has a card good enough."""
        wanted = self.comparisons if made.compares else not self.kinds or made.kind in self.kinds
        return wanted and made.asked(self.least)

    def unasked(self, path: str, made: Made, plan: Plan | None) -> Iterator[str]:
        """Say of each fact that is not asked why, and of each block left out what it is, in the order of the text."""
        cards = [outcome for outcome in made.outcomes if outcome.card]
        taken = {id(cards[index]) for index in (plan.taken if plan else ())}
        refused = {id(cards[index]) for index in (plan.refused if plan else ())}
        for outcome in sorted((*made.outcomes, *made.left_out), key=lambda found: found.line):
            if id(outcome) not in taken and (not outcome.compares or id(outcome) in refused):
                said = "you deleted its card" if id(outcome) in refused else self._reason(outcome)
                yield f'{path}:{outcome.line}: {outcome.kind} "{shortened(outcome.text)}": {said}'

    def _reason(self, made: Outcome) -> str:
        if not made.score or (made.card is None and made.score >= self.least):
            return "; ".join(made.reasons)
        if not made.asked(self.least):
            return f"its best draft scores {max(0, made.score)}, less than {self.least}: {'; '.join(made.reasons)}"
        if self.kinds and made.kind not in self.kinds:
            return f"left out by --kinds {','.join(self.kinds)}"
        return f"left out by --max {self.most}: others weigh more than its {made.weight} of 100"


def shortened(text: str) -> str:
    """Show the beginning of a long text."""
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1].rstrip()}…"
