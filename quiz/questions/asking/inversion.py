"""Turns a clause into a question: lead, auxiliary, subject, verb and the rest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from itertools import groupby, takewhile

from quiz.facts.model import Sentence, Word
from quiz.questions.asking.happening import happens
from quiz.questions.asking.lead import Lead
from quiz.questions.asking.little import tells_little
from quiz.questions.asking.told import told_parts
from quiz.questions.asking.which_one import possessed
from quiz.questions.clauses.clause import Clause
from quiz.questions.clauses.verb_forms import base
from quiz.questions.clauses.wording import finite_group, plural, tidy, verb_group
from quiz.questions.draft import Draft
from quiz.questions.reference.narrator import THIRD
from quiz.questions.reference.replaced import Standing
from quiz.questions.scene import Scene

LONG = 30
# Words behind the verb from which on a phrase of time or place told before the subject comes first.
HEAVY = 7
LONG_REST = 5
"""Words behind the verb from which on what was told before the subject is told first in a question of an amount."""
AMOUNTS = re.compile(r"(?:[a-z]+ )?(?:how |what share|what percentage)", re.IGNORECASE)
# Nouns that say nothing without the clause behind them: "at a time when ...".
EMPTY = frozenset("time moment point period place way extent case stage situation hope effort attempt bid".split())
POINTS_BACK = 25
# A second thing that only the title may tell is one too many.
AGAIN = 20


def inverted(scene: Scene, at: int, found: Clause, lead: Lead, gone: AbstractSet[int]) -> tuple[str, Standing | None]:
    """A question with subject and auxiliary inverted behind its lead; no standing where it cannot stand alone.

    One longer than a reader takes in is asked again without what only qualifies.
    """
    question, standing = _inverted(scene, at, found, lead, gone)
    if len(question.split()) > LONG:
        gone = gone | {i for part in found.rest for i in qualifying(found.sentence, part)}
        question, standing = _inverted(scene, at, found, lead, gone)
    return question, standing


def qualifying(sentence: Sentence, part: Sequence[int]) -> set[int]:
    """The relative and adverbial clauses inside a constituent."""
    inside, found = set(part), set[int]()
    for k in part:
        word = sentence.words[k]
        if word.dep in ("relcl", "advcl") and word.head in inside:
            noun = sentence.words[word.head]
            empty = noun.lemma in EMPTY and noun.dep == "pobj"
            clause = sentence.subtree(noun.head if empty else k)
            found.update(clause)
            closed = sentence.words[clause[-1] + 1 : clause[-1] + 2]
            if clause[0] and sentence.words[clause[0] - 1].text == "," and closed and closed[0].text == ",":
                found |= {clause[0] - 1, clause[-1] + 1}
    return found


def _inverted(scene: Scene, at: int, found: Clause, lead: Lead, gone: AbstractSet[int]) -> tuple[str, Standing | None]:
    group = verb_group(found)
    if group is None:
        return "", None
    helper, behind = _told_simply(found, group, lead, gone)
    found = turned(found) if not behind and not gone & {*found.subject} else found
    if tells_little(found, gone) or _no_clause(found):
        return "", None
    subject = [i for i in found.subject if i not in gone]
    found = told_parts(scene, at, found, gone)
    rest = [i for part in found.rest for i in part if i not in gone]
    fronted = [
        i
        for part in found.fronted
        for i in part
        if i not in gone and (usable(found.sentence, part) or scene.spelled(found.sentence, part))
    ]
    opened = [i for i in lead if isinstance(i, int)]
    beside = beside_verb(found, gone)
    standing = scene.referents.stand(at, [*subject, *beside, found.verb.i, *rest, *fronted, *opened])
    if standing is None or not subject:
        return "", None
    standing.doubts += [f"which {found.lost}"] if found.lost else []
    standing.instead |= possessed(found.sentence, subject, standing)
    helper = THIRD.get(helper, helper).strip() if standing.narrated else helper
    who = scene.stated(at, subject, standing)
    who += "," if _opens_aside(found.sentence, subject) else ""
    if beside:
        behind = [*behind[:-1], scene.stated(at, beside, standing), *behind[-1:]]
    objects = {w.i for w in found.sentence.kids(found.verb.i, "dobj", "attr", "ccomp")}
    first = len(rest) > LONG_REST and AMOUNTS.match(" ".join(map(str, lead[:2]))) is not None
    objects |= {i for i in rest if found.sentence.words[i].dep in ("dobj", "attr", "ccomp")}
    if not first and len(rest) > HEAVY and not objects & {*rest}:
        near = list(takewhile(lambda i: _adheres(found.sentence.words[i]), rest))
        rest, fronted = [*near, *fronted], rest[len(near) :]
    standing.of = found.sentence
    standing.shown, standing.gone = (*opened, *subject, *beside, found.verb.i, *rest, *fronted), frozenset(gone)
    what = (
        scene.stated(at, trimmed(found.sentence, rest), standing, pauses={i for i in rest if i + 2 in rest}),
        scene.stated(at, trimmed(found.sentence, fronted), standing, pauses={i for i in fronted if i + 2 in fronted}),
    )
    if happens(found) and (finite := finite_group(found, *group)):
        standing.told = " ".join(part for part in (who, *finite, *what) if part)
    parts = (opening(scene, at, lead, standing), helper, who, *behind, *what)
    if first and what[1]:
        told = what[1][:1].upper() + what[1][1:]
        parts = (f"{told},", parts[0][:1].lower() + parts[0][1:], helper, who, *behind, what[0])
    return asked(" ".join(part for part in parts if part)), standing


def _adheres(word: Word) -> bool:
    """Whether a word stays right behind its verb: "got up", "grew worse"."""
    return word.pos in ("ADJ", "ADV") or word.dep == "prt"


PERFECT = frozenset("already yet since until till before by ever never after still for over within".split())


def _told_simply(
    found: Clause, group: tuple[str, list[str]], lead: Lead, gone: AbstractSet[int]
) -> tuple[str, list[str]]:
    """The past for the past perfect of a story, where a time tells when it was: "had found" is "did find"."""
    helper, behind = group
    sentence, verb = found.sentence, found.verb
    words = [sentence.words[i] for i in found.words() if i not in gone]
    dated = str(lead[0]).startswith(("In what", "On what", "In which", "On which")) or any(
        w.lower in ("in", "on") and any(k.ent == "DATE" for k in sentence.kids(w.i, "pobj")) for w in words
    )
    kept = any(
        w.lower in PERFECT and (w.pos != "ADP" or any(k.ent == "DATE" for k in sentence.kids(w.i, "pobj")))
        for w in words
        if w.head == verb.i
    )
    if helper != "had" or not dated or kept or str(lead[0]).lower().startswith(("by ", "since ", "for ", "until ")):
        return group
    if behind == [verb.text] and verb.lemma != "be" and verb.tag == "VBN":
        return "did", [base(verb)]
    past = "were" if plural(found) else "was"
    return (past, behind[1:]) if behind[:1] == ["been"] and len(behind) > 1 else group


def _no_clause(found: Clause) -> bool:
    """Whether a subject holds a second half of its sentence, or a verb is "do" and nothing of what is done."""
    colon = any(found.sentence.words[i].text in (":", ";") for i in found.subject)
    return colon or (found.verb.lemma == "do" and not found.rest)


def turned(found: Clause) -> Clause:
    """The clause with the name for its subject: "Pratt was the real owner" for "The real owner was Pratt"."""
    sentence, verb = found.sentence, found.verb
    attribute = next(iter(sentence.kids(verb.i, "attr")), None)
    part = found.holding(attribute.i) if attribute else None
    heads = [sentence.words[i] for i in found.subject if sentence.words[i].head == verb.i]
    if verb.lemma != "be" or attribute is None or part is None or not heads or heads[0].tag != "NN":
        return found
    named = [attribute, *sentence.kids(attribute.i, "appos")]
    if not any(w.tag == "NNP" and w.ent == "PERSON" for w in named) or part == found.subject or part in found.fronted:
        return found
    return replace(found, subject=part, rest=(found.subject, *(p for p in found.rest if p != part)))


def _opens_aside(sentence: Sentence, subject: Sequence[int]) -> bool:
    """Whether a subject ends within an aside, whose comma is to be closed: "a merchant, Mr Kyte"."""
    words = [sentence.words[i] for i in subject]
    last = max((n for n, w in enumerate(words) if w.text == ","), default=0)
    listed = any(w.dep == "conj" and w.head < words[last].i for w in words[last:])
    return last > 0 and not listed and sum(w.text == "," for w in words) % 2 == 1


# Adverbs without which the clause would say the contrary.
HARDLY = frozenset("seldom rarely hardly scarcely never barely".split())


def beside_verb(found: Clause, gone: AbstractSet[int]) -> list[int]:
    """The adverbs between subject and verb, which stay before it: "had permanently closed"."""
    words = found.sentence.words
    told: list[int] = []
    for part in found.fronted:
        adverbs = all(words[i].pos == "ADV" for i in part) and part[0] > found.subject[0]
        set_off = "," in (words[part[0] - 1].text, words[part[-1] + 1].text)
        if adverbs and not gone & {*part} and (not set_off or words[part[0]].lower in HARDLY):
            told += part
    return told


def opening(scene: Scene, at: int, lead: Lead, standing: Standing) -> str:
    """What a question begins with, its words as they stand alone, its first letter a capital."""
    parts: list[str] = []
    for told, group in groupby(lead, key=lambda part: isinstance(part, int)):
        words = list(group)
        run = [i for i in words if isinstance(i, int)]
        parts += [scene.stated(at, run, standing)] if told else [str(word) for word in words]
    text = " ".join(part for part in parts if part)
    return text[:1].upper() + text[1:]


def usable(sentence: Sentence, part: Sequence[int]) -> bool:
    """Whether a phrase before the subject is worth keeping behind the verb: a short one of time, place or condition."""
    first = sentence.words[part[0]]
    return (
        first.pos == "ADP"
        and len(part) <= 8
        and all(sentence.words[i].pos != "VERB" for i in part)
        and first.lower not in ("for", "unlike", "despite", "besides", "like", "as")
    )


def trimmed(sentence: Sentence, kept: Sequence[int]) -> list[int]:
    """The words without loose prepositions and conjunctions at either end."""
    out = list(kept)
    while out and sentence.words[out[-1]].pos in ("CCONJ", "PUNCT", "DET") and sentence.words[out[-1]].tag != "''":
        out.pop()
    return out


HALF_OF_DAY = re.compile(r"\b[ap]\.m$")


def asked(text: str) -> str:
    """A question from its words: closing marks inside quotations dropped, one question mark at the end."""
    text = tidy(text)
    text = re.sub(r"[,.;:]+([”’\"])$", r"\1", text)
    if text.count("“") == text.count("”") + 1:
        text = re.sub(r"[.,;:!?\s]+$", "", text) + "”"
    if text.count('"') % 2:
        text = re.sub(r"[.,;:!?\s]+$", "", text) + '"'
    text = re.sub(r"[.,;:!?\s]+$", "", text)
    return f"{text}.?" if HALF_OF_DAY.search(text) else f"{text}?"


def judged(draft: Draft, standing: Standing) -> Draft:
    """The draft with the evidence of its references and less for each doubt about them."""
    evidence = tuple(dict.fromkeys([*draft.evidence, *(s.span for s in standing.evidence)]))
    return doubted(replace(draft, evidence=evidence, told=standing.told), standing)


def doubted(draft: Draft, standing: Standing) -> Draft:
    """The draft with less for each doubt about its references, and what it names plainly."""
    for points, doubt in weighed(standing.doubts):
        draft = draft.less(points, f"unclear: {doubt}")
    shown = standing.shown if standing.of is draft.sentence else ()
    return replace(draft, plain=tuple(dict.fromkeys(standing.plain)), shown=shown, gone=standing.gone)


def weighed(doubts: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The points each doubt costs: a title before the question may answer one "the ...", hardly two."""
    pointed = False
    for doubt in dict.fromkeys(doubts):
        if doubt.startswith("which "):
            yield 2 * POINTS_BACK, doubt
        elif doubt.startswith("the "):
            yield AGAIN if pointed else POINTS_BACK, doubt
            pointed = True
        else:
            yield 15, doubt
