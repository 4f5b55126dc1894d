"""Who writes "I" or "we": called "the author", with the verbs that go along, and "the authors" or "the auditors"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quiz.documents.model import BlockKind
from quiz.facts.human_nouns import gender_told
from quiz.facts.model import Sentence, Word
from quiz.facts.names import Person
from quiz.facts.prominence import PERSONAL, SUBJECTS, Candidate
from quiz.questions.clauses.clause import governor

AUTHOR, AUTHORS, AUDITORS = "the author", "the authors", "the auditors"
OWN = (BlockKind.body, BlockKind.item)
INSTEAD = {"i": AUTHOR, "me": AUTHOR, "my": f"{AUTHOR}’s"}
WRITERS = {"we": "{}", "us": "{}", "our": "{}’", "ours": "{}’"}
WORKED = frozenset(
    """
    analyse analyze ask assess calculate carry check collect compare compile conclude conduct consider consult count
    discuss draw employ enrol estimate evaluate examine exclude expect find follow identify include inspect interview
    investigate look measure meet model monitor note obtain observe perform propose publish randomise randomize read
    receive recommend record recruit report review sample see seek select show study survey test track train use visit
    """.split()
)
"""Verbs of those who write what they found out: not what "we call" a thing or "can follow" in a figure."""
AUDITED = re.compile(r"\bauditors?\b|\baudit office\b|\b(?:our|this) audit\b", re.IGNORECASE)
OPENING = 1500
"""Characters at the start of a document that may tell what its writers are."""
LONGEST_LIST, LAST_WORDS = 20, 8
"""Items of a list, and words of what leads it in among which "we" is the last to be told of."""
LEAST = 3
"""Paragraphs with an "I" of their own below which it may be somebody's who is quoted without marks."""
THIRD = {"am": "is", "'m": " is", "’m": " is", "have": "has", "'ve": " has", "’ve": " has", "do": "does"}
"""Verbs as they stand with "the author"; a space goes before those written together with "I"."""
AUXILIARIES = ("aux", "auxpass")
HISSING = ("s", "x", "z", "ch", "sh", "o")


@dataclass(frozen=True, slots=True)
class Narrator:
    """Whether a document is told by somebody who says "I" throughout, or what those are called who say "we"."""

    present: bool = False
    writers: str = ""

    @classmethod
    def of(cls, sentences: Sequence[Sentence], opening: str = "") -> Narrator:
        """Look for the narrator of sentences outside quotations; what opens the document may tell of auditors."""
        own = [s for s in sentences if s.block.kind in OWN]
        spoken = {id(s.block) for s in own if s.block.kind is BlockKind.body and any(map(_is_i, s.words))}
        worked = {id(s.block) for s in own if any(_is_we(s, w) for w in s.words)}
        several = not spoken and len(worked) >= LEAST
        writers = AUDITORS if AUDITED.search(opening) else AUTHORS
        return cls(len(spoken) >= LEAST, writers if several else "")

    def stands(self, sentence: Sentence, word: Word) -> dict[int, str] | None:
        """What to put for "I", "me" or "my" and the verbs of an "I"; None where it is not the narrator's."""
        if self.writers and word.lower in WRITERS:
            return self._written(sentence, word)
        if not self.present or word.lower not in INSTEAD or word.dep == "conj" or sentence.block.kind != BlockKind.body:
            return None
        verbs = _verbs(sentence, sentence.words[word.head]) if word.dep in SUBJECTS else ()
        return {word.i: INSTEAD[word.lower], **{verb.i: third(verb) for verb in verbs}}

    def _written(self, sentence: Sentence, word: Word) -> dict[int, str] | None:
        """What to put for the "we", "us" or "our" of those who write; None for one that is everybody's."""
        above = governor(sentence, word.i)
        verbs = (sentence.words[word.head], *sentence.kids(word.head, *AUXILIARIES))
        past = any(verb.tag == "VBD" for verb in verbs)
        general = word.lower == "we" and not past and not _is_we(sentence, word)
        if word.held or general or sentence.block.kind not in OWN or word.dep == "conj" or above is None:
            return None
        return {word.i: WRITERS[word.lower].format(self.writers)}

    def led(self, sentences: Sequence[Sentence], at: int) -> str:
        """The writers whose doings the items of a list tell, "We:" before it; "" where it is no such list."""
        for back in range(1, min(at, LONGEST_LIST) + 1):
            before = sentences[at - back]
            if before.block.kind is not BlockKind.item:
                return self.writers if any(w.lower == "we" for w in before.words[-LAST_WORDS:]) else ""
        return ""

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


def _is_we(sentence: Sentence, word: Word) -> bool:
    """Whether a "we" did what those do who write reports."""
    own = word.dep in SUBJECTS and word.lower == "we" and not word.held
    return own and sentence.words[word.head].lemma in WORKED


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
