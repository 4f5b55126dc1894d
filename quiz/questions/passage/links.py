"""Whether what is told before a question tells who "he" is in it, and what "it" and "the treaty" are."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.facts.human_nouns import person_noun
from quiz.facts.model import Sentence, Word
from quiz.facts.names import People, Person
from quiz.facts.prominence import PERSONAL, persons_in
from quiz.questions.clauses.clause import SUBJECTS, governor
from quiz.questions.draft import Draft
from quiz.questions.faults.dangling import LATER
from quiz.questions.reference.anaphora import DEFINITE
from quiz.questions.reference.things import THINGS, empty_it, fits, human, says_something
from quiz.questions.scene import Scene

Told = Sequence[tuple[Sentence, Sequence[int]]]
"""Sentences that are told, with the words of each."""
FARTHEST = 2
"""Sentences, or clauses of its own one, told before a question at most."""
COUNTED = frozenset("percent cent percentage share number people day week month year time thing".split())
"""Nouns that two sentences may both have without telling of the same."""
EVENT = re.compile(r"\b[Tt]he (?:event|news|occasion|decision|discovery|move|change|attempt|result)\b")
"""What a clause before it tells."""
PRONOUNS = tuple(map(frozenset, (("he", "his", "him"), ("she", "her"), ("it", "its"), ("they", "their", "them"))))
POINTING = frozenset("there this that these those event news occasion decision discovery move change result".split())
TIMED = ("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY")


def linked(scene: Scene, draft: Draft, told: Told) -> bool:
    """Whether what is told first tells what a draft's words point at, and does so for one of them."""
    here = len(told) == 1 and told[0][0] is draft.sentence
    found = here and bool(LATER.search(draft.question) or EVENT.search(draft.question))
    own = {i for sentence, part in told if sentence is draft.sentence for i in part}
    for word in _shown(draft):
        if word.lower in PERSONAL and word.tag in ("PRP", "PRP$"):
            link = _person_told(scene, draft, word, told, own)
        elif word.lower == "it" and empty_it(draft.sentence, word):
            link = None if not says_something(draft.sentence, word) else False
        elif word.lower in THINGS:
            link = _thing_told(scene, draft, word, told, own)
        elif word.lower in DEFINITE and word.dep == "det" and word.lower != "the":
            link = _again(draft.sentence.words[word.head], told) or None
        else:
            link = (word.lower == "there" and word.dep == "advmod") or (
                bool(own) and word.lower in ("this", "that") and word.dep in SUBJECTS and word.tag == "DT"
            )
            led = any(k.lower == "the" or k.dep == "poss" for k in draft.sentence.kids(word.i, "det", "poss"))
            link = link or (led and word.pos == "NOUN" and word.ent not in TIMED and _again(word, told))
        if link is None:
            return False
        found = found or link
    return found and all(_goes_on(scene, told[:nth], told[nth]) for nth in range(1, len(told)))


def leans(scene: Scene, at: int) -> bool:
    """Whether a sentence may point at what is told before it: no more than a quick look, before questions are made."""
    sentence = scene.sentences[at]
    near = {w.lemma.lower() for s in scene.sentences[max(0, at - FARTHEST) : at] for w in s.words}
    for word in sentence.words:
        if word.lower in PERSONAL or word.lower in THINGS or word.lower in POINTING:
            return True
        if word.dep in ("det", "poss") and sentence.words[word.head].lemma.lower() in near:
            return True
    return LATER.search(scene.document.text, sentence.span.start, sentence.span.end) is not None


def spared(draft: Draft, between: Sentence) -> bool:
    """Whether a question goes on with the "it" or "she" that the sentence before it is about, and can do without it."""
    first, *_ = between.words
    family = next((words for words in PRONOUNS if first.lower in words), frozenset[str]())
    pointing = [w.lower for w in _shown(draft) if w.tag in ("PRP", "PRP$") or w.lower in ("this", "that", "these")]
    alone = bool(pointing) and all(word in family for word in pointing) and not LATER.search(draft.question)
    again = [w for w in _shown(draft) if w.pos in ("NOUN", "PROPN") and w.ent not in TIMED]
    alone = alone and not any(_again(w, [(between, range(len(between.words)))]) for w in again)
    return alone and first.dep in SUBJECTS and first.head == between.root().i


def _goes_on(scene: Scene, told: Told, part: tuple[Sentence, Sequence[int]]) -> bool:
    """Whether everybody that a sentence calls "he" or "she" may have been named in it or before it."""
    people, (sentence, kept) = scene.facts.people, part
    for word in (sentence.words[i] for i in kept):
        if word.lower not in PERSONAL or word.tag not in ("PRP", "PRP$"):
            continue
        gender = PERSONAL[word.lower]
        named = [p for p, w in persons_in(sentence, people) if w.i < word.i]
        named += [p for s, told_part in told for p, w in persons_in(s, people) if w.i in set(told_part)]
        if not any(p.gender in (gender, "") for p in named):
            return False
    return True


def _shown(draft: Draft) -> list[Word]:
    """The words of its sentence that a draft shows."""
    words = draft.sentence.words
    if draft.shown:
        return [words[i] for i in draft.shown if not words[i].held]
    shown = {w.lower() for w in re.findall(r"[\w’'-]+", draft.question)}
    return [w for w in words if w.lower in shown and not w.held]


def _words(told: Told) -> list[tuple[Sentence, Word]]:
    return [(sentence, sentence.words[i]) for sentence, part in told for i in part]


def _again(noun: Word, told: Told) -> bool:
    """Whether a thing or somebody is spoken of by the same noun or name."""
    lemma = noun.lemma.lower()
    return lemma not in COUNTED and any(w.pos == noun.pos and w.lemma.lower() == lemma for _, w in _words(told))


def _person_told(scene: Scene, draft: Draft, word: Word, told: Told, own: set[int]) -> bool | None:
    """Whether the person that "he" or "she" stands for is told first; False for one shown, None for none at all."""
    gender, people, sentence = PERSONAL[word.lower], scene.facts.people, draft.sentence
    shown = {w.i for w in _shown(draft)}
    here = [w for p, w in persons_in(sentence, people) if w.i < word.i and p.gender in (gender, "")]
    here += [w for w in sentence.words[: word.i] if w.tag == "NN" and person_noun(w.lemma.lower())]
    here = [w for w in here if w.i not in own]
    if here:
        return False if any(w.i in shown for w in here) else None
    met = [p for s, part in told for p, w in persons_in(s, people) if p.gender in (gender, "") and w.i in set(part)]
    if any(p is not met[0] for p in met):
        who = scene.referents.person(scene.place(sentence), word)
        return (who is not None and _leads(people, told, who.person)) or None
    return bool(met) or any(w.tag == "NN" and person_noun(w.lemma.lower()) for _, w in _words(told)) or None


def _leads(people: People, told: Told, who: Person) -> bool:
    """Whether the first person that the last sentence with a subject of a name is about is the one meant."""
    for sentence, part in reversed(told):
        inside = set(part)
        leading = [p for p, w in persons_in(sentence, people) if w.dep in (*SUBJECTS, "appos") and w.i in inside]
        if leading:
            return leading[0] is who
    return False


def _thing_told(scene: Scene, draft: Draft, word: Word, told: Told, own: set[int]) -> bool | None:
    """Whether what "it" or "they" stands for is told first; False for what is shown, None for nothing at all."""
    many, sentence = word.lower.startswith("th"), draft.sentence
    if _other_it(word, told):
        return None
    shown = {w.i for w in _shown(draft)}
    verb = governor(sentence, word.i)
    whole = word.lower == "it" and sentence.words[word.head].lower == "of"
    doer = [s.i for s in sentence.kids(verb.i, *SUBJECTS)] if verb and whole else []
    here = [w for w in sentence.words[: word.i] if w.i not in own and w.dep != "pobj" and w.i not in doer]
    here = [w for w in here if w.dep != "appos" or w.head not in doer]
    here = [w for w in here if _may_be(sentence, w, many=many)]
    if here:
        return False if any(w.i in shown for w in here) else None
    if all(before.block is not sentence.block for before, _ in told):
        meant = scene.referents.entities.meant(scene.place(sentence), word)
        return (meant is not None and any(meant.sentence is before for before, _ in told)) or None
    return any(_may_be(s, w, many=many) for s, w in _words(told)) or None


def _other_it(word: Word, told: Told) -> bool:
    """Whether "it" is done to, while what is told last goes on from an "it" to another thing: "it led to a list"."""
    sentence, part = told[-1]
    led = next((sentence.words[i] for i in part if sentence.words[i].dep in SUBJECTS), None)
    if led is None or led.lower != word.lower or word.dep in SUBJECTS or len(told) == 1:
        return False
    return any(_may_be(sentence, sentence.words[i], many=False) for i in part if i > led.i)


def _may_be(sentence: Sentence, noun: Word, *, many: bool) -> bool:
    """Whether "it", or "they" for several, may stand for a noun."""
    possible = noun.pos in ("NOUN", "PROPN") and noun.dep != "compound" and noun.ent not in TIMED
    return possible and fits(sentence, noun, many=many) and (many or not human(noun))
