"""Asks how many of something somebody has ("the coalition's 94 seats") or there were ("there were 94 seats")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.facts.model import Figure, Sentence, Word
from quiz.questions.answers.written import answer_of
from quiz.questions.asking.counted import counted
from quiz.questions.asking.interrogative import interrogative
from quiz.questions.asking.inversion import asked, judged, opening, usable
from quiz.questions.asking.lead import Interrogative
from quiz.questions.clauses.clause import clause, constituents, governor
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.draft import Draft
from quiz.questions.scene import Scene

# Points less than a question of the clause itself, whose verb tells more than "have".
OWNED = 10


def owned(scene: Scene, at: int, figure: Figure, words: Sequence[Word]) -> Iterator[Draft]:
    """How many seats the coalition had, of "the coalition's 94 seats" and of "the 94-seat coalition"."""
    sentence = scene.sentences[at]
    noun = counted(sentence, words)
    verb = governor(sentence, words[0].i)
    if noun is None or verb is None or figure.unit:
        return
    possessor = [w for w in sentence.kids(noun.i, "poss") if w.tag not in ("WP$", "CD") and w.ent != "DATE"]
    described = [i for i in noun_phrase(sentence, noun.i, joined=False) if words[-1].i < i <= noun.i]
    if len(possessor) != 1 or not described:
        return
    owner = [i for i in sentence.subtree(possessor[0].i) if sentence.words[i].tag != "POS"]
    standing = scene.referents.stand(at, [*owner, *described])
    if standing is None or any(sentence.words[i].tag in ("JJS", "JJR") for i in described):
        return
    if possessor[0].tag == "PRP$":
        owner = [] if verb.dep == "relcl" else _possessor(sentence, verb)
        standing = scene.referents.stand(at, [*owner, *described]) if owner else None
        if standing is None:
            return
    helper = "did" if past(sentence, verb) else ("do" if possessor[0].tag in ("NNS", "NNPS") else "does")
    text = f"How many {scene.stated(at, described, standing)} {helper} {scene.stated(at, owner, standing)} have"
    draft = Draft(figure, sentence, scene.passage(at), answer_of(figure), asked(text))
    yield judged(draft.less(OWNED, "of what somebody has"), standing)


def _possessor(sentence: Sentence, verb: Word) -> list[int]:
    """The words of a subject that "its" behind its verb belongs to."""
    found = clause(sentence, verb)
    return (
        list(found.subject) if found and found.verb.i == verb.i and not sentence.words[found.subject[-1]].held else []
    )


def existing(scene: Scene, at: int, figure: Figure, words: Sequence[Word]) -> Iterator[Draft]:
    """How many there were: "There were 94 seats in the house"."""
    sentence = scene.sentences[at]
    phrase = interrogative(sentence, figure, words)
    verb = phrase and sentence.words[phrase.top.head]
    if not phrase or not verb or verb.lemma != "be" or phrase.top.dep not in ("attr", "nsubj", "dobj"):
        return
    if not sentence.kids(verb.i, "expl") or sentence.kids(verb.i, "neg"):
        return
    yield from _there(scene, at, figure, phrase, verb)


def _there(scene: Scene, at: int, figure: Figure, phrase: Interrogative, verb: Word) -> Iterator[Draft]:
    sentence = scene.sentences[at]
    before, behind = constituents(sentence, verb, set())
    rest = [i for part in behind for i in part if i not in phrase.gone]
    fronted = [i for part in before for i in part if i not in phrase.gone and usable(sentence, part)]
    auxiliaries = [a.i for a in sentence.kids(verb.i, "aux")]
    told = [i for i in phrase.lead if isinstance(i, int)]
    standing = scene.referents.stand(at, [*told, *rest, *fronted])
    placed = any(sentence.words[i].dep == "pobj" for i in (*rest, *fronted, *told))
    if standing is None or not placed:
        return
    first = sentence.words[auxiliaries[0]].text if auxiliaries else verb.text
    parts = (
        opening(scene, at, phrase.lead, standing),
        first,
        "there",
        verb.text if auxiliaries else "",
        scene.stated(at, rest, standing),
        scene.stated(at, fronted, standing),
    )
    text = asked(" ".join(part for part in parts if part))
    yield judged(Draft(figure, sentence, scene.passage(at), answer_of(figure), text), standing)


def past(sentence: Sentence, verb: Word) -> bool:
    """Whether a verb tells of the past."""
    return verb.tag == "VBD" or any(a.tag == "VBD" for a in sentence.kids(verb.i, "aux", "auxpass"))
