"""Proves cards from their documents: every passage stands there, and they hold the answer."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from quiz.checking.ignoring import ignored
from quiz.deck.files import is_there, read_text, real_path
from quiz.deck.marks import unmarked
from quiz.deck.model import Card, Deck, Passage
from quiz.deck.nodes import Lines, Mapping, Node
from quiz.deck.nodes import Sequence as Items
from quiz.deck.parse import Reading, read_string
from quiz.deck.proof import holds
from quiz.documents.model import Document, Span
from quiz.errors import Place, Problem, QuizError
from quiz.study.source import is_address
from quiz.verbs.names import PIPED
from quiz.verbs.vouching import Word, words

HELD = frozenset({"date", "figure", "quote", ""})
"""Kinds of card whose answer stands in a passage; of the others ("true", an order) the passages alone are proved."""
SEVERAL = 1000
"""Places of one passage looked at, to find it on its line."""
SHOWN = 60


class Text:
    """A document's text as readers see it, on one line, with the line of the file of each character."""

    def __init__(self, document: Document) -> None:
        """Lay out the text of a document."""
        self.document = document
        verbatim = unicodedata.normalize("NFC", document.verbatim(Span(0, len(document.text) + 1)))
        self.words = [found.start() for found in re.finditer(r"\S+", verbatim)]
        self.plain = " ".join(verbatim.split())

    @cached_property
    def places(self) -> list[int]:
        """Where each word begins in the plain text."""
        return list(accumulate((len(word) + 1 for word in self.plain.split(" ")), initial=0))

    @cached_property
    def cuts(self) -> tuple[list[int], list[int]]:
        """Where markers stand in the verbatim text, and how many characters of markers there are up to each."""
        sizes = list(accumulate((len(marker) for _, marker in self.document.cuts), initial=0))
        return [at + size for (at, _), size in zip(self.document.cuts, sizes, strict=False)], sizes

    def lines_of(self, passage: str) -> Iterator[int]:
        """The lines on which a passage begins, each place it stands at."""
        at = self.plain.find(passage)
        for _ in range(SEVERAL):
            if at < 0:
                return
            yield self.line(at)
            at = self.plain.find(passage, at + 1)

    def line(self, place: int) -> int:
        """The line of the file on which a character of the plain text stands."""
        verbatim = self.words[bisect_right(self.places, place) - 1]
        starts, sizes = self.cuts
        return self.document.line(max(0, verbatim - sizes[bisect_right(starts, verbatim)]))


@dataclass(slots=True)
class Proof:
    """What was proved of decks so far: the problems, and how many cards were proved, stale, of the web or bare."""

    problems: list[Problem] = field(default_factory=list)
    proved: int = 0
    stale: int = 0
    distant: int = 0
    bare: int = 0
    texts: dict[Path, Text | QuizError] = field(default_factory=dict)

    def prove(self, path: Path) -> None:
        """Prove the cards of a deck; one with errors is passed over, as they are reported elsewhere."""
        try:
            reading = read_string(read_text(path), str(path))
        except QuizError:
            return
        if reading.deck is not None:
            missing: set[Path] = set()
            lines = Lines(str(path), reading.text)
            unwanted, _ = ignored(reading, lines)
            known = len(self.problems)
            for word, node in zip(words(reading, reading.deck), _sources(reading), strict=True):
                self.problems += _differences(word)
                self._card(reading.deck, word, lines.place(node.start) if node else word.card.place, missing)
            self.problems[known:] = (each for each in self.problems[known:] if not unwanted.covers(each))

    def _card(self, deck: Deck, word: Word, place: Place | None, missing: set[Path]) -> None:
        """Prove one card, whose source stands at a place of its deck."""
        place, card = place or Place(deck.path), word.card
        named = (card.source.document or deck.source) if card.source else ""
        if card.source is None or not card.source.passage.text or named == PIPED:
            self.bare += 1
            return
        if card.stale:
            self.stale += 1
            return
        if is_address(named):
            self.distant += 1
            return
        document = Path(deck.path).parent / named
        text = self._text(document)
        if isinstance(text, QuizError):
            if document not in missing:
                self.problems += _unreadable(document, text, place)
                missing.add(document)
            return
        found = list(_unproved(word, text, place))
        self.problems += found
        self.proved += all(problem.code == "moved-passage" for problem in found)

    def _text(self, document: Path) -> Text | QuizError:
        """A document's text, read once."""
        from quiz.documents import read

        real = real_path(document)
        if real not in self.texts:
            try:
                self.texts[real] = Text(read(document))
            except QuizError as error:
                self.texts[real] = error
        return self.texts[real]


def lost(document: Path, cards: Sequence[Card]) -> int:
    """How many of some cards rest on a passage that does not stand in a document; QuizError if it cannot be read."""
    from quiz.documents import read

    plain = Text(read(document)).plain
    told = ([card.source.passage, *card.source.evidence] for card in cards if card.source)
    return sum(any(flat(each.text) not in plain for each in passages) for passages in told)


def _sources(reading: Reading) -> Iterator[Node | None]:
    """The node of each card's source."""
    root = reading.root
    assert isinstance(root, Mapping)
    cards = root.get("cards")
    for item in cards[1].items if cards and isinstance(cards[1], Items) else ():
        pair = item.get("source") if isinstance(item, Mapping) else None
        yield pair[1] if pair else None


def _unreadable(document: Path, error: QuizError, place: Place) -> Iterator[Problem]:
    if not is_there(document):
        hint = "restore it, or name where it is in `source`"
        yield Problem(
            place,
            f"the document {document} is not there, so nothing made from it can be proved",
            hint,
            code="document-unreadable",
        )
        return
    for problem in error.problems:
        yield Problem(
            place, f"the document {problem.place} {problem.message}", problem.hint, code="document-unreadable"
        )


def _differences(word: Word) -> Iterator[Problem]:
    """Tell what of a card is a person's where its document makes something else by now."""
    for path, kept, made in word.differences():
        hint = "change yours if the document is right; if not, write `# quiz: ignore kept-conflict` in the card"
        message = f"`{path}` is yours, {kept}; the document now makes {made}"
        yield Problem(word.card.place or Place(""), message, hint, "warning", "kept-conflict")


def _unproved(word: Word, text: Text, place: Place) -> Iterator[Problem]:
    """What a document does not prove of a card."""
    card = word.card
    assert card.source is not None
    passages = [card.source.passage, *card.source.evidence]
    for passage in passages:
        yield from _misplaced(passage, text, place, word)
    if card.kind not in HELD or holds((each.text for each in passages), (*card.right, *unmarked(card).right)):
        return
    message = f"the passages of this card do not hold its answer, `{_shown(card.answer)}`"
    if word.answered:
        hint = (
            "it is yours: if it follows from them, say in `explanation` how, "
            "and write `# quiz: ignore changed-answer` in the card"
        )
        yield Problem(place, message, hint, "warning", "changed-answer")
    else:
        hint = "correct the answer, or add to `accept` the form that stands there"
        yield Problem(place, message, hint, code="unproved")


def _misplaced(passage: Passage, text: Text, place: Place, word: Word) -> Iterator[Problem]:
    """Tell of a passage that stands on another line, or nowhere."""
    plain = flat(passage.text)
    lines: Sequence[int] = []
    for line in text.lines_of(plain) if plain else ():
        if passage.line in (None, line):
            return
        lines = [*lines, line]
    if lines:
        message = f"the passage “{_shown(plain)}” has moved from line {passage.line} to line {lines[0]} of its document"
        hint = "`quiz generate` brings the deck up to date"
        if word.card.origin == "human":
            hint = f"`quiz generate` leaves the card alone: write `line: {lines[0]}` there"
        yield Problem(place, message, hint, "warning", "moved-passage")
        return
    message = f"the passage “{_shown(plain)}” no longer stands in {text.document.path}"
    if word.kept or word.card.origin == "human":
        why = "you took out its line `stale`" if word.kept else "the card is yours"
        hint = f"{why}; correct the passage, or write `# quiz: ignore kept-stale` in the card"
        yield Problem(place, message, hint, "warning", "kept-stale")
    else:
        correct = "correct the passage, or take out the card's `source`"
        hint = "`quiz generate` marks the card as stale" if word.follows(passage.text) else correct
        yield Problem(place, message, hint, code="passage-gone")


def flat(text: str) -> str:
    """Lay a passage out on one line, as a document's text is."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _shown(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1].rstrip()}…"
