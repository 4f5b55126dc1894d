"""The person who writes "I": called "the author", with the verbs that go along."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quiz.documents.model import BlockKind
from quiz.facts.human_nouns import gender_told
from quiz.facts.model import Sentence, Word
from quiz.facts.names import Person
from quiz.facts.reference import PERSONAL, SUBJECTS, Candidate

AUTHOR = "the author"
INSTEAD = {"i": AUTHOR, "me": AUTHOR, "my": f"{AUTHOR}’s"}
LEAST = 3
"""Paragraphs with an "I" of their own below which it may be somebody's who is quoted without marks."""
THIRD = {"am": "is", "'m": " is", "’m": " is", "have": "has", "'ve": " has", "’ve": " has", "do": "does"}
"""Verbs as they stand with "the author"; a space goes before those written together with "I"."""
AUXILIARIES = ("aux", "auxpass")
HISSING = ("s", "x", "z", "ch", "sh", "o")


@dataclass(frozen=True, slots=True)
class Narrator:
    """Whether a document is told by somebody who says "I" throughout."""

    present: bool = False

    @classmethod
    def of(cls, sentences: Sequence[Sentence]) -> Narrator:
        """Look for the narrator of sentences outside quotations."""
        spoken = {id(s.block) for s in sentences if s.block.kind is BlockKind.body and any(map(_is_i, s.words))}
        return cls(len(spoken) >= LEAST)

    def stands(self, sentence: Sentence, word: Word) -> dict[int, str] | None:
        """What to put for "I", "me" or "my" and the verbs of an "I"; None where it is not the narrator's."""
        if not self.present or word.lower not in INSTEAD or word.dep == "conj" or sentence.block.kind != BlockKind.body:
            return None
        verbs = _verbs(sentence, sentence.words[word.head]) if word.dep in SUBJECTS else ()
        return {word.i: INSTEAD[word.lower], **{verb.i: third(verb) for verb in verbs}}

    def relation(self, sentences: Sequence[Sentence], at: int, pronoun: Word) -> Candidate | None:
        """The narrator's "father" for "he" where the sentence before, or this one ahead, begins with "My father"."""
        if not self.present:
            return None
        gender = PERSONAL[pronoun.lower]
        for sentence in (sentences[at], *sentences[max(0, at - 1) : at]):
            for noun in sentence.words:
                own = noun.dep in SUBJECTS and any(c.lower == "my" for c in sentence.kids(noun.i, "poss"))
                ahead = sentence is not sentences[at] or noun.i < pronoun.i
                if own and ahead and gender_told(noun.lemma.lower()) == gender:
                    return Candidate(Person(f"{AUTHOR}’s {noun.lower}", gender=gender), 0.0, sentence)
        return None


def _is_i(word: Word) -> bool:
    return word.text == "I" and word.tag == "PRP" and not word.held


def _verbs(sentence: Sentence, verb: Word) -> Iterator[Word]:
    """The verbs in the present that agree with the subject of a verb: it, its auxiliaries, and those joined to it."""
    for word in (verb, *sentence.kids(verb.i, *AUXILIARIES)):
        if word.tag == "VBP" or word.lower in THIRD:
            yield word
    for joined in sentence.kids(verb.i, "conj"):
        if not sentence.kids(joined.i, *SUBJECTS):
            yield from _verbs(sentence, joined)


def third(verb: Word) -> str:
    """A verb in the present as it stands with "the author"."""
    if verb.lower in THIRD:
        return THIRD[verb.lower]
    if verb.lower.endswith("y") and verb.lower[-2:-1] not in "aeiou":
        return f"{verb.text[:-1]}ies"
    return f"{verb.text}es" if verb.lower.endswith(HISSING) else f"{verb.text}s"
