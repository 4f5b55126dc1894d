"""Why no way of asking had anything to say of a fact."""

from __future__ import annotations

from quiz.documents.model import Span
from quiz.facts.model import Date, Figure, Quote
from quiz.questions.clauses.reality import unreal
from quiz.questions.scene import LONGEST, Scene

QUOTED = "stands in a quotation, and no whole sentence of it with a known speaker can be asked"
UNSAID = "what the quotation says cannot stand alone"
LOOSE = "its sentence points at what cannot be told from the text (a pronoun, “this treaty”, “that year”)"
UNREAL = "is wished, feared or supposed, not told as a fact"
NO_CLAUSE = "no clause or sentence around it can be asked by itself"


def reason(scene: Scene, fact: Date | Figure | Quote) -> str:
    """Tell, of a fact that no draft was made of, what stood in the way."""
    if isinstance(fact, Quote):
        return TOO_LONG if len(fact.sentence.words) > LONGEST else UNSAID
    if isinstance(fact, Date) and fact.derived:
        return "is reckoned from another date of the text"
    at = scene.around(fact.span)
    if at is None:
        return _outside(scene, fact.span)
    sentence = scene.sentences[at]
    words = scene.words(sentence, fact.span)
    if words and unreal(sentence, words[0].i):
        return UNREAL
    if scene.referents.stand(at, [word.i for word in sentence.words]) is None:
        return LOOSE
    return NO_CLAUSE


TOO_LONG = f"stands in a sentence of more than {LONGEST} words"


def _outside(scene: Scene, span: Span) -> str:
    """Tell why no sentence tells what stands at a span, as `Scene.around` sees it."""
    at = scene.before(span)
    if at < 0:
        return "stands in no sentence"
    sentence = scene.sentences[at]
    if len(sentence.words) > LONGEST:
        return TOO_LONG
    if any(word.held and word.start <= span.start < word.end for word in sentence.words):
        return QUOTED
    if not span.overlaps(sentence.span):
        return "stands in a parenthesis or between sentences"
    return "stands in a question of the text"
