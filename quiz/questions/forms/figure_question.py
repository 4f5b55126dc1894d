"""Asks for a figure with a question of its clause: "How many ships did she build?", "How many ships were built?"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.facts.model import Figure, Sentence, Word
from quiz.facts.unit_words import TIME_UNITS
from quiz.questions.answers.written import STRICT, answer_of, bare_answer
from quiz.questions.asking.described import FOCUS
from quiz.questions.asking.elided import Understood, understood
from quiz.questions.asking.fronting import EXPECTING, bridged, fronted
from quiz.questions.asking.interrogative import interrogative
from quiz.questions.asking.inversion import asked, beside_verb, inverted, judged, opening, usable
from quiz.questions.asking.lead import Interrogative
from quiz.questions.asking.rated import rated
from quiz.questions.asking.told import told_parts
from quiz.questions.clauses.clause import SUBJECTS, Clause, clause, governor
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.clauses.reality import claimer, denied, supposed
from quiz.questions.clauses.wording import verb_group
from quiz.questions.draft import Draft
from quiz.questions.forms.ask_aim import ask_aim
from quiz.questions.forms.misfits import paired, unfit
from quiz.questions.reference.replaced import Standing
from quiz.questions.scene import Scene

# Points a question loses that opens with more than the figure: "A fleet of how many ships ...".
NESTED = 5
# Words that are little to carry there ("the shores of"), and the points lost with more.
LIGHT = 3
HEAVY = 22
COMES_TO = re.compile(r"^To (how (?:much|many)\b.*?) (come|amount|add up)\b(.*)$")
"""A sum is what something comes to."""
OBJECTIVE = {"he": "him", "she": "her", "they": "them", "we": "us", "i": "me"}
ATTRIBUTED = 4
"""Points less for what the text may tell as so, but says is somebody's."""


def figure_questions(scene: Scene, at: int, figure: Figure, words: Sequence[Word]) -> Iterator[Draft]:
    """The question of the clause a figure stands in, and that of what somebody claims, as theirs."""
    sentence = scene.sentences[at]
    if paired(sentence, figure, words):
        return
    if supposed(sentence, words[0].i):
        yield from ask_aim(scene, at, figure, words)
        return
    core = rated(sentence, figure, interrogative(sentence, figure, words))
    known = None if core else understood(scene, at, figure, words)
    if known and known.asked.lead[0] == "how much":
        return
    core = known.asked if known else core
    core = core and _stressed(sentence, bounded(core, figure), words[0])
    phrase = core and fronted(sentence, core)
    if not phrase or _restated(sentence, words[0]):
        return
    phrase = _parted(sentence, phrase)
    if found := scene.clause_of(sentence, phrase.top.i):
        found = _completed(found, known) if known else found
        for draft in _asked_of(scene, at, figure, words, phrase, found):
            yield replace(draft, evidence=(*draft.evidence, *known.told)) if known else draft
    if not known:
        yield from _as_claimed(scene, at, figure, words, phrase)


def _stressed(sentence: Sentence, core: Interrogative, number: Word) -> Interrogative:
    """The phrase with the word that stresses its number, which is not said again: "just four were for it"."""
    before = sentence.words[number.i - 1] if number.i else number
    stressed = before.i != number.i and before.lower in FOCUS and before.pos == "ADV"
    return replace(core, gone=core.gone | {before.i}) if stressed else core


def _completed(found: Clause, known: Understood) -> Clause:
    """A clause without what belongs to the figure its own is told like, and with the time of both."""
    rest = tuple(part for part in found.rest if not known.gone & {*part} or known.asked.top.i in part)
    said = any({*known.time} <= {*part} for part in (*found.fronted, *rest))
    return replace(found, rest=rest if said or not known.time else (*rest, known.time))


def _asked_of(
    scene: Scene, at: int, figure: Figure, words: Sequence[Word], phrase: Interrogative, found: Clause
) -> Iterator[Draft]:
    """The question of one clause."""
    sentence = scene.sentences[at]
    told = denied(found, words[0].i)
    if phrase.top.dep == "attr" and sentence.words[found.subject[0]].tag == "EX":
        return
    if told is None or (figure.unit in TIME_UNITS and phrase.lead[0] == "in" and not _took(told, phrase, words[0])):
        return
    if unfit(told, phrase, words[0]) or _heavy(phrase) or _tangled(sentence, phrase):
        return
    if phrase.top.dep in SUBJECTS or phrase.top.i in told.subject:
        text, standing = _of_subject(scene, at, told, phrase)
    else:
        out = bridged(sentence, phrase.top, told.verb)
        if out is None or not told.holding(phrase.top.i):
            return
        text, standing = inverted(scene, at, told, phrase.lead, phrase.gone | out)
        text = COMES_TO.sub(r"\1 \2 to\3", text)
    if standing:
        text = text[:1].upper() + text[1:]
        draft = judged(Draft(figure, sentence, scene.passage(at), bare_answer(figure), text), standing)
        draft = replace(draft, accept=() if draft.answer == answer_of(figure) else (answer_of(figure),))
        yield draft.less(_burden(phrase), "fronted with its noun") if phrase.nested else draft


def _as_claimed(scene: Scene, at: int, figure: Figure, words: Sequence[Word], phrase: Interrogative) -> Iterator[Draft]:
    """What somebody says or believes, asked as theirs: "According to Pires, how many languages could be heard?"."""
    sentence = scene.sentences[at]
    verb = governor(sentence, phrase.top.i)
    while verb is not None and verb.dep == "xcomp":
        verb = sentence.words[verb.head]
    who = verb and claimer(sentence, verb)
    found = clause(sentence, verb, claimed=True) if verb and who else None
    if not verb or not who or not found or not isinstance(phrase.lead[0], str):
        return
    bare = who.pos == "NOUN" and not sentence.kids(who.i, "det", "poss")
    if bare and not scene.facts.people.mentioned(who.start, who.end):
        return
    source = [i for i in noun_phrase(sentence, who.i) if i < sentence.words[verb.head].i]
    standing = scene.referents.stand(at, source)
    if standing is None or standing.narrated:
        return
    name = scene.stated(at, source, standing)
    for draft in _asked_of(scene, at, figure, words, phrase, found):
        if name in draft.question:
            return
        text = f"According to {OBJECTIVE.get(name.lower(), name)}, {draft.question[0].lower()}{draft.question[1:]}"
        yield judged(replace(draft, question=text), standing).less(ATTRIBUTED, "as somebody says")


def _restated(sentence: Sentence, number: Word) -> bool:
    """Whether a figure tells another once more: "one parsec away, or 3.26 light-years"."""
    before = [w.text for w in sentence.words[max(0, number.i - 2) : number.i]]
    return before == [",", "or"]


def _parted(sentence: Sentence, phrase: Interrogative) -> Interrogative:
    """The phrase without what somebody expects of its things: "expects 600 homes to need repair"."""
    verb = sentence.words[phrase.top.head]
    kept = [w for w in sentence.kids(phrase.top.i, "acl", "relcl") if w.tag == "VB" and w.i > phrase.top.i]
    if verb.lemma not in EXPECTING or not kept:
        return phrase
    behind = {i for w in kept for i in sentence.subtree(w.i)}
    return replace(phrase, lead=tuple(part for part in phrase.lead if part not in behind), gone=phrase.gone - behind)


RELATIVE = frozenset("following past next last first preceding previous coming only time".split())


def _took(found: Clause, phrase: Interrogative, number: Word) -> bool:
    """Whether a time is how long something took, not since when it was the first or what followed."""
    words = found.sentence.words
    superlative = any(w.tag == "JJS" or w.lower in RELATIVE for w in words[: number.i])
    bound = number.i > 0 and words[number.i - 1].lower == "the"
    return phrase.top.head == found.verb.i and found.verb.tag in ("VBD", "VBN") and not (superlative or bound)


LONGEST_LEAD = 12
"""Words before the verb of a question at most."""


def _heavy(phrase: Interrogative) -> bool:
    """Whether more goes before the verb than a reader takes in."""
    before = sum(1 if isinstance(part, int) else len(part.split()) for part in phrase.lead)
    return before > LONGEST_LEAD and phrase.top.dep not in SUBJECTS


def _tangled(sentence: Sentence, phrase: Interrogative) -> bool:
    """Whether a noun goes to the front with another one and a clause: "Tickets for how many halls let by firms"."""
    told = [sentence.words[part] for part in phrase.lead if isinstance(part, int)]
    return bool(phrase.nested) and phrase.top.dep not in SUBJECTS and any(w.dep in ("acl", "relcl") for w in told)


def _burden(phrase: Interrogative) -> int:
    """The points a question loses by what goes to the front before "how many"."""
    before = next((n for n, part in enumerate(phrase.lead) if not isinstance(part, int) and len(part.split()) > 1), 0)
    return NESTED if before <= LIGHT or phrase.top.dep in SUBJECTS else HEAVY


def bounded(core: Interrogative, figure: Figure) -> Interrogative:
    """The phrase with the bound of its figure: "more than how many"; "under" and its like once."""
    bound = figure.bound.lower()
    first = core.lead[0]
    if (
        bound not in STRICT
        or not isinstance(first, str)
        or not first.startswith(("how many", "how much", "how long", "what"))
    ):
        return core
    return replace(core, lead=(f"{bound} {first}", *core.lead[1:]))


def _of_subject(scene: Scene, at: int, found: Clause, phrase: Interrogative) -> tuple[str, Standing | None]:
    """The figure stands in the subject: "How many diplomats were killed?", without inversion."""
    sentence = scene.sentences[at]
    more = [i for i in found.subject if i not in phrase.gone]
    last = max((i for i in phrase.lead if isinstance(i, int)), default=phrase.top.i)
    heads = phrase.top.dep in SUBJECTS
    if verb_group(found) is None or not found.finite or not heads or any(i < last for i in more):
        return "", None
    found = told_parts(scene, at, found, set(phrase.gone))
    rest = [i for part in found.rest for i in part]
    fronted = [
        i
        for part in found.fronted
        for i in part
        if i not in phrase.gone and (usable(sentence, part) or scene.spelled(sentence, part))
    ]
    beside = [i for i in beside_verb(found, set(phrase.gone)) if sentence.words[i].lower not in FOCUS]
    denials = [w.i for w in sentence.kids(found.verb.i, "neg")] if found.denied else []
    behind = [*sorted({*(a.i for a in found.auxiliaries), *denials, *beside, found.verb.i}), *rest]
    lead = (*phrase.lead, *more)
    shown = [*(i for i in lead if isinstance(i, int)), *behind, *fronted]
    standing = scene.referents.stand(at, shown)
    if standing is None:
        return "", None
    standing.of = sentence
    standing.shown, standing.gone = tuple(shown), frozenset(phrase.gone)
    parts = (
        opening(scene, at, lead, standing),
        scene.stated(at, behind, standing, pauses={i for i in behind if i + 2 in behind}),
        scene.stated(at, fronted, standing),
    )
    return asked(" ".join(p for p in parts if p)), standing
