"""Asks how long or large something is: "the nine-day strike", "the 170-member house", "the tower, 90 metres high"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.facts.model import Figure, Sentence, Word
from quiz.facts.unit_words import TIME_UNITS
from quiz.questions.answers.written import answer_of
from quiz.questions.asking.inversion import asked, judged
from quiz.questions.clauses.clause import governor
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.draft import IN_PASSING, Draft
from quiz.questions.forms.ask_owned import past
from quiz.questions.scene import Scene, head_of

BESIDE = 8
"""Points less than a question of the clause itself: the measure is told in passing."""
ADJECTIVES = frozenset("long wide deep high tall thick".split())
LENGTHS = frozenset("mile kilometer meter foot yard inch nautical_mile".split())
# What a length before its noun runs along, and what a length of time is the length of.
LINES = frozenset(
    """
    border frontier river road route railway line canal tunnel bridge wall fence front coast coastline pipeline track
    march walk journey trip voyage trek trail beach ridge range path strait stretch race crossing hike retreat
    """.split()
)
LASTING = frozenset(
    """
    strike siege war battle reign rule trial voyage journey trip tour march campaign occupation blockade drought truce
    ceasefire career marriage exile imprisonment sentence term contract lease study survey project programme program
    conflict rebellion uprising revolt dictatorship presidency tenure moratorium ban period curfew hearing debate
    conference congress festival course mission flight expedition walk flood famine epidemic boycott protest stay
    """.split()
)
# Nouns that are counted before the noun they belong to: "the 170-member house".
PARTS = {
    "member": "members",
    "seat": "seats",
    "page": "pages",
    "room": "rooms",
    "bed": "beds",
    "storey": "storeys",
    "story": "stories",
    "volume": "volumes",
    "strong": "",
}
LONGEST = 14
"""Words of the thing at most."""


def ask_extent(scene: Scene, at: int, figure: Figure, words: Sequence[Word]) -> Iterator[Draft]:
    """How long, high or large the thing is whose measure stands before or behind its noun."""
    sentence = scene.sentences[at]
    found = _before(sentence, figure, words) or _behind(sentence, words) or _said(sentence, figure, words)
    verb = governor(sentence, words[0].i)
    if found is None:
        return
    ask, noun, gone = found
    thing = [i for i in noun_phrase(sentence, noun.i, joined=False) if i not in gone]
    if not _definite(sentence, noun, thing) or len(thing) > LONGEST or sentence.kids(noun.i, "conj"):
        return
    standing = scene.referents.stand(at, thing)
    if standing is None:
        return
    name = scene.stated(at, thing, standing)
    gone_by = past(sentence, verb) if verb else any(w.tag in ("VBD", "VBN") for w in sentence.words)
    many = noun.tag in ("NNS", "NNPS")
    if ask.startswith("how many"):
        text = f"{ask} {'did' if gone_by else 'do' if many else 'does'} {name} have"
    else:
        text = f"{ask} {('were' if many else 'was') if gone_by else ('are' if many else 'is')} {name}"
    draft = Draft(figure, sentence, scene.passage(at), answer_of(figure), asked(text[0].upper() + text[1:]))
    yield judged(draft.less(BESIDE, IN_PASSING), standing)


def _before(sentence: Sentence, figure: Figure, words: Sequence[Word]) -> tuple[str, Word, set[int]] | None:
    """A measure bound by a hyphen to what stands before the noun."""
    head = head_of(words)
    bound = words[-1].i + 1
    hyphened = bound < len(sentence.words) and sentence.words[bound].text in ("-", "‑")
    if figure.unit == "" and hyphened and bound + 2 < len(sentence.words):
        part = sentence.words[bound + 1]
        noun = sentence.words[part.head]
        parts = PARTS.get(part.lower, "")
        known = parts and noun.pos in ("NOUN", "PROPN") and noun.i > part.i
        return (f"how many {parts}", noun, {*range(words[0].i, part.i + 1)}) if known else None
    noun = sentence.words[head.head]
    if "-" not in figure.text or noun.pos not in ("NOUN", "PROPN") or noun.i < words[-1].i:
        return None
    lasting = figure.unit in TIME_UNITS and noun.lemma in LASTING
    if lasting or (figure.unit in LENGTHS and noun.lemma in LINES):
        return "how long", noun, {*range(words[0].i, words[-1].i + 1)}
    return None


def _behind(sentence: Sentence, words: Sequence[Word]) -> tuple[str, Word, set[int]] | None:
    """A measure set off behind the noun: ", 90 metres high"; what a thing is said to be has it too."""
    head = head_of(words)
    adjective = sentence.words[head.head]
    if head.dep != "npadvmod" or adjective.lower not in ADJECTIVES or adjective.i != words[-1].i + 1:
        return None
    noun = sentence.words[adjective.head]
    first = sentence.words[sentence.subtree(adjective.i)[0] - 1]
    if adjective.dep not in ("amod", "appos", "advmod", "advcl", "acl") or first.text != ",":
        return None
    gone = {*range(first.i, adjective.i + 1)}
    being = sentence.words[noun.head]
    being = noun if noun.lemma == "be" else being
    if being.lemma == "be" and (noun is being or noun.dep == "attr"):
        noun = next(iter(sentence.kids(being.i, "nsubj")), noun)
    if noun.pos not in ("NOUN", "PROPN"):
        return None
    return f"how {adjective.lower}", noun, gone


def _said(sentence: Sentence, figure: Figure, words: Sequence[Word]) -> tuple[str, Word, set[int]] | None:
    """A measure a thing is said, or proved, to be: "was 106 metres long and held ...", "was 22 feet across"."""
    head = head_of(words)
    adjective = sentence.words[min(words[-1].i + 1, len(sentence.words) - 1)]
    if figure.unit not in LENGTHS or head.dep != "npadvmod" or adjective.lower not in ADJECTIVES | {"across"}:
        return None
    being = sentence.words[adjective.head]
    if being.lemma != "be" or head.head not in (adjective.i, being.i):
        return None
    told = sentence.words[being.head] if being.dep == "xcomp" else being
    subject = next(iter(sentence.kids(told.i, "nsubj")), None)
    if subject is None or subject.pos not in ("NOUN", "PROPN") or told.dep == "ccomp" or told.i != sentence.root().i:
        return None
    return f"how {adjective.lower}" if adjective.lower != "across" else "how far across", subject, set()


def _definite(sentence: Sentence, noun: Word, thing: Sequence[int]) -> bool:
    """Whether a thing is one that is known: named, somebody's, or told with "the"."""
    told = any(sentence.words[i].lower == "the" or sentence.words[i].tag in ("PRP$", "POS") for i in thing)
    named = noun.pos == "PROPN" and not sentence.kids(noun.i, "det")
    return told or named
