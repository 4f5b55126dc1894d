"""What one card says in Anki: note type, fields, tags and identity."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import urlsplit

import genanki

from quiz.deck.cloze import MARKED, gaps
from quiz.deck.model import Card, Deck, Passage, gapped
from quiz.export.anki.markup import attribute, clean, cloze, filled, html, marked
from quiz.export.anki.notetypes import CLOZE, ORDER, QUESTION, NoteType

ANKIS_TAGS = frozenset({"marked", "leech"})


@dataclass(frozen=True, slots=True)
class Content:
    """A note's identity and all it says."""

    guid: str
    notetype: NoteType
    fields: tuple[str, ...]
    tags: tuple[str, ...]

    @property
    def hash(self) -> str:
        """Sixteen hex digits that change when what the note says does.

        Its line or page number does not count: a paragraph added above moves every line below it, and a note that
        counts as changed overwrites what its owner edited in Anki.
        """
        said = [text for name, text in zip(self.notetype.fields, self.fields, strict=True) if name != "Place"]
        return sha256(json.dumps([said, self.tags]).encode()).hexdigest()[:16]


def guid(deck: str, card: str) -> str:
    """Make Anki's name of a note, for ever, from deck id and card id alone."""
    return str(genanki.guid_for(json.dumps([deck, card])))


def identity(deck: str, card: str) -> str:
    """Write the same two ids for people, who can search for them in Anki."""
    return attribute(f"{deck}/{card}")


def fitting(card: Card) -> NoteType:
    """Choose the note type of a card never exported before: a cloze only where there is no question."""
    if card.ordered:
        return ORDER
    return QUESTION if clean(card.question) or not MARKED.search(card.cloze) else CLOZE


def content(card: Card, deck: Deck, notetype: NoteType) -> Content:
    """Write a card as a note of this type, whichever type it would get today."""
    values = answered(card) | sourced(card, deck, filled(card.cloze) if notetype.cloze else "")
    if notetype.cloze:
        values["Text"] = cloze(card.cloze if clean(card.cloze) else card.question, card.answer)
    else:
        values["Question"] = html(asked(card))
    if notetype is ORDER and card.ordered:
        values |= {"Items": listed(mixed(card)), "Answer": listed(card.ordered)}
    values["Options"] = f"kind-{card.kind}" if card.kind else ""
    values["ID"] = identity(deck.id, card.id)
    fields = tuple(values.get(name, "") for name in notetype.fields)
    return Content(guid(deck.id, card.id), notetype, fields, tags((*deck.tags, *card.tags)))


def asked(card: Card) -> str:
    """Write what a card asks; a bare statement that is true or false is asked as such."""
    question = card.question if clean(card.question) else gapped(card.cloze)
    bare = card.kind == "truefalse" and not card.distractors and "true or false" not in question.casefold()
    return f"True or false? {question}" if bare else question


def mixed(card: Card) -> Sequence[str]:
    """Put the items of an order card in an order of the card's own, not the right one, shown where no script runs."""
    drawn = sorted(card.ordered, key=lambda text: sha256(f"{card.id}/{clean(text)}".encode()).digest())
    return drawn if tuple(drawn) != card.ordered else [*drawn[1:], drawn[0]]


def listed(items: Iterable[str]) -> str:
    """Write items as a list."""
    return "<ol>" + "".join(f"<li><bdi>{html(item)}</bdi></li>" for item in items) + "</ol>"


def answered(card: Card) -> dict[str, str]:
    """Fill the fields that hold the answer, other right ones, and the choices with the right one among them."""
    others = [text for text in card.accept if clean(text) != clean(card.answer)]
    return {
        "Answer": html(card.answer),
        "Accept": " · ".join(html(text) for text in others),
        "Choices": choices(card),
        "Explanation": html(card.explanation),
    }


def choices(card: Card) -> str:
    """List answer and distractors, in an order of the card's own, which shows where no script shuffles it."""
    if not card.distractors:
        return ""
    texts = dict.fromkeys((card.answer, *card.distractors))
    order = sorted(texts, key=lambda text: sha256(f"{card.id}/{clean(text)}".encode()).digest())
    right = {text: " data-right" if text == card.answer else "" for text in order}
    return "<ol>" + "".join(f"<li{right[text]}><bdi>{html(text)}</bdi></li>" for text in order) + "</ol>"


def sourced(card: Card, deck: Deck, known: str) -> dict[str, str]:
    """Fill the fields that say where the card comes from; no passage that says just what is `known` from the text."""
    if card.source is None:
        return {"Title": title(deck.source, deck), "Link": link(deck.source)} if deck.source else {}
    # The words "true" and "false" say nothing where they stand in a passage.
    answers = [] if card.kind == "truefalse" else [*gaps(card.cloze), card.answer, *card.accept]
    passages = [card.source.passage, *card.source.evidence]
    return {
        "Title": title(card.source.document, deck),
        "Link": link(card.source.document or deck.source),
        "Place": place(card.source.passage),
        "Passage": "".join(
            f"<blockquote>{marked(passage.text, answers)}</blockquote>"
            for passage in passages
            if clean(passage.text) not in ("", known)
        ),
    }


def title(document: str, deck: Deck) -> str:
    """Name the document: a deck's own document is called as the deck is, any other by its file name."""
    if not document or document == deck.source:
        return html(deck.title)
    return html(document if link(document) else re.split(r"[/\\]", document.rstrip("/\\"))[-1])


def place(passage: Passage) -> str:
    """Say where in the document, in a reader's words."""
    parts = [
        clean(passage.section),
        f"page {passage.page}" if passage.page is not None else "",
        f"paragraph {passage.paragraph}" if passage.paragraph is not None else "",
        f"line {passage.line}" if passage.line is not None else "",
    ]
    return html(", ".join(filter(None, parts)))


def link(document: str) -> str:
    """Give the address of a document on the web, if that is where it is; only https, which every Anki opens."""
    try:
        parts = urlsplit(document)
    except ValueError:
        return ""
    return attribute(document) if parts.scheme == "https" and parts.netloc else ""


def tags(words: tuple[str, ...]) -> tuple[str, ...]:
    """Write tags as Anki keeps them, each once: it knows no difference of case."""
    kept: dict[str, str] = {}
    for tag in filter(None, map(tag_of, words)):
        kept.setdefault(tag.casefold(), tag)
    return tuple(kept.values())


def tag_of(word: str) -> str:
    """Write a tag without spaces or empty levels; "" if nothing is left of it or Anki gives it a meaning of its own."""
    levels = ("_".join(level.split()).strip(":") for level in clean(word).split("::"))
    tag = "::".join(filter(None, levels))
    return "" if tag.lower() in ANKIS_TAGS else tag
