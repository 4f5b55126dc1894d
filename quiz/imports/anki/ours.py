"""Notes of our own export -> the cards they were, with what their owner changed in Anki."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from html import unescape
from typing import Any, cast

from quiz.deck.cloze import hinted, hints, normal
from quiz.deck.lock import Note as Told
from quiz.deck.model import TRUTHS, Card, Kind, Passage, Source, chain, gapped
from quiz.deck.theirs import said
from quiz.imports import markup
from quiz.imports.anki.collection import Collection, Note
from quiz.imports.clozes import asked, ours, parsed
from quiz.imports.model import Item, Shelf

UNCOUNTED = frozenset({"Place", "Title", "Reserve 2"})
"""Fields of which an export does not say that they make a note newer."""

OWN = frozenset({"Extra", "Reserve 1"})
"""Fields that are the owner's: an export leaves them empty, so that what stands there is no news to it."""

OURS = frozenset({"ID", "Options", "Passage", "Reserve 2"})
ITEM = re.compile(r"<li([^<>]*)>((?:(?!</?li\b).)*)</li>", re.DOTALL)
QUOTED = re.compile(r"<blockquote>((?:(?!</?blockquote\b).)*)</blockquote>", re.DOTALL)
PLAIN = re.compile(r"</?(?:bdi|span|mark)(?: [^<>]*)?>|<br\s*/?>")
UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
HIDDEN = re.compile(r"<span hidden>[^<]*</span>")
TRUTH = "True or false? "


def is_ours(note: Note) -> bool:
    """Whether a note is of a type of ours, and says which card it is."""
    if not note.notetype.name.startswith("Quiz ") or not OURS.issubset(note.notetype.fields):
        return False
    return all(identity(note))


def identity(note: Note) -> tuple[str, str]:
    """Return deck id and card id; a presentation named behind a space is not part of it."""
    deck, _, card = unescape(_fields(note).get("ID", "")).partition("/")
    return deck, card.partition(" ")[0]


def restored(notes: Iterable[Note], collection: Collection) -> tuple[list[Shelf], list[str]]:
    """Make decks of notes, and list the media that were put into them since."""
    decks: dict[str, dict[str, list[Note]]] = {}
    for note in notes:
        deck, card = identity(note)
        decks.setdefault(deck, {}).setdefault(card, []).append(note)
    shelves, media = [], list[str]()
    for deck, cards in decks.items():
        items, titles, about = [], list[str](), dict[str, Any]()
        for card, presented in cards.items():
            note = min(presented, key=_rank)
            rows = collection.cards.get(note.id, [])
            titles += [collection.decks.get(row.deck, "") for row in rows]
            made = _Restoring(note)
            about = about or made.deck
            told = {_line(each): _told(each, made) for each in presented}
            items.append(Item(replace(made.card(), id=card), f"{deck}\0{card}", told=told, prefix=made.prefix))
            media += made.media
        title = _common(titles) or max(filter(None, titles), key=titles.count, default="Imported")
        tags = tuple(map(str, about.get("tags", ())))
        shelves.append(Shelf(title, items, deck, deck, tags, str(about.get("source", ""))))
    return shelves, media


def _common(titles: Iterable[str]) -> str:
    """Name the deck that all lie in: cards may have been put below it by their tags."""
    levels = [title.split("::") for title in titles if title]
    shared = [names[0] for names in zip(*levels, strict=False) if len({*names}) == 1]
    return "::".join(shared) if levels else ""


def _line(note: Note) -> str:
    """Tell the line of the lock that a note has: the card's own, or one of a presentation beside it."""
    return unescape(_fields(note)["ID"]).partition("/")[2]


def _told(note: Note, made: _Restoring) -> Told:
    """Tell what Anki has of a note as the lock keeps it: the hash of what it says, whatever nobody sees left out."""
    own = OWN if _backwards(_fields(note)) else OWN | {"Reverse"}
    fields = ["" if name in own else text for name, text in _fields(note).items() if name not in UNCOUNTED]
    ranks = {tag: at for at, tag in enumerate(map(_tag, (*map(str, made.deck.get("tags", ())), *made.words())))}
    tags = sorted(note.tags, key=lambda tag: ranks.get(_tag(tag.removeprefix(made.prefix)), len(ranks)))
    return Told(note.notetype.name.removeprefix("Quiz ").lower(), said(fields, tags), max(1, note.mod))


def _fields(note: Note) -> dict[str, str]:
    return dict(zip(note.notetype.fields, note.fields, strict=True))


def _backwards(fields: dict[str, str]) -> bool:
    """Whether a note asks for the question by the answer."""
    return "reverse" in fields.get("Options", "").split()


def _forwards(fields: dict[str, str]) -> dict[str, str]:
    """Turn the fields of a note that asks backwards round; others right and wrong answers it does not show."""
    if not _backwards(fields):
        return fields
    kept = {name: text for name, text in fields.items() if name not in ("Accept", "Choices")}
    return kept | {"Question": fields["Answer"], "Answer": fields["Question"]}


def _rank(note: Note) -> tuple[bool, bool, int]:
    """Put the note of a card's own before those beside it, and one that asks backwards last."""
    beside = _line(note).partition(" ")[2]
    return bool(beside), beside == "reverse", note.id


def _sensible(told: Any) -> bool:
    """Whether what a hidden field holds is shaped as an export writes it."""
    if not isinstance(told, dict) or not isinstance(told.get("deck", {}), dict):
        return False
    source = told.get("source", {})
    lists = [told.get(key, []) for key in ("tags", "accept", "distractors", "ordered")]
    lists += [told.get("deck", {}).get("tags", []), source.get("evidence", []) if isinstance(source, dict) else []]
    return all(isinstance(each, list) for each in lists) and all(isinstance(each, dict) for each in lists[-1])


class _Restoring:
    """One card being made of its note: what its fields show, and what only a hidden field knows."""

    def __init__(self, note: Note) -> None:
        self._fields = _forwards(_fields(note))
        self._cloze = note.notetype.cloze
        self.media = [name for text in self._fields.values() if _pictured(text) for name in markup.read(text).media]
        self._told: dict[str, Any] = {}
        with suppress(ValueError, RecursionError):
            told = json.loads(unescape(self._fields["Reserve 2"]) or "{}")
            self._told = told if _sensible(told) else {}
        self.prefix = self._text("prefix")
        self._tags = tuple(tag.removeprefix(self.prefix) for tag in note.tags)
        deck = self._told.get("deck", {})
        self.deck: dict[str, Any] = deck if isinstance(deck, dict) else {}

    def card(self) -> Card:
        """Make the card."""
        kind = re.search(r"kind-(\w+)", self._fields["Options"])
        answer = self._one("answer", self._shown("Speaker") or self._shown("Answer"))
        ordered = self._ordered() if "Items" in self._fields else ()
        if ordered:
            answer = chain(ordered)
        accept = self._accepted(answer)
        wrong = [text for mark, text in _listed(self._fields.get("Choices", "")) if "data-right" not in mark]
        hidden = [*accept, answer, *(TRUTHS if kind and kind[1] == "truefalse" else ())]
        return Card(
            answer=answer,
            question=self._question(),
            cloze=self._gaps(),
            kind=cast("Kind", kind[1]) if kind else "",
            accept=accept,
            distractors=self._many("distractors", "Choices", wrong, hidden),
            explanation=self._one("explanation", self._shown("Explanation")),
            tags=self.words(),
            source=self._source(),
            origin=self._text("origin"),
            stale=bool(self._told.get("stale")),
            ordered=ordered,
            tolerance=self._text("tolerance"),
        )

    def _accepted(self, answer: str) -> tuple[str, ...]:
        """Tell the other right answers, which the note shows as one text."""
        told, shown = self._told.get("accept", []), self._shown("Accept")
        texts = tuple(map(str, told)) if isinstance(told, list) else ()
        others = (text for text in texts if _same(text) != _same(answer))
        same = "Accept" not in self._fields or _same(" · ".join(others)) == _same(shown)
        return texts if same else tuple(filter(None, shown.split(" · ")))

    def _ordered(self) -> tuple[str, ...]:
        """Tell the items of an order card."""
        shown, told = _items(self._fields["Answer"]), self._told.get("ordered", [])
        same = isinstance(told, list) and [*map(_same, map(str, told))] == [*map(_same, shown)]
        return tuple(map(str, told)) if same else tuple(shown)

    def _question(self) -> str:
        """Tell the question, unless the card is asked by its cloze alone."""
        told = self._text("question")
        if self._cloze:
            return told
        shown = self._shown("Question")
        if "Quote" in self._fields:
            quote = self._shown("Quote")
            return told if _same(quote) in _same(told) else " ".join(filter(None, (quote, shown)))
        bare = told or gapped(self._text("cloze"))
        if "question" in self._told and _same(shown) in (_same(bare), _same(TRUTH + bare)):
            return told
        return shown

    def _gaps(self) -> str:
        """Tell the cloze."""
        told = self._text("cloze")
        if not self._cloze:
            return told
        reading = self._read(asked(parsed(self._fields["Text"]), 1))
        shown = ours(reading)
        return hinted(told, hints(shown)) if _same(normal(shown)) == _same(told) else shown

    def _source(self) -> Source | None:
        """Tell where the card comes from; passages that the note shows stand there."""
        told = self._told.get("source")
        if not isinstance(told, dict):
            return None
        shown = iter(_exact(text) for text in QUOTED.findall(self._fields["Passage"]))
        passages = [_passage(each, shown) for each in (told, *told.get("evidence", ()))]
        return Source(passages[0], str(told.get("document", "")), tuple(passages[1:]))

    def words(self) -> tuple[str, ...]:
        """Tell the tags that are the card's own, and not those of its deck."""
        decks = {_tag(str(tag)) for tag in self.deck.get("tags", ())}
        told = tuple(map(str, self._told.get("tags", ())))
        shown = tuple(tag for tag in self._tags if _tag(tag) not in decks)
        return told if {*map(_tag, told)} - decks == {*map(_tag, shown)} else shown

    def _one(self, key: str, shown: str) -> str:
        """Tell a text as it was, unless its owner changed what the note shows of it."""
        told = self._text(key)
        return told if told and _same(told) == _same(shown) else shown

    def _many(self, key: str, field: str, shown: Sequence[str], hidden: Iterable[str] = ()) -> tuple[str, ...]:
        """Do the same with several texts, of which the note shows all but the `hidden`, in whatever order."""
        told = self._told.get(key, [])
        texts = tuple(map(str, told)) if isinstance(told, list) else ()
        out = {_same(text).casefold() for text in hidden}
        expected = {_same(text).casefold() for text in texts} - out
        same = expected == {_same(text).casefold() for text in shown} - out
        return texts if same or field not in self._fields else tuple(shown)

    def _shown(self, name: str) -> str:
        """Read a field as it was written, or as a reader sees it where its owner used more than our export does."""
        return self._read(self._fields.get(name, ""))

    def _read(self, html: str) -> str:
        return _exact(html) if "<" not in PLAIN.sub("", html) else markup.read(html).text

    def _text(self, key: str) -> str:
        value = self._told.get(key, "")
        return value if isinstance(value, str) else ""


def _passage(told: Any, shown: Iterator[str]) -> Passage:
    """Read a passage; its text stands in the field of passages if it is `shown`, or exactly so here."""
    about = told if isinstance(told, dict) else {}
    seen = next(shown, "") if about.get("shown") else ""
    numbers = {key: int(about[key]) for key in ("line", "page", "paragraph") if str(about.get(key, "")).isdecimal()}
    return Passage(str(about.get("text", "")) or seen, section=str(about.get("section", "")), **numbers)


def _listed(html: str) -> list[tuple[str, str]]:
    """List the items of a list, each with its marks."""
    return [(mark, _exact(text)) for mark, text in ITEM.findall(HIDDEN.sub("", html))]


def _items(html: str) -> Sequence[str]:
    return [text for _, text in _listed(html)]


def _exact(html: str) -> str:
    """Read what our export wrote, exactly."""
    return markup.read(html).text if _pictured(html) else markup.plain(html)


def _pictured(html: str) -> bool:
    """Whether a field names a picture or sound."""
    return "[sound:" in html or "<img" in html


def _same(text: str) -> str:
    """Fold away what writing to a field changes: white space, controls, and how accents are encoded."""
    return " ".join(unicodedata.normalize("NFC", UNSEEN.sub("", text)).split())


def _tag(tag: str) -> str:
    return "_".join(_same(tag).split()).casefold()
