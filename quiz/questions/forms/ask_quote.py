"""Asks who said it: with the clause it is woven into, or the quotation behind "Who told whom"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.documents.model import Span
from quiz.facts.model import Quote
from quiz.facts.unnamed import inquiry
from quiz.questions.asking.inversion import asked, judged
from quiz.questions.draft import Draft
from quiz.questions.forms.claimed import in_doubt
from quiz.questions.forms.excerpt import clause, excerpt, fragment, names_speaker, verses, words_in
from quiz.questions.forms.named import called
from quiz.questions.forms.said import asking, said
from quiz.questions.forms.woven import parenthetical, predicate, told
from quiz.questions.reference.replaced import Standing
from quiz.questions.scene import LONGEST as LONGEST_SENTENCE
from quiz.questions.scene import Scene

NEAR = 20
FEWEST = 3
"""Words of a quotation that is asked by itself."""
POINTING = 12
"""Points a question loses for a "the plan" that no name is found for."""
TELLING = 8
"""Words of a fragment that tells enough by itself."""
SHORT = 5
"""Words of a quotation that cannot tell what "the plan" was."""
JOINED_ON = re.compile(r"^(?:but|and|or|nor|so(?! (?:[\w’'-]+ ){1,8}that\b)|yet|because|though|although)\b,? ")
HELPING = r"(?:could|can|did|do|does|was|were|is|are|am|will|would|had|has|have|should|might|must)"
ANSWERING = re.compile(rf"(?:So|Neither|Nor) {HELPING}\b(?!.* [A-Z])|(?:It|They|He|She|That|I|We) {HELPING}[.!,;]")
"""How words begin that only go on with what was said or asked before them, if they name nobody."""
HANGING = re.compile(r"(?:how|which|who|whose|whom|whether|than|such that|rather than)\b")
"""How a part of a sentence begins that tells nothing without the rest."""
WHERE = re.compile(r"(?:in|on|at|before|during) (?:an?|the|his|her|\d|[A-Z])")
"""How what tells on what occasion words were said begins."""
CONCLUDED = {
    "conclusion": "concluded",
    "finding": "found",
    "argument": "argued",
    "claim": "claimed",
    "complaint": "complained",
    "warning": "warned",
    "suggestion": "suggested",
    "answer": "answered",
    "verdict": "found",
}
"""Nouns for what somebody said, with the verb that says so."""
DIRECT = frozenset(
    """
    say explain add argue write declare acknowledge announce claim note tell ask reply answer insist state warn remark
    """.split()
)


def ask_quotes(scene: Scene) -> Iterator[Draft]:
    """The drafts of every quotation whose speaker is named, best form first."""
    for quote in scene.facts.quotes:
        if len(quote.sentence.words) <= LONGEST_SENTENCE and not in_doubt(scene, quote):
            if lines := verses(scene, quote):
                yield _draft(scene, quote, f"Who wrote the verses “{lines}”?")
                continue
            yield from _concluded(scene, quote)
            yield from _woven(scene, quote)
            yield from _plain(scene, quote)


def _woven(scene: Scene, quote: Quote) -> Iterator[Draft]:
    """Ask with the clause around it: "Who described the two powers as “two blades of the same scissors”?"."""
    if quote.cue is None or quote.block:
        return
    verb = quote.sentence.words[quote.cue]
    before = scene.document.text[max(0, quote.parts[0].start - NEAR) : quote.parts[0].start - 1].rstrip()
    if verb.pos != "VERB" or (_direct(scene, quote) and (before.endswith(":") or verb.lemma in DIRECT)):
        return
    shown = scene.document.text[quote.parts[0].start : quote.parts[0].end].strip(" ,.")
    if (whole := called(scene, quote, verb)) and not names_speaker(whole[0], quote.speaker):
        yield _weighed(_draft(scene, quote, _in_marks(asked(whole[0]), shown)), whole[1])
    for form in (predicate, parenthetical) if fragment(shown) else (predicate,):
        found = form(scene, quote, verb)
        if not found:
            continue
        text = asked(f"{asking(scene, quote, alone=False)} {found[0]}")
        text = _in_marks(text, shown)
        if f"“{_opening(shown)}" in text and not names_speaker(text, quote.speaker):
            yield _weighed(_draft(scene, quote, text), found[1])
            return


def _concluded(scene: Scene, quote: Quote) -> Iterator[Draft]:
    """Ask whose conclusion it is: "Who concluded that the Board “...”?", of a chair "Whose inquiry concluded"."""
    sentence = quote.sentence
    verb = sentence.words[quote.cue] if quote.cue is not None else None
    nouns = [w for w in sentence.kids(verb.i, "nsubj") if w.lemma in CONCLUDED] if verb and verb.lemma == "be" else []
    clauses = [w for w in sentence.words[verb.i :] if w.lower == "that" and w.tag == "IN"] if verb and nouns else []
    quoted = [w.i for w in sentence.words if w.start < quote.parts[0].end and w.end > quote.parts[0].start]
    if not clauses or not quoted or clauses[0].i > quoted[0]:
        return
    found = told(scene, quote, range(clauses[0].i, quoted[-1] + 1), {})
    if found is None or names_speaker(found[0], quote.speaker):
        return
    chaired = inquiry(scene.sentences, scene.place(sentence)) if quote.evidence else None
    lead = f"Whose {chaired[0].lower}" if chaired else "Who"
    shown = scene.document.text[quote.parts[0].start : quote.parts[0].end].strip(" ,.")
    text = _in_marks(asked(f"{lead} {CONCLUDED[nouns[0].lemma]} {found[0]}"), shown)
    if f"“{_opening(shown)}" in text:
        yield _weighed(_draft(scene, quote, text), found[1])


def _opening(shown: str) -> str:
    """How a quotation begins, spaced as in a question."""
    return re.sub(r"\s+", " ", shown[:30]).strip()


def _in_marks(text: str, shown: str) -> str:
    """The question with the quotation in curved double marks, whatever the document's are."""
    words = r"\s+".join(map(re.escape, shown.split()))
    return re.sub(rf"(?:''|``|[\"'‘“])({words})[,.;:]*\s?(?:''|[\"'’”])?", r"“\1”", text, count=1)


def _direct(scene: Scene, quote: Quote) -> bool:
    """Whether the words are set before the reader as said, not woven into the sentence."""
    before = scene.document.text[max(0, quote.parts[0].start - NEAR) : quote.parts[0].start - 1].rstrip()
    if scene.document.text[quote.parts[0].start].islower() and before[-1:] == ",":
        return False
    return not before or before[-1] in ",:.?!”\n" or scene.document.text[quote.parts[0].start].isupper()


def _plain(scene: Scene, quote: Quote) -> Iterator[Draft]:
    """Ask with the quotation behind its cue: "Who told Khamenei, “We regard you ...”?"."""
    first = JOINED_ON.sub("", excerpt(scene, quote))
    words = words_in(first)
    if len(words) < FEWEST or HANGING.match(first) or ANSWERING.match(first) or names_speaker(first, quote.speaker):
        return
    standing, less = None, 0
    spoken, occasion = said(scene, quote, first)
    verb, _, told = spoken.partition(" ")
    if fragment(first) and not quote.block and not clause(scene, quote):
        when = WHERE.match(told) is not None
        lead = f"{asking(scene, quote, alone=not when)} {verb if when and verb == 'wrote' else 'used'} the words"
        if when and occasion is not None:
            yield _weighed(_draft(scene, quote, f"{lead} “{first}” {told}?").less(10, "fragment"), occasion)
            return
        less = 10 if len(words) >= TELLING else 45
    else:
        standing = occasion
        lead = f"{asking(scene, quote, alone=' ' not in spoken)} {spoken}{' that' if fragment(first) else ','}"
    draft = _draft(scene, quote, f"{lead} “{first}”" + ("" if first.endswith("?") else "?"))
    draft = draft.less(less, "fragment") if less else draft
    yield _weighed(draft, standing) if standing else draft


def _weighed(draft: Draft, standing: Standing) -> Draft:
    """The draft less its doubts; "the plan" is no great one, since the words that are quoted tell which."""
    pointing = [doubt for doubt in standing.doubts if doubt.startswith("the ")]
    standing.doubts = [doubt for doubt in standing.doubts if doubt not in pointing]
    draft = judged(draft, standing)
    shown = re.search(r"“([^”]*)”", draft.question or "")
    short = shown is not None and len(words_in(shown[1])) < SHORT
    for doubt in dict.fromkeys(pointing):
        draft = draft.less(4 * POINTING if short else POINTING, f"unclear: {doubt}")
    return draft


def _draft(scene: Scene, quote: Quote, text: str) -> Draft:
    evidence = (quote.evidence,) if quote.evidence else ()
    return Draft(quote, quote.sentence, _passage(scene, quote), quote.speaker, text, evidence=evidence)


def _passage(scene: Scene, quote: Quote) -> Span:
    """The sentence with its cue and every quoted part that is asked."""
    at = scene.place(quote.sentence)
    start, end = scene.passage(at).start, scene.passage(at).end
    first = quote.parts[0]
    if quote.block:
        return Span(min(start, first.start), max(end, first.end))
    return Span(min(start, first.start - 1), max(end, min(first.end + 1, len(scene.document.text))))
