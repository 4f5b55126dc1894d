"""What was answered to a question: each option, or what was typed most, with who took it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from math import fsum

from quiz.analysis.formulas import mean, tails
from quiz.analysis.grid import Question, Reply
from quiz.values import dataclass

OPTED = ("choice", "ticked")
"""Ways of asking by options."""

TYPED = 5
"""Wrong answers listed of a question that has no options."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer: by how many it was given, of how many it was offered to.

    `rest` is the mean share of all other points of who gave it, `strong` its share of the upper group (by these other
    points); None where there are none.
    """

    text: str
    right: bool
    count: int
    offered: int
    rest: float | None
    strong: float | None


def choices(question: Question) -> tuple[Choice, ...]:
    """List what was answered, the right answer first, then by how often; of answers without options the commonest.

    Where several options are to be ticked, each stands with all who ticked it.
    """
    replies = question.replies
    upper = _upper(replies)
    given: dict[str, list[int]] = {text: [] for text in question.right}
    if question.way in OPTED:
        given |= {option: [] for option, _ in question.options}
    for at, name in _named(question):
        given.setdefault(name, []).append(at)
    offered = dict(question.options) if question.way in OPTED else {}
    listed = [
        Choice(
            text,
            right=text in question.right,
            count=len(who),
            offered=offered.get(text, len(replies)),
            rest=_rest([replies[at] for at in who]),
            strong=None if upper is None else fsum(upper[at] for at in who) / fsum(upper.values()),
        )
        for text, who in given.items()
    ]
    listed.sort(key=lambda choice: (not choice.right, -choice.count, choice.text))
    return tuple(listed if question.way in OPTED else listed[: TYPED + 1])


def _named(question: Question) -> Iterator[tuple[int, str]]:
    """Yield who answered, each with the answer by the form it is counted under.

    An option counts as itself. What was typed counts as the right answer if it was taken as right, and wrong ones that
    differ in case and blanks alone count together, under the form that is commonest.
    """
    if question.way == "ticked":
        yield from ((at, tick) for at, reply in enumerate(question.replies) for tick in reply.ticks)
        return
    if question.way == "choice":
        yield from ((at, reply.choice) for at, reply in enumerate(question.replies) if reply.choice)
        return
    forms: dict[str, Counter[str]] = {}
    wrong = [(at, reply) for at, reply in enumerate(question.replies) if reply.choice and reply.share < 1]
    for _, reply in wrong:
        forms.setdefault(_folded(reply.choice), Counter())[reply.choice] += 1
    common = {name: min(texts, key=lambda text: (-texts[text], text)) for name, texts in forms.items()}
    yield from ((at, common[_folded(reply.choice)]) for at, reply in wrong)
    yield from ((at, question.answer) for at, reply in enumerate(question.replies) if reply.choice and reply.share >= 1)


def _folded(text: str) -> str:
    """Return a text without what makes no difference."""
    return " ".join(text.casefold().split())


def _upper(replies: Sequence[Reply]) -> dict[int, float] | None:
    """Return how much of each taker is in the upper group by all other points; None where these do not differ."""
    rests = [(at, reply.rest) for at, reply in enumerate(replies) if reply.rest is not None]
    groups = tails([rest for _, rest in rests])
    if groups is None:
        return None
    parts = dict.fromkeys(range(len(replies)), 0.0)
    return parts | {at: part for (at, _), part in zip(rests, groups[0], strict=True)}


def _rest(replies: Sequence[Reply]) -> float | None:
    """Return the mean share of all other points."""
    rests = [reply.rest for reply in replies if reply.rest is not None]
    return mean(rests) if rests else None
