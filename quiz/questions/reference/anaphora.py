"""Bare definite nouns ("the brigade") that point back: named in full where the document does, else a doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.documents.model import Document
from quiz.facts.cue_words import HONORIFICS
from quiz.facts.model import Sentence, Word
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.clauses.wording import lowered, render
from quiz.questions.reference.census import Census

REACH, NEAR = 14, 4
"""Sentences back that a fuller name is looked for, and a description without a name."""
DEFINITE = frozenset("the this that these those".split())
LOOSE = frozenset("this that these those such another other same first second last next new two three many few".split())
JUDGING = frozenset("right wrong proper correct".split())
"""Words that say how a thing was found to be, not which it is."""
# Nouns that, bare behind "the", point back at something told before.
POINTING_NOUNS = frozenset(
    """
    accident accord affair aircraft amount announcement article attack author authors ban battle bill boat book boy
    bridge building campaign canal case century change church city claim coalition collapse committee company
    conference conflict contract country convention coup couple court crash crisis deal decision decline decree delivery
    detail device discovery dispute document driver drug earthquake effort election embargo episode event
    expedition experiment explosion factory family film finding finds fire firm gamble girl group idea incident
    increase inquiry institute invasion investigation island issue judge law lawsuit letter line machine magazine
    man manuscript match measure meeting merger method mine mission move museum newspaper novel number offer
    operation order organisation organization outbreak pact pair paper patient plan plane plant plot port probe
    problem process program programme project proposal protest province purchase question railway rate rebellion
    reform report research result revolt ring road rocket ruling sale satellite scheme school settlement ship siege
    site spacecraft speech statement station step storm strike structure struggle study submarine suit survey
    suspect system team technique telescope territory test total tour tower town treaty trial trip tunnel uprising
    vaccine verdict vessel victim victory village virus visit vote voyage woman work
    """.split()
)


def bare_definites(sentence: Sentence, kept: Sequence[int]) -> list[tuple[int, Word]]:
    """The kept nouns with but "the" and perhaps a number before them and nothing behind, with their article."""
    inside = set(kept)
    found = []
    words = sentence.words
    for i in kept:
        noun = words[i]
        if noun.pos != "NOUN":
            continue
        kids = [k for k in sentence.kids(i) if k.i in inside and k.dep not in ("punct", "case", "cc", "conj")]
        article = next((k for k in kids if k.lower in DEFINITE and k.dep == "det"), None)
        counted = {k.dep for k in kids if k is not article} in (set(), {"nummod"}, {"prep"}, {"nummod", "amod"})
        if article and counted and noun.dep not in ("compound", "nmod") and not _followed(sentence, i):
            found.append((article.i, noun))
    return found


def _followed(sentence: Sentence, i: int) -> bool:
    """Whether what follows the noun in the text says which one: "of", "that", a participle."""
    behind = sentence.words[i + 1 : i + 4]
    if behind and behind[0].pos == "ADP" and any(word.pos == "PROPN" for word in behind[1:]):
        return True
    modified = any(not k.held for k in sentence.kids(i, "relcl", "acl", "appos"))
    return modified or any(p.lower == "of" for p in sentence.kids(i, "prep"))


def earlier_name(
    document: Document, sentences: Sequence[Sentence], at: int, noun: Word, census: Census
) -> tuple[str, Sentence] | None:
    """The last noun phrase before with the same head that says which: "the Treaty of Ghent" for "the treaty"."""
    lemma = noun.lemma.lower()
    for back in range(min(REACH, at) + 1):
        sentence = sentences[at - back]
        for word in reversed(sentence.words):
            if word.lemma.lower() != lemma or (not back and word.i >= noun.i) or word.held:
                continue
            phrase = [i for i in noun_phrase(sentence, word.i, joined=False) if not _mark_of_owner(sentence, word, i)]
            if word.tag.endswith("S") == noun.tag.endswith("S") and says_which(sentence, phrase, word):
                nameless = not any(sentence.words[i].pos == "PROPN" for i in phrase)
                if nameless and (back > NEAR or census.before(noun, word.start)):
                    return None
                return definite(document, sentence, phrase, word), sentence
            if any(d.lower in ("a", "an") for d in sentence.kids(word.i, "det")) and word.dep == "dobj":
                return None  # another one, brought in since
    return None


def _mark_of_owner(sentence: Sentence, noun: Word, i: int) -> bool:
    """Whether a word is the possessive ending of a noun."""
    return sentence.words[i].dep == "case" and i > noun.i


def says_which(sentence: Sentence, phrase: Sequence[int], noun: Word) -> bool:
    """Whether the words of a phrase besides its noun say which one is meant: a name, an adjective, another noun."""
    words = [sentence.words[i] for i in phrase if i != noun.i]
    words = [w for w in words if w.lower != "new"] if noun.pos == "PROPN" else words
    if not 1 <= len(words) <= 7 or any(w.tag in ("PRP", "PRP$") or w.lower in LOOSE | JUDGING for w in words):
        return False
    return any(w.pos == "PROPN" or (w.dep in ("amod", "compound") and w.tag != "VBN") for w in words)


def definite(document: Document, sentence: Sentence, phrase: Sequence[int], noun: Word) -> str:
    """The phrase with "the" before it, unless it has an owner or is a person's name ("Mohammad Ali Shah")."""
    first = phrase[0]
    text = render(document, sentence, phrase, {first: low} if (low := lowered(document, sentence, first)) else {})
    text = re.sub(r"^(?:an?|the)\s", "", text, flags=re.IGNORECASE)
    text = text.removeprefix("new ") if noun.pos == "PROPN" else text
    owned = re.match(r"[^ ]+(?: [^ ]+){0,2}[’'](?:s )?", text)
    person = noun.ent == "PERSON" or (noun.tag == "NNP" and noun.lower in HONORIFICS)
    owned = owned if owned and not re.search(r"\s(?:of|at|in|on)\s", owned[0]) else None
    return text if owned or person else f"the {text}"


def told_before(sentences: Sequence[Sentence], at: int, noun: Word) -> bool:
    """Whether the noun stood before, within reach, so that "the" points back at it."""
    lemma = noun.lemma.lower()
    for back in range(1, min(REACH, at) + 1):
        if any(w.pos in ("NOUN", "PROPN") and w.lemma.lower() == lemma for w in sentences[at - back].words):
            return True
    return False


def tells_who(sentence: Sentence, word: Word, kept: Sequence[int]) -> bool:
    """Whether a word points within its sentence: "those who voted", "blew itself apart"."""
    lower = word.lower
    if lower in ("itself", "themselves"):
        return kept[0] != word.i and not _set_against(sentence, word)
    if lower != "those":
        return False
    clauses = [w for w in sentence.kids(word.i, "relcl", "acl") if w.i > word.i and w.i in kept]
    return any(w.dep == "acl" or any(_relative(k) and k.i in kept for k in sentence.kids(w.i)) for w in clauses)


def _set_against(sentence: Sentence, word: Word) -> bool:
    """Whether "itself" sets a bare thing against what was told before: "the word itself"."""
    noun = sentence.words[word.i - 1]
    bare = [k.dep for k in sentence.kids(noun.i) if k.i < noun.i] == ["det"]
    return noun.pos == "NOUN" and bare and not any(k.i > word.i for k in sentence.kids(noun.i, "prep", "relcl", "acl"))


def _relative(word: Word) -> bool:
    return word.tag in ("WP", "WDT")
