"""Events of a document: clauses that tell of one thing that happened on one date, short and standing alone."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quiz.facts.date_words import MONTHS
from quiz.facts.model import Date, Word
from quiz.questions.comparisons.asked import clear
from quiz.questions.draft import Draft

SHORTEST, LONGEST = 3, 16
"""Words of an event."""
NAMED, LOOSE = 3, 5
"""Words with meaning that an event needs: fewer where it has a name and is not of just "a speech"."""
# Verbs that tell a whole event without an object.
ALONE = frozenset(
    """
    die fall collapse begin end succeed fail resign surrender open close retire abdicate arrive depart erupt land sink
    crash occur flee burn explode convene capitulate break start escape drown rebel mutiny revolt secede strike
    """.split()
)
HELPERS = frozenset(("took", "was", "were"))
MEANING = ("NOUN", "PROPN", "VERB", "ADJ", "NUM")

# Words that say when, or before or after what, or point at something told before.
POINTING = re.compile(
    r"\b(?:after|before|later|earlier|ago|again|anew|once|since|until|till|still|already|yet|eventually|finally|then|"
    r"when|while|meanwhile|during|following|first|second|third|fourth|fifth|last|final|next|previous|former|latter|"
    r"new|newly|older?|early|late|latest|another|other|others|such|similar|both|resulting|ensuing|own|successors?|predecessors?|heirs?|"
    r"subsequent|subsequently|original|originally|initial|initially|same|longer|anniversary|renew\w*|resum\w*|"
    r"restor\w*|return\w*|re-\w*|rebuil\w*|reopen\w*|replac\w*|repeal\w*|continu\w*|"
    r"years?|decades?|century|centuries|months?|weeks?|days?|mornings?|evenings?|afternoons?|nights?|today|now|"
    rf"{'|'.join(month for month in MONTHS if month not in ('may', 'march'))}|"
    r"spring|summer|autumn|winter|\w*teenth|twentieth|twenty-first)\b|\d{4}|\d(?:st|nd|rd|th)\b|[“”‘\"(]|(?:^|\s)[-'’]",
    re.IGNORECASE,
)
SPELLED_OUT = re.compile(rf"(?:{'|'.join(MONTHS)}|\d+(?:st|nd|rd|th)?|of|the|year|[\s,-])+", re.IGNORECASE)


def happened(draft: Draft) -> str:
    """The event a date is asked of, without closing marks; "" where it is in doubt, or the words alone tell too little.

    One whose subject is a bare noun ("resentment turned to violence") leaves open what it was about.
    """
    text = re.sub(r"[.,;:!?\s]+$", "", draft.told)
    if not dated(draft) or not clear(draft) or POINTING.search(text):
        return ""
    if not SHORTEST <= len(text.split()) <= LONGEST or text.endswith("-"):
        return ""
    known = {word.lower: word for word in draft.sentence.words}
    words = re.findall(r"[\w’'-]+", text.lower())
    opening = known.get(words[0])
    if opening and opening.tag == "NN" and opening.dep != "compound":
        return ""
    return text if telling(words, known) and whole(draft, known.get(words[-1])) else ""


def whole(draft: Draft, last: Word | None) -> bool:
    """Whether an event is told to its end: not cut within a word with a hyphen, nor before what a verb acts on."""
    if last is None:
        return True
    behind = draft.sentence.words[last.i + 1 : last.i + 2]
    if behind and behind[0].start == last.end and behind[0].text[0] in "-‑":
        return False
    helped = draft.sentence.kids(last.i, "auxpass")
    return last.pos != "VERB" or bool(helped) or last.lemma in ALONE


def telling(words: Sequence[str], known: Mapping[str, Word]) -> bool:
    """Whether the words of an event, given as the sentence has them, say enough to a reader without the document."""
    found = [known[word] for word in words if word in known]
    names = any(word.pos == "PROPN" or word.ent in ("NORP", "GPE", "PERSON", "ORG") for word in found)
    empty = sum(word.pos not in MEANING for word in found) + sum(word in HELPERS for word in words)
    return names and len(words) - empty >= (LOOSE if words[0] in ("a", "an") else NAMED)


def dated(draft: Draft) -> bool:
    """Whether a draft asks for one year, month or day that the text spells out."""
    fact = draft.fact
    if not isinstance(fact, Date) or fact.end or fact.modifier or not re.match(r"(?:In|On) what\b", draft.question):
        return False
    spelled = SPELLED_OUT.fullmatch(draft.answer) and re.match(r"[1-9]\d{3}(?:-\d\d){0,2}$", fact.value)
    return bool(spelled and fact.value[:4] in fact.text)
