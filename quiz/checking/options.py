"""Rules on what is chosen from: options that stand out, overlap, or speak of one another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from quiz.checking.item import Finding, Item, words_of
from quiz.checking.stems import ABSOLUTE, CERTAIN
from quiz.checking.values import LONGEST, NUMBER, named, shape, unit
from quiz.deck.fields import shown
from quiz.deck.marks import exact
from quiz.deck.model import GAP
from quiz.deck.pinning import pinned

SPEAKING = re.compile(r"\b(?:above|these|those|them|both|others?|options|answers|choices|[A-H])\b")
SPEAKERS = frozenset("above these those them both other others options answers choices a b c d e f g h".split())
"""Words without which no option speaks of others."""

PARTS = {0: "two-of-the-above", 1: "two-of-the-above", 3: "all-of-the-above", 4: "none-of-the-above"}
"""Codes by how late such an option stands; the others ("it cannot be known") are answers like any."""

LONGER, MORE = 1.6, 15
"""How many times as long, and how many characters longer, an option is seen at a glance to be the longest."""

BINS = re.compile(
    r"(?:how (?:many|much|old|long|far|tall|high|often|large|big)|what (?:percentage|share|proportion|age)"
    r"|(?:in|into|within) (?:which|what) (?:range|interval|bracket|band))\b"
)
"""Questions whose options are ranges to choose from, not spans of years."""

ARTICLE = re.compile(r"^(?:the|an?) ")
LINKS = frozenset({"and", "well"})
LISTED = re.compile(",| and | as well as |&", re.IGNORECASE)
SPAN = re.compile(r"(\d+(?:[.,]\d+)*)\s*(?:-|–|—|to|and)\s*(\d+(?:[.,]\d+)*)")
DIGIT = re.compile(r"\d")
BOUND = re.compile(
    r"(?:(more than|over|above|at least|>|≥|less than|fewer than|under|below|at most|up to|<|≤)\s*)#(.*)"
)
CLEAR = {"a": re.compile("[bcdfgjklmnpqrstvwz]"), "an": re.compile("[aio]")}
"""First letters whose sound leaves no doubt about the article before them."""


def of_others(item: Item) -> Iterator[Finding]:
    """Find an option that speaks of the other options: "all of the above", "both A and B"."""
    for number, option in enumerate(item.options) if speaking(item) else ():
        if not SPEAKING.search(option) or len(option.split()) < 2:
            continue
        rank = pinned(option, [other for other in item.options if other is not option])
        if rank in PARTS:
            message = f"the option `{shown(option)}` speaks of the other options"
            yield PARTS[rank], item.option(number), message, "write an answer that stands by itself; three are enough"


def speaking(item: Item) -> bool:
    """Whether an option may speak of others, told at once."""
    return not item.lacks(SPEAKERS) and SPEAKING.search(item.joined) is not None


def longest(item: Item) -> Iterator[Finding]:
    """Find a right option that is by far the longest."""
    right, *wrong = map(len, item.options)
    if len(wrong) > 1 and right > LONGER * max(wrong) and right >= max(wrong) + MORE:
        hint = "shorten it, or make the wrong ones as long"
        yield "longest-option", item.option(0), "the right option is by far the longest", hint


def differing(item: Item) -> Iterator[Finding]:
    """Find the one option that is of another sort than all others, or written otherwise."""
    if len(item.options) < 3:
        return
    shapes = [shape(option) for option in item.options]
    sorts = set(shapes)
    if len(sorts) > 2 or (len(sorts) == 1 and "words" not in sorts):
        return
    found = tuple(_outward(item, item.options) if len(sorts) == 1 else _odd(item, shapes))
    if found and all(pinned(option, item.options) is None for option in item.options):
        yield from found


def _odd(item: Item, shapes: list[str]) -> Iterator[Finding]:
    """Find the one of the options that is of another of two sorts."""
    odd = [number for number, each in enumerate(shapes) if shapes.count(each) == 1]
    if odd and (odd == [0] or len(shapes) > 3):
        others = [option for number, option in enumerate(item.options) if number != odd[0]]
        message = f"this option is {named([item.options[odd[0]]])}, the others are {plural(named(others))}"
        yield "odd-option", item.option(odd[0]), message, "make all options alike, or the odd one stands out"


def plural(name: str) -> str:
    """Write a name of `named` for several options."""
    if name == "a number in words":
        return "numbers in words"
    return name if name == "words" else f"{name.split(' ', 1)[1]}s"


def _outward(item: Item, options: Sequence[str]) -> Iterator[Finding]:
    """Find a right option that is capitalised or ended as no other is."""
    first = [ARTICLE.sub("", option)[:1] for option in options]
    capitals = [letter.isupper() for letter in first if letter.isalpha()]
    coded = any(map(exact, (item.written.answer, *item.written.distractors)))
    if len(capitals) == len(options) and capitals.count(capitals[0]) == 1 and not coded:
        how = "a capital" if capitals[0] else "a small"
        yield "odd-option", item.option(0), f"only the right option begins with {how} letter", "write all options alike"
    stops = [option.rstrip().endswith(".") and len(option.split()) > 2 for option in options]
    if stops.count(stops[0]) == 1:
        how = "ends" if stops[0] else "does not end"
        yield "odd-option", item.option(0), f"only the right option {how} with a full stop", "write all options alike"


def overlapping(item: Item) -> Iterator[Finding]:
    """Find two options that can both be right: a range and a number in it, a list and one of its items."""
    options = item.options
    linked = not item.lacks(LINKS) or "," in item.joined or "&" in item.joined
    if not linked and not (DIGIT.search(item.joined) and BINS.search(item.folded)):
        return
    numeric = [bool(NUMBER.search(option)) for option in options]
    binned = sum(numeric) > 1 and bool(BINS.search(item.folded))
    if not binned and not LISTED.search(item.joined):
        return
    for (one, first), (other, second) in combinations(enumerate(options), 2):
        if pinned(first, options) is not None or pinned(second, options) is not None:
            continue
        if (binned and numeric[one] and numeric[other] and meeting(first, second)) or listed(first, second):
            message = f"the options `{shown(first)}` and `{shown(second)}` overlap"
            yield (
                "overlapping-options",
                item.option(other),
                message,
                "make them exclude each other, or both can be right",
            )
            return


def listed(first: str, second: str) -> bool:
    """Whether one of two options is an item of the other's list: `Tigris`, `Tigris and Euphrates`."""
    short, long = sorted((" ".join(option.casefold().split()) for option in (first, second)), key=len)
    if short not in long or short == long or NUMBER.search(short):
        return False
    parts = re.split(r"\s*,\s*(?:and|or)?\s*|\s+and\s+|\s*&\s*|\s+as well as\s+", long)
    return len(parts) > 1 and short in parts


def meeting(first: str, second: str) -> bool:
    """Whether two amounts of one unit, at least one of them a range, have a value in common."""
    if max(len(first), len(second)) > LONGEST:
        return False
    one, other = _range(first), _range(second)
    if one is None or other is None or one[2] != other[2] or (one[0] == one[1] and other[0] == other[1]):
        return False
    return one[0] <= other[1] and other[0] <= one[1]


def _range(option: str) -> tuple[float, float, str] | None:
    """Read an amount or range: its least, its most, and its unit."""
    folded = option.casefold().replace("between ", "").replace("from ", "")
    if found := SPAN.fullmatch(NUMBER.sub("1", folded).strip()) or SPAN.match(folded.strip()):
        low, high = (_value(part) for part in (SPAN.search(folded) or found).groups())
        rest = SPAN.sub("", folded, count=1).strip()
        return (low, high, rest) if low < high and not NUMBER.search(rest) else None
    numbers = NUMBER.findall(folded)
    if len(numbers) != 1:
        return None
    value, beside = _value(numbers[0]), unit(folded)
    if bound := BOUND.fullmatch(beside):
        up = bound[1] in ("more than", "over", "above", "at least", ">", "≥")
        strict = bound[1] not in ("at least", "at most", "up to", "≥", "≤")
        edge = value + (1e-9 if up else -1e-9) * strict
        return (edge, float("inf"), bound[2].strip()) if up else (float("-inf"), edge, bound[2].strip())
    return (value, value, beside[1:].strip()) if beside.startswith("#") else None


def _value(number: str) -> float:
    return float(number.replace(",", ""))


def opening(item: Item) -> Iterator[Finding]:
    """Find words with which all options begin."""
    if len(item.options) < 3 or item.options[0][:1] != item.options[1][:1]:
        return
    split = [option.split() for option in item.options]
    same = 0
    for column in zip(*split, strict=False):
        if len(set(column)) > 1:
            break
        same += 1
    if same >= 3 and all(len(words) > same for words in split):
        said = " ".join(split[0][:same])
        yield (
            "repeated-opening",
            item.at("distractors"),
            f"all options begin with `{shown(said)}`",
            "write these words into the question",
        )


def article(item: Item) -> Iterator[Finding]:
    """Find an article before the gap of a cloze that only the right answer fits."""
    if item.card.question:
        return
    before, gap, _ = item.stem.partition(GAP)
    found = re.search(r"\b(an?) $", before, re.IGNORECASE) if gap else None
    if not found:
        return
    misfit = CLEAR["an" if found[1].casefold() == "a" else "a"]
    for number, option in enumerate(item.options[1:], 1):
        if misfit.match(option.casefold()):
            message = f"`{found[1]}` before the gap does not fit `{shown(option)}`"
            yield "article-clue", item.option(number), message, "write a(n), or put the article into every option"
            return


def clue(item: Item) -> Iterator[Finding]:
    """Find a telling word that the question shares with the right option alone."""
    if len(item.options) < 3:
        return
    right = {word for word in item.answering if len(word) > 4 and not word[0].isdigit()}
    shared = right.intersection(item.words) if right else right
    if not shared or f" {' '.join(item.answering)} " in item.folded:
        return
    for wrong in item.card.distractors:
        shared.difference_update(words_of(wrong))
    if shared:
        message = f"`{min(shared)}` stands in the question and in no option but the right one"
        yield "clue-word", item.option(0), message, "leave it out, or use it in a wrong option too"


def absolute(item: Item) -> Iterator[Finding]:
    """Find a wrong option that gives itself away by "always" or "never"."""
    if item.lacks(CERTAIN) or not ABSOLUTE.search(item.joined) or ABSOLUTE.search(item.card.answer):
        return
    for number, option in enumerate(item.card.distractors, 1):
        if (found := ABSOLUTE.search(option)) and len(option.split()) > 2:
            message = f"`{found[0]}` gives away that this option is wrong"
            yield "absolute-word", item.option(number), message, "say it without such a word"
