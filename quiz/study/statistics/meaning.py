"""What the numbers mean: a plain sentence for each, and only where they bear it out."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.study.printable import fitted, glance
from quiz.study.scheduling.days import date_of
from quiz.study.statistics.groups import ENOUGH, Group
from quiz.study.statistics.proportion import EXPECTED, Rate, chance, differ
from quiz.study.statistics.report import Report
from quiz.study.statistics.tally import LATELY

SPREAD = 5
"""Different cards a group needs before it is compared: one card that is always missed makes no weak group."""

MORE_OFTEN = (
    (1.25, "more often than"),
    (1.75, "one and a half times as often as"),
    (2.5, "twice as often as"),
    (3.5, "three times as often as"),
)
"""A ratio in words, each up to its bound."""

NAMED = 60
"""Cells of a name in a sentence at most."""

NAMES = ("days", "retention", "forecast", "time", "cards", "hardest", "kinds", "tags", "sections")
"""What there are sentences of, as they are named in the numbers."""


def meanings(report: Report) -> dict[str, str]:
    """Return the sentence of each statistic; "" where nothing can be said of it yet."""
    if not report.answers:
        return dict.fromkeys(NAMES, "")
    told = (
        _days(report), _retention(report), _forecast(report), _time(report), _cards(report), _hardest(report),
        _kinds(report.kinds), _weakest(report.tags, report, "cards tagged “{}”"),
        _weakest(report.sections, report, "{}"),
    )  # fmt: skip
    return dict(zip(NAMES, told, strict=True))


def percent(share: float | None) -> str:
    """Write a share as a reader sees it; a dash where there is none."""
    return "–" if share is None else f"{round(share * 100)} %"


def long_time(seconds: float) -> str:
    """Write a length of time: `45 seconds`, `12 minutes`, `3.5 hours`."""
    for unit, length, places in (("hour", 3600, 1), ("minute", 60, 0)):
        if seconds >= length * 119 / 120:  # less would not be rounded to 60 of the shorter unit
            number = round(seconds / length, places)
            return f"{number:,g} {unit}{'s' * (number != 1)}"
    return _so_many(round(seconds), "second")


def _days(report: Report) -> str:
    """Say how regularly was studied."""
    month = sum(report.today - LATELY < day <= report.today for day in report.days)
    streak = report.streak
    now = f"{_so_many(streak.current, 'day')} in a row now" if streak.current else "no day in a row just now"
    return f"You studied on {month} of the last {LATELY} days: {now}, {streak.longest} at the longest."


def _retention(report: Report) -> str:
    """Hold the last month against the goal: beyond its bounds is more than chance."""
    rate, goal = report.retention.lately, report.retention.goal
    if rate.reviews < 2 * ENOUGH:
        return f"Too few cards have come again in {LATELY} days ({rate.reviews}) to hold them against the goal."
    low, high = rate.bounds
    known = f"You knew {percent(rate.share)} of what came again in the last {LATELY} days"
    if high < goal:
        return f"{known}, less than the {percent(goal)} you aim at: cards come too late for you."
    if low > goal:
        return f"{known}, more than the {percent(goal)} you aim at: cards could come later."
    return f"{known}, as near to the {percent(goal)} you aim at as can be told."


def _forecast(report: Report) -> str:
    """Say what comes, and when the most."""
    coming = report.forecast
    if not sum(coming.days) + coming.overdue:
        return "Nothing comes due in the days ahead."
    most = max(range(len(coming.days)), key=lambda at: coming.days[at])
    date = date_of(report.today + most)
    when = "today" if most == 0 else "tomorrow" if most == 1 else f"on {date:%A} {date.day} {date:%B}"
    first = "first " if coming.days.count(coming.days[most]) > 1 else ""
    daily = sum(coming.days) / len(coming.days)
    about = f"about {round(daily)} cards a day come" if daily >= 1.5 else "about one card a day comes"
    about = "less than one card a day comes" if daily < 0.95 else about
    told = f"{about} due in the next {len(coming.days)} days; the most, {coming.days[most]:,}, {first}{when}."
    if coming.overdue:
        are = "1 card is" if coming.overdue == 1 else f"{coming.overdue:,} cards are"
        told = f"{are} overdue; {told}"
    return told[0].upper() + told[1:]


def _time(report: Report) -> str:
    """Say what an answer costs."""
    spent = report.spent
    return (
        f"An answer takes you {long_time(spent.per_answer)}, a card {long_time(spent.per_card)} so far; "
        f"{long_time(spent.week)} in the last seven days, {long_time(spent.total)} in all."
    )


def _cards(report: Report) -> str:
    """Say how far the cards are learned."""
    cards = report.cards
    if not cards.total:
        return ""
    learned = cards.young + cards.mature
    return f"{learned:,} of {_so_many(cards.total, 'card')} are learned, {cards.mature:,} of them for long."


def _hardest(report: Report) -> str:
    """Say what the hardest cards cost, where they cost much more than their number."""
    hard, rate = report.hardest[:10], report.retention.all
    own = sum((each.count.reviews for each in hard), Rate())
    if own.forgotten < ENOUGH or not rate.forgotten or not rate.reviews:
        return ""
    part, cost = own.reviews / rate.reviews, own.forgotten / rate.forgotten
    if cost < 2 * part:
        return ""
    which = f"The {len(hard)} hardest cards make" if len(hard) > 1 else "The hardest card makes"
    return f"{which} up {percent(part)} of your reviews and {percent(cost)} of what you forgot: reword them."


def _kinds(kinds: Sequence[Group]) -> str:
    """Compare the kind known worst with the one known best: of all pairs the one that differs most."""
    fit = sorted((kind for kind in kinds if _fit(kind)), key=lambda kind: kind.rate.share or 0)
    if len(fit) < 2 or not differ(fit[0].rate, fit[-1].rate, len(fit) * (len(fit) - 1) // 2):
        return ""
    worst, best = fit[0], fit[-1]
    return (
        f"You forget {worst.name} {_more_often(worst.rate, best.rate)} {best.name} ({_against(worst.rate, best.rate)})."
    )


def _weakest(groups: Sequence[Group], report: Report, called: str) -> str:
    """Compare each group with all other reviews, and name the one that is most surely weaker."""
    fit = [group for group in groups if _fit(group)]
    rest = {group: report.retention.all - group.rate for group in fit}
    weak = [
        group for group in fit
        if (group.rate.share or 0) < (rest[group].share or 0) and differ(group.rate, rest[group], len(fit))
    ]  # fmt: skip
    if not weak:
        return ""
    worst = min(weak, key=lambda group: chance(group.rate, rest[group]))
    of = f" of {fitted(glance(worst.document), NAMED)}" if worst.document else ""
    name = called.format(fitted(glance(worst.name), NAMED)) + of
    return f"You forget {name} {_more_often(worst.rate, rest[worst])} the rest ({_against(worst.rate, rest[worst])})."


def _fit(group: Group) -> bool:
    """Whether a group is large enough to be compared."""
    return group.rate.reviews >= ENOUGH and group.cards >= SPREAD


def _against(worse: Rate, better: Rate) -> str:
    """Write two shares forgotten, as the sentence before says which."""
    return f"{percent(1 - (worse.share or 0))} against {percent(1 - (better.share or 0))}"


def _more_often(worse: Rate, better: Rate) -> str:
    """Write how many times as often the worse is forgotten, if the better was forgotten often enough to tell."""
    if better.forgotten < EXPECTED:
        return "far more often than"
    ratio = (1 - (worse.share or 0)) / (1 - (better.share or 0))
    for bound, words in MORE_OFTEN:
        if ratio < bound:
            return words
    return f"{round(ratio)} times as often as"


def _so_many(number: int, noun: str) -> str:
    """Write a number with its noun."""
    return f"{number:,} {noun}{'s' * (number != 1)}"
