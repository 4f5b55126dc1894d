"""Asks how many of those told before were what: "31 crossings, eleven of them unlit", "a third of them women"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.facts.human_nouns import person_noun
from quiz.facts.model import Figure, Sentence, Word
from quiz.questions.answers.written import answer_of
from quiz.questions.asking.counted import counted
from quiz.questions.asking.inversion import asked, judged
from quiz.questions.clauses.clause import Clause
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.draft import Draft
from quiz.questions.forms.ask_owned import past
from quiz.questions.scene import Scene

LONGEST = 8
"""Words of what they were at most."""
ASKS = {"": "how many", "share": "what share", "percent": "what percentage"}
PARTED = 6
"""Points less than a question of a clause: its whole is named first."""
SUBJECTS = ("nsubj", "nsubjpass")


def ask_part(scene: Scene, at: int, figure: Figure, words: Sequence[Word]) -> Iterator[Draft]:
    """What a part of those counted before was, told without a verb."""
    sentence = scene.sentences[at]
    last = words[-1].i
    behind = [w.lower for w in sentence.words[last + 1 : last + 3]]
    ask = ASKS.get(figure.unit)
    if behind != ["of", "them"] or ask is None or sentence.words[max(0, words[0].i - 1)].text not in (",", "—", "–"):
        return
    told = _told(sentence, last + 3)
    whole = _whole(scene, sentence, figure)
    found = whole and scene.clause_of(sentence, whole.i)
    if not told or not whole or not found or not found.finite:
        return
    which = _which(sentence, whole, found)
    if which is None:
        return
    noun, link, behind_link = which
    standing = scene.referents.stand(at, [*noun, *behind_link, *told])
    if standing is None:
        return
    being = "were" if past(sentence, found.verb) or found.verb.tag == "VBN" else "are"
    those = " ".join((scene.stated(at, noun, standing), link, scene.stated(at, behind_link, standing)))
    text = f"Of the {those.strip()}, {ask} {being} {scene.stated(at, told, standing)}"
    yield judged(Draft(figure, sentence, scene.passage(at), answer_of(figure), asked(text)), standing).less(
        PARTED, "of those told before"
    )


def _told(sentence: Sentence, first: int) -> list[int]:
    """What the part was: the words up to the next mark, without a verb that has its own subject or tense."""
    told: list[int] = []
    for word in sentence.words[first : first + LONGEST + 1]:
        if word.pos == "PUNCT" and word.tag != "HYPH":
            break
        if word.held or word.tag in ("VBD", "VBZ", "VBP", "MD", "WP", "WDT", "CC", "CD"):
            return []
        told.append(word.i)
    return told if len(told) <= LONGEST else []


def _whole(scene: Scene, sentence: Sentence, figure: Figure) -> Word | None:
    """The noun counted last before, which "them" stands for."""
    before = [f for f in scene.figures_in(sentence.span) if f.span.end < figure.span.start]
    words = scene.words(sentence, before[-1].span) if before and not before[-1].unit else []
    noun = counted(sentence, words) if words else None
    return noun if noun and (noun.tag == "NNS" or noun.lower == "people") else None


def _which(sentence: Sentence, whole: Word, found: Clause) -> tuple[list[int], str, list[int]] | None:
    """The words of those told before, what links their clause to them, and that clause without them."""
    number = [i for w in sentence.kids(whole.i, "nummod") for i in sentence.subtree(w.i)]
    named = noun_phrase(sentence, whole.i, joined=False)
    plain = [i for i in number if sentence.words[i].pos == "NUM"]
    noun = [i for i in named if i >= min(plain, default=whole.i)]
    group = sorted({*(a.i for a in found.auxiliaries), found.verb.i})
    if whole.dep in SUBJECTS and whole.head == found.verb.i:
        return noun, "who" if person_noun(whole.lemma) else "that", group
    subject = [i for i in found.subject if i not in named]
    if whole.dep == "dobj" and whole.head == found.verb.i and subject:
        return noun, "that", [*subject, *group]
    above = sentence.words[whole.head]
    if whole.dep in ("pobj", "conj") and subject:
        led = above if whole.dep == "pobj" else sentence.words[above.head]
        if led.dep == "prep" and led.lower == "with" and led.head == found.verb.i:
            return noun, "with whom" if person_noun(whole.lemma) else "with which", [*subject, *group]
    return None
