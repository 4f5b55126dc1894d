"""What a question asks of a word that belongs to another, or that its sentence does not tell without more."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from itertools import pairwise

from quiz.facts.cue_words import CUES
from quiz.facts.human_nouns import COMPANIES, GROUPS, person_noun
from quiz.facts.mentions import ORGANISED
from quiz.facts.model import Word
from quiz.questions.clauses.clause import SUBJECTS
from quiz.questions.faults.seen import FINITE, Seen
from quiz.questions.reference.salience import WORDS

DAYS = frozenset("day eve morning evening night afternoon".split())
"""Times that say nothing without what they are part of: "on the last day of 1981"."""
SPREADING = frozenset("range run vary extend stretch".split())
"""Verbs of what lies between two ends."""
DEPTHS = frozenset("metre meter foot fathom mile kilometre kilometer yard".split())
AIMING = frozenset("see shoot fire kill hit throw drop hear photograph watch film raise lower reduce increase".split())
"""Verbs of what is done from a distance, or to one."""
PUBLISHING = frozenset("publish issue release print".split())
RISING = frozenset(
    (("stand", "up"), ("sit", "down"), ("get", "up"), ("lie", "down"), ("turn", "round"), ("turn", "around"))
)
"""What somebody does before doing what is told of."""
THINKING = CUES | frozenset("reckon think believe hope fear doubt guess know".split())
TWO = 2
HIMSELF = frozenset("himself herself itself themselves".split())


def _asked(seen: Seen, asked: AbstractSet[int]) -> Iterator[tuple[Word, Word]]:
    """Each word that is asked for, with the noun it counts or else itself."""
    words = seen.sentence.words
    for i in sorted(asked):
        word = words[i]
        yield word, words[word.head] if word.dep in ("nummod", "quantmod") else word


def _open_time(seen: Seen, asked: AbstractSet[int]) -> bool:
    """Whether a day is shown without the year it is the last of: "take power on the last day"."""
    words, shown = seen.sentence.words, set(seen.shown)
    for word, _ in _asked(seen, asked):
        of = words[word.head]
        part = word.dep == "pobj" and of.lower == "of" and words[of.head].lemma in DAYS
        if part and of.i not in shown and of.head in shown:
            return True
    return False


def _from_afar(seen: Seen, asked: AbstractSet[int]) -> bool:
    """Whether something is asked as done from a distance that tells where it was: "raised a wreck from 40 metres"."""
    sentence = seen.sentence
    for word, measure in _asked(seen, asked):
        above = sentence.words[measure.head]
        verb = sentence.words[above.head]
        if word.tag != "CD" or measure.lemma not in DEPTHS or above.lower != "from" or verb.lemma in AIMING:
            continue
        if any(k.i < above.i for k in sentence.kids(verb.i, "dobj")) and verb.i in seen.shown:
            return True
    return False


def _whose(seen: Seen, asked: AbstractSet[int]) -> bool:
    """Whether things are counted, and the name of their owner is left out: "the Ardent's four masts"."""
    shown = set(seen.shown)
    owners = (p for word, noun in _asked(seen, asked) if word is not noun for p in seen.sentence.kids(noun.i, "poss"))
    return any(p.text[0].isupper() and p.i not in shown for p in owners)


def _one_end(seen: Seen, asked: AbstractSet[int]) -> bool:
    """Whether one of the two ends is asked between which something lies, or how many things do: "run from 5 to 9"."""
    sentence = seen.sentence
    for verb in seen.words:
        if verb.lemma not in SPREADING or verb.pos != "VERB":
            continue
        ends = [p for p in sentence.kids(verb.i, "prep") if p.lower == "from"]
        ends += [p for end in ends for p in sentence.kids(end.i, "prep")]
        told = {i for end in ends for i in sentence.subtree(end.i)}
        both = sum(sentence.words[i].tag == "CD" for i in told) > 1
        if ends and both and asked & told:
            return True
        if verb.dep == "relcl" and verb.lemma in ("range", "vary") and asked & {*sentence.subtree(verb.head)} - told:
            return verb.head in seen.inside and not any(s.tag == "WDT" and s.i in seen.shown for s in seen.words)
    return False


def _beside(seen: Seen, asked: AbstractSet[int]) -> bool:
    """Whether what only goes with the main clause comes first or is told alone: "with 40 men killed"."""
    sentence = seen.sentence
    for word, noun in _asked(seen, asked):
        over = sentence.words[noun.head]
        led = word is not noun and noun.dep == "pobj" and over.lower == "with" and sentence.kids(noun.i, "acl")
        if led and (over.i not in seen.shown or seen.shown[0] == over.i):
            return True
        alone = over.dep == "pcomp" and sentence.words[over.head].lower == "with" and over.head not in seen.shown
        if alone and noun.dep == "dobj" and any(d.lower == "the" for d in sentence.kids(noun.i, "det")):
            return True
    return False


def _emphatic(seen: Seen, _: AbstractSet[int]) -> bool:
    """Whether "the man himself" stands for one told before."""
    pairs = pairwise(seen.words)
    return any(
        two.lower in HIMSELF
        and one.tag in ("NN", "NNP")
        and any(d.lower == "the" for d in seen.sentence.kids(one.i, "det"))
        for one, two in pairs
    )


def _rising(seen: Seen, _: AbstractSet[int]) -> bool:
    """Whether somebody only stands up, and what was done then is left out."""
    sentence, shown = seen.sentence, set(seen.shown)
    for verb in seen.words:
        for particle in sentence.kids(verb.i, "prt", "advmod"):
            risen = (verb.lemma, particle.lower) in RISING
            if risen and any(k.pos == "VERB" and k.i not in shown for k in sentence.kids(verb.i, "conj")):
                return True
    return False


def _published(seen: Seen, _: AbstractSet[int]) -> bool:
    """Whether what a study is about is told to be published: "a study with the telescope published in July"."""
    words = seen.sentence.words
    for verb in seen.words:
        noun = words[verb.head]
        if verb.dep != "acl" or verb.lemma not in PUBLISHING or noun.dep != "pobj":
            continue
        above = words[words[noun.head].head]
        if above.lemma in WORDS and above.i not in seen.shown and noun.lemma not in WORDS:
            return True
    return False


def _speaking_thing(seen: Seen, _: AbstractSet[int]) -> bool:
    """Whether a thing is told to say what the person named before the verb does: "ice is made, and Ann reckons"."""
    sentence = seen.sentence
    for verb in seen.words:
        first = sentence.words[verb.head]
        if (
            verb.dep != "conj"
            or verb.tag not in FINITE
            or verb.lemma not in THINKING
            or sentence.kids(verb.i, *SUBJECTS)
        ):
            continue
        for subject in sentence.kids(first.i, *SUBJECTS):
            lemma = subject.lemma.lower()
            thing = subject.pos == "NOUN" and not person_noun(lemma) and lemma not in COMPANIES | GROUPS | WORDS
            named = any(w.ent == "PERSON" and w.dep in SUBJECTS for w in sentence.words[first.i : verb.i])
            if thing and named and lemma not in ORGANISED and subject.i in seen.shown:
                return True
    return False


def _stray_comma(seen: Seen, _: AbstractSet[int]) -> bool:
    """Whether of what stood between two commas only one comma is left, before the verb: "heard Ann Orr, speak"."""
    words = seen.sentence.words
    told = [i for i in seen.shown if words[i].text != ","]
    for one, verb in pairwise(told):
        left = one + 1 in seen.shown and words[one + 1].text == "," and verb > one + TWO
        left = left and seen.inside.isdisjoint(range(one + TWO, verb - 1))
        if left and words[one].head == verb and words[one].dep in SUBJECTS:
            return True
    return False


def _bare_who(seen: Seen, _: AbstractSet[int]) -> bool:
    """Whether "who" follows a name at once, though what it tells of was left out: "met Ann Orr(, a girl) who sang"."""
    pairs = pairwise(seen.words)
    return any(one.tag == "NNP" and two.lower == "who" and two.i > one.i + 1 for one, two in pairs)


RULES: tuple[tuple[str, Callable[[Seen, AbstractSet[int]], bool]], ...] = (
    ("leaves a day without its year", _open_time),
    ("does not tell whose", _whose),
    ("asks one end of a range", _one_end),
    ("asks from how far something was done", _from_afar),
    ("tells first what only goes with it", _beside),
    ("tells of somebody “himself”", _emphatic),
    ("tells only how it began", _rising),
    ("takes the matter of a study for it", _published),
    ("lets a thing speak", _speaking_thing),
    ("leaves a comma", _stray_comma),
    ("tells of a name what is told of another noun", _bare_who),
)
"""Each rule with the reason it tells."""
