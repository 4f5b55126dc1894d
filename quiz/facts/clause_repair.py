"""Mends which verb heads which clause: garden paths, nouns read as verbs, clauses read as phrases, clefts."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.facts.model import Word

SUBJECT = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
NOMINAL = ("NOUN", "PROPN", "PRON")
JOINED = ("advcl", "ccomp", "dep", "conj")
COMPLETE = ("dobj", "attr", "aux")
FINITE = ("VBD", "VBZ", "VBP")
OPENING_CLAUSES = frozenset("after before since until as once".split())
BARRED = "meta"
"""The dependency of words that belong to no clause: the frame of a cleft."""


def mend_clauses(words: list[Word]) -> None:
    """Mend the clauses of a sentence in place."""
    for mend in (
        _noun_read_as_verb,
        _bearer_of_a_name,
        _garden_path,
        _clause_behind_preposition,
        _joined_to_infinitive,
        _cleft,
    ):
        mend(words)


def kids_of(words: Sequence[Word], i: int) -> list[Word]:
    """The words that hang on a word."""
    return [w for w in words if w.head == i and w.i != i]


def root_of(words: Sequence[Word]) -> Word | None:
    """The word that hangs on none."""
    return next((w for w in words if w.head == w.i), None)


def below(words: Sequence[Word], i: int) -> set[int]:
    """A word and all that hangs on it, at any depth."""
    found, grown = {i}, True
    while grown:
        more = {w.i for w in words if w.head in found} - found
        found, grown = found | more, bool(more)
    return found


def _garden_path(words: list[Word]) -> None:
    """In "Homes built before 1920 used 21,300" the second verb is the main one, the first tells which homes."""
    subject, first = _first_reading(words)
    if (
        subject is None
        or first is None
        or subject.i > first.i
        or _last_before(words, subject.i, first.i) != first.i - 1
    ):
        return
    kids = kids_of(words, first.i)
    second = next((k for k in kids if k.i > first.i and k.dep in JOINED and k.tag in ("VBD", "VBN")), None)
    if not second or any(k.dep in COMPLETE for k in kids):
        return
    between = words[first.i + 1 : second.i]
    own = [k for k in kids_of(words, second.i) if k.i < second.i]
    helpers = [k for k in own if k.dep in ("aux", "auxpass")]
    if not between or any(k.dep in (*SUBJECT, "mark", "advmod") for k in own):
        return
    if any(w.pos in ("PUNCT", "CCONJ", "SCONJ") and w.dep != "prep" for w in between):
        return
    finite = helpers[0].tag in (*FINITE, "MD") if helpers else second.tag == "VBD" or second.dep != "conj"
    if not finite:
        return
    _second_is_main(words, subject, first, second, passive=any(k.dep == "auxpass" for k in helpers))


def _second_is_main(words: list[Word], subject: Word, first: Word, second: Word, *, passive: bool) -> None:
    helped = any(k.dep in ("aux", "auxpass") and k.i < second.i for k in kids_of(words, second.i))
    moved = (*kids_of(words, first.i), *kids_of(words, subject.i))
    words[first.i] = first._replace(tag="VBN", dep="acl", head=subject.i)
    words[second.i] = second._replace(tag=second.tag if helped else "VBD", dep="ROOT", head=second.i)
    for kid in moved:
        if kid.i > second.i or (kid.i < subject.i and kid.head == first.i and kid.dep != "det"):
            words[kid.i] = words[kid.i]._replace(head=second.i)
    words[subject.i] = words[subject.i]._replace(head=second.i, dep="nsubjpass" if passive else "nsubj")


def _first_reading(words: Sequence[Word]) -> tuple[Word | None, Word | None]:
    """The subject and the verb behind it that the parser took for the main one or, without any, for a modifier."""
    root = root_of(words)
    if root is None:
        return None, None
    if root.tag == "VBD":
        return next((k for k in kids_of(words, root.i) if k.dep == "nsubj"), None), root
    if root.pos in NOMINAL:
        return root, next((k for k in kids_of(words, root.i) if k.dep == "acl" and k.tag in ("VBD", "VBN")), None)
    return None, None


def _last_before(words: Sequence[Word], i: int, limit: int) -> int:
    return max((j for j in below(words, i) if j < limit), default=i)


def _noun_read_as_verb(words: list[Word]) -> None:
    """In "Beetle remains suggest ..." a plural noun was taken for the verb."""
    root = root_of(words)
    if root is None or root.tag != "VBZ":
        return
    kids = kids_of(words, root.i)
    subject = next((k for k in kids if k.dep == "nsubj" and k.i == root.i - 1 and k.pos in NOMINAL), None)
    verb = next((k for k in kids if k.dep in ("xcomp", "ccomp", "advcl") and k.i > root.i), None)
    if subject is None or verb is None or verb.tag not in ("VBP", "VBD"):
        return
    between = [w for w in words[root.i + 1 : verb.i] if w.head in (root.i, verb.i)]
    if any(w.dep not in ("prep", "advmod") for w in between) or any(w.text == "," for w in words[root.i : verb.i]):
        return
    if any(k.dep in (*SUBJECT, "mark") for k in kids_of(words, verb.i)):
        return
    words[subject.i] = subject._replace(dep="compound")
    for kid in kids:
        if kid not in (subject, verb, *between):
            words[kid.i] = words[kid.i]._replace(head=verb.i)
    words[verb.i] = verb._replace(dep="ROOT", head=verb.i)
    words[root.i] = root._replace(tag="NNS", pos="NOUN", dep="nsubj", head=verb.i)


def _bearer_of_a_name(words: list[Word]) -> None:
    """In "The ship Albert left Boston" nothing is told of a ship that Albert left: it bears that name."""
    root = root_of(words)
    if root is None or root.tag != "NN" or root.i + 1 >= len(words):
        return
    kids = kids_of(words, root.i)
    verb = next((k for k in kids if k.dep == "relcl" and k.tag == "VBD"), None)
    own = kids_of(words, verb.i) if verb else []
    name = next((k for k in own if k.dep == "nsubj" and k.tag == "NNP"), None)
    if verb is None or name is None or min(below(words, name.i)) != root.i + 1:
        return
    if not any(k.dep in ("dobj", "prep", "attr") and k.i > verb.i for k in own):
        return
    for kid in kids:
        if kid is not verb:
            words[kid.i] = kid._replace(head=name.i if kid.i < root.i else verb.i)
    words[root.i] = root._replace(dep="compound", head=name.i)
    words[verb.i] = verb._replace(dep="ROOT", head=verb.i)


def _clause_behind_preposition(words: list[Word]) -> None:
    """In "left after the captain, Joe Smith, fell ill" the captain is what fell, not what "after" governs."""
    for verb in words:
        above = words[verb.head]
        if verb.tag not in FINITE or verb.dep not in JOINED or above.pos not in ("VERB", "AUX") or above.i > verb.i:
            continue
        if any(k.dep in (*SUBJECT, "mark", "aux", "auxpass") for k in kids_of(words, verb.i)):
            continue
        openers = [k for k in kids_of(words, above.i) if k.dep == "prep" and k.lower in OPENING_CLAUSES]
        opener = next((k for k in reversed(openers) if k.i < verb.i), None)
        noun = opener and next((k for k in kids_of(words, opener.i) if k.dep == "pobj"), None)
        if opener is None or noun is None or not _reaches(words, noun, above, verb):
            continue
        words[opener.i] = opener._replace(dep="mark", head=verb.i, pos="SCONJ")
        words[noun.i] = noun._replace(dep="nsubj", head=verb.i)
        words[verb.i] = verb._replace(dep="advcl")
        for w in words[noun.i + 1 : verb.i]:
            if w.head == above.i:
                dep = "appos" if w.pos in NOMINAL else w.dep
                words[w.i] = w._replace(head=noun.i, dep=dep)


def _reaches(words: Sequence[Word], noun: Word, above: Word, verb: Word) -> bool:
    """Whether between a noun and a verb stand only words of the noun, commas and a name that is put beside it."""
    own = below(words, noun.i)
    between = [w for w in words[noun.i + 1 : verb.i] if w.i not in own and w.text != ","]
    beside = [w for w in between if w.head == above.i]
    named = not beside or (len(beside) == 1 and beside[0].dep in ("npadvmod", "appos", "dep", "conj"))
    commas = [w for w in words[noun.i + 1 : verb.i] if w.text == "," and w.head == above.i]
    return (
        named
        and all(w.pos in NOMINAL for w in beside)
        and len(commas) in (0, 2)
        and not any(w.dep == "cc" and w.head in (above.i, noun.i) for w in words[noun.i : verb.i])
    )


def _joined_to_infinitive(words: list[Word]) -> None:
    """In "took years to build and killed 53 men" a finite verb is joined to the finite verb, not to the infinitive."""
    for verb in words:
        above = words[verb.head]
        if verb.dep != "conj" or verb.tag not in FINITE or above.tag != "VB" or above.i > verb.i:
            continue
        if any(k.dep in (*SUBJECT, "aux", "auxpass") for k in kids_of(words, verb.i)):
            continue
        if any(k.tag == "MD" for k in kids_of(words, above.i)):
            continue
        at = above
        while at.head != at.i and at.tag != verb.tag:
            at = words[at.head]
        if at.tag != verb.tag or at.pos not in ("VERB", "AUX"):
            continue
        words[verb.i] = verb._replace(head=at.i)
        for joint in kids_of(words, above.i):
            if joint.dep == "cc" and joint.i < verb.i:
                words[joint.i] = joint._replace(head=at.i)


def _cleft(words: list[Word]) -> None:
    """In "it was not until 1924 that citizenship was granted" the clause behind "that" is what is told."""
    root = root_of(words)
    if root is None or root.lemma != "be":
        return
    kids = kids_of(words, root.i)
    frame = [k for k in kids if k.i < root.i or k.dep == "neg"]
    verb = next((k for k in kids if k.dep in ("ccomp", "advcl", "relcl") and k.i > root.i), None)
    times = [k for k in kids if k.dep == "prep" and verb and root.i < k.i < verb.i]
    that = verb and next((k for k in kids_of(words, verb.i) if k.lower == "that"), None)
    if verb is None or that is None or len(times) != 1 or not frame or frame[0].lower != "it" or frame[0].i:
        return
    time, until = times[0], times[0].lower == "until"
    if any(k.dep == "neg" for k in kids) != until or that.i != max(below(words, time.i)) + 1:
        return
    for w in (*frame, root):
        words[w.i] = words[w.i]._replace(dep=BARRED, head=verb.i)
    for k in kids:
        if k not in frame and k.i != verb.i:
            words[k.i] = k._replace(head=verb.i)
    words[that.i] = that._replace(dep="mark")
    words[verb.i] = verb._replace(dep="ROOT", head=verb.i)
    words[time.i] = words[time.i]._replace(text="in" if until else time.text)
