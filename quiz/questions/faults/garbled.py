"""What a draft makes nonsense of: a range torn apart, a half of "ten or twelve", a verb asked without its object.

Each rule holds what is asked against the parse of the sentence it is asked of.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from quiz.deck.proof import stands
from quiz.facts.mentions import shouted
from quiz.facts.model import Date, Figure, Quote, Sentence, Word
from quiz.facts.number_words import SMALL
from quiz.questions.clauses.caused import caused
from quiz.questions.draft import IN_PLACE, Draft
from quiz.questions.faults.fairness import shown_text
from quiz.questions.faults.spliced import spliced
from quiz.questions.scene import Scene

RANGE = re.compile(r"(?<![\w.,–-])([0-9]{1,4})[–‑-]([0-9]{1,4})(?![\w–-])")
"""Numbers joined by a hyphen: a fiscal year, the length of a war."""
SPAN = re.compile(r"\b(?:from|between|since)\s$")
NUMBER = rf"(?:[0-9][0-9,.]*|{'|'.join(sorted(SMALL, key=len, reverse=True))})"
OR_BEHIND = re.compile(rf"\sor\s{NUMBER}\b", re.IGNORECASE)
OR_BEFORE = re.compile(rf"\b{NUMBER}\sor\s$", re.IGNORECASE)
UNIT_OF_UNIT = re.compile(r"\b[Hh]ow many (\w+?)(?:e?s)? of an? \1\b")
TWICE = re.compile(r"\b(on|in|at|to|for|by|of|from|with|over|up|off) \1\b")
"""A particle of the verb and the same word for the next phrase: "to leave it on on a Friday"."""
LEADERS = re.compile(r"\.{5}|(?:\. ){5}")
"""What leads to the number of a page."""
TITLED = ("“", '"', "‘")
TITLE = re.compile(r"(?:[A-Z][\w’'-]+\s){2}[A-Z]|[A-Z]\w+\s[A-Z]\w+[”\"’]")
DESIGNATED = re.compile(r"[0-9][+/]$")
EACH = re.compile(r"\s(?:an?|per)\s([a-z]+)\b(?!\s(?:later|earlier|ago|before|after)\b)")
"""What so much is told for each of: "72 shillings a load"."""
PARTS = re.compile(r"\s(?:halves|thirds|quarters|fifths|sixths|sevenths|eighths|ninths|tenths)\b(?!\s+of\s+a?\s?year)")
MEANT = re.compile(r"\b(?:last|past|next|previous|preceding|following|latest|coming|recent)\s$", re.IGNORECASE)
ARRIVED = re.compile(
    r"^(?:To|From|At) how (?:much|many)\b.*\s(?!to |from |by )[a-z]+ "
    r"(?:[$€£][\d.,]+|[\d.,]+ (?:percent|per cent|[a-z]+s)|[\d.,]+%)\?$"
)
"""What it came to, asked with by how much: "to how much did shares fall 6.5 percent?"."""
RATED = re.compile(r"\b(?:did|does|do|was|were|had|has|have) an? (?:second|minute|hour|day|week|month|year) [a-z]+")
"""What a rate is told for, taken for who does it: "95,000 letters an hour went through"."""
HALF_ASKED = re.compile(
    r"^In what (?:percentage|fraction) (?:did|do|does|was|were|is|are|had|has|have)\b|"
    r"\bwhat (?:was|is|were|are), |\bhow (?:much|many(?: [a-z]+)?) and (?:in|at|on|by|with) (?:one|some|a few|other)\b"
)
"""One of two amounts asked for and the other told, or a clause without what it tells."""
RANGED = re.compile(r"\bhow many [^?]* (?:ranged?|vary|varied) from\b", re.IGNORECASE)
"""How many things there are, asked by what they were."""
UNFINISHED = re.compile(
    r"\b(?:been|being|only)\?$|"
    r"\b(?:did|does|do|was|were|had|has|have) (?:why|how|what|whether|where|when|if) (?!of\b|is\b)|"
    r"^[IO]n what [^“]*[a-z]\b,? and again (?:in|on|between|from) \d|"
    r"^[IO]n what [^“]* and (?:to|in|at|on) [A-Z]\w+ in \d{4}\?$"
)
"""A verb turned round that lacks what it tells, has a clause for its subject, or is asked of one of two times."""
UNCLOSED = re.compile(
    r"\s(?:joined|become|became|in|of|to|at|into|for) what (?:was|were|is|are)(?:[.?]|\s(?:by|in|on)\b)"
)
"""A clause that ends before what it tells: "had joined what was(, with 18 ships, the largest)"."""
LAST_ASIDE = re.compile(r", an? [\w-]+(?=\.$)")
GOES_ON = re.compile(r",[^,.]{3,40}, of\b")
AND_A_HALF = re.compile(r"\sand\s(?:a|an|one|three)\s(?:half|quarters?|third)\b")
WRITTEN = re.compile(
    r"(?<!\bbe )(?<!\bbeen )(?<!\bwas )(?<!\bwere )(?<!\bis )(?<!\bare )"
    r"\b(?:write|wrote|written|writing|jot|set|lay|laid|put|note|noted) down[?.,]?$"
)
COMPARING = re.compile(r"\bwhat (?:year|date|day|month|month and year) than\b")
"""A time asked for before what it is compared with: "used less in what year than before"."""
NONSENSE = (COMPARING, UNCLOSED, UNIT_OF_UNIT, ARRIVED, WRITTEN, RATED, RANGED, HALF_ASKED, TWICE)
OPENERS = ("DET", "NOUN", "PROPN", "NUM", "ADJ", "PRON")
NEAR = 4
"""The words a preposition leads that are looked at for the fact."""
REACH = 24
SHORT_NUMBER = 3
"""Characters from which on one word for a number may be a year."""
PLACED = frozenset("take bring send put carry lead drag haul tow lower drive fly place move".split())
"""Verbs that tell where to besides whom."""
TOWARDS = frozenset("to into onto down up back across aboard ashore home out over".split())
STAGES = frozenset("height peak end start top bottom beginning middle heart heyday depth".split())
OBJECT = ("dobj", "dative")
QUOTED = re.compile(r"[“\"]([^\s“”\"][^“”\"]{11,400})")
"""Several words in marks, and whatever may stand before them."""
FIRST_WORDS, MARKS = 3, "“\"‘'"


def garbled(scene: Scene, draft: Draft) -> str:
    """Why what a draft asks is no sense; "" for one that none of the rules finds fault with."""
    fact = draft.fact
    if shouted(draft.sentence):
        return "is of a headline"
    if isinstance(fact, Quote):
        return ""
    shown = shown_text(draft)
    text = scene.document.text
    source = text[draft.sentence.span.start : draft.sentence.span.end]
    if _torn(source, shown):
        return "tears a range apart"
    if _unmarked(source, shown):
        return "quotes without marks"
    last = LAST_ASIDE.search(shown)
    if last and GOES_ON.match(source, source.find(last[0]) + len(last[0])):
        return "is no sense"
    if any(pattern.search(shown) for pattern in NONSENSE):
        return "is no sense"
    if draft.question and IN_PLACE not in draft.reasons and UNFINISHED.search(shown):
        return "is no sense"
    if LEADERS.search(source):
        return "is of a table of contents"
    if isinstance(fact, Figure) and (reason := _half_figure(text, fact, shown)):
        return reason
    asked = {w.i for w in scene.words(draft.sentence, fact.span)}
    return next(_misread(draft, fact, shown), "") or spliced(draft, asked)


def _unmarked(source: str, shown: str) -> bool:
    """Whether words that stand in marks are put without them: "did he write The heart is a pump"."""
    shown = re.sub(r"\s+", " ", shown)
    for said in QUOTED.finditer(source):
        at = shown.find(" ".join(said[1].split()[:FIRST_WORDS]))
        if at > 0 and shown[at - 1] not in MARKS:
            return True
    return False


def _torn(source: str, shown: str) -> bool:
    """Whether a number of a range of the source stands alone in what is shown."""
    kept, rest = RANGE.sub("", shown), RANGE.sub("", source)
    for number in {found[1] for found in RANGE.finditer(source)}:
        alone = rf"(?<![\w.,$€£–-]){number}(?![\w%–-]|[.,][0-9])"
        if any(not SPAN.search(kept, 0, m.start()) for m in re.finditer(alone, kept)) and not re.search(alone, rest):
            return True
    return False


def _half_figure(text: str, figure: Figure, shown: str) -> str:
    """Why a number is no amount by itself, by what stands around it."""
    start, end = figure.span.start, figure.span.end
    before, behind = text[max(0, start - REACH) : start], text[end : end + REACH]
    if AND_A_HALF.match(behind):
        return "is half of what is told"
    if before[-1:] in TITLED and TITLE.match(figure.text + behind):
        return "is part of a title"
    if DESIGNATED.search(before):
        return "is part of a designation"
    if (each := EACH.match(behind)) and not re.search(rf"\b{each[1]}s?\b", shown):
        return "does not tell for what"
    if figure.unit:
        return ""
    if figure.high is None and (OR_BEHIND.match(behind) or OR_BEFORE.search(before)):
        return "is half of what is told"
    if PARTS.match(behind) and not behind.startswith((" quarters of a year", " quarters later")):
        return "is part of a share"
    return "only says which are meant" if MEANT.search(before) else ""


def _misread(draft: Draft, fact: Date | Figure, shown: str) -> Iterator[str]:
    """Why a question does not tell what its sentence does."""
    sentence = draft.sentence
    if _elliptic(sentence, shown):
        yield "holds a number that tells not of what"
    if _stranded(sentence, fact, shown):
        yield "ends in a preposition without its noun"
    if _own_of_another(draft, shown):
        yield "takes who is told of for another"
    if _part_of_itself(sentence, shown):
        yield "makes a thing part of another"
    verbs = [word for word in sentence.words if word.pos == "VERB"]
    often = Counter(verb.lemma for verb in verbs)
    for verb in verbs:
        if often[verb.lemma] > 1 or not _asked(verb, shown):
            continue
        if caused(sentence, verb) and not _asked(sentence.words[verb.head], shown):
            yield "leaves out who was made to do so"
        if _place_lost(sentence, verb, shown):
            yield "leaves out where to"
        if draft.question and _object_lost(sentence, verb, fact, shown):
            yield "without its object"


def _elliptic(sentence: Sentence, shown: str) -> bool:
    """Whether a bare number stands for things told before: "in 21 the inspection was late"."""
    for word in sentence.words:
        if word.tag != "CD" or word.dep != "pobj":
            continue
        above = sentence.words[word.head]
        if above.lower not in ("in", "of"):
            continue
        own = [sentence.words[i] for i in sentence.subtree(word.i)]
        number = "".join(w.text for w in own)
        plain = all(w.tag in ("CD", "HYPH") for w in own) and (len(own) > 1 or len(number) < SHORT_NUMBER)
        bare = plain and word.ent not in ("DATE", "TIME", "PERCENT", "MONEY")
        if bare and re.search(
            rf"\b{above.lower} (?:{re.escape(number)}|_____)(?:\s(?:the|a|an|it)\b|[?,])", shown, re.IGNORECASE
        ):
            return True
    return False


def _stranded(sentence: Sentence, fact: Date | Figure, shown: str) -> bool:
    """Whether a question ends in a preposition that has its noun behind it in the sentence, and does not ask for it."""
    last = shown[:-1].rsplit(" ", 1)[-1]
    if not shown.endswith("?"):
        return False
    alike = [w for w in sentence.words if w.lower == last]
    led = [w for w in alike if w.dep == "prep" and w.i + 1 < len(sentence.words)]
    led = [w for w in led if sentence.words[w.i + 1].pos in OPENERS]
    behind = [k for w in led for k in (*sentence.kids(w.i, "pobj"), *sentence.words[w.i + 1 : w.i + NEAR])]
    asked = any(k.start < fact.span.end and k.end > fact.span.start for k in behind)
    return bool(alike) and len(led) == len(alike) and not asked


def _part_of_itself(sentence: Sentence, shown: str) -> bool:
    """Whether the pronoun of "the line, nine miles of it, closed" or "at the height of it" is told as another thing."""
    for word in sentence.words:
        if word.lower not in ("it", "them"):
            continue
        of = sentence.words[word.head]
        noun = sentence.words[of.head]
        if of.lower != "of" or not (noun.dep == "appos" or noun.lower in STAGES):
            continue
        if re.search(
            rf"\b{re.escape(noun.text)}\b(?:\}}\}})? of (?!{word.lower}\b)|_____ of (?!{word.lower}\b)", shown
        ):
            return True
    return False


def _own_of_another(draft: Draft, shown: str) -> bool:
    """Whether "his" of "one of them, called Al Orr, kept his place" is put as Orr's, as if he were not the one."""
    sentence = draft.sentence
    for own in sentence.words:
        if own.tag != "PRP$" or stands(own.lower, shown.lower()):
            continue
        verb = sentence.words[sentence.words[own.head].head]
        for aside in (a for s in sentence.kids(verb.i, "nsubj") for a in sentence.kids(s.i, "appos")):
            named = [sentence.words[i] for i in sentence.subtree(aside.i) if sentence.words[i].ent == "PERSON"]
            if any(w.i not in draft.shown and re.search(rf"\b{re.escape(w.text)}[’']", shown) for w in named):
                return True
    return False


def _asked(verb: Word, shown: str) -> bool:
    return stands(verb.text, shown) or stands(verb.lemma, shown)


def _place_lost(sentence: Sentence, verb: Word, shown: str) -> bool:
    """Whether a question ends with whom one took, though names set off by commas and then where to stand behind."""
    thing = next((k for k in sentence.kids(verb.i, "dobj") if k.i > verb.i), None)
    if verb.lemma not in PLACED or thing is None or not sentence.kids(thing.i, "appos"):
        return False
    behind = [w for w in sentence.words[thing.i + 1 :] if w.lower in TOWARDS and sentence.words[w.i - 1].text == ","]
    return any(not stands(w.lower, shown) for w in behind)


def _object_lost(sentence: Sentence, verb: Word, fact: Date | Figure, shown: str) -> bool:
    """Whether a question has a verb, and nothing of the object it has in the sentence."""
    if sentence.kids(verb.i, "auxpass", "nsubjpass"):
        return False
    things = [k for k in sentence.kids(verb.i, *OBJECT) if k.i > verb.i and k.pos in ("NOUN", "PROPN")]
    if not things or any(w.pos == "PUNCT" for w in sentence.words[verb.i : things[0].i]):
        return False
    words = [sentence.words[i] for thing in things for i in sentence.subtree(thing.i)]
    span = fact.whole if isinstance(fact, Figure) else fact.span
    if any((w.start < span.end and w.end > span.start) or w.tag == "CD" for w in words):
        return False
    bare = re.search(
        rf"\b(?:{re.escape(verb.text)}|{re.escape(verb.lemma)})(?:\?|,(?! [“\"])|\s(?:in|on|at|by|from|to|for|with)\b)",
        shown,
    )
    return bare is not None and not any(stands(t.text, shown) for t in things)
