"""Asks how many there were of what a clause behind the noun describes: "the four hundred Sioux captured by troops"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.facts.figures.currencies import WORDS
from quiz.facts.model import Figure, Sentence, Word
from quiz.facts.unit_words import TIME_UNITS
from quiz.questions.answers.written import STRICT, answer_of, bare_answer
from quiz.questions.asking.inversion import asked, judged
from quiz.questions.asking.told import told_parts
from quiz.questions.clauses.clause import Clause, clause
from quiz.questions.draft import Draft
from quiz.questions.forms.gap import MOST
from quiz.questions.forms.incidental import PAGES
from quiz.questions.scene import Scene

DESCRIBED = 12
"""Points less than where the sentence itself tells what is asked."""
FEWEST = 2
"""Words of content behind the noun that say of what it was so many."""
OTHERS = frozenset("another other each every these those this that all both".split())


def ask_described(scene: Scene, at: int, figure: Figure, words: Sequence[Word]) -> Iterator[Draft]:
    """The question of the clause that describes what a figure counts, where no better is known."""
    sentence = scene.sentences[at]
    noun = _counted(sentence, figure, words)
    if noun is None or scene.asked(figure, MOST):
        return
    verb = next((w for w in sentence.kids(noun.i, "acl", "relcl") if w.i > noun.i), None)
    found = clause(sentence, verb) if verb else None
    if verb is None or found is None or noun.i not in found.subject or sentence.kids(verb.i, "neg"):
        return
    group = _group(sentence, found)
    if not group or _weak(sentence, noun, verb):
        return
    told = told_parts(scene, at, found, set())
    rest = [i for part in told.rest for i in part if i > verb.i and i not in found.subject]
    content = [i for i in rest if sentence.words[i].pos in ("NOUN", "PROPN", "NUM", "VERB", "ADJ")]
    behind = [i for i in found.subject if noun.i < i < verb.i]
    between = [i for i in found.subject if words[-1].i < i <= noun.i]
    standing = scene.referents.stand(at, [*between, *behind, *rest])
    if standing is None or told.lost or len(content) < FEWEST:
        return
    bound = f"{figure.bound} " if figure.bound.lower() in STRICT else ""
    noun_words = scene.stated(at, [*between, *behind], standing) or noun.text
    parts = (f"{bound}how many", noun_words, *group, scene.stated(at, rest, standing))
    text = asked(" ".join(parts))
    draft = Draft(figure, sentence, scene.passage(at), bare_answer(figure), text[:1].upper() + text[1:])
    draft = replace(draft, accept=() if draft.answer == answer_of(figure) else (answer_of(figure),))
    yield judged(draft.less(DESCRIBED, "of what a clause describes"), standing)


def _weak(sentence: Sentence, noun: Word, verb: Word) -> bool:
    """Whether a clause says of things what is no act of theirs: a unit's price, what a number of pages became."""
    copular = verb.lemma in ("be", "become", "remain", "seem") or any(w.tag == "WRB" for w in sentence.kids(verb.i))
    return (
        copular
        or noun.lemma in WORDS
        or noun.lemma in PAGES
        or (verb.dep == "acl" and verb.tag == "VBN" and not past_told(sentence))
    )


def past_told(sentence: Sentence) -> bool:
    """Whether the main verb of a sentence tells of the past."""
    root = sentence.root()
    return root.tag == "VBD" or any(w.tag == "VBD" for w in sentence.kids(root.i, "aux", "auxpass"))


def _counted(sentence: Sentence, figure: Figure, words: Sequence[Word]) -> Word | None:
    """The plural noun a number stands before: a thing it counts, or the unit of time it is told in."""
    if figure.unit in TIME_UNITS and words[-1].tag == "NNS":
        return words[-1]
    above = sentence.words[words[-1].head]
    before = sentence.words[words[0].i - 1] if words[0].i else None
    counts = figure.unit == "" and words[-1].dep == "nummod" and above.tag in ("NNS", "NNPS", "NNP")
    other = before is not None and (before.lower in OTHERS or before.tag in ("PRP$", "JJS", "JJR"))
    return above if counts and above.i > words[-1].i and not other else None


def _group(sentence: Sentence, found: Clause) -> list[str]:
    """The verb group behind the noun: "were captured", "remained"."""
    past = sentence.root().tag == "VBD" or any(w.tag == "VBD" for w in sentence.words)
    if found.passive:
        return ["were" if past else "are", found.verb.text]
    if not found.finite:
        return []
    return [*(a.text for a in found.auxiliaries), found.verb.text]
