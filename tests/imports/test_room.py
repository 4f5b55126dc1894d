"""All or nothing: a disk that fills, at whichever write, leaves every deck, lock and picture as it was."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.imports.owner import Owner
from tests.imports.test_again import change
from tests.verbs.test_no_room import without_room

FULL = OSError(errno.ENOSPC, "No space left on device")


class Disk:
    """Counts what writes to the disk, and fills it at one of them."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.writes, self.fails_at = 0, 0
        for owner, name in ((os, "fsync"), (shutil, "copy2"), (Path, "replace"), (Path, "mkdir")):
            monkeypatch.setattr(owner, name, self._counted(getattr(owner, name)))

    def fill(self, at: int) -> None:
        """Let the disk be full at a write, counted from now on."""
        self.writes, self.fails_at = 0, at

    def _counted(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def write(*arguments: Any, **options: Any) -> Any:
            self.writes += 1
            if self.writes == self.fails_at:
                raise FULL
            return real(*arguments, **options)

        return write


def contents(folder: Path) -> dict[str, bytes | None]:
    return {str(path): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


@pytest.mark.parametrize("there", ["there", ""])
def test_a_disk_that_fills_at_any_write_changes_nothing(
    run: Run, owner: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: str
) -> None:
    if there:
        run("import", owner.export())
        change(owner, "chien", Meaning="a dog")
        change(owner, "Capital", Back="Lutetia", Front='<img src="new.png">?')
        owner.medium("new.png", b"a picture")
        owner.add("Basic", "More", "new", "card")
    package, before = owner.export(), contents(tmp_path / "decks")
    disk = Disk(monkeypatch)
    assert run("import", package, "-o", "elsewhere").status == 0
    most = disk.writes + 10
    for at in range(1, most):
        disk.fill(at)
        ended = run("import", package)
        if disk.writes < at:
            assert ended.status == 0
            break
        assert (ended.status, ended.out) == (1, "")
        assert "no space left on device; nothing was changed (is there room on the disk?)" in ended.err
        assert contents(tmp_path / "decks") == before
        assert (tmp_path / "decks").exists() == bool(there)
    else:
        pytest.fail("no import came to its end")
    assert at > 8
    assert not list((tmp_path / "decks").rglob(".*"))


@pytest.mark.skipif(sys.platform != "linux", reason="the limit stands in for a full disk on Linux alone")
def test_a_deck_that_does_not_fit_leaves_the_others_out_too(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text(
        "question,answer,deck\na,b,Small\n" + "".join(f"Which {n}?,{n},Large\n" for n in range(500))
    )
    told = without_room(tmp_path, "import", "x.csv", most=20_000)
    assert (told.status, told.out) == (1, "")
    assert "decks/large.yaml: cannot be written: file too large; nothing was changed (is there room" in told.err
    assert told.err.count("\n") == 1
    assert not (tmp_path / "decks").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="the limit stands in for a full disk on Linux alone")
@pytest.mark.parametrize("most", [0, 1000])
def test_a_package_that_cannot_be_unpacked_says_where_it_would_be(owner: Owner, tmp_path: Path, most: int) -> None:
    told = without_room(tmp_path, "import", str(owner.export()), most=most)
    assert (told.status, told.out, told.err.count("\n")) == (1, "", 1)
    assert "new.apkg: cannot be unpacked: " in told.err
    assert "is there room for temporary files? TMPDIR names another folder" in told.err
    assert not (tmp_path / "decks").exists()
