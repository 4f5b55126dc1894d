"""A document and its deck as files, to be studied, edited and looked up."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quiz.config import Config, StudyConfig
from quiz.deck.read import load_decks
from quiz.study.history import History
from quiz.study.model import Review, Way
from quiz.study.sitting import Sitting
from quiz.tui.app import QuizApp
from quiz.tui.screens.study import StudyScreen
from quiz.verbs.reading import read_document
from tests.tui.stage import MORNING

DOCUMENT = """---
title: Canals
---

# Canals

A canal is a river that people dug. {filler}

## Suez

Ten years of digging went before it. The Suez Canal was opened on 17 November **1869**, with
a party that cost more than the last mile. The [engineer](https://example.org) was Ferdinand de Lesseps.

- The first ship through it flew a French flag.
- The second one was British.

## Panama

Work on the next canal began in 1881. It was given up eight years later, in 1889, after 22,000 deaths.
{filler}
""".format(filler=" ".join(["Water was led where it was wanted, and boats followed it."] * 40))

DECK = """title: Canals
id: canals
source: canals.md
cards:
  - id: suez
    question: In what year was the Suez Canal opened?
    answer: "1869"
    distractors: ["1859", "1879", "1889"]
    source:
      line: 11
      section: Suez
      text: The Suez Canal was opened on 17 November 1869, with a party that cost more than the last mile.
  - id: lesseps
    kind: quote
    question: Who dug the Suez Canal?
    answer: Ferdinand de Lesseps
    accept: [de Lesseps, Lesseps]
    source:
      line: 12
      text: The engineer was Ferdinand de Lesseps.
  - id: panama
    kind: date
    question: When was the first work at Panama given up?
    answer: "1889"
    source:
      line: 19
      text: It was given up eight years later, in 1889, after 22,000 deaths.
      evidence:
        - line: 19
          text: Work on the next canal began in 1881.
  - id: plain
    question: Is a canal a river?
    answer: one that people dug
"""


def written(folder: Path, deck: str = DECK, document: str = DOCUMENT) -> Path:
    """Write the deck and its document; return the deck's path."""
    (folder / "canals.md").write_text(document, encoding="utf-8")
    path = folder / "canals.yaml"
    path.write_text(deck, encoding="utf-8")
    return path


def canals(folder: Path, way: Way | None = None, leech: int = 8) -> QuizApp:
    """Make the app over the deck as it stands in a folder, or as it is written there now."""
    path = folder / "canals.yaml"
    decks = load_decks([path if path.exists() else written(folder)])
    config = Config(study=StudyConfig(leech=leech))
    history = History(folder / "history.db")
    return QuizApp(decks, history, way=way, clock=lambda: MORNING, config=config, read=read_document, at_once=True)


def study(app: QuizApp) -> StudyScreen:
    """The screen of the sitting."""
    screen = next(screen for screen in reversed(app.screen_stack) if isinstance(screen, StudyScreen))
    assert isinstance(screen, StudyScreen)
    return screen


def sitting(app: QuizApp) -> Sitting:
    """The sitting that is shown."""
    return study(app).sitting


def editor(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch, name: str = "vi") -> None:
    """Make a script of a shell the learner's editor."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.setenv("EDITOR", f"{path} -x")


@contextmanager
def put_aside() -> Iterator[None]:
    """Stand for a terminal that the screen leaves to the editor."""
    yield


def kept(app: QuizApp) -> list[Review]:
    return list(app.desk.history.reviews())


def at(app: QuizApp, kind: type) -> bool:
    return isinstance(app.screen, kind)
