"""What of a clause is told in its question: without the parts that point elsewhere, and what is lost with them."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from quiz.questions.clauses.clause import Clause
from quiz.questions.reference.salience import TIMES
from quiz.questions.scene import Scene

OBJECTS = ("dobj", "ccomp", "xcomp", "oprd", "acomp")
RATES = frozenset("pace rate speed price".split())
# What a time may hang on that is reckoned from another: "two years later", but not "two years late".
RECKONING = frozenset("ago earlier later afterward afterwards before after hence".split())


def told_parts(scene: Scene, at: int, found: Clause, gone: AbstractSet[int]) -> Clause:
    """The clause without the parts that point at what is not told, where it can spare them."""
    rest: list[tuple[int, ...]] = []
    dropped, end = False, -1
    for part in found.rest:
        hangs = dropped and (found.sentence.words[part[0] - 1].text == "," or part[0] == end + 1)
        beside = _aside(found, part) or (_held_against(found, part) and not gone & {*part})
        dropped, end = not _told(scene, at, found, part, gone) or hangs or beside, part[-1]
        if not dropped:
            rest.append(part)
    fronted = tuple(part for part in found.fronted if _told(scene, at, found, part, gone))
    kept = {i for part in (*fronted, *rest) for i in part}
    out = [part for part in (*found.fronted, *found.rest) if part[0] not in kept]
    parts = [part for part in out if not (_compares(found, part) or _renames(found, part))]
    lost = next((found.sentence.words[i].lower for part in parts for i in part if _tells_time(found, i)), "")
    lost = lost or _needed(found, parts)
    return replace(found, fronted=fronted, rest=tuple(rest), lost=lost)


def _needed(found: Clause, parts: Sequence[Sequence[int]]) -> str:
    """What of the parts left out is needed to make sense of a clause: its object, a condition, the place of "there"."""
    sentence, verb = found.sentence, found.verb
    out = {i for part in parts for i in part if not _aside(found, part)}
    kids = sentence.kids(verb.i)
    kept = {w.dep for w in kids if w.i not in out}
    if any(w.i in out and w.dep in OBJECTS and w.dep not in kept for w in kids):
        return "object"
    pointed = [w for w in kids if w.i in out and w.dep == "prep" and w.i < verb.i]
    rates = (sentence.words[k] for w in pointed for k in sentence.subtree(w.i))
    if any(w.lemma in RATES for w in rates):
        return "condition"
    told = (w for w in kids if w.i > verb.i and not any(k.ent == "DATE" for k in sentence.kids(w.i, "pobj")))
    bare = not any(w.dep in ("dobj", "attr", "agent", "prep") for w in told)
    there = any(w.lower == "there" and w.dep == "advmod" and w.i > verb.i for w in kids)
    return "place" if there and bare and verb.lemma not in ("die", "bear") else ""


def _compares(found: Clause, part: Sequence[int]) -> bool:
    """Whether a part only compares: ", 6 per cent less than a year earlier"."""
    return any(found.sentence.words[i].tag == "JJR" and found.sentence.words[i].head == found.verb.i for i in part)


def _held_against(found: Clause, part: Sequence[int]) -> bool:
    """Whether a part behind a comma names what another time or place had: ", compared with 1.6 million in 2019"."""
    first, words = part[0], found.sentence.words
    return words[first].lower in ("compared", "against") and words[first - 1].text == "," and first > found.verb.i


def _renames(found: Clause, part: Sequence[int]) -> bool:
    """Whether a part behind a comma only tells more of what was told: ", the highest for three years"."""
    first, words = part[0], found.sentence.words
    return first > found.verb.i and words[first].lower == "the" and words[first - 1].text == ","


def _tells_time(found: Clause, i: int) -> bool:
    word = found.sentence.words[i]
    if word.lemma not in TIMES or word.dep not in ("npadvmod", "pobj"):
        return False
    above = found.sentence.words[word.head]
    return above.pos not in ("ADJ", "ADV") or above.lower in RECKONING


def _told(scene: Scene, at: int, found: Clause, part: Sequence[int], gone: AbstractSet[int]) -> bool:
    """Whether a part stands alone behind the subject; one that does not is left out where the clause can spare it."""
    sentence = found.sentence
    head = next(sentence.words[i] for i in part if sentence.words[i].head not in part or sentence.words[i].head == i)
    spared = (
        head.dep in ("npadvmod", "advmod", "advcl") or part[0] < found.verb.i or sentence.words[part[0] - 1].text == ","
    )
    kept = [i for i in part if i not in gone]
    return not spared or not kept or scene.referents.stand(at, [*found.subject, *kept]) is not None


def _aside(found: Clause, part: Sequence[int]) -> bool:
    """Whether a part behind a comma only comments: ", a loss of nearly two thirds"."""
    sentence = found.sentence
    if part[0] < found.verb.i:
        return False
    head = next(sentence.words[i] for i in part if sentence.words[i].head not in part or sentence.words[i].head == i)
    if found.verb.lemma == "be" and head.dep in ("attr", "acomp") and head.head == found.verb.i:
        return len(sentence.kids(found.verb.i, "attr", "acomp")) > 1 and sentence.words[part[0] - 1].text == ","
    return sentence.words[part[0] - 1].text == "," and head.dep in (
        "npadvmod",
        "appos",
        "attr",
        "dep",
        "dobj",
        "advmod",
        "acomp",
        "oprd",
    )
