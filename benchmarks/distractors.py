"""How the wrong answers lie around the right ones, beside those that people write.

`python benchmarks/distractors.py [FILE OR FOLDER ...]` makes the cards of the documents (of `seeds/` and, where it
is at hand, `../shared/seeds`) and prints the median gap between right and wrong years by era, the median ratio between
right and wrong numbers, how often the right answer is the least, second, third and greatest of the four, with
chi-square against all being even, and how many cards have how many wrong answers. Options are read by the module that
grades typed answers, not by the one that made them; those it cannot read (ranges, seasons) are left out.
"""

from __future__ import annotations

import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from quiz.deck.model import Card
from quiz.documents import read
from quiz.questions import make_cards
from quiz.study.judging.dates import dates
from quiz.study.judging.quantities import quantity

ROOT = Path(__file__).parent.parent
SEEDS = (ROOT / "seeds", ROOT.parent / "shared" / "seeds")
PEOPLE = {"1970-": 2, "1920-69": 4, "1850-1919": 16, "1700-1849": 32, "before 1700": 100}
"""Median gap of people by era (OpenTriviaQA, 984 questions)."""
STARTS = (1970, 1920, 1850, 1700)
RATIO = 1.58
"""Median ratio of people (OpenTriviaQA, 1,246 questions)."""
CRITICAL = 7.81
"""Chi-square of three degrees of freedom that chance passes once in twenty times."""


def main() -> None:
    """Measure and print."""
    paths = [Path(name) for name in sys.argv[1:]] or [path for path in SEEDS if path.is_dir()]
    report([card for path in files(paths) for card in make_cards(read(path))])


def files(paths: Iterable[Path]) -> Iterator[Path]:
    """The documents named, those in folders included."""
    for path in paths:
        inside = sorted(p for p in path.iterdir() if p.suffix in (".txt", ".md", ".html")) if path.is_dir() else [path]
        yield from inside


def report(cards: list[Card]) -> None:
    """Print the tables."""
    print(f"{'era of the year':18}{'wrong':>6}{'median gap':>12}{'people':>8}")
    gaps = year_gaps(cards)
    for era, people in PEOPLE.items():
        median = f"{statistics.median(gaps[era]):.0f}" if gaps[era] else "-"
        print(f"{era:18}{len(gaps[era]):6}{median:>12}{people:8}")
    ratios = [ratio for card in cards for ratio in ratios_of(card)]
    if ratios:
        print(f"\n{'numbers':18}{len(ratios):6}{statistics.median(ratios):12.2f}{RATIO:8.2f}  (ratio)")
    print(f"\n{'rank of the right':18}{'least':>7}{'second':>8}{'third':>7}{'most':>6}{'chi-square':>12}")
    for kind in ("date", "figure"):
        ranks = Counter(rank for card in cards if card.kind == kind and (rank := rank_of(card)) is not None)
        counts = [ranks[place] for place in range(4)]
        verdict = "even" if chi_square(counts) < CRITICAL else "uneven"
        print(f"{kind:18}{counts[0]:7}{counts[1]:8}{counts[2]:7}{counts[3]:6}{chi_square(counts):12.2f}  {verdict}")
    print("\nwrong answers a card")
    for (kind, count), cards_so in sorted(Counter((card.kind, len(card.distractors)) for card in cards).items()):
        print(f"{kind:18}{count:6}: {cards_so} cards")


def year_gaps(cards: Iterable[Card]) -> dict[str, list[int]]:
    """Gaps between right and wrong years by era, of the cards whose answer is a bare year."""
    found: dict[str, list[int]] = defaultdict(list)
    for card in cards:
        if card.kind == "date" and card.answer.isdigit():
            right = int(card.answer)
            era = list(PEOPLE)[sum(right < start for start in STARTS)]
            found[era] += [abs(int(wrong) - right) for wrong in card.distractors]
    return found


def ratios_of(card: Card) -> Iterator[float]:
    """Ratios between right and wrong numbers, the greater above the smaller."""
    right = quantity(card.answer)
    for wrong in map(quantity, card.distractors if card.kind == "figure" else ()):
        if right and wrong and right.value > 0 and wrong.value > 0:
            yield float(max(right.value / wrong.value, wrong.value / right.value))


def rank_of(card: Card) -> int | None:
    """How many of three wrong answers lie below the right one; None if one cannot be read."""
    keys = [key_of(card, text) for text in (card.answer, *card.distractors)]
    if len(keys) != 4 or any(key is None for key in keys):
        return None
    return sum(key < keys[0] for key in keys[1:] if key is not None and keys[0] is not None)


def key_of(card: Card, text: str) -> tuple[float, ...] | None:
    """A key that puts options in order."""
    if card.kind == "figure":
        amount = quantity(text)
        return None if amount is None else (float(amount.value),)
    found = dates(text)
    when = min(found, key=str, default=None)
    return None if when is None else (when.year, when.month, when.day)


def chi_square(counts: list[int]) -> float:
    """Pearson's measure of how far counts are from even."""
    mean = sum(counts) / len(counts)
    return sum((count - mean) ** 2 / mean for count in counts) if mean else 0.0


if __name__ == "__main__":
    main()
