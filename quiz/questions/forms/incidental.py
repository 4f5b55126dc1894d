"""Figures that say something of a thing the sentence only mentions: labels, sizes before a noun, hours, small counts.

Nobody is asked how many aircraft collided, of how many feet the tube was, at what hour somebody was on duty.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.facts.cue_words import CUES
from quiz.facts.figures.phrases import is_noun
from quiz.facts.human_nouns import person_noun
from quiz.facts.model import Figure, Sentence, Word
from quiz.facts.unit_words import TIME_UNITS
from quiz.questions.asking.amount_words import QUANTITIES
from quiz.questions.asking.counted import counted, partitive
from quiz.questions.clauses.clause import SUBJECTS, governor
from quiz.questions.forms.ask_extent import LASTING, LINES
from quiz.questions.scene import Scene, head_of

FEW = 5
"""The greatest count that tells next to nothing where it only says among, before or between how many."""
PARTS = frozenset("county country district state town city village place region case area".split())
"""Where something is done in a few of, which tells little of it."""
HOURS = 24
HOUR_BEHIND = re.compile(
    r"(?:\s[0-9]{1,2})?\s(?:(?:in|on)\s(?:the|that)\s(?:early\s|late\s|following\s|same\s)?(?:morning|afternoon|evening)|at\s(?:night|noon|dusk|dawn)|"
    r"o[’']clock)\b"
)
AS_MANY = re.compile(r"\sas\s(?:many|much)(?=[.,;:)])")
PARTITIVE = frozenset("percent cent half third quarter fifth tenth".split())
"""Nouns that name no things, but what part of them."""
IDIOM = re.compile(r"\b(?:better|best|good) part of (?:a |the )?$")
REACH = 24
AFTERWARDS = re.compile(r"\s(?:later|afterwards?|earlier|before)\b")
AMONG = frozenset("before between among amongst with in under within by of".split())
"""Prepositions whose few things only attend what is told: "before two witnesses"."""
PAGES = frozenset("page paragraph aim".split())
"""What a text has more or less of, which nobody remembers."""
BOXES = frozenset("box carton folder file shelf crate sheet".split())
PAPERS = frozenset("paper archive letter record collection manuscript correspondence document".split())
"""What somebody's papers fill in an archive, and the papers."""
VOLUMINOUS = 1000
"""Pages from which their number is worth a question after all."""
PRINTED = frozenset("note coin bill stamp banknote".split())
"""What a sum of money is printed on, which it is the name of."""
HAMLETS = frozenset("village hamlet parish township town settlement community".split())
TOWN = 10_000
"""People from which a place that is mentioned by the way is more than a village."""


def incidental(scene: Scene, sentence: Sentence, figure: Figure, words: Sequence[Word]) -> str:
    """Why a figure tells too little of what its sentence is about; "" where it may be asked for."""
    head = head_of(words)
    if _adjectival(sentence, figure, words, head):
        return "is a measure that a thing is only called by"
    if _label(sentence, figure, words, head):
        return "is part of a name"
    if IDIOM.search(scene.document.text, max(0, figure.whole.start - REACH), figure.whole.start):
        return "is a figure of speech"
    if (
        AFTERWARDS.match(scene.document.text, figure.span.end)
        and figure.unit in TIME_UNITS
        and _speaking(sentence, head)
    ):
        return "only tells when something was said"
    if HOUR_BEHIND.match(scene.document.text, figure.span.end) and figure.value <= HOURS and not figure.unit:
        return "is an hour of the day"
    if figure.unit in ("percent", "share") and (
        _of_nothing(sentence, words, head) or AS_MANY.match(scene.document.text, figure.span.end)
    ):
        return "is a part of what its sentence does not tell"
    before = sentence.words[words[0].i - 1] if words[0].i else words[0]
    if before.lower == "the" and figure.unit and _described(sentence, head):
        return "is how much there was of what is described"
    if before.lower == "about" and not figure.bound:
        return "is what somebody tells of"
    noun = counted(sentence, words) if figure.unit == "" else None
    if noun is None:
        return ""
    return "counts what is only mentioned" if _mentioned(sentence, figure, noun, words) else ""


def _speaking(sentence: Sentence, head: Word) -> bool:
    """Whether the verb that a time tells of is one of saying."""
    verb = governor(sentence, head.i)
    return verb is not None and verb.lemma in CUES


def _of_nothing(sentence: Sentence, words: Sequence[Word], head: Word) -> bool:
    """Whether a share stands for its things as the subject: "72% thought so", "two in five were built later"."""
    if head.dep not in SUBJECTS:
        return False
    inside = {w.i for w in words}
    told = any(p.lower in ("of", "in") and p.i not in inside for i in inside for p in sentence.kids(i, "prep"))
    opened = any(w.lower in ("of", "among") and w.dep == "prep" for w in sentence.words[: head.i])
    named = any(w.tag in ("NN", "NNS") and w.text.isalpha() and w.lemma not in PARTITIVE for w in words)
    behind = sentence.words[words[-1].i + 1 : words[-1].i + 2]
    return not (told or opened or named) and any(w.tag in ("VBD", "VBZ", "VBP", "MD") for w in behind)


def _described(sentence: Sentence, head: Word) -> bool:
    """Whether a known amount is the subject of a description: "the four pounds of veal inside were pink"."""
    verb = sentence.words[head.head]
    return head.dep in SUBJECTS and verb.lemma == "be" and bool(sentence.kids(verb.i, "acomp"))


def _adjectival(sentence: Sentence, figure: Figure, words: Sequence[Word], head: Word) -> bool:
    """Whether a measure or count is bound to the noun behind it: "a four-line answer", "a 25kg bag"."""
    behind = sentence.words[words[-1].i + 1 : words[-1].i + 3]
    if figure.unit.startswith("money"):
        return any(w.lemma in PRINTED for w in behind)
    if figure.unit in ("age", "percent", "share", "multiple", "ordinal"):
        return False
    if len(behind) > 1 and behind[0].text in ("-", "‑") and behind[1].tag in ("NN", "NNP"):
        return not figure.unit
    owner = sentence.words[head.head]
    inside = {w.i for w in words}
    measure = figure.unit and head.dep in ("compound", "nmod", "amod", "nummod") and is_noun(owner)
    lasting = owner.lemma in LASTING | LINES
    return bool(measure and owner.i > words[-1].i and owner.i not in inside and not lasting)


def _label(sentence: Sentence, figure: Figure, words: Sequence[Word], head: Word) -> bool:
    """Whether a bare number belongs to a name: "61 Cygni", "41 Norfolk Square"."""
    noun = sentence.words[head.head]
    between = sentence.words[words[-1].i + 1 : noun.i + 1]
    named = head.dep in ("nummod", "compound", "nmod") and between and all(w.text[0].isupper() for w in between)
    return (
        bool(named)
        and noun.ent != "NORP"
        and figure.unit == ""
        and not noun.text.endswith("s")
        and words[-1].text.isdigit()
    )


def _mentioned(sentence: Sentence, figure: Figure, noun: Word, words: Sequence[Word]) -> bool:
    """Whether few people or things only attend what is told, or the noun is of no weight."""
    above, before = sentence.words[noun.head], sentence.words[words[0].i - 1] if words[0].i else words[0]
    if noun.lemma in ("case", "instance", "occasion") and noun.dep == "pobj" and above.lower in ("in", "on"):
        return not sentence.kids(noun.i, "prep", "relcl", "acl")
    if noun.lemma in BOXES and (verb := governor(sentence, noun.i)):
        return any(w.lemma in PAPERS for w in sentence.kids(verb.i, *SUBJECTS))
    if noun.lemma in PAGES:
        return figure.value < VOLUMINOUS
    if noun.dep == "pobj" and above.lower == "of" and sentence.words[above.head].lemma in HAMLETS:
        return figure.value < TOWN
    if figure.value > FEW or partitive(sentence, words):
        return False
    owned = before.tag in ("PRP$", "POS")
    if noun.dep == "pobj" and above.lower == "in" and noun.lemma in PARTS and figure.value <= FEW:
        return True
    if noun.dep == "pobj" and above.lower in AMONG:
        article = before.lower == "the" and above.lower != "of"
        return figure.value <= len(("one", "two")) or above.lower == "between" or article or owned
    reporting = noun.dep == "nsubj" and person_noun(noun.lemma) and above.pos == "VERB"
    return reporting and figure.value <= len(("one", "two")) and before.lower != "the"


def unsaid(sentence: Sentence, figure: Figure, words: Sequence[Word]) -> bool:
    """Whether a gap would not show what is wanted: an age or hour behind "at", a number with nothing it counts."""
    if figure.unit not in ("", "age") or (figure.unit == "" and _counts(sentence, words)):
        return False
    head = head_of(words)
    above = sentence.words[head.head]
    if head.dep == "nummod" and sentence.words[min(words[-1].i + 1, len(sentence.words) - 1)].text in ("-", "‑"):
        return figure.unit == "age" and _apposed(sentence, above)
    said = any(
        w.lower in ("age", "ages", "aged", "old", "under", "over", "which")
        for w in sentence.words[max(0, words[0].i - 4) : words[-1].i + 5]
    )
    if said or sentence.kids(head.i, "relcl") or _paralleled(sentence, head, above):
        return False
    whole = sentence.words[above.head]
    return not (head.dep == "pobj" and above.lower == "of" and whole.pos == "NOUN" and not _definite(sentence, words))


def _paralleled(sentence: Sentence, head: Word, above: Word) -> bool:
    """Whether a bare number is held against another of the clause, or is what a quantity is or reaches."""
    numbers = [w for w in sentence.words[: head.i] if w.tag == "CD" and w.i not in sentence.subtree(head.i)]
    if head.dep == "pobj" and numbers and above.lower in ("with", "against", "than", "from", "versus"):
        return True
    if (
        head.dep == "pobj"
        and above.lower == "to"
        and any(w.lower == "from" for w in sentence.words[max(0, above.i - NEAR) : above.i])
    ):
        return True
    verb = governor(sentence, head.i)
    return verb is not None and any(w.lemma in QUANTITIES for w in sentence.kids(verb.i, *SUBJECTS))


NEAR = 12
"""Words before the end of a change within which its beginning is told."""


def _apposed(sentence: Sentence, years: Word) -> bool:
    """Whether an age describes somebody only by the way: "Ilic, a 51-year-old engineer"."""
    old = sentence.words[years.head]
    return sentence.words[old.head].dep in ("appos", "poss", "compound")


def _counts(sentence: Sentence, words: Sequence[Word]) -> bool:
    """Whether a noun behind a number tells what it counts."""
    noun = counted(sentence, words)
    head = head_of(words)
    beside = head.dep in ("nummod", "compound", "nmod") and is_noun(sentence.words[head.head])
    parted = any(w.lower == "of" for w in sentence.words[words[-1].i + 1 :][:1])
    return noun is not None or beside or parted or partitive(sentence, words)


def _definite(sentence: Sentence, words: Sequence[Word]) -> bool:
    before = sentence.words[max(0, words[0].i - 2) : words[0].i]
    return any(w.lower in ("the", "all", "these", "those") or w.tag in ("PRP$", "POS") for w in before)
