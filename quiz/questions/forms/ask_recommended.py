"""Asks for what a report says should be done, item by item: "We recommend that the Office: (a) fill 12 posts"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.facts.model import Date, Figure, Sentence, Word
from quiz.questions.answers.written import answer_of, bare_answer
from quiz.questions.asking.fronting import fronted
from quiz.questions.asking.interrogative import interrogative
from quiz.questions.asking.inversion import asked, judged, opening
from quiz.questions.asking.lead import Lead
from quiz.questions.clauses.clause import SUBJECTS, constituents
from quiz.questions.clauses.when import PREPOSITIONS, when, written
from quiz.questions.draft import Draft
from quiz.questions.forms.time_phrase import time_phrase
from quiz.questions.scene import Scene

CALLED = re.compile(
    r"(?:\b(?:recommend|recommends|recommended|urge|urges)\s(?:that\s)?(?P<urged>the\s[\w’' -]{2,50}?)"
    r"(?:\s(?:should|to))?|\b(?P<owing>[Tt]he\s[\w’' -]{2,50}?)\s(?:should|must)):\s"
)
"""What leads a list of what somebody should do."""
BACK = 1200
"""Characters before an item within which its list begins."""
LONGEST = 30
"""Words of a question at most."""


def ask_recommended(scene: Scene, at: int, fact: Date | Figure, words: Sequence[Word]) -> Iterator[Draft]:
    """The question of an item that begins with a bare verb, asked of whoever the words before the list call upon."""
    sentence = scene.sentences[at]
    verb = _called_upon(sentence)
    who = verb and _who(scene, sentence)
    asks = _asks(sentence, fact, words) if who else None
    if not verb or not who or asks is None:
        return
    lead, top, gone = asks
    if top.head != verb.i and not (isinstance(fact, Date) and _at_end(sentence, words)):
        return
    before, behind = constituents(sentence, verb, set())
    rest = [i for part in (*behind, *before) for i in part if i not in gone]
    told = [i for i in lead if isinstance(i, int)]
    standing = scene.referents.stand(at, [*told, verb.i, *rest])
    if standing is None or not {*rest, *told}:
        return
    standing.instead.pop(verb.i, "")
    parts = (opening(scene, at, lead, standing), "should", who, verb.lower, scene.stated(at, rest, standing))
    text = asked(" ".join(part for part in parts if part))
    if len(text.split()) <= LONGEST:
        answer = bare_answer(fact) if isinstance(fact, Figure) else written(fact)
        draft = Draft(fact, sentence, scene.passage(at), answer, text)
        full = answer_of(fact) if isinstance(fact, Figure) else answer
        yield judged(replace(draft, accept=() if full == answer else (full,)), standing)


def _called_upon(sentence: Sentence) -> Word | None:
    """The bare verb that opens an item, maybe behind a time: "by May, publish a plan"."""
    root = sentence.root()
    before = [w for w in sentence.kids(root.i) if w.i < root.i and w.pos != "PUNCT"]
    plain = root.tag in ("VB", "VBP") and not sentence.kids(root.i, *SUBJECTS, "aux", "auxpass")
    return root if plain and all(w.dep in ("prep", "npadvmod") for w in before) else None


def _at_end(sentence: Sentence, words: Sequence[Word]) -> bool:
    """Whether a time ends its item, so that it is that of all of it, whatever the parser hung it on."""
    return all(w.pos in ("PUNCT", "CCONJ") for w in sentence.words[words[-1].i + 1 :])


def _who(scene: Scene, sentence: Sentence) -> str:
    """Whoever is called upon before the list an item stands in; "" for nobody."""
    text, start = scene.document.text, sentence.block.span.start
    calls = [*CALLED.finditer(text, max(0, start - BACK), start)]
    if not calls:
        return ""
    between = text[calls[-1].end() : start]
    items = all(part.rstrip().endswith((";", ",", "and", "or")) for part in between.split("\n\n") if part.strip())
    who: str = calls[-1]["urged"] or calls[-1]["owing"]
    return who[0].lower() + who[1:] if items else ""


def _asks(sentence: Sentence, fact: Date | Figure, words: Sequence[Word]) -> tuple[Lead, Word, frozenset[int]] | None:
    """What opens the question, the word that heads what it replaces, and the words that are not said again."""
    if isinstance(fact, Figure):
        core = interrogative(sentence, fact, words)
        phrase = core and fronted(sentence, core)
        return (phrase.lead, phrase.top, phrase.gone) if phrase and not phrase.nested else None
    time = time_phrase(sentence, words)
    if time is None or time.preposition not in PREPOSITIONS:
        return None
    return (when(fact, time.preposition),), time.top, time.gone
