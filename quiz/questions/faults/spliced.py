"""Whether a draft runs together what its sentence keeps apart: the words it shows are held against the parse.

A draft tells which words of its sentence it shows, in their order, and which are gone for what asks (`Draft.shown`,
`Draft.gone`). Between two of them nothing may be left out but what stands for itself.
"""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from quiz.questions.draft import Draft
from quiz.questions.faults import detached, gapped, misread, torn
from quiz.questions.faults.seen import Seen


def spliced(draft: Draft, asked: AbstractSet[int]) -> str:
    """Why what a draft shows cannot be told of its sentence; "" where no rule finds fault. `asked` is its fact."""
    if not draft.shown:
        return ""
    words = draft.sentence.words
    seen = Seen(
        draft.sentence,
        draft.shown,
        [words[i] for i in draft.shown],
        frozenset({*draft.shown, *draft.gone, *asked}),
    )
    if torn.halved(seen, asked):
        return "leaves out one of two ends"
    found = (reason for reason, rule in (*detached.RULES, *gapped.RULES) if rule(seen, asked))
    return next(found, "") or next((reason for reason, rule in (*torn.RULES, *misread.RULES) if rule(seen)), "")
