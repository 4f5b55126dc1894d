"""How a date is asked for and written as an answer."""

from __future__ import annotations

import re

from quiz.facts.model import Date

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
        dated = re.search(r"\d{4}", date.text)
        lead = {"in": "on"}.get(lead, lead)
        return f"{lead} what {'date' if dated else 'day and month'}".capitalize()
    if date.grain == "month" and not re.search(r"\d{4}", date.text):
        return f"{lead} what month".capitalize()
    if date.modifier == "circa":
        return "Around what year"
    if date.modifier:
        return "Roughly when"
    return WHEN[date.grain].format(lead).capitalize()
