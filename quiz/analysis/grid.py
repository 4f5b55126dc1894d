"""The answers of a class by question: one for each wording of a card, in each way it was asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from math import fsum
from statistics import median

from quiz.analysis.model import Asked, Result
from quiz.values import dataclass

Key = tuple[str, str, str, int]
"""Deck, card, way, and which wording of it."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One taker's answer to a question; `rest` is the share of all other points of that exam, None if there are none.

    `total` is the share of all points, `offered` the options there were, `ticks` those that were ticked where several
    may be, and `worth` the points of the question.
    """

    taker: int
    share: float
    rest: float | None
    total: float
    choice: str
    seen: bool
    seconds: float
    offered: int
    ticks: tuple[str, ...] = ()
    worth: float = 1.0

    @property
    def points(self) -> float:
        """The points of the answer."""
        return self.share * self.worth


@dataclass(frozen=True, slots=True)
class Question:
    """One wording of a card, asked one way: its number counts from 1 in the order of the exam.

    `options` has how often each was offered, the right answers among them; `right` are these, one unless several are to
    be ticked.
    """

    number: int
    deck: str
    card: str
    hashes: tuple[str, ...]
    way: str
    text: str
    answer: str
    options: tuple[tuple[str, int], ...]
    replies: tuple[Reply, ...]
    right: tuple[str, ...] = ()

    @property
    def worth(self) -> float:
        """The points it has, in the mean where its card has changed."""
        return fsum(reply.worth for reply in self.replies) / len(self.replies)


def questions(results: Sequence[Result]) -> tuple[Question, ...]:
    """Sort the answers of results by question; the takers are these results, by their places."""
    wording = _wordings({answer.asked for result in results for answer in result.answers})
    asked: dict[Key, list[Asked]] = {}
    replies: dict[Key, list[Reply]] = {}
    places: dict[Key, list[int]] = {}
    for taker, result in enumerate(results):
        points, worth = fsum(answer.points for answer in result.answers), result.worth
        for answer in result.answers:
            key = wording[answer.asked]
            left = (points - answer.points) / (worth - answer.worth) if len(result.answers) > 1 else None
            others = None if left is None else min(1.0, max(0.0, left))
            asked.setdefault(key, []).append(answer.asked)
            places.setdefault(key, []).append(answer.place)
            reply = Reply(
                taker, answer.share, others, points / worth, answer.choice, answer.seen, answer.seconds,
                len(answer.asked.options), answer.ticks, answer.worth,
            )  # fmt: skip
            replies.setdefault(key, []).append(reply)
    ordered = sorted(replies, key=lambda key: (median(places[key]), key))
    return tuple(_question(number, asked[key], replies[key]) for number, key in enumerate(ordered, 1))


def _question(number: int, asked: Sequence[Asked], replies: Sequence[Reply]) -> Question:
    """Make one question of all that was asked of it."""
    offered = Counter(option for each in asked for option in each.options)
    shown = min(asked, key=lambda each: (each.hash, each.text, each.options))
    hashes = tuple(sorted({each.hash for each in asked}))
    right = shown.right or (shown.answer,)
    options = tuple(sorted(offered.items(), key=lambda option: (option[0] not in right, option[0])))
    return Question(
        number, shown.deck, shown.card, hashes, shown.way, shown.text, shown.answer, options, tuple(replies), right
    )


def _wordings(asked: Iterable[Asked]) -> dict[Asked, Key]:
    """Tell the wordings of each card apart: a card that changed, but asks the same of the same options, is the same.

    Of one wording some may have been offered fewer options than others; all of them together are its options.
    """
    forms: dict[tuple[str, str, str, str], list[Asked]] = {}
    for each in asked:
        forms.setdefault((each.deck, each.card, each.way, each.hash), []).append(each)
    known: dict[tuple[str, str, str], dict[object, int]] = {}
    keys: dict[Asked, Key] = {}
    for form in sorted(forms):
        several = forms[form]
        texts = tuple(sorted({(each.text, each.answer) for each in several}))
        options = frozenset(option for each in several for option in each.options)
        numbers = known.setdefault(form[:3], {})
        number = numbers.setdefault((texts, () if form[2] == "order" else options), len(numbers))
        keys.update(dict.fromkeys(several, (*form[:3], number)))
    return keys
