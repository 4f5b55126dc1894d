"""Asks who called a thing something, where the thing stands before: "what he called “...”", "a plan that he called"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quiz.facts.cue_words import NAMING
from quiz.facts.model import Quote, Sentence, Word
from quiz.questions.asking.inversion import inverted
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.forms.said import past_of
from quiz.questions.forms.woven import Woven, told
from quiz.questions.scene import Scene

LONGEST = 40


def called(scene: Scene, quote: Quote, verb: Word) -> Woven | None:
    """The whole question for words that name what a relative clause hangs on; None for others."""
    sentence = quote.sentence
    if verb.lemma not in NAMING:
        return None
    before = [w for w in sentence.words[: verb.i] if w.head == verb.i]
    relative = next((w for w in before if w.tag in ("WP", "WDT") or (w.lower == "that" and verb.dep == "relcl")), None)
    if relative and relative.lower == "what":
        return _in_whose_words(scene, quote, verb)
    bare = relative is None and bool(sentence.kids(verb.i, "nsubj"))  # "a house he described as"
    if verb.dep == "relcl" and (bare or (relative and relative.dep not in ("nsubj", "nsubjpass"))):
        return _of_antecedent(scene, quote, verb)
    return None


def _in_whose_words(scene: Scene, quote: Quote, verb: Word) -> Woven | None:
    """Ask "In whose words had the town become “a deadly sewer”?" of "had become what Weber called “a deadly sewer”"."""
    sentence, at = quote.sentence, scene.place(quote.sentence)
    quoted = _with_marks(sentence, quote)
    found = scene.clause_of(sentence, sentence.words[verb.head].i)
    if found is None or not quoted or found.verb.i == verb.i:
        return None
    gone = set(sentence.subtree(verb.i)) - set(quoted)
    needed = tuple(p for p in found.rest if set(p) & set(quoted) or sentence.words[p[-1]].dep in ("dobj", "attr"))
    for rest in (found.rest, needed):
        question, standing = inverted(scene, at, replace(found, fronted=(), rest=rest), ("In whose words",), gone)
        if question and standing and not standing.things:
            return question, standing
    return None


def _of_antecedent(scene: Scene, quote: Quote, verb: Word) -> Woven | None:
    """Ask "Who called the Bergen plan “...”?", and of "a plan that": "... . Who called that plan “...”?"."""
    sentence = quote.sentence
    noun, past = sentence.words[verb.head], past_of(verb)
    quoted = _with_marks(sentence, quote)
    behind = [i for i in sentence.subtree(verb.i) if verb.i < i <= quoted[-1]] if quoted else []
    phrase = noun_phrase(sentence, noun.i, without=verb.i)
    if not past or not behind or behind[0] < phrase[-1]:
        return None
    if noun.tag in ("NNP", "NNPS") or any(d.lower == "the" for d in sentence.kids(noun.i, "det")):
        found = told(scene, quote, [*phrase, *behind], {})
        if found is None:
            return None
        named = scene.stated(scene.place(sentence), phrase, found[1])
        rest = scene.stated(scene.place(sentence), behind, found[1])
        return f"Who {past} {named} {rest}", found[1]
    return _of_statement(scene, quote, noun, past, behind)


def _of_statement(scene: Scene, quote: Quote, noun: Word, past: str, behind: Sequence[int]) -> Woven | None:
    """The statement before "a figure that Weber called “...”", then the question of that figure."""
    sentence, at = quote.sentence, scene.place(quote.sentence)
    if noun.dep not in ("appos", "npadvmod", "dep") or noun.tag != "NN":
        return None
    first = min(noun_phrase(sentence, noun.i, without=behind[0] - 1))
    before = [w.i for w in sentence.words[: first - 1]]
    if not 4 <= len(before) <= LONGEST or sentence.words[first - 1].text != ",":
        return None
    found = told(scene, quote, before, {})
    if found is None:
        return None
    said = scene.stated(at, before, found[1])
    rest = scene.stated(at, behind, found[1])
    return f"{said[:1].upper()}{said[1:]}. Who {past} that {noun.lower} {rest}", found[1]


def _with_marks(sentence: Sentence, quote: Quote) -> list[int]:
    """The words of the first part of a quotation with the marks around it."""
    first = quote.parts[0]
    return [w.i for w in sentence.words if w.start < first.end + 1 and w.end > first.start - 1]
