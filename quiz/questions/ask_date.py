"""Asks for a date: when something happened, when a thing named with its year was, how long somebody reigned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quiz.facts.cue_words import HONORIFICS
from quiz.facts.model import Date, Sentence, Word
from quiz.facts.names import Person
from quiz.questions.clause import governor, noun_phrase
from quiz.questions.draft import Draft, Passed
from quiz.questions.gap import cloze_drafts
from quiz.questions.inversion import asked, inverted, judged
from quiz.questions.scene import Scene, head_of

WHEN = {
    "year": "{} what year",
    "month": "{} what month and year",
    "season": "{} what season and year",
    "decade": "{} which decade",
    "century": "{} which century",
}
PREPOSITIONS = frozenset(
    "in on during since by until till before after from around about at through throughout within".split()
)
EVENTS: dict[str, tuple[str, str]] = {
    noun: (before, after)
    for nouns, before, after in (
        ("war conflict battle siege campaign duel", "be", "fought"),
        (
            "treaty agreement convention accord pact protocol armistice truce ceasefire charter alliance deal",
            "be",
            "concluded",
        ),
        (
            "election referendum summit conference congress olympics census trial ceremony exhibition festival",
            "be",
            "held",
        ),
        (
            "revolution coup uprising revolt rebellion crisis attack earthquake invasion massacre famine eruption",
            "did",
            "take place",
        ),
        (
            "visit trip voyage expedition strike riot disaster explosion flood epidemic pandemic mutiny raid march",
            "did",
            "take place",
        ),
        (
            "meeting speech debate launch landing collapse crash merger assassination murder coronation wedding",
            "did",
            "take place",
        ),
        ("law act bill decree statute ordinance amendment", "be", "passed"),
        ("book novel report paper essay article pamphlet album study survey", "be", "published"),
        ("film movie documentary", "be", "released"),
    )
    for noun in nouns.split()
}
RECKONED = re.compile(r",?\s+\w+\s+(?:years?|months?|weeks?|days?|decades?|centuries|century)\s+(?:after|before)\b")
REIGN = re.compile(r"\(\s?(?:r\.|reigned|ruled|in office|reign)\s?(?:from\s)?$", re.IGNORECASE)
BORN = re.compile(r"\(\s?(?:b\.|born)\s?(?:in\s|on\s)?$", re.IGNORECASE)
DIED = re.compile(r"\(\s?(?:d\.|died)\s?(?:in\s|on\s)?$", re.IGNORECASE)


def ask_dates(scene: Scene) -> Iterator[Draft | Passed]:
    """The drafts of every date, best form first."""
    for date in scene.facts.dates:
        at = scene.around(date.span)
        if at is None:
            continue
        yield from _of_life(scene, at, date)
        if _listed(scene, date):
            yield Passed(date, "is one of several dates in a row")
            continue
        words = scene.words(scene.sentences[at], date.span)
        if words:
            yield from _adverbial(scene, at, date, words)
            yield from _of_noun(scene, at, date, words)
            whole = bool(RECKONED.match(scene.document.text, date.span.end))
            yield from cloze_drafts(scene, at, date, date.span, written(date), whole=whole)


def written(date: Date) -> str:
    """A date as an answer: without the preposition and article it stands with."""
    text = re.sub(r"\s+", " ", date.text)
    text = re.sub(r"^(?:the year |the )", "", text)
    return text if not re.match(r"(?:between|from)\b", text, re.IGNORECASE) else text[0].lower() + text[1:]


def _when(date: Date, preposition: str) -> str:
    lead = preposition if preposition in PREPOSITIONS else "in"
    lead = {"at": "in", "about": "around", "within": "in"}.get(lead, lead)
    if date.end and re.match(r"(?:between|from)\b", date.text, re.IGNORECASE):
        return "Between which years" if date.grain == "year" else "Between which months"
    if date.end:
        return {"year": "In which years", "day": "On which days", "month": "In which months"}.get(date.grain, "When")
    if date.grain == "day":
        dated = re.search(r"\d{4}", date.text)
        lead = {"in": "on"}.get(lead, lead)
        return f"{lead} what {'date' if dated else 'day and month'}".capitalize()
    if date.grain == "month" and not re.search(r"\d{4}", date.text):
        return f"{lead} what month".capitalize()
    if date.modifier == "circa":
        return "Around what year"
    if date.modifier:
        return "Roughly when"
    return WHEN[date.grain].format(lead).capitalize()


def _adverbial(scene: Scene, at: int, date: Date, words: Sequence[Word]) -> Iterator[Draft]:
    """The date says when the verb it hangs on happened."""
    sentence = scene.sentences[at]
    phrase, preposition = _time_phrase(sentence, head_of(words), words)
    if phrase is None or RECKONED.match(scene.document.text, date.span.end):
        return
    found = scene.clause_of(sentence, phrase.i)
    verb = governor(sentence, phrase.i)
    if found is None or verb is None or verb.i != found.verb.i or phrase.i in found.subject:
        return
    if _dated_twice(scene, sentence, date, verb):
        return
    if phrase.head != verb.i and any(phrase.i in part for part in found.fronted):
        return
    above = sentence.words[phrase.head]
    if preposition and preposition not in PREPOSITIONS and preposition not in ("between", "of"):
        return
    if above.pos == "NOUN" and above.lemma in ("year", "period", "decade", "month", "time", "era"):
        return
    gone = set(sentence.subtree(phrase.i)) if _only_time(sentence, phrase, words) else {phrase.i, *(w.i for w in words)}
    gone |= {w.i for w in words}
    gone |= {
        i for i in [words[0].i - 1] if i >= 0 and sentence.words[i].lower in ("around", "about", "circa", "roughly")
    }
    question, standing = inverted(scene, at, found, _when(date, preposition), gone)
    if standing:
        yield judged(Draft(date, sentence, scene.passage(at), written(date), question), standing)


def _listed(scene: Scene, date: Date) -> bool:
    """Whether it is one of several dates in a row: "in 1969, 1974 and 1992"."""
    text, span = scene.document.text, date.span
    behind = re.match(r"\s*(?:,|,?\s(?:and|or))\s(?:in\s)?\d{3,4}\b(?!,\d)", text[span.end : span.end + 20])
    before = re.search(r"\d{3,4},?\s(?:(?:and|or)\s)?(?:in\s)?$", text[max(0, span.start - 20) : span.start])
    return bool(date.grain == "year" and (behind or before) and not date.end)


def _dated_twice(scene: Scene, sentence: Sentence, date: Date, verb: Word) -> bool:
    """Whether another date hangs on the same verb: a second event without a verb of its own."""
    for other in scene.dates_in(sentence.span):
        words = scene.words(sentence, other.span)
        if other is date or not words:
            continue
        phrase, _ = _time_phrase(sentence, head_of(words), words)
        if phrase is not None and phrase.head == verb.i:
            return True
    return False


def _time_phrase(sentence: Sentence, head: Word, words: Sequence[Word]) -> tuple[Word | None, str]:
    """The head of the adverbial a date makes, with its preposition; None if it modifies a noun."""
    above = sentence.words[head.head]
    first = words[0]
    if first.tag == "IN" and first.lower in ("between", "from"):
        return first, first.lower
    between = sentence.words[above.i + 1 : first.i]
    adjoining = above.i < head.i and all(w.pos in ("DET", "ADV", "ADJ", "PUNCT") for w in between)
    if above.pos in ("ADP", "SCONJ") and head.dep in ("pobj", "advcl", "pcomp") and adjoining:
        return above, above.lower
    if head.dep in ("npadvmod", "tmod", "advmod", "nmod") and above.pos in ("VERB", "AUX"):
        return head, ""
    if first.i > 0 and sentence.words[first.i - 1].pos == "ADP" and sentence.words[first.i - 1].lower in PREPOSITIONS:
        return (
            (sentence.words[first.i - 1], sentence.words[first.i - 1].lower)
            if head.pos == "NUM" or head.ent == "DATE"
            else (None, "")
        )
    return None, ""


def _only_time(sentence: Sentence, phrase: Word, words: Sequence[Word]) -> bool:
    inside = {w.i for w in words} | {phrase.i}
    extra = [
        i
        for i in sentence.subtree(phrase.i)
        if i not in inside and sentence.words[i].pos not in ("PUNCT", "DET", "ADV")
    ]
    return not extra


def _of_noun(scene: Scene, at: int, date: Date, words: Sequence[Word]) -> Iterator[Draft]:
    """The date is part of a name or noun phrase: "the 1828 Treaty of Turkmenchay"."""
    sentence = scene.sentences[at]
    noun = sentence.words[head_of(words).head]
    if noun.pos not in ("NOUN", "PROPN") or noun.lemma.lower() not in EVENTS or date.modifier:
        return
    gone = {w.i for w in words}
    phrase = [i for i in noun_phrase(sentence, noun.i, joined=False) if i not in gone]
    standing = scene.referents.stand(at, phrase)
    if standing is None or not _specific(sentence, phrase, noun):
        return
    text = scene.stated(at, phrase, standing)
    if sentence.words[phrase[0]].lower in ("a", "an"):
        return
    if not re.match(r"(?:the|his|her|their|its)\b|.*[’']s? ", text, re.IGNORECASE):
        text = f"the {text}"
    text = re.sub(r"^The\b", "the", text)
    before, after = EVENTS[noun.lemma.lower()]
    many = noun.tag in ("NNS", "NNPS")
    helper = before if before == "did" else ("were" if many else "was")
    question = asked(f"{_when(date, 'in')} {helper} {text} {after}")
    yield judged(Draft(date, sentence, scene.passage(at), written(date), question), standing)


def _specific(sentence: Sentence, phrase: Sequence[int], noun: Word) -> bool:
    return any(sentence.words[i].pos == "PROPN" and (i != noun.i or len(phrase) > 2) for i in phrase)


# Years: a shorter or longer span is no life but a term of office or a dynasty.
LIFE = range(15, 111)


def _a_life(date: Date, name: Person) -> bool:
    """Whether bare years behind a name are a life: not of a ruler or holder of an office, whose term they may be."""
    titled = set(name.roles) & HONORIFICS or re.search(r"\b[IVX]+$|\bthe\b|\bShah\b", name.name)
    plain = date.grain == "year" and not date.value.startswith("-")
    return plain and not titled and int(date.end) - int(date.value) in LIFE


def _of_life(scene: Scene, at: int, date: Date) -> Iterator[Draft]:
    """Years in parentheses behind a person's name: of a reign, a life, a birth or a death."""
    text = scene.document.text
    opening = text.rfind("(", max(0, date.span.start - 20), date.span.start)
    if opening < 0 or ")" in text[opening : date.span.start]:
        return
    lead = text[opening : date.span.start]
    name = scene.facts.people.before(opening, 2)
    if name is None or not text[date.span.end : date.span.end + 2].startswith((")", ";", ",")):
        return
    if REIGN.search(lead) and date.end:
        question = f"In which years did {name.name} reign?"
    elif BORN.search(lead):
        question = f"{_when(date, 'in')} was {name.name} born?"
    elif DIED.search(lead):
        question = f"{_when(date, 'in')} did {name.name} die?"
    elif date.end and lead.strip() == "(" and _a_life(date, name):
        question = f"From when to when did {name.name} live?"
    else:
        return
    yield Draft(date, scene.sentences[at], scene.passage(at), written(date), question)
