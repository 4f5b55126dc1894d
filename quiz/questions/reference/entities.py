"""What "it", "its" and "they" stand for: the thing most in mind, by its part, its distance and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from quiz.facts.model import Sentence, Word
from quiz.facts.names import People
from quiz.facts.prominence import PERSONAL, persons_in
from quiz.questions.clauses.clause import SUBJECTS, governor
from quiz.questions.reference.census import Census
from quiz.questions.reference.demands import demanded
from quiz.questions.reference.parties import parties
from quiz.questions.reference.parts import of_it, parted, partitive
from quiz.questions.reference.persons import meant as person_meant
from quiz.questions.reference.salience import GROUP, THING, Candidate, called, candidates, new
from quiz.questions.reference.things import empty_it

LEAST, MARGIN, WIDER = 5.25, 1.5, 2.0
FARTHEST = 2
OFTEN = 3
"""Times a document tells of a thing for the next paragraph to go on about it as "it"."""
LONGEST, DEEPEST = 150, 20
"""Words of a sentence that is looked at, and pronouns followed one from another."""
FARTHEST_PARTY = 25
"""Sentences back that a party on its way is still "they" where nobody else is."""
GAP = 60
"""Characters between two sentences that one speaker says."""
DISTANCE, ACROSS = 3.0, 1.0
HERE, ABOVE, OWN_CLAUSE, PARALLEL, CONTINUED = 2.0, 2.0, 3.0, 2.0, 2.0
BOUND = 11.0
"""What a noun gains that the "who" of the pronoun's clause stands for: "sailors who had sold their boots"."""
FIRST = 12
OPENING, BARELY, BY_FAR = 4, 1.0, 2.5
"""Words before the subject that opens a sentence, and the weight and lead that do for it."""
AROUND = frozenset(
    "with behind around before after between among amongst beneath below near beside along inside within".split()
)
"""Prepositions behind which a pronoun may stand for the subject: "it took them with it"."""
SUBJECT, LAST, OF_IT, AGAIN = 8.0, 1.5, 4.0, 3.0
NEW, SAME = 1.0, 4.0
"""What a thing newly brought in gains, and one with the noun behind "it is": "a report. It is the only report"."""
AGENTIVE = 4.0
"""What a company or a committee loses as the object of what is done."""


@dataclass(frozen=True, slots=True)
class Entities:
    """The things of a document, followed from sentence to sentence; what was looked up is remembered."""

    sentences: Sequence[Sentence]
    people: People
    census: Census
    known: dict[tuple[int, int], Candidate | None] = field(default_factory=dict)
    asking: set[tuple[int, int]] = field(default_factory=set)

    def meant(self, at: int, word: Word) -> Candidate | None:
        """What a pronoun for things or for several stands for; None where two are about equally likely or none is."""
        key = (at, word.i)
        if key not in self.known:
            self.asking.add(key)
            self.known[key] = self._meant(at, word)
            self.asking.discard(key)
        return self.known[key]

    def _meant(self, at: int, word: Word) -> Candidate | None:
        many = word.lower.startswith("th")
        if _unread(self.sentences[at], word):
            return None
        if many and (parts := parted(self.sentences[at], word)):
            return Candidate(self.sentences[at], parts, THING, SUBJECT)
        wanted = demanded(self.sentences[at], word, many=many)
        pool: dict[str, Candidate] = {}
        for back in range(FARTHEST + 1):
            if back > at or (back and not self._continues(at, back, word)):
                break
            for found in self._within(at, back, word, many=many):
                if found.sort in wanted and (found.key not in pool or pool[found.key].weight < found.weight):
                    pool[found.key] = found
            if back and pool and max(c.weight for c in pool.values()) >= LEAST:
                break
        ranked = sorted(pool.values(), key=lambda c: -c.weight)
        if not ranked or (ranked[0].weight < LEAST and not _by_far(self.sentences[at], word, ranked)):
            alone = many and (THING not in wanted or (not pool and word.dep in SUBJECTS))
            return self._party(at, word) if alone else None
        if many and len(ranked) > 1 and partitive(self.sentences[at], word) and _several_counted(ranked):
            return None
        lead = MARGIN if word.dep in SUBJECTS or word.tag == "PRP$" else WIDER
        close = len(ranked) > 1 and ranked[0].weight - ranked[1].weight < lead
        return None if close else ranked[0]

    def _continues(self, at: int, back: int, word: Word) -> bool:
        """Whether a pronoun may look back so far: within its paragraph, or as the subject that opens the next."""
        here, before = self.sentences[at], self.sentences[at - back]
        if here.spoken and here.span.start - before.span.end > GAP:
            return False
        if before.block is here.block:
            return True
        opens = word.i <= FIRST and (at == 0 or self.sentences[at - 1].block is not here.block)
        return opens and before.block.section == here.block.section and before.block.kind == here.block.kind

    def _within(self, at: int, back: int, word: Word, *, many: bool) -> Iterator[Candidate]:
        """What a sentence offers, weighed from where the pronoun stands."""
        here, sentence = self.sentences[at], self.sentences[at - back]
        far = DISTANCE * back + (ACROSS if sentence.block is not here.block else 0.0)
        owner = word.tag == "PRP$"
        subject = word.dep in SUBJECTS
        front = ahead(here, word) if not back else -1
        for spot, found in self._told(at - back, many=many, before=len(sentence.words) if back else word.i):
            if sentence.block is not here.block and not self._leads_over(spot, found):
                continue
            weight = found.weight - far
            if not back:
                if (spot.i >= word.i and spot.i != front) or _barred(here, word, spot):
                    continue
                weight += HERE + (_above(here, word, spot) if subject or owner or _around(here, word) else 0.0)
                weight += AGAIN if spot.pos == "PRON" else 0.0
            weight += PARALLEL if (subject or owner) and spot.dep in SUBJECTS else 0.0
            weight += NEW if subject and new(sentence, spot) else 0.0
            weight += SAME if subject and spot.pos == "NOUN" and _is_same(here, word, spot) else 0.0
            if not subject and not owner:
                weight += PARALLEL if spot.dep == "dobj" else -AGENTIVE if found.sort == GROUP else 0.0
            yield replace(found, weight=weight)

    def _leads_over(self, spot: Word, found: Candidate) -> bool:
        """Whether what a paragraph told of may be meant by the next: its subject, which the document is about."""
        about = self.census.count(called(found.noun)) >= OFTEN or found.noun.lower in self.census.title
        return spot.dep in SUBJECTS and about

    def _told(self, at: int, *, many: bool, before: int) -> Iterator[tuple[Word, Candidate]]:
        """The things, parties and pronouns of a sentence, each with the word that stands there for it."""
        sentence = self.sentences[at]
        if len(sentence.words) > LONGEST:
            return
        found = list(candidates(sentence, self.people, self.census, many=many))
        leading = [c.noun.i for c in found if c.noun.dep in SUBJECTS and _main(sentence, c.noun)]
        for candidate in found:
            last = LAST if len(leading) > 1 and candidate.noun.i == leading[-1] else 0.0
            owned = OF_IT if _owned_by_it(sentence, candidate.noun) else 0.0
            yield candidate.noun, replace(candidate, weight=candidate.weight + last - owned)
        if many:
            for party in parties(sentence, self.people, partial(self._person, at), before):
                yield party.noun, party
        for word in sentence.words[:before]:
            same = word.lower in (("they", "them", "their") if many else ("it", "its")) and not word.held
            if (
                same
                and not empty_it(sentence, word)
                and len(self.asking) < DEEPEST
                and (at, word.i) not in self.asking
                and (meant := self.meant(at, word))
            ):
                yield word, replace(meant, weight=_pronoun_weight(sentence, word, meant))

    def _person(self, at: int, word: Word) -> str:
        """The name of the person that a word stands for, "" if it is none."""
        if word.lower in PERSONAL:
            who = person_meant(self.sentences, at, word, self.people)
            return who.person.name if who else ""
        return next((p.name for p, w in persons_in(self.sentences[at], self.people) if w.i == word.i), "")

    def _party(self, at: int, word: Word) -> Candidate | None:
        """The party told of last, if the text has told of no other since it set out, and of nobody in the sentence."""
        found: dict[str, Candidate] = {}
        if any(named.i < word.i for _, named in persons_in(self.sentences[at], self.people)):
            return None
        for back in range(1, min(at, FARTHEST_PARTY) + 1):
            place = at - back
            sentence = self.sentences[place]
            for party in parties(sentence, self.people, partial(self._person, place), len(sentence.words)):
                found.setdefault(party.text, party)
        return next(iter(found.values())) if len(found) == 1 else None


def _unread(sentence: Sentence, word: Word) -> bool:
    """Whether the parser found no subject for the main verb above a possessive, which may well be the owner."""
    verb = governor(sentence, word.i) if word.tag == "PRP$" else None
    finite = verb is not None and verb.dep == "ROOT" and verb.tag in ("VBD", "VBZ", "VBP")
    return verb is not None and finite and not sentence.kids(verb.i, *SUBJECTS)


def _by_far(sentence: Sentence, word: Word, ranked: Sequence[Candidate]) -> bool:
    """Whether the subject that opens a sentence goes on with the only likely thing of the sentence before."""
    opens = word.dep in SUBJECTS and word.i <= OPENING and word.head == sentence.root().i
    told, noun = ranked[0].sentence, ranked[0].noun
    bare = noun.dep == "dobj" and not told.kids(noun.i, "amod", "compound", "nummod", "prep", "poss")
    passing = (noun.dep == "pobj" or bare) and not new(told, noun)
    if passing or any(c.tag == "PRP$" for c in told.kids(noun.i, "poss")):
        return False
    second = ranked[1].weight if len(ranked) > 1 else ranked[0].weight - BY_FAR
    return opens and ranked[0].weight >= BARELY and ranked[0].weight - second >= BY_FAR


def _is_same(sentence: Sentence, word: Word, noun: Word) -> bool:
    """Whether a sentence says "it is" with the noun again."""
    verb = sentence.words[word.head]
    return verb.lemma == "be" and any(a.lemma == noun.lemma for a in sentence.kids(verb.i, "attr"))


def _barred(sentence: Sentence, word: Word, noun: Word) -> bool:
    """Whether grammar rules a noun out: an argument of the pronoun's own verb, or a phrase the pronoun stands in."""
    over = word
    passed_verb = False
    while over.head != over.i:
        over = sentence.words[over.head]
        passed_verb = passed_verb or over.pos in ("VERB", "AUX")
        if over.i == noun.i:
            return not (passed_verb and (word.tag == "PRP$" or of_it(sentence, word)))
    if word.tag == "PRP$" or sentence.words[word.head].lower in AROUND:
        return False
    verb, other = governor(sentence, word.i), governor(sentence, noun.i)
    if word.dep in SUBJECTS:
        return verb is not None and other is not None and verb.i == other.i and noun.i > word.i
    return noun.i in _arguments(sentence, verb)


def _around(sentence: Sentence, word: Word) -> bool:
    return sentence.words[word.head].lower in AROUND


def _several_counted(found: Sequence[Candidate]) -> bool:
    """Whether more than one of the things that may be meant are counted."""
    return sum(bool(c.sentence.kids(c.noun.i, "nummod")) for c in found) > 1


def _arguments(sentence: Sentence, verb: Word | None) -> set[int]:
    """What a verb says something of besides its object: its own parts, and the subject it shares with a verb above."""
    found: set[int] = set()
    first = verb
    while verb is not None:
        subjects = sentence.kids(verb.i, *SUBJECTS)
        kept = sentence.kids(verb.i, "dobj", "dative", "attr") if verb is first else []
        found |= {w.i for w in (*subjects, *kept)}
        if subjects or verb.dep not in ("xcomp", "conj", "advcl", "pcomp", "acl") or verb.head == verb.i:
            break
        verb = governor(sentence, verb.i)
    return found


def ahead(sentence: Sentence, word: Word) -> int:
    """The main subject that a possessive before it, in what opens the sentence, belongs to: "On their way, the men"."""
    root, verb = sentence.root(), governor(sentence, word.i)
    if verb is None or (verb.i != root.i and sentence.kids(verb.i, *SUBJECTS)):
        return -1
    for subject in sentence.kids(root.i, *SUBJECTS):
        if word.tag == "PRP$" and word.i < subject.i < root.i and word.i not in sentence.subtree(subject.i):
            return subject.i
    return -1


def _pronoun_weight(sentence: Sentence, word: Word, meant: Candidate) -> float:
    """How much a thing is in mind that a sentence tells of by a pronoun: going on as a subject, most."""
    if word.dep in SUBJECTS:
        return max(meant.weight, SUBJECT + CONTINUED)
    led = word.tag == "PRP$" and sentence.words[word.head].dep in SUBJECTS
    return SUBJECT if led else min(meant.weight, SUBJECT / 2)


def _above(sentence: Sentence, word: Word, noun: Word) -> float:
    """What a noun gains that is the subject of the pronoun's clause or of one that clause hangs on."""
    verb = governor(sentence, word.i)
    own = verb is not None and verb.head == noun.i and word.tag == "PRP$"
    if verb is not None and own and verb.dep == "relcl" and _led_by_who(sentence, verb):
        return BOUND
    if verb is not None and own and verb.dep == "acl":
        return OWN_CLAUSE + ABOVE + ABOVE
    if noun.dep not in SUBJECTS:
        return 0.0
    if verb is not None and noun.head == verb.i:
        return OWN_CLAUSE + ABOVE if word.tag == "PRP$" else ABOVE
    while verb is not None and verb.head != verb.i:
        verb = governor(sentence, verb.i)
        if verb is not None and noun.head == verb.i:
            return ABOVE
    return 0.0


def _led_by_who(sentence: Sentence, verb: Word) -> bool:
    """Whether the subject of a relative clause is its "who"."""
    return any(s.lower == "who" for s in sentence.kids(verb.i, *SUBJECTS))


def _owned_by_it(sentence: Sentence, noun: Word) -> bool:
    """Whether a subject is a thing's own: what goes on is rather the thing than "its roof"."""
    return noun.dep in SUBJECTS and any(c.lower in ("its", "their") for c in sentence.kids(noun.i, "poss"))


def _main(sentence: Sentence, noun: Word) -> bool:
    """Whether a noun is the subject of a main clause."""
    return sentence.words[noun.head].dep in ("ROOT", "conj")
