"""Pictures and sounds of cards on their way to Anki: their files in the package, and how fields name them."""

from __future__ import annotations

import filecmp
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from quiz.deck.media import FOLDER, LostError, illustrated, located, safe_name
from quiz.deck.model import Card, Deck
from quiz.deck.references import Reference, replaced
from quiz.deck.texts import rewritten
from quiz.errors import Place, Problem, QuizError
from quiz.export.anki.markup import attribute, clean
from quiz.export.losses import Losses

LARGEST, MOST = 100 * 2**20, 2 * 2**30
"""Bytes of one file, more than which Anki does not synchronise, and of all together."""

MARK = "\ufdd0{}\ufdd1"
MARKS = re.compile("\ufdd0([0-9]{1,9})\ufdd1")
"""Stands for a medium while the text around it is written: of code points that never are characters."""

NAMED = re.compile(
    r"""<(?:img|audio|video|source|embed|object)\b[^<>]{0,500}?\b(?:src|data)\s*=\s*"""
    r"""(?:"([^"<>]{1,500})"|'([^'<>]{1,500})'|([^\s"'<>]{1,500}))|\[sound:([^\]\n]{1,500})\]""",
    re.IGNORECASE,
)
"""A file that a field of Anki names."""

UNFIT = re.compile(r"[^\w.\- +,=@~]")
"""What may mean something to Anki in the name of a file, or be taken out of it there."""


def names_in(text: str) -> Iterator[str]:
    """Find the names of the files that a field names, as they are on the disk."""
    if "<" not in text and "[" not in text:
        return
    for found in NAMED.finditer(text):
        yield unescape(found[4]) if found[4] else unquote(unescape(found[1] or found[2] or found[3]))


@dataclass(slots=True)
class Album:
    """The files that go along, by their names in Anki, and what is to be told of them.

    `clashes` are files of imported notes that cannot go along. `coming` is for what is only asked: it tells of files
    that are about to come where they lie until then, and no size is too large.
    """

    files: dict[str, Path] = field(default_factory=dict)
    losses: Losses = field(default_factory=Losses)
    clashes: dict[str, Problem] = field(default_factory=dict)
    coming: Mapping[Path, Path] | None = None
    _digests: dict[Path, str] = field(default_factory=dict)
    _spelled: dict[str, str] = field(default_factory=dict)
    _size: int = 0

    def located(self, reference: Reference, deck: Deck) -> Path:
        """Find the file that a card names, or the place of one to come; LostError where there is none."""
        try:
            return located(reference, deck)
        except LostError:
            folder = Path(deck.path).parent
            for path in (reference.path, unquote(reference.path)):
                if folder / path in (self.coming or {}):
                    return folder / path
            raise

    def fetch(self, fields: Iterable[str], deck: Deck) -> None:
        """Take along the files that fields of an imported note name, under these names, if they are there."""
        for name in (name for text in fields for name in names_in(text)):
            try:
                file = located(Reference(f"{FOLDER}/{safe_name(name)}", "", ""), deck)
            except LostError:
                continue
            if file.stat().st_size > LARGEST:
                message = f"is larger than {LARGEST // 2**20} MB, more than Anki synchronises, and stays here"
                self.clashes[str(file)] = Problem(Place(str(file)), message, "", "warning")
                continue
            there = self.files.setdefault(name, self._weighed(name, file))
            if there != file and not filecmp.cmp(there, file, shallow=False):
                message = f"another file of this name goes to Anki already: {there}"
                place = Place(str(file))
                self.clashes[str(file)] = Problem(place, message, "export the decks one by one", "warning")

    def name(self, file: Path, deck: Deck) -> str:
        """Take along a file that a deck names; return its name in Anki, which no other file gets, in whatever case.

        Files in the folder of media keep theirs, others have that of their folder before it.
        """
        below = file.relative_to(Path(deck.path).parent).as_posix().removeprefix(f"{FOLDER}/")
        safe = safe_name(clean(below.replace("/", "-")))
        wanted = UNFIT.sub("_", safe)
        if wanted != safe:
            wanted = _numbered(wanted, sha256(below.encode("utf-8", "surrogatepass")).hexdigest())
        wanted = self._spelled.get(wanted.casefold(), wanted)
        there = self.files.get(wanted)
        if there not in (None, file) and self.digest(there) != self.digest(file):
            wanted = _numbered(wanted, self.digest(file))
        if wanted not in self.files:
            self.files[wanted] = self._weighed(wanted, file)
        return wanted

    def digest(self, file: Path) -> str:
        """Return hex digits that tell the bytes of a file apart; QuizError if it cannot be read."""
        if file not in self._digests:
            made = sha256()
            try:
                with (self.coming or {}).get(file, file).open("rb") as opened:
                    while chunk := opened.read(1 << 20):
                        made.update(chunk)
            except OSError as error:
                raise QuizError.at(str(file), f"cannot be read: {error.strerror}", "may you read it?") from error
            self._digests[file] = made.hexdigest()
        return self._digests[file]

    def problems(self) -> tuple[Problem, ...]:
        """Tell of files that are not there, and of those that do not go along."""
        return (*self.losses.problems(), *self.clashes.values())

    def _weighed(self, name: str, file: Path) -> Path:
        """Count the bytes of a file that is new, and note its name; QuizError for too many."""
        if name in self.files:
            return file
        self._spelled.setdefault(name.casefold(), name)
        if self.coming is not None:
            return file
        size = file.stat().st_size
        self._size += size
        if size > LARGEST:
            message = f"is larger than {LARGEST // 2**20} MB, more than Anki synchronises"
            raise QuizError.at(str(file), message, "make it smaller, or take it out of the cards")
        if self._size > MOST:
            raise QuizError.at(
                str(file), f"with it all pictures and sounds are more than {MOST // 2**30} GB", "export fewer decks"
            )
        return file


def _numbered(name: str, digits: str) -> str:
    """Put a few digits behind the stem of a name."""
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}-{digits[:8]}{dot}{suffix}"


@dataclass(slots=True)
class Pictured:
    """A card with marks in place of its media, what each mark becomes, and digits that tell these media apart."""

    card: Card
    tags: list[str] = field(default_factory=list)
    option: str = ""

    def shown(self, values: Mapping[str, str]) -> dict[str, str]:
        """Put the media into the fields of a note; where they change, its options do."""
        if not self.tags:
            return dict(values)
        # The scripts of lists tell items apart by their text, and a picture has none.
        listed = [f"{tag}<span hidden>{at}</span>" for at, tag in enumerate(self.tags)]
        made = {name: _put(text, listed if text.startswith("<ol>") else self.tags) for name, text in values.items()}
        return made | {"Options": f"{made['Options']} {self.option}".strip()}


def _put(text: str, tags: Sequence[str]) -> str:
    """Put tags where their marks stand."""
    return MARKS.sub(lambda mark: tags[int(mark[1])] if int(mark[1]) < len(tags) else "", text)


def pictured(card: Card, deck: Deck, album: Album) -> Pictured:
    """Take the media of a card that are there along, and mark their places."""
    made = Pictured(card)
    if not illustrated(card):
        return made
    digests: dict[str, int] = {}

    def marked(reference: Reference) -> str | None:
        try:
            file = album.located(reference, deck)
        except LostError as error:
            album.losses.tell(card, deck, f"a picture or sound that {error.fault} stays as it is written", error.hint)
            return None
        tag = _written(reference, album.name(file, deck))
        digests[album.digest(file)] = 1
        if tag not in made.tags:
            made.tags.append(tag)
        return MARK.format(made.tags.index(tag))

    made.card = rewritten(card, lambda text: replaced(text, marked))
    if digests:
        made.option = f"media-{sha256(''.join(digests).encode()).hexdigest()[:8]}"
    return made


def _written(reference: Reference, name: str) -> str:
    """Name a file in a field as Anki does; two colons in a gap would begin a hint."""
    if reference.type.startswith("image/"):
        return f'<img src="{attribute(name)}" alt="{attribute(reference.alt).replace(":", "&#58;")}">'
    return f"[sound:{name}]"
