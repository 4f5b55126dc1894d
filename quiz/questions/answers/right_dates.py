"""Every other right way to write a date, at the grain it is told at."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.facts.date_words import MONTHS
from quiz.facts.model import Date
from quiz.questions.answers.date_shape import Shape
from quiz.questions.answers.number_form import ordinal_digits, ordinal_words
from quiz.questions.clauses.when import completed

ERAS = {"BC": "BCE", "BCE": "BC", "B.C.": "BC", "B.C.E.": "BCE", "AD": "CE", "CE": "AD", "A.D.": "AD"}
ERA = re.compile(r"(?<![A-Za-z])(?:B\.C\.E\.|B\.C\.|A\.D\.|BCE|BC|AD|CE)(?![A-Za-z])")
APPROXIMATE = re.compile(r"^(?:circa|c\.|ca\.|about|around)\s?", re.IGNORECASE)
DECADES = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


def date_forms(date: Date, answer: str) -> Iterator[str]:
    """The likeliest first; doubles and the answer itself among them."""
    shape = Shape.read(answer, date)
    if shape is None:
        return
    if any(slot.point for slot in shape.slots):
        yield from _range(date, answer, shape)
    elif "month" in shape.parts and not date.modifier and not shape.before:
        yield from _day_or_month(shape)
    if re.search(r"\b(?:first|last) day of\b", answer) and date.grain == "day":
        day = f"{int(date.value[8:10])} {MONTHS[int(date.value[5:7]) - 1].capitalize()}"
        yield from ([f"{day} {date.value[:4]}"] if date.value[:4].isdigit() else [])
        yield day
    if not re.search(r"\d{4}", answer):
        yield f"{answer}{year}" if (year := completed(date)) else answer
    yield from _season(answer)
    yield from _decade(date, answer)
    yield from _century(answer, shape)
    yield from _era(answer)
    if date.modifier == "circa" and (exact := APPROXIMATE.sub("", answer)) != answer:
        yield from (exact, f"around {exact}", f"c. {exact}", f"circa {exact}")
    if "mid" in answer.lower():
        yield re.sub(r"\bmid-", "mid ", answer, flags=re.IGNORECASE)
        yield re.sub(r"\bmid ", "mid-", answer, flags=re.IGNORECASE)


def _day_or_month(shape: Shape) -> Iterator[str]:
    """Day first, month first, in numbers; a weekday is left out."""
    month, day, year = (shape.parts.get(part) for part in ("month", "day", "year"))
    if any(part.startswith("nth") for part in shape.parts) or month is None:
        return
    name = MONTHS[month - 1].capitalize()
    if day and year:
        yield from (f"{day} {name} {year}", f"{name} {day}, {year}", f"{year:04}-{month:02}-{day:02}")
    elif day:
        yield from (f"{day} {name}", f"{name} {day}")
    elif year and re.fullmatch(r"\W*[^\W\d]+\.?,?(?: of)? \d{4}|\d{4}-\d\d", shape.text):
        yield from (f"{name} {year}", f"{name[:3]} {year}", f"{year:04}-{month:02}")


def _range(date: Date, answer: str, shape: Shape) -> Iterator[str]:
    """The same two ends joined in other ways."""
    first = [slot for slot in shape.slots if not slot.point]
    last = [slot for slot in shape.slots if slot.point]
    head, tail = answer[: first[0].start], answer[last[-1].end :]
    one, two = answer[first[0].start : first[-1].end], answer[last[0].start : last[-1].end]
    if date.grain == "year":
        ends = {(one, two), (one, str(last[-1].value))}
        bare = "" if re.match(r"(?:between|from)\s", head, re.IGNORECASE) else head
        for start, end in sorted(ends):
            for joint in ("–", "-", " to "):
                yield f"{bare}{start}{joint}{end}{tail}"
            if not bare and len(end) >= len(start):
                yield from (f"from {start} to {end}{tail}", f"between {start} and {end}{tail}")
    elif date.grain in ("day", "month") and re.fullmatch(r"(?:between |from )?", head, re.IGNORECASE):
        for joint in ("–", "-", " to "):
            yield f"{one}{joint}{two}{tail}"
        yield from (f"from {one} to {two}{tail}", f"between {one} and {two}{tail}")
    else:
        between = answer[first[-1].end : last[0].start]
        if between.strip() in ("-", "–", "/"):
            yield from (f"{head}{one}{joint}{two}{tail}" for joint in ("–", "-", "/"))


def _season(answer: str) -> Iterator[str]:
    if re.search(r"\b(?:spring|summer|autumn|fall|winter) of \d", answer, re.IGNORECASE):
        yield answer.replace(" of ", " ", 1)
    elif found := re.search(r"\b(?:spring|summer|autumn|fall|winter)(?= \d)", answer, re.IGNORECASE):
        yield f"{answer[: found.end()]} of{answer[found.end() :]}"
    for one, other in (("autumn", "fall"), ("fall", "autumn")):
        if re.search(rf"\b{one}\b", answer):
            yield re.sub(rf"\b{one}\b", other, answer)


def _decade(date: Date, answer: str) -> Iterator[str]:
    """The decade in numbers; one told by its place in the century also with the rest of the name."""
    if date.grain != "decade" or date.end or not re.fullmatch(r"\d{3}", date.value):
        return
    if short := re.search(r"\w+ties\b|[’'‘]?(?<!\d)\d0s\b", answer):
        yield f"{answer[: short.start()]}{date.value}0s"
        yield f"the {answer}"
    elif re.search(r"\d0[’']?s\b", answer):
        yield answer.replace("’s", "s").replace("'s", "s")
        yield f"the {answer}"
    elif "century" in answer and not date.modifier:
        nth, century = int(date.value[2]), int(date.value[:2]) + 1
        for name in (ordinal_words(century), ordinal_digits(century)):
            yield f"{DECADES[nth]} decade of the {name} century"
        yield f"{date.value}0s"


def _century(answer: str, shape: Shape) -> Iterator[str]:
    """The ordinal of a century in digits for words and in words for digits."""
    changed = answer
    for slot in reversed(shape.slots):
        if slot.part == "century":
            other = ordinal_words(slot.value) if slot.text[0].isdigit() else ordinal_digits(slot.value)
            changed = changed[: slot.start] + other + changed[slot.end :]
    yield changed


def _era(answer: str) -> Iterator[str]:
    """BC and BCE, AD and CE, before or behind the year."""
    found = ERA.search(answer)
    if not found or not re.search(r"\d|centur", answer):
        return
    era = ERAS[found.group()]
    bare = re.sub(r"\s{2,}", " ", answer[: found.start()] + answer[found.end() :]).strip()
    before_christ = era.startswith("B")
    names = ("BC", "BCE") if before_christ else ("AD", "CE")
    yield from (f"{bare} {name}" for name in names)
    if not before_christ:
        yield from (f"AD {bare}", bare)
