"""Asks for an amount told of a named thing by the way: "Lund, a city of 90,000", "the union, with nine deputies,"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.facts.model import Figure, Sentence, Word
from quiz.questions.answers.written import answer_of
from quiz.questions.asking.counted import counted
from quiz.questions.asking.inversion import asked, judged
from quiz.questions.clauses.clause import SUBJECTS, governor
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.draft import IN_PASSING, Draft
from quiz.questions.forms.ask_owned import past
from quiz.questions.scene import Scene, head_of

BESIDE = 8
"""Points less than a question of the clause itself: the amount is told in passing."""
PLACES = frozenset("city town village parish municipality settlement island county province".split())
PLACED = frozenset(("GPE", "LOC", "FAC", "PERSON"))
"""What stands behind another name that "whose" may go back to: "the union of Lund, whose members"."""
PEOPLE = frozenset("people inhabitant soul resident person".split())


def ask_aside(scene: Scene, at: int, figure: Figure, words: Sequence[Word]) -> Iterator[Draft]:
    """How many people lived in a place, or how many of something somebody has, told in an aside."""
    sentence = scene.sentences[at]
    if figure.unit:
        return
    told = _inhabited(scene, at, figure, words) or _having(sentence, words)
    if told is None:
        return
    lead, who, tail = told
    standing = scene.referents.stand(at, [*lead, *who, *tail])
    if standing is None:
        return
    name = scene.stated(at, who, standing)
    noun, when = scene.stated(at, lead, standing), scene.stated(at, tail, standing)
    gone_by = past(sentence, governor(sentence, words[0].i) or sentence.root())
    if noun:
        text = f"How many {noun} {'did' if gone_by else 'does'} {name} have {when}"
    else:
        text = f"How many people {'lived' if gone_by and tail else 'live'} in {name} {when}"
    draft = Draft(figure, sentence, scene.passage(at), answer_of(figure), asked(text))
    yield judged(draft.less(BESIDE, IN_PASSING), standing)


Told = tuple[list[int], list[int], list[int]]
"""The words of what is counted (none of people), of whose it is, and of the time."""


def _inhabited(scene: Scene, at: int, figure: Figure, words: Sequence[Word]) -> Told | None:
    """A place called "a city of" so many, and the year the sentence opens with."""
    sentence = scene.sentences[at]
    noun = counted(sentence, words) or head_of(words)
    of = sentence.words[noun.head]
    place = sentence.words[of.head]
    named = sentence.words[place.head]
    counts = noun.lemma in PEOPLE or noun.i == head_of(words).i
    if not counts or of.lower != "of" or place.lemma not in PLACES or place.dep != "appos" or named.pos != "PROPN":
        return None
    opened = [d for d in scene.dates_in(sentence.span) if d.span.start < figure.span.start and d.grain == "year"]
    year = [w for d in opened[:1] for w in scene.words(sentence, d.span)] if len(opened) == 1 else []
    led = year and year[0].i == 1 and sentence.words[0].lower == "in"
    if past(sentence, sentence.root()) and not led:
        return None
    return [], noun_phrase(sentence, named.i, joined=False), [0, *(w.i for w in year)] if led else []


def _having(sentence: Sentence, words: Sequence[Word]) -> Told | None:
    """A subject with so many of something between commas, or "whose" so many are told of."""
    noun = counted(sentence, words)
    if noun is None or noun.tag not in ("NNS", "NNPS"):
        return None
    lead = [i for i in noun_phrase(sentence, noun.i, joined=False) if i > words[-1].i]
    above = sentence.words[noun.head]
    before = sentence.words[words[0].i - 1] if words[0].i else noun
    if before.lower == "whose" and noun.dep in SUBJECTS and above.dep == "relcl":
        owner = sentence.words[above.head]
        known = owner.pos == "PROPN" and not (owner.dep == "pobj" and owner.ent in PLACED)
        return (lead, noun_phrase(sentence, owner.i, joined=False), []) if known else None
    behind = sentence.words[noun.i + 1 : noun.i + 2]
    closed = before.i == above.i and behind and behind[0].text == "," and sentence.words[above.i - 1].text == ","
    if above.lower != "with" or above.i < 2 or not closed:
        return None
    owner = sentence.words[above.i - 2]
    subject = next(iter(sentence.kids(sentence.root().i, *SUBJECTS)), None)
    if subject is None or subject.i != owner.i or subject.pos != "PROPN" or subject.ent == "PERSON":
        return None
    return lead, noun_phrase(sentence, subject.i, joined=False), []
