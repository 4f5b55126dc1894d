"""Asks how many died or were hurt where a short sentence leaves to the one before in what: "Four people died."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.facts.model import Figure, Sentence, Word
from quiz.questions.answers.written import answer_of, bare_answer
from quiz.questions.asking.inversion import asked
from quiz.questions.clauses.clause import AUXILIARIES, SUBJECTS
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.clauses.verb_forms import base
from quiz.questions.draft import Draft
from quiz.questions.reference.anaphora import definite, says_which
from quiz.questions.scene import Scene

SUFFERED = frozenset("die perish drown starve suffocate".split())
INFLICTED = frozenset("kill injure wound hurt hospitalize sicken maim infect".split())
EVENTS = frozenset(
    """
    accident ambush attack avalanche battle blast bombing bombardment cave-in collapse collision crash crush cyclone
    derailment disaster earthquake epidemic eruption explosion famine fire flood gale hurricane landslide massacre
    outbreak pandemic raid riot shipwreck shooting siege storm stampede tornado tsunami typhoon uprising wildfire wreck
    """.split()
)
REACH = 3
"""Sentences of a paragraph back that the event is looked for."""
POINTS_BACK = 25
"""Points lost where the event is but "the fire"."""


def ask_toll(scene: Scene, at: int, figure: Figure, words: Sequence[Word]) -> Iterator[Draft]:
    """The question for a figure of the dead or hurt, with the event told before it."""
    sentence = scene.sentences[at]
    noun, verb = _of_whom(sentence, words[-1])
    if figure.unit or verb is None or noun is None:
        return
    whom = _counted(sentence, noun, words)
    by = _event_of(sentence, verb) if verb.lemma in INFLICTED else None
    if by is not None:
        told = _called(scene, at, sentence, by)
        yield _draft(scene, at, figure, f"How many {whom} did {told[0]} {base(verb)}?", told)
    elif _alone(sentence, noun, verb) and (event := _event_before(scene, at)):
        told = _called(scene, *event)
        helpers = [a.text for a in sentence.kids(verb.i, *AUXILIARIES)]
        yield _draft(scene, at, figure, " ".join(["How many", whom, *helpers, verb.text, "in", told[0]]), told)


def _of_whom(sentence: Sentence, number: Word) -> tuple[Word | None, Word | None]:
    """The people a number counts, or the number itself for them, and the verb that says what became of them."""
    above = sentence.words[number.head]
    noun = above if number.dep == "nummod" and above.pos == "NOUN" else number
    verb = sentence.words[noun.head]
    suffered = noun.dep == "nsubj" and verb.lemma in SUFFERED
    passive = noun.dep == "nsubjpass" and verb.lemma in INFLICTED
    inflicted = noun.dep == "dobj" and verb.lemma in INFLICTED
    fit = verb.tag in ("VBD", "VBN") and not sentence.kids(verb.i, "neg") and (suffered or passive or inflicted)
    return (noun, verb) if fit else (None, None)


def _counted(sentence: Sentence, noun: Word, words: Sequence[Word]) -> str:
    """The noun that is counted with its adjectives; "people" for a number that stands alone."""
    if noun.i == words[-1].i:
        return "people"
    return " ".join(w.text for w in sentence.words[words[-1].i + 1 : noun.i + 1])


def _alone(sentence: Sentence, noun: Word, verb: Word) -> bool:
    """Whether the verb has but its subject: a sentence that says neither where nor when."""
    if noun.dep not in SUBJECTS or verb.dep != "ROOT":
        return False
    return all(k.dep in (*SUBJECTS, *AUXILIARIES, "punct", "cc") for k in sentence.kids(verb.i))


def _event_of(sentence: Sentence, verb: Word) -> Word | None:
    """The event a relative clause tells of: "an outbreak of cholera that killed 63"."""
    first = sentence.words[verb.head] if verb.dep == "conj" else verb
    if first.dep != "relcl" or not any(k.tag == "WDT" for k in sentence.kids(first.i, "nsubj")):
        return None
    noun = sentence.words[first.head]
    while noun.lemma.lower() not in EVENTS and noun.dep == "pobj":
        noun = sentence.words[sentence.words[noun.head].head]
    return noun if noun.lemma.lower() in EVENTS and noun.tag == "NN" else None


def _event_before(scene: Scene, at: int) -> tuple[int, Sentence, Word] | None:
    """The one event that the sentences before tell of, nearest first, with the place of its sentence."""
    here = scene.sentences[at]
    for place in range(at - 1, max(-1, at - 1 - REACH), -1):
        sentence = scene.sentences[place]
        if sentence.block is not here.block:
            return None
        told = [w for w in sentence.words if w.lemma.lower() in EVENTS and w.tag in ("NN", "NNP") and not w.held]
        told = [w for w in told if w.dep not in ("compound", "amod", "nmod")]
        leading = [w for w in told if w.dep in SUBJECTS] or told
        if told:
            return (place, sentence, leading[0]) if len(leading) == 1 else None
    return None


def _called(scene: Scene, at: int, sentence: Sentence, noun: Word) -> tuple[str, Sentence, bool]:
    """What to call an event, the sentence that tells so, and whether that says which it is."""
    out = {k for c in sentence.kids(noun.i, "relcl", "acl", "appos") for k in sentence.subtree(c.i)}
    out |= {k for p in sentence.kids(noun.i, "prep") if _dated(sentence, p) for k in sentence.subtree(p.i)}
    clauses = [c for k in sentence.subtree(noun.i) for c in sentence.kids(k, "relcl")]
    out |= {k for c in clauses for k in sentence.subtree(c.i)}
    phrase = [i for i in noun_phrase(sentence, noun.i, joined=False) if i not in out]
    if says_which(sentence, phrase, noun) or len(phrase) > len(sentence.kids(noun.i, "det")) + 1:
        return definite(scene.document, sentence, phrase, noun), sentence, True
    if named := scene.referents.definites.fuller(at, noun):
        return *named, True
    return f"the {noun.text}", sentence, False


def _dated(sentence: Sentence, prep: Word) -> bool:
    return any(p.ent in ("DATE", "TIME") for p in sentence.kids(prep.i, "pobj"))


def _draft(scene: Scene, at: int, figure: Figure, text: str, told: tuple[str, Sentence, bool]) -> Draft:
    sentence, (name, where, plain) = scene.sentences[at], told
    answer = bare_answer(figure)
    draft = Draft(figure, sentence, scene.passage(at), answer, asked(text))
    draft = replace(draft, accept=() if answer == answer_of(figure) else (answer_of(figure),))
    draft = replace(draft, evidence=() if where is sentence else (where.span,))
    return draft if plain else draft.less(POINTS_BACK, f"unclear: {name}")
