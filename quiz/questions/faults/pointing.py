"""Words of a question that point where nothing was told: "that fall", "the very remedy", "the place", "the first"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.deck.proof import stands
from quiz.facts.model import Figure, Sentence, Word
from quiz.questions.draft import Draft
from quiz.questions.reference.things import empty_it
from quiz.questions.scene import Scene

WORDED = (
    (r"\bthe very [a-z]+\b(?! (?:of|that|which|who|where|first|last|best|same)\b)", "points at what is not told"),
    (
        r"(?<!take )(?<!took )\bthe (?:place|spot|scene)(?=[?.,]| (?:in|on|by|since|before|after) (?:what|_|\d))",
        "points at what is not told",
    ),
    (
        r"\b(?:for|in|during|by|over) the (?:quarter|half-year|period|season)[?.]$",
        "does not tell which stretch of time",
    ),
    (r"\b(?:do|does|did|done) something [a-z]+[?.]$", "tells not what was done"),
    (r"\b(?:have|had|get|got) an? new [a-z]+[?.]$", "could be any of its kind"),
    (r"\b(?:publish|produce|release|issue)(?:e?d)? an? [a-z]+[?.]$", "could be any of its kind"),
    (r"\b(?:[Ss]imilar|[Cc]omparable) [a-z]+(?! (?:[a-z]+ )?(?:to|as|with)\b)", "does not tell what is alike"),
    (r"[’']s? (?:study|paper|article|analysis|review|survey) published\?$", "is the year of a work referred to"),
)
"""What of its words alone shows so, each with the reason."""
RULES = tuple((re.compile(pattern), reason) for pattern, reason in WORDED)
HAVING = re.compile(r"^(?:An?|The) [a-z-]+(?: [a-z-]+)? of (?:\w+ )?how (?:many|much)\b.* (?:do|does|did) .*\bhave\?$")
"""What something has, turned round: "a density of how many kilograms does ice have?"; its gap reads better."""
THAT = re.compile(
    r"\bthat (?:same )?(?:fall|autumn|summer|spring|winter|year|season|month|week|day|night|morning|afternoon|evening|"
    r"decade|century)(?=[?.,]|$| (?:did|was|were|had|has|is)\b)"
)
"""A stretch of time that another sentence tells."""
RANKS = frozenset("first second third fourth fifth sixth last".split())
OPENING = frozenset("it they he she".split())
DISTANT = re.compile(
    r"\s(?:(?:further|farther) )?(?:down|up|from|off|north|south|east|west|away|inland|upstream|downstream|below|above|"
    r"outside|beyond)\b[^,.;]*,"
)
LYING = frozenset("be lie stand sit remain".split())


def pointing(scene: Scene, draft: Draft, shown: str) -> Iterator[str]:
    """Why a draft, shown so, points where nothing was told."""
    yield from (reason for rule, reason in RULES if rule.search(shown))
    if draft.question and HAVING.search(shown):
        yield "is turned round"
    if _apart(scene, draft):
        yield "asks of an event how far off its place is"
    if draft.lead_in:
        return
    sentence = draft.sentence
    first = sentence.words[0]
    if first.lower in OPENING and shown.startswith(f"{first.text} ") and not empty_it(sentence, first):
        yield f"does not tell who or what {first.lower} is"
    if THAT.search(shown):
        yield "points at a time that is not told"
    for word in sentence.words:
        if not word.held and (_rank(sentence, word, shown) or (sentence.spoken and _said_of(sentence, word, shown))):
            yield f"does not tell which {word.lower}"


def _apart(scene: Scene, draft: Draft) -> bool:
    """Whether a question asks what is set off by commas behind a place: "in Huby, 9 miles up the dale, it snowed"."""
    fact, text = draft.fact, scene.document.text
    if not isinstance(fact, Figure) or not draft.question.startswith(("How many ", "How far ")):
        return False
    set_off = text[: fact.whole.start].rstrip()[-1:] == "," and DISTANT.match(text, fact.whole.end)
    return bool(set_off) and draft.sentence.root().lemma not in LYING


def _rank(sentence: Sentence, word: Word, shown: str) -> bool:
    """Whether "the first" is shown of several things that another sentence tells: "work on the first began"."""
    others = any(stands(rank, shown.lower()) for rank in RANKS - {word.lower})
    if word.lower not in RANKS or others or word.dep != "pobj" or sentence.kids(word.i, "prep", "relcl", "acl"):
        return False
    led = any(kid.lower == "the" for kid in sentence.kids(word.i, "det"))
    return led and re.search(rf"\bthe {word.lower} (?!of\b|to\b)[a-z]|\bthe {word.lower}[?.,]", shown) is not None


def _said_of(sentence: Sentence, word: Word, shown: str) -> bool:
    """Whether somebody speaks of "this exam", or of "it" with no noun before: words that answer what was asked."""
    if word.dep not in ("dobj", "pobj") or not stands(word.text, shown):
        return False
    if word.lower in ("it", "them"):
        return not any(w.pos in ("NOUN", "PROPN") for w in sentence.words[: word.i])
    return word.tag == "NN" and any(k.lower in ("this", "that") for k in sentence.kids(word.i, "det"))
