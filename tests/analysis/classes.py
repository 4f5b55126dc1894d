"""Results of classes to analyse in tests, as `quiz exam -o` writes them."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

KEYED = "1829"
WRONG = ("1813", "1826", "1907")


def card(number: int, *, right: bool = True, **said: Any) -> dict[str, Any]:
    """One question of a result, answered by an option."""
    return {
        "number": number, "deck": "rivers", "id": f"c{number:04}", "hash": "h1", "kind": "date", "tags": [],
        "section": "", "asked": "choice", "question": f"In what year was bridge {number} opened?",
        "options": ["1813", "1826", KEYED, "1907"], "choice": KEYED if right else WRONG[number % 3],
        "first_choice": None, "answer": KEYED, "right": right, "close": False, "reason": "", "seconds": 10.0 + number,
        "changes": 0, "seen": True, "flagged": False,
    } | said  # fmt: skip


def typed(number: int, said: str | None, *, right: bool = False, **more: Any) -> dict[str, Any]:
    """One question of a result whose answer was typed; None for one that was left out."""
    return card(number, right=right, asked="typed", options=[], choice=said, **more)


def result(name: str, cards: Iterable[Mapping[str, Any]], *, at: int = 0, **said: Any) -> dict[str, Any]:
    """The result of one exam that began so many minutes after the first."""
    deck = {"id": "rivers", "title": "Rivers", "file": "rivers.yaml", "hash": "d", "cards": 9}
    return {
        "what": "quiz exam result", "format": 1, "id": f"{name}-{at}", "name": name, "decks": [deck], "seed": 1,
        "pool": {"tags": [], "kinds": [], "as": None, "retry": False},
        "started": f"2026-11-22T{9 + at // 60:02}:{at % 60:02}:00.000+00:00", "ended": None, "ending": "handed in",
        "seconds": 60.0, "resumed": 0, "limit": None, "pass_mark": 60, "cards": list(cards),
    } | said  # fmt: skip


def of_matrix(matrix: Sequence[Sequence[int]]) -> list[dict[str, Any]]:
    """Results of takers who answered the same questions, right (1) or wrong (0)."""
    return [
        result(f"T{taker}", [card(at, right=bool(right)) for at, right in enumerate(row, 1)])
        for taker, row in enumerate(matrix)
    ]


def simulated(takers: int, questions: int, seed: int = 1) -> list[dict[str, Any]]:
    """A class in which the able know more, with the third question keyed wrongly and the fifth never missed."""
    draw = random.Random(seed)
    hard = [draw.gauss(-0.5, 1) for _ in range(questions)]
    return [
        result(f"Taker {taker}", [_drawn(draw, at, draw_of - hard[at - 1]) for at in range(1, questions + 1)])
        for taker in range(takers)
        for draw_of in [draw.gauss(0, 1.2)]
    ]


def _drawn(draw: random.Random, number: int, odds: float) -> dict[str, Any]:
    """One answer of somebody who knows it by these odds."""
    knows = draw.random() < 1 / (1 + 2.7 ** (-1.3 * odds))
    if number == 3:
        choice = "1826" if knows else draw.choice(["1813", KEYED, "1907"])
        return card(3, right=choice == KEYED, choice=choice, seconds=round(draw.uniform(5, 60), 2))
    if number == 5:
        return card(5, seconds=round(draw.uniform(5, 20), 2))
    if number % 7 == 6:
        said = KEYED if knows else draw.choice(["1830", "1830 ", "1928", "1820", None])
        return typed(number, said, right=knows, seconds=round(draw.uniform(5, 90), 2))
    if not knows and draw.random() < 0.1:
        return card(number, right=False, choice=None, seen=number < 10)
    choice = KEYED if knows else draw.choice(["1813", "1826", "1826"])
    return card(number, right=knows, choice=choice, seconds=round(draw.uniform(5, 60), 2))


def written(folder: Path, results: Iterable[Mapping[str, Any]]) -> Path:
    """Write results as files into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, each in enumerate(results):
        (folder / f"r{number:04}.json").write_text(json.dumps(each), encoding="utf-8")
    return folder


GALLERY = (
    ("In what year was the Canal du Midi opened?", "1681", ("1648", "1694", "1715"), 0.85),
    ("Who put his fortune into the Canal du Midi?", "Pierre-Paul Riquet", ("Vauban", "Colbert", "Lesseps"), 0.6),
    ("How long is the Suez Canal?", "163 km", ("82 km", "193 km", "240 km"), 0.5),
    ("Which sea does the Corinth Canal join to the Aegean?", "the Ionian Sea", ("the Adriatic", "the Black Sea"), 0.75),
    ("In what year did the first ship pass through Panama?", "1914", ("1881", "1904", "1921"), 0.45),
)
"""Questions as a teacher might ask them: the third has a wrong key, 193 km being right."""


def gallery(takers: int = 34) -> list[dict[str, Any]]:
    """A class that answered them, for pictures."""
    draw = random.Random(5)
    made = []
    for taker in range(takers):
        able = draw.uniform(-0.4, 0.4)
        cards = []
        for number, (question, answer, wrong, share) in enumerate(GALLERY, 1):
            knows = draw.random() < share + able
            likely = "193 km" if number == 3 else answer
            others = [each for each in (answer, *wrong) if each != likely]
            choice = likely if knows else draw.choice([*others, others[0]])
            options = [answer, *wrong]
            seconds = round(draw.uniform(8, 50), 1)
            more = {"question": question, "answer": answer, "options": options, "choice": choice, "seconds": seconds}
            cards.append(card(number, right=choice == answer, **more))
        deck = {"id": "canals", "title": "Canals", "file": "canals.yaml", "hash": "d", "cards": 5}
        made.append(result(f"Taker {taker}", cards, decks=[deck]))
    return made
