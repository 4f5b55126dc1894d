"""Compares answers of signs, code and formulas, exactly: `a != b` is not `a = b`."""

from __future__ import annotations

import re
import unicodedata

from quiz.deck.model import Card
from quiz.study.model import Verdict

TELLING = re.compile(
    r"[=<>|~^±×÷≠≤≥≈∈∉⊂⊆∪∩∧∨¬∀∃√∞∫∑→←↔⇒⇔_{}]|(?<!\w)!(?=\w)|!=|&&|::|\+\+|--(?=\w)|\w--(?!\w)|(?<=\s)-(?=[^\W\d])"
    r"|(?<=\s)[-−+*](?=\s)|(?<=[^\W\d_])[²³⁴⁵⁶⁷⁸⁹ⁿ]"
)
"""Signs that an answer is about, as no sentence has them; "+" and "-" where they stand like a word."""

DASHED = re.compile(r"[^\W\d_]{2,}\s[-−+*]\s|\s[-−+*]\s[^\W\d_]{2,}")
"""A dash or a plus between words: `Rome - Paris`."""

SAME = (
    ("!=", ("≠", "/=", "<>")),
    ("<=", ("≤", "=<")),
    (">=", ("≥",)),
    ("->", ("→",)),
    ("<-", ("←",)),
    ("=>", ("⇒",)),
    ("-", ("−", "–")),
    ("^", ("**",)),
    ("*", ("×", "·", "∙", "⋅")),
    ("/", ("÷",)),
    ("!", ("¬",)),
    ("&&", ("∧",)),
    ("||", ("∨",)),
    ("~", ("≈",)),
)
"""Signs that keyboards lack, and what is typed for them."""

SUPERSCRIPT = re.compile("([⁰¹²³⁴⁵⁶⁷⁸⁹ⁿ]+)")
NAMED_POWER = re.compile(r"(?<=[^\W\d_)])\^(?=\d)")
VALUE = re.compile(r"\s*[^\W\d_]\w?\s*=\s*([-−]?[\d.,/]+(?:\s*%)?)\s*")
"""`x = 5`."""


def by_sign(_card: Card, right: str, given: str) -> Verdict | None:
    """Compare sign by sign where the answer has signs that tell; with the same signs, the words decide."""
    if not _telling(right):
        return None
    value = VALUE.fullmatch(right)
    if value and _written(value[1]) == _written(given):
        return Verdict(right=True, reason=f"“{right[: value.start(1)].strip()}” may be left out")
    one, other = _written(right), _written(given)
    if one == other or NAMED_POWER.sub("", one) == other:
        return Verdict(right=True)
    if _signs(one) == _signs(other):
        return None
    return Verdict(right=False, reason="a sign is missing or another, and signs count here")


def _telling(text: str) -> bool:
    """Whether a text has signs that count; those of scripts, prices and headlines do not."""
    found = TELLING.search(text) or not any(letter.isalnum() for letter in text)
    return bool(found) and not (DASHED.search(text) and not TELLING.search(DASHED.sub(" ", text)))


def _written(text: str) -> str:
    """Return a text without blanks and case, each sign as keyboards have it."""
    text = SUPERSCRIPT.sub(r"^\1", text)
    text = "".join(unicodedata.normalize("NFKC", text).casefold().split())
    for typed, signs in SAME:
        for sign in signs:
            text = text.replace(sign, typed)
    return text.rstrip(".;,")


def _signs(text: str) -> str:
    """Return the signs of a text alone."""
    return "".join(
        letter
        for letter in text
        if not letter.isalnum() and letter not in "'\"`.,;:?()[]" and unicodedata.category(letter)[0] != "M"
    )
