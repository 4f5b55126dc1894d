"""Asks for a fact where it stands: "She sold the farm for how much?", where no question can open with it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from quiz.facts.model import Date, Figure, Sentence, Word
from quiz.facts.unit_words import TIME_UNITS, UNITS
from quiz.questions.answers.written import STRICT
from quiz.questions.asking.counted import counted, partitive, plural_unit
from quiz.questions.asking.described import FOCUS
from quiz.questions.asking.fronting import CHANGES
from quiz.questions.asking.interrogative import SINGLE
from quiz.questions.clauses.phrase import set_off
from quiz.questions.clauses.when import PREPOSITIONS, when
from quiz.questions.forms.misfits import paired
from quiz.questions.scene import head_of

RATE = re.compile(r"\s(?:an?|per|each|every)\s\w+$|/\w+$")
DETERMINING = ("DT", "PDT", "PRP$", "POS", "CD", "JJ", "JJS", "VBN", "WP$")
HEDGES = FOCUS | {"maybe", "perhaps", "probably"}
BESIDE = ("appos", "npadvmod", "dep")
"""How a figure hangs on what it is only put beside: ", ten short articles that ..."."""
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
    if paired(sentence, fact, words):
        return None
    if not ask or {*behind[:1]} & RECKONING or behind == [",", "or"]:
        return None
    head = head_of(words)
    owner = sentence.words[head.head]
    if fact.unit and head.dep in ("compound", "nmod", "amod", "nummod") and owner.pos in ("NOUN", "PROPN"):
        return _behind(sentence, whole, owner, ask) if owner.i not in {w.i for w in whole} else None
    if _part_of_more(sentence, fact, whole):
        return None
    first = whole[0].i
    while first and sentence.words[first - 1].lower in HEDGES:
        first -= 1
    before = sentence.words[first - 1] if first else None
    if before and before.text == "," and head.dep in BESIDE and owner.i < first:
        return None
    if before and (_determined(before) or _led_elsewhere(sentence, before, kept)):
        return None
    last = whole[-1].i + 2 if behind in (["or", "so"], ["and", "more"]) else whole[-1].i
    if fact.bound.lower() in STRICT and not ask.startswith("what fraction"):
        ask = f"{fact.bound.lower()} {ask}"
    led = before is not None and before.lower in ("up", "down") and sentence.words[before.i - 1].text != "-"
    if head.dep == "npadvmod" and (owner.lemma in CHANGES or led):
        ask = f"by {ask}"
    return dict.fromkeys(range(first, last + 1), "") | {first: ask}


def _determined(before: Word) -> bool:
    """Whether a word before a figure goes with it and says which."""
    return before.tag in DETERMINING or before.text == "-" or before.lower in ("or", "minus", "plus")


def _part_of_more(sentence: Sentence, fact: Figure, whole: Sequence[Word]) -> bool:
    """Whether a measure is less than one of its unit, of what stands behind it, or goes on: "5 days and 9 hours"."""
    if not fact.unit or fact.unit in UNSIZED or fact.unit.startswith("money"):
        return False
    behind = sentence.words[whole[-1].i + 1 : whole[-1].i + 3]
    ahead = sentence.words[max(0, whole[0].i - 2) : whole[0].i]
    named = bool(behind) and behind[0].pos in ("NOUN", "PROPN") and behind[0].head != behind[0].i
    more = [w.text for w in behind[:1]] in (["and"], [","]) and any(w.tag == "CD" for w in behind[1:])
    less = bool(ahead) and ahead[-1].lower == "and" and ahead[0].lemma in TIME_UNITS
    return fact.value < 1 or named or more or less


UNSIZED = frozenset({"percent", "share", "multiple"})
"""Units of which there may be a part, and that stand before their noun."""


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
    if figure.unit in TIME_UNITS and SINGLE.match(figure.text):
        return "how long"
    rated = "" if " per " in figure.unit else per
    return f"how many {plural_unit(figure, words)}{rated}" if figure.unit in UNITS else ""


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


def _behind(sentence: Sentence, whole: Sequence[Word], noun: Word, ask: str) -> Instead | None:
    """A measure before its noun is asked for behind it: "a ten-day strike" is "a strike of how many days"."""
    first = whole[0].i
    article = sentence.words[first - 1] if first else None
    named = any(p.lower == "of" for p in sentence.kids(noun.i, "prep"))
    if article is None or article.lower not in ("a", "an") or noun.i < whole[-1].i or named:
        return None
    if noun.dep in ("compound", "nmod") or any(
        w.pos in ("NOUN", "PROPN") for w in sentence.words[noun.i + 1 : noun.i + 2]
    ):
        return None
    following = next(w for w in sentence.words[whole[-1].i + 1 :] if w.pos != "PUNCT")
    gone = range(first, following.i)
    proper = "an" if following.lower[0] in "aeiou" else "a"
    return dict.fromkeys(gone, "") | {article.i: proper, noun.i: f"{noun.text} of {ask}"}


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
    ask = "which years" if date.end else when(date, "of").lower().replace("in ", "of ", 1).removeprefix("of ")
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
