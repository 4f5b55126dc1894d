"""Who a quotation is attributed to by the words beside it, where the parse does not lead from it to them."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.facts.agents import agent, owners
from quiz.facts.cue_words import CUE_NOUNS
from quiz.facts.cues import is_cue
from quiz.facts.links import Attribution, Link
from quiz.facts.model import Sentence, Word

NEAR = 5
LED = 12
"""Words before a quotation that "that" leads to, among which its cue stands."""
ASIDE = 8
"""Words of a clause set between commas that names who speaks, its commas included."""
BEHIND = 14
"""Words behind a quotation within which a subject that begins there has its cue."""
SUPPOSED = frozenset("say report suppose believe allege".split())
"""Verbs by which words are put into a mouth: "he is said to have told a dinner"."""


def beside(sentence: Sentence, quoted: Sequence[int], inside: set[int]) -> Attribution | None:
    """The attribution by a clause set between commas, by a cue right behind, or by one near the quotation."""
    return (
        _aside(sentence, quoted, inside)
        or _inverted(sentence, quoted)
        or _right_behind(sentence, quoted)
        or _adjoining(sentence, quoted, inside)
    )


def _aside(sentence: Sentence, quoted: Sequence[int], inside: set[int]) -> Attribution | None:
    """Who a clause set between commas names: "The plan, Weber declared, was that of a “dreamer”"."""
    at, seen = sentence.words[quoted[0]], set[int]()
    while at.i not in seen:
        seen.add(at.i)
        for cue in sentence.kids(at.i, "parataxis"):
            own = sentence.subtree(cue.i)
            set_off = (own[0] > 0 and sentence.words[own[0] - 1].text == ",") or sentence.words[own[0]].text == ","
            speaker = agent(sentence, cue) if is_cue(sentence, cue) and cue.i not in inside and set_off else None
            if speaker and speaker.i in own and sentence.words[own[-1] + 1 : own[-1] + 2] and len(own) <= ASIDE:
                return Attribution(speaker, cue, Link.verb)
        at = sentence.words[at.head]
    return None


def _inverted(sentence: Sentence, quoted: Sequence[int]) -> Attribution | None:
    """A cue right behind the quotation with its subject behind it, which the parser took for an object.

    Also whose it was: "“...,” was the verdict of Moss".
    """
    at = quoted[-1] + 1
    while at < len(sentence.words) and sentence.words[at].pos == "PUNCT":
        at += 1
    if at >= len(sentence.words):
        return None
    cue = sentence.words[at]
    if cue.tag not in ("VBD", "VBZ"):
        return None
    if cue.lemma == "be":
        verdicts = [w for w in sentence.kids(cue.i, "attr", "nsubj") if w.lemma in CUE_NOUNS and w.i > cue.i]
        return next((Attribution(o, cue, Link.noun) for v in verdicts for o in owners(sentence, v)), None)
    if not is_cue(sentence, cue):
        return None
    behind = sentence.kids(cue.i, "dobj", "nsubj", "attr", "dative", "oprd", "npadvmod")
    speakers = [w for w in behind if w.i > cue.i and w.pos in ("PROPN", "NOUN", "PRON") and not w.held]
    return Attribution(speakers[0], cue, Link.beside) if speakers else None


def _right_behind(sentence: Sentence, quoted: Sequence[int]) -> Attribution | None:
    """The first cue behind a quotation that a comma ends, if its subject begins there: "“...,” the poet Moss recalled".

    Of "he is said to have told a dinner" the cue is "told".
    """
    words = sentence.words
    ended = words[quoted[-1]].text in (",", "!", "?")
    first = next((i for i in range(quoted[-1] + 1, len(words)) if words[i].pos != "PUNCT"), len(words))
    for cue in words[first + 1 : first + BEHIND] if ended else ():
        if cue.pos == "PUNCT" or cue.held:
            return None
        if cue.tag == "VBN" and cue.lemma in SUPPOSED and (told := _supposed(sentence, cue)):
            return told if told.speaker.i >= first else None
        if cue.tag in ("VBD", "VBZ") and cue.pos == "VERB":
            saying = cue if is_cue(sentence, cue) else _done_by_saying(sentence, cue)
            speaker = agent(sentence, saying) if saying else None
            return (
                Attribution(speaker, saying, Link.beside) if saying and speaker and first <= speaker.i < cue.i else None
            )
    return None


def _done_by_saying(sentence: Sentence, verb: Word) -> Word | None:
    """The cue that a verb leads to: of "the conductor Weber used to tell his students" the telling."""
    return next((w for w in sentence.kids(verb.i, "xcomp") if w.tag == "VB" and is_cue(sentence, w)), None)


def _supposed(sentence: Sentence, verb: Word) -> Attribution | None:
    """Who is said to have said it."""
    told = [w for w in sentence.kids(verb.i, "xcomp") if is_cue(sentence, w)]
    subjects = sentence.kids(verb.i, "nsubjpass")
    return Attribution(subjects[0], told[0], Link.beside) if told and subjects else None


def _adjoining(sentence: Sentence, quoted: Sequence[int], inside: set[int]) -> Attribution | None:
    """A cue verb within four words of either end of the quotation, or the last verb before "that" and the quotation."""
    if (led := _before_that(sentence, quoted[0], inside)) is not None:
        return led
    near = [
        *range(max(0, quoted[0] - NEAR), quoted[0]),
        *range(quoted[-1] + 1, min(len(sentence.words), quoted[-1] + NEAR + 1)),
    ]
    for i in sorted(near, key=lambda n: min(abs(n - quoted[0]), abs(n - quoted[-1]))):
        word = sentence.words[i]
        if is_cue(sentence, word) and (speaker := agent(sentence, word)) and speaker.i not in inside:
            return Attribution(speaker, word, Link.beside)
    return None


def _before_that(sentence: Sentence, first: int, inside: set[int]) -> Attribution | None:
    """The last verb before "that" and the quotation, if it is a cue: "who told parliament a year ago that “...”"."""
    lead = [w for w in sentence.words[max(0, first - LED) : first] if w.pos != "PUNCT"]
    if not lead or lead[-1].lower != "that":
        return None
    verb = next((w for w in reversed(lead) if w.pos == "VERB"), None)
    speaker = agent(sentence, verb) if verb and verb.i not in inside and is_cue(sentence, verb) else None
    return Attribution(speaker, verb, Link.beside) if verb and speaker and speaker.i not in inside else None
