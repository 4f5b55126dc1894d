"""Asks for a date: when something happened, when a thing named with its year was, how long somebody reigned."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.documents.model import Span
from quiz.facts.model import Date, Sentence, Word
from quiz.facts.time_repair import counted_from
from quiz.questions.asking.fronting import bridged
from quiz.questions.asking.inversion import asked, beside_verb, inverted, judged
from quiz.questions.asking.told import told_parts
from quiz.questions.asking.which_one import which_one
from quiz.questions.clauses.clause import SUBJECTS, Clause, constituents, governor
from quiz.questions.clauses.plain_past import plain_past
from quiz.questions.clauses.reality import denied, supposed
from quiz.questions.clauses.when import day_of_what, when, written
from quiz.questions.clauses.wording import verb_group
from quiz.questions.draft import Draft, Passed
from quiz.questions.forms.ask_caption import of_caption
from quiz.questions.forms.ask_derived import of_derived
from quiz.questions.forms.ask_event import of_noun
from quiz.questions.forms.ask_fronted import ask_fronted
from quiz.questions.forms.ask_life import of_life
from quiz.questions.forms.ask_parenthesis import of_parenthesis
from quiz.questions.forms.ask_recommended import ask_recommended
from quiz.questions.forms.ask_role import of_role
from quiz.questions.forms.ask_saying import of_saying
from quiz.questions.forms.date_fit import (
    aside,
    begins,
    cuts_off,
    goes_on,
    half_told,
    needs_more,
    quoting,
    spoilt,
    unasked,
    untold,
    worthy,
)
from quiz.questions.forms.gap import cloze_drafts
from quiz.questions.forms.misfits import one_of_two
from quiz.questions.forms.time_clause import (
    MEANWHILE,
    affirmed,
    clause_before,
    denials_of,
    leading,
    of_sentence_before,
    opening_participle,
    told_before_cleft,
    told_by_document,
)
from quiz.questions.forms.time_pairs import RECKONED, second_time, told_again, unclear
from quiz.questions.forms.time_phrase import TimePhrase, by_so_much, time_head, time_phrase
from quiz.questions.scene import Scene, head_of

POINTS = frozenset(("", "in", "on", "at", "during"))
"""What leads a time at which something happened, not one that it had happened by."""
SUBJECTS_OF_TIME = {
    "year": "which year",
    "month": "which month",
    "season": "",
    "decade": "which decade",
    "century": "which century",
}
SEASONS = frozenset("spring summer autumn fall winter".split())
NOT_WHEN = frozenset("until till after before since by despite following than except".split())
"""What leads a noun whose own time the date tells."""
CAUSING = frozenset("see have make let".split())
"""Verbs whose time is that of what somebody does by them: "they had the congress declare war in March"."""
NEXT = 20
"""Characters before a year in which another of the same row may stand."""
YEAR_BEHIND = re.compile(r"\s*(?:,|,?\s(?:and|or))\s(?:in\s)?(?P<year>\d{3,4})\b(?!,\d)")
YEAR_BEFORE = re.compile(r"(?<![\d,.])(?P<year>\d{3,4})(?:,\s|,?\s(?:and|or)\s)(?:in\s)?$")
DATED = re.compile(r"^[IO]n what (?P<what>[a-z ]+?) (?P<be>is|are|was|were) (?P<whose>.+) dated\?$")


def ask_dates(scene: Scene) -> Iterator[Draft | Passed]:
    """The drafts of every date, best form first."""
    for found in scene.dates():
        date = replace(found, anchors=tuple(a for a in found.anchors if found.derived or scene.narrated(a)))
        at = scene.around(date.span)
        if at is None:
            continue
        if date.span in scene.doubted:
            yield Passed(date, "is of a year in doubt")
            continue
        if reason := unasked(scene, date, scene.sentences[at]) or unclear(scene, date, scene.sentences[at]):
            yield Passed(date, reason)
            continue
        if date.derived:
            yield from of_derived(scene, at, date)
            continue
        yield from of_life(scene, at, date)
        yield from of_parenthesis(scene, at, date)
        if _listed(scene, at, date):
            yield Passed(date, "is one of several dates in a row")
            continue
        words = scene.words(scene.sentences[at], date.span)
        if words:
            if _says_little(scene, at, date, words):
                yield Passed(date, "tells too little, or of no one")
                continue
            yield from of_caption(scene, at, date, words)
            yield from _adverbial(scene, at, date, words)
            yield from of_noun(scene, at, date, words)
            yield from ask_fronted(scene, at, date, words)
            yield from of_role(scene, at, date, words)
            yield from of_saying(scene, at, date, words)
            yield from ask_recommended(scene, at, date, words)
            yield from of_sentence_before(scene, at, date, words)
            yield from _of_subject(scene, at, date, words)
            if aside(scene.sentences[at], words[0]):
                continue
            whole = bool(RECKONED.match(scene.document.text, date.span.end))
            yield from worthy(cloze_drafts(scene, at, date, date.span, written(date), whole=whole))


def _says_little(scene: Scene, at: int, date: Date, words: Sequence[Word]) -> bool:
    """Whether the clause of a date says too little without it."""
    sentence = scene.sentences[at]
    found, phrase = scene.clause_of(sentence, words[0].i), time_phrase(sentence, words)
    if found is None:
        return False
    gone = phrase.gone if phrase else {w.i for w in words}
    preposition = phrase.preposition if phrase else ""
    return needs_more(found, gone) or spoilt(found, preposition) or cuts_off(found, date, preposition)


def _adverbial(scene: Scene, at: int, date: Date, words: Sequence[Word]) -> Iterator[Draft]:
    """The date says when the verb it hangs on happened."""
    sentence = scene.sentences[at]
    phrase = None if supposed(sentence, words[0].i) else time_phrase(sentence, words)
    found = _dated_clause(scene, sentence, date, phrase, words) if phrase else None
    if phrase is None or found is None:
        return
    preposition = leading(found, date, phrase)
    if preposition is None:
        return
    second = second_time(scene, sentence, words)
    if (not second and one_of_two(found, phrase.top)) or untold(found, preposition):
        return
    if preposition in ("until", "till") and (denials := denials_of(sentence, found, phrase.top)):
        found = affirmed(found, denials)
        preposition = "in"
    clause = denied(found, words[0].i)
    if clause is None:
        return
    found = plain_past(clause) if preposition in POINTS else clause
    gone = phrase.gone | _other_times(scene, sentence, found, words) | second | told_again(scene, sentence, date)
    gone |= {w.i for w in sentence.words[words[-1].i + 1 : words[-1].i + 2] if w.lower == "alone"}
    if (preposition == "from" and begins(found, gone)) or quoting(found):
        return
    question, standing = inverted(scene, at, found, (_lead(date, phrase, preposition),), gone)
    if standing and not half_told(date, question):
        draft = Draft(date, sentence, scene.passage(at), written(date), DATED.sub(_borne, question))
        draft = judged(replace(draft, evidence=scene.told_by(at, date.anchors)), standing)
        if told := which_one(scene, at, found, draft):
            yield told


def _lead(date: Date, phrase: TimePhrase, preposition: str) -> str:
    """What opens the question: "In what year", "On the night of what date", "As early as what year"."""
    lead = f"On the {phrase.part}what {day_of_what(date)}" if phrase.part else when(date, preposition)
    return f"{phrase.lead[0].upper()}{phrase.lead[1:]} {lead.partition(' ')[2]}" if phrase.lead else lead


def _borne(found: re.Match[str]) -> str:
    """A letter or patent that is dated bears its date."""
    does = {"is": "does", "are": "do"}.get(found["be"], "did")
    return f"What {found['what']} {does} {found['whose']} bear?"


def _dated_clause(
    scene: Scene, sentence: Sentence, date: Date, phrase: TimePhrase, words: Sequence[Word]
) -> Clause | None:
    """The clause whose time an adverbial tells; None where that is in doubt."""
    elsewhere = (
        told_before_cleft(scene, sentence, phrase.top)
        or clause_before(scene, sentence, phrase, words)
        or opening_participle(scene, sentence, phrase)
    )
    if elsewhere:
        return elsewhere
    found, verb = scene.clause_of(sentence, phrase.top.i), governor(sentence, phrase.top.i)
    if found is None or verb is None or phrase.top.i in found.subject:
        return found if found and told_by_document(found, phrase) else None
    if not _tells_when(sentence, phrase.top, verb, found):
        return None
    if phrase.preposition == "since" and not goes_on(found):
        return None
    return None if _dated_twice(scene, sentence, date, verb, phrase.preposition) else found


def _other_times(scene: Scene, sentence: Sentence, found: Clause, words: Sequence[Word]) -> set[int]:
    """The dates of clauses that tell when it was: "after he had sailed on 4 May"."""
    dates = [w.i for d in scene.dates_in(sentence.span) for w in scene.words(sentence, d.span) if not d.derived]
    inside = {w.i for w in words}
    out: set[int] = set()
    for part in found.rest:
        clausal = any(sentence.words[i].dep == "advcl" and sentence.words[i].head == found.verb.i for i in part)
        if clausal and not inside & {*part} and {*dates} & {*part}:
            out |= {i for k in {*dates} & {*part} for i in sentence.subtree(_time_told(sentence, k))}
    return out


def _time_told(sentence: Sentence, i: int) -> int:
    """The top of the phrase a date stands in: "on" of "on the night of 4 May"."""
    at = sentence.words[i]
    while sentence.words[at.head].pos not in ("VERB", "AUX") and at.head != at.i:
        at = sentence.words[at.head]
    return at.i


def _of_subject(scene: Scene, at: int, date: Date, words: Sequence[Word]) -> Iterator[Draft]:
    """The date is all of the subject: "1959 was the driest year", "The year 1950 marked ..."."""
    sentence = scene.sentences[at]
    found = scene.clause_of(sentence, words[-1].i) or _opened_by(sentence, words)
    inside = {w.i for w in words}
    if not found or not found.finite or date.end or date.modifier or date.grain not in SUBJECTS_OF_TIME:
        return
    if any(i not in inside and sentence.words[i].lower not in ("the", "year") for i in found.subject):
        return
    if not inside & set(found.subject):
        return
    season = next((w.lower for w in words if w.lower in SEASONS), "")
    lead = f"the {season} of which year" if season else SUBJECTS_OF_TIME[date.grain]
    told = told_parts(scene, at, found, inside)
    group = sorted({*(a.i for a in told.auxiliaries), *beside_verb(told, inside), told.verb.i})
    rest = [*group, *(i for part in told.rest for i in part)]
    standing = scene.referents.stand(at, rest)
    if standing and verb_group(found):
        question = asked(f"{lead[0].upper()}{lead[1:]} {scene.stated(at, rest, standing)}")
        answer = date.value[: len("2022")] if season else written(date)
        yield judged(Draft(date, sentence, scene.passage(at), answer, question), standing)


def _opened_by(sentence: Sentence, words: Sequence[Word]) -> Clause | None:
    """The clause of a date before the verb that the parser took for no subject: "June 1858 was the warmest month"."""
    verb = sentence.root()
    if words[0].i or verb.i != words[-1].i + 1 or verb.lemma != "be" or sentence.kids(verb.i, *SUBJECTS):
        return None
    subject = {w.i for w in words}
    return Clause(sentence, verb, (), tuple(subject), (), constituents(sentence, verb, subject)[1], finite=True)


def _tells_when(sentence: Sentence, phrase: Word, verb: Word, found: Clause) -> bool:
    """Whether a time tells when the verb happened, though the parser hung it on a noun behind it."""
    if found.verb.lemma in CAUSING and verb.head == found.verb.i and verb.dep in ("ccomp", "xcomp"):
        return found.verb.lemma == "see" or verb.tag == "VB"
    if counted_from(sentence.words, sentence.words[phrase.head]):
        return False
    if bridged(sentence, phrase, found.verb) == set():
        return True
    at = sentence.words[phrase.head]
    while at.i not in (verb.i, at.head):
        if at.dep == "prep" and at.lower in NOT_WHEN and not by_so_much(sentence, at):
            return False
        at = sentence.words[at.head]
    fronted = next((part for part in found.fronted if phrase.i in part), None)
    return verb.i == found.verb.i and (fronted is None or sentence.words[fronted[0]].lower in MEANWHILE)


def _listed(scene: Scene, at: int, date: Date) -> bool:
    """Whether it is one of several dates in a row that tell of one verb: "in 1969, 1974 and 1992"."""
    text, span = scene.document.text, date.span
    if date.grain != "year" or date.end:
        return False
    beside = (YEAR_BEHIND.match(text, span.end), YEAR_BEFORE.search(text, max(0, span.start - NEXT), span.start))
    own = _verb(scene, at, date.span)
    return any(year and own == _verb(scene, at, Span(*year.span("year"))) for year in beside)


def _verb(scene: Scene, at: int, span: Span) -> int:
    """The number of the verb whose time a date may tell; -1 where no word of the sentence stands there."""
    words = scene.words(scene.sentences[at], span)
    verb = governor(scene.sentences[at], head_of(words).i) if words else None
    return verb.i if verb else -1


def _dated_twice(scene: Scene, sentence: Sentence, date: Date, verb: Word, preposition: str) -> bool:
    """Whether another date hangs on the same verb: a second event without a verb of its own."""
    apart = second_time(scene, sentence, scene.words(sentence, date.span))
    for other in scene.dates_in(sentence.span):
        words = scene.words(sentence, other.span)
        if other.span == date.span or other.derived or not words or words[0].i in apart:
            continue
        phrase, other_preposition = time_head(sentence, head_of(words), words)
        ends = {preposition, other_preposition}
        if other_preposition == "since" and preposition != "since" and verb.tag == "VBD":
            continue
        if "from" in ends and ends & {"to", "until", "till", "through"}:
            continue
        if phrase is not None and phrase.head == verb.i:
            return True
    return False
