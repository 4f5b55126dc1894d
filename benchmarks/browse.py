"""How fast 100,000 cards are browsed: opened beside a bare Textual app, and filtered, a key at a time.

Run it on a quiet machine: `PYTHONPATH=. python benchmarks/browse.py [CARDS]`. Every second card has been studied, every
fifth has letters with accents. Times are processor time, so that what else the machine does counts little; only what is
measured on a terminal, from a key until what it found stands there, is time that passes.
"""

from __future__ import annotations

import asyncio
import os
import random
import select
import shutil
import signal
import statistics
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import Label

from benchmarks.startup import QUESTION, at_terminal, make_deck, waited
from quiz.deck.model import Card, Deck
from quiz.deck.read import load_decks
from quiz.study.catalogue.catalogue import Catalogue
from quiz.study.catalogue.query import parse
from quiz.study.catalogue.states import Moment
from quiz.study.history import History
from quiz.study.history.following import Learned, keep_memory
from quiz.study.model import Memory
from quiz.study.scheduling.days import day_of
from quiz.tui.app import QuizApp

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
SIZE = (120, 40)
LIMIT = 50
"""Milliseconds that a key may take."""

TYPED = ("river 9", "été", "is:due tag:lak riv", "is:due tag:lake riv", "deck:riv -brook kind:da")
WORDS = "river lake flood delta mouth source basin canal bridge ferry été façade Århus Łódź".split()


class Bare(App[None]):
    """What every Textual app costs."""

    def compose(self) -> ComposeResult:
        """Show one line."""
        yield Label("Which river is it?")


def main() -> None:
    """Measure and print the table."""
    cards = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    decks = made(cards)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["QUIZ_CACHE"] = str(Path(folder) / "cache")
        history = History(Path(folder) / "history.db")
        study(history, decks)
        bare = asyncio.run(opened(Bare))
        ours = asyncio.run(opened(lambda: QuizApp(decks, history, browse=True, clock=lambda: NOW)))
        print(f"{'opened':32}{ours:8.0f} ms   beside a bare app {bare:.0f} ms: {ours / bare:.2f}")
        for name, each in asyncio.run(pressed(decks, history)).items():
            print(f"{name:32}{each:8.0f} ms   limit {LIMIT}")
        history.close()
        for name, each in on_terminal(Path(folder), cards).items():
            print(f"{name:32}{each:8.0f} ms   limit {LIMIT}")
    for name, each in filtered(decks).items():
        print(f"{name:32}{each:8.1f} ms   limit {LIMIT}")


def made(number: int) -> list[Deck]:
    """Make ten decks of so many cards together."""
    rng = random.Random(1)
    decks = []
    for at in range(10):
        cards = tuple(
            Card(
                f"{rng.choice(WORDS[:10])} {n}",
                question=f"Which {' '.join(rng.choices(WORDS if n % 5 == 0 else WORDS[:10], k=12))} is number {n}?",
                id=f"c{n}",
                kind=rng.choice(["date", "figure", "quote", ""]),
                tags=(rng.choice(WORDS), f"t{n % 30}"),
            )
            for n in range(number // 10)
        )
        decks.append(Deck(f"Rivers {at}", cards, id=f"d{at}"))
    return decks


def study(history: History, decks: list[Deck]) -> None:
    """Give every second card a memory."""
    with history.database.transaction():
        for deck in decks:
            for n, card in enumerate(deck.cards[::2]):
                due = NOW + timedelta(days=n % 60 - 20)
                learned = Learned(Memory(due, 9.0, 5.0, 2, None, NOW, 4), NOW, day_of(NOW))
                keep_memory(history.database, (deck.id, card.id), learned)


async def opened(make: Callable[[], App[None]]) -> float:
    """Return the milliseconds until an app's first screen stands."""
    start = time.process_time()
    app = make()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        return (time.process_time() - start) * 1000


async def pressed(decks: list[Deck], history: History) -> dict[str, float]:
    """Return the milliseconds of keys in the app, from the key until all is drawn."""
    app = QuizApp(decks, history, browse=True, clock=lambda: NOW)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        while not app.screen.catalogue.folded:  # type: ignore[attr-defined]
            await pilot.pause(0.1)
        typed = [await timed(lambda key=key: pilot.press(key)) for key in ["r", "i", "v", "e", "r", "space", "9"]]  # type: ignore[misc]
        await pilot.press("enter")
        moves = [await timed(lambda: pilot.press("down")) for _ in range(10)]
        marks = await timed(lambda: pilot.press("f"))
    return {
        "key of a filter, median": statistics.median(typed),
        "cursor, with the card shown": statistics.median(moves),
        "flag": marks,
    }


async def timed(step: Callable[[], Awaitable[object]]) -> float:
    """Return the milliseconds of a step."""
    start = time.process_time()
    await step()
    return (time.process_time() - start) * 1000


def on_terminal(folder: Path, cards: int) -> dict[str, float]:
    """Return the milliseconds from keys on a real terminal until what they find stands there."""
    quiz = shutil.which("quiz", path=str(Path(sys.executable).parent)) or "quiz"
    deck, history = make_deck(folder, cards), str(folder / "rivers.db")
    load_decks([deck])  # as the second time one opens it
    pid, terminal = at_terminal([quiz, "browse", str(deck), "--history", history])
    times = {}
    try:
        waited(terminal, time.perf_counter(), f"{cards:,} cards")
        start = time.perf_counter()
        os.write(terminal, b"7")
        times["terminal: first key, at once"] = waited(terminal, start, f" of {cards:,}") * 1000
        time.sleep(8)
        for name, key, typed in (("key more", b"7", "77"), ("key less", b"\x7f", "7"), ("key more", b"1", "71")):
            while select.select([terminal], [], [], 0.5)[0]:
                os.read(terminal, 1 << 20)
            found = sum(typed in f"{QUESTION} It is number {n} by length." for n in range(cards))
            start = time.perf_counter()
            os.write(terminal, key)
            times[f"terminal: a {name}, {typed}"] = waited(terminal, start, f"{found:,} of {cards:,}") * 1000
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)
    return times


def filtered(decks: list[Deck]) -> dict[str, float]:
    """Return the worst milliseconds of a key while each of some filters is typed."""
    start = time.process_time()
    catalogue = Catalogue(decks, lambda _deck: {}, {}, Moment(0, 0, 0))
    built = (time.process_time() - start) * 1000
    slices = []
    while True:
        start = time.process_time()
        done = catalogue.ready()
        slices.append((time.process_time() - start) * 1000)
        if done:
            break
    found = {"catalogue built": built, "made ready: all slices": sum(slices), "made ready: longest slice": max(slices)}
    for typed in TYPED:
        worst = 0.0
        for end in [*range(1, len(typed) + 1), *range(len(typed) - 1, -1, -1)]:
            start = time.process_time()
            catalogue.search(parse(typed[:end]))
            worst = max(worst, (time.process_time() - start) * 1000)
        found[f"typed and deleted: {typed}"[:32]] = worst
    for column in ("question", "due"):
        start = time.process_time()
        catalogue.sort(column)
        found[f"sorted by {column}"] = (time.process_time() - start) * 1000
    return found


if __name__ == "__main__":
    main()
