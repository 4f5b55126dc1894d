"""A note of someone's own -> our cards, one for each of its cards, and what an export needs to write it back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quiz.deck.cloze import fault
from quiz.deck.model import Card
from quiz.deck.notefields import HIDDEN
from quiz.deck.references import mentions
from quiz.deck.theirs import ANKIS_TAGS, Role, Theirs, explained, said
from quiz.imports import markup
from quiz.imports.anki.collection import CardRow, Note
from quiz.imports.anki.ours import kind_of
from quiz.imports.anki.templates import clozed, shown
from quiz.imports.clozes import CROWDED, asked, numbers, ours, parsed, some
from quiz.imports.losses import Losses
from quiz.imports.model import Item

BARE = frozenset("back extra|comment|comments|explanation|extra|extra info|more|notes|note|remarks".split("|"))
"""Names of fields that say nothing of what stands in them, where it is the only one."""

KEPT = "the lock keeps it, and an export writes it back where the text is not changed"
WORDS = {
    "formatting": ("cards whose underlined, coloured or partly bold words are plain here", KEPT),
    "pictures": ("cards with pictures inside their text, left out", KEPT),
    "scripts": ("cards with scripts, left out", KEPT),
}
"""What is told of what a card does not show; the looks of its pictures are not, for they always go back."""


@dataclass(slots=True)
class Carried:
    """What comes of one note: its cards, the media they name, and the note for the lock."""

    items: list[Item] = field(default_factory=list)
    media: list[str] = field(default_factory=list)
    theirs: Theirs | None = None


def carried(note: Note, rows: Sequence[CardRow], losses: Losses) -> Carried:
    """Make cards of a note; what cannot be one is counted as lost."""
    found = Carried()
    if note.notetype.occlusion:
        losses.add("notes that hide parts of a picture (image occlusion), left out")
        return found
    gone: set[str] = set()
    for ord_ in _ords(note, rows, losses):
        made = _Making(note, ord_)
        card = made.cloze() if note.notetype.cloze else made.basic()
        if card is None:
            losses.add("cards that ask nothing, or to which nothing is the answer, left out")
            continue
        found.items.append(Item(card, f"{note.guid}/{ord_}", note.guid, made.role()))
        found.media += made.media
        gone |= made.lost
    for what in sorted(gone & WORDS.keys()):
        losses.add(*WORDS[what])
    if found.items:
        told = said(note.fields, note.tags)
        mod = max(1, note.mod)
        found.theirs = Theirs(str(note.notetype.id), note.fields, note.tags, told, mod, seen=mod)
    return found


def _ords(note: Note, rows: Sequence[CardRow], losses: Losses) -> Iterator[int]:
    """Tell which cards of a note there are, each once; where none is filed, those that Anki would make."""
    most = len(note.notetype.templates)
    if note.notetype.cloze:
        text = note.fields[clozed(note.notetype)]
        there = {number - 1 for number in numbers(parsed(text))}
        there = there & {row.ord for row in rows} or there
        kept = some(there, text)
        losses.many(CROWDED, len(there) - len(kept))
        yield from kept
    else:
        yield from sorted({row.ord for row in rows if 0 <= row.ord < most} or range(most))


class _Making:
    """One card of a note in the making."""

    def __init__(self, note: Note, ord_: int) -> None:
        self._note, self._ord = note, ord_
        self._shown = shown(note.notetype, ord_)
        unread = HIDDEN if kind_of(note) else frozenset[str]()
        fields = enumerate(zip(note.notetype.fields, note.fields, strict=True))
        self._filled = [at for at, (name, text) in fields if text.strip() and name not in unread]
        self._tags = tuple(tag for tag in note.tags if tag.casefold() not in ANKIS_TAGS)
        self._keys: dict[str, tuple[int, ...]] = {}
        self._bare = False
        self.media: list[str] = []
        self.lost: set[str] = set()

    def role(self) -> Role:
        """Tell what the card was made of."""
        return Role(self._ord, self._keys, self._bare)

    def basic(self) -> Card | None:
        """Make a card of question and answer; None where either is empty."""
        filled = self._filled
        front = [at for at in self._shown.front if at in filled] or filled[:1]
        rest = [at for at in (*self._shown.back, *filled) if at in filled and at not in (*front, *self._shown.tested)]
        question = "\n".join(filter(None, (self._text(at) for at in front)))
        if not question or not rest:
            return None
        answer = self._text(rest[0])
        self._keys |= {"question": tuple(front), "answer": (rest[0],)}
        rest = sorted({*rest} - {rest[0]})
        hint = self._hint(rest)
        return Card(answer, question, explanation=self._rest(rest), hint=hint, tags=self._tags) if answer else None

    def cloze(self) -> Card | None:
        """Make a cloze of one number; None where its gap holds nothing."""
        at = clozed(self._note.notetype)
        reading = self._read(asked(parsed(self._note.fields[at]), self._ord + 1))
        text = ours(reading.text)
        if fault(text):
            return None
        self._keys["cloze"] = (at,)
        rest = [each for each in self._filled if each != at and each not in self._shown.tested]
        hint = self._hint(rest)
        return Card("", cloze=text, explanation=self._rest(rest), hint=hint, tags=self._tags)

    def _hint(self, rest: list[int]) -> str:
        """Take the hints out of the fields that are left; those with pictures, which no hint has, stay there."""
        fields = self._note.fields
        found = {at: text for at in rest if at in self._shown.hints and not mentions(text := self._text(at))}
        rest[:] = [at for at in rest if at not in found]
        # A hint that a person writes later has somewhere to go.
        spare = [at for at in sorted(self._shown.hints - self._shown.tested) if not fields[at].strip()]
        places = [at for at, text in found.items() if text] or ([] if self._shown.hints & {*rest} else spare[:1])
        self._keys |= {"hint": tuple(places)} if places else {}
        return "\n".join(filter(None, found.values()))

    def _rest(self, fields: Sequence[int]) -> str:
        """Write all other fields as the explanation."""
        texts = {at: text for at in fields if (text := self._text(at))}
        if not texts:
            # An explanation that a person writes later has somewhere to go.
            spare = [at for at, name in enumerate(self._note.notetype.fields) if name.casefold() in BARE]
            spare = [at for at in spare if not self._note.fields[at].strip()]
            self._bare = bool(spare)
            self._keys |= {"explanation": (spare[0],)} if spare else {}
            return ""
        names = [self._note.notetype.fields[at] for at in texts]
        self._bare = len(names) == 1 and names[0].casefold() in BARE
        self._keys["explanation"] = tuple(texts)
        return explained(names, list(texts.values()), bare=self._bare)

    def _text(self, at: int) -> str:
        """Read one field."""
        return self._read(self._note.fields[at]).text

    def _read(self, html: str) -> markup.Reading:
        reading = markup.read(html)
        self.media += reading.media
        self.lost |= reading.lost
        return reading
