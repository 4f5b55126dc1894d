"""Packages as genanki writes them, with one note of the kind that other programs make: what ours must never do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import genanki

FIELDS = ("Front", "Back", "Extra")
CARD = ("Card 1", "{{Front}}", "{{FrontSide}}<hr>{{Back}}")
REVERSED = ("Card 2", "{{Back}}", "{{Front}}")


@dataclass(frozen=True, slots=True)
class Foreign:
    """One note of another program, its note type and its deck."""

    mod: int
    text: str = "old"
    guid: str = "guid"
    fields: tuple[str, ...] = FIELDS
    templates: tuple[tuple[str, str, str], ...] = (CARD,)
    model: int = 1_607_392_319
    sort: int = 0
    deck: tuple[int, str] = (1_607_392_320, "Foreign")
    values: Mapping[str, str] = field(default_factory=lambda: {"Front": "asked"})

    def write(self, path: Path) -> Path:
        """Write the package."""
        model = genanki.Model(
            self.model,
            "QM",
            fields=[{"name": name} for name in self.fields],
            templates=[{"name": name, "qfmt": front, "afmt": back} for name, front, back in self.templates],
            sort_field_index=self.sort,
        )
        values = {"Back": self.text, "Answer": self.text} | dict(self.values)
        note: Any = genanki.Note(model, [values.get(name, "") for name in self.fields], guid=self.guid, tags=["theirs"])
        deck = genanki.Deck(*self.deck)
        deck.add_note(note)
        genanki.Package(deck).write_to_file(str(path), timestamp=self.mod)
        return path
