"""What is plainly seen on the lines where YAML broke: signs that look like its own, lines that are no YAML at all."""

from __future__ import annotations

import re
from dataclasses import dataclass

COLON = "write a colon and a space behind the key, as in `answer: Tigris`"
START = r"[ \t]*(?:- +)*"
WORDS = "question|answer|cloze|title|cards|tags|accept|distractors|explanation|source|kind|id|tolerance|origin|format"
KEY = rf"(?i:{WORDS}|include|unit|pin|hint|points|partial|difficulty|reviewed|stale|document|evidence|feedback|text)"
"""A key, in any case; of these some are words that lines of prose begin with."""

SIGN = r"(?:[‐‑‒–—−•*·‣◦+]|--(?!-)|\d{1,4}[.)])"
"""What people write in place of the hyphen of a card."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A row of SIGHTS: a line is looked at from its beginning, and `(?P<at>...)` is the spot."""

    code: str
    pattern: str
    message: str
    hint: str


SIGHTS = (
    Sight(
        "merge-marks",
        r"(?P<at><{7}|={7}|>{7})(?= |$)",
        "an unfinished git merge left its marks here",
        "keep what you want of the two sides, and remove the lines <<<<<<<, ======= and >>>>>>>",
    ),
    Sight(
        "yaml-dash",
        rf"[ \t]*(?P<at>{SIGN}) *\w+ *[:：]",
        "a card does not begin with this sign",
        "begin it with a hyphen and a space: `- question: ...`",
    ),
    Sight(
        "yaml-space",
        rf"[ \t]*(?P<at>-)(?={KEY} *:)",
        "no space follows this hyphen",
        "put one behind it, as in `- question: Why?`",
    ),
    Sight(
        "yaml-space",
        rf"{START}{KEY}(?P<at>:)(?=[^\s:/])",
        "no space follows this colon",
        "put one behind it, as in `answer: Tigris`",
    ),
    Sight(
        "yaml-space",
        r"[ \t]*(?:- +)*(?P<at>-)(?=[^\s-])",
        "no space follows this hyphen",
        "put one behind it, as in `- Tigris`",
    ),
    Sight(
        "yaml-colon-wide",
        rf"{START}\w+ *(?P<at>[：︰﹕])",
        "this is not the colon that YAML knows",
        "write the ordinary `:`, and a space behind it",
    ),
    Sight(
        "yaml-equals",
        rf"{START}\w+ *(?P<at>=)(?!=)",
        "a key is followed by a colon, not by an equals sign",
        COLON,
    ),
    Sight(
        "yaml-semicolon",
        rf"{START}{KEY} *(?P<at>;)(?=\s)",
        "a key is followed by a colon, not by a semicolon",
        COLON,
    ),
    Sight(
        "yaml-colon",
        rf"{START}{KEY} *:[ \t]+(?P<at>:)(?=\s)",
        "this colon is one too many",
        "remove it: one stands behind the key already",
    ),
    Sight(
        "yaml-colon-missing",
        rf"{START}(?P<at>(?:{WORDS}))(?![\w ]*[:：])(?=\s|$)",
        "a colon is missing after this key",
        COLON,
    ),
)
"""What no line of a deck has where its YAML is whole; looked for on the line where the parser stopped, and above."""

LOOSE = Sight(
    "yaml-loose-text",
    rf"{START}(?P<at>[^\s:#\-'\"\[{{|>&*!%@`?][^:：#]*)$",
    "this line stands by itself: it has no key, and belongs to none",
    "text that goes on over lines is indented more than its key; an item of a list begins with `- `",
)
"""Looked for where the parser misses a colon: there is no key on the line that could have one."""


def seen(line: str, *, loose: bool = False) -> tuple[str, int, str, str] | None:
    """Code, index in the line, message and hint of what is seen on a line; None if there is nothing to see."""
    for sight in (*SIGHTS, LOOSE) if loose else SIGHTS:
        if found := re.match(sight.pattern, line):
            return sight.code, found.start("at"), sight.message, sight.hint
    return None
