"""How else amounts are written: `6'2"`, `1e9`, `3 × 10⁸`, `.5`, `20m`, `fortnight`; put into the plain way."""

from __future__ import annotations

import re

from quiz.study.judging.folding import bare, spaced
from quiz.study.judging.numerals import ORDINALS, ROMAN, SCALES, SMALL, TENS
from quiz.study.judging.quantities import LONGEST, Quantity
from quiz.study.judging.slips import distance
from quiz.study.judging.units import MEASURES, WORDS, unit

SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
RAISED = re.compile(r"(?<=10)([⁻⁺]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})")

POWER = re.compile(
    r"(?<![\w.,])(?:(\d{1,9}(?:\.\d{1,9})?)\s*[x×*·∙⋅]\s*)?10\s*(?:\^|\*\*)\s*\(?([-−+]?\d{1,2})\)?(?!\d)",
    re.IGNORECASE,
)
"""`3 × 10^8`, `10**9`."""

SCIENTIFIC = re.compile(r"(?<![\w.,])(\d{1,9}(?:\.\d{1,9})?)e([-−+]?\d{1,2})(?!\w)", re.IGNORECASE)
"""`1e9`."""

FEET = re.compile(r"(?<!\w)(\d{1,5})\s*['’‘′´]\s*(?:(\d{1,2}(?:\.\d)?)\s*(?:[\"”″]|['’′]{2})?)?(?![\w\"”″'’′])")
INCHES = re.compile(r"(?<!\w)(\d{1,5}(?:\.\d{1,3})?)\s*(?:[\"”″]|['’′]{2})(?!\w)")
POINT = re.compile(r"(?<![\w.,])\.(?=\d{1,12}(?![\d.])(?!\w\b))")
SHORT = re.compile(r"(?<=\d)\s?(m|mil|mill|b)\b(?!['’/²³])", re.IGNORECASE)
"""A million or a billion, where it cannot be metres."""

HOURS = re.compile(r"(?<![\w.])(\d{1,3})\s?h(?:rs?|ours?)?\s?(\d{1,2})\s?m?(?:ins?|inutes?)?(?!\w)", re.IGNORECASE)
"""`1h30`, `1h 30m`."""
COLON = re.compile(r"\s*(\d{1,3}):([0-5]\d)\s*(?:h|hrs?|hours?)?\s*", re.IGNORECASE)
TIMES = (
    (re.compile(r"(?<=\d)\s?[x×](?=\s*$|\s+[a-z])", re.IGNORECASE), " times"),
    (re.compile(r"^\s*once\b", re.IGNORECASE), "1 time"),
    (re.compile(r"^\s*twice\b", re.IGNORECASE), "2 times"),
    (re.compile(r"^\s*thrice\b", re.IGNORECASE), "3 times"),
)
EVERY = re.compile(r"\s*(?:every (day|week|month|year|hour)|(daily|weekly|monthly|yearly|hourly))\s*", re.IGNORECASE)
AND_PART = re.compile(r"\s*(?:hour|day|week|month|year|century|decade)(?= and (?:a|one|three) )", re.IGNORECASE)
"""`hour and a half`."""

EQUALS = re.compile(r"^\s*[=+]\s*(?=[\d.-])")
NOTHING = frozenset({"none", "nil", "nought", "naught"})
NOUNS = frozenset({"fortnight", "decade", "century", "millennium", "week", "month", "year", "day", "hour", "minute"})
COUNTING = tuple(word for word in (*SMALL, *TENS, *SCALES, "hundred") if len(word) > 3)
KNOWN = frozenset({*SMALL, *TENS, *SCALES, *ORDINALS, *ROMAN, *WORDS, "hundred", "and"})
WORD = re.compile(r"[^\W\d_]{3,10}")


def plain(text: str) -> str:
    """Return an amount with powers of ten, feet and inches, and a bare decimal point written out."""
    if len(text) > LONGEST:
        return text
    alone = text.strip().casefold()
    if alone in NOTHING or (len(alone) > 1 and alone in ROMAN):
        return str(ROMAN.get(alone, 0))
    text = RAISED.sub(lambda match: "^" + match[1].translate(SUPERSCRIPT), text)
    text = POWER.sub(lambda match: _shifted(match[1] or "1", match[2]), text)
    text = SCIENTIFIC.sub(lambda match: _shifted(match[1], match[2]), text)
    text = INCHES.sub(r"\1 inches", FEET.sub(_feet, text))
    text = POINT.sub("0.", EQUALS.sub("", text))
    text = HOURS.sub(r"\1 hours \2 minutes", text)
    for word, count in TIMES:
        text = word.sub(count, text)
    if match := EVERY.fullmatch(text):
        return f"1 time per {match[1]}" if match[1] else f"1 time {match[2]}"
    if AND_PART.match(text):
        return f"1 {text.strip()}"
    return f"1 {text.strip()}" if unit(spaced(bare(text)).split()) in NOUNS else text


def as_asked(text: str, asked: Quantity) -> str:
    """Return `20m` as millions and `4b` as billions, where so many are asked and no metres, and `1:30` as hours."""
    measure = MEASURES.get(asked.unit)
    if measure and measure.dimension == "time":
        return COLON.sub(r"\1 hours \2 minutes", text) if COLON.fullmatch(text) else text
    if abs(asked.value) < 10**5 or (measure and measure.dimension == "length") or len(text) > LONGEST:
        return text
    return SHORT.sub(lambda match: " billion" if match[1] in "bB" else " million", text)


def mended(text: str) -> tuple[str, str]:
    """Return an amount with its misspelt number word put right, and that in words; "" for the latter if none is."""
    for match in WORD.finditer(text[:LONGEST]):
        word = bare(match[0])
        if word in KNOWN or word.removesuffix("s") in KNOWN:
            continue
        near = [name for name in COUNTING if distance(name, word, 1) == 1]
        if len(near) == 1:
            return text[: match.start()] + near[0] + text[match.end() :], f"“{match[0]}” taken for {near[0]}"
    return text, ""


def _shifted(number: str, power: str) -> str:
    """Return a number times a power of ten in digits."""
    places = int(power.replace("−", "-"))
    if abs(places) > 24:
        return f"{number}e{power}"
    whole, _, part = number.partition(".")
    if places >= 0:
        part = part.ljust(places, "0")
        return f"{whole}{part[:places]}" + (f".{part[places:]}" if part[places:] else "")
    whole = whole.rjust(1 - places, "0")
    return f"{whole[:places]}.{whole[places:]}{part}"


def _feet(match: re.Match[str]) -> str:
    """Return feet, and inches if there are any, in words."""
    return f"{match[1]} feet" + (f" {match[2]} inches" if match[2] else "")
