"""Who "he" or "she" is: the ranked antecedents of a personal pronoun, and none where two come close."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from quiz.documents.model import BlockKind
from quiz.facts.biography import of_a_life, told_of
from quiz.facts.cue_words import HONORIFICS
from quiz.facts.human_nouns import person_noun
from quiz.facts.impersonal import evident, impersonal
from quiz.facts.kin import KIN
from quiz.facts.model import Sentence, Word
from quiz.facts.nameless import nameless
from quiz.facts.names import People, Person
from quiz.facts.prominence import KNOWN, MARGIN, PERSONAL, SUBJECTS, Candidate, persons_in, salience, titled

FAR, UNSURE = -8.0, -3.0
"""Scores below which nobody near is meant, by persons of the right gender and by those of whom none is known."""
MAIN, OFTEN = 3, 3
"""Mentions that make somebody a main character, and how many times as often as the next of the gender."""
COUNTED = 200
"""Mentions of a person that are counted at most."""
LOOKED_BACK = 40
"""Sentences in which a main character must have been named."""
OF_GENDER = {
    **KIN,
    **dict.fromkeys("man boy gentleman king priest monk duke".split(), "m"),
    **dict.fromkeys("woman girl lady queen nun widow duchess".split(), "f"),
}
"""Nouns for people whose gender they tell."""
PASSING = 5.0
"""Score below which somebody in the sentence before is told of in passing: no subject of its main clause."""
DEEPEST = 6
OWNER = 5.0
"""Lead in score that the owner meant by a "his" that opens a sentence needs over another told of before."""


def antecedent(
    sentences: Sequence[Sentence], at: int, pronoun: Word, people: People, margin: float = MARGIN, depth: int = 0
) -> Candidate | None:
    """The person a pronoun of sentence `at` stands for; None if nobody fits or two do about equally.

    Subjects count more than others, the near more than the far, and whoever is an object of the pronoun's own verb is
    out (the addressee of "he told Khamenei"). A sentence that goes on about "he" goes on about the same one. `margin`
    is the lead in score the first needs over the second; `depth` counts the pronouns followed so far.
    """
    barred = _co_arguments(sentences[at], pronoun, people)
    found = _nearest(sentences, at, pronoun, people, barred, margin, depth)
    if found and margin and not depth and of_a_life(sentences[at], pronoun, people, found, barred):
        return None
    if found or not margin or depth or twin(sentences[at], pronoun):
        return found
    life = told_of(sentences, at, pronoun, people, barred)
    return Candidate(life[0], FAR, life[1]) if life else None


def _nearest(
    sentences: Sequence[Sentence],
    at: int,
    pronoun: Word,
    people: People,
    barred: Container[int],
    margin: float,
    depth: int,
) -> Candidate | None:
    """The person near a pronoun whom it stands for, or whom the text has been about."""
    ranked = _ranked(sentences, at, pronoun, people, barred, margin, depth)
    if ranked is None or (margin and _of_two(sentences, at, pronoun, people, ranked)):
        return None
    if margin and ranked and nameless(sentences, at, pronoun, people, ranked[0]):
        return None
    if margin and (not ranked or ranked[0].score < (FAR if ranked[0].person.gender else UNSURE)):
        main = main_character(sentences, at, pronoun, people, barred)
        return None if main and nameless(sentences, at, pronoun, people, main) else main
    if not ranked or (len(ranked) > 1 and ranked[0].score - ranked[1].score < margin):
        return None
    if margin and _owner_of_two(sentences[at], pronoun, ranked):
        return None
    if margin and depth == 0 and _overshadowed(sentences, at, pronoun, people, ranked[0]):
        return None
    return ranked[0]


def _overshadowed(sentences: Sequence[Sentence], at: int, pronoun: Word, people: People, best: Candidate) -> bool:
    """Whether a text has told more of another of the gender, and the best is far off.

    Far is another section, and for somebody of no gender all before the sentence before.
    """
    near = best.sentence.block.section == sentences[at].block.section
    if not best.person.gender and _goes_by(sentences[at], pronoun, best):
        return _far_more(best, pronoun, people)
    if near and (best.person.gender or best.sentence in sentences[max(0, at - 1) : at + 1]):
        return False
    met = _met(best.person, pronoun.start)
    rivals = (p for p in people.persons if p.gender == PERSONAL[pronoun.lower] and p is not best.person)
    return any(_met(p, pronoun.start) > met for p in rivals)


def _carries(person: Person, before: Sentence, here: Sentence) -> bool:
    """Whether "he" goes on as somebody: in a new paragraph not as one named in passing by a single word."""
    told = " " in person.shown or any(role in HONORIFICS or person_noun(role) for role in person.roles)
    return told or len(person.mentions) >= MAIN or before.block is here.block


def _goes_by(here: Sentence, pronoun: Word, best: Candidate) -> bool:
    """Whether a sentence with a subject of its own has a pronoun for somebody told of in passing in another."""
    aside = best.score < PASSING and best.sentence is not here
    return aside and pronoun.tag == "PRP" and pronoun.dep not in SUBJECTS


def _far_more(best: Candidate, pronoun: Word, people: People) -> bool:
    """Whether a text has told far more of another of the gender than of the best."""
    met = _met(best.person, pronoun.start)
    rivals = (p for p in people.persons if p.gender == PERSONAL[pronoun.lower] and p is not best.person)
    return any(_met(p, pronoun.start) >= MAIN * met for p in rivals)


def _owner_of_two(here: Sentence, pronoun: Word, ranked: Sequence[Candidate]) -> bool:
    """Whether a sentence opens with "his" behind one of two men: "Goss had fed Frank. His ships" may be of either."""
    if pronoun.tag != "PRP$" or pronoun.i or len(ranked) < 2:
        return False
    first, second = ranked[:2]
    return first.sentence is second.sentence and first.sentence is not here and first.score - second.score < OWNER


def twin(sentence: Sentence, pronoun: Word) -> Word | None:
    """The other pronoun of the gender that is an argument of the same verb: "he called him" tells of two."""
    found = sentence.kids(pronoun.head, *SUBJECTS, "dobj", "dative") if pronoun.tag == "PRP" else []
    alike = (w for w in found if PERSONAL.get(w.lower) == PERSONAL[pronoun.lower] and w.tag == "PRP")
    return next((w for w in alike if w.i != pronoun.i and "self" not in w.lower + pronoun.lower), None)


def _of_two(sentences: Sequence[Sentence], at: int, pronoun: Word, people: People, ranked: Sequence[Candidate]) -> bool:
    """Whether "he" and "him" of one verb would be the same person, or nobody is left who "him" may be."""
    other = twin(sentences[at], pronoun) if ranked else None
    if other is None:
        return False
    barred = _co_arguments(sentences[at], other, people)
    if pronoun.dep in SUBJECTS:
        return not _ranked(sentences, at, other, people, barred | {id(ranked[0].person)}, MARGIN, DEEPEST)
    rivals = _ranked(sentences, at, other, people, barred, MARGIN, DEEPEST)
    return rivals is not None and bool(rivals) and rivals[0].person is ranked[0].person


def _ranked(
    sentences: Sequence[Sentence],
    at: int,
    pronoun: Word,
    people: People,
    barred: Container[int],
    margin: float,
    depth: int,
) -> Sequence[Candidate] | None:
    """The persons near whom a pronoun may stand for, the likeliest first; None where one it goes on from is unclear."""
    here = sentences[at]
    found: dict[int, Candidate] = {}
    for back in range(8):
        if at - back < 0 or (back and found and back > 3):
            break
        sentence = sentences[at - back]
        if (sentence.spoken and not here.spoken) or _is_set_off(sentence, here):
            continue
        if back in (1, 2) and not found and depth < DEEPEST and (same := _goes_on(here, sentence, pronoun, people)):
            followed = antecedent(sentences, at - back, same, people, margin, depth + 1)
            if followed and _carries(followed.person, sentence, here) and id(followed.person) not in barred:
                return [followed]
            if margin and not followed:
                return None
        for candidate in _candidates(sentence, pronoun, people, back):
            person = candidate.person
            if id(person) in barred or not _carries(person, sentence, here):
                continue
            scored = replace(candidate, score=candidate.score - (2 if sentence.block is not here.block else 0))
            if id(person) not in found or found[id(person)].score < scored.score:
                found[id(person)] = scored
    return sorted(found.values(), key=lambda c: -c.score)


def _is_set_off(sentence: Sentence, here: Sentence) -> bool:
    """Whether a sentence stands in a block quotation above the text that goes on here."""
    return sentence.block.kind is BlockKind.quotation and here.block.kind is not BlockKind.quotation


def main_character(
    sentences: Sequence[Sentence], at: int, pronoun: Word, people: People, barred: Container[int]
) -> Candidate | None:
    """Whom a text is about that goes on with "she" far from any name: the one named by far the most often before.

    None where somebody else of that gender was told of without a name in between.
    """
    gender = PERSONAL[pronoun.lower]
    first = sentences[max(0, at - LOOKED_BACK)].span.start
    near = [p for p in people.between(first, pronoun.start) if p.gender in ("", gender)]
    ranked = sorted(((_met(p, pronoun.start), p) for p in near), key=lambda m: -m[0])[:2]
    if not ranked or ranked[0][0] < MAIN or id(ranked[0][1]) in barred or ranked[0][1].gender != gender:
        return None
    if len(ranked) > 1 and ranked[1][0] * OFTEN > ranked[0][0]:
        return None
    person = ranked[0][1]
    for sentence in reversed(sentences[max(0, at - LOOKED_BACK) : at]):
        if not sentence.spoken and any(told is person for told, _ in persons_in(sentence, people)):
            return Candidate(person, FAR, sentence)
        if _takes_over(sentence, people, gender):
            return None
        if any(OF_GENDER.get(w.lower) == gender and w.dep in SUBJECTS for w in sentence.words):
            return None
    return None


def _takes_over(sentence: Sentence, people: People, gender: str) -> bool:
    """Whether a sentence is about another person, so that the text has gone over from its main character."""
    told = [w for p, w in persons_in(sentence, people) if p.gender in ("", gender)]
    leads = (w if w.dep != "appos" else sentence.words[w.head] for w in told)
    return not sentence.spoken and any(w.dep in SUBJECTS for w in leads)


def _met(person: Person, before: int) -> int:
    """How often somebody is named before an offset; the surname within a full name does not count again."""
    last = bisect_left(person.mentions, (before, 0))
    return len({end for _, end in person.mentions[max(0, last - COUNTED) : last]})


def _candidates(sentence: Sentence, pronoun: Word, people: People, back: int) -> Iterator[Candidate]:
    """The persons of a sentence, `back` sentences before the pronoun's, whom it may stand for."""
    gender = PERSONAL[pronoun.lower]
    for person, word in (*persons_in(sentence, people), *_titled_in(sentence, people)):
        if back == 0 and word.i >= pronoun.i and not _cataphoric(sentence, word, pronoun):
            continue
        told = evident(sentence, word, person) and not impersonal(sentence, word, person)
        unsure = told and not person.gender and not (word.dep == "conj" and sentence.words[word.head].tag == "NNP")
        if unsure or (person.gender == gender and not impersonal(sentence, word, person)):
            known = KNOWN if person.gender else 0.0
            score = salience(sentence, word, pronoun if back == 0 else None) + known - 2.5 * back
            yield Candidate(person, score, sentence)


def _titled_in(sentence: Sentence, people: People) -> Iterator[tuple[Person, Word]]:
    """The subjects of a sentence that a title names, which one person of the document has: "the prince"."""
    for word in sentence.words:
        the = word.tag == "NN" and word.dep in SUBJECTS and any(d.lower == "the" for d in sentence.kids(word.i, "det"))
        if the and (person := titled(sentence, word, people)):
            yield person, word


def _goes_on(here: Sentence, before: Sentence, pronoun: Word, people: People) -> Word | None:
    """The pronoun of the same gender that the sentence before has ahead of any name, in the same paragraph."""
    gender = PERSONAL[pronoun.lower]
    same = next((w for w in before.words if PERSONAL.get(w.lower) == gender and not w.held), None)
    opens = (
        pronoun.dep in SUBJECTS and before.block.section == here.block.section and before.block.kind is here.block.kind
    )
    if same is None or (before.block is not here.block and not opens):
        return None
    told = (*persons_in(before, people), *_titled_in(before, people))
    ahead = any(
        word.i < same.i or _cataphoric(before, word, same) or same.i in before.subtree(_whole(before, word))
        for _, word in told
    )
    return None if ahead else same


def _whole(sentence: Sentence, word: Word) -> int:
    """The head of the phrase a name belongs to: of "her niece Kari Lie" the noun or the name."""
    return word.head if word.dep == "appos" and sentence.words[word.head].i < word.i else word.i


def _cataphoric(sentence: Sentence, word: Word, pronoun: Word) -> bool:
    """Whether a pronoun before the subject looks ahead to it: "In talks with his counterpart, Lavrov said ..."."""
    root = sentence.root()
    subject = word.dep in SUBJECTS and word.head == root.i
    if pronoun.head == _whole(sentence, word):
        return False
    return pronoun.tag == "PRP$" and (subject or word.i == root.i - 1) and pronoun.i < word.i < root.i


def _co_arguments(sentence: Sentence, pronoun: Word, people: People) -> set[int]:
    """Persons that are other arguments of the pronoun's verb: they cannot be the pronoun."""
    if pronoun.dep == "poss":
        return set()
    verb = pronoun.head
    opened = [c for c in sentence.kids(verb, "advcl") if c.tag in ("VBG", "VBN") and not sentence.kids(c.i, *SUBJECTS)]
    inside = {
        i
        for child in sentence.kids(verb, "dobj", "dative", "prep", "nsubj", "nsubjpass", "pobj", "agent")
        if child.i != pronoun.i
        for i in sentence.subtree(child.i)
    }
    if pronoun.dep in SUBJECTS:
        inside |= {i for c in opened for w in sentence.kids(c.i, "dobj") for i in sentence.subtree(w.i)}
    if sentence.words[verb].dep == "relcl" and any(w.tag == "WP" for w in sentence.kids(verb, *SUBJECTS)):
        inside.add(sentence.words[verb].head)
    return {id(person) for person, word in persons_in(sentence, people) if word.i in inside}
