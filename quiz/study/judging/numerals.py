"""Numbers in digits or English words, read to one value: `37`, `thirty-seven`, `1,100`, `3½`, `5 million`, `21st`."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction
from functools import lru_cache

from quiz.study.judging.folding import bare, spaced

Token = str | Fraction
"""A word, or the value of a number."""

_SMALL = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = """
first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
sixteenth seventeenth eighteenth nineteenth
"""
_ROMAN = "i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi"

SMALL = {word: value for value, word in enumerate(_SMALL.split())}
TENS = {word: value * 10 for value, word in enumerate(_TENS.split(), start=2)}
SCALES = {
    "dozen": 12,
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "bn": 10**9,
    "tn": 10**12,
}
ORDINALS = {word: value for value, word in enumerate(_ORDINALS.split(), start=1)} | {
    word.removesuffix("y") + "ieth": value for word, value in TENS.items()
}
PARTS = {"half": 2, "halves": 2, "quarter": 4, "quarters": 4} | {
    word + plural: value for word, value in ORDINALS.items() if 3 <= value <= 10 for plural in ("", "s")
}
ROMAN = {word: Fraction(value) for value, word in enumerate(_ROMAN.split(), start=1)}
"""Numerals of rulers, wars and centuries."""

LONGEST = 30
"""Digits beyond this many are no quantity anyone is asked for; they stay text."""

NUMBER = re.compile(
    rf"""
      (?P<whole>\d{{1,3}}(?:([,'’\s])\d{{3}})(?:\2\d{{3}})*(?!\d)(?:\.\d{{1,{LONGEST}}})?)  # 1,100   1 100   1'100.5
    | (?P<mixed>\d{{1,9}}\s+\d{{1,3}}/[1-9]\d{{0,2}}(?!\d))                                # 3 1/2
    | (?P<part>\d{{1,9}}/[1-9]\d{{0,8}}(?![\d/]))                                          # 2/3
    | (?P<ordinal>\d{{1,9}}(?=(?:st|nd|rd|th)\b))                                          # 21st
    | (?P<decade>\d{{1,3}}0(?=['’]?s\b))                                                  # 1990s
    | (?P<plain>\d{{1,{LONGEST}}}(?:\.\d{{1,{LONGEST}}})?(?!\d))                            # 1100   2.5
    """,
    re.VERBOSE,
)
SIGNS = {
    "%": " percent ",
    "‰": " permille ",
    "$": " dollar ",
    "€": " euro ",
    "£": " pound ",
    "¥": " yen ",
    "₽": " ruble ",
}


@lru_cache(maxsize=64)  # each way of comparing reads the same two texts
def tokens(text: str) -> tuple[Token, ...]:
    """Return a text's folded words with every number, in digits or words, as its value; ordinals become `21st`."""
    return tuple(_spoken(_pieces(_prepared(text))))


def numbers(text: str) -> tuple[Fraction, ...]:
    """Return the values of all numbers in a text, in order."""
    return tuple(token for token in tokens(text) if isinstance(token, Fraction))


def _prepared(text: str) -> str:
    """Text with vulgar fractions and unit signs spelled out, so that `3½` does not become `31/2`."""
    shown = []
    for character in text:
        if unicodedata.category(character) == "No" and "VULGAR" in unicodedata.name(character, ""):
            value = Fraction(unicodedata.numeric(character)).limit_denominator(100)
            shown.append(f" {value.numerator}/{value.denominator} ")
        else:
            shown.append(SIGNS.get(character, character))
    return "".join(shown)


def _pieces(text: str) -> list[Token]:
    """Words and numbers in digits, in order."""
    found: list[Token] = []
    text = bare(text)
    start = 0
    for match in NUMBER.finditer(text):
        if start < match.start() and text[match.start() - 1].isalpha():
            continue
        found += spaced(text[start : match.start()]).split()
        start = match.end()
        if match["ordinal"]:
            found.append(match["ordinal"] + "th")
            start += 2
        elif match["decade"]:
            found.append(match["decade"] + "s")
            start += 1 + (text[start] != "s")
        else:
            found.append(_value(match))
    return found + list(spaced(text[start:]).split())


def _value(match: re.Match[str]) -> Fraction:
    """Return the value of a number in digits."""
    if match["mixed"]:
        whole, part = match["mixed"].split()
        return Fraction(whole) + Fraction(part)
    return Fraction(re.sub(r"[,'’\s]", "", match[0]))


def _spoken(pieces: list[Token]) -> list[Token]:
    """Fold runs of number words, and numbers before a scale ("5 million"), into values."""
    found: list[Token] = []
    at = 0
    while at < len(pieces):
        value, after = _quantity(pieces, at)
        if value is None or after == at:
            found.append(_ordinal(pieces[at]))
            at += 1
        elif after < len(pieces) and _joins_ordinal(value, pieces[after]):
            found.append(f"{value + ORDINALS[str(pieces[after])]}th")
            at = after + 1
        else:
            found.append(value)
            at = after
    return found


def _ordinal(piece: Token) -> Token:
    """Return an ordinal word as digits with `th`; any other piece as it is."""
    return f"{ORDINALS[piece]}th" if isinstance(piece, str) and piece in ORDINALS else piece


def _joins_ordinal(value: Fraction, piece: Token) -> bool:
    """Whether a number and the ordinal word behind it are one ordinal: "twenty" "first"."""
    return isinstance(piece, str) and 0 < ORDINALS.get(piece, 0) < 10 and value % 100 in TENS.values()


def _quantity(pieces: list[Token], at: int) -> tuple[Fraction | None, int]:
    """Return the number beginning at a piece ("a half", "two and a half million" too), and where it ends."""
    value, after = _part(pieces, at)
    if value is None:
        value, after = _cardinal(pieces, at)
        if value is not None and pieces[after : after + 1] == ["and"]:
            part, end = _part(pieces, after + 1)
            value, after = (value + part, end) if part is not None else (value, after)
    if value is not None and value.denominator > 1:
        after += pieces[after : after + 1] == ["a"] and _scale(pieces, after + 1) > 1
        scale = _scale(pieces, after)
        value, after = value * scale, after + (scale > 1)
    return value, after


def _scale(pieces: list[Token], at: int) -> int:
    """Return the factor that a scale word at a piece means; 1 if there is none."""
    word = pieces[at] if at < len(pieces) else ""
    return SCALES.get(word, 1) if isinstance(word, str) else 1


def _part(pieces: list[Token], at: int) -> tuple[Fraction | None, int]:
    """Return a fraction in words ("half", "a third", "two thirds") and where it ends."""
    words = [piece if isinstance(piece, str) else "" for piece in pieces[at : at + 2]] + ["", ""]
    if words[0] in ("half", "quarter"):
        return Fraction(1, PARTS[words[0]]), at + 1
    count = 1 if words[0] in ("a", "an") else SMALL.get(words[0], 0)
    if count and words[1] in PARTS:
        return Fraction(count, PARTS[words[1]]), at + 2
    return None, at


def _cardinal(pieces: list[Token], at: int) -> tuple[Fraction | None, int]:
    """Return the number in words, or in digits with its scales, beginning at a piece, and where it ends."""
    total, group, end = Fraction(0), None, at
    if pieces[at] in ("a", "an"):
        if at + 1 >= len(pieces) or pieces[at + 1] not in (*SCALES, "hundred"):
            return None, at
        group, end = Fraction(1), at + 1
    while end < len(pieces):
        piece = pieces[end]
        if piece == "and" and _continues(pieces, end, total, group):
            end += 1
            continue
        joined = _joined(piece, total, group)
        if joined is None:
            break
        total, group = joined
        end += 1
    return (None, at) if end == at else (total + (group or 0), end)


def _continues(pieces: list[Token], at: int, total: Fraction, group: Fraction | None) -> bool:
    """Whether an "and" stands inside a number: "one hundred and five", not "five and six"."""
    after = pieces[at + 1] if at + 1 < len(pieces) else ""
    round_so_far = (group is None and total > 0) or (group is not None and group >= 100 and group % 100 == 0)
    return round_so_far and isinstance(after, str) and (after in SMALL or after in TENS)


def _joined(piece: Token, total: Fraction, group: Fraction | None) -> tuple[Fraction, Fraction | None] | None:
    """Return the total and the current group of three digits with one more piece; None if it starts something else."""
    if isinstance(piece, Fraction):
        return None if group is not None or total else (total, piece)
    if piece in SCALES:
        if group is None and total:
            return None
        return total + (group if group is not None else 1) * SCALES[piece], None
    if piece == "hundred":
        return total, (group if group is not None else Fraction(1)) * 100
    value = SMALL.get(piece, TENS.get(piece))
    if value is None:
        return None
    return _grown(total, group, value)


def _grown(total: Fraction, group: Fraction | None, value: int) -> tuple[Fraction, Fraction | None] | None:
    """Return a group with a number below a hundred added; two such side by side are a year ("nineteen seventy")."""
    if group is None:
        return total, Fraction(value)
    if group % 100 == 0 and group > 0:
        return total, group + value
    if 0 < value < 10 and group % 100 in TENS.values():
        return total, group + value
    if value >= 10 and 10 <= group < 100 and not total:
        return total, group * 100 + value
    return None
