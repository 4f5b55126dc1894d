"""What every exporter tells: how much it wrote, and what it could not carry."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from quiz.errors import Problem


@dataclass(frozen=True, slots=True)
class Report:
    """Cards written, the files they went to, and warnings: what was left out, changed or needs a look.

    `notes` is how many notes they are, where the format has such; `told` is what to know before the file is used.
    """

    cards: int
    files: tuple[Path, ...]
    notes: int | None = None
    warnings: tuple[Problem, ...] = ()
    told: tuple[str, ...] = ()
