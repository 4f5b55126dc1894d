"""Tells which thing a question is of: "the notebook that is kept in Leiden", "Ida Brandt’s brother"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from quiz.facts.model import Sentence
from quiz.questions.clauses.clause import Clause
from quiz.questions.clauses.relative import object_of
from quiz.questions.draft import Draft
from quiz.questions.reference.replaced import Standing
from quiz.questions.scene import Scene

LONGEST = 14
"""Words told of the thing at most."""
SUBJECTS = ("nsubj", "nsubjpass")


def which_one(scene: Scene, at: int, found: Clause, draft: Draft) -> Draft | None:
    """The draft with what the sentence tells of the thing asked about; None where that cannot be told.

    Of "The notebook she began in 1660 is kept in Leiden" the clause alone asks of a notebook that nobody knows. A draft
    of another clause stays as it is.
    """
    sentence, noun = scene.sentences[at], scene.sentences[at].words[found.verb.head]
    if found.verb.dep != "relcl" or object_of(sentence, found.verb) is not noun or found.verb.i < noun.i:
        return draft
    if any(w.lower in ("which", "that", "whom") for w in sentence.kids(found.verb.i, "dobj")):
        return draft
    main = scene.of_verb(sentence, sentence.words[noun.head]) if noun.dep in SUBJECTS else None
    if main is None or not main.finite or main.denied or sentence.kids(main.verb.i, "neg"):
        return None
    rest = [i for part in main.rest for i in part]
    kept = sorted({*(a.i for a in main.auxiliaries), main.verb.i, *rest})
    standing = scene.referents.stand(at, kept)
    ends = re.search(rf"\b{re.escape(noun.text)}\?$", draft.question)
    if standing is None or standing.doubts or not rest or len(kept) > LONGEST or not ends:
        return None
    standing.instead = {i: text for i, text in standing.instead.items() if not _named(draft.question, text)}
    told = f"{draft.question[:-1]} that {scene.stated(at, kept, standing)}?"
    return replace(draft, question=told, evidence=(*draft.evidence, *(s.span for s in standing.evidence)))


def _named(question: str, text: str) -> bool:
    """Whether a question names already whom a pronoun stands for."""
    return bool(text) and re.sub(r"[’']s?$", "", text) in question


def possessed(sentence: Sentence, subject: Sequence[int], standing: Standing) -> dict[int, str]:
    """What stands for "whose" and the thing behind it where the owner is named before: "Ida Brandt’s brother"."""
    whose = [n for n, i in enumerate(subject) if sentence.words[i].tag == "WP$" and n]
    if not whose or sentence.words[sentence.words[subject[whose[0]]].head].head in subject:
        return {}
    kept = [i for i in subject[whose[0] + 1 :] if standing.instead.get(i) == ""]
    return {subject[whose[0]]: "’s"} | {i: sentence.words[i].text for i in kept}
