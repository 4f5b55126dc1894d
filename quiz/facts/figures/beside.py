"""What stands beside a number: its scale, what it is told for, and what shows that it is an age or a pronoun."""

from __future__ import annotations

import re
from functools import lru_cache

from quiz.facts.figures.money import currency_behind
from quiz.facts.figures.quantity import Quantity
from quiz.facts.number_words import SCALES

SCALE = re.compile(
    r"[\s-]?(?P<word>hundred|thousand|million|billion|trillion|quadrillion|lakh|crore|dozen|bn|bln|mln|mn|tln|tn)s?\b"
    r"(?!\s+of\s+(?:times|years))|(?P<letter>[kKmMbBtT]|bn|Bn|mn|tn)\b",
    re.IGNORECASE,
)
_LETTER_COUNTS = re.compile(r"[kKMB](?=\s+(?:[a-z]+\s)?(?:[a-z]+s|people|dollars)\b)|k\b")
_MILLIONS = re.compile(r"[$£€¥]\s?[0-9][0-9.,]{0,12}m\b")
_LENGTH_BEHIND = re.compile(
    r"\s(?:long|wide|high|deep|tall|thick|across|away|apart|above|below|down|downstream|upstream|up|off|from|of water|"
    r"race|run|sprint|dash|freestyle|butterfly|hurdles|by [0-9]|x)\b|\s?[×x/]|-"
)
_NO_LENGTH_BEHIND = re.compile(
    r"\s(?:tonnes?|tons?|litres?|liters?|gallons?|barrels?|bushels?|hectares?|acres?|people|men|women|children|households)\b"
)
PER = re.compile(
    r"(?:(?:\s+|-)(?P<link>per|a|an|each|every)(?:\s+|-)|\s?/\s?)(?P<what>(?:square |cubic )?[^\W\d_]{1,20})\b"
    r"(?!\s(?:earlier|later|ago|before|after|old|apart|away|on)\b)"
)
TOLD_FOR = frozenset(
    """
    share barrel head person capita piece pop game seat ticket unit vote bottle copy student pupil household family
    dose plate dozen bushel gallon liter litre ton tonne ounce pound kilo kilogram gram hour day week month year night
    minute second quarter season decade annum acre hectare mile kilometer kilometre meter metre foot inch word page line
    customer passenger user member employee worker child adult vehicle car room hr kg km l kWh MWh lb oz s min sec yr
    """.split()
)
_NOT_ONE_BEHIND = re.compile(
    r"\s*(?:[^\w\s-]|$)|\s+(?:of|another|says|said|told|is|was|are|were|can|could|would|should|may|might|must|will|has|had|have|who|that|"
    r"which|does|did|to|in|or|and|by|at|on|for|with|from|as|but|if|than|then|he|she|it|we|they|you|i|side|thing|way|day|"
    r"reason|hand|another|may|not|such|so|where|when|off|up|out|over|time)\b|-(?:sided|way|time|off|of-a-kind|on-one)\b",
    re.IGNORECASE,
)
_NOT_ONE_BEFORE = re.compile(
    r"\b(?:no|any|every|each|this|that|the|which|some|another|first|next|number|good|new|old|big|only|day|at|loved|anyone|"
    r"[a-z]+er|[a-z]+est)[\s-]$|[-’']$",
    re.IGNORECASE,
)
_COMPARED = re.compile(r"\s(?:as|the|its|that|their|his|her|what|more|less|[a-z]+er)\b")
REACH = 40
"""Characters before a number that tell what it is."""
OLDEST = 115
_AGED = re.compile(r"\bage[sd]?\s(?:of\s|about\s|over\s|under\s|between\s)?$", re.IGNORECASE)
_NAMED_AGE = re.compile(r"[A-Z][\w’'-]+\s[A-Z][\w’'-]+,\s$")
_AGE_BEHIND = re.compile(r",\s(?!(?:and|or)\s[0-9])[a-z]")
_WARM = re.compile(
    r"\b(?:temperatures?|heat\w*|warm\w*|cool\w*|cold|hot|boil\w*|freez\w*|fever|thermometer)\b", re.IGNORECASE
)


def scale_behind(text: str, at: int, *, money: bool) -> tuple[float, int]:
    """What "million" and its kind multiply a number by, and where they end."""
    found = SCALE.match(text, at)
    if not found:
        return 1.0, at
    if found["word"]:
        return SCALES[found["word"].lower()], found.end()
    counts: object = money or _LETTER_COUNTS.match(text, at) or currency_behind(text, found.end(), many=True)
    counts = counts or (found["letter"] == "m" and _is_million(text, found.end()))
    return (SCALES[found["letter"].lower()], found.end()) if counts else (1.0, at)


def _is_million(text: str, end: int) -> bool:
    """Whether a glued "m" is a million and no metre: before what is no length, or as the text writes its money."""
    if _NO_LENGTH_BEHIND.match(text, end):
        return True
    return not _LENGTH_BEHIND.match(text, end) and _writes_millions(text)


@lru_cache(maxsize=1)
def _writes_millions(text: str) -> bool:
    """Whether a text shortens millions of money to a letter: "$3m"."""
    return _MILLIONS.search(text) is not None


def told_for(text: str, at: int, unit: str) -> tuple[str, int]:
    """What a quantity is told for, and where that ends: ("barrel", ...) of "$80 a barrel"."""
    found = PER.match(text, at)
    if not found:
        return "", at
    what = found["what"]
    singular = what if what in TOLD_FOR else what.lower().removesuffix("s")
    known = singular in TOLD_FOR or (found["link"] == "per" and not what[0].isupper())
    if not known or (found["link"] in ("a", "an") and singular == "second" and unit == "percent"):
        return "", at
    return singular, at if found["link"] in ("each", "every") else found.end()


def is_age(text: str, found: Quantity) -> bool:
    """Whether a bare number is someone's age: "aged 42", "Ida Brandt, 42, won"."""
    lead = text[max(0, found.start - REACH) : found.start]
    if _AGED.search(lead):
        return True
    named = not found.words and found.value == int(found.value) and OLDEST >= found.value >= 1
    return named and bool(_NAMED_AGE.search(lead)) and bool(_AGE_BEHIND.match(text, found.end))


def is_pronoun(text: str, found: Quantity) -> bool:
    """Whether "one" stands for a person or thing, or for "a"."""
    if text[found.start : found.end].lower() == "zero":
        return bool(re.match(r"[\s-](?:sum|tolerance|hour)\b", text[found.end : found.end + 12]))
    lead = text[max(0, found.start - 12) : found.start]
    return bool(_NOT_ONE_BEHIND.match(text, found.end) or _NOT_ONE_BEFORE.search(lead))


def kind_of_unit(text: str, unit: str, start: int, end: int) -> str:
    """The unit as the words beside it narrow it: a degree of temperature, a multiple of something."""
    if unit == "times" and _COMPARED.match(text, end):
        return "multiple"
    if unit == "degree" and _WARM.search(text, max(0, start - REACH), start):
        return "degree of temperature"
    return unit
