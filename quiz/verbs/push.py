"""`quiz export --to-anki`: the package is put into an Anki that runs, and what it took is counted."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from quiz.errors import QuizError
from quiz.verbs.export import made, tell
from quiz.verbs.failure import OK
from quiz.verbs.terminal import complain, say
from quiz.verbs.words import counted

if TYPE_CHECKING:
    from quiz.deck.model import Deck
    from quiz.export.anki.connect import Anki

TOLD = "told-of-anki-presets"
PRESETS = (
    "From Anki 26.09 on, an import by AnkiConnect sets what Anki's own import dialog will have ticked: "
    "Merge note types, Import any learning progress and Import any deck presets; for these decks that changes nothing."
)
AVOID = "To keep your ticks, write a file (-o deck.apkg) and import it yourself; or look at them at your next import."
ASKED = "Tolerance"
"""A field that only notes to be typed have, whose `Typed` is the deck's."""

BATCH = 500
"""Notes looked at in one answer."""


def push(paths: Sequence[Path], out: Path | None, url: str, secret: str, name: str = "", **options: Any) -> int:
    """Export decks into an Anki that runs; QuizError where it does not, or has not all of them afterwards.

    The package stays where `out` says, or where Anki could not read it; `options` are those of `export`.
    """
    from quiz.deck.read import find_decks
    from quiz.export.anki.connect import URL, Anki

    if name not in ("", "anki"):
        raise click.UsageError(f"--to-anki means nothing to the format {name}")
    anki = Anki(url or URL, secret)
    anki.greet()
    foretell()
    with package(out, find_decks(paths)) as file:
        decks, report = made(paths, file.path, "anki", **options)
        tell(report, quietly=out is None)
        file.needed = False
        with clearly(anki, "the decks were not exported to it"):
            before = {deck.id: len(anki.notes(searched(deck))) for deck in decks}
            words = own_words(anki, decks)
        file.needed = True
        take(anki, file.path)
        file.needed = False
    put_back(anki, words)
    with clearly(anki, "it has imported the decks, which could not be confirmed"):
        for deck in decks:
            confirm(anki, deck, before[deck.id])
    return OK


@contextmanager
def clearly(anki: Anki, outcome: str) -> Iterator[None]:
    """Raise what AnkiConnect says is wrong as QuizError, with what has become of the export."""
    from quiz.export.anki.connect import SaidError

    try:
        yield
    except SaidError as error:
        hint = "open your profile in Anki, close its dialogs, and export again"
        raise QuizError.at(f"Anki at {anki.url}", f"says: {error}; {outcome}", hint) from None


class Package:
    """A file on its way to Anki: where it is, and whether it is still needed, as Anki may not have it."""

    def __init__(self, path: Path) -> None:
        """Name the file."""
        self.path, self.needed = path, False


@contextmanager
def package(out: Path | None, decks: Sequence[Path]) -> Iterator[Package]:
    """Choose the file: one named stays; otherwise it lies beside the first deck, and goes unless it is still needed.

    An Anki in a Flatpak or a Snap sees neither the system's temporary folder nor hidden ones.
    """
    file = Package(out or decks[0].resolve().with_name(f"{decks[0].stem}-{secrets.token_hex(3)}.apkg"))
    try:
        yield file
    finally:
        if out is None and not file.needed:
            with suppress(OSError):
                file.path.unlink()


def take(anki: Anki, path: Path) -> None:
    """Let Anki import a package; QuizError, which names the file that stays, if it could not."""
    from quiz.export.anki.connect import SaidError

    hint = "open it in Anki (File, Import), as one in a Flatpak, a Snap or on another computer cannot see this folder"
    try:
        anki.take(str(path.resolve()))
    except SaidError as error:
        raise QuizError.at(str(path), f"Anki could not import it: {error}", hint) from None
    except QuizError as error:
        (problem,) = error.problems
        raise QuizError(
            [problem, *QuizError.at(str(path), "the package is kept", "open it in Anki").problems]
        ) from None


def own_words(anki: Anki, decks: Sequence[Deck]) -> dict[int, dict[str, str]]:
    """Read what the owner wrote into fields that no card fills: an import would empty them, or make them older."""
    from quiz.deck.notefields import CARRIED, OWN

    filled = " OR ".join(f'"{name}:_*"' for name in OWN)
    found: dict[int, dict[str, str]] = {}
    for deck in decks:
        notes = anki.notes(f"{searched(deck)} ({filled})")
        for at in range(0, len(notes), BATCH):
            values = anki.values(notes[at : at + BATCH], (*OWN, ASKED, CARRIED))
            found |= {note: owned(named) for note, named in values.items()}
    return found


def owned(fields: dict[str, str]) -> dict[str, str]:
    """Take those of a note's fields that are its owner's."""
    from quiz.deck.notefields import CARRIED, own_of

    return {name: fields[name] for name in own_of(fields, fields.get(CARRIED, ""))}


def put_back(anki: Anki, words: dict[int, dict[str, str]]) -> None:
    """Write them again where the import changed them, and say so; QuizError, with the words, where Anki refuses."""
    from quiz.deck.notefields import CARRIED, OWN
    from quiz.export.anki.connect import SaidError

    waiting, number = dict(words), 0
    try:
        while notes := [*waiting][:BATCH]:
            there = anki.values(notes, (*OWN, ASKED, CARRIED))
            for note in notes:
                fields = owned(there.get(note, {}))
                lost = {name: text for name, text in words[note].items() if text != fields.get(name, text)}
                if lost:
                    anki.fill(note, lost)
                    number += 1
                del waiting[note]
    except SaidError as error:
        raise unfilled(anki, str(error), waiting) from None
    except QuizError as error:
        raise QuizError([*error.problems, *unfilled(anki, "", waiting).problems]) from None
    if number:
        say(f"Anki: kept your own words in {counted(number, 'note')}")


def unfilled(anki: Anki, said: str, words: dict[int, dict[str, str]]) -> QuizError:
    """Name the words that the import may have taken away and that could not be put back, each with its note."""
    place = f"Anki at {anki.url}"
    told = f"says: {said}; " if said else ""
    message = f"{told}it has imported the decks, and your own words in these notes may be empty now"
    error = QuizError.at(place, message, "look at the notes, and write the words again where they are gone")
    lines = [(note, name, text) for note, fields in words.items() for name, text in fields.items() if text]
    each = (QuizError.at(place, f"nid:{note}: {name}: {text!r}").problems for note, name, text in lines)
    return QuizError([*error.problems, *chain.from_iterable(each)])


def confirm(anki: Anki, deck: Deck, before: int) -> None:
    """Say how many notes of a deck Anki has; QuizError if some of its cards have none."""
    from quiz.deck.lock import read_lock
    from quiz.deck.remembered import ids_of
    from quiz.export.anki.notes import identity

    notes = anki.notes(searched(deck))
    held: set[str] = set()
    for at in range(0, len(notes), BATCH):
        held.update(fields.get("ID", "") for fields in anki.values(notes[at : at + BATCH], ("ID",)).values())
    here = {*ids_of(deck.cards)}
    theirs = here & {card for note in read_lock(Path(deck.path)).theirs.values() for card in note.cards}
    missing = [card for card in ids_of(deck.cards) if card not in theirs and identity(deck.id, card) not in held]
    if missing:
        message = f"Anki has no note for {len(missing)} of its {len(deck.cards)} cards, such as {missing[0]}"
        raise QuizError.at(deck.path, message, "write a file (-o deck.apkg) and look at what Anki's import says")
    own = f"; {counted(len(theirs), 'card')} on notes of your own" if theirs else ""
    say(f"Anki: {deck.title}: {counted(len(notes), 'note')}, {max(0, len(notes) - before):,} of them new{own}")


def searched(deck: Deck) -> str:
    """Write the search that finds the notes of a deck, wherever they lie."""
    from quiz.export.anki.gone import literal
    from quiz.export.anki.notes import identity

    return f'"ID:{literal(identity(deck.id, ""))}*"'


def foretell() -> None:
    """Say once, before the first import, what it does besides."""
    from quiz.deck.cache import folder

    told = folder()
    if told and (told / TOLD).exists():
        return
    complain(PRESETS)
    complain(AVOID)
    if told:
        with suppress(OSError):
            told.mkdir(mode=0o700, parents=True, exist_ok=True)
            (told / TOLD).touch()
