"""The clause a fact stands in: subject, verb group and the constituents worth keeping, ready to be asked about."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.facts.model import Sentence, Word
from quiz.questions.clauses.caused import caused, outcome
from quiz.questions.clauses.phrase import commas, holds_clause, noun_phrase, phrase, set_off
from quiz.questions.clauses.relative import (
    antecedent_part,
    belonging,
    called,
    described_by,
    object_of,
    relative_opener,
    whose,
)
from quiz.questions.clauses.shared_time import shared_time

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")
AUXILIARIES = ("aux", "auxpass")
KEPT = (
    "dobj",
    "attr",
    "acomp",
    "prep",
    "prt",
    "xcomp",
    "ccomp",
    "oprd",
    "dative",
    "agent",
    "advmod",
    "npadvmod",
    "pcomp",
    "neg",
)
DROPPED = ("punct", "cc", "conj", "parataxis", "intj", "mark", "dep", "meta", "discourse", "preconj")
DISCOURSE = frozenset(
    """
    however also indeed thus therefore moreover furthermore nevertheless nonetheless meanwhile then still yet again
    instead similarly likewise consequently hence besides additionally finally first soon later ironically apparently
    perhaps even just only now so too already ultimately eventually notably importantly interestingly earlier
    famously infamously foolishly wisely rightly wrongly sadly tragically fortunately unfortunately surprisingly
    subsequently afterwards accordingly otherwise conversely certainly clearly obviously of-course here there today once
    """.split()
)
# Of these, those that change what is told where they stand beside the verb: "first climbed in 1865".
TELLING = frozenset(("first",))


@dataclass(frozen=True, slots=True)
class Clause:
    """A verb with its subject and what depends on it, as word numbers of one sentence.

    `subject` is empty for a participle without one; `finite` says whether the verb group stands as in a main clause;
    `passive` marks a reduced passive ("the treaty signed in 1828"), which needs an auxiliary to be asked about;
    `lost` is a time that was left out although it tells when something was so; `affirmed` says that its "not" is left
    out, since it only says how late something was; `denied` that its "not" is told, since what is asked stands outside
    of what it denies.
    """

    sentence: Sentence
    verb: Word
    auxiliaries: tuple[Word, ...]
    subject: tuple[int, ...]
    fronted: tuple[tuple[int, ...], ...]
    rest: tuple[tuple[int, ...], ...]
    finite: bool
    passive: bool = False
    lost: str = ""
    affirmed: bool = False
    denied: bool = False

    def words(self) -> list[int]:
        """Every word kept, in the order of the text."""
        kept = {self.verb.i, *self.subject, *(a.i for a in self.auxiliaries)}
        for part in (*self.fronted, *self.rest):
            kept.update(part)
        return sorted(kept)

    def holding(self, i: int) -> tuple[int, ...] | None:
        """The constituent a word stands in, if it is kept."""
        return next((part for part in (self.subject, *self.fronted, *self.rest) if i in part), None)


def governor(sentence: Sentence, i: int) -> Word | None:
    """The nearest verb above a word that heads a clause."""
    at = sentence.words[i]
    while at.head != at.i:
        at = sentence.words[at.head]
        if at.pos in ("VERB", "AUX") and at.dep not in AUXILIARIES and at.dep not in ("amod", "compound"):
            if caused(sentence, at) or (at.dep == "advcl" and any(m.i > i for m in sentence.kids(at.i, "mark"))):
                continue
            return at
    return at if at.pos in ("VERB", "AUX") else None


def clause(sentence: Sentence, verb: Word, *, claimed: bool = False) -> Clause | None:
    """The clause of a verb; None where no subject can be told, or (but for one `claimed`) the text does not say it."""
    auxiliaries = () if outcome(sentence, verb) else tuple(sentence.kids(verb.i, *AUXILIARIES))
    if not claimed and not asserted(sentence, verb):
        return None
    subject, passive = _subject(sentence, verb)
    if not subject:
        return None
    fronted, rest = constituents(sentence, verb, set(subject))
    if verb.dep == "conj" and any(k.tag in ("WDT", "WP") for k in sentence.kids(verb.i, "dobj")):
        return None
    opener = relative_opener(sentence, verb)
    fronted = tuple(part for part in fronted if opener is None or opener.i not in part)
    if noun := antecedent_part(sentence, verb):
        near = sum(sentence.words[part[0]].dep == "prt" for part in rest[:1]) if opener is None else len(rest)
        rest = (*rest[:near], noun, *rest[near:])
    if verb.dep == "advcl" and verb.tag == "VBG":
        above = constituents(sentence, sentence.words[verb.head], set(subject))[0]
        fronted = (*fronted, *above)
    if time := shared_time(sentence, verb):
        fronted = (time, *fronted)
    finite = any(a.tag in ("MD", "VBD", "VBZ", "VBP") for a in auxiliaries) or verb.tag in ("VBD", "VBZ", "VBP")
    return Clause(sentence, verb, auxiliaries, tuple(subject), fronted, rest, finite, passive)


DOUBTFUL = frozenset("if unless lest whether until".split())
HELD = frozenset("say announce report show find note reveal confirm explain state record discover observe".split())


def asserted(sentence: Sentence, verb: Word) -> bool:
    """Whether the document itself says that the clause is so: no condition, no belief, no negation above."""
    above = sentence.words[verb.head]
    doubtful = [m.lower for m in sentence.kids(verb.i, "mark") if m.lower in DOUBTFUL]
    if doubtful and not (doubtful == ["until"] and _came(sentence, verb, above)):
        return False
    if supposing(sentence, verb) or _inverted_condition(sentence, verb):
        return False
    if verb.dep == "relcl" and above.lemma == "time":
        return True
    if verb.dep == "relcl":
        own = sentence.kids(verb.i, *SUBJECTS)
        if relative_opener(sentence, verb):
            return True
        told = own and (own[0].lower in ("who", "which", "that") or whose(sentence, own[0]))
        return bool(told) or (bool(own) and object_of(sentence, verb) is not None)
    if verb.dep == "ccomp" and verb.i > above.i:
        return (above.lemma in HELD or above.lemma == "be") and not sentence.kids(above.i, "neg")
    if verb.dep == "xcomp":
        return bool(sentence.kids(verb.i, *SUBJECTS)) and above.lemma in CAUSED and not sentence.kids(above.i, "neg")
    return True


def _came(sentence: Sentence, verb: Word, above: Word) -> bool:
    """Whether what something was so until came: "he ruled until he died", not "they would wait until he paid"."""
    lasted = above.tag == "VBD" or any(a.lower in ("could", "did") for a in sentence.kids(above.i, "aux"))
    return verb.tag == "VBD" and lasted and not sentence.kids(above.i, "neg")


def supposing(sentence: Sentence, verb: Word) -> bool:
    """Whether a clause is a condition told by its order: "Had the price been lower", "Were it to fall"."""
    at = verb if verb.dep == "advcl" else sentence.words[verb.head]
    inside = sentence.subtree(at.i)
    first = sentence.words[inside[0]]
    opens = first.lower in ("had", "were", "should") and first.pos in ("AUX", "VERB") and at.dep == "advcl"
    return opens and any(first.i < w.i < inside[-1] for k in (at.i, verb.i) for w in sentence.kids(k, *SUBJECTS))


def _inverted_condition(sentence: Sentence, verb: Word) -> bool:
    """Whether a clause opens with its auxiliary: "Had the dam burst, ...", "Should the price fall, ..."."""
    own = sentence.kids(verb.i, "nsubj", "nsubjpass")
    first = sentence.kids(verb.i, *AUXILIARIES)[:1]
    opens = bool(own and first) and first[0].lower in ("had", "should", "were") and first[0].i < own[0].i
    return opens and (first[0].i == 0 or sentence.words[first[0].i - 1].text == ",")


CAUSED = frozenset("lead force cause allow enable prompt help order make let compel persuade get have".split())


# The forms of verbs that may share the subject of the verb above.
SHARING = ("VBD", "VBZ", "VBP", "VBG", "VBN")


def _subject(sentence: Sentence, verb: Word) -> tuple[list[int], bool]:
    own = sentence.kids(verb.i, *SUBJECTS)
    if own:
        subject = own[-1]
        if subject.lower in ("who", "which", "that") and verb.dep == "relcl":
            return described_by(sentence, called(sentence, sentence.words[verb.head]), verb), False
        if subject.tag == "EX" and len(own) == 1:
            behind_verb = subject.i > 0 and sentence.words[subject.i - 1].pos == "VERB"
            return ([subject.i] if verb.lemma == "be" and not behind_verb else []), False
        owned = any(w.tag == "POS" for w in sentence.kids(subject.i, "case"))
        if owned or subject.tag in ("WP", "WDT", "EX"):
            return [], False
        if whose(sentence, subject):
            return belonging(sentence, called(sentence, sentence.words[verb.head]), verb, subject), False
        return noun_phrase(sentence, subject.i), False
    above = sentence.words[verb.head]
    if verb.dep == "acl" and verb.tag == "VBN" and (above.pos in ("NOUN", "PROPN") or above.held):
        return described_by(sentence, above, verb), True
    if verb.dep == "acl" and verb.tag == "VBG" and above.pos in ("NOUN", "PROPN"):
        return noun_phrase(sentence, above.i, without=verb.i), False
    return _shared_subject(sentence, verb, above)


def _shared_subject(sentence: Sentence, verb: Word, above: Word) -> tuple[list[int], bool]:
    """The subject a verb takes from the one above it, and whether it stands in the passive without auxiliary."""
    sharing = verb.tag in SHARING or outcome(sentence, verb) or _shares_modal(sentence, verb)
    if verb.dep not in ("conj", "advcl") or above.pos not in ("VERB", "AUX") or not sharing:
        return [], False
    if outcome(sentence, verb):
        return _subject(sentence, above)[0], verb.tag == "VBN"
    helped = bool(sentence.kids(above.i, *AUXILIARIES)) or bool(sentence.kids(verb.i, *AUXILIARIES))
    if verb.tag == "VBN" and (verb.dep == "advcl" or not helped):
        return [], False
    finite = verb.tag != "VB" and any(a.tag in ("VBD", "VBZ", "VBP") for a in sentence.kids(verb.i, *AUXILIARIES))
    if finite and above.dep == "xcomp" and not sentence.kids(above.i, *SUBJECTS):
        above = sentence.words[above.head]
    subject, passive = _subject(sentence, above)
    heads = [sentence.words[i] for i in subject if sentence.words[i].head not in subject]
    unlike = verb.tag == "VBZ" and len(heads) == 1 and heads[0].tag in ("NNS", "NNPS")
    return ([], False) if unlike else (subject, passive)


def _shares_modal(sentence: Sentence, verb: Word) -> bool:
    """Whether a bare verb is joined to one with a modal: "it would pay no dividend and close 140 cafes"."""
    while verb.dep == "conj" and verb.tag == "VB":
        verb = sentence.words[verb.head]
        if any(a.tag == "MD" for a in sentence.kids(verb.i, "aux")):
            return True
    return False


def constituents(
    sentence: Sentence, verb: Word, subject: set[int]
) -> tuple[tuple[tuple[int, ...], ...], tuple[tuple[int, ...], ...]]:
    """The parts before the verb and those behind it that a question keeps, without its subject."""
    fronted: list[tuple[int, ...]] = []
    rest: list[tuple[int, ...]] = []
    for child in sentence.children[verb.i]:
        word = sentence.words[child]
        if child in subject or _left_out(sentence, verb, word):
            continue
        if child > verb.i and _in_passing(sentence, sentence.words[_before(sentence, verb, child)]):
            continue
        if word.dep in ("advcl", "acl", "relcl", "appos"):
            if child > verb.i and not set_off(sentence, word) and not commas(sentence, verb.i, child):
                rest.append(tuple(sentence.subtree(child)))
            continue
        if word.dep not in KEPT:
            continue
        part = tuple(phrase(sentence, child))
        if (word.lower == "as" and holds_clause(sentence, child, part)) or _behind_colon(sentence, verb, part):
            continue
        if subject and min(subject) < child < verb.i and _set_between(sentence, word):
            continue
        (fronted if child < verb.i and word.dep != "neg" else rest).append(part)
    return tuple(fronted), tuple(rest)


def _before(sentence: Sentence, verb: Word, child: int) -> int:
    """The word of a verb's phrase that ends right before that of another; the other itself if there is none."""
    first = sentence.subtree(child)[0]
    kids = sentence.children[verb.i]
    return next((k for k in kids if verb.i < k < child and sentence.subtree(k)[-1] == first - 1), child)


def _behind_colon(sentence: Sentence, verb: Word, part: tuple[int, ...]) -> bool:
    """Whether a part behind the verb only begins a list, or tells more, behind a colon."""
    return any(word.text in (":", ";") for word in sentence.words[verb.i : part[0]])


def _set_between(sentence: Sentence, word: Word) -> bool:
    """Whether commas set a phrase off on both sides, between subject and verb."""
    inside = sentence.subtree(word.i)
    return sentence.words[inside[0] - 1].text == "," and sentence.words[inside[-1] + 1].text == ","


def _left_out(sentence: Sentence, verb: Word, word: Word) -> bool:
    """Whether what hangs on a verb is said elsewhere in a question or tells nothing."""
    if word.dep in DROPPED or word.dep in SUBJECTS or word.dep in AUXILIARIES or word.tag in ("WDT", "WRB"):
        return True
    ahead = word.i < verb.i and word.dep in ("ccomp", "xcomp", "pcomp", "acomp", "attr", "dobj")
    telling = word.lower in TELLING and word.i >= verb.i - 1
    discourse = word.dep == "advmod" and word.lower in DISCOURSE and not telling
    elided = any(c.pos == "NOUN" and verb.i < c.i < word.i for c in sentence.kids(verb.i, "conj"))
    return ahead or discourse or (elided and word.dep == "advcl") or _in_passing(sentence, word)


IN_PASSING = frozenset(
    "for example|for instance|in fact|in addition|as a result|of course|in the end|at the time|at first|in turn|"
    "after all|by contrast|in contrast|in particular|in general|in other words|on the other hand|at that time|in short|"
    "in part|at last|by then|so far|as well|at least|at all|at once|that year|this year|that time|by the way".split("|")
)


def _in_passing(sentence: Sentence, word: Word) -> bool:
    """A phrase that joins sentences or sets a tone, and tells nothing."""
    words = [sentence.words[k].lower for k in sentence.subtree(word.i) if sentence.words[k].pos != "PUNCT"]
    return " ".join(words) in IN_PASSING
