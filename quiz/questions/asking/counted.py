"""What a number counts: its noun, the group it is part of, its unit in the plural."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.facts.model import Figure, Sentence, Word
from quiz.facts.unit_words import UNITS
from quiz.questions.asking.amount_words import COLLECTIVE
from quiz.questions.scene import head_of

COUNTABLE = ("NNS", "NNPS")
PLURALS = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "people",
    "foot": "feet",
    "inch": "inches",
    "century": "centuries",
    "millennium": "millennia",
    "millimeter of mercury": "millimeters of mercury",
}
PLURALS |= {unit: unit for unit in UNITS if unit.endswith(("hertz", "horsepower", "siemens", "lux"))}
PLURALS |= {unit: unit.replace(" per ", "s per ") for unit in UNITS if " per " in unit}


NUMBERING = frozenset("half quarter halves quarters few several a an".split())
LETTERS = frozenset("k m bn tn".split())
"""What a number is shortened with, which the parser takes for a word: "1.5m tonnes"."""
RATES = frozenset("a an per each every".split())
"""What leads what a unit is told for: "ten kilometres a second"."""

PART_OF_UNIT = re.compile(
    r"(?:an?|one|two|three|half)\b.*\bof\b|half\s|(?:one|two|three)[\s-][a-z]+ths?\b|quarter", re.IGNORECASE
)


def counted(sentence: Sentence, words: Sequence[Word]) -> Word | None:
    """The noun a bare number counts."""
    head = head_of(words)
    above = sentence.words[head.head]
    if head.dep in ("nummod", "compound", "quantmod") and above.pos in ("NOUN", "PROPN"):
        return above if above.tag in COUNTABLE or above.lower in COLLECTIVE else None
    following = sentence.words[words[-1].i + 1 : words[-1].i + 4]
    return next((w for w in following if w.tag in COUNTABLE), None) if head.dep == "nummod" else None


def partitive(sentence: Sentence, words: Sequence[Word]) -> bool:
    """Whether a number counts part of a group: "31 of the coalition's 94 seats"."""
    head = head_of(words)
    return (
        head.pos == "NUM"
        and head.dep in ("dobj", "nsubj", "nsubjpass", "pobj")
        and any(p.lower == "of" and p.i == words[-1].i + 1 for p in sentence.kids(head.i, "prep"))
    )


def plural_unit(figure: Figure, words: Sequence[Word]) -> str:
    """The unit of a figure in the plural, as the text writes it where it does so in words."""
    numbers = (n for n, w in enumerate(words) if w.tag == "CD" or w.pos == "NUM" or w.lower in NUMBERING)
    numbers = (n for n in numbers if not n or words[n].lower not in RATES)
    last = max(numbers, default=-1)
    written = [w.text for w in words[last + 1 :]]
    if written[1:] and written[0] in LETTERS:
        written = written[1:]
    if written[:3] == ["and", "a", "half"]:
        written = written[3:]
    end = next((n for n, word in enumerate(written) if n and word.lower() in RATES), None)
    written = written[:end]
    if written and re.fullmatch(r"[a-z]{3,}s|feet|inches", written[-1]) and all(w.isalpha() for w in written):
        return " ".join(written)
    if figure.unit.startswith("degree"):
        return figure.unit.replace("degree", "degrees", 1)
    first, *rate = figure.unit.split(" per ")
    return " per ".join((PLURALS.get(first, f"{first}s"), *rate))


def part_asked(figure: Figure) -> str:
    """What asks for a part of a unit told in words: "what fraction of an inch"; "" for another figure."""
    if figure.value >= 1 or not PART_OF_UNIT.match(figure.text):
        return ""
    return f"what fraction of {'an' if figure.unit[0] in 'aeio' else 'a'} {figure.unit}"
