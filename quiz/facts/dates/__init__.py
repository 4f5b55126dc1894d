"""Finds dates and gives each its grain and value; a month or day without a year takes the year told last."""

from quiz.facts.dates.explicit import month_number, ordinal
from quiz.facts.dates.finding import find_dates, of_reading

__all__ = ["find_dates", "month_number", "of_reading", "ordinal"]
