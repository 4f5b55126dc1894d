"""Puts words of a clause together as a question or a statement, in correct English and standing alone."""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from functools import lru_cache

from quiz.documents.model import Document
from quiz.facts.model import Sentence, Word
from quiz.questions.clauses.clause import Clause
from quiz.questions.clauses.verb_forms import base

NAMED = frozenset("PERSON NORP ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW LANGUAGE FAC".split())
COMMON = ("NN", "NNS")
FINITE = frozenset("is are was were has have had will".split())
BLANKS = re.compile(r"\s+")
_BEFORE_MARK = re.compile(r"\s+([,.;:?!’”)])")
_BEHIND_MARK = re.compile(r"([“(])\s+")
_DOUBLED = re.compile(r"([,;:])(?:\s*[,;:])+")
MODALS = {"’ll": "will", "'ll": "will", "’d": "would", "'d": "would", "’ve": "have", "'ve": "have"} | {
    "’s": "is",
    "'s": "is",
    "’re": "are",
    "'re": "are",
}


FAITHFUL = frozenset(
    "jesuit franciscan dominican benedictine quaker mennonite methodist baptist lutheran calvinist puritan huguenot "
    "catholic protestant christian muslim hindu buddhist jew mormon".split()
)
"""Words that keep their capital though the parser may take them for common nouns."""

DESCRIBING = frozenset("neighbouring neighboring nearby rival fellow former".split())
"""Words before a name that are no part of it."""


def render(
    document: Document, sentence: Sentence, kept: Sequence[int], instead: Mapping[int, str], pauses: Container[int] = ()
) -> str:
    """The kept words as text: spaced as in the document, stand-ins written out, substitutions made.

    After the words named in `pauses` a comma that follows in the document is kept.
    """
    parts: list[str] = []
    last: Word | None = None
    marks = _pairs(sentence)
    opening, closing = {low for low, _ in marks}, {high for _, high in marks}
    for i in _balanced(marks, sentence, kept):
        word = sentence.words[i]
        text = instead.get(i, document.text[word.start : word.end] if word.held else word.text)
        if not text:
            last = word
            continue
        if not parts:
            gap = ""
        elif last is None:
            gap = " "
        elif word.i > last.i + 1 and sentence.words[last.i + 1].text == "," and last.i in pauses:
            gap = "," if word.i in closing else ", "
        elif word.i == last.i + 1:
            gap = " " if word.start > last.end else ""
        else:
            joined = word.text in (",", ".", ";", ":", "’s", "'s", ")", "”") or word.i in closing or last.i in opening
            gap = "" if joined else " "
        parts.append(gap + BLANKS.sub(" ", text))
        last = word
    return tidy("".join(parts))


def _balanced(pairs: Sequence[tuple[int, int]], sentence: Sentence, kept: Sequence[int]) -> Sequence[int]:
    """The kept words with both marks of a quotation or parenthesis, or with neither where a word inside is left out."""
    inside = set(kept)
    out, more = set[int](), set[int]()
    for low, high in pairs:
        if low not in inside and high not in inside:
            continue
        if inside & {*range(low + 1, high)} and all(
            i in inside or sentence.words[i].pos == "PUNCT" for i in range(low + 1, high)
        ):
            more |= {low, high}
        else:
            out |= {low, high}
    if more <= inside and not out:
        return kept
    told = [i for i in kept if i not in out | more]
    for low, high in pairs:
        if low in more:
            told.insert(told.index(min(i for i in told if i > low)), low)
            told.insert(told.index(max(i for i in told if i < high)) + 1, high)
    return told


def _pairs(sentence: Sentence) -> list[tuple[int, int]]:
    """Where marks open and close in a sentence."""
    found: list[tuple[int, int]] = []
    open_at: dict[str, int] = {}
    for word in sentence.words:
        closes = CLOSES.get(word.text)
        if word.text in OPENS or (word.text == '"' and '"' not in open_at):
            open_at[word.text] = word.i
        elif closes in open_at:
            found.append((open_at.pop(closes), word.i))
    return found


OPENS = ("“", "(", "[")
CLOSES = {"”": "“", ")": "(", "]": "[", '"': '"'}


ON_DAY = re.compile(
    r"\bin (?=\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \d)"
)


def tidy(text: str) -> str:
    """One space between words, none before a mark, none doubled; a day with its month is told with "on"."""
    text = _BEFORE_MARK.sub(r"\1", BLANKS.sub(" ", text))
    text = _DOUBLED.sub(r"\1", _BEHIND_MARK.sub(r"\1", text))
    return ON_DAY.sub("on ", text.strip(" ,;:—–-"))


def lowered(document: Document, sentence: Sentence, i: int) -> str | None:
    """The first word of a sentence in lower case where it is no name; None where it stays as it is.

    A word taken for a name that the document writes in lower case too is none: "Cholera" beside "cholera".
    """
    word = sentence.words[i]
    if i != 0 or word.held or not word.text[:1].isupper() or word.text == "I":
        return None
    low = word.lower in _written_low(document.text) or word.lower in DESCRIBING
    if word.lower.rstrip("s") in FAITHFUL or (word.tag in COMMON and not low and word.text in _within(document.text)):
        return None
    common = word.tag in COMMON and word.ent == "ORG"
    common = common or _modified(sentence, word)
    name = word.tag in ("NNP", "NNPS") or (word.ent in NAMED and word.pos != "DET" and not common)
    if name and word.ent in ("", "ORG") and (word.lower in DESCRIBING or not _first_of_name(sentence, word)):
        name = not low
    return None if name or (word.text.isupper() and len(word.text) > 1) else word.text[0].lower() + word.text[1:]


def _modified(sentence: Sentence, word: Word) -> bool:
    """Whether a phrase right behind a word taken for a person's name shows that it is none: "Turnout in the town"."""
    behind = sentence.words[word.i + 1 : word.i + 2]
    led = bool(behind) and behind[0].dep == "prep" and behind[0].head == word.i
    return word.ent == "PERSON" and word.tag in (*COMMON, "VB", "VBP") and led


def _first_of_name(sentence: Sentence, word: Word) -> bool:
    """Whether a word begins a name of several, such as "Brown University"."""
    following = sentence.words[word.i + 1] if word.i + 1 < len(sentence.words) else None
    return following is not None and following.text[:1].isupper()


@lru_cache(maxsize=1)
def _written_low(text: str) -> frozenset[str]:
    """The words a text writes in lower case."""
    return frozenset(found[0] for found in re.finditer(r"\b[a-z]{3,}\b", text))


@lru_cache(maxsize=1)
def _within(text: str) -> frozenset[str]:
    """The words a text writes with a capital in the middle of a sentence."""
    return frozenset(found[0] for found in re.finditer(r"(?<=[a-z] )[A-Z][a-z]{3,}\b", text))


def verb_group(clause: Clause) -> tuple[str, list[str]] | None:
    """The auxiliary that goes before the subject of a question and what stays behind it.

    None for a negation, unless the clause is told with its "not".
    """
    denials = clause.sentence.kids(clause.verb.i, "neg")
    if denials and not (clause.affirmed or clause.denied):
        return None
    group = _group(clause)
    if group is None or not clause.denied or not denials:
        return group
    helper, behind = group
    return helper, ["never" if denials[0].lower == "never" else "not", *behind]


def _group(clause: Clause) -> tuple[str, list[str]] | None:
    """The auxiliary before the subject and what stays behind it, but for a "not"."""
    sentence, verb = clause.sentence, clause.verb
    auxiliaries = [a.text for a in clause.auxiliaries if a.tag != "TO"]
    auxiliaries = [*_inherited(clause), *auxiliaries]
    if auxiliaries:
        first, *others = auxiliaries
        return MODALS.get(first.lower(), first.lower()), [*others, verb.text]
    if clause.passive:
        return ("were" if plural(clause) else "was"), [verb.text]
    if verb.lemma == "be" and verb.tag in ("VBD", "VBZ", "VBP"):
        return MODALS.get(verb.lower, verb.lower), []
    if verb.tag == "VB" and any(a.tag == "TO" for a in clause.auxiliaries):
        above = sentence.words[verb.head]
        helper = {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(above.tag)
        return (helper, [verb.lemma]) if helper else None
    helper = {"VBD": "did", "VBZ": "does", "VBP": "do", "VBN": "did"}.get(verb.tag)
    if helper is None and verb.tag == "VBG":
        past = any(w.tag == "VBD" for w in sentence.words)
        helper = "did" if past else ("do" if plural(clause) else "does")
    if helper == "do" and (verb.lower in SAME_IN_PAST or not plural(clause)):
        helper = helper if sentence.words[clause.subject[0]].lower in ("i", "you") else "did"
    return (helper, [base(verb)]) if helper else None


def _inherited(clause: Clause) -> list[str]:
    """The auxiliaries that a second verb shares with the first: "had been sold and shipped", "would sell and close"."""
    sentence, verb = clause.sentence, clause.verb
    above = sentence.words[verb.head]
    own = [a for a in clause.auxiliaries if a.tag != "TO"]
    if verb.dep != "conj" or any(a.tag in ("MD", "VBD", "VBZ", "VBP") for a in own):
        return []
    while above.dep in ("conj", "advcl") and not sentence.kids(above.i, "aux", "auxpass"):
        above = sentence.words[above.head]
    shared = sentence.kids(above.i, "aux", "auxpass")
    if verb.tag == "VB":
        return [a.text for a in shared if a.tag == "MD"][:1]
    if verb.tag not in ("VBN", "VBG"):
        return []
    return [a.text for a in (shared[:1] if own else shared) if a.tag != "TO"]


def finite_group(clause: Clause, helper: str, behind: Sequence[str]) -> list[str]:
    """The verb group of a statement, given that of the question; empty where the text has no finite verb to take."""
    if helper in FINITE:
        return [helper, *behind]
    if helper not in ("do", "does", "did") or clause.denied:
        return []
    return [clause.verb.text] if clause.verb.tag in ("VBD", "VBZ", "VBP") else []


SAME_IN_PAST = frozenset("set put cut hit let shut cost split spread quit cast beat bet burst hurt shed thrust".split())


FIRMS = frozenset(
    "services industries systems airlines airways motors foods holdings enterprises laboratories technologies".split()
)
"""What a firm is called in the plural, though it is one: "Norland Drilling Services was founded"."""


def plural(clause: Clause) -> bool:
    """Whether the subject of a clause is grammatically plural."""
    words = [clause.sentence.words[i] for i in clause.subject]
    inside = set(clause.subject)
    head = next((w for w in words if w.head not in inside or w.head == w.i), words[-1])
    joined = [w for w in words if w.dep == "conj" and w.head == head.i]
    one = clause.sentence.words[clause.subject[0]].lower in ("a", "an")
    if one and not any(clause.sentence.kids(w.i, "det", "poss") for w in joined):
        joined = []
    firm = head.tag == "NNPS" and head.lower in FIRMS and not clause.sentence.kids(head.i, "det") and len(words) > 1
    return (head.tag in ("NNS", "NNPS") and not firm) or bool(joined)
