"""One card of each kind, in words of our own: what the pictures show and the browser tests look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from quiz.deck.ledger import Note
from quiz.deck.lock import Lock, write_lock
from quiz.deck.model import Card, Deck, Passage, Source, chain
from tests.export.browser import sides
from tests.export.collection import Anki

DOCUMENT = "https://example.org/canals"
STEPS = (
    "The Canal du Midi joins Toulouse to the sea",
    "Coal reaches Manchester by water",
    "Water of Lake Erie is poured into the harbour of New York",
    "The first ship passes through Panama",
)


def told(text: str, page: int, section: str = "") -> Source:
    """A passage and its page."""
    return Source(Passage(text, page=page, section=section))


QUESTION = Card(
    "Pierre-Paul Riquet",
    question="Who put his fortune into the Canal du Midi?",
    id="question",
    accept=("Riquet",),
    distractors=("Ferdinand de Lesseps", "Georges Leclerc", "Nicolas Fouquet"),
    source=told(
        "Pierre-Paul Riquet, a collector of the salt tax, put his fortune into the canal and died "
        "a few months before it was opened.",
        12,
        "The first ones",
    ),
)
TYPED = Card(
    "6.3 kilometres",
    question="How long is the Corinth Canal?",
    id="typed",
    kind="figure",
    accept=("6.3 km", "6,300 metres"),
    tolerance="5%",
    source=told(
        "The canal is 6.3 kilometres long and so narrow that most ships of today cannot use it.", 31, "The south"
    ),
)
CLOZE = Card(
    "1869",
    cloze="The Suez Canal was opened in {{1869}}, after ten years of digging.",
    id="cloze",
    kind="date",
    distractors=("1854", "1882", "1914"),
    explanation="An opera was ordered for the day, and came two years late.",
    source=told("The Suez Canal was opened in 1869, after ten years of digging.", 18, "Suez"),
)
PICKED = Card(
    "58",
    question="How many locks does the Göta Canal have?",
    id="choice",
    kind="figure",
    distractors=("17", "33", "91"),
    source=told("The Göta Canal has 58 locks, most of them dug and walled by soldiers.", 27, "The north"),
)
TRUTH = Card(
    "false",
    question="True or false? The Panama Canal was opened before the canal to Kiel.",
    id="truefalse",
    kind="truefalse",
    explanation="The canal to Kiel was opened in 1895, that of Panama in 1914.",
    source=told("The canal from the North Sea to Kiel was opened in 1895.", 28, "The north"),
)
QUOTE = Card(
    "Anna Holm",
    question="Who said, “A lock is a staircase that carries the water, and the water carries you”?",
    id="quote",
    kind="quote",
    accept=("Holm",),
    distractors=("Nils Ericson", "Baltzar von Platen", "Thomas Telford"),
    source=told(
        "“A lock is a staircase that carries the water, and the water carries you,” said Anna Holm, "
        "who kept the gates at Berg for thirty years.",
        29,
        "The north",
    ),
)
ORDER = Card(
    chain(STEPS),
    question="Put these events in order, the earliest first.",
    id="order",
    kind="order",
    ordered=STEPS,
    explanation="The years are 1681, 1761, 1825 and 1914.",
)
LAST = Card(
    "all of the above",
    question="What does a lock hold back?",
    id="last",
    distractors=("water", "boats", "ice in winter"),
)
SEVERAL = Card(
    "the Kiel Canal",
    question="Which of these join two seas?",
    id="several",
    distractors=("the Suez Canal", "the Erie Canal", "the Bridgewater Canal"),
)
CARDS = (QUESTION, TYPED, CLOZE, PICKED, TRUTH, QUOTE, ORDER, LAST, SEVERAL)
FIRST = {"typed": "typed", "choice": "choice", "last": "choice", "several": "choice"}
"""What some of them are made at their first export; the others are what they are made by default."""


def gallery(path: str, cards: Sequence[Card] = CARDS, title: str = "Canals") -> Deck:
    """Make the deck, and the lock that says what its first cards were made."""
    told = {card.id: Note(FIRST[card.id], "", 1) for card in cards if card.id in FIRST}
    write_lock(Path(path), Lock("canals", told))
    return Deck(title, cards, id="canals", source=DOCUMENT, path=path)


def rendered(folder: Path, cards: tuple[Card, ...], typed: str = "6.3 km") -> dict[str, Any]:
    """Front, back and style of each card, by its id."""
    folder.mkdir()
    anki = Anki(folder)
    try:
        anki.take(gallery(str(folder / "canals.yaml"), cards))
        note = anki.note("canals/several")
        note["Choices"] = note["Choices"].replace("<li><bdi>the Suez", "<li data-right><bdi>the Suez")
        anki.collection.update_note(note)
        return {card.id: asdict(sides(anki, f"canals/{card.id}", typed)) for card in cards}
    finally:
        anki.collection.close()
