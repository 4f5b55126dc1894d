"""Reads a deck from its text: the deck, or everything that is wrong with it, and the nodes to edit it by."""

from __future__ import annotations

import gc
import re
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from quiz.deck.cards import identifier, read_card
from quiz.deck.fields import Report, entries, noun, text, texts
from quiz.deck.files import BOM
from quiz.deck.included import included
from quiz.deck.margin import gathered, halved, tell
from quiz.deck.model import FORMAT, Card, Deck
from quiz.deck.nodes import Lines, Mapping, Scalar, Sequence, parse
from quiz.deck.recovery import rescued
from quiz.deck.sights import seen
from quiz.deck.spaces import LONGEST, odd_spaces, straightened
from quiz.deck.syntax import WIDE, parted
from quiz.errors import QuizError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from quiz.deck.nodes import Node
    from quiz.errors import Problem

DECK_KEYS = ("format", "id", "title", "source", "tags", "include", "cards")
"""Keys of a deck, in the order they are written."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A deck's text as read: the deck (None if a problem is an error), all problems, and the nodes.

    Where its YAML is broken there is no root, and `rest` holds the nodes of what can be read all the same. `lines` are
    those of the text, where it was read without a detour.
    """

    text: str
    root: Node | None
    deck: Deck | None
    problems: tuple[Problem, ...]
    rest: Node | None = None
    lines: Lines | None = None


def read_string(content: str, path: str) -> Reading:
    """Read a deck's text, whose problems are placed in a file of that path; raises nothing."""
    with uncollected():
        reading = _reading(content.removeprefix(BOM), path)
        return reading if reading.deck else _with_odd_spaces(reading, path)


def _with_odd_spaces(reading: Reading, path: str) -> Reading:
    """Tell of spaces that are none to YAML in place of what follows from them: of what goes once they are put right."""
    plain = straightened(reading.text)
    if plain == reading.text:
        return reading
    problems = _reading(plain, path).problems
    if {(each.place, each.code) for each in reading.problems} <= {(each.place, each.code) for each in problems}:
        return reading
    return replace(reading, problems=_in_order([*problems, *odd_spaces(reading.text, Lines(path, reading.text))]))


@contextmanager
def uncollected() -> Iterator[None]:
    """Keep the garbage collector from searching a growing tree again and again for cycles that cannot be there.

    It takes half the time of reading a large deck.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


BEGIN = "begin with a line `title: ...` and a line `cards:`, and write the cards below it"
STARTER = f"{BEGIN}; `quiz new NAME.yaml` writes a deck to begin with"

COLONS = ("yaml-colon", "yaml-curly-quotes")
STRAY = re.compile(r":(?=[ \t]+[^\s#])")
MUTE = "\ua789"
"""A letter that looks like a colon."""

PAGE = re.compile(r"\s*<(?:!doctype|html|head|body|\?xml|!--)", re.IGNORECASE)
TABLE = re.compile(r"[\"']?(?:question|answer|front|back|term|definition)[\"']?[,;\t]", re.IGNORECASE)
"""The first line of a table of cards."""


def _reading(content: str, path: str, again: int = 5) -> Reading:
    lines = Lines(path, content)
    if PAGE.match(content):
        report = Report(lines)
        report.error("deck-not-keys", 0, "this is a web page, not a deck", "save it as .html for `quiz generate`")
        return Reading(content, None, None, report.in_order())
    try:
        root = parse(content, lines)
    except QuizError as error:
        return _broken(content, lines, error.problems[0], again)
    report = Report(lines)
    deck = read_root(root, report, path)
    return Reading(content, root, None if report.failed else deck, report.in_order(), lines=lines)


def _broken(content: str, lines: Lines, first: Problem, again: int) -> Reading:
    """Find what else is wrong with a deck whose YAML broke, without what only follows from that.

    It is read so many times again, the colons told left out.
    """
    found = rescued(content, lines, first)
    if again and (muted := _without_colons(content, lines, found.problems)) != content:
        found.root = None  # not held while it is read again
        reading = _reading(muted, lines.path, again - 1)
        told, whole = {each.place for each in found.problems}, _whole_items(content, lines, found.problems)
        more = [each for each in reading.problems if each.place not in told and (each.place.line or 1) not in whole]
        problems = [*found.problems, *map(_spoken, more)]
        return Reading(content, None, None, _in_order(problems), reading.root or reading.rest)
    if found.root is None:
        return Reading(content, None, None, tuple(found.problems))
    report = Report(lines)
    read_root(found.root, report, lines.path)
    doubtful = {"no-cards", "no-title"} if found.holes else {"no-cards"}
    problems = [*found.problems, *(each for each in report.problems if each.code not in doubtful)]
    return Reading(content, None, None, _in_order(problems), found.root)


def _without_colons(content: str, lines: Lines, problems: list[Problem]) -> str:
    """Put other signs for colons that break YAML, so that more can be seen of their cards."""
    if len(content) > LONGEST or any(each.code == "too-many-problems" for each in problems):
        return content
    pieces, done = [], 0
    for each in _in_order([each for each in problems if each.code in COLONS]):
        at = lines.starts[(each.place.line or 1) - 1] + (each.place.column or 1) - 1
        end = lines.starts[each.place.line or 1] if (each.place.line or 1) < len(lines.starts) else len(content)
        if at >= done:
            pieces += [content[done:at], STRAY.sub(MUTE, content[at:end])]
            done = end
    return "".join([*pieces, content[done:]])


def _whole_items(content: str, lines: Lines, problems: list[Problem]) -> set[int]:
    """Find the lines of items that are to be put in quotes whole: nothing else is wrong with them."""
    found = set()
    for line in (each.place.line or 1 for each in problems if each.code in COLONS):
        start = lines.starts[line - 1]
        if parted(content[start : start + WIDE].partition("\n")[0].strip())[0] == "-":
            found.add(line)
    return found


def _spoken(problem: Problem) -> Problem:
    """Write the colons of a text that was read without them."""
    return replace(problem, message=problem.message.replace(MUTE, ":"), hint=problem.hint.replace(MUTE, ":"))


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    """Sort problems by their places."""
    return tuple(sorted(problems, key=lambda each: (each.place.line or 0, each.place.column or 0)))


def read_root(root: Node | None, report: Report, path: str) -> Deck | None:
    """Read a deck from its root node."""
    if root is None:
        report.error("empty-deck", 0, "the deck is empty", STARTER)
        return None
    if not isinstance(root, Mapping):
        if isinstance(root, Scalar) and (sight := seen(root.text.partition("\n")[0])):
            report.error(sight[0], root.start + sight[1], *sight[2:])
            return None
        message = f"a deck begins with keys such as `title:`, and this is {noun(root)}"
        report.error("deck-not-keys", root, message, _beginning(root, path))
        return None
    root, astray = gathered(root)
    tell(astray, report)
    found = entries(root, DECK_KEYS, report)
    check_format(found, report)
    title = text(found, "title", report)
    if not title.strip() and not isinstance(found.get("title"), Sequence | Mapping):
        report.error("no-title", found.get("title", 0), "the deck has no title", "add a line `title: ...` at the top")
    return Deck(
        title=title,
        cards=read_cards(found, root, report),
        id=identifier(found, report),
        source=text(found, "source", report),
        tags=texts(found, "tags", report),
        include=included(found, path, report),
        path=path,
    )


def _beginning(root: Scalar | Sequence, path: str) -> str:
    """Say how to mend what is no deck."""
    if path and not path.endswith((".yaml", ".yml")):
        return f"`quiz generate {path}` makes a deck of a document"
    if isinstance(root, Sequence):
        return "write a line `title: ...` and a line `cards:` above this list"
    return "`quiz import` makes a deck of a table saved as .csv" if TABLE.match(root.text) else STARTER


def check_format(found: dict[str, Node], report: Report) -> None:
    """Report a format this version does not know; a deck that names none has the present one."""
    node = found.get("format")
    if node is not None and (not isinstance(node, Scalar) or node.text != str(FORMAT)):
        hint = f"this version reads `format: {FORMAT}`; a newer quiz may read it"
        report.error("unknown-format", node, "the deck has a format this version does not know", hint)


def read_cards(found: dict[str, Node], root: Mapping, report: Report) -> tuple[Card, ...]:
    """Read the list of cards; reports an empty one, and ids given twice."""
    node = found.get("cards")
    if node is None and "include" in found:
        return ()
    if node is None or (isinstance(node, Sequence) and not node.items):
        named = root.get("cards")
        hint = "write a card below it" if named else "add `cards:` and the cards below it"
        report.error("no-cards", named[0] if named else 0, "the deck has no cards", f"{hint}: `  - question: ...`")
        return ()
    if not isinstance(node, Sequence):
        hint = "begin each card with `- `, as in `- question: ...`"
        report.error("list-wanted", node, f"`cards` must be a list, and this is {noun(node)}", hint)
        return ()
    cards: list[Card] = []
    lines: dict[str, int | None] = {}
    torn = halved(node.items, report)
    for at, item in enumerate(node.items):
        card = None if at in torn else read_card(item, report)
        if card is None:
            continue
        if card.id and card.id in lines:
            first = f"the card on line {lines[card.id]} has it too; remove the `id` of the copy"
            report.error("duplicate-id", item_id(item), f"the id `{card.id}` is given twice", first)
        elif card.id:
            lines[card.id] = card.place.line if card.place else None
        cards.append(card)
    return tuple(cards)


def item_id(item: Node) -> Node:
    """Find the node of a card's id."""
    pair = item.get("id") if isinstance(item, Mapping) else None
    return pair[1] if pair else item
