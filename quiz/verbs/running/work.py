"""The work on one document, wherever it is done: a file -> what came of its facts, or the lines that say why not."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Lock

from quiz.documents.model import Document
from quiz.errors import Place, Problem
from quiz.questions.earlier import Earlier
from quiz.questions.outcome import Outcome
from quiz.verbs.failure import TRACEBACK

ONE_AT_A_TIME = Lock()
"""Workers of a cluster may have several threads, and the language model is not made for two of them."""


@dataclass(frozen=True, slots=True)
class Request:
    """A document whose cards are to be made, whether comparisons of its facts are wanted besides, and what it made."""

    path: Path
    comparisons: bool = False
    earlier: tuple[Earlier, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """What came of a document: its title, its facts, and the blocks that were left out, which are no facts.

    `compared` says that comparisons were made, be there any or not, `fresh` that nothing was known of earlier cards.
    """

    title: str
    outcomes: tuple[Outcome, ...]
    left_out: tuple[Outcome, ...] = ()
    compared: bool = False
    fresh: bool = True


@dataclass(frozen=True, slots=True)
class Failed:
    """What is wrong with a document."""

    problems: tuple[Problem, ...]


def make(request: Request) -> Made | Failed:
    """Make the cards of a document."""
    return attempted(request, partial(_read, request.path))


def make_sent(request: Request, data: bytes, version: str) -> Made | Failed:
    """Make the cards of a document of which a name and the bytes were sent from a machine with some version of quiz."""
    from quiz.verbs.running.version import essential

    if essential() != version:
        hint = "install the same version of quizwright and of its language model on every machine"
        return Failed((Problem(Place(str(request.path)), "a worker has another version of quiz", hint),))
    with ONE_AT_A_TIME:
        return attempted(request, partial(_read, request.path, data))


def attempted(request: Request, read: Callable[[], Document]) -> Made | Failed:
    """Read a document and make its cards; with QUIZ_TRACEBACK set our own faults are let through."""
    from quiz.questions import blocks_left_out, make_outcomes

    try:
        document = read()
        made = make_outcomes(document, comparisons=request.comparisons, earlier=request.earlier)
        left_out = tuple(blocks_left_out(document))
        return Made(document.title, tuple(made), left_out, request.comparisons, not request.earlier)
    except Exception as error:  # a fault in one document must not stop the others
        from quiz.verbs.explain import is_a_fault, problems_of

        if is_a_fault(error) and os.environ.get(TRACEBACK):
            raise
        return Failed(problems_of(error, str(request.path)))


def _read(path: Path, data: bytes | None = None) -> Document:
    from quiz.documents import read

    return read(path) if data is None else read(path, data)
