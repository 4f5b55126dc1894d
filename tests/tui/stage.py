"""A deck to show, a clock that stands still, and the screen as lines of text, held against files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from textual.pilot import Pilot

from quiz.deck.model import Card, Deck, Passage, Source, chain
from quiz.study.history import History
from quiz.study.model import Way
from quiz.tui.app import QuizApp
from quiz.tui.shell import Shell

MORNING = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
SIZES = ((80, 24), (120, 40))
KEPT = Path(__file__).parent / "screens"


def _source(text: str, line: int, section: str = "") -> Source:
    return Source(Passage(text, line=line, section=section))


RIVERS = Deck(
    "Rivers of the world",
    (
        Card(
            "1829",
            question="In what year did a party in a whaleboat first follow the Murray down to the sea?",
            id="murray",
            kind="date",
            distractors=("1813", "1826", "1907"),
            source=_source(
                "In 1829 a small party, its whaleboat carried overland in pieces, set out for the Murray and "
                "followed it down to the sea.",
                23,
                "Exploration",
            ),
        ),
        Card(
            "20 percent",
            question="What share of the fresh water that rivers carry to the sea comes from the Amazon?",
            id="amazon",
            kind="figure",
            source=_source("About 20 percent of all the fresh water that rivers carry to the sea is the Amazon’s.", 9),
            explanation="More than the next seven rivers together.",
        ),
        Card(
            "The mud it left every summer made the fields fertile without manure.",
            question="Why did the flood of the Nile matter to farmers?",
            id="nile",
            source=_source("The mud it left every summer made the fields fertile without manure.", 14, "Africa"),
        ),
        Card("Tigris", question="Which river runs through Baghdad?", id="tigris"),
    ),
    id="rivers",
)
STEPS = (
    "The chain bridge over the gorge was opened",
    "A flood carried the stone bridge of Werden away, and with it the two mills that stood below its piers",
    "The ferry company of Werden was dissolved",
)
BRIDGES = Deck(
    "Bridges",
    (
        Card(
            chain(STEPS),
            question="Put these events in order, the earliest first.",
            id="steps",
            kind="order",
            explanation="The dates are 1832, 1890 and 1913.",
            source=Source(
                Passage("The chain bridge over the gorge was opened in 1832.", line=3),
                evidence=(
                    Passage("In 1890 a flood carried the stone bridge of Werden away.", line=9),
                    Passage("The ferry company was dissolved in 1913.", line=12),
                ),
            ),
            ordered=STEPS,
        ),
        Card(
            "false",
            question="True or false? In 1890, the ferry company of Werden was dissolved.",
            id="truth",
            kind="truefalse",
            explanation="Not 1890 but 1913.",
            source=_source("The false start of 1890 aside, the ferry company was dissolved in 1913.", 12),
        ),
    ),
    id="bridges",
)
KOBLENZ = Deck(
    "Rivers that meet",
    (
        Card(
            "Rhine; Moselle",
            question="Which rivers meet at Koblenz?",
            id="koblenz",
            distractors=("Danube", "Main", "the longest river of all that flow through the middle of the country"),
            feedback=("", "The Main reaches the Rhine at Mainz, ninety kilometres up the river from there.", ""),
            source=_source("At Koblenz the Moselle flows into the Rhine.", 4),
            all_of=("Rhine", "Moselle"),
            points="2",
            partial=True,
        ),
        Card("Danube", question="Which river reaches the Black Sea?", id="danube", distractors=("Rhine", "Elbe")),
    ),
    id="koblenz",
)
PLANETS = Deck(
    "Planets",
    tuple(
        Card(name, question=f"Which planet is number {place} from the Sun?", id=name.lower())
        for place, name in enumerate(["Mercury", "Venus", "Earth", "Mars", "Jupiter", "Saturn", "Uranus"], start=1)
    ),
    id="planets",
)


def staged(
    folder: Path,
    decks: Sequence[Deck] = (RIVERS,),
    way: Way | None = None,
    *,
    at_once: bool | None = None,
    browse: bool = False,
) -> QuizApp:
    """Make the app over some decks and a history in a folder, at a moment that stays; one deck begins with a question.

    That is how its file, named alone, begins on the command line.
    """
    history = History(folder / "history.db")
    at_once = len(decks) == 1 and not browse if at_once is None else at_once
    return QuizApp(decks, history, way=way, clock=lambda: MORNING, at_once=at_once, browse=browse)


def lines(app: Shell) -> list[str]:
    """Return the screen as lines of text, as wide as they are."""
    return [strip.text.rstrip() for strip in app.screen._compositor.render_strips()]


def shown(app: Shell) -> str:
    """Return the screen as one text."""
    return "\n".join(lines(app))


def keys(app: Shell) -> str:
    """Return the last line: what the keys do."""
    return lines(app)[-1].strip()


def hold(app: Shell, name: str) -> None:
    """Hold the screen against its file; with UPDATE_SCREENS set, write the file."""
    width, height = app.size
    path = KEPT / f"{name}-{width}x{height}.txt"
    text = shown(app) + "\n"
    if os.environ.get("UPDATE_SCREENS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    assert text == path.read_text(encoding="utf-8"), f"{path.name} differs: UPDATE_SCREENS=1 takes the screen as it is"


def place(app: Shell, words: str) -> tuple[int, int]:
    """Find words on the screen: column and line."""
    for row, line in enumerate(lines(app)):
        if words in line:
            return line.index(words), row
    raise AssertionError(f"{words!r} is not on the screen:\n{shown(app)}")


async def click(pilot: Pilot[None], app: Shell, words: str) -> None:
    await pilot.click(offset=place(app, words))
    await pilot.pause()
