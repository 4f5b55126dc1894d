"""Whether a gap has one right answer for whoever reads it alone: in one clause, at no second of two like facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.facts.model import Date, Figure, Sentence, Word
from quiz.questions.asking.counted import counted
from quiz.questions.clauses.clause import SUBJECTS
from quiz.questions.scene import Scene, head_of

LONGEST = 26
"""Words of a cloze of a figure at most."""
BESIDE = frozenset("appos relcl parataxis".split())
"""How words hang on others that tell of something by the way."""
HELD_AGAINST = frozenset("against from than versus".split())
"""What leads an amount that is only told to measure another by."""


def clear(scene: Scene, sentence: Sentence, fact: Date | Figure, gap: Sequence[int], kept: Sequence[int]) -> bool:
    """Whether a cloze of these words could be handed out: nobody has to guess which of several amounts is meant."""
    words = [sentence.words[i] for i in gap]
    if _by_the_way(sentence, words, kept) or _one_of_several(scene, sentence, fact, kept):
        return False
    if isinstance(fact, Date):
        return True
    first, before = words[0].i, sentence.words[words[0].i - 1] if words[0].i else None
    own = [i for i in kept if i not in gap]
    if not own or first < own[0] or sentence.words[own[0]].lower == "of" or len(own) > LONGEST:
        return False
    hedged = before is not None and (before.text == "," or before.lower in HELD_AGAINST)
    led = [w.text for w in sentence.words[max(0, words[0].i - 3) : words[0].i]]
    hedged = hedged or (before is not None and before.pos == "ADP" and led[-2:-1] == [","] and led[:1] != ["and"])
    behind = sentence.words[words[-1].i + 1 : words[-1].i + 2]
    whose = [w for w in behind if w.i in kept and w.lower in ("in", "for")]
    return (not hedged or bool(whose)) and fact.unit != "age" and not _opens(sentence, words, kept)


def _by_the_way(sentence: Sentence, words: Sequence[Word], kept: Sequence[int]) -> bool:
    """Whether a fact stands in an aside, in a clause about a noun, or in the second of two joined parts."""
    return any(_beside(w) for w in _above(sentence, head_of(words), kept) if w.head in kept)


def _beside(word: Word) -> bool:
    """Whether a word opens an aside, a participle about a noun, or the second of two things."""
    described = word.dep == "acl" and word.tag != "VB"
    return word.dep in BESIDE or described or (word.dep == "conj" and word.pos not in ("VERB", "AUX"))


def _above(sentence: Sentence, word: Word, kept: Sequence[int]) -> Iterator[Word]:
    """A word and those it hangs on, as far as they are shown."""
    yield word
    while word.head != word.i and word.head in kept:
        word = sentence.words[word.head]
        yield word


def _one_of_several(scene: Scene, sentence: Sentence, fact: Date | Figure, kept: Sequence[int]) -> bool:
    """Whether another date of the grain, or another amount of the unit, is shown."""
    inside = {*kept}
    alike: list[Date | Figure] = []
    if isinstance(fact, Date):
        alike += [d for d in scene.dates_in(sentence.span) if d.grain == fact.grain and not d.derived]
    else:
        alike += [f for f in scene.figures_in(sentence.span) if f.unit == fact.unit]
    shown = [words for other in alike if other.span != fact.span if (words := scene.words(sentence, other.span))]
    shown = [words for words in shown if {w.i for w in words} <= inside]
    if isinstance(fact, Date) or fact.unit:
        return bool(shown)
    own = counted(sentence, scene.words(sentence, fact.span))
    nouns = [counted(sentence, words) for words in shown]
    return any((noun.lemma if noun else "") == (own.lemma if own else "") for noun in nouns)


def _opens(sentence: Sentence, words: Sequence[Word], kept: Sequence[int]) -> bool:
    """Whether a figure stands before the subject: "For (two generations) he was a traitor"."""
    path = list(_above(sentence, head_of(words), kept))
    verb = next((w for w in path if w.pos in ("VERB", "AUX")), None)
    subject = sentence.kids(verb.i, *SUBJECTS) if verb else []
    ahead = bool(subject) and words[-1].i < subject[0].i and subject[0] not in path
    return ahead and verb is not None and verb.dep != "conj"
