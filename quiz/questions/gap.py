"""The cloze: a passage with a gap where the answer stands, shortened to the clause where that stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace

from quiz.documents.model import Span
from quiz.facts.model import Date, Figure, Sentence, Word
from quiz.questions.clause import Clause, unreal
from quiz.questions.draft import Draft
from quiz.questions.inversion import doubted, says_nothing, told_parts
from quiz.questions.scene import Scene
from quiz.questions.standing import Standing
from quiz.questions.wording import render

LONGEST = 45
LOST = 25
OPENING = re.compile(
    r"^(?:however|but|and|yet|still|thus|indeed|moreover|furthermore|therefore|nevertheless|meanwhile|then|so|also|"
    r"for example|for instance|in fact|of course|after all|as a result|in addition)\b,?\s+",
    re.IGNORECASE,
)


def cloze_drafts(
    scene: Scene, at: int, fact: Date | Figure, span: Span, answer: str, *, whole: bool = False
) -> Iterator[Draft]:
    """A draft that gaps the clause of a fact, else (or with `whole`) its sentence, where either stands alone."""
    sentence = scene.sentences[at]
    words = scene.words(sentence, span)
    if not words or unreal(sentence, words[0].i):
        return
    found = None if whole else scene.clause_of(sentence, words[0].i)
    kept = [w.i for w in sentence.words]
    if found and says_nothing(found, {w.i for w in words}):
        return
    if found:
        found = told_parts(scene, at, found, {w.i for w in words})
    choices: list[tuple[Sequence[int], Sequence[int]]] = []
    if found and _tells(found, words) and all(w.i in found.words() for w in words):
        choices.append((found.words(), found.subject))
    choices.append((kept, ()))
    for choice, subject in choices:
        standing = scene.referents.stand(at, choice)
        if standing is None:
            continue
        whole = any(sentence.words[i - 1].text == "," and i - 1 not in subject for i in subject[1:])
        ends = {part[-1] for part in found.fronted} if found else set()
        pauses = {i for i in choice if i + 2 in choice or i in ends}
        pauses = pauses if whole else pauses.difference(subject[-1:])
        lost = found.lost if found and choice is not kept else ""
        draft = _draft(scene, at, fact, choice, [w.i for w in words], answer, standing, pauses, lost)
        if draft:
            yield draft
            return


def _tells(found: Clause, words: Sequence[Word]) -> bool:
    """Whether a clause makes a sentence of its own: finite, subject first, and something said."""
    return found.finite and found.subject[0] < found.verb.i and not says_nothing(found, {w.i for w in words})


def _draft(
    scene: Scene,
    at: int,
    fact: Date | Figure,
    kept: Sequence[int],
    gap: Sequence[int],
    answer: str,
    standing: Standing,
    pauses: AbstractSet[int],
    lost: str,
) -> Draft | None:
    sentence = scene.sentences[at]
    shown = _gapped(scene, sentence, kept, gap, standing, pauses)
    words = shown.split()
    if shown.count("{{") != 1 or len(words) > LONGEST or len(words) < 6:
        return None
    draft = Draft(fact, sentence, scene.passage(at), answer, cloze=shown, score=80, reasons=("cloze",))
    draft = replace(draft, evidence=tuple(s.span for s in standing.evidence))
    if lost:
        draft = draft.less(LOST, f"without its {lost}")
    draft = doubted(draft, standing)
    return draft.less(10, "long") if len(words) > 35 else draft


def _gapped(
    scene: Scene,
    sentence: Sentence,
    kept: Sequence[int],
    gap: Sequence[int],
    standing: Standing,
    pauses: AbstractSet[int],
) -> str:
    text = scene.document.text
    first, last = sentence.words[gap[0]], sentence.words[gap[-1]]
    covered = set(range(gap[0], gap[-1] + 1))
    instead = {**standing.instead, **dict.fromkeys(covered, "")}
    instead[gap[0]] = "{{" + re.sub(r"\s+", " ", text[first.start : last.end]) + "}}"
    shown = render(scene.document, sentence, kept, instead, pauses)
    shown = OPENING.sub("", shown)
    shown = re.sub(r"\b([Aa])n? (?=\{\{\w)", r"\1(n) ", shown)
    at = 2 if shown.startswith("{{") else 0
    shown = shown[:at] + shown[at : at + 1].upper() + shown[at + 1 :]
    return shown if re.search(r"[.!?][”’\"]?$", shown) else shown + "."
