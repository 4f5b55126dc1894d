"""When a text was written, with all it tells as past before, and when the event was that the rest of it follows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quiz.facts.dates.calendar import point, season_month
from quiz.facts.dates.published import Published
from quiz.facts.model import Date
from quiz.questions.answers.date_shape import Parts, Shape
from quiz.questions.scene import Scene, head_of

Moment = tuple[int, ...]
"""Year, month and day, as far as they are told."""


class Times(NamedTuple):
    """When a text was written, and when the event was that it opens with; () where it does not tell."""

    written: Moment = ()
    event: Moment = ()


def moment_of(value: str) -> Moment:
    """The year, month and day a value tells; none of one without a year."""
    at = point(value)
    return tuple(part for part in (at.year, at.month, at.day) if part) if at else ()


def written_by(published: Published | None, latest: int) -> Moment:
    """When a text was written: the day it was published, else the last year it tells of as past; () if unknown."""
    return moment_of(str(published.at)) if published else (latest,) if latest else ()


def past(scene: Scene, dates: Iterable[Date]) -> list[Date]:
    """The dates that a text tells as past, by the verb they hang on; all of them where none is."""
    every = list(dates)
    return [date for date in every if _gone(scene, date)] or every


def _gone(scene: Scene, date: Date) -> bool:
    """Whether a verb above a date is in the past, and the one nearest to it not of what will or may be."""
    at = scene.before(date.span)
    words = scene.words(scene.sentences[at], date.span) if at >= 0 else []
    if not words:
        return False
    sentence, word = scene.sentences[at], head_of(words)
    while word.head != word.i:
        word = sentence.words[word.head]
        helpers = sentence.kids(word.i, "aux", "auxpass") if word.pos in ("VERB", "AUX") else []
        if any(helper.tag == "MD" for helper in helpers):
            return False
        if word.tag == "VBD" or any(helper.tag == "VBD" for helper in helpers):
            return True
    return False


LEAD = 1500
"""Characters in which a text tells when the event was that it is about."""
AFTER = 5
"""Years behind the event within which what is told follows from it."""


def opened_with(dates: Sequence[Date]) -> Moment:
    """The year and month, with the day if told, of the event a text opens with; () where its first date is no such."""
    first = next((date for date in dates if moment_of(date.value)), None)
    if first is None or first.span.start > LEAD or first.end:
        return ()
    season = season_month(first.value)
    moment = (*moment_of(first.value)[:1], season) if season else moment_of(first.value)
    return moment if len(moment) > 1 else ()


def planned(date: Date, written: Moment) -> bool:
    """Whether a date lies ahead of the day a text was written."""
    right = moment_of(date.value)
    return bool(written) and right[: len(written)] > written[: len(right)]


def fits(shape: Shape, date: Date, parts: Parts, times: Times) -> bool:
    """Whether a wrong date lies on the side of the day of writing, and of the event, that the right one does."""
    right = moment_of(date.value)
    if not right or shape.before:
        return True
    told = {**shape.parts, "year": right[0], **parts}
    wrong = tuple(told[part] for part in ("year", "month", "day") if part in told)
    return _written_in_time(date, wrong, times.written) and _follows(right, wrong, times.event)


def _written_in_time(date: Date, wrong: Moment, written: Moment) -> bool:
    """Whether a wrong date of what is past, or planned, lies before, or behind, the day of writing."""
    size = min(len(wrong), len(written))
    one, two = wrong[:size], written[:size]
    if planned(date, written):
        one, two = two, one
    return not written or one < two or (one == two and 1 < size < len(("year", "month", "day")))


def _follows(right: Moment, wrong: Moment, event: Moment) -> bool:
    """Whether a wrong date of what came a few years behind the event lies behind it too."""
    if not event or right[0] - event[0] > AFTER or right <= event[: len(right)]:
        return True
    return wrong >= event[: len(wrong)]
