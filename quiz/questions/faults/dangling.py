"""What of a question hangs in the air: "another", a number without its noun, "sales" of nobody, "the real jewels"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quiz.facts.human_nouns import person_noun
from quiz.facts.model import Date, Figure, Sentence, Word
from quiz.questions.clauses.clause import SUBJECTS
from quiz.questions.draft import Draft
from quiz.questions.reference.census import RELATIONAL
from quiz.questions.reference.things import empty_it
from quiz.questions.scene import Scene

NOMINAL = (*SUBJECTS, "dobj")
OF_WHAT = RELATIONAL | frozenset(
    """
    capacity output production yield turnover revenue income profit export import reserve inflation unemployment demand
    supply debt spending expenditure toll casualty attendance membership enrollment enrolment consumption traffic
    capital budget deficit surplus invasion evacuation construction work trade rent payment stock pressure growth
    temperature speed depth height weight
    """.split()
)
"""Nouns that tell nothing without whose or of what they are."""
DONE = frozenset(
    """
    abolition acquisition adoption appointment closure completion construction conversion creation demolition
    destruction evacuation excavation expansion extension installation introduction modernisation modernization
    reconstruction relocation removal renovation repair replacement restoration takeover
    """.split()
)
"""Nouns for what was done to a thing that is told before."""
LENGTH = r"(?:\w+ )?(?:minute|hour|day|week|fortnight|month|year|decade)s?"
LATER = re.compile(
    r"\b(?:since|later|earlier|afterwards?|thereafter|meanwhile|so far)(?=[,?.]|\s(?:and|or|but)\b)|"
    rf"^(?:An?|One|Two|Three|Some|Several|\d+) {LENGTH} (?:later|earlier)\b|"
    r"\b(?:has|have|had) since (?!the\b|an?\b|its?\b|they\b|s?he\b|his\b|her\b|[A-Z0-9])|"
    r"\bsince then\b|^Now,? (?!known\b)|\b[Ii]n (?:the end|return|response|turn)(?=[,?. ])(?! (?:of|for|to)\b)|"
    rf"\bthe {LENGTH} (?:before|after)[,?.]|"
    rf"\b(?:over|during) the {LENGTH}\b(?! (?:of|to|from|that|which|before|after|\d))|"
    r"\bby the (?:middle|end|turn|beginning|start) of the (?:century|year|month|decade|war)\b|"
    r"\b(?:that|which) (?:had )?followed(?! (?:the|an?|his|her|its|their|on|from|up|by|in|[A-Z])\b)(?! [A-Z])|"
    rf"\bwithin (?:the|that) {LENGTH}[?.]$|\bwithin an? (?:hour|day|week|fortnight|month)[?.]$|\bsince New Year\b|"
    r"^How long (?:before|after) the (?!war\b|wars\b)[a-z]+(?: [a-z]+)? (?:was|were|had|[a-z]+ed)\b"
)
"""Times counted from what is not told."""
OTHER = re.compile(
    r"\b(?:another|the other|other|others|the same|such an?)\b(?! (?:than|as|side|end|hand|words)\b)(?!.*\bthan\b)",
    re.IGNORECASE,
)
"""Words that tell one thing from one told before."""
UNDATED = re.compile(
    r"^After (?:how many|what) \w+ did\b|"
    r"^(?:(?:For how (?:many \w+|long)|How long) had\b|"
    r".{1,80}\bhad (?:been|[a-z]+ed|[a-z]+en)\b[^,]{1,80}\bfor (?:how|_+))"
    r"(?!.*\b(?:by|when|before|after|until|since|in \d{4})\b)|"
    r"^(?!.*\b(?:by|when|before|after|until|since|from|in \d{4}|\d{1,2} [A-Z][a-z]+)\b)"
    r".{1,80}\bhad (?:become|grown|risen|fallen|shrunk|dropped|dwindled|doubled|trebled|tripled|quadrupled)\b"
)
"""A time after something, or up to something, that is not told."""
NTH = re.compile(
    r"\b[Tt]he (?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) "
    r"(?!half\b|time\b|person\b)[a-z-]+"
    r"(?=[?.,]| (?:was|were|is|are|had|has|did|bear|have|be|take|run|open|begin|end|follow)\b|$)"
)
"""One of several that are not told: "the third letter"."""
ANY = re.compile(r"^(?:An? [a-z]+|One [a-z]+) (?:was|were|is|had|has|fell|went|came|gets?|got|[a-z]+ed)\b")
"""A statement of something brought in by "a" alone: "A job fell to how many workers?"."""
BODY = re.compile(r"\b[Tt]he (Act|Fund|Bill|Treaty|Convention|Commission|Committee|Board|Society)\b(?! (?:of|for) )")
"""What names a body or a law only where it is written in full elsewhere."""
PARTS = re.compile(
    r"\bof the (?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+|_+)[?.]|"
    r"(?<!, )\b(?:how many (?:were|was|did|had|have|has|are|is|do|does)|"
    r"what (?:percentage|fraction|share) (?:were|was|are|had|"
    r"have|has|is|[a-z]+ed|thought|said|found|came|fell|went|rose|held|took|left))\b(?! (?:the|a|an|[A-Z])\b)",
    re.IGNORECASE,
)
"""A part or number of nothing: "what fraction were built"."""
OCCASION = re.compile(r"\b(?:when|at|in|on|by|before|after|during|as)\b")
AGED = re.compile(r"\b(?:aged?|ages|age of)\s(?:of\s)?\{\{|\}\}[-\s](?:years?|year-old)", re.IGNORECASE)
"""What shows that a gap is an age."""
LEADING_GAP = re.compile(r"^\{\{[^}]*\}\} (?:were|was|had|have|has|are|is|did|do|does)\b")
FOLLOWING = ("NOUN", "PROPN", "ADJ", "VERB", "SYM", "NUM")
OWNED = frozenset("solution answer idea reply proposal suggestion claim ball trick work argument".split())
"""What somebody has that tells nothing by that: "Walton's solution"."""
POINTING = frozenset("it they them he she him".split())
WORDS = re.compile(r"\w+(?:-\w+)*")
TIMED = ("DATE", "TIME", "CARDINAL")
HELPERS = "did|does|do|was|were|is|are|had|has|have|will"
BESIDE, PERSONS_BESIDE = 3, 2
"""Words of names beside which "the real jewels" is plain."""


def dangling(scene: Scene, draft: Draft, shown: str, names: Sequence[str]) -> Iterator[str]:
    """Why a draft, shown so and naming some things, hangs in the air."""
    fact = draft.fact
    yield from _worded(scene, draft, shown)
    if isinstance(fact, Figure) and (_ageless(draft, fact, shown) or _gaps_number(draft, fact)):
        yield "does not tell what the number is of"
    if isinstance(fact, Date | Figure) and not draft.context:
        yield from _words(scene, draft, fact, shown, names)


def _worded(scene: Scene, draft: Draft, shown: str) -> Iterator[str]:
    """What the words alone show to hang in the air."""
    if LATER.search(shown) and not draft.lead_in:
        yield "counts from what is not told"
    if OTHER.search(shown):
        yield "tells something from what is not told"
    if UNDATED.search(shown):
        yield "does not tell from when it counts"
    if ANY.search(shown):
        yield "could be any of its kind"
    if NTH.search(shown) and not draft.lead_in and "first" not in shown:
        yield "does not tell which of several"
    if not isinstance(draft.fact, Date) and PARTS.search(shown):
        yield "counts what is not told"
    told = " ".join((draft.context, draft.lead_in, scene.document.title, *draft.plain))
    if (body := BODY.search(shown)) and body[1] not in told:
        yield f"does not tell which {body[1]}"


def _words(scene: Scene, draft: Draft, fact: Date | Figure, shown: str, names: Sequence[str]) -> Iterator[str]:
    sentence, told = draft.sentence, set(WORDS.findall(shown.lower()))
    for word in sentence.words:
        lower, lemma = word.lower, word.lemma.lower()
        if word.held or not (lower in told or lemma in told or _asked(word, fact)):
            continue
        if not draft.lead_in and _points(sentence, word, shown):
            yield f"does not tell who or what {lower} is"
        if lemma in OWNED and _merely_owned(sentence, word):
            yield f"does not tell which {lower}"
        if not names and _bare_measure(sentence, word, shown):
            yield f"does not tell the {lower} of what"
        if _merely_done(sentence, word, shown):
            yield f"does not tell the {lower} of what"
        known = scene.referents.census.central(word) or lemma in scene.topics.subjects
        if not known and _merely_described(sentence, word, shown, len(names)):
            yield f"does not tell which {lower}"


def _points(sentence: Sentence, word: Word, shown: str) -> bool:
    """Whether the subject of a question is a pronoun with no noun before it: "on what date was it annihilated?"."""
    if word.lower not in POINTING or empty_it(sentence, word):
        return False
    if not re.search(rf"^(?:[\w’'-]+\s){{1,6}}(?:{HELPERS}) {word.text} [a-z]", shown):
        return False
    before = set(WORDS.findall(re.split(rf"\b{word.text}\b", shown, maxsplit=1)[0]))
    return not any(w.pos in ("NOUN", "PROPN") and w.ent not in TIMED and w.text in before for w in sentence.words)


def _merely_owned(sentence: Sentence, word: Word) -> bool:
    """Whether nothing but an owner says which thing is meant."""
    kids = sentence.kids(word.i) if word.dep in NOMINAL else ()
    return any(k.dep == "poss" for k in kids) and all(k.dep in ("poss", "punct", "amod") for k in kids)


def _asked(word: Word, fact: Date | Figure) -> bool:
    return word.start < fact.span.end and word.end > fact.span.start


def _ageless(draft: Draft, figure: Figure, shown: str) -> bool:
    """Whether nothing shows that a gap is an age, or a question does not tell when somebody was so old."""
    if figure.unit != "age":
        return False
    if draft.cloze:
        return AGED.search(draft.cloze) is None and "year" not in figure.text
    return shown.startswith("How old") and OCCASION.search(shown) is None


def _gaps_number(draft: Draft, figure: Figure) -> bool:
    """Whether a gap is a number by itself, of nothing that is told: "half of his own _____ would do"."""
    if figure.unit in ("", "percent", "share") and LEADING_GAP.search(draft.cloze):
        return True
    if not draft.cloze or figure.unit:
        return False
    words = [
        w for w in draft.sentence.words if w.start < figure.whole.end and w.end > figure.whole.start and not w.held
    ]
    if not words:
        return False
    number, behind = words[-1], draft.sentence.words[words[-1].i + 1 : words[-1].i + 2]
    if behind and (behind[0].pos in FOLLOWING or behind[0].lower in ("of", "more", "other")):
        return False
    led = draft.sentence.words[number.head].lower
    if re.search(r"\bof (?:which|whom)\b", draft.cloze):
        return False
    return number.dep in (*NOMINAL, "attr", "acomp") or (number.dep == "pobj" and led in ("at", "by"))


def _bare_measure(sentence: Sentence, word: Word, shown: str) -> bool:
    """Whether "capacity" or "the total" stands without of what."""
    if word.pos != "NOUN" or word.dep not in NOMINAL or word.lemma.lower() not in OF_WHAT:
        return False
    if word.lower not in shown.lower():
        return False
    bare = re.search(rf"(?:^|[,:] |\b(?:the|a|an|{HELPERS}) ){re.escape(word.text)}\b", shown, re.IGNORECASE)
    return bare is not None and all(k.dep in ("det", "punct", "cc", "conj") for k in sentence.kids(word.i))


def _merely_done(sentence: Sentence, word: Word, shown: str) -> bool:
    """Whether what is told of is a bare "the construction", whatever is named beside it."""
    if word.dep not in SUBJECTS or word.lemma.lower() not in DONE:
        return False
    kids = sentence.kids(word.i)
    led = any(k.lower in ("the", "this", "that") for k in kids) and all(k.dep in ("det", "punct") for k in kids)
    return led and re.search(rf"\b[Tt]h(?:e|is|at) {re.escape(word.text)}\b", shown) is not None


def _merely_described(sentence: Sentence, word: Word, shown: str, names: int) -> bool:
    """Whether a subject behind "the" has but an adjective to say which, or a person nothing: "the missing link"."""
    if word.pos != "NOUN" or word.dep not in (*NOMINAL, "pobj"):
        return False
    kids = sentence.kids(word.i)
    led = any(k.dep == "det" and k.lower in ("the", "this", "that") for k in kids)
    if not led or any(k.dep not in ("det", "punct", "cc", "conj", "amod", "nummod", "case") for k in kids):
        return False
    if re.search(rf"\b[Tt]h(?:e|is|at) (?:[a-z-]+ )*{re.escape(word.text)}\b", shown) is None:
        return False
    if person_noun(word.lemma.lower()) and word.tag == "NN" and len(kids) == 1:
        return word.dep != "nsubj" or names < PERSONS_BESIDE
    adjective = any(k.dep == "amod" and k.tag == "JJ" and not k.ent for k in kids)
    adjective = adjective and not person_noun(word.lemma.lower())
    return adjective and (names < BESIDE if word.dep in SUBJECTS else not names and word.dep == "dobj")
