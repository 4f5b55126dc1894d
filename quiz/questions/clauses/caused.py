"""What somebody makes a thing do: "they set the wheel turning" tells of them that they set it, not that they turned."""

from __future__ import annotations

from quiz.facts.model import Sentence, Word

CAUSED = frozenset("set keep leave send start get see watch find hear catch".split())
"""Verbs whose object does what a participle behind it tells."""


def caused(sentence: Sentence, verb: Word) -> bool:
    """Whether a participle tells what the object of the verb above it does."""
    above = sentence.words[verb.head]
    if verb.tag != "VBG" or above.lemma not in CAUSED:
        return False
    between = sentence.words[above.i + 1 : verb.i]
    if any(w.pos in ("PUNCT", "CCONJ", "ADP", "AUX") for w in between):
        return False
    return any(k.i < verb.i for k in sentence.kids(above.i, "dobj"))


def outcome(sentence: Sentence, verb: Word) -> bool:
    """Whether an infinitive tells what came of it: "only to be caught within a mile of the border"."""
    if verb.dep != "advcl" or verb.tag not in ("VB", "VBN") or sentence.words[verb.head].tag != "VBD":
        return False
    only = sentence.kids(verb.i, "advmod")[:1]
    return bool(only) and only[0].lower == "only" and any(a.tag == "TO" for a in sentence.kids(verb.i, "aux"))
