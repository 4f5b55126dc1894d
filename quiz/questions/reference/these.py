"""What "this", "that" and "these" are put for: a noun told before, the title's own words, the things before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.documents.model import Document
from quiz.facts.human_nouns import person_noun
from quiz.facts.model import Sentence, Word
from quiz.questions.clauses.clause import SUBJECTS
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.clauses.wording import render
from quiz.questions.reference.anaphora import told_before
from quiz.questions.reference.entities import Entities
from quiz.questions.reference.pointing import POINTING
from quiz.questions.reference.salience import MOMENTS, TIMES, nameable
from quiz.questions.reference.things import named, possessed

LEADING = (*SUBJECTS, "dobj", "attr")
LONGEST = 6
"""Words of a phrase that is put for "these"."""
# Words before a noun of a title that do not say what kind it is.
BEFORE = re.compile(r"\b(?:an?|the|of|on|in|at|and|or|for|to|with|by|from|its|our|their|new|more|all|how|why|what)\b")


def pointed(
    document: Document, sentences: Sequence[Sentence], entities: Entities, at: int, word: Word
) -> tuple[str, Sentence | None] | None:
    """What to put for a demonstrative of sentence `at`, with the sentence before that tells so; None where none can."""
    sentence = sentences[at]
    if _repeats(sentences, at, word):
        return "the", None
    if word.lower != "these" or sentence.kids(word.i, "relcl", "acl", "prep"):
        return None
    noun = sentence.words[word.head]
    if word.dep == "det" and noun.i > word.i:
        kind = _of_title(document.title, noun) if noun.i == word.i + 1 else ""
        return (kind, None) if kind else None
    before = sentences[at - 1] if at else sentence
    if word.dep not in SUBJECTS or before.block is not sentence.block or before is sentence:
        return None
    told = _things_before(document, entities, at - 1, before)
    return (told, before) if told else None


def _repeats(sentences: Sequence[Sentence], at: int, word: Word) -> bool:
    """Whether a demonstrative points at a noun told before: "that clause" is as good as "the clause"."""
    noun = sentences[at].words[word.head]
    if (
        word.lower not in POINTING - {"such"}
        or word.dep != "det"
        or noun.pos != "NOUN"
        or noun.lemma in TIMES | {"one"}
    ):
        return False
    return told_before(sentences, at, noun)


def _of_title(title: str, noun: Word) -> str:
    """The words that say in the title which things of a kind a document is about: "level" of "level crossings"."""
    found = re.search(rf"((?:[\w’'-]+\s){{1,2}}){re.escape(noun.lower)}\b", title.lower())
    if found is None:
        return ""
    kind = BEFORE.split(found[1])[-1].strip()
    return kind if not re.search(r"\d", kind) else ""


def _things_before(document: Document, entities: Entities, at: int, sentence: Sentence) -> str:
    """The only things that a sentence tells of as subject or object, as a phrase that stands alone; "" for none."""
    told = [
        w
        for w in sentence.words
        if w.tag == "NNS" and w.dep in LEADING and not w.held and w.lemma not in MOMENTS and not person_noun(w.lemma)
    ]
    vague = any(w.dep in SUBJECTS and w.pos in ("PRON", "DET") and w.i < told[0].i for w in sentence.words if told)
    if len(told) != 1 or vague or sentence.kids(told[0].i, "conj"):
        return ""
    noun = told[0]
    phrase = noun_phrase(sentence, noun.i)
    owners = [w for w in sentence.kids(noun.i, "poss") if w.tag == "PRP$"]
    if len(phrase) > LONGEST:
        return ""
    if not owners:
        return named(document, sentence, noun) if nameable(sentence, noun, owner=False) else ""
    meant = entities.meant(at, owners[0])
    if meant is None or len(owners) > 1 or phrase[0] != owners[0].i:
        return ""
    owner = meant.text or named(document, meant.sentence, meant.noun)
    return render(document, sentence, phrase, {owners[0].i: possessed(owner)})
