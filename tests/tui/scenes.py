"""Every screen in every state that looks its own way: what is on show, how one gets there, what has to be told.

A new screen takes part in the tests of layout, contrast and colour by a scene here.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from textual.pilot import Pilot

from quiz.deck.model import Card, Deck, Passage, Source
from quiz.errors import QuizError
from quiz.study.exams.attempt import Attempt
from quiz.study.exams.paper import Rules
from quiz.study.exams.plan import planned
from quiz.study.model import Way
from quiz.tui.app import QuizApp
from quiz.tui.shell import Shell
from tests.study.statistics.learner import library, months
from tests.tui.canals import canals
from tests.tui.exam_stage import TAGGED
from tests.tui.reviews import reviewed
from tests.tui.stage import BRIDGES, KOBLENZ, PLANETS, RIVERS, shown, staged

Steps = Callable[[Pilot[None]], Awaitable[None]]

FOREIGN = Deck(
    "漢字と仮名 👩‍👩‍👧‍👦 תל אביב",
    (
        Card(
            "東京",
            question="日本の首都はどこですか。 " * 6,
            id="wide",
            distractors=("大阪 " * 20, "e\u0301a\u0308o\u0302 combined", "👍🏽 ❤️ 🇮🇷 family 👩‍👩‍👧‍👦"),
            source=Source(Passage("東京は日本の首都であり、" * 20, line=3)),
        ),
        Card(
            "تهران",
            question="پایتخت ایران کدام شهر است؟ In 1796, by Agha Mohammad Khan (آقامحمدخان)",
            id="right-to-left",
            distractors=("اصفهان 1598", "שלום עולם", "مشهد"),
            source=Source(Passage("تهران پایتخت ایران است و 8٬693٬706 نفر جمعیت دارد.", line=4)),
        ),
    ),
    id="foreign",
)


@dataclass(frozen=True, slots=True)
class Scene:
    """Something on show; `told` stands on the screen, in words or signs, whatever its colours are."""

    name: str
    decks: Sequence[Deck]
    steps: Steps
    told: Sequence[str]
    way: Way | None = None
    stage: Callable[[Path], Shell] | None = None

    def app(self, folder: Path) -> Shell:
        """Return the app before the first step."""
        return self.stage(folder) if self.stage else staged(folder, self.decks, self.way)


def pressed(*keys: str) -> Steps:
    """Return the steps that press keys."""

    async def press(pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        await pilot.pause()

    return press


async def palette(pilot: Pilot[None]) -> None:
    """Open the palette and wait for what it offers."""
    await pilot.press("ctrl+p", *"theme")
    for _attempt in range(100):
        await pilot.pause(0.02)
        if "theme quiz-terminal" in shown(pilot.app):  # type: ignore[arg-type]
            return


async def known(pilot: Pilot[None]) -> None:
    """Know every card, and come back."""
    for _card in RIVERS.cards:
        await pilot.app.screen.run_action("reveal")
        await pilot.app.screen.run_action("grade(4)")
    await pilot.pause()


def pressed_in_turn(*keys: str) -> Steps:
    """Return the steps that press keys, each once all that the one before began is done."""

    async def press(pilot: Pilot[None]) -> None:
        for key in keys:
            await pilot.press(key)
            await pilot.pause()
            await pilot.app.workers.wait_for_complete()
            await pilot.pause()

    return press


def full() -> None:
    """Fail as a step does that has no room on the disk."""
    raise QuizError.at("history.db", "cannot use the history: database or disk is full", "make room")


async def unkept(pilot: Pilot[None]) -> None:
    """Take a step that cannot be kept."""
    await pilot.pause()
    pilot.app.screen.kept(full)  # type: ignore[attr-defined]
    await pilot.pause()


def learned(folder: Path) -> QuizApp:
    """Make the app over months of answers."""
    months(folder / "history.db", library()).close()
    return staged(folder, (library(), PLANETS))


def left(folder: Path) -> QuizApp:
    """Make the app over decks of which an exam was left."""
    app = staged(folder, SHELF)
    Attempt.begin(planned(SHELF, Rules(seed=5)).paper(), app.desk.history, app.desk.clock)
    return app


SHELF = (RIVERS, PLANETS)

PAGES = (("2", "retention", "learned"), ("3", "forecast", "days"), ("4", "hardest", "▸"), ("5", "weakest", "known"))
"""The pages of statistics besides the first: key, name, and what stands on each."""

SCENES = (
    Scene("home", (RIVERS, PLANETS, FOREIGN), pressed("down", "down"), ("▸ Planets", "due", "new")),
    Scene("choice", (RIVERS,), pressed("down"), ("▸ 1", "In what year")),
    Scene("choice-wrong", (RIVERS,), pressed("0"), ("✗ wrong", "✓ 1|✓ 2|✓ 3|✓ 4")),
    Scene("typed", (PLANETS,), pressed(), ("number 1 from", "type a word"), "typed"),
    Scene("typed-wrong", (PLANETS,), pressed("x", "enter"), ("✗ wrong", "you said x"), "typed"),
    Scene("typed-close", (PLANETS,), pressed(*"Mercurry", "enter"), ("✓ close", "you typed"), "typed"),
    Scene("reveal", (RIVERS,), pressed(), ("show the answer",), "reveal"),
    Scene("grades", (RIVERS,), pressed("space"), ("again", "hard", "good", "easy"), "reveal"),
    Scene("order", (BRIDGES,), pressed("down", "2"), ("▸ 1", "1st")),
    Scene("order-settled", (BRIDGES,), pressed("0"), ("✗ not known", "1st", "3rd")),
    Scene("ticking", (KOBLENZ,), pressed("down", "2"), ("▸ 1", "[x]", "tick all that are right")),
    Scene("ticking-told", (KOBLENZ,), pressed(*"24", "enter"), ("missed", "wrong: The Main", "✗ wrong")),
    Scene("summary", (RIVERS,), pressed("0", "enter", "escape"), ("✗ missed|✗ 1 missed", "✓ 0 known")),
    Scene("nothing-waits", (RIVERS,), known, ("known",), "reveal"),
    Scene("help", (RIVERS,), pressed("question_mark"), ("1-4", "don't know")),
    Scene("palette", (RIVERS,), palette, ("theme quiz-contrast",)),
    Scene("wide", (FOREIGN,), pressed("down"), ("東京", "▸ 1")),
    Scene("wide-wrong", (FOREIGN,), pressed("0"), ("✗ wrong", "首都")),
    Scene("browse", (RIVERS, PLANETS), pressed("b"), ("○ new", "Which planet")),
    Scene("exam", (RIVERS, PLANETS), pressed("x", "enter", "f4"), ("1 flagged", "⚑")),
    Scene("statistics", (RIVERS, PLANETS), pressed("t"), ("statistics", "days")),
    Scene("browse-open", SHELF, pressed_in_turn("b", *"murray", "enter"), ("answer   1829", "○ new", "esc back")),
    Scene("browse-unknown", SHELF, pressed_in_turn("b", *"is:fo"), ("! there is no",)),
    Scene("reader", (), pressed_in_turn("2", "s"), ("▌", "1869", "Suez"), stage=canals),
    Scene("exam-start", SHELF, pressed_in_turn("x"), ("questions", "enter begin")),
    Scene("exam-left", SHELF, pressed_in_turn("x"), ("! left: 10 questions", "g go on"), stage=left),
    Scene("exam-number", SHELF, pressed_in_turn("x", *"99", "enter"), ("! there are not 99",)),
    Scene("exam-tags", (TAGGED, PLANETS), pressed_in_turn("x", "slash"), ("rivers   4", "enter take them")),
    Scene("exam-go-to", SHELF, pressed_in_turn("x", "enter", "f6", *"99", "enter"), ("! there is no question 99",)),
    Scene("exam-confirm", SHELF, pressed_in_turn("x", "enter", "f9"), ("Hand in the exam", "y yes")),
    Scene("exam-result", SHELF, pressed_in_turn("x", "enter", "f9", "y"), ("✗ failed", "10 missed")),
    Scene("exam-missed", SHELF, pressed_in_turn("x", "enter", "f9", "y", "enter"), ("✗ not answered",)),
    Scene("review", (), pressed_in_turn("k"), ("○ not reviewed", "also right|wrong", "2 left"), stage=reviewed),
    Scene("review-form", (), pressed_in_turn("e"), ("Wrong answers", "esc back"), stage=reviewed),
    Scene("review-refused", (), pressed_in_turn("e", *["tab"] * 3, *"1801", "enter", "ctrl+s"), ("✗ not changed",),
          stage=reviewed),
    Scene("unkept", (RIVERS,), unkept, ("✗ Not kept",)),
    *(Scene(f"statistics-{name}", (), pressed_in_turn("t", key), (f"▸ {key} {name}", words), stage=learned)
      for key, name, words in PAGES),
    Scene("statistics-card", (), pressed_in_turn("t", "4", "enter"), ("forgotten", "answer"), stage=learned),
    Scene("right-to-left", (FOREIGN,), pressed("0", "enter"), ("پایتخت ایران کدام شهر است؟", "1598")),
)  # fmt: skip
