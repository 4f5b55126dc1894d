"""Notes of plain cards at one go: most cards ask a question, in texts that stand in Anki just as they are.

Whatever has to be cleaned, escaped or marked up, and a card that has anything more, goes the long way (`notes`), which
says the same of a plain card in twice the time. What is new in a card goes the long way until it is told of here.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from json.encoder import encode_basestring as quoted
from operator import attrgetter

from quiz.deck.guids import guid
from quiz.deck.marks import SIGNS
from quiz.deck.model import Card, Deck, Passage, Source
from quiz.deck.quotation import quotation
from quiz.export.anki import notes
from quiz.export.anki.carried import about as told_of
from quiz.export.anki.carried import written
from quiz.export.anki.cleaning import EDGE, spotless
from quiz.export.anki.lists import choices
from quiz.export.anki.markup import marked
from quiz.export.anki.media import Album
from quiz.export.anki.notes import Content
from quiz.export.anki.notetypes import QUESTION, QUOTE, NoteType

TOLD = frozenset("question answer explanation kind accept distractors tags source origin id reviewed place".split())
MORE = [each for each in dataclasses.fields(Card) if each.name not in TOLD]
MORE_OF, NOTHING = attrgetter(*(each.name for each in MORE)), tuple(each.default for each in MORE)
"""What more a card may have, and what a plain card has of it."""

SHORT = (QUESTION, QUOTE)
"""Note types whose fields are filled here."""

SPECIAL = "&<>{}[\\\n\u0338" + SIGNS
"""What means something to HTML, Anki or MathJax, may be a mark, or joins with what stands before it."""


def content(card: Card, deck: Deck, notetypes: Mapping[str, NoteType], prefix: str, album: Album) -> Iterable[Content]:
    """Write a card as `notes.content` does: a plain question or quotation at one go, anything else the long way."""
    notetype, *beside = notetypes.values()
    if notetype not in SHORT or beside or not bare(deck.source, deck.tags, prefix) or not plain(card):
        return notes.content(card, deck, notetypes, prefix, album)
    fields = (*asked(card, notetype), *about(card, deck), carried(card, deck, prefix, notetype))
    words = notes.tags((*deck.tags, *card.tags), prefix)
    return (Content(guid(deck.id, card.id), card.id, notetype, fields, words),)


def plain(card: Card) -> bool:
    """Whether the texts of a card are clean and stand in a field as they are, and it has no more than is told here."""
    if MORE_OF(card) != NOTHING or card.kind == "truefalse" or not card.question:
        return False
    texts = [card.question, card.answer, card.explanation, card.origin, *card.accept, *card.distractors, *card.tags]
    if source := card.source:
        texts.append(source.document)
        for passage in (source.passage, *source.evidence):
            texts += (passage.text, passage.section)
    return still(texts)


@lru_cache(64)
def bare(source: str, tags: tuple[str, ...], prefix: str) -> bool:
    """Whether what is told of a deck with each of its cards is as plain."""
    return still([source, *tags, prefix])


def still(texts: Sequence[str]) -> bool:
    """Whether nothing has to be done about any of some texts."""
    text = EDGE.join(["", *texts, ""])
    return spotless(text) and not any(map(text.__contains__, SPECIAL))


def asked(card: Card, notetype: NoteType) -> tuple[str, ...]:
    """Fill the fields of a note that come before what is told about it."""
    answer = card.answer
    accept = " · ".join([text for text in card.accept if text != answer])
    listed = choices(card) if card.distractors else ""
    if notetype is QUESTION:
        return (card.question, answer, accept, listed, "", "")
    words, who = quotation(card.question) or (card.question, "")
    return (words, who, answer, accept, listed, "")


def about(card: Card, deck: Deck) -> tuple[str, ...]:
    """Fill the fields that tell where a card comes from, and what styles and people know it by."""
    source, passage, place = card.source, "", ""
    document = source.document if source else deck.source
    if source:
        answers = (card.answer, *card.accept)
        texts = [source.passage.text, *(each.text for each in source.evidence)]
        passage = "".join([f"<blockquote>{marked(text, answers, plain=True)}</blockquote>" for text in texts if text])
        place = notes.place(source.passage)
    title = notes.title(document, deck.source, deck.title) if source or document else ""
    link, kind = notes.link(document or deck.source), f"kind-{card.kind}" if card.kind else ""
    return (card.explanation, passage, title, place, link, "", kind, notes.identity(deck.id, card.id), "")


def carried(card: Card, deck: Deck, prefix: str, notetype: NoteType) -> str:
    """Write what these fields do not show, as `carried.carried` does."""
    parts = []
    if card.accept:
        parts.append(f'"accept":{array(card.accept)}')
    if card.distractors:
        parts.append(f'"distractors":{array(card.distractors)}')
    if card.origin:
        parts.append(f'"origin":{quoted(card.origin)}')
    if notetype is QUOTE:
        parts.append(f'"question":{quoted(card.question)}')
    if card.tags and (deck.tags or prefix or " " in "".join(card.tags)):
        parts.append(f'"tags":{array(card.tags)}')
    if card.source:
        parts.append(f'"source":{{{sourced(card.source)}}}')
    if prefix or deck.source or deck.tags:
        parts.append(of_deck(deck.source, deck.tags, prefix))
    return f"{{{','.join(parts)}}}" if parts else ""


@lru_cache(64)
def of_deck(source: str, tags: tuple[str, ...], prefix: str) -> str:
    """Write what is told of a deck with each of its cards."""
    return written(told_of(Card(""), Deck("", (), source=source, tags=tags), prefix))[1:-1]


def sourced(source: Source) -> str:
    """Write where a card comes from, without the texts of its passages, which stand in a field."""
    parts = passage(source.passage)
    if source.document:
        parts.append(f'"document":{quoted(source.document)}')
    if source.evidence:
        more = ",".join([f"{{{','.join(passage(each))}}}" for each in source.evidence])
        parts.append(f'"evidence":[{more}]')
    return ",".join(parts)


def passage(told: Passage) -> list[str]:
    """Write where a passage stands."""
    parts = []
    if told.line:
        parts.append(f'"line":{told.line}')
    if told.page:
        parts.append(f'"page":{told.page}')
    if told.section:
        parts.append(f'"section":{quoted(told.section)}')
    if told.paragraph:
        parts.append(f'"paragraph":{told.paragraph}')
    if told.text:
        parts.append('"shown":1')
    return parts


def array(texts: Sequence[str]) -> str:
    """Write texts as a list in JSON."""
    return f"[{','.join(map(quoted, texts))}]"
