"""Finds figures: numbers in digits and words with their approximation, currency, unit and value."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import reduce

from quiz.documents.model import ASKED, Block, Document, Span
from quiz.facts.date_words import ORDINALS
from quiz.facts.dates import ordinal
from quiz.facts.model import Date, Figure
from quiz.facts.number_words import BOUNDS, CURRENCIES, FRACTIONS, MULTIPLES, SCALES, SIGNS, SMALL, UNITS
from quiz.facts.reading import Reading


def _either(words: Sequence[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in sorted(words, key=len, reverse=True))


_SIGN = rf"(?P<sign>{_either(list(SIGNS))})\s?"
_SMALL = rf"(?:{_either(list(SMALL))})\b"
_SCALE_WORD = r"(?:hundred|thousand|million|billion|trillion)"
_AND = r"(?<=hundred)\s+and\s+|(?<=thousand)\s+and\s+|(?<=million)\s+and\s+"
_WORDS = rf"(?:(?:{_SMALL}|an?(?=[\s-]+(?:{_SCALE_WORD}|dozen)))(?:(?:[\s-]+|{_AND})(?:{_SMALL}|{_SCALE_WORD})\b)*)"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_MIXED = r"(?:\s?[½¼¾⅓⅔⅛]|\s\d/\d)?"
_FRACTION = rf"(?:(?:an?|{_SMALL})[\s-])?(?:{_either(list(FRACTIONS))})(?:-century)?"
_NUMBER = rf"(?P<number>(?:{_DIGITS}){_MIXED}|[½¼¾⅓⅔⅛]|{_WORDS})"
_SCALE = r"(?P<scale>[\s-]?(?:hundred|thousand|million|billion|trillion|bn|tn|lakh|crore)s?\b|(?:m|k|bn)\b)?"
_UNIT_WORDS = {form.lower(): unit for unit, forms in UNITS.items() for form in (unit, f"{unit}s", *forms)} | {
    form: f"money:{word}" for word in CURRENCIES for form in (word, f"{word}s")
}
_CASED = {form for form in _UNIT_WORDS if len(form) <= 2 and form.isalpha()}
_UNIT = rf"(?:(?P<gap>[\s-]|)(?P<unit>(?:U\.?S\.?\s+)?(?:{_either(list(_UNIT_WORDS))}))(?![\w]))?"
BOUND = re.compile(rf"\b(?P<bound>{_either(BOUNDS)})\s+(?:the\s+|a\s+)?$", re.IGNORECASE | re.ASCII)
FIGURE = re.compile(
    rf"(?<![\w$£€¥.,§#/:–-])(?:{_SIGN})?{_NUMBER}{_SCALE}(?:[\s-](?P<old>years?[\s-]olds?)\b|{_UNIT})",
    re.IGNORECASE | re.ASCII,
)
DASHED = re.compile(
    rf"(?<![\w$£€¥.,§#/:–-])(?:{_SIGN})?(?P<number>{_DIGITS})\s?[–-]\s?(?P<high>{_DIGITS}){_SCALE}{_UNIT}",
    re.IGNORECASE | re.ASCII,
)
SHARE = re.compile(
    rf"(?<![\w-])(?P<top>an?|{_SMALL})?[\s-]?(?P<part>{_either(list(FRACTIONS))})(?=\s+of\b|,|\.|\s+from\b|\s+in\b|\s+as\b)",
    re.IGNORECASE | re.ASCII,
)
MULTIPLE = re.compile(rf"\b(?P<multiple>{'|'.join(MULTIPLES)})\b")
ARTICLE = re.compile(r"\b(?P<kind>Article|Section|Chapter|Amendment|Resolution)\s+(?P<number>\d{1,4})\b")
RANKED = re.compile(
    rf"\b(?P<ordinal>{_either(ORDINALS[2:])}|\d{{1,3}}(?:st|nd|rd|th))[\s-](?=(?:most|largest|biggest|smallest|"
    r"highest|lowest|longest|shortest|oldest|youngest|richest|poorest|busiest|deepest|tallest|fastest|heaviest|best|"
    r"president|prime|king|queen|emperor|pope|amendment|anniversary|governor|chancellor|edition|symphony)\b)",
    re.IGNORECASE | re.ASCII,
)
VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
DESIGNATION = re.compile(
    r"(?:\b(?:no|nos|number|article|section|resolution|page|pp?|chapter|file|act|flight|room|route|highway|level|phase|"
    r"group|type|model|version|figure|fig|table|volume|vol|part|step|unit|class|apollo|boeing|airbus|world war)\.?|"
    r"[#§]|(?-i:[A-Z]-|\b[A-Z]{2,}\s))\s?$",
    re.IGNORECASE | re.ASCII,
)


def of_reading(reading: Reading) -> list[Figure]:
    """Every figure of a reading."""
    return find_figures(reading.document, reading.dates)


DIGITS = 15
"""Longest number that is one: beyond it a float is not exact."""


def find_figures(document: Document, dates: Sequence[Date]) -> list[Figure]:
    """Every figure of the asked blocks that is no part of a date, in the order of the text."""
    starts = [date.span.start for date in dates]
    found: list[Figure] = []
    for block in document.blocks:
        if block.kind in ASKED:
            for figure in _in_block(document.text, block):
                # Dates do not overlap, so that the last one to begin before the figure's end is the one to look at.
                before = bisect_left(starts, figure.span.end) - 1
                if before < 0 or not figure.span.overlaps(dates[before].span):
                    found.append(figure)
    return found


def _in_block(text: str, block: Block) -> Iterator[Figure]:
    begin, end = block.span.start, block.span.end
    found = [f for m in FIGURE.finditer(text, begin, end) if (f := _figure(m))]
    found += [f for m in DASHED.finditer(text, begin, end) if (f := _dashed(m))]
    found += [f for m in SHARE.finditer(text, begin, end) if (f := _share(m))]
    found += [
        Figure(Span(*m.span()), Span(*m.span()), m.group(), MULTIPLES[m["multiple"]], "multiple")
        for m in MULTIPLE.finditer(text, begin, end)
    ]
    found += [
        Figure(Span(*m.span("ordinal")), Span(*m.span("ordinal")), m["ordinal"], float(rank), "ordinal")
        for m in RANKED.finditer(text, begin, end)
        if (rank := ordinal(m["ordinal"]))
    ]
    found += [
        Figure(Span(*m.span()), Span(*m.span()), m.group(), float(m["number"]), m["kind"].lower())
        for m in ARTICLE.finditer(text, begin, end)
    ]
    at, kept = begin, list[Figure]()
    for figure in sorted(found, key=lambda f: (f.span.start, -f.span.end)):
        if figure.span.start >= at:
            at = figure.span.end
            kept.append(figure)
    yield from _ranges(text, kept)


def _ranges(text: str, figures: Sequence[Figure]) -> Iterator[Figure]:
    """Figures with the two ends of a range ("between 0.5 and 1.1 metres") as one; its value is the lower end."""
    waiting: Figure | None = None
    for figure in figures:
        joined = _joined(text, waiting, figure) if waiting else None
        if waiting and joined is None:
            yield waiting
        waiting = joined or figure
    if waiting:
        yield waiting


def _joined(text: str, low: Figure, high: Figure) -> Figure | None:
    """The range two neighbouring figures make; none of "from 20 to 30", which may be a change."""
    between = text[low.span.end : high.span.start]
    before = text[max(0, low.span.start - 9) : low.span.start].lower()
    if between == " and " and before.endswith("between "):
        span = Span(low.span.start - 8, high.span.end)
        return Figure(span, span, text[span.start : span.end], low.value, high.unit)
    dashed = re.fullmatch(r"\s?(?:to|–|-)\s?", between)
    if not dashed or low.unit or low.value >= high.value or before.endswith("from "):
        return None
    span = Span(low.span.start, high.span.end)
    return Figure(span, Span(low.whole.start, span.end), text[span.start : span.end], low.value, high.unit, low.bound)


def _figure(match: re.Match[str]) -> Figure | None:
    text, (start, end) = match.string, match.span()
    before = text[max(0, start - 30) : start]
    number, unit = match["number"], _unit(match)
    if DESIGNATION.search(before) or re.search(r"[A-Za-z][-–]$|\b(?:half|quarter)\s+(?:of\s+)?$", before):
        return None
    if sum(char.isdigit() for char in number) > DIGITS or (number[0].isupper() and re.search(r"[\w,]\s+$", before)):
        return None
    if re.match(r"\s+and\s+a\s+(?:half|quarter|third)\b", text[end : end + 20]):
        return None
    if not match["sign"] and (match["scale"] or "").strip().lower() in ("m", "k"):
        return None
    if re.match(r"-(?:\d|[A-Z])|[’']s\b|(?:st|nd|rd|th)\b|[./:]\d|–\d", text[end : end + 4]):
        return None
    if not unit and match.groupdict().get("unit"):
        end = match.end("number") if not match["scale"] else match.end("scale")
    value = number_value(number)
    if value is None:
        return None
    scale = (match["scale"] or "").strip(" -").lower().removesuffix("s")
    value *= SCALES.get(scale, 1.0)
    if match["old"]:
        unit, end = "age", match.end("number")
    return _bounded(text, Span(start, end), value, unit)


def _dashed(match: re.Match[str]) -> Figure | None:
    """The two ends of a range joined by a dash, as one figure with the lower end for its value: "200–300 metres"."""
    low, high, unit = number_value(match["number"]), number_value(match["high"]), _unit(match)
    if (
        low is None
        or high is None
        or low >= high
        or not unit
        or DESIGNATION.search(match.string[: match.start()][-30:])
    ):
        return None
    return _bounded(match.string, Span(*match.span()), low, unit)


def _unit(match: re.Match[str]) -> str:
    if match["sign"]:
        return f"money:{SIGNS[match['sign'].upper()]}"
    written = match.groupdict().get("unit")
    if not written:
        return ""
    words = re.sub(r"^u\.?s\.?\s+", "", re.sub(r"\s+", " ", written), flags=re.IGNORECASE)
    if len(words) <= 2 and words.isalpha() and words.lower() == "m" and words != "m":
        return ""
    for form in (words, words.split(" ", 1)[-1]):
        if form.lower() in _UNIT_WORDS:
            return _UNIT_WORDS[form.lower()]
    return ""


def _bounded(text: str, span: Span, value: float, unit: str) -> Figure:
    found = BOUND.search(text, max(0, span.start - 30), span.start)
    whole = Span(found.start("bound"), span.end) if found else span
    bound = re.sub(r"\s+", " ", found["bound"].lower()) if found else ""
    return Figure(span, whole, text[span.start : span.end], value, unit, bound)


def _share(match: re.Match[str]) -> Figure | None:
    part = match["part"].lower()
    top = SMALL.get((match["top"] or "a").lower(), 1)
    if not match["top"] and part != "half":
        return None
    return _bounded(match.string, Span(*match.span()), top / FRACTIONS[part], "share")


def number_value(written: str) -> float | None:
    """The value of a number in digits, words or both ("3 1/2", "thirty-seven", "a hundred"); None if it is none."""
    compact = written.replace(",", "").strip().lower()
    found = re.fullmatch(r"(\d+(?:\.\d+)?)?\s?(?:([½¼¾⅓⅔⅛])|(\d)/(\d))?", compact)
    if found and compact:
        whole = float(found[1] or 0)
        if found[2]:
            return whole + VULGAR[found[2]]
        return whole + (float(found[3]) / float(found[4] or 1) if found[3] and found[4] != "0" else 0)
    return words_value(re.findall(r"[a-z]+", compact))


def words_value(words: Sequence[str]) -> float | None:
    """The value of number words, "and" left out: two hundred and five is 205."""

    def add(state: tuple[float, float], word: str) -> tuple[float, float]:
        total, part = state
        if word in SMALL:
            return total, part + SMALL[word]
        if word == "hundred":
            return total, max(part, 1) * 100
        if word in SCALES:
            return total + max(part, 1) * SCALES[word], 0
        return total, part

    known = [word for word in words if word in SMALL or word in SCALES]
    if not known:
        return None
    total, part = reduce(add, known, (0.0, 0.0))
    return total + part
