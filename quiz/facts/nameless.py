"""Somebody no list knows or the text does not name, who may be meant by "he" as well: "the emperor", "a small boy"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.facts.human_nouns import gender_told, person_noun
from quiz.facts.model import Sentence, Word
from quiz.facts.names import People
from quiz.facts.prominence import KNOWN, MARGIN, PERSONAL, SUBJECTS, Candidate, salience, titled

ONE = frozenset("the a an another one".split())
BESIDE = (",", "named", "called")
"""What may stand between a noun and the name of whom it tells."""
UNTOLD = ("", "PERSON", "NORP", "WORK_OF_ART")
"""Labels a person's name may have got that the tagger did not know."""
PARTICLE = re.compile(r"[dDO][’'](?=[^\W\da-z])")
"""How a name begins that the tagger took for any word: "d’Hérault"."""
FIRM = 4.0
"""Score of a person that nobody without a name in the same sentence rivals, less one for each sentence back."""


def nameless(sentences: Sequence[Sentence], at: int, pronoun: Word, people: People, best: Candidate) -> bool:
    """Whether somebody without a name is about as much in mind as the best of the named."""
    for back in range(min(at, 1) + 1):
        sentence = sentences[at - back]
        goes_on = pronoun.dep in SUBJECTS or pronoun.i == 0
        settled = back and goes_on and sentence is best.sentence and best.score > FIRM - back
        if settled or sentence.block is not sentences[at].block:
            return False
        before = pronoun.i if not back else len(sentence.words)
        doubtful = unknown(sentence, before, people)
        for word in sentence.words[:before]:
            somebody = _somebody(sentence, word, PERSONAL[pronoun.lower]) and not titled(sentence, word, people)
            named = {word.lower, word.lemma.lower()} & set(best.person.roles)
            score = salience(sentence, word, None) + KNOWN - 2.5 * back
            least = best.score - (MARGIN if goes_on else FIRM)
            if (word is doubtful or (somebody and not named)) and score > least:
                return True
    return False


def _somebody(sentence: Sentence, word: Word, gender: str) -> bool:
    """Whether a noun names one person who takes part, and no one named beside it: "the porter", "his mother"."""
    single = word.tag in ("NN", "NNS") and not word.lower.endswith("s") and not word.held
    if not single or word.dep in ("compound", "attr", "appos") or not person_noun(word.lemma):
        return False
    words = sentence.words
    near = [words[i] for n in sentence.kids(word.i, "appos") for i in sentence.subtree(n.i)]
    near += words[word.i + 1 : word.i + 2]
    if near and near[-1].lower in BESIDE:
        near += words[word.i + 2 : word.i + 3]
    told = any(w.lower in ONE or w.tag == "PRP$" for w in sentence.kids(word.i, "det", "poss", "nummod"))
    return told and gender_told(word.lemma) in ("", gender) and not any(n.tag == "NNP" for n in near)


def unknown(sentence: Sentence, before: int, people: People) -> Word | None:
    """A name that leads a sentence before a word, which may be a person's that no list and no tagger knows."""
    for word in sentence.words[:before]:
        leads = word.dep in SUBJECTS and sentence.words[word.head].dep in ("ROOT", "conj", "ccomp")
        if (
            leads
            and not sentence.kids(word.i, "det")
            and ((word.tag == "NNP" and word.text.isalpha()) or PARTICLE.match(word.text))
            and word.ent in UNTOLD
            and not word.held
        ):
            return None if people.mentioned(word.start, word.end) else word
    return None
