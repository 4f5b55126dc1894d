"""The file written to: whole or not at all, and never something that was not a package."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from quiz.deck.files import lock_path, reason
from quiz.deck.model import Deck
from quiz.errors import QuizError


def checked(out: Path, decks: Sequence[Deck]) -> Path:
    """Tell where to write, links followed; QuizError on a folder, a device, a missing folder, or a deck's own file."""
    try:
        target = out.resolve()
        fault, hint = unfit(target, out)
        own = {path for deck in decks for path in (Path(deck.path).resolve(), lock_path(Path(deck.path).resolve()))}
    except (OSError, ValueError, RuntimeError) as error:
        raise QuizError.at(str(out), f"cannot be written: {reason(error)}", "name another file") from error
    if target in own:
        fault, hint = "is a deck's own file, which the export would overwrite", "name another file"
    if fault:
        raise QuizError.at(str(out), fault, hint)
    return target


def unfit(target: Path, out: Path) -> tuple[str, str]:
    """Say what makes a target unfit, and what to do; both empty if nothing does."""
    if target.is_dir():
        return "is a folder, not a file", f"name a file in it, such as {out / 'deck.apkg'}"
    if target.exists() and not target.is_file():
        return "is not a regular file", "name a file, such as deck.apkg"
    if not target.parent.is_dir():
        return f"the folder {out.parent} does not exist", f"make it: mkdir -p {out.parent}"
    return "", ""


@contextmanager
def replacing(target: Path, out: Path) -> Iterator[IO[bytes]]:
    """Open a new file beside the target, which takes its place if the block ends well and goes if it does not."""
    written = target.with_name(f".quiz-{secrets.token_hex(6)}.tmp")
    try:
        with written.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        written.replace(target)
    except OSError as error:
        raise QuizError.at(str(out), f"cannot be written: {reason(error)}", "may you write there?") from error
    finally:
        with suppress(OSError):
            written.unlink(missing_ok=True)
