"""The interrogative phrase of a figure where it stands: "how many ships", "how much", "what share of its budget"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quiz.facts.model import Figure, Sentence, Word
from quiz.facts.unit_words import TIME_UNITS, UNITS
from quiz.questions.asking.ages import age_limit, how_old
from quiz.questions.asking.amount_words import EXTENDING, MOVING, OF_LIVES, OFFERED, ORDERING, QUANTITIES, REACHING
from quiz.questions.asking.changing import from_or_to
from quiz.questions.asking.counted import COUNTABLE, PLURALS, counted, part_asked, partitive, plural_unit
from quiz.questions.asking.described import (
    FOCUS,
    LONGEST_OWNER,
    NO_DETERMINER,
    determines,
    first_conjunct,
    modifiers,
    owner_words,
    tells_which_part,
)
from quiz.questions.asking.lead import Interrogative, Lead
from quiz.questions.asking.rated import BEARING
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.scene import head_of

SINGLE = re.compile(r"(?:an?|several)\b")
PARTS = re.compile(r"\bparts?\b")
ODDS = re.compile(r"\b(?:in|out of)\b")
SUBJECTS = ("nsubj", "nsubjpass")
TOGETHER = re.compile(r"[a-z],?\s(?:and\s)?(?:[0-9]+|[a-z]+)\s(?:months|days|hours|minutes|seconds)$")
"""A length of time told in two units: "5 days and 9 hours"."""
SMALLEST_BARE = 100
FEWEST = 3


def interrogative(sentence: Sentence, figure: Figure, words: Sequence[Word]) -> Interrogative | None:
    """The phrase that asks for a figure where it stands; None where English has none."""
    if changing := from_or_to(sentence, figure, words):
        return changing
    head = head_of(words)
    whole = {w.i for w in sentence.words if w.start < figure.whole.end and w.end > figure.whole.start and not w.held}
    if figure.unit in ("article", "amendment"):
        return _which(sentence, figure, head, whole)
    if figure.unit == "age":
        return how_old(sentence, words)
    if figure.unit == "":
        return _count(sentence, figure, words, head, whole)
    return _measure(sentence, figure, words, head, whole)


def _measure(
    sentence: Sentence, figure: Figure, words: Sequence[Word], head: Word, whole: set[int]
) -> Interrogative | None:
    owner = sentence.words[head.head]
    money = figure.unit.startswith("money")
    measured = money or figure.unit == "percent" or figure.unit in UNITS
    if measured and head.dep in ("compound", "nmod", "amod", "nummod") and owner.pos == "NOUN" and owner.i not in whole:
        return _before_noun(sentence, figure, words, owner, whole)
    if money:
        return _of_what(sentence, _phrase(sentence, ("how much",), head, whole, own=False), whole)
    if figure.unit == "share" and PARTS.search(figure.text):
        return Interrogative(("what fraction",), head, frozenset({*whole, head.i}))
    if figure.unit == "share" and ODDS.search(figure.text) and (odds := _odds(sentence, words, head, whole)):
        return odds
    if figure.unit in ("percent", "share"):
        return _share(sentence, figure, head, whole)
    if figure.unit in TIME_UNITS and (
        figure.value < 1
        or bool(TOGETHER.search(figure.text))
        or (not figure.text[0].isdigit() and SINGLE.match(figure.text))
    ):
        long = _phrase(sentence, ("how long",), head, whole, own=False)
        return replace(long, lead=long.lead[:1]) if long else None
    if figure.unit in UNITS and (part := part_asked(figure)):
        if head.dep not in ("dobj", "pobj"):
            return None
        return Interrogative((part,), head, frozenset({*whole, *sentence.subtree(head.i)}))
    if figure.unit in UNITS:
        return _phrase(sentence, (f"how many {plural_unit(figure, words)}",), head, whole, own=False)
    return None


def _of_what(sentence: Sentence, asked: Interrogative | None, whole: set[int]) -> Interrogative | None:
    """What money is in or of is asked for with it: "how much debt", "how much in aid"."""
    behind = max(whole) + 1
    if asked is None or behind + 1 >= len(sentence.words):
        return asked
    led, noun = sentence.words[behind], sentence.words[behind + 1]
    bare = noun.tag in ("NN", "NNS", "JJ") and noun.ent == ""
    if led.lower == "of" and asked.lead[1:2] == (behind,) and bare:
        return replace(asked, lead=(asked.lead[0], *asked.lead[2:]))
    if led.lower != "in" or not bare or behind in asked.lead:
        return asked
    part = [i for i in sentence.subtree(behind) if i >= behind][:LONGEST_OPENING]
    return replace(asked, lead=(*asked.lead, *part), gone=asked.gone | {*part})


def _count(
    sentence: Sentence, figure: Figure, words: Sequence[Word], head: Word, whole: set[int]
) -> Interrogative | None:
    if strong := _strong(sentence, words, whole):
        return strong
    if partitive(sentence, words):
        return _phrase(sentence, ("how many",), head, whole, own=False)
    if of := _of_those(sentence, head, whole):
        return of
    noun = counted(sentence, words)
    if noun is None:
        return age_limit(sentence, words) or _bare(sentence, figure, head, whole)
    return _phrase(sentence, ("how many",), noun, whole)


def _of_those(sentence: Sentence, head: Word, whole: set[int]) -> Interrogative | None:
    """How many of those: "Of the eleven ships, seven sank" asks how many of the eleven ships sank."""
    if head.dep not in SUBJECTS:
        return None
    first = sentence.words[0]
    opening = next((p for k in (head.i, head.head) for p in sentence.kids(k, "prep") if p.lower == "of"), None)
    if opening is None and first.lower == "of" and first.dep == "prep":
        opening = first
    if opening is None or not (opening.i == 0 or sentence.words[opening.i - 1].pos in ("PUNCT", "CCONJ")):
        return None
    phrase = [i for i in sentence.subtree(opening.i) if sentence.words[i].pos != "PUNCT"]
    if phrase[-1] > head.i or len(phrase) > LONGEST_OPENING:
        return None
    named = [i for i in phrase[1:] if sentence.words[i].lower not in FOCUS | {"perhaps"}]
    lead = "how many of the" if sentence.words[named[0]].tag == "CD" else "how many of"
    return Interrogative((lead, *named), head, frozenset({*whole, *sentence.subtree(opening.i)}))


LONGEST_OPENING = 12


def _bare(sentence: Sentence, figure: Figure, head: Word, whole: set[int]) -> Interrogative | None:
    """A number that counts nothing named beside it: "rose from 23,000"."""
    above = sentence.words[head.head]
    if head.dep in SUBJECTS and above.lemma in OF_LIVES and not sentence.kids(head.i, "prep", "conj", "cc"):
        return Interrogative(("how many people",), head, frozenset(whole)) if figure.value >= FEWEST else None
    if head.dep == "attr" and above.lemma == "be" and not sentence.kids(head.i, "prep", "conj", "cc"):
        subject = next(iter(sentence.kids(above.i, "nsubj")), None)
        named = subject and subject.tag == "NN" and (subject.lemma in QUANTITIES or subject.lemma in OFFERED)
        return Interrogative(("what",), head, frozenset(whole)) if named else None
    if above.lower in ("of", "on", "in", "with", "for") and sentence.words[above.head].lemma not in QUANTITIES:
        return None
    if head.dep == "pobj" and head.head in whole and sentence.words[above.head].lemma not in MOVING:
        return None
    reached = head.dep == "dobj" and above.lemma in REACHING
    if (
        figure.value < SMALLEST_BARE
        or figure.high is not None
        or not (reached or head.dep == "pobj")
        or sentence.kids(head.i, "prep", "conj")
    ):
        return None
    return Interrogative(("what figure",), head, frozenset(whole))


def _before_noun(
    sentence: Sentence, figure: Figure, words: Sequence[Word], owner: Word, whole: set[int]
) -> Interrogative | None:
    """A measure before its noun goes behind it: "a 12-year reign" is "a reign of how many years"."""
    ask = "how much" if figure.unit.startswith("money") else f"how many {plural_unit(figure, words)}"
    ask = "what percentage" if figure.unit == "percent" else ask
    before = owner_words(sentence, owner, whole)
    if before is None or any(sentence.words[i].lower in ("first", "same") for i in before):
        return None
    found = modifiers(sentence, owner)
    if found is None:
        return None
    behind, gone = found
    if ask == "what percentage" and not before and owner.lemma in BEARING:
        return Interrogative(("what rate of", owner.i, *behind), owner, frozenset({*gone, *whole, owner.i}))
    article = sentence.words[before[0]].lower if before else ""
    named: Lead = (*before, owner.i)
    if article in ("a", "an"):
        following = sentence.words[before[1] if before[1:] else owner.i].lower
        named = ("an" if following[0] in "aeiou" else "a", *before[1:], owner.i)
    lead: Lead = (*named, "of", ask, *behind)
    if behind and sentence.words[behind[0]].lower == "of" and ask in ("how much", "what percentage"):
        if article not in ("a", "an") or ask != "how much":
            return None
        lead = (f"how large {named[0]}", *named[1:], *behind)
    if figure.unit in EXTENDING and article in ("a", "an"):
        after = sentence.words[before[1] if before[1:] else owner.i]
        lead = (f"how long {'an' if after.lower[0] in 'aeiou' else 'a'}", *before[1:], owner.i, *behind)
    return Interrogative(lead, owner, frozenset({*before, *gone, *whole, owner.i}), 1)


def _which(sentence: Sentence, figure: Figure, head: Word, whole: set[int]) -> Interrogative | None:
    """Which article of the constitution: a number that names one of many."""
    of = [p for p in sentence.kids(head.i, "prep") if p.lower == "of"]
    if head.pos not in ("NOUN", "PROPN") or not of:
        return None
    phrase = noun_phrase(sentence, of[0].i)
    return Interrogative((f"which {figure.unit}", *phrase), head, frozenset({*whole, *sentence.subtree(head.i)}))


def _strong(sentence: Sentence, words: Sequence[Word], whole: set[int]) -> Interrogative | None:
    """How large a force: a number bound to "strong" before its noun."""
    behind = [w for w in sentence.words[words[-1].i + 1 : words[-1].i + 3] if w.pos != "PUNCT"]
    strong = next((w for w in behind if w.lower in ("strong", "member") and w.dep in ("amod", "compound")), None)
    noun = sentence.words[strong.head] if strong else None
    before = owner_words(sentence, noun, whole) if noun and noun.tag == "NN" else None
    if not strong or not noun or not before or sentence.words[before[0]].lower not in ("a", "an"):
        return None
    found = modifiers(sentence, noun)
    own = [i for i in before[1:] if i > strong.i or i < words[0].i]
    gone = {*before, *whole, *(found[1] if found else ()), noun.i}
    return found and Interrogative(
        (f"how large {sentence.words[before[0]].lower}", *own, noun.i, *found[0]), noun, frozenset(gone), 1
    )


def _share(sentence: Sentence, figure: Figure, head: Word, whole: set[int]) -> Interrogative | None:
    if figure.unit == "share" and tells_which_part(sentence, [sentence.words[i] for i in sorted(whole)], head):
        return None
    of = [p for i in (*whole, head.i) for p in sentence.kids(i, "prep") if p.lower == "of" and p.i not in whole]
    noun = "share" if of else ("fraction" if figure.unit == "share" else "percentage")
    phrase = noun_phrase(sentence, of[0].i) if of else []
    if any(sentence.words[i].held for i in phrase) or len(phrase) > 2 * LONGEST_OWNER:
        return None
    found = modifiers(sentence, head)
    return found and Interrogative((f"what {noun}", *phrase), head, frozenset({*whole, *found[1], *phrase, head.i}))


def _odds(sentence: Sentence, words: Sequence[Word], head: Word, whole: set[int]) -> Interrogative | None:
    """What share of things: "one drink in three", "one in three drinks"."""
    above = sentence.words[head.head]
    if head.dep == "nummod" and above.tag in COUNTABLE and above.i > words[-1].i:
        return _phrase(sentence, ("what share of",), above, whole)
    last = words[-1]
    over = sentence.words[last.head]
    if last.dep == "nummod" and over.tag in COUNTABLE and over.i > last.i and head.dep in SUBJECTS:
        named = [i for i in noun_phrase(sentence, over.i) if i > last.i]
        return Interrogative(("what share of", *named), head, frozenset({*whole, *sentence.subtree(head.i)}))
    noun = next((w for w in words if w.pos == "NOUN"), None)
    own = [w for w in words[1:] if noun and w.i < noun.i]
    told = [w for w in sentence.kids(noun.i, "amod", "relcl") if w not in own] if noun else []
    if noun is None or told or head.dep not in (*SUBJECTS, "dobj", "pobj"):
        return None
    many = noun.text.lower() if noun.tag in COUNTABLE else PLURALS.get(noun.lower, f"{noun.lower}s")
    many = re.sub(r"(?<=[^aeiou])ys$", "ies", many)
    many = " ".join([*(w.lower for w in own), many])
    return Interrogative((f"what share of {many}",), head, frozenset({*whole, head.i}))


def _contrasted(sentence: Sentence, noun: Word) -> list[int]:
    """The phrase behind a noun that tells it from the number joined to it: "14 boats in Bergen and 6 in Oslo"."""
    others = [p.lower for w in sentence.kids(noun.i, "conj") if w.tag == "CD" for p in sentence.kids(w.i, "prep")]
    own = [p for p in sentence.kids(noun.i, "prep") if p.i > noun.i and p.lower in others]
    return [i for p in own[:1] for i in sentence.subtree(p.i)]


def _more(ask: Lead) -> Lead:
    """What asks for "another five years": how many more years."""
    first = re.sub(r"^(how (?:many|much))\b", r"\1 more", str(ask[0]))
    return (first, *ask[1:])


def _joined(sentence: Sentence, noun: Word) -> list[int]:
    """The noun that one number counts together with another: "4,000 men and women"."""
    others = [w for w in sentence.kids(noun.i, "conj") if w.i > noun.i]
    named = noun_phrase(sentence, others[0].i) if len(others) == 1 and others[0].tag in COUNTABLE else []
    between = sentence.words[noun.i + 1 : named[0]] if named else ()
    if [w.lower for w in between] != ["and"] or any(sentence.words[i].tag in ("CD", "DT", "PRP$") for i in named):
        return []
    return [between[0].i, *named]


def _phrase(sentence: Sentence, ask: Lead, noun: Word, whole: set[int], *, own: bool = True) -> Interrogative | None:
    """How many of what: the noun with what describes it (with `own`), without number and article."""
    before = [
        i
        for i in noun_phrase(sentence, noun.i, joined=False)
        if i < noun.i and i not in whole and not determines(sentence.words[i], noun, whole)
    ]
    left = [sentence.words[i] for i in before]
    if not own and [w.lower for w in left] == ["another"] and sentence.words[noun.head].lemma != "be":
        ask, whole, before, left = _more(ask), whole | {*before}, [], []
    if own and any(w.lower in ORDERING for w in left):
        return None
    if any(w.dep == "det" or w.tag in ("JJS", "RBS", "JJR", "PRP", "PRP$", "CD") for w in left) or (left and not own):
        return None
    if any(d.lower in NO_DETERMINER for d in sentence.kids(noun.i, "det", "predet") if d.i not in whole):
        return None
    found, base = modifiers(sentence, noun), first_conjunct(sentence, noun)
    if base is None or found is None:
        return None
    behind, gone = found
    further = tuple(w.lower for w in sentence.words[max(whole) + 1 : noun.i] if w.lower in ("more", "fewer"))
    named: Lead = (*further[:1], *before, noun.i, *_joined(sentence, noun)) if own else ()
    behind = [*behind, *(i for i in _contrasted(sentence, noun) if i not in behind)]
    listed = set(sentence.subtree(base.i)) if base is not noun or sentence.kids(noun.i, "conj") else set()
    return Interrogative((*ask, *named, *behind), base, frozenset({*whole, *before, *gone, *listed, noun.i}))
