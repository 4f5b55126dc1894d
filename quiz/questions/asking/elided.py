"""What a number without a noun counts: the noun or unit of the figure told like it before: "210 shops; it sold 96"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quiz.documents.model import Span
from quiz.facts.human_nouns import person_noun
from quiz.facts.model import Figure, Sentence, Word
from quiz.facts.unit_words import TIME_UNITS, UNITS
from quiz.questions.asking.counted import counted, plural_unit
from quiz.questions.asking.lead import Interrogative, Lead
from quiz.questions.clauses.clause import governor
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.scene import Scene, head_of

SMALLEST = 3
FARTHEST = 40
"""Words between two figures told alike at most."""
OBJECTS = ("dobj",)
SUBJECTS = ("nsubj", "nsubjpass")
# Verbs whose bare number is one of people, whatever was counted before.
OF_PEOPLE = frozenset("kill wound injure hurt arrest employ hire sentence execute hang elect appoint".split())
OF_TIME = frozenset("in on at by until till from since before after around about".split())
HOUR = 24
"""A bare number behind "at" up to this one may be an hour."""
MORE = frozenset("more fewer".split())


@dataclass(frozen=True, slots=True)
class Understood:
    """What opens the question of a number without noun, and what its clause takes from the figure told like it.

    `gone` are words of the other figure that the parser hung into the clause, `time` when both were so, and `told` the
    passages that name what is counted.
    """

    asked: Interrogative
    gone: frozenset[int] = frozenset()
    time: tuple[int, ...] = ()
    told: tuple[Span, ...] = ()


def understood(scene: Scene, at: int, figure: Figure, words: Sequence[Word]) -> Understood | None:
    """What asks for a number without a noun; None where it is in doubt what it counts."""
    sentence = scene.sentences[at]
    if figure.unit or figure.value < SMALLEST or counted(sentence, words):
        return None
    head = head_of(words)
    whole = {w.i for w in sentence.words if w.start < figure.whole.end and w.end > figure.whole.start and not w.held}
    if behind := _more(sentence, words):
        return _of_sentence_before(scene, at, behind, whole)
    if head.dep == "conj":
        return _of_list(sentence, figure, head, whole)
    if head.dep not in (*OBJECTS, *SUBJECTS, "pobj") or sentence.kids(head.i, "conj", "cc", "relcl"):
        return None
    if any(p.lower != "with" for p in sentence.kids(head.i, "prep")):
        return None
    for other in _figures_before(scene, sentence, figure):
        found = _like(scene, sentence, other, head, figure)
        if found is not None:
            gone, lead = found
            asked = Interrogative(lead, head, frozenset({*whole, *(i for i in sentence.subtree(head.i) if i < head.i)}))
            return Understood(asked, frozenset(gone), _time(scene, sentence, other, head))
    return None


def _of_list(sentence: Sentence, figure: Figure, head: Word, whole: set[int]) -> Understood | None:
    """The second of two figures with a phrase each that are told of one thing: "14 seats in 2010 and 6 in 2014"."""
    noun = sentence.words[head.head]
    if noun.pos == "VERB":
        noun = next((w for w in reversed(sentence.kids(noun.i, *OBJECTS)) if w.i < head.i), noun)
    numbers = sentence.kids(noun.i, "nummod")
    own = [p for p in sentence.kids(head.i, "prep") if p.i == head.i + 1]
    verb = sentence.words[noun.head]
    if len(numbers) != 1 or noun.tag != "NNS" or noun.dep not in (*OBJECTS, "pobj") or len(own) != 1 or figure.bound:
        return None
    others = [p for k in (noun, verb) for p in sentence.kids(k.i, "prep") if noun.i < p.i < head.i]
    others = [p for p in others if p.lower == own[0].lower]
    if len(others) != 1 or noun.lemma in TIME_UNITS:
        return None
    named = [i for i in noun_phrase(sentence, noun.i, joined=False) if numbers[0].i < i <= noun.i]
    gone = {*sentence.subtree(noun.i), *sentence.subtree(others[0].i), *sentence.subtree(head.i), *whole}
    time = tuple(i for i in sentence.subtree(own[0].i) if sentence.words[i].pos != "PUNCT")
    gone -= {*time}
    return Understood(Interrogative(("how many", *named), noun, frozenset(gone)), frozenset(gone), time)


def _figures_before(scene: Scene, sentence: Sentence, figure: Figure) -> Iterator[Figure]:
    """The figures of a sentence before one, the last first, as far as they tell what they count."""
    told = [f for f in scene.figures_in(sentence.span) if f.span.end <= figure.span.start]
    yield from (f for f in reversed(told) if f.unit or f.measured)


def _like(scene: Scene, sentence: Sentence, other: Figure, head: Word, figure: Figure) -> tuple[set[int], Lead] | None:
    """The words of a figure told like another, and what asks for that by its noun or unit; None for one told apart."""
    words = scene.words(sentence, other.span)
    if not words or head.i - words[-1].i > FARTHEST:
        return None
    noun = None if other.unit else counted(sentence, words)
    top = noun or head_of(words)
    if not _same_place(sentence, top, head, figure):
        return None
    verb = governor(sentence, head.i)
    if noun is not None:
        of_people = verb is not None and verb.lemma in OF_PEOPLE and not person_noun(noun.lemma)
        if verb is None or of_people or noun.lemma in TIME_UNITS:
            return None
        named = [i for i in noun_phrase(sentence, noun.i, joined=False) if i > words[-1].i]
        clause = {i for i in named for k in sentence.kids(i, "relcl", "acl") for i in sentence.subtree(k.i)}
        named = [i for i in named if i not in clause]
        further = any(w.lower in ("further", "another") for w in sentence.kids(head.i, "amod", "det"))
        return {*named, *(w.i for w in words)}, ("how many more" if further else "how many", *named)
    ask = _unit_asked(other, words)
    return ({w.i for w in words}, (ask,)) if ask else None


def _unit_asked(other: Figure, words: Sequence[Word]) -> str:
    if other.unit.startswith("money"):
        return "how much"
    if other.unit == "percent":
        return "what percentage"
    rate = f" per {other.per}" if other.per and " per " not in other.unit else ""
    known = other.unit in UNITS and other.unit not in TIME_UNITS
    return f"how many {plural_unit(other, words)}{rate}" if known else ""


def _same_place(sentence: Sentence, top: Word, head: Word, figure: Figure) -> bool:
    """Whether two figures stand alike in their clauses: both objects, both subjects, both behind one preposition."""
    if head.dep in SUBJECTS:
        return top.dep in SUBJECTS
    if head.dep in OBJECTS:
        return top.dep in OBJECTS
    first, second = sentence.words[top.head], sentence.words[head.head]
    if top.dep != "pobj" or first.lower != second.lower or first.i == second.i:
        return False
    verbs = governor(sentence, top.i), governor(sentence, head.i)
    same = all(verbs) and len({verb.lemma for verb in verbs if verb}) == 1
    return same or second.lower not in OF_TIME or (second.lower == "at" and figure.value > HOUR)


def _time(scene: Scene, sentence: Sentence, other: Figure, head: Word) -> tuple[int, ...]:
    """The date before the clause of a figure that holds for one told like it: "By March it should have ..."."""
    words = scene.words(sentence, other.span)
    first, second = governor(sentence, words[0].i), governor(sentence, head.i)
    if first is None or second is None or first.lemma != second.lemma:
        return ()
    own = [d for d in scene.dates_in(sentence.span) if d.span.start > words[-1].start]
    dates = [d for d in scene.dates_in(sentence.span) if d.span.end < words[0].start]
    if own or len(dates) != 1:
        return ()
    at = scene.words(sentence, dates[0].span)[:1]
    while at and at[0].head not in (first.i, at[0].i):
        at = [sentence.words[at[0].head]]
    kept = sentence.subtree(at[0].i) if at and at[0].dep == "prep" else []
    return tuple(i for i in kept if sentence.words[i].pos != "PUNCT")


def _more(sentence: Sentence, words: Sequence[Word]) -> Word | None:
    """The "more" a number stands before that no noun follows: "asked for four more"."""
    behind = sentence.words[words[-1].i + 1 : words[-1].i + 2]
    alone = behind and behind[0].lower in MORE and behind[0].dep in ("dobj", "pobj")
    return behind[0] if alone and not sentence.kids(behind[0].i, "prep", "amod") else None


def _of_sentence_before(scene: Scene, at: int, more: Word, whole: set[int]) -> Understood | None:
    """How many more of what the sentence before counts, where it counts one kind of thing."""
    if not at or scene.sentences[at - 1].block is not scene.sentences[at].block:
        return None
    before = scene.sentences[at - 1]
    nouns = [counted(before, scene.words(before, f.span)) for f in scene.figures_in(before.span) if not f.unit]
    known = [noun for noun in nouns if noun is not None]
    if len({noun.lemma for noun in known}) != 1 or before.kids(known[0].i, "amod", "relcl"):
        return None
    asked = Interrogative((f"how many {more.lower} {known[0].text}",), more, frozenset({*whole, more.i}))
    return Understood(asked, told=(scene.passage(at - 1),))
