"""What makes a question unfair: it gives the answer away, says too little to tell what is asked, or is no sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.facts.model import Date, Quote, Word
from quiz.facts.name_forms import surname
from quiz.questions.answers.number_form import in_words, plain_value
from quiz.questions.draft import IN_PLACE, Draft

# What no whole sentence ends with, and words that stand in capitals within one only where two were run together.
ENDING = re.compile(
    r"\b(?:and|or|but|the|an?|to|of|with|from|(?<!go )(?<!pass )(?<!stand )by|including|that|which|in the course|"
    r"on the (?:morning|night))\s?[?.]$"
)
MIDDLE = re.compile(
    r"(?<=[a-z] )(?:A|An|On|At|Of|And|But|It|This|These|There|When|While|After)\s[a-z]|including:|"
    r"[.!?][\"'”’]{1,2}\s[A-Z]\w"
)
VAGUE = re.compile(
    r"\b(?:was|were|did|had|has|have|is|are|does|do)\s(?:an?|another|some)\s(?:(?:similar|new|second|further|small|large)\s)?"
    r"[a-z]+\s[a-z]+(?:\s(?:up|out|off|down|on|in|over))?\?$"
)
"""A question that says of its subject nothing but that it is one of its kind: "in what year was a rule adopted?"."""
OBJECTLESS = re.compile(
    r"^(?:In|On|By|Since|Until|From|At|Around|Roughly|Between|When)\b.*\b(?:did|do|does|had|has|have)\s.*\s"
    r"(?:attend|suggest|propose|obtain|contain|include|receive|provide|make|have|put|hold|bring|describe|cause|require|"
    r"allow|consider|invade|declare|announce|publish|own|use|carry|made|had|held|brought)\?$"
)
"""A question of when, whose verb lacks its object."""
MODALS = frozenset(("could", "might", "may"))
# Past "could" is told as a fact of what anybody was able to do, or no longer.
POSSIBLE = re.compile(
    r"\b(?:might|may|could(?! (?:remember|recall|afford|read|write|see|hear|only|no longer|be (?:had|seen|bought))\b)"
    r"(?!(?: [\w’'-]+){1,4} no longer\b))\b"
)
ABLE = frozenset(
    """
    hold carry seat accommodate store produce make process handle travel fly dive lift generate contain sleep feed fit
    house fire sail see hear buy sell withstand survive stretch run manage walk climb swim build supply pump pull haul
    detect receive send transmit print count measure spot heat last keep land cover cross tow
    """.split()
)
"""Verbs of what a thing or its owner was able to do: "a terminal could be made for 500 francs"."""
CONDITION = r"\b(?:[Ii]f|[Uu]nless)\b"
QUOTED = re.compile(r"“[^”]*”")
SCALED = r"\b(?:million|billion|trillion)\b"
COUNTED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|[0-9]+) (?:[a-z]+ )?years (?:from|between) "
    r"(?:_+ (?:to|and) \S*[0-9]|\S*[0-9]\S* (?:to|and) _)"
)
"""One end of years that are counted, beside the other: "the four years from _ to 1908"."""
GIVEN = "gives the answer away"
LONG = 40
SHORT = 5
OF_LIFE = re.compile(r"^(?:How old|At what age)\b|\b(?:born|die)\?$")
"""A question that needs no more than a name."""
NAMELESS = 18
"""Less than a cloze loses for being one, which names no more."""
FRAME = frozenset(
    "what which year month date century decade many much share percentage years between from roughly".split()
)


def faults(draft: Draft) -> Iterator[tuple[int, str]]:
    """The points a draft loses, each with its reason; 100 points are fatal."""
    shown = shown_text(draft)
    words = re.findall(r"[\w’'-]+", shown)
    if gives_away(draft, f"{draft.context} {draft.lead_in} {shown}") or COUNTED.search(shown):
        yield 100, GIVEN
    if len(words) > LONG:
        yield 15, "long"
    if not isinstance(draft.fact, Quote):
        content = [w for w in words[1:] if len(w) > 3 and w.lower() not in FRAME]
        nameless = not names_something(draft)
        yearless = isinstance(draft.fact, Date) and draft.fact.value.startswith("XXXX")
        aged = not nameless and not yearless and OF_LIFE.search(shown) is not None
        least = (3 if nameless and not draft.context else 2) + bool(draft.cloze) - aged
        if len(words) < (SHORT + 2 if nameless else SHORT - aged) or len(content) < least:
            yield 50, "says too little"
        elif nameless and not draft.context:
            yield NAMELESS, "names nothing"
    if draft.question and VAGUE.search(shown):
        yield 45, "could be any of its kind"
    if isinstance(draft.fact, Date) and draft.question and OBJECTLESS.search(shown):
        yield 45, "without its object"
    if draft.cloze or IN_PLACE in draft.reasons:
        yield from _weak_statement(draft, len(words))
    yield from _broken(shown)
    if not isinstance(draft.fact, Quote):
        yield from _unreal(draft, shown)


RECKONED = re.compile(r"^\{\{[^}]*\}\}\s(?:later|earlier|afterwards?|before)\b")
LONG_CLOZE = 34
VERBAL = ("VBD", "VBZ", "VBP", "MD", "VB", "VBN")
FINITE = ("VBD", "VBZ", "MD", "VBN")
"""Verbs of a sentence without its full stop: nouns of a title are taken for the others."""


def _weak_statement(draft: Draft, length: int) -> Iterator[tuple[int, str]]:
    """What cannot be asked in place: a title or caption without a verb, a time counted from what is not told, much."""
    words = draft.sentence.words
    told = any(w.tag in VERBAL or w.dep in ("nsubj", "nsubjpass") for w in words[1:])
    ended = words[-1].text[-1] in ".!?”’\"')"
    if not told or not (ended or any(w.tag in FINITE for w in words[1:])):
        yield 45, "no sentence"
    if RECKONED.match(draft.cloze):
        yield 45, "counted from what is not told"
    if draft.cloze and length > LONG_CLOZE:
        yield 15, "much to read for a gap"


def _broken(shown: str) -> Iterator[tuple[int, str]]:
    """What shows that a text is no whole sentence."""
    if ENDING.search(shown) or MIDDLE.search(shown) or re.search(r",\s?\.|^\d+\.\s|[-–—]\s[-–—]", shown):
        yield 100, "cut off"
    if shown.count("“") != shown.count("”") or shown.count("(") != shown.count(")"):
        yield 100, "unbalanced marks"


def _unreal(draft: Draft, shown: str) -> Iterator[tuple[int, str]]:
    """Whether a fact is told as possible; what anyone could remember of it is beside the point.

    What is asked as somebody's claim is told as that, and what is quoted is not told by the text.
    """
    shown = QUOTED.sub("", shown)
    if _conditional(draft) and not re.search(CONDITION, shown):
        yield 45, "without its condition"
    if shown.startswith("According to "):
        return
    if POSSIBLE.search(shown):
        if _possible(draft):
            yield 45, "told as possible"
    elif re.search(r"\b(?:would|should)\b", shown):
        yield (45, "told of what was not so") if _imagined(draft) else (15, "not told as fact")


def _possible(draft: Draft) -> bool:
    """Whether one of the verbs above a fact is only said to be possible."""
    words, fact = draft.sentence.words, draft.fact
    span = None if isinstance(fact, Quote) else fact.span
    word = next((w for w in words if span and w.start < span.end and w.end > span.start and not w.held), None)
    modals = [w for w in words if w.lower in MODALS]
    if word is None or not modals:
        return True
    above = {word.i}
    while word.head != word.i and word.head not in above:
        word = words[word.head]
        above.add(word.i)
    return any(w.head in above and not _able(draft, w) for w in modals)


def _able(draft: Draft, modal: Word) -> bool:
    """Whether a "could" tells what a thing was good for or nobody could do, and not what may come to pass."""
    sentence = draft.sentence
    verb = sentence.words[modal.head]
    if modal.lower != "could" or any(a.lemma == "have" for a in sentence.kids(verb.i, "aux")):
        return False
    return verb.lemma in ABLE or bool(sentence.kids(verb.i, "neg"))


def _conditional(draft: Draft) -> bool:
    """Whether a verb above a fact tells what is so if something else is."""
    sentence = draft.sentence
    passed = -1
    for verb in _verbs_above(draft):
        clauses = [clause for clause in sentence.kids(verb.i, "advcl") if clause.i != passed]
        if any(mark.lower in ("if", "unless") for clause in clauses for mark in sentence.kids(clause.i, "mark")):
            return True
        if verb.dep in ("relcl", "advcl"):
            return False
        passed = verb.i
    return False


def _verbs_above(draft: Draft) -> Iterator[Word]:
    """The verbs above a fact, the nearest first, within the relative clause it may stand in."""
    words, fact = draft.sentence.words, draft.fact
    span = None if isinstance(fact, Quote) else fact.span
    word = next((w for w in words if span and w.end > span.start and not w.held), None)
    while word is not None and word.head != word.i:
        word = words[word.head]
        if word.pos in ("VERB", "AUX"):
            yield word
        if word.dep == "relcl":
            return


def _imagined(draft: Draft) -> bool:
    """Whether a fact is what would have been: "300 would have died"."""
    for verb in _verbs_above(draft):
        helped = {a.lower for a in draft.sentence.kids(verb.i, "aux")}
        if {"would", "have"} <= helped and verb.tag == "VBN":
            return True
    return False


def names_something(draft: Draft) -> bool:
    """Whether what a draft shows holds a name of its sentence, a capital or a number besides its first word.

    A thing that the document speaks of throughout names it as well.
    """
    if draft.plain or draft.lead_in:
        return True
    shown = shown_text(draft)
    words = re.findall(r"[\w’'-]+", shown)
    if any(w[0].isupper() or w[0].isdigit() for w in words[1:] if w.strip("_")):
        return True
    named = [w.text for w in draft.sentence.words if w.tag in ("NNP", "NNPS") or w.ent == "NORP"]
    return any(shown.startswith(name) and re.match(rf"{re.escape(name)}\b", shown) for name in named)


def shown_text(draft: Draft) -> str:
    """What a draft shows, its gap as a line."""
    return draft.question or re.sub(r"\{\{.*?\}\}", "_____", draft.cloze)


def gives_away(draft: Draft, shown: str) -> bool:
    """Whether a text holds the answer of a draft: its words, its digits, its year, its number in words."""
    if isinstance(draft.fact, Quote):
        return _tells(shown, r"\b{}\b", surname(draft.answer))
    if isinstance(draft.fact, Date):
        years = re.findall(r"\d{4}", draft.answer)
        return any(year in re.findall(r"\b\d{4}\b", shown) for year in years) or draft.answer.lower() in shown.lower()
    value = plain_value(draft.answer)
    core = re.sub(r"^\D*?(?=\d)", "", draft.answer)
    low = shown.lower()
    if _tells(low, r"(?<![\w.,]){}(?![\w,]|\.\d)", core.lower()):
        return True
    scaled = re.search(SCALED, draft.answer, re.IGNORECASE) is not None
    small = value is not None and value == int(value) and value < 1000 and not scaled
    return small and _tells(low, rf"\b{{}}\b(?!\s{SCALED})", in_words(int(value or 0)).lower())


def _tells(shown: str, pattern: str, word: str) -> bool:
    """Whether a word stands in a text as a pattern has it; one that is not there at all needs no pattern made of it."""
    return word in shown and re.search(pattern.replace("{}", re.escape(word)), shown) is not None
