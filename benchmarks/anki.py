"""Measures the export to Anki: beside the bare limit of writing the same rows, beside genanki, and its memory.

The limit has its rows ready: `executemany` into the same tables, the indexes last, a zip that is stored. It is measured
for our notes, one card each, and for clozes of two cards. genanki gets the same fields and writes its own way. Ours
makes the notes of the cards, writes them, deflates the file and keeps the ledger. Memory is the peak of a process that
does nothing but export.

Run it with: python benchmarks/anki.py [CARDS [ROUNDS]]
"""

from __future__ import annotations

import io
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import genanki
from genanki.apkg_col import APKG_COL

from quiz.deck.files import lock_path
from quiz.deck.model import Card, Deck, Passage, Source
from quiz.export.anki import write
from quiz.export.anki.filing import Filed, Filing
from quiz.export.anki.notetypes import NOTETYPES
from quiz.export.anki.package import CARD, NOTE, card_rows, note_row, split_schema, write_package
from quiz.export.request import Request

NOW = 1_790_000_000
LARGEST = 10_000
SIZES = (1_000, 10_000, 100_000)

Rows = list[tuple[object, ...]]


def made(number: int, folder: Path) -> Deck:
    """Make a deck of cards as the generator makes them."""
    cards = tuple(
        Card(
            f"{1800 + at % 200}",
            question=f"In what year did event number {at} of the history of the canals take place?",
            id=f"c{at}",
            kind="date",
            accept=(f"AD {1800 + at % 200}",),
            distractors=("1813", "1826", "1907"),
            tags=("history", "canals"),
            source=Source(
                Passage(f"Event number {at} took place in {1800 + at % 200}, when the water was let in.", line=at + 1),
                document="canals.md",
            ),
        )
        for at in range(number)
    )
    return Deck("Canals", cards, id="canals", path=str(folder / "canals.yaml"))


def limit(notes: Rows, cards: Rows, out: Path) -> None:
    """Write rows that are ready, and no more."""
    database = out.with_suffix(".anki2")
    database.unlink(missing_ok=True)
    tables, indexes = split_schema()
    connection = sqlite3.connect(database)
    connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + tables + APKG_COL)
    connection.executemany(NOTE, notes)
    connection.executemany(CARD, cards)
    connection.commit()
    connection.executescript(indexes)
    connection.close()
    with ZipFile(out, "w", ZIP_STORED) as package:
        package.write(database, "collection.anki2")


def best(what: Callable[[], object], rounds: int) -> float:
    """Seconds of the processor that something takes, at best."""
    times = []
    for _ in range(rounds):
        began = time.process_time()
        what()
        times.append(time.process_time() - began)
    return min(times)


def rows(filed: list[Filed]) -> tuple[Rows, Rows]:
    """Return the rows of notes and cards."""
    return [*map(note_row, filed)], [row for note in filed for row in card_rows(note)]


def clozes(cards: int) -> tuple[Rows, Rows]:
    """Return the rows of so many cards, two by two of cloze notes."""
    text = "The {{{{c1::{}th}}}} canal of the history was dug in {{{{c2::{}}}}} by a thousand hands, and a half more."
    said = [(NOW * 1000 + at, text.format(at, 1800 + at % 200)) for at in range(cards // 2)]
    notes: Rows = [(at, f"guid{at}", 1, NOW, " history ", f"{text}\x1fcanals.md", text) for at, text in said]
    state = (0, 0, 1, 0, 0, 0, 0, 0, 0, "")
    return notes, [(at * 2 + side, at, 1, side, NOW, *state) for at, _ in said for side in (0, 1)]


def counterpart(filed: list[Filed], out: Path) -> None:
    """Let genanki make notes of the same fields, and write them; its database stays behind in the temporary folder."""
    models = {
        each.id: genanki.Model(
            each.id,
            each.name,
            fields=[{"name": field} for field in each.fields],
            templates=[{"name": "Card", "qfmt": f"{{{{{each.fields[0]}}}}}", "afmt": f"{{{{{each.answer}}}}}"}],
        )
        for each in NOTETYPES.values()
    }
    deck = genanki.Deck(filed[0].deck, "Canals")
    for note in filed:
        said = note.content
        made = genanki.Note(models[said.notetype.id], [*said.fields], guid=said.guid, tags=[*said.tags], due=note.due)
        deck.add_note(made)
    genanki.Package(deck).write_to_file(out, timestamp=NOW)


def speed(number: int, rounds: int) -> None:
    """Print how long each part takes, and how many times the limit."""
    with tempfile.TemporaryDirectory() as name:
        folder, tempfile.tempdir = Path(name), name
        deck, request = made(number, folder), Request(NOW)
        out = folder / "canals.apkg"

        def filing() -> tuple[Filing, list[Filed]]:
            shelf = Filing([deck], request)
            return shelf, [*shelf.notes()]

        def first() -> None:
            lock_path(Path(deck.path)).unlink(missing_ok=True)
            write([deck], out, request)

        shelf, filed = filing()
        notes, cards = rows(filed)
        two = clozes(number)
        bare = best(lambda: limit(notes, cards, folder / "bare.apkg"), rounds)
        taken = {
            "the bare limit": bare,
            "the limit of clozes": best(lambda: limit(*two, folder / "clozes.apkg"), rounds),
            "notes to a package": best(lambda: write_package(io.BytesIO(), shelf.shelves.ids, iter(filed)), rounds),
            "by genanki": best(lambda: counterpart(filed, folder / "genanki.apkg"), rounds),
            "cards to notes": best(filing, rounds),
            "all, for the first time": best(first, rounds),
            "all of it again": best(lambda: write([deck], out, request), rounds),
        }
        for what, seconds in taken.items():
            print(f"{number:>7,} cards  {what:<23} {seconds:6.3f} s  {seconds / bare:5.1f} times the limit")
        sizes = [f"{(folder / name).stat().st_size:,}" for name in ("canals.apkg", "bare.apkg", "genanki.apkg")]
        print("{:>7,} cards  {} bytes, {} stored, {} by genanki".format(number, *sizes))
    tempfile.tempdir = None


def memory(number: int) -> None:
    """Print the peak of exporting so many cards, in decks of at most ten thousand."""
    with tempfile.TemporaryDirectory() as name:
        for first in range(0, number, LARGEST):
            lines = [
                f"  - {{id: c{at}, question: When was canal {at} dug?, answer: '{1800 + at % 200}', "
                f"distractors: ['1713', '1726', '1707'], source: {{document: canals.md, line: {at + 1}, "
                f"text: The {at}th canal was dug in {1800 + at % 200} by a thousand hands}}}}"
                for at in range(first, min(first + LARGEST, number))
            ]
            text = "\n".join([f"title: Canals {first}", f"id: canals{first}", "cards:", *lines, ""])
            Path(name, f"canals{first}.yaml").write_text(text)
        environment = os.environ | {"QUIZ_CACHE": f"{name}/cache"}
        run = [sys.executable, __file__, "--export", name]
        peaks = [
            subprocess.run(run, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout.strip()
            for _ in ("read", "remembered")
        ]
        print(f"{number:>7,} cards  peak {peaks[1]} MB; {peaks[0]} MB where YAML is read")


def exported(folder: Path) -> None:
    """Export the deck of a folder, and print what it took."""
    from quiz.deck.read import load_decks

    write(load_decks([folder]), folder / "canals.apkg", Request(NOW))
    print(peak())


def peak() -> int:
    """Return the most memory that this process took, in MB; what `getrusage` tells counts its parent too."""
    status = Path("/proc/self/status")
    told = status.read_text().partition("VmHWM:")[2].split() if status.exists() else []
    return int(told[0] if told else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) // 1024


if __name__ == "__main__":
    if sys.argv[1:2] == ["--export"]:
        exported(Path(sys.argv[2]))
    else:
        speed(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, int(sys.argv[2]) if len(sys.argv) > 2 else 5)
        for size in SIZES:
            memory(size)
