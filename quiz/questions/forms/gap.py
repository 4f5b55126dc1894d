"""The cloze: a passage with a gap where the answer stands, or with what asks for it there, shortened to its clause."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from quiz.documents.model import Span
from quiz.facts.model import Date, Figure, Sentence, Word
from quiz.questions.answers.written import answer_of, bare_answer
from quiz.questions.asking.inversion import asked, doubted
from quiz.questions.asking.little import tells_little
from quiz.questions.asking.told import told_parts
from quiz.questions.asking.which_one import possessed
from quiz.questions.clauses.clause import SUBJECTS, Clause
from quiz.questions.clauses.reality import unreal
from quiz.questions.clauses.when import written
from quiz.questions.clauses.wording import render
from quiz.questions.draft import IN_PLACE, Draft
from quiz.questions.forms.gap_clear import clear
from quiz.questions.forms.gap_fit import fills, gap_fits, reads_in_place, stands, without_openings
from quiz.questions.forms.in_place import LONGEST as LONGEST_IN_PLACE
from quiz.questions.forms.in_place import in_list, in_place
from quiz.questions.forms.incidental import unsaid
from quiz.questions.forms.pointing_back import points_back, torn_list
from quiz.questions.forms.shown_part import main_part, other_halves, shortened
from quiz.questions.forms.unaskable import of_quantity
from quiz.questions.reference.replaced import Standing
from quiz.questions.scene import Scene

# What shows that only half of a number would be asked: the "seventy" of "seventy-fifth".
HALF_BEHIND = re.compile(r"-(?:first|second|third|[a-z]+th|one|two|three|four|five|six|seven|eight|nine)\b")
HALF_BEFORE = re.compile(r"\b(?:twen|thir|for|fif|six|seven|eigh|nine)ty-$")
LENGTH = len("seventy-") + 1
LOST = 25
FINITE = ("VBD", "VBZ", "VBP", "MD")
MOST = 84
"""Points that a draft made here has at most: where a better one is known of its fact, none is made."""
OPENING = re.compile(
    r"^(?:however|but|and|yet|still|thus|indeed|moreover|furthermore|therefore|nevertheless|meanwhile|then|so|also|"
    r"for example|for instance|in fact|of course|after all|as a result|in addition|in return|in turn|in response|"
    r"instead|even so|in contrast|by contrast|in comparison|in consequence|on the other hand|in the end|eventually|"
    r"similarly|likewise|hence|accordingly|besides|finally)\b(?! of\b| to\b),?\s+",
    re.IGNORECASE,
)


def cloze_drafts(
    scene: Scene, at: int, fact: Date | Figure, span: Span, answer: str, *, whole: bool = False
) -> Iterator[Draft]:
    """Drafts that gap the clause of a fact, else (or with `whole`) its sentence, where either stands alone.

    Before the gap comes the question in its place, where English can ask there. Behind a passage neither is made.
    """
    if scene.wanted is not None:
        return
    sentence = scene.sentences[at]
    words = scene.words(sentence, span)
    if scene.asked(fact, MOST) or not words or unreal(sentence, words[0].i):
        return
    found = None if whole else scene.clause_of(sentence, words[0].i)
    gap = {w.i for w in words}
    if found and ((isinstance(fact, Figure) and of_quantity(found)) or tells_little(found, gap)):
        return
    if found:
        found = told_parts(scene, at, found, gap)
        found = replace(found, rest=tuple(part for part in found.rest if _behind(found, part)))
    for chosen, subject in _choices(sentence, words, found, whole=whole):
        kept = without_openings(sentence, shortened(sentence, chosen, words))
        stretch = _stretch(scene, at, kept, gap, found, subject) if stands(sentence, kept, subject) else None
        if stretch is None:
            continue
        if len(chosen) == len(sentence.words):
            stretch = replace(stretch, lost="")
        start = subject[0] if subject else _start_of_subject(sentence, kept)
        if question := _asked_in_place(scene, at, fact, words, stretch, start):
            yield question
        if draft := _draft(scene, at, fact, [w.i for w in words], answer, stretch):
            yield draft
            return


def _choices(
    sentence: Sentence, words: Sequence[Word], found: Clause | None, *, whole: bool
) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """The words that might be shown, with those of the subject where they are a clause's: the fewest first."""
    gap = {w.i for w in words}
    if found and _tells(found) and gap <= {*found.words()}:
        yield found.words(), found.subject
    kept = [w.i for w in sentence.words]
    parts = (kept,) if whole else (main_part(sentence, words), kept)
    others = set() if whole else other_halves(sentence, gap)
    if others:
        yield from ((sorted({*part} - others), ()) for part in parts)
    yield from ((part, ()) for part in parts if part is kept or len(part) < len(kept))


def _stretch(
    scene: Scene, at: int, kept: Sequence[int], gap: AbstractSet[int], found: Clause | None, subject: Sequence[int]
) -> _Stretch | None:
    """The words shown as they stand alone; None where something in them points elsewhere."""
    sentence = scene.sentences[at]
    standing = scene.referents.stand(at, kept)
    if standing is None:
        return None
    standing.of = sentence
    standing.instead |= possessed(sentence, [i for i in kept if i in {*subject}], standing)
    standing.shown, standing.gone = tuple(kept), frozenset(gap)
    apart = any(sentence.words[i - 1].text == "," and i - 1 not in subject for i in subject[1:])
    ends = {part[-1] for part in found.fronted} if found else set()
    pauses = {i for i in kept if (i + 2 in kept and sentence.words[i + 2].tag != "WP$") or i in ends}
    pauses = pauses if apart else pauses.difference(subject[-1:])
    return _Stretch(kept, standing, frozenset(pauses), found.lost if found else "")


def _behind(found: Clause, part: Sequence[int]) -> bool:
    """Whether a part stands behind the verb, or denies it."""
    return part[0] > found.verb.i or found.sentence.words[part[0]].dep == "neg"


def _tells(found: Clause) -> bool:
    """Whether a clause makes a sentence of its own: finite, its subject first, and no "there"."""
    return found.finite and found.sentence.words[found.subject[0]].tag != "EX" and found.subject[0] < found.verb.i


def _start_of_subject(sentence: Sentence, kept: Sequence[int]) -> int:
    """Where the subject begins of the main verb or, where that is not kept, of the first verb that is."""
    inside, root = set(kept), sentence.root().i
    own = [w for w in sentence.words if w.dep in SUBJECTS and w.i in inside and (w.head == root or root not in inside)]
    return sentence.subtree(own[0].i)[0] if own else len(sentence.words)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The words shown of a sentence, how they stand alone, where they pause, and the time left out with others."""

    kept: Sequence[int]
    standing: Standing
    pauses: AbstractSet[int]
    lost: str


def _draft(
    scene: Scene, at: int, fact: Date | Figure, gap: Sequence[int], answer: str, stretch: _Stretch
) -> Draft | None:
    sentence = scene.sentences[at]
    text, first, last = scene.document.text, sentence.words[gap[0]], sentence.words[gap[-1]]
    if isinstance(fact, Figure) and (
        _unclear(sentence, fact, [sentence.words[i] for i in gap], stretch.kept) or _worked_out(scene, at, fact)
    ):
        return None
    if HALF_BEFORE.search(text[max(0, first.start - LENGTH) : first.start]) or HALF_BEHIND.match(text, last.end):
        return None
    shown = _gapped(scene, sentence, gap, answer, stretch)
    words = shown.split()
    if shown.count("{{") != 1 or len(words) < 6 or not gap_fits(sentence, fact, gap, stretch.kept, shown):
        return None
    if points_back(sentence, stretch.kept, shown) or torn_list(sentence, stretch.kept):
        return None
    if not clear(scene, sentence, fact, gap, stretch.kept):
        return None
    draft = Draft(fact, sentence, scene.passage(at), answer, cloze=shown, score=80, reasons=("cloze",))
    draft = _weighed(draft, stretch)
    if text[sentence.span.start].islower() and not any(w.tag in FINITE for w in sentence.words):
        draft = draft.less(LOST, "goes on a sentence before")
    return draft


def _unclear(sentence: Sentence, figure: Figure, words: Sequence[Word], kept: Sequence[int]) -> bool:
    """Whether a gap would not show what is wanted, or stands where no question does either."""
    return unsaid(sentence, figure, words) or in_list(sentence, figure, words, kept)


def _worked_out(scene: Scene, at: int, figure: Figure) -> bool:
    """Whether how many times or by what part something grew follows from the two amounts told with it."""
    if figure.unit not in ("multiple", "share"):
        return False
    others = [
        f for f in scene.figures_in(scene.sentences[at].span) if f.unit.startswith("money") or f.unit == "percent"
    ]
    return len(others) > 1 and len({f.unit for f in others}) == 1


def _weighed(draft: Draft, stretch: _Stretch) -> Draft:
    """The draft with the evidence of its references, worth less for each doubt."""
    draft = replace(draft, evidence=tuple(s.span for s in stretch.standing.evidence))
    if stretch.lost:
        draft = draft.less(LOST, f"without its {stretch.lost}")
    return doubted(draft, stretch.standing)


def _asked_in_place(
    scene: Scene, at: int, fact: Date | Figure, words: Sequence[Word], stretch: _Stretch, start: int
) -> Draft | None:
    sentence = scene.sentences[at]
    fit = words[0].i >= start and fills(sentence, fact, [w.i for w in words])
    instead = in_place(sentence, fact, words, stretch.kept) if fit else None
    if instead is None:
        return None
    shown = render(scene.document, sentence, stretch.kept, {**stretch.standing.instead, **instead}, stretch.pauses)
    shown = asked(OPENING.sub("", shown))
    unsure = isinstance(fact, Figure) and stretch.standing.doubts
    clumsy = len(shown.split()) > LONGEST_IN_PLACE or not reads_in_place(sentence, words, stretch.kept, shown)
    if clumsy or unsure or points_back(sentence, stretch.kept, shown) or torn_list(sentence, stretch.kept):
        return None
    answer = bare_answer(fact) if isinstance(fact, Figure) else written(fact)
    draft = Draft(fact, sentence, scene.passage(at), answer, shown[:1].upper() + shown[1:], score=MOST)
    draft = replace(draft, reasons=(IN_PLACE,))
    if isinstance(fact, Figure) and answer != answer_of(fact):
        draft = replace(draft, accept=(answer_of(fact),))
    return _weighed(draft, stretch)


def _gapped(scene: Scene, sentence: Sentence, gap: Sequence[int], answer: str, stretch: _Stretch) -> str:
    """The words shown with the gap; the article of an answer told without it stands before."""
    text = scene.document.text
    first, last = sentence.words[gap[0]], sentence.words[gap[-1]]
    covered = set(range(gap[0], gap[-1] + 1))
    instead = {**stretch.standing.instead, **dict.fromkeys(covered, "")}
    told = re.sub(r"\s+", " ", text[first.start : last.end])
    article = "the " if told.lower() == f"the {answer.lower()}" else ""
    instead[gap[0]] = article + "{{" + told[len(article) :] + "}}"
    shown = render(scene.document, sentence, stretch.kept, instead, stretch.pauses)
    shown = OPENING.sub("", shown)
    shown = re.sub(r"\b([Aa])n? (?=\{\{\w)", r"\1(n) ", shown)
    at = 2 if shown.startswith("{{") else 0
    shown = shown[:at] + shown[at : at + 1].upper() + shown[at + 1 :]
    return shown if re.search(r"[.!?][”’\"]?$", shown) else shown + "."
