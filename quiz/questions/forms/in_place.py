"""Asks for a fact where it stands: "She sold the farm for how much?", where no question can open with it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quiz.facts.model import Date, Figure, Sentence, Word
from quiz.facts.unit_words import TIME_UNITS, UNITS
from quiz.questions.answers.written import STRICT
from quiz.questions.asking.counted import counted, part_asked, partitive, plural_unit
from quiz.questions.asking.described import FOCUS
from quiz.questions.asking.fronting import CHANGES, EXTENTS
from quiz.questions.asking.interrogative import SINGLE, TOGETHER
from quiz.questions.asking.rated import with_rate
from quiz.questions.clauses.clause import SUBJECTS
from quiz.questions.clauses.phrase import set_off
from quiz.questions.clauses.turn import turn
from quiz.questions.clauses.when import PREPOSITIONS, of_accounts, when
from quiz.questions.forms.misfits import paired
from quiz.questions.scene import head_of

RATE = re.compile(r"\s(?:an?|per|each|every)\s\w+$|/\w+$")
DETERMINING = ("DT", "PDT", "PRP$", "POS", "CD", "JJ", "JJS", "VBN", "WP$")
HEDGES = FOCUS | {"maybe", "perhaps", "probably"}
BESIDE = ("appos", "attr", "acomp", "dep", "conj")
"""How a figure hangs on what it is only put beside, or on "was": ", ten short articles that ..."."""
RECKONING = frozenset("ago earlier later afterward afterwards before hence".split())
# Verbs whose bare number counts people or things, whatever they are.
COUNTING = frozenset("kill wound wind suffer injure lose leave capture sell build win employ".split())
# What a part is of, that has no verb of its own ("one of them a mile away"), and what opens the end of something.
PARTED = frozenset("them these those".split())
UNTIL = frozenset("until till".split())
LONGEST = 32
"""Words of a question that asks in place at most: its reader has to keep them in mind until it asks."""

Instead = Mapping[int, str]
"""What is put in place of which word; nothing ("") for those that go."""


def in_place(sentence: Sentence, fact: Date | Figure, words: Sequence[Word], kept: Sequence[int]) -> Instead | None:
    """What asks for a fact among the kept words of its sentence; None where that would be no English."""
    kept = [i for i in kept if sentence.words[i].tag != "."]
    if _parenthetical(sentence, words, kept) or any(sentence.words[i].text in (";", ":", "—", "–", "--") for i in kept):
        return None
    if isinstance(fact, Date):
        return _date(sentence, fact, words)
    return _figure(sentence, fact, words, kept)


def _figure(sentence: Sentence, fact: Figure, words: Sequence[Word], kept: Sequence[int]) -> Instead | None:
    """A figure is asked for with its unit, or before what it counts."""
    whole = [w for w in sentence.words if w.start < fact.whole.end and w.end > fact.whole.start and not w.held]
    ask = _asks(sentence, fact, words)
    behind = [w.lower for w in sentence.words[whole[-1].i + 1 :][:2]]
    if not ask or {*behind[:1]} & RECKONING or behind == [",", "or"]:
        return None
    if (
        paired(sentence, fact, words)
        or _part_of_more(fact, sentence, whole)
        or out_of_place(sentence, fact, words, kept)
    ):
        return None
    head, first = head_of(words), whole[0].i
    while first and sentence.words[first - 1].lower in HEDGES:
        first -= 1
    before = sentence.words[first - 1] if first else None
    said = before is not None and before.lower == "that" and before.dep == "mark"
    joint = next((i for i in kept if i > whole[-1].i and sentence.words[i].dep == "cc"), len(sentence.words))
    if said and any(i > joint and sentence.words[i].tag == "CD" for i in kept):
        return None
    if _measures_noun(sentence, fact, head) or (before and _misled(sentence, before, kept)):
        return None
    last = whole[-1].i + 2 if behind in (["or", "so"], ["and", "more"]) else whole[-1].i
    if fact.bound.lower() in STRICT and not ask.startswith("what fraction"):
        ask = f"{fact.bound.lower()} {ask}"
    changed = sentence.words[head.head].lemma in CHANGES or (before and before.lower in ("up", "down"))
    if head.dep == "npadvmod" and changed:
        ask = f"by {ask}"
    if (which := turn(sentence, head)) and head.head == first - 1:
        first, ask = first - 1, f"for the {which} time {sentence.words[head.head].lower} {ask}"
    return dict.fromkeys(range(first, last + 1), "") | {first: ask}


def _part_of_more(fact: Figure, sentence: Sentence, whole: Sequence[Word]) -> bool:
    """Whether a measure is less than one of its unit, or goes on: "5 days and 9 hours", "35 mm Hg"."""
    if not fact.unit or fact.unit in UNSIZED or fact.unit.startswith("money"):
        return False
    behind = sentence.words[whole[-1].i + 1 : whole[-1].i + 3]
    ahead = sentence.words[max(0, whole[0].i - 2) : whole[0].i]
    named = bool(behind) and behind[0].pos in ("NOUN", "PROPN")
    more = [w.text for w in behind[:1]] in (["and"], [","]) and any(w.tag == "CD" for w in behind[1:])
    less = bool(ahead) and ahead[-1].lower == "and" and ahead[0].lemma in TIME_UNITS
    return fact.value < 1 or named or more or less


UNSIZED = frozenset({"percent", "share", "multiple"})
"""Units of which there may be a part, and that stand before their noun."""


def _measures_noun(sentence: Sentence, figure: Figure, head: Word) -> bool:
    """Whether a measure stands before the noun it is one of: "a ten-day strike"."""
    measure = figure.unit and head.dep in ("compound", "nmod", "amod", "nummod")
    return bool(measure) and sentence.words[head.head].pos in ("NOUN", "PROPN")


def _misled(sentence: Sentence, before: Word, kept: Sequence[int]) -> bool:
    """Whether no question can follow what stands before a figure: a comma, what determines it, the end of another."""
    bound = before.tag in DETERMINING or before.text == "-" or before.lower in ("or", "minus", "plus")
    return bound or (before.text == "," and before.i in kept) or _led_elsewhere(sentence, before, kept)


def out_of_place(sentence: Sentence, figure: Figure, words: Sequence[Word], kept: Sequence[int]) -> bool:
    """Whether a question may not stand where a figure does: in a list or beside a noun, behind "was" or "there".

    Nor is one tacked to a statement that a clause of its own is joined to.
    """
    head, inside = counted(sentence, words) or head_of(words), set(kept)
    above = sentence.words[head.head]
    behind = sentence.words[words[-1].i + 1 : words[-1].i + 2]
    compared = figure.unit in ("times", "multiple") and any(w.tag in ("JJR", "RBR") for w in behind)
    compared = compared or sentence.words[words[0].i - 1].lower == "than"
    if head.dep == "pobj" and sentence.words[above.head].tag == "CD" and above.head > head.i:
        return True
    if in_list(sentence, figure, words, kept) or (head.dep in BESIDE and not compared):
        return True
    being = above.dep in ("acomp", "xcomp") or sentence.words[above.head].lemma == "be"
    if head.dep == "npadvmod" and being and not compared:
        return True
    if _in_aside(sentence, head, kept):
        return True
    if above.lemma == "be" and above.i < head.i and not compared:
        return True
    verbs = sentence.kids(above.i, "conj") if head.dep in SUBJECTS else ()
    return any(w.i in inside for w in verbs)


def _in_aside(sentence: Sentence, head: Word, kept: Sequence[int]) -> bool:
    """Whether a figure stands in an aside that the sentence goes on behind: ", a city of 900 people in which ..."."""
    root, owner = sentence.root(), sentence.words[sentence.words[head.head].head]
    between = [sentence.words[i] for i in kept if head.i < i < root.i]
    if root.i in kept and any(w.text == "," for w in between):
        return True
    behind = [i for i in kept if i > head.i and sentence.words[i].pos != "PUNCT"]
    return head.dep == "pobj" and owner.dep in ("appos", "conj") and len(behind) > TAIL


TAIL = 3
"""Words at most that may follow a question put into an aside."""


def in_list(sentence: Sentence, figure: Figure, words: Sequence[Word], kept: Sequence[int]) -> bool:
    """Whether a figure is one of a list, stands beside its noun, says how many there were, or follows "of which"."""
    head, inside = counted(sentence, words) or head_of(words), set(kept)
    above, own = sentence.words[head.head], {w.i for w in words}
    joined = [w for w in sentence.kids(head.i, "conj") if w.i in inside - own]
    parted = any(w.lower == "of" for w in sentence.words[words[-1].i + 1 : words[-1].i + 2])
    if any(w.tag == "CD" or sentence.kids(w.i, "nummod") for w in joined) or sentence.kids(above.i, "expl"):
        return True
    apart = sentence.words[words[0].i - 1].lower == "than" or parted or figure.unit != ""
    if (head.dep == "conj" and not parted) or (head.dep == "appos" and not apart):
        return True
    return any(sentence.words[i].tag in ("WDT", "WP", "WP$") for i in kept[:2])


def _led_elsewhere(sentence: Sentence, before: Word, kept: Sequence[int]) -> bool:
    """Whether what stands before a figure tells that it has no clause of its own, or one that ends something."""
    ahead = sentence.words[before.i - 1].lower if before.i else ""
    return before.lower in PARTED or ahead in UNTIL or (ahead == "time" and before.i - 1 not in kept)


def _asks(sentence: Sentence, figure: Figure, words: Sequence[Word]) -> str:
    """The words that ask for a figure; none where its noun is not told beside it."""
    rate = RATE.search(figure.text)
    per = rate[0] if rate and figure.per else ""
    behind = sentence.words[min(words[-1].i + 1, len(sentence.words) - 1)].lower
    if figure.unit.startswith("money"):
        return f"how much{per}"
    if figure.unit == "percent":
        return "what share" if behind == "of" else "what percentage"
    if figure.unit == "share":
        return _share(sentence, words)
    if figure.unit == "multiple" and words[-1].lower != "times":
        return ""
    if figure.unit == "multiple":
        compared = sentence.words[min(words[-1].i + 1, len(sentence.words) - 1)].tag in ("JJR", "RBR")
        return "how many times" if compared or behind in ("as", "the") else ""
    if figure.unit == "":
        head = head_of(words)
        owner = sentence.words[head.head]
        alone = head.dep == "dobj" and not sentence.children[head.i] and owner.lemma in COUNTING
        alone = alone or behind in ("more", "fewer")
        return "how many" if alone or partitive(sentence, words) or _counts(sentence, words) else ""
    if figure.unit in TIME_UNITS and (SINGLE.match(figure.text) or TOGETHER.search(figure.text)):
        return "how long"
    if figure.unit not in UNITS or (part_asked(figure) and behind in EXTENTS):
        return ""
    return part_asked(figure) or with_rate(figure, f"how many {plural_unit(figure, words)}")


def _share(sentence: Sentence, words: Sequence[Word]) -> str:
    """What asks for a part: not with its whole between ("one drink in three") or bare behind it ("half the city")."""
    behind = sentence.words[min(words[-1].i + 1, len(sentence.words) - 1)]
    if behind.lower == "of":
        return "what share"
    bare = behind.pos in ("NOUN", "PROPN", "PRON", "DET") or any(
        w.pos == "NOUN" and w.i > words[0].i + 1 for w in words
    )
    compared = behind.tag in ("JJR", "RBR") or behind.pos == "AUX"
    return "what fraction" if compared and not bare else ""


def _counts(sentence: Sentence, words: Sequence[Word]) -> bool:
    """Whether a number stands before the noun it counts, with nothing but adjectives between."""
    noun = counted(sentence, words)
    if noun is None or noun.i < words[-1].i:
        return False
    between = sentence.words[words[-1].i + 1 : noun.i]
    return all(w.pos in ("ADJ", "NOUN", "PROPN", "ADV") or w.text == "-" or w.tag == "POS" for w in between)


def _date(sentence: Sentence, date: Date, words: Sequence[Word]) -> Instead | None:
    """A date is asked for behind its preposition: "since what year"."""
    first = words[0].i
    if before_noun := _before_noun(sentence, date, words):
        return before_noun
    preposition = sentence.words[first - 1] if first else None
    article = preposition is not None and preposition.lower == "the"
    preposition = sentence.words[first - 2] if article and first > 1 else preposition
    if preposition is None or preposition.pos not in ("ADP", "SCONJ") or date.end or date.modifier:
        return None
    if preposition.lower not in PREPOSITIONS and preposition.lower != "of":
        return None
    if head_of(words).head not in (preposition.i, preposition.head):
        return None
    led, _, ask = when(date, preposition.lower).partition(" ")
    gone = {w.i: "" for w in sentence.words[preposition.i + 1 : words[-1].i + 1]}
    return gone | ({preposition.i + 1: ask} if ask else {preposition.i: led.lower()})


def _before_noun(sentence: Sentence, date: Date, words: Sequence[Word]) -> Instead | None:
    """A date before its noun is asked for behind it: "a 1948 law" is "a law of what year"."""
    head = head_of(words)
    noun, last = sentence.words[head.head], words[-1].i
    article = sentence.words[words[0].i - 1] if words[0].i else None
    attribute = head.dep in ("nummod", "amod", "compound", "nmod") and noun.pos in ("NOUN", "PROPN") and noun.i > last
    if not attribute or article is None or article.tag not in ("DT", "PRP$") or date.modifier:
        return None
    if noun.i - last > FARTHEST or any(p.lower == "of" for p in sentence.kids(noun.i, "prep")):
        return None
    following = sentence.words[last + 1]
    ask = (
        "which years"
        if date.end and not of_accounts(date)
        else when(date, "of").lower().replace("in ", "of ", 1).removeprefix("of ")
    )
    proper = "an" if following.lower[0] in "aeiou" else "a"
    gone = dict.fromkeys((w.i for w in words), "") | {noun.i: f"{noun.text} of {ask}"}
    return gone | ({article.i: proper} if article.lower in ("a", "an") else {})


FARTHEST = 4
"""Words from a date to the noun it stands before."""


def _parenthetical(sentence: Sentence, words: Sequence[Word], kept: Sequence[int]) -> bool:
    """Whether the fact stands in what commas set off in the middle, where nothing can be asked."""
    at = head_of(words)
    while at.head != at.i and at.pos not in ("VERB", "AUX"):
        part = sentence.subtree(at.i)
        if at.dep == "appos" and at.i == head_of(words).i and sentence.kids(at.i, "cc", "prep"):
            return True
        if set_off(sentence, at) and _goes_on(sentence, part[-1], kept):
            return True
        between = sentence.words[part[0] - 1 : part[0]] + sentence.words[part[-1] + 1 : part[-1] + 2]
        if part[0] and [w.text for w in between] == [",", ","] and _goes_on(sentence, part[-1], kept):
            return True
        at = sentence.words[at.head]
    if at.dep == "relcl" and set_off(sentence, at) and any(i > sentence.subtree(at.i)[-1] for i in kept):
        return True
    first, last = words[0].i, words[-1].i
    after = sentence.words[last + 1].text if last + 1 < len(sentence.words) else ""
    opened = [w for w in sentence.words[max(0, first - 4) : first] if w.text == ","]
    return after == "," and bool(opened) and _goes_on(sentence, last, kept)


def _goes_on(sentence: Sentence, last: int, kept: Sequence[int]) -> bool:
    """Whether words are kept behind a place, and not only marks."""
    return any(i > last and sentence.words[i].pos != "PUNCT" for i in kept)
