"""Anki's own collection, what it says of an import, and cards to try it with."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import anki.collection
from anki.collection import Collection
from anki.scheduler.v3 import CardAnswer

from quiz.deck.model import Card, Deck, Passage, Source
from quiz.export.anki import write
from quiz.export.request import Request

NOW = 1_790_000_000
OPTIONS = hasattr(anki.collection, "ImportAnkiPackageOptions")
"""Whether this Anki can be told how to import; before 23.10 it could not."""


@dataclass(frozen=True, slots=True)
class Log:
    """What Anki says an import did."""

    new: int
    updated: int
    duplicate: int
    conflicting: int


class Anki:
    """A collection as one user has it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.collection: Any = Collection(str(folder / "collection.anki2"))

    def read(self, package: Path, **options: Any) -> Log:
        """Import a package as the dialog does: newer notes only, no merging of note types, no scheduling."""
        if OPTIONS:
            request = anki.collection.ImportAnkiPackageRequest(
                package_path=str(package), options=anki.collection.ImportAnkiPackageOptions(**options)
            )
            log = self.collection.import_anki_package(request).log
        else:
            log = self.collection.import_anki_package(str(package)).log
        self.collection.models._clear_cache()  # stale after an import
        return Log(len(log.new), len(log.updated), len(log.duplicate), len(log.conflicting))

    def take(self, decks: Deck | list[Deck], now: int = NOW, **options: Any) -> Log:
        """Export decks and import the package."""
        package = self.folder / "export.apkg"
        write([decks] if isinstance(decks, Deck) else decks, package, Request(now, **options))
        return self.read(package)

    def note(self, card: str) -> Any:
        """The one note of a card, by deck id and card id."""
        (found,) = self.collection.find_notes(f'"ID:{card}"')
        return self.collection.get_note(found)

    def study(self, deck: str = "Rivers") -> Any:
        """Answer the first card of a deck, which is easy; return it as it is then."""
        self.collection.decks.select(self.collection.decks.id(deck))
        shown = self.collection.sched.get_queued_cards(fetch_limit=1).cards[0]
        card = self.collection.get_card(shown.card.id)
        card.start_timer()
        answer = self.collection.sched.build_answer(card=card, states=shown.states, rating=CardAnswer.EASY)
        self.collection.sched.answer_card(answer)
        return self.collection.get_card(card.id)

    def sides(self, card: str) -> tuple[str, str]:
        """Front and back of a card's one card, rendered."""
        (only,) = self.note(card).cards()
        shown = only.render_output(reload=True)
        return shown.question_text, shown.answer_text

    def unsound(self) -> list[object]:
        """What a check of the database finds: notes without cards, empty cards, damage; and the cards that it adds."""
        cards = self.collection.card_count()
        notes = self.collection.db.scalar("select count() from notes where id not in (select nid from cards)")
        empty = list(self.collection.get_empty_cards().notes)
        message, fine = self.collection.fix_integrity()
        added = self.collection.card_count() - cards
        return [found for found in (notes, *empty, "" if fine else message, added) if found]


Shelf = Callable[..., Deck]


BAGHDAD = Card(
    "Tigris",
    question="Which river runs through Baghdad?",
    id="baghdad",
    accept=("the Tigris",),
    distractors=("Euphrates", "Karun"),
    tags=("asia",),
    source=Source(Passage("Baghdad, on the Tigris, was founded in 762.", line=7)),
)
FOUNDED = Card("762", cloze="Baghdad was founded in {{762}}.", id="founded", kind="date")
MOUTH = Card("Black Sea", question="Where does the Danube end?", id="mouth")
THREE = (BAGHDAD, FOUNDED, MOUTH)


VOID = ("br", "hr")


class Words(HTMLParser):
    """The text a reader sees inside the elements of one class, and every tag used there."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name, self.depth, self.text, self.tags = name, 0, "", set[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in VOID:
            self.text += "\n" if self.depth and tag == "br" else ""
        elif self.depth or self.name in str(dict(attrs).get("class")).split():
            self.tags |= {tag} if self.depth else set()
            self.depth += 1

    def handle_endtag(self, tag: str) -> None:
        self.depth -= 1 if self.depth and tag not in VOID else 0

    def handle_data(self, data: str) -> None:
        self.text += data if self.depth else ""


def words(html: str, name: str) -> str:
    """The text of the elements of a class."""
    parser = Words(name)
    parser.feed(html)
    return parser.text
