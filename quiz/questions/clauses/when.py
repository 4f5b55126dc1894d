"""How a date is asked for and written as an answer."""

from __future__ import annotations

import re

from quiz.facts.date_words import MONTHS
from quiz.facts.model import Date

SEASONS = {"SP": "spring", "SU": "summer", "FA": "autumn", "WI": "winter"}

BOUNDING = ("by", "until", "till", "since", "from")
WHEN = {
    "year": "{} what year",
    "month": "{} what month and year",
    "season": "{} what season and year",
    "decade": "{} which decade",
    "century": "{} which century",
}
SHARED = re.compile(r"\d{4}[/–-]\d{2}(?:\d{2})?")
PREPOSITIONS = frozenset(
    "in on during since by until till before after from around about at through throughout within".split()
)


def written(date: Date) -> str:
    """A date as an answer: without the preposition and article it stands with."""
    text = re.sub(r"\s+", " ", date.text)
    text = re.sub(r"^(?:the year |the )", "", text)
    return text if not re.match(r"(?:between|from)\b", text, re.IGNORECASE) else text[0].lower() + text[1:]


def of_accounts(date: Date) -> bool:
    """Whether a date is one year that two share, as of accounts, schools and sports: "2020/21"."""
    return date.grain == "year" and bool(date.end) and SHARED.fullmatch(date.text) is not None and _next(date)


def _next(date: Date) -> bool:
    return date.value.isdigit() and date.end.isdigit() and int(date.end) == int(date.value) + 1


def when(date: Date, preposition: str) -> str:
    """What asks for a date behind its preposition: "In what year", "Until what date", "Roughly when"."""
    lead = preposition if preposition in PREPOSITIONS else "in"
    lead = {"at": "in", "about": "around", "within": "in"}.get(lead, lead)
    if date.end and re.match(r"(?:between|from)\b", date.text, re.IGNORECASE):
        return f"Between which {'dates' if date.grain == 'day' else f'{date.grain}s'}"
    if of_accounts(date):
        return "In which year"
    if date.end:
        return {"year": "In which years", "day": "On which days", "month": "In which months"}.get(date.grain, "When")
    if _part(date):
        year = f" in {date.value[:4]}" if date.anchors and not (date.derived or _dated(date)) else ""
        return f"{lead} when".capitalize() + year if lead in BOUNDING else f"When{year}"
    if date.grain == "day" and date.modifier == "circa":
        return "Around what date"
    if date.grain == "day":
        lead = {"in": "on"}.get(lead, lead)
        return f"{lead} what {day_of_what(date)}".capitalize()
    if date.grain == "month" and not _dated(date):
        return f"{lead} what month{f' of {date.value[:4]}' if date.anchors else ''}".capitalize()
    if date.modifier == "circa":
        return "Around what year"
    if date.modifier:
        return "Roughly when"
    return WHEN[date.grain].format(lead).capitalize()


PART = re.compile(
    r"(?:at )?(?:the )?(end|beginning|start|middle|close) of\b|(early|late)\b(?! (?:in )?\w*\d)", re.IGNORECASE
)
ENDING = re.compile(r"[’'-]s?[ -]?end$", re.IGNORECASE)


def _part(date: Date) -> str:
    """The end, beginning or middle that a date tells of its month or year; "" if it means the whole."""
    found = PART.match(date.text)
    if ENDING.search(date.text) or (found and found[1]):
        return f"the {found[1].lower() if found and found[1] else 'end'} of"
    return found[2].lower() if found and date.derived else ""


def _dated(date: Date) -> bool:
    """Whether the answer names the year."""
    return date.derived or bool(re.search(r"\d{4}", date.text))


def day_of_what(date: Date) -> str:
    """A day without its year is asked for in the year its anchor tells."""
    if _dated(date):
        return "date"
    return f"day of {date.value[:4]}" if date.anchors and not date.value.startswith("-") else "day and month"


def reckoned(date: Date, *, month_first: bool = False) -> str:
    """A derived date written out at its grain: "1911", "August 1909", "31 August 1907"; BC years with their era."""
    year, *rest = date.value.removeprefix("-").split("-")
    era = " BC" if date.value.startswith("-") else ""
    names = [SEASONS.get(rest[0]) or MONTHS[int(rest[0]) - 1].capitalize()] if rest else []
    day = [str(int(rest[1]))] if len(rest) > 1 else []
    told = [*names, f"{day[0]},"] if day and month_first else [*day, *names]
    return " ".join([_part(date), *told, str(int(year))]).strip() + era


def spelled_out(date: Date, *, month_first: bool = False) -> str:
    """A derived date with the preposition it takes: "in 1911", "on 31 August 1907", "around 1941"."""
    preposition = "around" if date.modifier == "circa" else "on" if date.grain == "day" else "in"
    preposition = "at" if _part(date).startswith("the ") else preposition
    return f"{preposition} {reckoned(date, month_first=month_first)}"


def month_first(text: str) -> bool:
    """Whether a text writes a day behind its month."""
    return bool(re.match(r"[A-Z][a-z]+\.? (?:the )?\d{1,2}\b(?!:)", text))


def completed(date: Date) -> str:
    """What a day or month without its year lacks, as it is written behind it: " 1854", ", 1854"; "" if nothing."""
    untold = date.grain in ("day", "month") and not (_dated(date) or date.end or date.derived)
    if not untold or not date.anchors or not re.match(r"\d{4}-", date.value):
        return ""
    return f"{',' if date.grain == 'day' and month_first(date.text) else ''} {date.value[:4]}"
