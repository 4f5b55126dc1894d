"""The rate an amount is told at, which its question has to tell: "how many litres a year"."""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.facts.model import Figure, Sentence
from quiz.questions.asking.lead import Interrogative, Lead

RATE = re.compile(r"\s(?:an?|per|each|every)\s(\w+)$")
MEASURED = re.compile(r"(?:[a-z ]+ )?how (?:many [a-z]|much)")
BEARING = frozenset("interest inflation growth unemployment tax duty".split())
"""What there is at a rate of so many per cent."""


def rated(sentence: Sentence, figure: Figure, asked: Interrogative | None) -> Interrogative | None:
    """The phrase that asks for a measure or money with the rate it is told at, unless it tells that already."""
    rate = RATE.search(figure.text)
    if asked is None or rate is None or not figure.unit:
        return asked
    shown = " ".join(part if isinstance(part, str) else sentence.words[part].text for part in asked.lead)
    at = next((n for n, part in enumerate(asked.lead) if isinstance(part, str) and MEASURED.match(part)), None)
    if at is None or re.search(rf"\b{rate[1]}\b", shown):
        return asked
    lead: Lead = (*asked.lead[:at], f"{asked.lead[at]}{rate[0]}", *asked.lead[at + 1 :])
    return replace(asked, lead=lead)


def with_rate(figure: Figure, ask: str) -> str:
    """What asks for a measure in its place, with its rate if that is not told."""
    rate = RATE.search(figure.text)
    return f"{ask}{rate[0]}" if rate and not re.search(rf"\b{rate[1]}\b", ask) else ask
