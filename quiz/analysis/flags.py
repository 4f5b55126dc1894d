"""What is wrong with a question, or may be: named flags, each with a sentence that says what to look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.analysis.choices import OPTED, Choice
from quiz.analysis.formulas import EQUAL, mean
from quiz.analysis.grid import Question
from quiz.analysis.words import percent, shortened
from quiz.values import dataclass

FEW = 30
"""Takers below which figures are marked.

Item analysis is steady from some 200 takers on, and tells something from 30 on (Downing and Yudkowsky, Assessment in
Health Professions Education, 2009). With 30 a discrimination of .30 is known only
to lie between -.07 and .60, in 95 of 100 cases (Fisher's z, Metron 1, 1921).
"""

LEAST = 10
"""Takers below which nothing is suspected: a group of 27 % would have fewer than three."""

IDLE = 20
"""Times an option has to be offered before it is told that nobody chose it.

Below that nobody at all is not surely less than the 5 % that make an option work (Haladyna and Downing, How many
options is enough for a multiple-choice test item?, Educational and Psychological Measurement 53, 1993).
"""


@dataclass(frozen=True, slots=True)
class Flag:
    """Something to look at; `grave` where the key may be wrong."""

    name: str
    grave: bool
    text: str


MEANINGS = {
    "negative": "who did well otherwise got it wrong more often than the rest",
    "rival": "more of the strongest chose a wrong answer than the right one",
    "guessing": "fewer got it right than guessing would give",
    "all right": "everybody got it right, so it tells nobody apart",
    "all wrong": "nobody got it right, so it tells nobody apart",
    "idle": "an option that nobody chose",
}
"""What each flag says of a question, the gravest first."""


def flags(
    question: Question, facility: float, discrimination: float | None, choices: Sequence[Choice]
) -> tuple[Flag, ...]:
    """Return what there is to look at, the gravest first."""
    return (
        *_negative(question, discrimination),
        *_rival(question, choices),
        *_guessing(question),
        *_extreme(question, facility),
        *_idle(question, choices),
    )


def _negative(question: Question, discrimination: float | None) -> Iterator[Flag]:
    """Flag a question that the weak knew better."""
    if discrimination is not None and discrimination < -EQUAL and len(question.replies) >= LEAST:
        yield Flag(
            "negative",
            grave=True,
            text="Those who did well otherwise got this wrong more often than the rest: "
            "see whether the key is right, and whether a good reader may take the question another way.",
        )


def _rival(question: Question, choices: Sequence[Choice]) -> Iterator[Flag]:
    """Flag a question whose right answer, or one of several, is not what most of the strongest gave."""
    right = min((choice for choice in choices if choice.right), key=lambda choice: choice.strong or 0)
    others = [choice for choice in choices if not choice.right and choice.strong is not None]
    if right.strong is None or not others or len(question.replies) < LEAST:
        return
    rival = max(others, key=lambda choice: choice.strong or 0)
    if (rival.strong or 0) > right.strong:
        verb = {"choice": "chose", "ticked": "ticked"}.get(question.way, "answered")
        named = f"right answer “{shortened(right.text)}”" if question.way == "ticked" else "right answer"
        yield Flag(
            "rival",
            grave=True,
            text=f"Of the strongest 27 % more {verb} “{shortened(rival.text)}” ({percent(rival.strong)}) than the "
            f"{named} ({percent(right.strong)}): see whether it is right too, or the key wrong.",
        )


def _guessing(question: Question) -> Iterator[Flag]:
    """Flag a question that fewer got right than guessing would give, of those who answered it."""
    answered = [reply for reply in question.replies if reply.choice]
    if question.way != "choice" or len(answered) < LEAST:
        return
    chance = mean([1 / max(1, reply.offered) for reply in answered])
    share = mean([reply.share for reply in answered])
    if share < chance:
        yield Flag(
            "guessing",
            grave=True,
            text=f"Of those who answered {percent(share)} were right, where guessing gives {percent(chance)}: "
            "see whether the key is right, or a wrong answer looks better than it.",
        )


def _extreme(question: Question, facility: float) -> Iterator[Flag]:
    """Flag a question that all got right, or nobody."""
    if len(question.replies) < 2:
        return
    if all(reply.share == 1 for reply in question.replies):
        yield Flag("all right", grave=False, text="Everybody got it right: it tells nobody apart.")
    elif facility == 0:
        text = "Nobody got it right: see whether it was taught, and whether the key is right."
        yield Flag("all wrong", grave=False, text=text)


def _idle(question: Question, choices: Sequence[Choice]) -> Iterator[Flag]:
    """Flag options that nobody chose, where others were: what everybody knows needs no likelier ones."""
    idle = [choice.text for choice in choices if not choice.right and not choice.count and choice.offered >= IDLE]
    if question.way in OPTED and idle and any(choice.count for choice in choices if not choice.right):
        named = " and ".join(f"“{shortened(text)}”" for text in idle[:3])
        more = f" and {len(idle) - 3} more" if len(idle) > 3 else ""
        text = f"Nobody chose {named}{more}: a likelier wrong answer would make the question harder."
        yield Flag("idle", grave=False, text=text)
