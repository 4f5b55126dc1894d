"""What one card says in Anki: note type, fields, tags and identity."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache, lru_cache
from hashlib import sha256
from operator import itemgetter
from urllib.parse import urlsplit

from quiz.deck import marks
from quiz.deck.cloze import gaps
from quiz.deck.guids import guid, quoted
from quiz.deck.ledger import Texts
from quiz.deck.model import Card, Deck, Passage, leveled
from quiz.deck.notefields import HINT, own_of
from quiz.deck.quotation import quotation
from quiz.deck.sums import UNCOUNTED, field_sums, sums
from quiz.deck.theirs import ANKIS_TAGS
from quiz.export.anki import carried
from quiz.export.anki.cleaning import cleaned
from quiz.export.anki.lists import choices, listed, mixed, of_truths, parts
from quiz.export.anki.markup import attribute, clean, cloze, filled, html, marked, typeable, written
from quiz.export.anki.media import Album, pictured
from quiz.export.anki.notetypes import CHOICE, ORDER, QUOTE, REVERSE, TYPED, NoteType
from quiz.values import dataclass

FIRST = 16
BLANK = re.compile(r"\s+|&nbsp;|</?(?:br|div) ?/?>", re.IGNORECASE)
"""What fills no field, as Anki sees it."""


@dataclass(frozen=True, slots=True)
class Content:
    """A note's identity, its line in the lock, and all it says; `turn` counts the notes of a card from 0, its own."""

    guid: str
    key: str
    notetype: NoteType
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    turn: int = 0

    @property
    def hash(self) -> str:
        """Sums that change when what the note says does, but for fields that do not count."""
        return sums(counted(self.notetype.fields)(self.fields), self.tags)

    def says(self, known: str) -> bool:
        """Whether it says what has these sums, or the sixteen digits of all together that locks had at first."""
        if len(known) != FIRST or len(field_sums(known)) > 1:
            return self.hash == known
        said = counted(self.notetype.fields)(self.fields)
        return sha256(f"[{quoted(said)}, {quoted(self.tags)}]".encode()).hexdigest()[:FIRST] == known

    def filled(self, own: Texts) -> Content:
        """Put in what its owner wrote into fields of their own, by name; it makes no note newer."""
        words, mine = dict(own), {*own_of(self.notetype.fields, self.fields[-1])}
        named = zip(self.notetype.fields, self.fields, strict=True)
        fields = tuple(clean(words[name]) if name in mine and name in words else text for name, text in named)
        return replace(self, fields=fields)

    def displaced(self, own: Texts) -> Texts:
        """Tell which words of its owner stand where it says something of its card by now."""
        named = dict(zip(self.notetype.fields, self.fields, strict=True))
        mine = own_of(self.notetype.fields, self.fields[-1])
        return tuple(
            (name, text) for name, text in own if name not in mine and text.strip() and named.get(name) != text
        )

    def since(self, export: int) -> Content:
        """Let it tell unseen which export, after the first, made it say this: an import asks what Anki has taken."""
        return replace(self, fields=(*self.fields[:-1], carried.since(self.fields[-1], export))) if export else self

    @property
    def second(self) -> bool:
        """Whether its owner had it make a second card, which asks by the field `Reverse`."""
        named = zip(self.notetype.fields, self.fields, strict=True)
        return any(name == "Reverse" and BLANK.sub("", text) for name, text in named)


@cache
def counted(names: tuple[str, ...]) -> Callable[[tuple[str, ...]], tuple[str, ...]]:
    """Return what takes from a note's fields, by their names, those that count."""
    return itemgetter(*(at for at, name in enumerate(names) if name not in UNCOUNTED))


def identity(deck: str, key: str) -> str:
    """Write the same ids for people, who can search for them in Anki."""
    return attribute(f"{deck}/{key}")


def content(
    card: Card, deck: Deck, notetypes: Mapping[str, NoteType], prefix: str = "", album: Album | None = None
) -> Iterator[Content]:
    """Write a card as notes of these types, by their lines in the lock, whichever types it would get today.

    `prefix` is put before every tag; the files of its pictures and sounds go into the album.
    """
    words = tags((*deck.tags, *card.tags, *([leveled(card.difficulty)] if card.difficulty else [])), prefix)
    illustrated = pictured(card, deck, Album() if album is None else album)
    shown = cleaned(illustrated.card)
    for turn, (key, notetype) in enumerate(notetypes.items()):
        known = filled(card.cloze) if notetype.cloze else ""
        values = illustrated.shown(said(shown, deck, notetype, known))
        values["ID"] = identity(deck.id, key)
        values[carried.FIELD] = carried.carried(card, deck, values, known, prefix)
        fields = tuple([values.get(name, "") for name in notetype.fields])
        beside = key.removeprefix(card.id).split()
        yield Content(guid(deck.id, card.id, *beside), key, notetype, fields, words, turn)


def said(card: Card, deck: Deck, notetype: NoteType, known: str) -> dict[str, str]:
    """Fill the fields of a note of this type, and maybe others, with a clean card's texts.

    No passage tells what is `known` from the text.
    """
    values = answered(card, notetype)
    values.update(sourced(card, deck, known))
    values["Question"] = written(clean(asked(card)))
    if notetype.cloze:
        text = cloze(card.cloze if clean(card.cloze) else card.question, card.answer, card.hints)
        values |= {"Question": "", "Text": text}
    elif notetype is ORDER and card.ordered:
        values |= {"Items": listed(mixed(card)), "Answer": listed(card.ordered)}
    elif notetype is QUOTE:
        words, who = quotation(clean(card.question)) or (asked(card), "")
        values |= {"Quote": written(clean(words)), "Question": written(clean(who)), "Speaker": values["Answer"]}
    elif notetype is REVERSE:
        values |= {"Question": values["Answer"], "Answer": values["Question"], "Accept": "", "Choices": ""}
    if card.hint and notetype is not REVERSE:
        values[HINT] = written(clean(card.hint))
    values["Options"] = options(card, notetype)
    return values


def options(card: Card, notetype: NoteType) -> str:
    """Name what styles and scripts go by, and what a reader of the note would not know otherwise."""
    named = [f"kind-{card.kind}"] if card.kind else []
    if notetype is CHOICE and of_truths(card):
        named.append("fixed")
    elif notetype is REVERSE:
        named.append("reverse")
    return " ".join(named)


def asked(card: Card) -> str:
    """Write what a card asks; a bare statement that is true or false is asked as such."""
    question = card.question if clean(card.question) else card.asks
    bare = card.kind == "truefalse" and not card.distractors and "true or false" not in question.casefold()
    return f"True or false? {question}" if bare else question


def answered(card: Card, notetype: NoteType) -> dict[str, str]:
    """Fill the fields that hold the answer, other right ones, and the choices with the right one among them."""
    others = [text for text in card.accept if text != card.answer]
    if card.unit and notetype is TYPED:
        others = [*(text for text in card.right[1:2] if text not in others), *others]
    return {
        "Answer": parts(card) if card.all_of else written(card.answer),
        "Accept": " · ".join(map(written, others)),
        "Choices": choices(card) if card.distractors or notetype is CHOICE else "",
        "Typed": typeable(", ".join(card.all_of) or card.answer) if notetype is TYPED else "",
        "Tolerance": html(card.tolerance) if card.tolerance else "",
        "Explanation": written(card.explanation),
    }


def sourced(card: Card, deck: Deck, known: str) -> dict[str, str]:
    """Fill the fields that say where the card comes from; no passage that says just what is `known` from the text."""
    source = card.source
    if source is None:
        return {"Title": title(deck.source, deck.source, deck.title), "Link": link(deck.source)} if deck.source else {}
    # The words "true" and "false" say nothing where they stand in a passage.
    told = marks.typeable(card)
    answers = [] if card.kind == "truefalse" else [*gaps(told.cloze), told.answer, *told.accept]
    passages = [passage.text for passage in (source.passage, *source.evidence)]
    quoted = [f"<blockquote>{marked(text, answers)}</blockquote>" for text in passages if text and text != known]
    return {
        "Title": title(source.document, deck.source, deck.title),
        "Link": link(source.document or deck.source),
        "Place": place(source.passage),
        "Passage": "".join(quoted),
    }


@lru_cache(64)
def title(document: str, own: str, called: str) -> str:
    """Name the document: a deck's own document is called as the deck is, any other by its file name."""
    if not document or document == own:
        return html(called)
    return html(document if link(document) else re.split(r"[/\\]", document.rstrip("/\\"))[-1])


def place(passage: Passage) -> str:
    """Say where in the document, in a reader's words."""
    parts = [section] if passage.section and (section := clean(passage.section)) else []
    if passage.page is not None:
        parts.append(f"page {passage.page}")
    if passage.paragraph is not None:
        parts.append(f"paragraph {passage.paragraph}")
    if passage.line is not None:
        parts.append(f"line {passage.line}")
    return html(", ".join(parts))


@lru_cache(64)
def link(document: str) -> str:
    """Give the address of a document on the web, if that is where it is; only https, which every Anki opens."""
    try:
        parts = urlsplit(document)
    except ValueError:
        return ""
    return attribute(document) if parts.scheme == "https" and parts.netloc else ""


@lru_cache(256)
def tags(words: tuple[str, ...], prefix: str = "") -> tuple[str, ...]:
    """Write tags as Anki keeps them, each once: it knows no difference of case."""
    kept: dict[str, str] = {}
    for tag in filter(None, map(tag_of, words)):
        kept.setdefault(tag.casefold(), tag_of(prefix + tag) if prefix else tag)
    return tuple(kept.values())


@lru_cache(256)
def tag_of(word: str) -> str:
    """Write a tag without spaces or empty levels; "" if nothing is left of it or Anki gives it a meaning of its own."""
    levels = ("_".join(level.split()).strip(":") for level in clean(word).split("::"))
    tag = "::".join(filter(None, levels))
    return "" if tag.lower() in ANKIS_TAGS else tag
