"""Asks for years in parentheses behind a person's name: of a reign, a life, a birth or a death."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.documents.model import Span
from quiz.facts.cue_words import HONORIFICS
from quiz.facts.model import Date
from quiz.facts.names import Person
from quiz.questions.clauses.when import when, written
from quiz.questions.draft import Draft
from quiz.questions.scene import Scene

REIGN = re.compile(r"\(\s?(?:r\.|reigned|ruled|in office|reign)\s?(?:from\s)?$", re.IGNORECASE)
BORN = re.compile(r"\(\s?(?:b\.|born)\s?(?:in\s|on\s)?$", re.IGNORECASE)
DIED = re.compile(r"[(;,]\s?(?:d\.|died)\s?(?:in\s|on\s)?$", re.IGNORECASE)
# Years: a shorter or longer span is no life but a term of office or a dynasty.
LIFE = range(15, 111)
WIDEST = 90
"""Characters of a parenthesis before its date."""
OPENING = re.compile(r"\((?:[^()\d]{0,60}[;,:]\s?)?(?:(?:b\.|born)\s?(?:in\s|on\s)?)?(?:c\.\s?|ca\.\s?|circa\s)?")
"""What opens the parenthesis of a life: the name in another tongue, the place of birth."""
TO = re.compile(r"(?:,?\s(?!or\b|and\b)[^\d();–—]{1,40}?)?\s?[-–—‑]\s?(?:[^\d();]{1,40}\s|(?:c|ca)\.\s?)?")
"""What stands between the two dates of a life: a dash, perhaps with places on its sides."""
PLACE = re.compile(r"(?:\s(?:in|at|near)\s[^();\d]{1,40})?[);,]")


def of_life(scene: Scene, at: int, date: Date) -> Iterator[Draft]:
    """Years in parentheses behind a person's name: of a reign, a life, a birth or a death."""
    text = scene.document.text
    opening = text.rfind("(", max(0, date.span.start - WIDEST), date.span.start)
    if opening < 0 or ")" in text[opening : date.span.start]:
        return
    lead = text[opening : date.span.start]
    name = scene.facts.people.before(opening, 2)
    end = _end_of_life(scene, date, opening) if name else ""
    if name is None or not (end or PLACE.match(text, date.span.end)):
        return
    if REIGN.search(lead) and date.end:
        question = f"In which years did {name.name} reign?"
    elif end:
        question = f"{when(date, 'in')} {'was' if end == 'born' else 'did'} {name.name} {end}?"
    elif BORN.search(lead):
        question = f"{when(date, 'in')} was {name.name} born?"
    elif DIED.search(lead):
        question = f"{when(date, 'in')} did {name.name} die?"
    elif date.end and lead.strip() == "(" and _a_life(date, name):
        question = f"From when to when did {name.name} live?"
    else:
        return
    yield Draft(date, scene.sentences[at], scene.passage(at), written(date), question)


def _end_of_life(scene: Scene, date: Date, opening: int) -> str:
    """Which end of a life a date is, "born" or "die", where the other stands beside it; "" where neither."""
    text, span = scene.document.text, date.span
    near = [d for d in scene.dates_in(Span(opening, span.end + WIDEST)) if not d.derived]
    at = next((n for n, d in enumerate(near) if d.span == span), -1)
    if not re.match(r"\d{4}", date.value) or date.end or at not in (0, 1) or len(near) <= 1:
        return ""
    birth, death = near[:2]
    years = re.match(r"(\d{4}).*\n(\d{4})", f"{birth.value}\n{death.value}")
    parted = OPENING.fullmatch(text, opening, birth.span.start) and TO.fullmatch(text, birth.span.end, death.span.start)
    if not parted or not years or death.end or int(years[2]) - int(years[1]) not in LIFE:
        return ""
    if not PLACE.match(text, death.span.end) or (birth.grain == death.grain == "year"):
        return ""
    return "die" if at else "born"


def _a_life(date: Date, name: Person) -> bool:
    """Whether bare years behind a name are a life: not of a ruler or holder of an office, whose term they may be."""
    titled = set(name.roles) & HONORIFICS or re.search(r"\b[IVX]+$|\bthe\b|\bShah\b", name.name)
    plain = date.grain == "year" and not date.value.startswith("-")
    return plain and not titled and int(date.end) - int(date.value) in LIFE
