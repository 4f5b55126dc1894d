"""Whether words of a sentence that are shown by themselves point at what stood before it, or at the day it was written.

What only joins a sentence to the one before is dropped elsewhere; what is looked at here tells something, and what it
tells cannot be known without the text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.facts.model import Sentence
from quiz.questions.clauses.clause import SUBJECTS

POINTING = re.compile(
    r"^(?:now|nowadays|today|since|since then|by then|until then|till then|at that|at this|at the time|before that|"
    r"after that|after this|by this|by that|from then|here|its|their|theirs|his|her|our|my|neither|both of them|"
    r"each of them|all of them|some of them|one of them|most of them|many of them|two of them|these|those|this|such|"
    r"there (?:was|were|is|are|had|has|have) to (?:be|come)|it would|they)\b(?! [\d_{])",
    re.IGNORECASE,
)
"""How words begin that tell nothing by themselves, if no name was put for them."""
SINCE = re.compile(
    r"\b(?:has|have|had)(?: (?:been|also|now|already|not))? since (?!the\b|a\b|an\b|then\b|last\b|[a-z]+ing\b)[a-z]|"
    r"\b(?:has|have|had) (?:[a-z]+ )?since\?$"
)
"""A time from which something has been so, that stood before: "has since closed"."""
COUNTING = frozenset("each both neither either some many others several few most all none any".split())
"""Words that stand for things told before where they are a subject by themselves."""
FINITE = ("VBD", "VBZ", "VBP")


def points_back(sentence: Sentence, kept: Sequence[int], shown: str) -> bool:
    """Whether what is shown begins with what points back or to the day of writing, or counts from there."""
    begun = shown.lstrip('{“"')
    if POINTING.match(begun) or SINCE.search(shown):
        return True
    first = sentence.words[kept[0]] if kept else None
    if first is None or first.lower not in COUNTING or first.dep not in SUBJECTS:
        return False
    return begun.lower().startswith(first.lower) and not any(k.lower == "of" for k in sentence.kids(first.i))


def torn_list(sentence: Sentence, kept: Sequence[int]) -> bool:
    """Whether of three things that one did the last is left out: "returned to Khartoum, knew nothing"."""
    inside = set(kept)
    for i in kept:
        verb = sentence.words[i]
        if verb.dep != "conj" or verb.tag not in FINITE or verb.head not in inside or sentence.kids(i, *SUBJECTS):
            continue
        between = sentence.words[verb.head + 1 : verb.i]
        joined = any(w.lower in ("and", "or", "but", "then", "yet", "nor") and w.i in inside for w in between)
        if not joined and sentence.words[verb.head].pos == "VERB" and between[-1:] and between[-1].text == ",":
            return True
    return False
