"""Asks for a figure of somebody's aim as what they were to do: "The board has three aims: to close 600 schools ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.facts.model import Figure, Sentence, Word
from quiz.questions.answers.written import answer_of
from quiz.questions.asking.elided import understood
from quiz.questions.asking.fronting import fronted
from quiz.questions.asking.interrogative import interrogative
from quiz.questions.asking.inversion import asked, judged, opening
from quiz.questions.clauses.clause import Clause, clause, constituents, governor
from quiz.questions.clauses.wording import plural
from quiz.questions.draft import Draft
from quiz.questions.forms.ask_owned import past
from quiz.questions.scene import Scene

AIMS = frozenset("aim goal objective task mission target plan duty brief".split())
HAVING = frozenset("have set get".split())


def ask_aim(scene: Scene, at: int, figure: Figure, words: Sequence[Word]) -> Iterator[Draft]:
    """How many somebody is to close, of "The board has an aim: to close 600 schools"."""
    sentence = scene.sentences[at]
    core = interrogative(sentence, figure, words)
    known = None if core else understood(scene, at, figure, words)
    core = known.asked if known else core
    phrase = core and fronted(sentence, core)
    verb = phrase and governor(sentence, phrase.top.i)
    owner = verb and _owner(sentence, verb)
    if not phrase or not verb or not owner or phrase.nested or phrase.top.head != verb.i:
        return
    rest = [i for part in constituents(sentence, verb, set())[1] for i in part if i not in phrase.gone]
    told = [*owner.subject, *rest, *(i for i in phrase.lead if isinstance(i, int))]
    standing = scene.referents.stand(at, told)
    if standing is None:
        return
    many = plural(owner)
    being = ("were" if many else "was") if past(sentence, owner.verb) else ("are" if many else "is")
    subject, behind = scene.stated(at, owner.subject, standing), scene.stated(at, rest, standing)
    text = f"{opening(scene, at, phrase.lead, standing)} {being} {subject} to {verb.lemma} {behind}"
    yield judged(Draft(figure, sentence, scene.passage(at), answer_of(figure), asked(text)), standing)


def _owner(sentence: Sentence, verb: Word) -> Clause | None:
    """The clause that tells whose aim an infinitive is."""
    while verb.dep == "conj" and verb.tag == "VB":
        verb = sentence.words[verb.head]
    noun = sentence.words[verb.head]
    above = sentence.words[noun.head]
    aim = verb.dep == "acl" and verb.tag == "VB" and noun.lemma in AIMS and noun.dep == "dobj"
    return clause(sentence, above) if aim and above.lemma in HAVING and not sentence.kids(above.i, "neg") else None
