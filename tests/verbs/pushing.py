"""A deck for a running Anki, and the packages that are left of it."""

from __future__ import annotations

from pathlib import Path

DECK = """title: Rivers
id: rivers
cards:
  - {id: r1, question: Which river runs through Baghdad?, answer: Tigris}
  - {id: r2, question: Where does the Danube end?, answer: Black Sea}
"""


def packages(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.apkg"))
