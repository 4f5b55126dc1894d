"""The decks that come with the project are what its seeds make."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.conftest import Run

ROOT = Path(__file__).parent.parent


def test_decks_are_what_the_seeds_make(run: Run, tmp_path: Path) -> None:
    """Mend it by `rm -r decks && quiz generate seeds`, and read what changed."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")

    assert run("generate", "seeds").status == 0

    made, kept = ({p.name: p.read_bytes() for p in (root / "decks").iterdir()} for root in (tmp_path, ROOT))
    assert made == kept
