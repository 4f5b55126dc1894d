"""How a date is asked for and written as an answer."""

from __future__ import annotations

import re

from quiz.facts.date_words import MONTHS
from quiz.facts.model import Date

SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}

WHEN = {
    "year": "{} what year",
    "month": "{} what month and year",
    "season": "{} what season and year",
    "decade": "{} which decade",
    "century": "{} which century",
}
PREPOSITIONS = frozenset(
    "in on during since by until till before after from around about at through throughout within".split()
)


def written(date: Date) -> str:
    """A date as an answer: without the preposition and article it stands with."""
    text = re.sub(r"\s+", " ", date.text)
    text = re.sub(r"^(?:the year |the )", "", text)
    return text if not re.match(r"(?:between|from)\b", text, re.IGNORECASE) else text[0].lower() + text[1:]


def when(date: Date, preposition: str) -> str:
    """What asks for a date behind its preposition: "In what year", "Until what date", "Roughly when"."""
    lead = preposition if preposition in PREPOSITIONS else "in"
    lead = {"at": "in", "about": "around", "within": "in"}.get(lead, lead)
    if date.end and re.match(r"(?:between|from)\b", date.text, re.IGNORECASE):
        return "Between which years" if date.grain == "year" else "Between which months"
    if date.end:
        return {"year": "In which years", "day": "On which days", "month": "In which months"}.get(date.grain, "When")
    if date.grain == "day":
        lead = {"in": "on"}.get(lead, lead)
        return f"{lead} what {_day_of_what(date)}".capitalize()
    if date.grain == "month" and not _dated(date):
        return f"{lead} what month{f' of {date.value[:4]}' if date.anchors else ''}".capitalize()
    if date.modifier == "circa":
        return "Around what year"
    if date.modifier:
        return "Roughly when"
    return WHEN[date.grain].format(lead).capitalize()


def _dated(date: Date) -> bool:
    """Whether the answer names the year."""
    return date.derived or bool(re.search(r"\d{4}", date.text))


def _day_of_what(date: Date) -> str:
    """A day without its year is asked for in the year its anchor tells."""
    if _dated(date):
        return "date"
    return f"day of {date.value[:4]}" if date.anchors and not date.value.startswith("-") else "day and month"


def reckoned(date: Date) -> str:
    """A derived date written out at its grain: "1911", "August 1909", "31 August 1907"; BC years with their era."""
    year, *rest = date.value.removeprefix("-").split("-")
    era = " BC" if date.value.startswith("-") else ""
    names = [SEASONS.get(rest[0]) or MONTHS[int(rest[0]) - 1].capitalize()] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    return " ".join([*day, *names, str(int(year))]) + era
