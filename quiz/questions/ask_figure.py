"""Asks for a figure: how many, how much, what share, for how long, how old."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quiz.facts.model import Figure, Sentence, Word
from quiz.facts.number_words import TIME_UNITS, UNITS
from quiz.questions.clause import Clause, noun_phrase
from quiz.questions.draft import Draft, Passed
from quiz.questions.gap import cloze_drafts
from quiz.questions.inversion import asked, inverted, judged, told_parts, usable
from quiz.questions.scene import Scene, head_of
from quiz.questions.wording import verb_group

# Counted things a small number of is worth no card: every text has "two sides" and "three ways".
IDLE = frozenset(
    """
    side way reason thing part point kind type sort aspect factor example case option choice country state party nation
    people person man woman hand world question problem time one other half group element form piece front level term
    word name step sector area region version theme approach pair pole end direction sense respect category
    """.split()
)
SMALLEST = 3
LOOSE = frozenset("them it this that these those him her us you which whom whose".split())
COUNTABLE = ("NNS", "NNPS")
PLURALS = {"foot": "feet", "inch": "inches", "century": "centuries", "millennium": "millennia"}


def ask_figures(scene: Scene) -> Iterator[Draft | Passed]:
    """The drafts of every figure worth asking, best form first."""
    for figure in scene.facts.figures:
        at = scene.around(figure.span)
        if at is None:
            continue
        sentence = scene.sentences[at]
        words = scene.words(sentence, figure.span)
        anchored = _anchored(scene, sentence, figure)
        if not words or not _worth(sentence, figure, words):
            yield Passed(figure, "is an idle count or names no amount (“two sides”, “one year”, a number of a section)")
            continue
        if anchored is False:
            yield Passed(figure, "is reckoned from a time its sentence does not tell")
            continue
        yield from _question(scene, at, figure, words) if anchored is None else ()
        yield from cloze_drafts(scene, at, figure, figure.whole, answer_of(figure), whole=bool(anchored))


def answer_of(figure: Figure) -> str:
    """A figure as an answer: approximation kept, a hyphened unit written out ("1,100-mile" is 1,100 miles)."""
    text = re.sub(r"\s+", " ", figure.text)
    joined = re.match(r"(.*[^\W_])[-–]([a-z ]+)$", text, re.IGNORECASE)
    if joined and figure.unit in UNITS and joined[2].lower() in (figure.unit, *UNITS[figure.unit]):
        unit = PLURALS.get(figure.unit, f"{figure.unit}s")
        text = f"{joined[1]} {unit if figure.value != 1 else figure.unit}"
    if re.match(r"[A-Z][a-z]", text) and figure.unit not in ("article", "amendment"):
        text = text[0].lower() + text[1:]
    return f"{figure.bound} {text}".strip()


def _worth(sentence: Sentence, figure: Figure, words: Sequence[Word]) -> bool:
    """Whether a good teacher would ask for it: no idle "two sides", no quarter of the year, no first person."""
    if figure.unit in ("article", "section", "chapter", "amendment", "resolution"):
        return figure.unit in ("article", "amendment")
    if figure.unit == "ordinal":
        return figure.value > 1
    if figure.unit == "multiple":
        return words[0].tag in ("VBD", "VBN")
    if figure.unit == "" and _partitive(sentence, words):
        return figure.value >= 2
    if figure.unit == "" and figure.value < 100 and float(figure.value).is_integer():
        noun = counted(sentence, words)
        if noun is None or noun.pos == "PRON":
            return False
        return figure.value >= SMALLEST and noun.lemma.lower() not in IDLE
    if figure.unit in TIME_UNITS and (figure.value == 1 or re.search(r"\d-year$", figure.text)):
        return False
    return figure.unit != "" or counted(sentence, words) is not None or figure.value >= 1000


LATER = re.compile(r"\s+(?:later|earlier|ago|afterwards?|thereafter|before|on)\b(?!\s+(?:the|his|her|its|their|a)\b)")


def _anchored(scene: Scene, sentence: Sentence, figure: Figure) -> bool | None:
    """Whether the sentence dates the moment a time is reckoned from ("Two years later"); None if it is from none."""
    if figure.unit not in TIME_UNITS:
        return None
    within = re.search(
        r"(?:^|[.,;:]\s|\band\s)(?:within|after|in)\s$",
        scene.document.text[sentence.span.start : figure.whole.start],
        re.IGNORECASE,
    )
    if not within and not LATER.match(scene.document.text, figure.span.end):
        return None
    return any(d.span.start < figure.span.start for d in scene.dates_in(sentence.span))


def counted(sentence: Sentence, words: Sequence[Word]) -> Word | None:
    """The noun a bare number counts."""
    head = head_of(words)
    above = sentence.words[head.head]
    if head.dep in ("nummod", "compound", "quantmod") and above.pos in ("NOUN", "PROPN"):
        return above if above.tag in COUNTABLE else None
    following = sentence.words[words[-1].i + 1 : words[-1].i + 4]
    return next((w for w in following if w.tag in COUNTABLE), None) if head.dep == "nummod" else None


def _question(scene: Scene, at: int, figure: Figure, words: Sequence[Word]) -> Iterator[Draft]:
    sentence = scene.sentences[at]
    asked_for = _asked_for(sentence, figure, words)
    if asked_for is None:
        return
    lead, phrase, gone = asked_for
    found = scene.clause_of(sentence, phrase.i)
    if found is None or not lead:
        return
    part = found.holding(phrase.i)
    if part is None or (sentence.words[phrase.head].i != found.verb.i and not _reaches(sentence, phrase, found)):
        return
    if phrase.i in found.subject:
        yield from _of_subject(scene, at, figure, found, lead, gone)
        return
    text, standing = inverted(scene, at, found, lead, gone)
    if standing:
        standing.doubts += scene.referents.pointing_back(at, sorted(gone))
        yield judged(Draft(figure, sentence, scene.passage(at), answer_of(figure), text), standing)


def _reaches(sentence: Sentence, phrase: Word, found: Clause) -> bool:
    """Whether the phrase is a direct part of the clause, not a part of a part."""
    above = sentence.words[phrase.head]
    return above.pos == "ADP" and above.head == found.verb.i


def _asked_for(sentence: Sentence, figure: Figure, words: Sequence[Word]) -> tuple[str, Word, set[int]] | None:
    """The interrogative phrase, the word that heads what it replaces, and the words it replaces."""
    if figure.unit == "ordinal":
        return None
    head = head_of(words)
    whole = [w for w in sentence.words if w.start < figure.whole.end and w.end > figure.whole.start]
    preposition = sentence.words[head.head] if head.dep == "pobj" else None
    lead = preposition.text.lower() + " " if preposition else ""
    top = preposition or head
    if preposition and (
        preposition.i in {w.i for w in whole} or (figure.unit in TIME_UNITS and preposition.lower == "in")
    ):
        return None
    if figure.unit == "" and _partitive(sentence, words):
        return _some_of(sentence, head, whole)
    if figure.unit == "":
        return _count(sentence, words, whole)
    if figure.unit.startswith("money") and head.dep in ("dobj", "pobj", "attr"):
        return _amount(sentence, f"{lead}how much", head, top, whole)
    if figure.unit in ("percent", "share") and head.dep in ("dobj", "pobj", "nsubj", "nsubjpass", "attr"):
        return _share(sentence, figure, lead, head, top, whole)
    above = sentence.words[head.head]
    if figure.unit in UNITS and head.dep == "npadvmod" and above.pos in ("ADP", "SCONJ") and head.tag == "NNS":
        return _span_of_time(sentence, head, above, whole)
    if figure.unit in UNITS and head.dep in ("dobj", "pobj", "npadvmod", "attr") and head.tag == "NNS":
        return _amount(sentence, f"{lead}how many {head.text}", head, top, whole)
    return None


def _partitive(sentence: Sentence, words: Sequence[Word]) -> bool:
    """Whether a number counts part of a group: "31 of the coalition's 94 seats"."""
    head = head_of(words)
    return (
        head.pos == "NUM"
        and head.dep in ("dobj", "nsubj", "nsubjpass")
        and any(p.lower == "of" and p.i == words[-1].i + 1 for p in sentence.kids(head.i, "prep"))
    )


def _some_of(sentence: Sentence, head: Word, whole: Sequence[Word]) -> tuple[str, Word, set[int]] | None:
    inside = {w.i for w in whole} | {head.i}
    phrase = [i for i in sentence.subtree(head.i) if i not in inside and i > head.i]
    words = [sentence.words[i] for i in phrase]
    if (
        len(phrase) > 10
        or any(w.tag in ("PRP", "PRP$", "DT") and w.lower in LOOSE for w in words)
        or words[0].lower != "of"
    ):
        return None
    text = " ".join(w.text for w in words)
    text = re.sub(r"\s?-\s?", "-", re.sub(r"\s+([’',])", r"\1", text))
    return f"How many {text}", head, set(sentence.subtree(head.i))


def _amount(
    sentence: Sentence, lead: str, head: Word, top: Word, whole: Sequence[Word]
) -> tuple[str, Word, set[int]] | None:
    """Ask "For how much" or "how many miles": the whole phrase is the figure, with nothing hanging on it."""
    inside = {w.i for w in whole}
    hanging = [i for i in sentence.subtree(head.i) if i not in inside and sentence.words[i].pos not in ("PUNCT", "ADV")]
    if hanging:
        return None
    return lead.capitalize(), top, {*sentence.subtree(top.i)}


def _span_of_time(
    sentence: Sentence, head: Word, preposition: Word, whole: Sequence[Word]
) -> tuple[str, Word, set[int]] | None:
    """Ask "How many days before his death": the time between two events."""
    inside = {w.i for w in whole} | set(sentence.subtree(head.i))
    behind = [i for i in sentence.subtree(preposition.i) if i not in inside and i >= preposition.i]
    if not 2 <= len(behind) <= 10:
        return None
    text = " ".join(sentence.words[i].text for i in behind)
    return f"How many {head.text} {text}", preposition, set(sentence.subtree(preposition.i))


def _share(
    sentence: Sentence, figure: Figure, lead: str, head: Word, top: Word, whole: Sequence[Word]
) -> tuple[str, Word, set[int]] | None:
    """Ask "What share of its population" or "by what percentage"."""
    of = [p for p in sentence.kids(head.i, "prep") if p.lower == "of"]
    noun = "share" if of else ("fraction" if figure.unit == "share" else "percentage")
    what = f"{lead}what {noun}"
    if of:
        phrase = list(sentence.subtree(of[0].i))
        if len(phrase) > 12 or any(sentence.words[i].lower in LOOSE for i in phrase):
            return None
        what += " " + " ".join(sentence.words[i].text for i in phrase)
        what = re.sub(r"\s+([’',])", r"\1", what)
    return what[0].upper() + what[1:], top, {w.i for w in whole} | set(sentence.subtree(top.i))


def _count(sentence: Sentence, words: Sequence[Word], whole: Sequence[Word]) -> tuple[str, Word, set[int]] | None:
    """Ask "How many diplomats": the counted noun with what describes it, without the number."""
    noun = counted(sentence, words)
    if noun is None:
        return None
    gone = {w.i for w in whole}
    phrase = noun_phrase(sentence, noun.i, joined=False)
    kept = [
        i
        for i in phrase
        if i not in gone
        and not (sentence.words[i].dep in ("det", "poss", "predet") and sentence.words[i].head == noun.i)
        and sentence.words[i].tag != "POS"
    ]
    if (
        any(sentence.words[i].tag in ("PRP", "PRP$", "WDT", "WP", "CD") for i in kept)
        or len(kept) > 12
        or sentence.kids(noun.i, "conj")
    ):
        return None
    if any(
        i < noun.i and (sentence.words[i].dep == "det" or sentence.words[i].tag in ("JJS", "RBS", "JJR")) for i in kept
    ):
        return None
    text = " ".join(sentence.words[i].text for i in kept)
    text = re.sub(r"\s?-\s?", "-", re.sub(r"\s+([’',])", r"\1", text))
    top = noun
    lead = "How many "
    above = sentence.words[noun.head]
    if noun.dep == "pobj":
        top, lead = above, f"{above.text.capitalize()} how many "
    return lead + text, top, {*sentence.subtree(noun.i), top.i} if noun.dep == "pobj" else {*phrase, *gone}


def _of_subject(scene: Scene, at: int, figure: Figure, found: Clause, lead: str, gone: set[int]) -> Iterator[Draft]:
    """The figure stands in the subject: "How many diplomats were killed?", without inversion."""
    sentence = scene.sentences[at]
    if verb_group(found) is None or not found.finite or set(found.subject) - gone - _of_phrase(sentence, gone):
        return
    found = told_parts(scene, at, found, gone)
    rest = [i for part in found.rest for i in part]
    fronted = [i for part in found.fronted for i in part if usable(sentence, part)]
    behind = sorted({*(a.i for a in found.auxiliaries), found.verb.i, *rest})
    standing = scene.referents.stand(at, [*behind, *fronted])
    if standing is None:
        return
    text = asked(
        " ".join(p for p in (lead, scene.stated(at, behind, standing), scene.stated(at, fronted, standing)) if p)
    )
    standing.doubts += scene.referents.pointing_back(at, sorted(gone))
    yield judged(Draft(figure, sentence, scene.passage(at), answer_of(figure), text), standing)


def _of_phrase(sentence: Sentence, gone: set[int]) -> set[int]:
    return {i for g in gone for p in sentence.kids(g, "prep", "det", "poss") for i in sentence.subtree(p.i)}
