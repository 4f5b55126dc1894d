"""The learner's days: they begin at four in the morning, or when the configuration says."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from quiz.study.model import Day

BEGINS = timedelta(hours=4)
"""When a day begins if nothing else is said: who studies past midnight still studies that day's cards."""

EPOCH = datetime(1970, 1, 1, tzinfo=UTC).toordinal()


def day_start(now: datetime, begins: timedelta = BEGINS) -> datetime:
    """When the learner's day began, in the time zone of `now`."""
    return (now - begins).replace(hour=0, minute=0, second=0, microsecond=0) + begins


def day_of(now: datetime, begins: timedelta = BEGINS) -> Day:
    """Return the number of the learner's day, by the date in the time zone of `now`."""
    return (now - begins).toordinal() - EPOCH


def date_of(day: Day) -> datetime:
    """Return midnight, in UTC, of the date of a day."""
    return datetime.fromordinal(day + EPOCH).replace(tzinfo=UTC)
