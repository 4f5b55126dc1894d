"""Goes on behind broken YAML: a deck is taken apart where its cards begin, and each part is read by itself.

What is wrong with one part then says nothing of another: a quote that is never closed swallows one card, not all.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from quiz.deck.cards import CARD_KEYS
from quiz.deck.fields import shown
from quiz.deck.margin import gathered
from quiz.deck.nodes import Lines, Mapping, Scalar, Sequence, parse_on
from quiz.deck.sights import SIGN, seen
from quiz.errors import Problem, QuizError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.deck.nodes import Anchors, Node
    from quiz.errors import Place

MOST = 100
"""Parts of one deck that are told to be broken."""

TOGETHER = 64
"""Cards read at once as long as none of them is broken."""

WHOLE = frozenset({"nested-deep", "too-many-values", "two-documents"})
"""Codes of what concerns a file as a whole, where parts tell nothing."""

CARD_KEY = rf"[\"']?(?i:{'|'.join(CARD_KEYS)})[\"']?[ \t]*:"
DECK_KEY = r"(?i:format|id|title|source|tags|include|cards)(?=[ \t]*:)"
CARD = re.compile(rf"^([ \t]*)-[ \t]+{CARD_KEY}", re.MULTILINE)
CARDS = re.compile(r"^(?i:cards)[ \t]*:", re.MULTILINE)
SIGNED = rf"(?:{SIGN} *|-)(?i:id|kind|question|cloze) *[:：]"
"""A card that begins with another sign than the hyphen, or with no space behind it."""

MISSIGNED = re.compile(rf"^([ \t]*){SIGNED}", re.MULTILINE)
BEGINS = rf"(?P<sure>-[ \t]+{CARD_KEY})|-(?=\s|$|\w+:)|{SIGNED}"
"""What a card begins with, and what people write instead."""

ANCHOR = re.compile(r"&([^\s,\[\]{}]+)")
MERGE = re.compile(r"^<{7}(?= |$)", re.MULTILINE)
LISTED = "cards:\n"
"""Written above a part that is a card, so that the parser is in the state it was in within the deck."""


@dataclass(slots=True)
class Part:
    """A stretch of a deck's text, a card or keys of the deck: its root as read, or why it cannot be.

    One that is silent is broken because another is.
    """

    start: int
    end: int
    card: bool
    root: Node | None = None
    problem: Problem | None = None
    silent: bool = False

    @property
    def broken(self) -> bool:
        """Whether it could not be read."""
        return self.silent or self.problem is not None


@dataclass(slots=True)
class Rescued:
    """What is known of a deck with broken YAML: why it cannot be read, and a root of those parts that can.

    Without a root they tell nothing; `holes` says that keys of the deck itself are among what cannot be read.
    """

    problems: list[Problem]
    root: Mapping | None = None
    holes: bool = False


class Shifted(Lines):
    """Places of a part of a text that was read with something written above it."""

    def __init__(self, lines: Lines, start: int, above: int) -> None:
        """Take the lines of the whole text, where the part begins, and how many characters stand above it."""
        self.path, self.text, self.starts = lines.path, lines.text, lines.starts
        self.start, self.above = start, above

    def place(self, index: int) -> Place:
        """Place a character by its index in what was read."""
        return super().place(self.start + max(0, index - self.above))


def rescued(text: str, lines: Lines, first: Problem) -> Rescued:
    """Read a text again whose YAML broke at a problem, part by part; what is done and told is bounded."""
    if first.code == "merge-marks":
        places = [lines.place(found.start()) for found in islice(MERGE.finditer(text), MOST)]
        return Rescued([first, *(replace(first, place=each) for each in places if _before(first.place, each))])
    parts = [] if first.code in WHOLE else taken_apart(text)
    if not parts:
        return Rescued([first])
    parts, problems = _Reader(text, lines).read(parts)
    if not any(part.broken for part in parts) and (unlisted := _unlisted(text, lines, first)):
        return Rescued([unlisted], _root(parts))
    at = max((number for number, part in enumerate(parts) if _line(part, lines) <= (first.place.line or 1)), default=0)
    if not any(part.broken for part in parts[:at]):
        if parts[at].broken:
            problems[0] = first
        elif astray := _astray(lines, parts[:at]):
            problems.insert(0, astray)
        else:
            return Rescued([first, *problems])
    if problems[-1].code in WHOLE:
        return Rescued(problems)
    return Rescued(problems, _root(parts), any(part.broken and not part.card for part in parts))


def _line(part: Part, lines: Lines) -> int:
    return lines.place(part.start).line or 1


def _before(one: Place, other: Place) -> bool:
    """Whether a place stands on a line above another."""
    return (one.line or 0) < (other.line or 0)


def taken_apart(text: str) -> list[Part]:
    """Find the parts of a deck by how its lines begin; none where no card is to be seen."""
    indents = Counter(found[1] for found in CARD.finditer(text)) or Counter(
        found[1] for found in MISSIGNED.finditer(text)
    )
    if not indents:
        return []
    indent = max(indents, key=lambda each: (indents[each], -len(each)))
    border = re.compile(rf"^(?:(?P<key>{DECK_KEY})|{indent}(?:{BEGINS}))", re.MULTILINE)
    within = not CARDS.search(text)
    parts = [Part(0, len(text), card=False)]
    for found in border.finditer(text):
        if found["key"]:
            within = found["key"].lower() == "cards"
            if not parts[-1].card:
                continue
        elif not within and not found["sure"]:
            continue  # an item of another list
        parts[-1].end = found.start()
        parts.append(Part(found.start(), len(text), card=not found["key"]))
    return parts


@dataclass(slots=True)
class _Reader:
    """Reads the parts of one text, the anchors of each known to those below it."""

    text: str
    lines: Lines
    anchors: Anchors = field(default_factory=dict)
    lost: set[str] = field(default_factory=set)
    count: int = 0
    moved: set[int] = field(default_factory=set)

    def read(self, parts: list[Part]) -> tuple[list[Part], list[Problem]]:
        """Read parts until too many are broken; whole cards beside one another become one part. And what broke them."""
        done: list[Part] = []
        problems: list[Problem] = []
        for together in _beside(parts):
            joined = Part(together[0].start, together[-1].end, together[0].card)
            if len(together) > 1 and self.text.find("&", joined.start, joined.end) < 0:
                self._read(joined)
            read = [joined] if joined.root else together
            for part in read if read is together else ():
                self._read(part)
                problems += [part.problem] if part.problem else []
                self.lost |= set(ANCHOR.findall(self.text, part.start, part.end)) if part.broken else set()
                if problems and (len(problems) > MOST or problems[-1].code in WHOLE):
                    return [*done, *read], problems[:MOST] + [_more(each) for each in problems[MOST:]]
            done += read
        return done, problems

    def _read(self, part: Part) -> None:
        """Read one part."""
        above = LISTED if part.card else ""
        lines = Shifted(self.lines, part.start, len(above))
        try:
            part.root, self.count = parse_on(above + self.text[part.start : part.end], lines, self.anchors, self.count)
        except QuizError as error:
            part.problem = error.problems[0]
            part.silent = part.problem.code == "yaml-alias" and self._alias(part.problem) in self.lost
            part.problem = None if part.silent else part.problem
        else:
            part.problem = self._missigned(part)
            part.root = None if part.problem else part.root
            self._move(part.root, part.start - len(above))

    def _missigned(self, part: Part) -> Problem | None:
        """Tell of a card of one line that YAML takes for keys, as it begins with no hyphen."""
        if not part.card or not isinstance(part.root, Mapping) or isinstance(part.root.pairs[0][1], Sequence):
            return None
        sight = seen(self.text[part.start : part.end].partition("\n")[0])
        if sight is None:
            return None
        code, column, message, hint = sight
        return Problem(self.lines.place(part.start + column), message, hint, code=code)

    def _alias(self, problem: Problem) -> str:
        """Return the name of an alias that a problem is placed at."""
        start = self.lines.starts[(problem.place.line or 1) - 1] + (problem.place.column or 1)
        return self.text[start : start + problem.width - 1]

    def _move(self, node: Node | None, by: int) -> None:
        """Move a node and all in it to where it stands in the whole text; what an alias repeats is moved already."""
        waiting = [node] if node else []
        while waiting:
            each = waiting.pop()
            if id(each) in self.moved:
                continue
            self.moved.add(id(each))
            each.start, each.end = each.start + by, each.end + by
            if isinstance(each, Sequence):
                waiting += each.items
            elif isinstance(each, Mapping):
                waiting += [inner for pair in each.pairs for inner in pair]


def _beside(parts: list[Part]) -> Iterator[list[Part]]:
    """Group cards that stand beside one another, to be read at once; one above keys of the deck stays alone."""
    group: list[Part] = []
    for part, below in zip(parts, [*parts[1:], None], strict=True):
        single = not part.card or (below is not None and not below.card)
        if group and (single or len(group) == TOGETHER):
            yield group
            group = []
        if single:
            yield [part]
        else:
            group.append(part)
    if group:
        yield group


def _more(problem: Problem) -> Problem:
    """Tell in place of a problem that there are more."""
    message = "more cards follow that cannot be read, which are not shown"
    return Problem(problem.place, message, "mend these first", code="too-many-problems")


def _astray(lines: Lines, above: list[Part]) -> Problem | None:
    """Tell of a key at the margin that ends the list of cards, above a card that cannot be read for it."""
    part = above[-1] if above else None
    pairs = part.root.pairs[part.card :] if part and isinstance(part.root, Mapping) else []
    names = [key.text if isinstance(key, Scalar) else "" for key, _ in pairs]
    if part is None or not any(each.card for each in above) or not names or "cards" in names:
        return None
    part.silent = True
    key = pairs[0][0]
    named = f"`{shown(names[0])}`" if names[0] else "this"
    message = f"{named} stands at the margin, where the list of cards ends, and more cards follow"
    hint = "indent it like the other keys of its card; keys of the deck stand above `cards:`"
    return Problem(lines.place(key.start), message, hint, code="yaml-indent", width=key.end - key.start)


def _unlisted(text: str, lines: Lines, first: Problem) -> Problem | None:
    """Tell of a deck that has cards and no line `cards:` above them."""
    card = CARD.search(text)
    if not card or CARDS.search(text) or first.code != "yaml-indent":
        return None
    place = lines.place(card.end(1))
    if place.line != first.place.line:
        return None
    message = "the cards begin here, and no line `cards:` stands above them"
    return Problem(place, message, "write `cards:` on a line of its own above this card", code="no-cards", width=1)


def _root(parts: list[Part]) -> Mapping:
    """Put together what could be read; a card above broken keys of the deck may lack them, and is left out."""
    pairs: list[tuple[Node, Node]] = []
    cards: list[Node] = []
    for part, below in zip(parts, [*parts[1:], None], strict=True):
        cut = below is not None and below.broken and not below.card
        if part.broken or not isinstance(part.root, Mapping) or (part.card and cut):
            continue
        if part.card:
            listed = gathered(part.root)[0].pairs[0][1]
            cards += listed.items if isinstance(listed, Sequence) else []
        else:
            pairs += part.root.pairs
    named = [key for key, _ in pairs if isinstance(key, Scalar) and key.text.lower() == "cards"] or [
        Scalar("cards", 0, 0)
    ]
    return Mapping(
        [(named[0], Sequence(cards, 0, 0)), *((key, value) for key, value in pairs if key is not named[0])], 0, 0
    )
