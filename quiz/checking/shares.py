"""Rules over a whole deck: whether the right answer can be guessed from how it looks, by counting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import sqrt

from quiz.checking.item import Item
from quiz.checking.values import number
from quiz.deck.model import TRUTHS

FEWEST = 12
"""Cards that a share is counted over."""

DEVIATIONS = 3.5
"""Standard deviations above chance from which a share is told: chance alone goes there once in some 4,000 decks."""

MOST = 0.5
"""Share of the cards that it has to be at least: in a large deck less is improbable too, but helps nobody to guess."""


class Share:
    """How often something holds, beside how often it would by chance."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self.cards = self.held = 0
        self.mean = self.variance = 0.0

    def count(self, chance: float, *, held: bool) -> None:
        """Count one card."""
        self.cards += 1
        self.held += held
        self.mean += chance
        self.variance += chance * (1 - chance)

    @property
    def telling(self) -> bool:
        """Whether it holds too often to be chance."""
        beyond = self.held - self.mean > DEVIATIONS * sqrt(self.variance)
        return self.cards >= FEWEST and beyond and self.held >= MOST * self.cards


class Shares:
    """The counts of one deck."""

    def __init__(self) -> None:
        """Begin with no card."""
        self.longest = Share()
        self.ranks = {"the smallest": Share(), "the largest": Share(), "one in the middle": Share()}
        self.truths = {truth: Share() for truth in TRUTHS}

    def count(self, item: Item) -> None:
        """Count a card."""
        card = item.card
        if card.kind == "truefalse":
            for truth, share in self.truths.items():
                share.count(0.5, held=card.answer.strip().casefold() == truth)
        options = item.options
        if len(options) < 3:
            return
        right, *wrong = map(len, options)
        if max(wrong) != min(wrong) or right != wrong[0]:
            self.longest.count(1 / len(options), held=right > max(wrong))
        if options[0][:1].isdigit():
            self._rank(options)

    def _rank(self, options: Sequence[str]) -> None:
        """Count where the right number stands among the wrong ones."""
        values = [number(option) for option in options]
        known = [value for value in values if value is not None]
        if len(known) < len(values) or len(set(known)) < len(known):
            return
        rank, last = sorted(known).index(known[0]), len(known) - 1
        self.ranks["the smallest"].count(1 / len(known), held=rank == 0)
        self.ranks["the largest"].count(1 / len(known), held=rank == last)
        self.ranks["one in the middle"].count((last - 1) / (last + 1), held=0 < rank < last)

    def findings(self) -> Iterator[tuple[str, str, str]]:
        """Code, message and mend of each share that gives answers away."""
        if self.longest.telling:
            said = _of(self.longest)
            yield (
                "longest-right",
                f"the longest option is the right one {said}",
                "shorten right ones, lengthen wrong ones",
            )
        for name, share in self.ranks.items():
            if share.telling:
                hint = "choose wrong numbers below and above the right one alike"
                yield "number-place", f"of numbers to choose from, {name} is the right one {_of(share)}", hint
        for truth, share in self.truths.items():
            if share.telling:
                hint = f"turn some statements round, so that half are {TRUTHS[1 - TRUTHS.index(truth)]}"
                yield "one-sided-truths", f"of the true-or-false cards {_of(share, 'are')} {truth}", hint


def _of(share: Share, verb: str = "") -> str:
    """Say a share in numbers."""
    said = f"{share.held:,} of {share.cards:,}"
    return f"{said} {verb}" if verb else f"on {said} cards"
