"""The past perfect of a clause told for itself as a plain past: "had shown" as "showed", "had been" as "was"."""

from __future__ import annotations

from dataclasses import replace

from quiz.questions.clauses.clause import Clause
from quiz.questions.clauses.wording import plural

POINTING = frozenset("already yet long earlier previously when before by until till".split())
"""What tells, beside the verb, of the time that it lies before."""


def plain_past(found: Clause) -> Clause:
    """The clause in the plain past, unless it tells what its past perfect lies before."""
    torn = any(i > found.verb.i for i in found.subject)
    if torn or not found.auxiliaries or found.auxiliaries[0].lower != "had" or _points(found):
        return found
    was = "were" if plural(found) else "was"
    _, *others = found.auxiliaries
    if others and others[0].lower == "been":
        return replace(found, auxiliaries=(others[0]._replace(text=was, lower=was, tag="VBD"), *others[1:]))
    if others or found.verb.tag != "VBN":
        return found
    if found.verb.lemma == "be":
        return replace(found, auxiliaries=(), verb=found.verb._replace(text=was, lower=was, tag="VBD"))
    return replace(found, auxiliaries=())


def _points(found: Clause) -> bool:
    words = found.sentence.words
    return any(words[part[0]].lower in POINTING for part in (*found.fronted, *found.rest))
