"""The clause a date tells the time of where it hangs on another: a cleft, "that was in 1622", "not until 1924"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.facts.model import Date, Sentence, Word
from quiz.questions.asking.inversion import inverted, judged
from quiz.questions.clauses.clause import SUBJECTS, Clause, constituents, governor
from quiz.questions.clauses.when import PREPOSITIONS, when, written
from quiz.questions.draft import Draft
from quiz.questions.forms.time_phrase import TimePhrase, time_head
from quiz.questions.scene import Scene, head_of

# What opens a phrase whose date is also that of the verb: "In his speech of 1912, he warned ..."
MEANWHILE = frozenset("in at during on".split())
DOCUMENTS = frozenset(
    "note report study memo memorandum letter survey review paper audit poll analysis article circular".split()
)
"""What is of the time at which it tells, warns or finds something."""
PARTS_OF_TIME = frozenset("day week month quarter half part year period decade time era".split())
"""Nouns that tell which part of a time is meant: "in the first weeks of 1944"."""
SHORTEST = 9
"""Words and marks of the longest sentence that only says when the one before it happened."""


def told_before_cleft(scene: Scene, sentence: Sentence, date: Word) -> Clause | None:
    """What was only then: "she was permitted on a ship" of "it was 1968 before she was permitted on a ship"."""
    be = sentence.words[date.head]
    if date.dep != "attr" or be.lemma != "be" or not any(w.lower == "it" for w in sentence.kids(be.i, "nsubj")):
        return None
    for verb in sentence.kids(be.i, "advcl"):
        subject = sentence.kids(verb.i, *SUBJECTS)
        if subject and any(mark.lower == "before" for mark in sentence.kids(verb.i, "mark")):
            found = scene.clause_of(sentence, subject[0].i)
            return found if found and found.verb.i == verb.i else None
    return None


def clause_before(scene: Scene, sentence: Sentence, phrase: TimePhrase, words: Sequence[Word]) -> Clause | None:
    """The clause that opens a sentence and has its date behind it, between commas: "When he died, on 3 May, ..."."""
    first, last = min(phrase.gone), words[-1].i
    if first < 3 or last + 1 >= len(sentence.words):
        return None
    if sentence.words[first - 1].text != "," or sentence.words[last + 1].text != ",":
        return None
    ending = sentence.words[first - 2]
    verb = ending if ending.dep in ("advcl", "relcl") else governor(sentence, ending.i)
    if verb is None or verb.dep not in ("advcl", "relcl") or verb.i >= first or sentence.words[0].pos == "PROPN":
        return None
    above = sentence.words[verb.head]
    timed = above.lemma == "time" if verb.dep == "relcl" else any(w.tag == "WRB" for w in sentence.kids(verb.i))
    subject = sentence.kids(verb.i, *SUBJECTS)
    if not timed or not subject or min(sentence.subtree(above.i if verb.dep == "relcl" else verb.i)) > 2:
        return None
    found = scene.clause_of(sentence, subject[0].i)
    return found if found and found.verb.i == verb.i else None


def opening_participle(scene: Scene, sentence: Sentence, phrase: TimePhrase) -> Clause | None:
    """What is told of the subject before it: "Born in Zagreb in 1881, Ana Horvat studied medicine."."""
    verb = governor(sentence, phrase.top.i)
    if verb is None or verb.i or verb.tag != "VBN" or verb.dep not in ("advcl", "acl"):
        return None
    main = scene.clause_of(sentence, sentence.root().i)
    if main is None or sentence.words[main.subject[0] - 1].text != ",":
        return None
    rest = constituents(sentence, verb, set(main.subject))[1]
    plain = verb._replace(text=verb.lower)
    return replace(main, verb=plain, auxiliaries=(), fronted=(), rest=rest, finite=False, passive=True)


def told_by_document(found: Clause, phrase: TimePhrase) -> bool:
    """Whether a time is that of a writing which tells something: "a note of 1922 warned ministers that ..."."""
    words, verb = found.sentence.words, found.verb
    noun = words[phrase.top.head]
    subject = noun.dep == "nsubj" and noun.head == verb.i and noun.lemma in DOCUMENTS and noun.i < phrase.top.i
    plain = phrase.preposition in ("of", "in", "from") and verb.tag == "VBD"
    return subject and plain and bool(found.sentence.kids(verb.i, "ccomp"))


def affirmed(found: Clause, denials: Sequence[Word]) -> Clause:
    """A clause told with "not until" as it is after that time: without its "not"."""
    gone = {word.i for word in denials}
    return replace(found, rest=tuple(part for part in found.rest if not gone & {*part}), affirmed=True)


def denials_of(sentence: Sentence, found: Clause, until: Word) -> Sequence[Word]:
    """The "not" of "did not ... until", or of "not until ... did"."""
    before = [w for w in sentence.words[max(0, until.i - 1) : until.i] if w.lower in ("not", "only")]
    return [*sentence.kids(found.verb.i, "neg"), *before]


def of_sentence_before(scene: Scene, at: int, date: Date, words: Sequence[Word]) -> Iterator[Draft]:
    """The date says when the sentence before it happened: "That was around 1622."."""
    sentence = scene.sentences[at]
    root = sentence.root()
    pointing = [w for w in sentence.kids(root.i, "nsubj") if w.lower in ("that", "this")]
    top, preposition = time_head(sentence, head_of(words), words)
    if root.lemma != "be" or not pointing or top is None or top.head != root.i or len(sentence.words) > SHORTEST:
        return
    before = scene.sentences[at - 1] if at else None
    if before is None or before.block is not sentence.block or scene.dates_in(before.span):
        return
    subject = before.kids(before.root().i, *SUBJECTS)
    found = scene.clause_of(before, subject[0].i) if subject else None
    if found is None:
        return
    around = preposition in ("around", "about")
    lead = "Around what year" if around and date.grain == "year" else when(date, preposition or "in")
    question, standing = inverted(scene, at - 1, found, (lead,), set())
    if standing:
        draft = Draft(date, sentence, scene.passage(at), written(date), question)
        yield judged(replace(draft, evidence=(scene.passage(at - 1),)), standing)


def leading(found: Clause, date: Date, phrase: TimePhrase) -> str | None:
    """What leads the time a clause is asked for; None where a date is bound to what stands before it.

    A date before "after", "before" or "although" is not of the clause behind that, which another is told with.
    """
    if told_by_document(found, phrase):
        return "in"
    marks = [k.i for k in found.sentence.kids(found.verb.i, "mark") if k.lower != "that"]
    if phrase.top.dep != "attr" and any(phrase.top.i < mark < found.subject[0] for mark in marks):
        return None
    preposition, above = phrase.preposition, found.sentence.words[phrase.top.head]
    bound = preposition and not phrase.part and _bound(found.sentence, date, preposition, above)
    return None if bound else preposition


def _bound(sentence: Sentence, date: Date, preposition: str, above: Word) -> bool:
    """Whether a preposition binds a date to what stands before it, so that the two tell no time: "the cars of 1911"."""
    if above.pos == "NOUN" and above.lemma in ("year", "period", "decade", "month", "time", "era"):
        return True
    if preposition == "of":
        return above.lemma in PARTS_OF_TIME or above.dep != "pobj" or sentence.words[above.head].lower not in MEANWHILE
    return preposition not in PREPOSITIONS and (preposition != "between" or not date.end)
