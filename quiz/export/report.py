"""What every exporter tells: how much it wrote, and what it could not carry."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from quiz.errors import Problem


@dataclass(frozen=True, slots=True)
class Report:
    """Cards and notes written, the files they went to, and warnings: what was left out, changed or needs a look."""

    cards: int
    notes: int
    files: tuple[Path, ...]
    warnings: tuple[Problem, ...] = ()
