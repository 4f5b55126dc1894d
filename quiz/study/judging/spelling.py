"""Other ways to spell the same: British and American, umlauts written out, short forms, nouns that may be left out."""

from __future__ import annotations

import re

from quiz.study.judging.folding import APOSTROPHES, fold, unaccented

UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"} | {
    "Å": "Aa", "Ø": "Oe",
})  # fmt: skip
"""Letters as they are written where the keyboard lacks them."""

AMERICAN = (
    ("(?<=[a-z]{2})our(?=s?$|ed$|ing$|ite$|ful$|able$|hood$|less$)", "or"),  # colour
    ("(?<=[a-z]{2}[bt])re(?=s?$)", "er"),  # centre, fibre
    ("(?<=[a-z]{3})is(?=(e|es|ed|ing|ation|ations|er|ers)$)", "iz"),  # organise
    ("(?<=[a-z]{2}l)ys(?=(e|es|ed|ing)$)", "yz"),  # analyse
    ("(?<=[a-z]{2})ll(?=(ed|ing|er|ers)$)", "l"),  # travelled
    ("(?<=[a-z]{2})ogue(?=s?$)", "og"),  # catalogue
    ("(?<=[a-z]{2})ence(?=s?$)", "ense"),  # defence
    ("^(grey)(?=s?$|ish$)", "gray"),
    ("^programme(?=s?$)", "program"),
    ("inium(?=s?$)", "inum"),  # aluminium
    ("sulph", "sulf"),
    ("(?<=[a-z])ae(?=[a-z]{3})", "e"),  # haemoglobin
    ("^oe(?=[a-z]{4})", "e"),  # oestrogen
    ("^tyre(?=s?$)", "tire"),
    ("^plough", "plow"),
    ("^jewellery$", "jewelry"),
    ("^mou(?=(ld|lt|stache))", "mo"),
    ("^mostache", "mustache"),
    ("^sceptic", "skeptic"),
)
"""Endings and letters of British spelling, and what American has for them."""

_AMERICAN = tuple((re.compile(pattern), american) for pattern, american in AMERICAN)

SHORT_FORMS = (
    (re.compile(r"\bcan't\b"), "cannot"),
    (re.compile(r"\bwon't\b"), "will not"),
    (re.compile(r"n't\b"), " not"),
    (re.compile(r"'re\b"), " are"),
    (re.compile(r"'ll\b"), " will"),
    (re.compile(r"'ve\b"), " have"),
    (re.compile(r"'m\b"), " am"),
    (re.compile(r"\b(it|he|she|that|what|there|who|where)'s\b"), r"\1 is"),
    (re.compile(r"\bcan not\b"), "cannot"),
)

SHORTHAND = {
    "usa": "united states",
    "america": "united states",
    "us": "united states",
    "united states of america": "united states",
    "uk": "united kingdom",
    "ussr": "soviet union",
    "eu": "european union",
    "un": "united nations",
    "wwi": "world war i",
    "ww1": "world war i",
    "first world war": "world war i",
    "1st world war": "world war i",
    "world war 1": "world war i",
    "world war one": "world war i",
    "wwii": "world war ii",
    "ww2": "world war ii",
    "second world war": "world war ii",
    "2nd world war": "world war ii",
    "world war 2": "world war ii",
    "world war two": "world war ii",
}
"""Names that everybody shortens, or has two of."""

SHORT_WORDS = {
    "mt": "mount",
    "st": "saint",
    "ft": "fort",
    "dr": "doctor",
    "prof": "professor",
    "gen": "general",
    "pres": "president",
    "gov": "government",
    "govt": "government",
    "dept": "department",
    "univ": "university",
    "intl": "international",
    "natl": "national",
    "vs": "versus",
    "mon": "monday",
    "tue": "tuesday",
    "tues": "tuesday",
    "wed": "wednesday",
    "thu": "thursday",
    "thurs": "thursday",
    "fri": "friday",
}
"""Words that are often written short."""

SORTS = frozenset({"river", "mount", "mt", "mountain", "lake", "ocean", "desert"})
"""Nouns that say what a name is the name of, and are no part of it."""


def written_out(text: str) -> str:
    """Text with umlauts and their like as two letters."""
    return text.translate(UMLAUTS)


def american(text: str) -> str:
    """Return a folded text in American spelling; it is only good for comparing."""
    return " ".join(_american(word) for word in text.split())


def in_full(text: str) -> str:
    """Fold a text with `weren't` and `it's` as two words."""
    plain = unaccented("".join("'" if letter in APOSTROPHES else letter for letter in text.casefold()))
    for pattern, words in SHORT_FORMS:
        plain = pattern.sub(words, plain)
    return fold(plain)


def unshortened(text: str) -> str:
    """Return a folded answer with a name that everybody shortens in full."""
    text = " ".join(SHORT_WORDS.get(word, word) for word in text.split())
    return SHORTHAND.get(text.replace(" ", "") if len(text) < 8 else text, SHORTHAND.get(text, text))


def nameless(text: str) -> str:
    """Return a folded name without the noun that says what it names: `tigris` for `tigris river`."""
    words = text.split()
    if len(words) > 1 and words[0] in SORTS:
        return " ".join(words[1:])
    return " ".join(words[:-1]) if len(words) > 1 and words[-1] in SORTS else text


def plural(one: str, other: str) -> bool:
    """Whether of two folded words one is the regular plural of the other."""
    short, long = sorted((one, other), key=len)
    if len(short) < 3 or not long.isalpha():
        return False
    if long.endswith(("is", "us", "ss")):
        return False
    return long in (short + "s", short + "es") or (short.endswith("y") and long == short[:-1] + "ies")


def _american(word: str) -> str:
    """Return a folded word in American spelling."""
    if len(word) < 4 or not word.isascii() or len(word) > 40:
        return word
    for pattern, letters in _AMERICAN:
        word = pattern.sub(letters, word)
    return word
