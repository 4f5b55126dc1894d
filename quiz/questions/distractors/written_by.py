"""When a text was written: what it tells as past was before then, what it tells as planned comes later."""

from __future__ import annotations

from collections.abc import Iterable

from quiz.facts.dates.calendar import point
from quiz.facts.dates.published import Published
from quiz.facts.model import Date
from quiz.questions.answers.date_shape import Parts, Shape
from quiz.questions.scene import Scene, head_of

Moment = tuple[int, ...]
"""Year, month and day, as far as they are told."""


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


def planned(date: Date, written: Moment) -> bool:
    """Whether a date lies ahead of the day a text was written."""
    right = moment_of(date.value)
    return bool(written) and right[: len(written)] > written[: len(right)]


def fits(shape: Shape, date: Date, parts: Parts, written: Moment) -> bool:
    """Whether a wrong date lies on the side of the day of writing that the right one does."""
    right = moment_of(date.value)
    if not written or not right or shape.before:
        return True
    told = {**shape.parts, "year": right[0], **parts}
    wrong = tuple(told[part] for part in ("year", "month", "day") if part in told)
    size = min(len(wrong), len(written))
    one, two = wrong[:size], written[:size]
    if planned(date, written):
        one, two = two, one
    return one < two or (one == two and 1 < size < len(("year", "month", "day")))
