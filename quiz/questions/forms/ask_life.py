"""Asks for years in parentheses behind a person's name: of a reign, a life, a birth or a death."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.facts.cue_words import HONORIFICS
from quiz.facts.model import Date
from quiz.facts.names import Person
from quiz.questions.clauses.when import when, written
from quiz.questions.draft import Draft
from quiz.questions.scene import Scene

REIGN = re.compile(r"\(\s?(?:r\.|reigned|ruled|in office|reign)\s?(?:from\s)?$", re.IGNORECASE)
BORN = re.compile(r"\(\s?(?:b\.|born)\s?(?:in\s|on\s)?$", re.IGNORECASE)
DIED = re.compile(r"\(\s?(?:d\.|died)\s?(?:in\s|on\s)?$", re.IGNORECASE)
# Years: a shorter or longer span is no life but a term of office or a dynasty.
LIFE = range(15, 111)


def of_life(scene: Scene, at: int, date: Date) -> Iterator[Draft]:
    """Years in parentheses behind a person's name: of a reign, a life, a birth or a death."""
    text = scene.document.text
    opening = text.rfind("(", max(0, date.span.start - 20), date.span.start)
    if opening < 0 or ")" in text[opening : date.span.start]:
        return
    lead = text[opening : date.span.start]
    name = scene.facts.people.before(opening, 2)
    if name is None or not text[date.span.end : date.span.end + 2].startswith((")", ";", ",")):
        return
    if REIGN.search(lead) and date.end:
        question = f"In which years did {name.name} reign?"
    elif BORN.search(lead):
        question = f"{when(date, 'in')} was {name.name} born?"
    elif DIED.search(lead):
        question = f"{when(date, 'in')} did {name.name} die?"
    elif date.end and lead.strip() == "(" and _a_life(date, name):
        question = f"From when to when did {name.name} live?"
    else:
        return
    yield Draft(date, scene.sentences[at], scene.passage(at), written(date), question)


def _a_life(date: Date, name: Person) -> bool:
    """Whether bare years behind a name are a life: not of a ruler or holder of an office, whose term they may be."""
    titled = set(name.roles) & HONORIFICS or re.search(r"\b[IVX]+$|\bthe\b|\bShah\b", name.name)
    plain = date.grain == "year" and not date.value.startswith("-")
    return plain and not titled and int(date.end) - int(date.value) in LIFE
