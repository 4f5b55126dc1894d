"""The words figures are written with: numbers, multipliers and approximations."""

from __future__ import annotations

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
TENS = {word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)}
SMALL = {word: n for n, word in enumerate(ONES)} | TENS
SCALE_WORDS = {
    "dozen": 12.0,
    "hundred": 1e2,
    "thousand": 1e3,
    "lakh": 1e5,
    "million": 1e6,
    "crore": 1e7,
    "billion": 1e9,
    "trillion": 1e12,
    "quadrillion": 1e15,
}
SCALES = SCALE_WORDS | {"bn": 1e9, "mn": 1e6, "mln": 1e6, "bln": 1e9, "tln": 1e12, "tn": 1e12, "m": 1e6, "k": 1e3, "b": 1e9, "t": 1e12}
FRACTIONS = {
    "half": 2,
    "halves": 2,
    "third": 3,
    "thirds": 3,
    "quarter": 4,
    "quarters": 4,
    "fourths": 4,
    "fifth": 5,
    "fifths": 5,
    "sixth": 6,
    "sixths": 6,
    "sevenths": 7,
    "eighth": 8,
    "eighths": 8,
    "ninths": 9,
    "tenth": 10,
    "tenths": 10,
}
MULTIPLES = {"doubled": 2.0, "tripled": 3.0, "trebled": 3.0, "quadrupled": 4.0, "quintupled": 5.0, "halved": 0.5}
TWICE = {"twice": 2.0, "thrice": 3.0}

BOUNDS = (
    "more than",
    "less than",
    "fewer than",
    "greater than",
    "higher than",
    "lower than",
    "larger than",
    "smaller than",
    "no more than",
    "no less than",
    "no fewer than",
    "not more than",
    "not less than",
    "well over",
    "well under",
    "just over",
    "just under",
    "slightly more than",
    "slightly less than",
    "slightly over",
    "slightly under",
    "a little over",
    "a little under",
    "a little more than",
    "a little less than",
    "much more than",
    "far more than",
    "at least",
    "at most",
    "a minimum of",
    "a maximum of",
    "up to",
    "as many as",
    "as much as",
    "as few as",
    "as little as",
    "as high as",
    "as low as",
    "close to",
    "nearly",
    "almost",
    "about",
    "around",
    "approximately",
    "approx.",
    "roughly",
    "some",
    "an estimated",
    "estimated",
    "over",
    "under",
    "above",
    "below",
    "exceeding",
    "in excess of",
    "circa",
    "upwards of",
    "barely",
)
SYMBOL_BOUNDS = {
    "<": "less than",
    ">": "more than",
    "≤": "at most",
    "≥": "at least",
    "~": "about",
    "∼": "about",
    "≈": "about",
    "±": "plus or minus",
}
