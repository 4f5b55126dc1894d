"""Checks decks: what stops them, what is odd about them, and what is unfair about their cards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from quiz.checking.codes import ERRORS
from quiz.checking.doubles import Doubles
from quiz.checking.ignoring import Choice, Ignored, ignored
from quiz.checking.item import Item, items_of
from quiz.checking.pictures import missing
from quiz.checking.references import CODE, Found, Reference
from quiz.checking.rules import findings
from quiz.checking.shares import Shares
from quiz.deck.fields import MOST
from quiz.deck.files import decoded, lock_path
from quiz.deck.lock import Lock, read_lock
from quiz.deck.media import illustrated
from quiz.deck.model import Deck
from quiz.deck.nodes import Lines, Mapping, Node, Scalar
from quiz.deck.parse import Reading, read_string
from quiz.deck.read import same_ids
from quiz.deck.references import mentions
from quiz.deck.renamed import left_lock
from quiz.deck.review import unreviewed
from quiz.errors import Place, Problem, QuizError, Severity


@dataclass(slots=True)
class Checking:
    """Decks checked so far: the problems by deck, and what is held against the decks to come."""

    choice: Choice
    problems: dict[str, list[Problem]] = field(default_factory=dict)
    ids: list[tuple[str, str]] = field(default_factory=list)
    doubles: Doubles = field(default_factory=Doubles)
    unwanted: dict[str, Ignored] = field(default_factory=dict)
    references: dict[tuple[str, str], Reference] = field(default_factory=dict)
    lasting: bool = True

    def check(self, path: Path, data: bytes | QuizError) -> None:
        """Check one deck, given its bytes or why it has none."""
        name = str(path)
        told = self.problems.setdefault(name, [])
        deck = None
        try:
            reading = read_string(_text(data, name), name)
        except QuizError as error:
            told += error.problems
        else:
            told += reading.problems
            told += self._rules(reading, name)
            deck = reading.deck
            told += self._media(reading)
        try:
            lock = read_lock(path)
        except QuizError as error:
            told += error.problems
        else:
            self.ids.append((name, (deck.id if deck else "") or lock.deck))
            told += self._unreviewed(deck, lock) if deck and self.choice.reviewed else ()

    def _unreviewed(self, deck: Deck, lock: Lock) -> Iterable[Problem]:
        """Tell of cards that wait for review; a renamed deck may have left its lock behind."""
        path = Path(deck.path)
        if not lock_path(path).exists():
            self.lasting = False  # that lock may come and go though no deck changes
            lock = read_lock(left_lock(deck) or path)
        return unreviewed(deck, lock)

    def _media(self, reading: Reading) -> Iterable[Problem]:
        """Tell of pictures and sounds that are not there; that may change though no deck does."""
        if reading.deck is None or not (mentions(reading.text) or "\\" in reading.text):
            return ()  # only an escape can write what is looked for in other signs
        if not any(map(illustrated, reading.deck.cards)):
            return ()
        self.lasting = False
        return missing(reading, reading.lines or Lines(reading.deck.path, reading.text))

    def _rules(self, reading: Reading, name: str) -> list[Problem]:
        """Hold the cards of a deck to the rules."""
        lines = reading.lines or Lines(name, reading.text)
        self.unwanted[name], problems = ignored(reading, lines)
        if reading.deck is None:
            return problems
        shares = Shares()
        for item in items_of(reading):
            problems += (_problem(lines, *finding) for finding in findings(item))
            shares.count(item)
            self._refer(_document(item), lines)
            asked = item.at("question", "cloze")
            self.doubles.add(item, lines.place(asked.start), asked.end - asked.start)
        assert isinstance(reading.root, Mapping)
        source = reading.root.get("source")
        self._refer(source[1] if source and isinstance(source[1], Scalar) else None, lines)
        title = reading.root.get("title")
        assert title is not None
        problems += (_problem(lines, code, title[1], message, hint) for code, message, hint in shares.findings())
        return problems

    def _refer(self, node: Scalar | None, lines: Lines) -> None:
        """Note a document that is named, the first time it is."""
        if node and node.text and (lines.path, node.text) not in self.references:
            place, width = lines.place(node.start), node.end - node.start
            told = Problem(place, "", "", "warning", CODE)
            if self._wanted(lines.path, [told]):
                self.references[lines.path, node.text] = node.text, place, width

    def all(self) -> tuple[Problem, ...]:
        """All problems, deck by deck and line by line."""
        for problem in (*self.doubles.problems, *self.doubles.near(), *same_ids(self.ids)):
            self.problems[problem.place.path].append(problem)
        return tuple(problem for name, told in self.problems.items() for problem in self._wanted(name, told))

    def _wanted(self, name: str, told: Iterable[Problem]) -> list[Problem]:
        """Return what is wanted of a deck's problems, in the order of their places, its own file's first.

        Where there are too many, errors are kept before warnings.
        """
        unwanted = self.unwanted.get(name)
        kept = [each for each in told if self.choice.wants(each) and not (unwanted and unwanted.covers(each))]
        if len(kept) > 2 * MOST:
            kept.sort(key=lambda each: each.severity)
            more = Problem(Place(name), "more problems follow, which are not shown", "mend these first", "warning")
            kept = [*kept[: 2 * MOST], replace(more, code="too-many-problems")]
        return sorted(kept, key=lambda each: (each.place.path != name, each.place.line or 0, each.place.column or 0))


def checked(files: Iterable[tuple[Path, bytes | QuizError]], choice: Choice) -> Found:
    """Check decks, given their bytes; nothing of them is held any more when it returns."""
    checking = Checking(choice)
    for path, data in files:
        checking.check(path, data)
    return Found(checking.all(), tuple(checking.references.values()), checking.lasting)


def _document(item: Item) -> Scalar | None:
    """Find where a card names a document of its own."""
    source = item.node.get("source") if item.card.source and item.card.source.document else None
    pair = source[1].get("document") if source and isinstance(source[1], Mapping) else None
    return pair[1] if pair and isinstance(pair[1], Scalar) else None


def _text(data: bytes | QuizError, name: str) -> str:
    if isinstance(data, QuizError):
        raise data
    return decoded(data, name)


def _problem(lines: Lines, code: str, node: Node, message: str, hint: str) -> Problem:
    """Place a finding."""
    severity: Severity = "error" if code in ERRORS else "warning"
    return Problem(lines.place(node.start), message, hint, severity, code, node.end - node.start)
