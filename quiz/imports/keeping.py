"""Puts what was read from someone else's file into a folder of decks: all of it or nothing."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from quiz.deck.files import lock_path
from quiz.deck.lock import dumped
from quiz.deck.media import FOLDER
from quiz.deck.plan import Plan
from quiz.errors import Place, Problem, QuizError
from quiz.imports.drafting import drafted
from quiz.imports.losses import Losses
from quiz.imports.model import Found
from quiz.imports.offers import Says
from quiz.imports.placing import placing, unwritten
from quiz.imports.sharing import Shared, marked, retold, shared
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
    with _apart(folder, dry_run=dry_run) as apart, placing() as files:
        fresh = _fetched(found, apart)
        media = shared(found, fresh, folder, places)
        found = retold(found, places, media.renamed) if media.renamed else found
        found = marked(found, fresh, media.renamed)
        targets = media.targets.items()
        new = {name: path for name, path in targets if not path.is_file() or path.is_symlink() or path in media.newer}
        ready = {path: fresh[name] for name, path in new.items()}
        drafts = [drafted(place, found, kind, says, ready) for place in places]
        told = [*losses.told(), *(warning for draft in drafts for warning in draft.warnings), *_told(media, folder)]
        if not dry_run:
            for draft in drafts:
                files.text(draft.path, draft.text)
                files.text(lock_path(draft.path), dumped(draft.lock))
            if new:
                (folder / FOLDER).mkdir(exist_ok=True)
            for path, made in ready.items():
                files.file(made, path)
            files.place()
    return Kept([draft.plan for draft in drafts], [] if dry_run else [*ready], identities, told)


def _told(media: Shared, folder: Path) -> Iterator[Problem]:
    """Tell which files stay as they are, and which come in under another name."""
    for path in media.others:
        message = "another picture or sound of this name is here already, and stays"
        yield Problem(Place(str(path)), message, "rename it, and import again", "warning")
    for name, new in media.renamed.items():
        message = f"another picture or sound of this name is here already; the one imported is called {new} here"
        yield Problem(Place(str(folder / FOLDER / name)), message, "", "warning")


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
def _apart(folder: Path, *, dry_run: bool) -> Iterator[Path]:
    """Make a folder for files on their way, in the folder of decks, or elsewhere where nothing is to be written."""
    if dry_run:
        with TemporaryDirectory(prefix="quiz-") as name:
            yield Path(name)
        return
    with _made(folder):
        apart = folder / f".quiz-{secrets.token_hex(6)}.tmp"
        try:
            apart.mkdir()
            yield apart
        finally:
            shutil.rmtree(apart, ignore_errors=True)


def _fetched(found: Found, apart: Path) -> dict[str, Path]:
    """Unpack the media, each by its name."""
    fresh = dict[str, Path]()
    for at, name in enumerate(found.media if found.fetch else ()):
        assert found.fetch
        found.fetch(name, apart / str(at))
        if (apart / str(at)).is_file():
            fresh[name] = apart / str(at)
    return fresh
