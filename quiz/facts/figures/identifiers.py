"""Numbers that name a thing and measure none: pages, articles, versions, telephones, clock times, footnote marks."""

from __future__ import annotations

import re

from quiz.facts.number_words import ONES

# Words a number behind them belongs to as a name does.
_NAMED = (
    "no|nos|nr|number|article|art|section|sec|clause|paragraph|para|resolution|directive|amendment|proposition|"
    "page|pp?|chapter|ch|appendix|annex|flight|room|suite|gate|terminal|platform|route|highway|interstate|motorway|"
    "phase|stage|tier|type|mark|version|windows|figure|fig|table|eq|equation|volume|vol|category|grade|sample|apollo|"
    "boeing|airbus|world war|pier|exercise|psalm|sonata|opus|op|po box|ext|tel|fax|isbn|issn|doi|iso|din|rfc|footnote|"
    "ref|covid|sars|hiv|firmware|android|ios|python|kernel|unicode|bluetooth|html"
)
# Words that a count may follow as well ("on the day 300 people died").
_SOFT = (
    "day|week|month|year|quarter|line|season|case|game|match|class|study|problem|book|file|act|scene|level|group|model|"
    "release|issue|part|step|unit|channel|area|district|ward|precinct|sector|zone|lot|item|question|rule|law|title|bus|"
    "track|round|hole|lap|test|experiment|site|series|episode|verse|symphony|box|code|id|note|formula"
)
_NUMERAL = r"[0-9]{1,6}(?!,?[0-9])(?:\.[0-9]{1,3}){0,3}[a-zA-Z]?"
_AND = r"\s?(?:,\s?and|,\s?or|,|&|and|or|to|through|–|-|/)\s?"
_LIST = rf"{_NUMERAL}(?:{_AND}[0-9]{{1,4}}(?!,?[0-9])[a-zA-Z]?(?![\w.]*\s?[%°])){{0,12}}"
_NO_UNIT = r"(?!\w)(?!\s?(?:%|°|percent|per cent|hundred|thousand|million|billion))"
_NO_COUNT = r"(?![.,%-]?\w)(?!\s(?:[a-z-]+\s)?(?:people|men|women|children|[a-z]{2,}s|kg|km|cm|mm|m|ft|mph)\b)"
_SPELLED = "|".join(ONES[1:13])
# Those that begin with a digit, a mark or the "v" of a version; and those that begin with a word.
_MARKED = (
    r"(?<!\w)[’‘'][0-9]{2}(?![\w%,]|\.[0-9])(?!\s[a-z]+s\b)",
    r"(?:(?<=[.!?”\"]\s)|(?<=\n)|(?<!.))[0-9]{1,2}[.)](?=\s+[A-Z“\"])",
    r"\[\s?[0-9]{1,4}(?:\s?[,;–-]\s?[0-9]{1,4}){0,30}\s?\]",
    r"\((?:see\s|ref\.?\s|eq\.?\s)?[0-9]{1,3}(?:\s?[,;–-]\s?[0-9]{1,3}){0,30}\)",
    r"(?<![\w.,])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]+)?(?!\d)(?:\s?[ap]\.?m\b)?",
    r"(?<![\w.,])[0-9]{1,2}(?:\.[0-9]{2})?(?:\s?(?:am|pm)\b|\s?[ap]\.\s?m\.|\s?o[’']clock\b)",
    r"(?<![\w.,])(?:[01][0-9]|2[0-4])[0-5][0-9]\s?(?-i:GMT|UTC|BST|CES?T|[ECMP][SD]T)\b",
    r"\+[0-9][0-9 ().-]{6,18}[0-9]|\([0-9]{3}\)\s?[0-9]{3}[-. ][0-9]{4}",
    r"(?<!\w)[0-9]{3}[-.][0-9]{3,4}[-.][0-9]{4}(?!\w)",
    r"(?<![\w.])v?[0-9]{1,6}(?:\.[0-9]{1,6}){2,8}(?!\w)",
    r"(?<![\w./])[0-9]{1,4}/[0-9]{1,2}/[0-9]{2,4}(?!\w)|(?<![\w-])[0-9]{4}-[0-9]{2}-[0-9]{2}(?!\w)",
    r"[0-9]{1,3}°\s?[0-9]{1,2}[’'′][^\s,;)]{0,12}|(?<![\w/])(?:9/11|24/7|50/50)(?!\w)",
    r"(?<![\w.,])[0-2][0-9][0-5][0-9]\s(?:GMT|UTC|BST|EST|EDT|CET)\b",
    r"(?<![\w.,:/-])0[0-9]{1,5}(?:\s[0-9]{3})*(?![\w.,:]*[0-9])(?!\s?%)",
    r"(?<![\w.,$£€])[0-9]{3,5}\s(?-i:[A-Z][a-z]+[a-rt-z])(?=\s(?:is|was|became|remains)\s(?:an?|the|one)\s)",
    rf"[#§№]\s?{_LIST}",
)
_WORDED = (
    rf"(?:{_SOFT})s?\s(?:no\.?\s)?[0-9]{{1,3}}(?!,?[0-9])(?:{_AND}[0-9]{{1,3}}(?!,?[0-9])){{0,8}}{_NO_UNIT}{_NO_COUNT}",
    rf"(?:box|unit|lesson|problem|example|activity|step|rule)\s[0-9]{{1,2}}\.[0-9]{{1,2}}{_NO_UNIT}{_NO_COUNT}",
    rf"(?:{_NAMED}|{_SOFT})\s(?:{_SPELLED})\b(?!-){_NO_UNIT}{_NO_COUNT}",
    rf"(?:{_NAMED})s?\.?\s(?:no\.?\s|number\s)?{_LIST}{_NO_UNIT}",
)
# Words with a number behind them, before any list of words is gone through.
_NUMBERED = rf"[a-z]{{1,16}}(?:\s(?:war|box))?s?\.?\s(?:no\.?\s|number\s)?(?:[0-9]|{_SPELLED})"
_PATTERNS = (
    r"(?=[GgCc])(?-i:(?:[Gg]roup|[Gg]ang|[Cc]ouncil)\sof\s(?:[0-9]{1,2}|[A-Z][a-z]+))\b",
    r"(?=[hw])(?:https?://\S+|www\.\S+)",
    rf"(?=[0-9v’‘'\[(+#§№])(?:{'|'.join(_MARKED)})",
    rf"\b(?={_NUMBERED})(?:{'|'.join(_WORDED)})",
)
IDENTIFIER = re.compile("|".join(_PATTERNS), re.IGNORECASE)
_ADDRESS = r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}"
WITH_ADDRESSES = re.compile("|".join((*_PATTERNS[:2], _ADDRESS, *_PATTERNS[2:])), re.IGNORECASE)
"""Electronic mail is looked for only in a text with the mark for it."""
_NAME_BEFORE = re.compile(r"(?:[.!?:;(\n“\"]\s*|^)?\b(?P<name>[A-Z][\w&’'.]*)[ \u00a0]$")
_PLACED = re.compile(
    r"\b(?:in|at|near|on|from|of|for|to|by|with|and|since|over|outside|around|across|the)\s(?:[A-Z][\w’'-]*\s){1,3}$",
    re.IGNORECASE,
)
_NO_NAMES = frozenset(
    """
    The A An In At On From To By For With About Around Over Under Some Nearly Almost Between Only Just Another All Both
    These Those Of And But Or If When While After Before Since Until Its His Her Their Our My Your This That Exactly
    Roughly Approximately Perhaps Maybe Than Then There Here Because Although As Not No Every Each Any Last Next First
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
    October November December More Less Up Well Least Most Estimated Fully Within Without During Per Plus Minus Some
    """.split()
)
_NOUN_BEHIND = re.compile(r"[\s-](?:[a-z-]+\s){0,2}?(?:[a-z-]+s|people|men|women|children|police|cattle|sheep|fish)\b")


def identifiers(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """The characters between two offsets that hold numbers of this kind, in order and disjoint."""
    pattern = WITH_ADDRESSES if text.find("@", begin, end) >= 0 else IDENTIFIER
    return [match.span() for match in pattern.finditer(text, begin, end)]


def names(text: str, start: int, end: int) -> bool:
    """Whether a bare number is the end of a name: "Pioneer 11", "the Nikkei 225", "ISO 9001"."""
    found = _NAME_BEFORE.search(text, max(0, start - 30), start)
    if found is None or found["name"].rstrip(".") in _NO_NAMES or found["name"].endswith(("’s", "'s", "s’", ".")):
        return False
    counts = bool(_NOUN_BEHIND.match(text, end)) and not found["name"].isupper()
    placed = bool(_PLACED.search(text, max(0, start - 60), start))
    opens = found.start("name") > 0 and bool(
        re.search(r"(?:[.!?]\s+|\n\s*|^\s*)$", text[max(0, found.start("name") - 4) : found.start("name")])
    )
    return not (counts and (placed or opens))
