"""Memory does not grow with the cards that are exported: they are made, written and forgotten."""

from __future__ import annotations

import os
import subprocess
import sys
import tracemalloc
from collections.abc import Sequence
from pathlib import Path

import pytest

from quiz.deck.model import Card, Deck, Passage, Source
from quiz.deck.remembered import RememberedCards, compact
from quiz.export.anki import package
from quiz.export.request import Request
from quiz.verbs.export import exporter

CARDS = 100
"""Cards of one deck."""

BYTES = 300
"""What a card more may take, most of it tuples that Python keeps for reuse: a card or note that is kept takes 1,000."""

STREAMED = [
    ("anki", ".apkg"),
    ("anki-tsv", ".tsv"),
    ("csv", ".csv"),
    ("gift", ".gift"),
    ("markdown", ".md"),
    ("moodle", ".xml"),
    ("quizlet", ".tsv"),
]


def deck_of(name: str, folder: Path) -> Deck:
    """Return a deck held in parts, as one that was read is."""
    cards = tuple(
        Card(
            f"{1800 + at}",
            question=f"When was canal {at} dug?",
            id=f"c{at}",
            distractors=("1713", "1726", "1707"),
            source=Source(Passage(f"The {at}th canal was dug in {1800 + at} by a thousand hands.", line=at)),
        )
        for at in range(CARDS)
    )
    return compact(Deck(f"Canals {name}", cards, id=name, path=str(folder / f"{name}.yaml")))


def peak(kind: tuple[str, str], decks: Sequence[Deck], folder: Path) -> int:
    """Return the most bytes that an export holds beside its decks."""
    name, suffix = kind
    out, request = folder / f"canals{suffix}", Request(1_790_000_000)
    write = exporter(out, name, request)
    tracemalloc.start()
    try:
        write(decks, out, request)
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("kind", STREAMED, ids=[name for name, _ in STREAMED])
def test_no_more_is_held_of_many_decks_than_of_few(
    kind: tuple[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(package, "ROWS", CARDS)
    decks = [deck_of(f"d{at}", tmp_path) for at in range(14)]
    peak(kind, decks[:1], tmp_path)

    few, many = peak(kind, decks[:2], tmp_path), peak(kind, decks[2:], tmp_path)

    assert many - few < 1200 * BYTES
    assert not any(isinstance(deck.cards, RememberedCards) and any(deck.cards._made) for deck in decks)


PROGRAM = """
import sys
from pathlib import Path
from quiz.deck.read import load_decks
from quiz.export.anki import write
from quiz.export.request import Request

folder = Path(sys.argv[1])
write(load_decks([folder]), folder / "canals.apkg", Request(1_790_000_000))
print(Path("/proc/self/status").read_text().partition("VmHWM:")[2].split()[0])
"""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="tells a process's memory on Linux alone")
def test_ten_times_the_cards_take_hardly_more_memory(tmp_path: Path) -> None:
    def taken(number: int) -> list[int]:
        """Return the kilobytes it takes to export so many decks of a thousand cards: read, and remembered."""
        folder = tmp_path / f"{number}"
        folder.mkdir()
        for name in range(number):
            lines = [
                f"  - {{id: c{at}, question: When was canal {at} dug?, answer: '{1800 + at % 200}', "
                f"distractors: ['1713', '1726', '1707'], source: {{text: The {at}th canal was dug by hand}}}}"
                for at in range(1000)
            ]
            Path(folder, f"d{name}.yaml").write_text(
                "\n".join([f"title: Canals {name}", f"id: d{name}", "cards:", *lines, ""])
            )
        run, environment = (
            [sys.executable, "-c", PROGRAM, str(folder)],
            os.environ | {"QUIZ_CACHE": str(folder / "cache")},
        )
        return [int(subprocess.run(run, env=environment, check=True, capture_output=True).stdout) for _ in range(2)]

    few, many = taken(2), taken(20)

    # Decks are held packed, which takes 350 bytes a card; read from YAML a card would take 1,200.
    assert [large - small < 18 * 600 for small, large in zip(few, many, strict=True)] == [True, True], (few, many)
