"""Compares answers as words: spelling, short forms, lists in any order, initials, slips of typing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from fractions import Fraction

from quiz.deck.model import Card
from quiz.study.judging.folding import fold, unarticled
from quiz.study.judging.names import ENDINGS
from quiz.study.judging.numerals import ROMAN, Token, tokens
from quiz.study.judging.slips import distance, mistaken, slip
from quiz.study.judging.spelling import SORTS, american, in_full, nameless, unshortened, written_out
from quiz.study.model import Verdict

BETWEEN = re.compile(r"\s*(?:[,;/\n]|\band\b|&)\s*(?:and\b\s*)?", re.IGNORECASE)
"""What stands between the items of a list."""

LISTING = re.compile(r"\band\b|&|;|,[^,]*,", re.IGNORECASE)
"""What an answer has that is a list."""

ARTICLES_ABROAD = frozenset(
    "el la los las le les l il lo gli i der die das den dem een het de o os as um uma un una une ein eine".split()
)
AS_IN_ENGLISH = frozenset("i die den as o os um de".split())
"""Those that an English answer can begin with: they are articles in small letters only (`die Frau`, `Die Hard`)."""

ELIDED = re.compile(r"^\s*(l)\s?['’]\s?", re.IGNORECASE)
"""`l'eau`."""

OFFERED = re.compile(r"\b(\w+) or (\w+)\b")
"""What a question offers: `North or South Korea`."""

EXTRA = frozenset({"and", "or", "not", "no", "never", "without", "but", "nor", "except"})
"""Words that make another answer of one that they are added to."""

RATIO = re.compile(r"(?<=\d)(?: (?:to|over|by|x) | ?/ ?| )(?=\d)")
"""What stands between the numbers of `3:1`, `120/80`, once they are folded."""

NEGATIONS = frozenset({"not", "no", "never"})
DIGIT = re.compile(r"\d")

MOST_PROMPT = 300
"""Characters of a question that are read for words an answer may leave out."""

SMALL = frozenset({"of", "the", "and", "for", "in", "on", "de", "la"})
"""Words that initials may leave out."""


def by_words(_card: Card, right: str, given: str) -> Verdict | None:
    """Compare the words, with case, accents, punctuation and articles aside and numbers by value."""
    one, other = fold(right), fold(given)
    if one == other:
        return Verdict(right=True, reason="" if _accented(right) == _accented(given) else "accents aside")
    if fold(written_out(right)) == fold(written_out(given)):
        return Verdict(right=True, reason="accents aside")
    if _together(right, given):
        return Verdict(right=True)
    if any(_words(right, ruler=ruler) == _words(given, ruler=ruler) != [""] for ruler in (False, True)):
        return Verdict(right=True, reason=f"{given.strip()} = {right}")
    full, said = in_full(right), in_full(given)
    if full.removeprefix("to ") == said.removeprefix("to "):
        return Verdict(right=True)
    if RATIO.sub(":", one) == RATIO.sub(":", other):
        return Verdict(right=True, reason=f"{given.strip()} = {right}")
    if unshortened(one) == unshortened(other) or _turned(one) == other or _turned(other) == one:
        return Verdict(right=True, reason=f"{given.strip()} = {right}")
    if american(full) == american(said):
        return Verdict(right=True, reason="British and American spelling alike")
    return _by_bare_name(one, other)


def _by_bare_name(one: str, other: str) -> Verdict | None:
    """Compare names where one of the two says what it is the name of: `Tigris River`, `Tigris`."""
    bare, said = nameless(one), nameless(other)
    if bare == said and (bare == one or said == other) and bare not in SORTS:
        word = (set(one.split()) ^ set(other.split())).pop()
        return Verdict(right=True, reason=f"“{word}” may be left out")
    return None


def _turned(text: str) -> str:
    """Return `turkmenchay treaty` for `treaty of turkmenchay`; any other text as it is."""
    head, of, rest = text.partition(" of ")
    return f"{rest} {head}" if of and " of " not in rest else text


def _together(right: str, given: str) -> bool:
    """Whether two answers differ only in blanks and signs between letters (`e-mail`, `U.S.`), never between digits."""
    one, other = fold(right).replace("/", " "), fold(given).replace("/", " ")
    return one.replace(" ", "") == other.replace(" ", "") and re.findall(r"\d+", one) == re.findall(r"\d+", other)


def by_article(card: Card, right: str, given: str) -> Verdict | None:
    """Compare words of other languages but for their article: it may be left out, another one is nearly right."""
    (one, word), (other, said) = _article(right), _article(given)
    same = fold(word) == fold(said) or fold(written_out(word)) == fold(written_out(said))
    if one in AS_IN_ENGLISH and not other and not right.strip()[0].islower():
        return None
    if not same or one == other or any(fold(_article(wrong)[1]) == fold(word) for wrong in card.distractors):
        return None
    if "l" in (one, other) and {one, other} & {"le", "la", "lo", "il", "el"}:
        return Verdict(right=True)
    one, other = (each.replace("l", "l’") if each == "l" else each for each in (one, other))
    if one and other:
        return Verdict(right=False, close=True, reason=f"the word is right, the article is “{one}”")
    return Verdict(right=True, reason=f"“{one or other}” may be left out")


def _article(text: str) -> tuple[str, str]:
    """Return the article of another language that a text begins with, or "", and the rest."""
    first, _, rest = ELIDED.sub(r"\1 ", text.strip(), count=1).partition(" ")
    article = fold(first)
    return (article, rest) if rest and article in ARTICLES_ABROAD else ("", text)


def by_list(card: Card, right: str, given: str) -> Verdict | None:
    """Compare two lists, whose order is free; says how many of the items were named."""
    if card.kind or not LISTING.search(right):
        return None
    asked, said = _items(right), _items(given)
    found = sum((asked & said).values())
    if asked.total() < 2 or not found:
        return None
    if asked == said:
        return Verdict(right=True, reason="in another order" if _order(right) != _order(given) else "")
    if found == asked.total():
        return Verdict(right=False, close=True, reason="all that was asked, and more")
    return Verdict(right=False, close=True, reason=f"{found} of {asked.total()} named")


def by_initials(_card: Card, right: str, given: str) -> Verdict | None:
    """Take initials for nearly right: a deck that wants them right says so under `accept`."""
    words = fold(right).split()
    letters = fold(given).replace(" ", "")
    full = "".join(word[0] for word in words)
    main = "".join(word[0] for word in words if word not in SMALL)
    if len(main) > 1 and letters.isalpha() and letters in (full, main):
        return Verdict(right=False, close=True, reason="the initials are right; the name is asked in full")
    return None


def by_slip(card: Card, right: str, given: str) -> Verdict | None:
    """Take an answer a slip of typing away, unless a number, another word or one of the wrong answers was typed."""
    one, other = fold(right), fold(given)
    if one.replace("o", "0") == other.replace("o", "0") and all(map(DIGIT.search, (one, other))):
        return Verdict(right=True, close=True, reason="0 and the letter O mixed up")
    if _exact(right) != _exact(given):
        return None
    if wrong := mistaken(one, other):
        typed = next((word for word in given.split() if fold(word) == wrong), wrong)
        return Verdict(right=False, reason=f"“{typed.strip('.,;:!?')}” is another word")
    found = slip(one, other)
    if found is None:
        bare = _unasked(card, one.split(), other.split())
        return by_slip(card, right, bare) if bare not in ("", one) else None
    if any(distance(fold(wrong), other, found.letters) <= found.letters for wrong in card.distractors):
        return None
    if found.first:
        return Verdict(right=False, close=True, reason=f"{found.reason}, and it is the first letter")
    return Verdict(right=True, close=True, reason=found.reason)


def by_part(card: Card, right: str, given: str) -> Verdict | None:
    """Say of a wrong answer that it is part of the right one, or has that as its part.

    What the question says already need not be said again: `Hastings` is enough where a battle is asked for.
    """
    one, other = f" {fold(right)} ", f" {fold(given)} "
    if other in one and (rest := _asked_already(card, one.split(), other.split())):
        return Verdict(right=True, reason=f"“{rest}” stands in the question")
    if other in one and len(other) > len("  of "):
        return Verdict(right=False, reason="only a part of the answer")
    if one in other and (rest := _said_already(card, one.split(), other.split())):
        return Verdict(right=True, reason=f"“{rest}” stands in the question")
    if one in other and len(one) > len("  of ") and not NEGATIONS & set(other.split()):
        return Verdict(right=False, reason="more than the answer")
    return None


def _asked_already(card: Card, asked: list[str], said: list[str]) -> str:
    """Return the words that an answer lacks, if each is in the question and nothing of the answer is; else ""."""
    prompt = set(fold(card.prompt[:MOST_PROMPT]).split())
    rest = [word for word in asked if word not in said]
    telling = [word for word in rest if word not in SMALL]
    known = telling and all({word, word + "s", word.removesuffix("s")} & prompt for word in telling)
    others = any(set(said) <= set(fold(wrong).split()) for wrong in card.distractors)
    offered = {word for pair in OFFERED.findall(fold(card.prompt[:MOST_PROMPT])) for word in pair}
    if not known or others or (prompt & set(said)) - offered or any(DIGIT.search(word) for word in rest):
        return ""
    return " ".join(word for word in rest if word not in SMALL)


def _said_already(card: Card, asked: list[str], said: list[str]) -> str:
    """Return the words that an answer has too many, if each is in the question and none of the answer; else ""."""
    prompt = set(fold(card.prompt[:MOST_PROMPT]).split())
    rest = [word for word in said if word not in asked]
    if not prompt or prompt & set(asked) or not all(word in prompt for word in rest) or EXTRA & set(rest):
        return ""
    return " ".join(rest)


def _unasked(card: Card, asked: list[str], said: list[str]) -> str:
    """Return an answer without the words of the question at its ends; "" if there are none, or it would be another."""
    prompt = set(fold(card.prompt[:MOST_PROMPT]).split())
    kept = [at for at, word in enumerate(said) if word not in prompt]
    if prompt & set(asked) or EXTRA & set(said) or not kept or len(kept) == len(said):
        return ""
    return " ".join(said[kept[0] : kept[-1] + 1]) if kept[-1] + 1 - kept[0] < len(said) else ""


def _items(text: str) -> Counter[str]:
    """Return the items of a list, folded."""
    return Counter(_order(text))


def _order(text: str) -> list[str]:
    """Return the items of a list, folded, as they stand."""
    return [fold(item) for item in BETWEEN.split(text) if item.strip()]


def _accented(text: str) -> list[str]:
    """Return the letters beyond ASCII of a text, in lower case."""
    return [letter for letter in text.casefold() if letter.isalpha() and not letter.isascii()]


def _words(text: str, *, ruler: bool = False) -> list[Token]:
    """Return the words of a text without articles, numbers (Roman ones behind a name too) as values.

    With `ruler`, ordinals behind a name as well: `Henry the Eighth`, `Henry VIII`.
    """
    first, *rest = unarticled(tokens(text)) or [""]
    values = [ROMAN.get(token, token) if isinstance(token, str) else token for token in rest]
    if ruler and not (isinstance(first, Fraction) or first[:1].isdigit()):
        values = [_value(token) for token in values]
    return [first, *values]


def _value(token: Token) -> Token:
    """Return an ordinal as the number it counts to; any other token as it is."""
    digits = token.removesuffix("th") if isinstance(token, str) else ""
    return Fraction(digits) if digits and digits != token and digits.isdecimal() else token


def _exact(text: str) -> list[Token]:
    """Return what may not be mistyped: numbers, ordinals, words with digits, and the numerals of rulers."""
    return [
        token
        for token in tokens(text)
        if isinstance(token, Fraction) or any(letter.isdigit() for letter in token) or token in ENDINGS
    ]


WAYS: tuple[Callable[[Card, str, str], Verdict | None], ...] = (
    by_words,
    by_article,
    by_list,
    by_initials,
    by_slip,
    by_part,
)
"""The ways of comparing words, most telling first."""

BY_SPELLING = (by_words, by_article)
"""Those to which umlauts and their like tell something."""
