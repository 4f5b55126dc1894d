"""Names that the title before them shows to be a person's, whatever the tagger takes them for."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.facts.cue_words import HONORIFICS
from quiz.facts.model import Sentence, Word

NOBLE = frozenset("lord lady sir dame king queen emperor empress tsar pope prince princess mr mrs ms miss dr".split())
"""Titles that hardly anything but a person's name stands behind."""
SAME = {"judge": "justice"}
"""What a title that stands before a name is called without one."""


def by_title(sentence: Sentence, word: Word) -> Iterator[tuple[int, int]]:
    """The one name behind a title that the tagger took for nobody's: "Lord Ransome", no "Lord Ransome Street"."""
    words = sentence.words
    titles = title_before(sentence, word.i).split()
    if not titles or titles[0].lower().strip(".") not in NOBLE or not titles[0][0].isupper() or word.ent == "PERSON":
        return
    behind = words[word.i + 1] if word.i + 1 < len(words) else None
    goes_on = behind is not None and (behind.tag in ("NNP", "NNPS", "HYPH", "CD") or behind.lower in ("of", "-"))
    ship = word.i > len(titles) and words[word.i - 1 - len(titles)].lower == "the"
    if word.text.istitle() and word.lower not in HONORIFICS and not (goes_on or ship):
        yield word.i, word.i


def title_before(sentence: Sentence, first: int) -> str:
    """The word before a name, of "Mr Justice Cole" both."""
    before = [w.text for w in sentence.words[max(0, first - 2) : first]]
    return " ".join(before if before[1:] == ["Justice"] and before[0].lower().strip(".") in NOBLE else before[-1:])
