"""Words of a question that say nothing without their complement: whom he followed, for what she applied, of what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.deck.proof import stands
from quiz.facts.model import Sentence, Word
from quiz.questions.draft import Draft

VERBS = frozenset(
    """
    join follow agree refuse accept apply obey comply respond reply consent object insist succeed adopt reject approve
    endorse oppose need wait
    """.split()
)
"""Verbs that need to be told whom, what, for what or to what."""
PUT_TO = frozenset("admit transfer assign attach convert expose subject commit".split())
"""Verbs that in the passive need to be told to what."""
COMPLEMENTS = ("dobj", "ccomp", "xcomp", "dative", "oprd", "agent", "prt")
WITH = frozenset("to with on for into upon against among behind after".split())
ADJECTIVES = re.compile(
    r"\b(?:grateful|in raptures|aware|unaware|ashamed|afraid|proud|capable|responsible|convinced|opposed|satisfied|"
    r"dissatisfied|impressed|willing|unwilling|able|unable|eager|reluctant|keen|delighted|furious)(?=[?.,])"
)
"""What somebody is of, for, about or to do something."""
NOUNS = frozenset("membership permission application reserve quantity supply share stake portion".split())
"""Nouns that need to be told of or for what, whatever article stands before them."""
SHARES = frozenset("% percent cent".split())
VOTES = frozenset("vote seat signature point win delegate supporter".split())
"""What is needed for something."""
PURPOSE = re.compile(r"\b(?:to|for) (?!how\b|what\b|\{)")
SO = re.compile(r"^(?!.*\b(?:who|that|which|and|but|when|if)\b).*\b(?:do|does|did|done|doing) so\b(?! (?:that|as)\b)")
FIRST = frozenset("originally initially since".split())
"""What says of a time that something was otherwise: without it a question tells what is not so."""
ABOVE = ("ROOT", "conj", "ccomp", "advcl")


def elliptic(draft: Draft, shown: str) -> Iterator[str]:
    """Why a draft, shown so, leaves out what one of its words needs."""
    if ADJECTIVES.search(shown) or SO.search(shown):
        yield "leaves out what its adjective or verb needs"
    sentence = draft.sentence
    for word in sentence.words:
        if word.held:
            continue
        first = word.lower in FIRST and word.dep == "advmod" and not _shows(word, shown)
        if first and _shows(sentence.words[word.head], shown):
            yield f"leaves out {word.lower}"
        if (_alone(sentence, word, shown) or _of_nothing(sentence, word, shown)) and _shows(word, shown):
            yield f"leaves out what {word.lower} needs"


def _shows(word: Word, shown: str) -> bool:
    low = shown.lower()
    return stands(word.lower, low) or stands(word.lemma.lower(), low)


def _alone(sentence: Sentence, verb: Word, shown: str) -> bool:
    """Whether a verb that takes an object has none beside it: "three quarters had followed by 1965"."""
    kids = sentence.kids(verb.i)
    joining = verb.lemma == "join" and verb.dep == "relcl" and any(k.tag == "WP" for k in kids)
    if verb.lemma in PUT_TO and any(k.dep == "auxpass" for k in kids):
        return not any(k.dep in ("prep", "agent", "dative", "xcomp", "oprd") for k in kids if k.i > verb.i)
    if verb.lemma not in VERBS or verb.pos != "VERB" or not (verb.dep in ABOVE or joining):
        return False
    if verb.lemma == "need":
        return any(k.dep == "dobj" and k.lemma in VOTES for k in kids) and PURPOSE.search(shown) is None
    if verb.lemma == "wait" and any(k.dep == "advcl" for k in kids):
        return False
    event = verb.lemma == "follow" and any(k.dep == "nsubj" and k.tag == "NN" for k in kids)
    if event or any(k.dep in ("nsubjpass", "auxpass") for k in kids):
        return False
    for kid in kids:
        whither = kid.dep == "prep" and kid.lower in WITH and not any(k.ent == "DATE" for k in sentence.kids(kid.i))
        shared = not joining and kid.dep == "conj" and any(k.dep == "dobj" for k in sentence.kids(kid.i))
        if shared or ((kid.dep in COMPLEMENTS or whither) and _tells(sentence, kid, shown)):
            return False
    return True


def _tells(sentence: Sentence, kid: Word, shown: str) -> bool:
    """Whether a complement is shown, or asked for."""
    return any(_shows(sentence.words[i], shown) for i in sentence.subtree(kid.i)) or "_" in shown or "what" in shown


def _of_nothing(sentence: Sentence, noun: Word, shown: str) -> bool:
    """Whether "a national reserve" is shown without of what."""
    if noun.lemma.lower() not in NOUNS or noun.tag != "NN" or noun.dep in ("compound", "nmod"):
        return False
    kids = sentence.kids(noun.i)
    named = [k for k in kids if k.dep in ("compound", "nmod") and k.lower not in SHARES]
    owned = named or any(k.dep == "poss" and k.pos == "PROPN" for k in kids)
    behind = rf"\b{re.escape(noun.text)}\s(?:of|in|for|to|that|which|held|owned)\b(?!\s(?:what|which|_|\d))"
    return not owned and re.search(behind, shown) is None
