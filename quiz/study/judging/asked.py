"""What a card asks for, a person or a year, where its kind does not say so: told by its question and its answer."""

from __future__ import annotations

import re

from quiz.deck.model import Card
from quiz.study.judging.names import RULERS, named, titles

WHO = re.compile(r"^\W{0,3}(?:\w+\W+){0,3}?(?:who|whom|whose)\b", re.IGNORECASE)
"""How a question for a person begins."""

_ROLES = """
president king queen emperor empress tsar czar pope monarch ruler sultan shah caliph pharaoh prince princess duke
author writer poet novelist playwright dramatist essayist painter sculptor composer conductor pianist violinist
director actor actress singer scientist physicist chemist mathematician biologist astronomer botanist geologist
psychologist economist philosopher theologian inventor explorer navigator discoverer architect engineer
general admiral commander officer leader politician statesman senator chancellor minister premier governor dictator
secretary diplomat ambassador revolutionary reformer activist journalist historian scholar astronaut cosmonaut
aviator physician doctor nurse surgeon saint apostle prophet martyr philanthropist
swimmer boxer footballer sprinter athlete cyclist cricketer man woman person
"""
_BETWEEN = "(?!(?:is|was|are|were|did|does|do|has|had|can|the|a|an|of|in|to|for|by|from|with|and)\\b)[^\\W\\d]+"
_ROLE = rf"(?:{'|'.join(_ROLES.split())})s?\b"
ROLE = re.compile(
    rf"\b(?:(?:which|what)\s|(?:name|identify|give|name of)\s+(?:the|a|an)\s)(?:{_BETWEEN}[\s-]+){{0,3}}?"
    rf"{_ROLE}(?!['’-]|\s+(?:company|house|city|country|party|election)\b)",
    re.IGNORECASE,
)
"""A question for a person by what the person was: `which American president`, `name the author`."""

ELLIPTIC = re.compile(
    rf"^\W{{0,3}}(?:(?:the|an?)\s)?(?:{_BETWEEN}[\s-]+){{0,2}}?{_ROLE}\s(?:of|who|that|when|during|from)\b",
    re.IGNORECASE,
)
"""A question without a verb: `Author of Hamlet?`."""

ASKING = re.compile(r"\b(?:which|what|where|how|in)\b", re.IGNORECASE)
ARTIST = re.compile(
    r"\b(?:which|what) (?:\w+ )?artist (?=.*\b(?:paint|sculpt|drew|carved|fresco|portrait))", re.IGNORECASE
)
"""An artist who is no band."""

WHEN = re.compile(r"\bwhen\b|\b(?:what|which|the) (?:year|date)\b", re.IGNORECASE)
COUNTED = re.compile(
    r"\bhow (?!come\b)\w+|\b(?:number|amount|sum|total|length|height|depth|width|distance|weight|mass|area|volume|speed"
    r"|price|cost|population|percentage|value|altitude|elevation|dose|power)\b",
    re.IGNORECASE,
)
"""A question for a number that is no year."""

YEAR = re.compile(r"\s*(?:(?:about|around|circa|ca?\.?|approximately|roughly|~|≈)\s*)?[12]\d{3}\s*", re.IGNORECASE)
"""A number that is most often a year, where nothing else is said."""

FIGURE = re.compile(r"\s*\d{2,4}\s*")
ERA = re.compile(r"\b(?:a\.?\s?d|c\.?\s?e|b\.?\s?c(?:\.?\s?e)?)\b\.?", re.IGNORECASE)
OF_TIME = re.compile(r"\byear\s+\d|\banno\b", re.IGNORECASE)

CAPITAL = re.compile(r"[^\W\d_]")


def asks_person(card: Card, right: str, given: str) -> bool:
    """Whether a card asks for a person: for a speaker, plainly "who", by a role, or for a ruler by title and number."""
    if card.kind:
        return card.kind == "quote"
    prompt = card.prompt[:120]
    if WHO.match(prompt) or (_by_role(prompt) and _looks_like_person(right)):
        return True
    found = named(right)
    return bool(found and found.numeral and RULERS & (titles(right) | titles(given)))


def asks_people(card: Card) -> bool:
    """Whether a card asks for people, of whom there may be several."""
    return card.kind == "quote" or (
        not card.kind and bool(WHO.match(card.prompt[:120]) or ROLE.search(card.prompt[:120]))
    )


def asks_year(card: Card, right: str, given: str) -> bool:
    """Whether an answer that can be a year is one: by the question, by how it is written, or by what was typed."""
    if card.kind or COUNTED.search(card.prompt[:200]):
        return card.kind == "date"
    said_so = bool(ERA.search(given) or OF_TIME.search(given)) and bool(FIGURE.fullmatch(right))
    return bool(YEAR.fullmatch(right) or ERA.search(right) or WHEN.search(card.prompt[:200])) or said_so


def _by_role(prompt: str) -> bool:
    """Whether a question asks for somebody by what the person was."""
    elliptic = ELLIPTIC.match(prompt) and not ASKING.search(prompt)
    return bool(ROLE.search(prompt) or ARTIST.search(prompt) or elliptic)


def _looks_like_person(text: str) -> bool:
    """Whether an answer is written as a person's name: its first and its last word with capitals, if it is Latin."""
    words = [word for word in text.partition(",")[0].split() if CAPITAL.match(word)]
    return named(text) is not None and bool(words) and all(not word[0].islower() for word in (words[0], words[-1]))
