"""Draws the README’s pictures from the real screens: `python benchmarks/pictures.py` writes docs/pictures/*.svg."""

from __future__ import annotations

import asyncio
import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from quiz.deck.model import Card, Deck, Passage, Source
from quiz.study.history import History
from quiz.tui.app import QuizApp
from quiz.tui.themes import DARK, LIGHT

FOLDER = Path(__file__).parents[1] / "docs" / "pictures"
SIZE = (80, 22)
MOMENT = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
REMOTE = re.compile(r"@font-face\s*\{.*?\}\s*|<!--.*?-->\s*", re.DOTALL)

PASSAGE = (
    "The Danube rises in the Black Forest and passes through ten countries, more than any other river, before it "
    "reaches the Black Sea after about 2,850 kilometres."
)
RIVERS = Deck(
    "Rivers of Europe",
    (
        Card(
            "ten",
            question="Through how many countries does the Danube pass on its way to the Black Sea?",
            id="countries",
            kind="figure",
            distractors=("six", "eight", "fourteen"),
            source=Source(Passage(PASSAGE, line=12, section="The Danube")),
        ),
        *(Card("-", question=f"{number}", id=f"more{number}") for number in range(19)),
    ),
    id="rivers-of-europe",
)


async def draw(theme: str, suffix: str) -> None:
    """Draw the question and its feedback in one theme."""
    with tempfile.TemporaryDirectory() as folder:
        history = History(Path(folder) / "history.db")
        app = QuizApp([RIVERS], history, clock=lambda: MOMENT)
        app.theme = theme
        async with app.run_test(size=SIZE) as pilot:
            await pilot.pause()
            save(app, f"question{suffix}")
            await pilot.press("2")
            await pilot.pause()
            save(app, f"feedback{suffix}")
        history.close()


def save(app: QuizApp, name: str) -> None:
    """Write the screen as it is, without the fonts that a viewer would fetch from elsewhere."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    picture = REMOTE.sub("", app.export_screenshot(title="quiz", simplify=True))
    path = FOLDER / f"{name}.svg"
    path.write_text(picture, encoding="utf-8")
    print(path)


if __name__ == "__main__":
    asyncio.run(draw(DARK.name, ""))
    asyncio.run(draw(LIGHT.name, "-light"))
