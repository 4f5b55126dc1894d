"""Puts what was read from someone else's file into a folder of decks: all of it or nothing."""

from __future__ import annotations

import filecmp
import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from quiz.deck.files import lock_path
from quiz.deck.lock import dumped
from quiz.deck.media import FOLDER, safe_name
from quiz.deck.plan import Plan
from quiz.errors import Place, Problem, QuizError
from quiz.imports.drafting import Draft, drafted
from quiz.imports.losses import Losses
from quiz.imports.model import Found
from quiz.imports.offering import Says
from quiz.imports.placing import Placing, placing, unwritten
from quiz.imports.shelving import shelved


@dataclass(frozen=True, slots=True)
class Kept:
    """What an import did: a plan for each deck, the media, the identity of each card by its key, and warnings."""

    plans: Sequence[Plan]
    media: Sequence[Path]
    identities: Mapping[str, tuple[str, str]]
    warnings: Sequence[Problem] = ()


def keep(found: Found, folder: Path, kind: str, says: Says, *, dry_run: bool = False) -> Kept:
    """Write decks, locks and media; QuizError, and nothing written, where one of them cannot be.

    `kind` is the format's name. Cards that the folder has already are brought up to date where nobody changed them.
    """
    if folder.exists() and not folder.is_dir():
        raise QuizError.at(str(folder), "is no folder", "name one with -o")
    losses = Losses(str(folder))
    places, identities = shelved(found, folder, kind, losses)
    if dry_run:
        drafts = [drafted(place, found, kind, says, {}) for place in places]
        return Kept([draft.plan for draft in drafts], (), identities, _told(losses, drafts))
    with _made(folder), placing() as files, _fetched(found, folder, files) as (media, others):
        drafts = [drafted(place, found, kind, says, media) for place in places]
        for draft in drafts:
            files.text(draft.path, draft.text)
            files.text(lock_path(draft.path), dumped(draft.lock))
        files.place()
    message = "another picture or sound of this name is here already, and stays"
    stay = [Problem(Place(str(path)), message, "rename it, and import again", "warning") for path in others]
    return Kept([draft.plan for draft in drafts], [*media], identities, [*_told(losses, drafts), *stay])


def _told(losses: Losses, drafts: Sequence[Draft]) -> list[Problem]:
    """List all that is to be told of the decks."""
    return [*losses.told(), *(warning for draft in drafts for warning in draft.warnings)]


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    """Make folders; where what follows fails, those that were not there before go again."""
    new = [each for each in (folder, *folder.parents) if not each.exists()]
    media = folder / FOLDER
    new = new if media.exists() else [media, *new]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        yield
    except OSError as error:
        raise unwritten(folder, error) from error
    finally:
        for each in new:
            with suppress(OSError):
                each.rmdir()


@contextmanager
def _fetched(found: Found, folder: Path, files: Placing) -> Iterator[tuple[dict[Path, Path], list[Path]]]:
    """Unpack the media apart, to be put in place with all else; another file of the name stays.

    Yield what is new, by its place to be, with where it lies until then; and the files that stay.
    """
    written: dict[Path, Path] = {}
    others: list[Path] = []
    if not found.media or not found.fetch:
        yield written, others
        return
    apart = folder / f".quiz-{secrets.token_hex(6)}.tmp"
    try:
        apart.mkdir()
        (folder / FOLDER).mkdir(exist_ok=True)
        for at, name in enumerate(found.media):
            fresh, target = apart / str(at), folder / FOLDER / safe_name(name)
            found.fetch(name, fresh)
            if not fresh.is_file():
                continue
            if not target.is_file() or target.is_symlink():
                files.file(fresh, target)
                written[target] = fresh
            elif not filecmp.cmp(fresh, target, shallow=False):
                others.append(target)
        yield written, others
    finally:
        shutil.rmtree(apart, ignore_errors=True)
