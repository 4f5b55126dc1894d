"""Rules over a whole deck: whether the right answer can be guessed from how it looks, by counting."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import exp, log

from quiz.checking.item import Item
from quiz.checking.options import speaking
from quiz.checking.values import number
from quiz.deck.fields import shown
from quiz.deck.model import TRUTHS
from quiz.deck.pinning import pinned

LEVEL = 1 / 4000
"""A share is told where chance alone brings it about in fewer decks than this."""

MOST = 0.5
"""Share of the cards that it has to be at least: in a large deck less is improbable too, but helps nobody to guess."""

FEWEST = 6
"""Cards on which an answer is right from which on it is looked at: with fewer, chance may always have done it."""

SEVERAL = 5
"""Answers of one deck that are looked at."""


class Share:
    """How often something holds, beside how often it would by chance."""

    def __init__(self) -> None:
        """Begin with nothing counted."""
        self.cards = self.held = 0
        self.mean = 0.0

    def count(self, chance: float, *, held: bool) -> None:
        """Count one card."""
        self.cards += 1
        self.held += held
        self.mean += chance

    @property
    def telling(self) -> bool:
        """Whether it holds too often to be chance."""
        if not self.cards or self.held < MOST * self.cards:
            return False
        return at_most(self.held, self.cards, self.mean / self.cards) < LEVEL


def at_most(held: int, cards: int, chance: float) -> float:
    """Bound how probable it is that something holds on so many cards or more, given its mean chance on one.

    W. Hoeffding, “Probability inequalities for sums of bounded random variables”, *Journal of the American Statistical
    Association* 58 (1963), 13-30, theorem 1: it holds for chances that differ from card to card, and few cards too.
    """
    share = held / cards
    if share <= chance:
        return 1
    missed = (1 - share) * log((1 - share) / (1 - chance)) if held < cards else 0
    return exp(-cards * (share * log(share / chance) + missed))


class Shares:
    """The counts of one deck."""

    def __init__(self) -> None:
        """Begin with no card."""
        self.longest = Share()
        self.ranks = {"the smallest": Share(), "the largest": Share(), "one in the middle": Share()}
        self.truths = {truth: Share() for truth in TRUTHS}
        self.pinned = Share()
        self.chosen: list[Sequence[str]] = []

    def count(self, item: Item) -> None:
        """Count a card."""
        card = item.card
        if card.kind == "truefalse":
            for truth, share in self.truths.items():
                share.count(0.5, held=card.answer.strip().casefold() == truth)
        options = item.options
        if len(options) < 3:
            return
        if not (card.pin or speaking(item)) or not self._pin(options, card.pin):
            self.chosen.append(options)
        right, *wrong = map(len, options)
        if max(wrong) != min(wrong) or right != wrong[0]:
            self.longest.count(1 / len(options), held=right > max(wrong))
        if options[0][:1].isdigit():
            self._rank(options)

    def _pin(self, options: Sequence[str], pin: Sequence[str]) -> bool:
        """Count whether the right option is among those that always stand last; whether there are any."""
        late = [pinned(option, options, pin) is not None for option in options]
        telling = any(late) and not all(late)
        if telling:
            self.pinned.count(sum(late) / len(late), held=late[0])
        return telling

    def _answers(self) -> Iterator[tuple[str, Share]]:
        """Find answers that are right too often where they are offered, with how often they are."""
        typed = {options[0].casefold(): options[0] for options in self.chosen}
        right = Counter(options[0].casefold() for options in self.chosen)
        shares = {answer: Share() for answer, count in right.most_common(SEVERAL) if count >= FEWEST}
        for options in self.chosen if shares else ():
            for answer in shares.keys() & set(map(str.casefold, options)):
                shares[answer].count(1 / len(options), held=options[0].casefold() == answer)
        yield from ((typed[answer], share) for answer, share in shares.items() if share.telling)

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
        if self.pinned.telling:
            hint = "let them be wrong as often as the other options"
            yield "last-right", f"an option that always stands last is the right one {_of(self.pinned)}", hint
        for answer, share in self._answers():
            hint = "offer it where it is wrong as well"
            yield "one-answer", f"`{shown(answer)}` is the right one {_of(share)} that offer it", hint
        for truth, share in self.truths.items():
            if share.telling:
                hint = f"turn some statements round, so that half are {TRUTHS[1 - TRUTHS.index(truth)]}"
                yield "one-sided-truths", f"of the true-or-false cards {_of(share, 'are')} {truth}", hint


def _of(share: Share, verb: str = "") -> str:
    """Say a share in numbers."""
    said = f"{share.held:,} of {share.cards:,}"
    return f"{said} {verb}" if verb else f"on {said} cards"
