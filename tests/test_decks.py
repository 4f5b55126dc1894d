"""The decks that come with the project are what its seeds make, in whatever process."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.test_imports import HEAVY, loaded_by

ROOT = Path(__file__).parent.parent
OTHER_HALF = {"textual", "genanki", "fsrs", "sqlite3", "distributed"}


def decks(folder: Path) -> dict[str, bytes]:
    """The decks of a folder with their locks, by name."""
    return {path.name: path.read_bytes() for path in (folder / "decks").iterdir()}


@pytest.fixture(autouse=True)
def _seeds(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")


def test_decks_are_what_the_seeds_make(run: Run, tmp_path: Path) -> None:
    """Mend it by `rm -r decks && quiz generate seeds`, and read what changed."""
    assert run("generate", "seeds").status == 0

    assert decks(tmp_path) == decks(ROOT)


def test_another_process_writes_the_same_bytes_and_loads_only_its_half(tmp_path: Path) -> None:
    loaded = loaded_by(tmp_path, "generate", "seeds", PYTHONHASHSEED="1", LC_ALL="C", TZ="UTC1")

    assert decks(tmp_path) == decks(ROOT)
    assert loaded & HEAVY & OTHER_HALF == set()
