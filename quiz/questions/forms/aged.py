"""Whose age a figure is: told beside a name, behind "at" or "a man of", or in a clause of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from quiz.facts.cue_words import CUES
from quiz.facts.model import Figure, Sentence, Word
from quiz.questions.clauses.clause import clause, governor
from quiz.questions.scene import Scene, head_of

OLDEST = 115
NOON = 12
"""The last hour told in a word alone."""
PEOPLE = frozenset(
    """
    man woman boy girl lad youth child person baby infant toddler teenager son daughter brother sister mother father
    wife husband widow widower uncle aunt nephew niece cousin grandson granddaughter grandmother grandfather king queen
    prince princess emperor lieutenant captain student soldier officer farmer worker bride veteran bachelor spinster
    """.split()
)
# Verbs that tell an event without anything behind them.
OF_LIFE = frozenset("die marry retire graduate enlist emigrate drown abdicate resign".split())
BEGUN = frozenset("become win begin start join enter leave inherit succeed found ascend debut write publish".split())


@dataclass(frozen=True, slots=True)
class Aged:
    """Somebody whose age is told: the noun that names them, and the verb of what happened then, if any is told."""

    who: Word
    verb: Word | None
    of_being: bool = False


def aged(scene: Scene, sentence: Sentence, figure: Figure, words: Sequence[Word]) -> Aged | None:
    """Whose age a figure is; None if it is none."""
    if figure.unit not in ("", "age") or figure.high is not None or not 1 <= figure.value <= OLDEST:
        return None
    head, old = head_of(words), old_behind(sentence, words)
    above = sentence.words[head.head]
    if old is not None and old.dep == "amod":
        noun = sentence.words[old.head]
        return _named(scene, sentence, noun) if old.i < noun.i or noun.pos == "PROPN" else None
    if head.dep in ("attr", "acomp") and above.lemma == "be":
        return _of_being(scene, sentence, above)
    if head.dep == "dobj" and above.lemma == "turn" and figure.unit == "" and not sentence.kids(head.i):
        return _of_being(scene, sentence, above)
    if head.dep in ("appos", "nummod") and above.pos == "PROPN" and _between_commas(sentence, words):
        return _named(scene, sentence, above)
    if head.dep == "npadvmod" and above.lower == "aged":
        return _named(scene, sentence, sentence.words[above.head])
    if _at_age(sentence, words) or _by_then(sentence, figure, words):
        return _doer(scene, sentence, words)
    noun = sentence.words[above.head]
    if head.dep == "pobj" and above.lower == "of" and noun.lemma in PEOPLE and not sentence.kids(head.i, "prep"):
        return _named(scene, sentence, noun)
    return None


def old_behind(sentence: Sentence, words: Sequence[Word]) -> Word | None:
    """The "old" behind a number of years."""
    behind = sentence.words[words[-1].i + 1 : words[-1].i + 5]
    return next((w for w in behind if w.lower in ("old", "olds")), None) if words else None


def _between_commas(sentence: Sentence, words: Sequence[Word]) -> bool:
    low, high = words[0].i, words[-1].i
    return (
        low > 0
        and high + 1 < len(sentence.words)
        and sentence.words[low - 1].text == ","
        and sentence.words[high + 1].text in (",", ".")
    )


def _at_age(sentence: Sentence, words: Sequence[Word]) -> bool:
    """Whether a number follows "at", "at the age of" or "at age", and counts nothing behind it."""
    before = " " + " ".join(w.lower for w in sentence.words[max(0, words[0].i - 4) : words[0].i])
    behind = sentence.words[words[-1].i + 1 : words[-1].i + 2]
    verb = _verb_before(sentence, words)
    ends = (
        not behind or behind[0].pos in ("PUNCT", "ADP", "SCONJ", "CCONJ") or (verb is None and behind[0].pos == "PROPN")
    )
    bare = before.endswith(" at") and verb is not None and verb.lemma in OF_LIFE | BEGUN
    return ends and (bare or before.endswith((" at the age of", " at age")))


def _by_then(sentence: Sentence, figure: Figure, words: Sequence[Word]) -> bool:
    """Whether a number in words that is no hour stands behind "at" or opens a sentence: "At fifteen she painted"."""
    first, behind = words[0].i, sentence.words[words[-1].i + 1 : words[-1].i + 2]
    if figure.value <= NOON or not words[0].text.isalpha() or figure.unit or figure.bound or not first:
        return False
    ends = not behind or behind[0].pos == "PUNCT" or (first == 1 and behind[0].pos in ("PRON", "PROPN"))
    return sentence.words[first - 1].lower == "at" and ends and head_of(words).dep == "pobj"


def _verb_before(sentence: Sentence, words: Sequence[Word]) -> Word | None:
    """The last verb before a number that tells of the past."""
    before = reversed(sentence.words[: words[0].i])
    return next((w for w in before if w.pos == "VERB" and w.tag in ("VBD", "VBN")), None)


def _doer(scene: Scene, sentence: Sentence, words: Sequence[Word]) -> Aged | None:
    """The person who did something at an age."""
    verb = _verb_before(sentence, words) or governor(sentence, words[0].i)
    verb = sentence.words[verb.head] if verb and verb.dep == "parataxis" else verb
    found = clause(sentence, verb) if verb else None
    if not found or not verb:
        return None
    heads = [w for i in found.subject if (w := sentence.words[i]).head not in found.subject or w.head == w.i]
    who = next(iter(heads), sentence.words[found.subject[0]])
    person = scene.facts.people.mentioned(who.start, who.end) or who.lower in ("he", "she")
    return Aged(who, verb) if person or (who.tag == "NNP" and who.ent in ("", "PERSON")) else None


def _named(scene: Scene, sentence: Sentence, noun: Word) -> Aged | None:
    """The person a noun names or is told of beside a name: "Wills, a young man of twenty-six"."""
    called = noun.lemma in PEOPLE
    while noun.dep == "appos" and sentence.words[noun.head].pos in ("PROPN", "NOUN"):
        noun = sentence.words[noun.head]
    named = any(w.lemma in ("name", "call") for w in sentence.kids(noun.i, "acl"))
    if noun.pos != "PROPN" and not named and not (noun.lemma in PEOPLE and sentence.kids(noun.i, "poss")):
        return None
    verb = governor(sentence, noun.i)
    called = called or named or noun.ent in ("PERSON", "") or (verb is not None and verb.lemma in CUES)
    known = called or scene.facts.people.mentioned(noun.start, noun.end)
    return Aged(noun, verb) if known else None


def _of_being(scene: Scene, sentence: Sentence, verb: Word) -> Aged | None:
    """The person who was so old."""
    subject = next(iter(sentence.kids(verb.i, "nsubj")), None)
    if subject is None or sentence.kids(verb.i, "neg"):
        return None
    if subject.lower == "who" and verb.dep == "relcl":
        return _named(scene, sentence, sentence.words[verb.head]) if verb.tag == "VBD" else None
    person = scene.facts.people.mentioned(subject.start, subject.end)
    if not (person or subject.lower in ("he", "she") or subject.lemma in PEOPLE):
        return None
    if verb.dep == "advcl" and not any(w.lower == "when" for w in sentence.kids(verb.i, "advmod", "mark")):
        return None
    return Aged(subject, verb, of_being=True)
