"""Puts what was read from someone else's file into a folder of decks: all of it or nothing."""

from __future__ import annotations

import filecmp
import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from quiz.deck.files import reason, write_text
from quiz.deck.lock import write_lock
from quiz.deck.media import FOLDER, safe_name
from quiz.deck.plan import Plan
from quiz.errors import Place, Problem, QuizError
from quiz.imports.drafting import Untold, drafted
from quiz.imports.model import Found
from quiz.imports.shelving import shelved


@dataclass(frozen=True, slots=True)
class Kept:
    """What an import did: a plan for each deck, the media, the identity of each card by its key, and warnings."""

    plans: Sequence[Plan]
    media: Sequence[Path]
    identities: Mapping[str, tuple[str, str]]
    warnings: Sequence[Problem] = ()


def keep(found: Found, folder: Path, kind: str, untold: Untold, *, dry_run: bool = False) -> Kept:
    """Write decks, locks and media; QuizError, and nothing written, where one of them cannot be.

    `kind` is the format's name. Cards that the folder has already are brought up to date where nobody changed them.
    """
    if folder.exists() and not folder.is_dir():
        raise QuizError.at(str(folder), "is no folder", "name one with -o")
    places, identities = shelved(found, folder, kind)
    drafts = [drafted(place, found, kind, untold) for place in places]
    told = [warning for draft in drafts for warning in draft.warnings]
    if dry_run:
        return Kept([draft.plan for draft in drafts], (), identities, told)
    with _made(folder), _fetched(found, folder) as (media, others):
        for draft in drafts:
            write_text(draft.path, draft.text)
            write_lock(draft.path, draft.lock)
    message = "another picture or sound of this name is here already, and stays"
    told += [Problem(Place(str(path)), message, "rename it, and import again", "warning") for path in others]
    return Kept([draft.plan for draft in drafts], media, identities, told)


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """Make a folder; where what follows fails and it was not there before, it goes again."""
    there = folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise QuizError.at(str(folder), f"cannot be written: {reason(error)}", "may you write there?") from error
    finally:
        if not there:
            with suppress(OSError):
                folder.rmdir()


@contextmanager
def _fetched(found: Found, folder: Path) -> Iterator[tuple[list[Path], list[Path]]]:
    """Unpack the media apart, and put them in place before the block begins; another file of the name stays."""
    written: list[Path] = []
    others: list[Path] = []
    if not found.media or not found.fetch:
        yield written, others
        return
    apart = folder / f".quiz-{secrets.token_hex(6)}.tmp"
    try:
        apart.mkdir()
        for at, name in enumerate(found.media):
            found.fetch(name, apart / str(at))
        (folder / FOLDER).mkdir(exist_ok=True)
        for at, name in enumerate(found.media):
            target = folder / FOLDER / safe_name(name)
            fresh = apart / str(at)
            if not fresh.is_file():
                continue
            if target.is_file() and not target.is_symlink():
                if not filecmp.cmp(fresh, target, shallow=False):
                    others.append(target)
                continue
            fresh.replace(target)
            written.append(target)
        yield written, others
    finally:
        shutil.rmtree(apart, ignore_errors=True)
