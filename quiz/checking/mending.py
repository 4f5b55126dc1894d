"""Mends what is wrong with a deck where there is one way to do it and no meaning changes: `quiz check --fix`.

All is spliced, so that every other character stays. What is mended is read again, and taken only if it does not make
the deck worse.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from quiz.checking.slips import Mended, resaid
from quiz.deck import cloze as clozes
from quiz.deck.cards import CARD_KEYS, KINDS, SOURCE_KEYS
from quiz.deck.fields import shown
from quiz.deck.halves import halves
from quiz.deck.lock import Lock
from quiz.deck.marks import exact
from quiz.deck.model import LEVELS
from quiz.deck.nodes import Lines, Mapping, Node, Scalar, Sequence
from quiz.deck.parse import DECK_KEYS, Reading, read_string
from quiz.deck.recognise import recognised
from quiz.deck.render import NUMERIC
from quiz.deck.splice import Edit, Splicer, spliced

LISTS = ("accept", "distractors", "tags")
NEAR = 0.75
"""Likeness from which a key counts as misspelt rather than unknown."""

ROUNDS = 5
"""Times a deck is gone through at most: what is mended lets more be seen, such as the cards below `CARDS:`."""

SIMPLE = re.compile(r"[\w .'’-]+")
"""Text that can stand within brackets as it is."""

Proposal = tuple[str, Node, str, tuple[Edit, ...] | None]
"""Code, place and telling of a mend, and its edits; None where they would hurt a comment."""


@dataclass(frozen=True, slots=True)
class Tree:
    """A deck's nodes, and what edits them."""

    reading: Reading
    root: Mapping
    cards: tuple[Mapping, ...]
    splicer: Splicer


def mended(text: str, path: str, lock: Lock) -> tuple[str, list[Mended]]:
    """Mend a deck's text (without a byte-order mark); the text and what was mended, in the order it was done."""
    told: list[Mended] = []
    for _ in range(ROUNDS):
        text, done = resaid(text, path)
        for step in (renamed, words, listed, without_doubles, named(lock)):
            text, more = _taken(text, path, step)
            done += more
        if not done:
            break
        told += done
    return text, told


def _taken(text: str, path: str, step: Callable[[Tree], Iterator[Proposal]]) -> tuple[str, list[Mended]]:
    """Take what one step proposes, unless the deck would be worse for it."""
    tree = _tree(read_string(text, path))
    found = [proposal for proposal in step(tree) if proposal[3]] if tree else []
    if tree is None or not found:
        return text, []
    again = spliced(text, [edit for proposal in found for edit in proposal[3] or ()])
    if _faults(read_string(again, path)) > _faults(tree.reading):
        return text, []
    lines = Lines(path, text)
    return again, [Mended(lines.place(node.start), code, said) for code, node, said, _ in found]


def _faults(reading: Reading) -> int:
    """Count a deck's problems."""
    return len(reading.problems) + (1000 if reading.root is None else 0)


def _tree(reading: Reading) -> Tree | None:
    """Find the nodes of a deck's cards; None if it has none."""
    root = reading.root or reading.rest
    if not isinstance(root, Mapping):
        return None
    listed = root.get("cards")
    items = listed[1].items if listed and isinstance(listed[1], Sequence) else []
    cards = tuple(item for item in items if isinstance(item, Mapping))
    return Tree(reading, root, cards, Splicer(reading.text))


def renamed(tree: Tree) -> Iterator[Proposal]:
    """Put right keys that are misspelt."""
    yield from _renamed(tree.root, DECK_KEYS)
    for card in tree.cards:
        yield from _renamed(card, CARD_KEYS)
        source = card.get("source")
        if source and isinstance(source[1], Mapping):
            yield from _renamed(source[1], SOURCE_KEYS)


def _renamed(node: Mapping, known: tuple[str, ...]) -> Iterator[Proposal]:
    """Put right the keys of one mapping, each that is not there under its right name."""
    names = {key.text for key, _ in node.pairs if isinstance(key, Scalar)}
    for key, _ in node.pairs:
        if not isinstance(key, Scalar) or key.text in known or key.style or key.pinned:
            continue
        right = _near(key.text, known)
        if right and right not in names:
            names.add(right)
            yield "unknown-key", key, f"`{shown(key.text)}` is `{right}` now", (Edit(key.start, key.end, right),)


def _near(word: str, known: tuple[str, ...]) -> str:
    """Find the only known word that another is a misspelling of, "" if there is none."""
    from difflib import get_close_matches

    folded = word.strip().casefold()
    plainly = {folded, f"{folded}s", folded.removesuffix("s")}.intersection(known)
    if plainly:
        return plainly.pop()
    near = get_close_matches(folded[:40], known, 2, NEAR) if len(folded) > 3 else []
    return near[0] if len(near) == 1 else ""


def words(tree: Tree) -> Iterator[Proposal]:
    """Put right kinds and difficulties that are misspelt."""
    for card in tree.cards:
        for key, known, code in (("kind", tuple(KINDS), "unknown-kind"), ("difficulty", LEVELS, "bad-difficulty")):
            pair = card.get(key)
            node = pair[1] if pair else None
            if not isinstance(node, Scalar) or node.text in known or node.style or node.pinned:
                continue
            if right := _near(node.text, tuple(filter(None, known))):
                said = f"the {key} `{shown(node.text)}` is `{right}` now"
                yield code, node, said, (Edit(node.start, node.end, right),)


def listed(tree: Tree) -> Iterator[Proposal]:
    """Put brackets around the only item of a list."""
    for node in (tree.root, *tree.cards):
        for key in LISTS if node is not tree.root else ("tags",):
            pair = node.get(key)
            value = pair[1] if pair else None
            if not isinstance(value, Scalar) or value.pinned or value.style in ("|", ">") or node.flow:
                continue
            if value.style or (SIMPLE.fullmatch(value.text) and "\n" not in tree.reading.text[value.start : value.end]):
                around = (Edit(value.start, value.start, "["), Edit(value.end, value.end, "]"))
                yield "list-wanted", value, f"`{key}` is a list now", around if value.text.strip() else None


def without_doubles(tree: Tree) -> Iterator[Proposal]:
    """Take out tags and wrong answers that stand twice in one list."""
    for node in (tree.root, *tree.cards):
        for key, code in (("tags", "duplicate-tag"), ("distractors", "duplicate-distractor")):
            pair = node.get(key)
            if pair and isinstance(pair[1], Sequence) and not halves(pair[1], _answer(node)):
                yield from _doubles(tree.splicer, pair[1], key, code)


def _answer(card: Mapping) -> str:
    """Return what a card's answer reads, by which the halves of a number are told; "" where it is no text."""
    pair, cloze = card.get("answer"), card.get("cloze")
    if pair:
        return pair[1].text if isinstance(pair[1], Scalar) else ""
    return clozes.answer(cloze[1].text) if cloze and isinstance(cloze[1], Scalar) else ""


def _doubles(splicer: Splicer, items: Sequence, key: str, code: str) -> Iterator[Proposal]:
    """Take out the items of a list that were there before."""
    seen: set[str] = set()
    for at, item in enumerate(items.items):
        if not isinstance(item, Scalar):
            continue
        word = " ".join(item.text.split())
        folded = word.casefold() if key == "distractors" and not exact(word) else word
        if folded in seen:
            yield code, item, f"`{shown(item.text)}` was twice in `{key}`", item_out(splicer, items, at)
        seen.add(folded)


def item_out(splicer: Splicer, items: Sequence, at: int) -> tuple[Edit, ...] | None:
    """Take an item, not the first, out of a list; None where a comment or an anchor stands in the way."""
    item, before = items.items[at], items.items[at - 1]
    if item.pinned or items.pinned or at == 0:
        return None
    start, end = before.end, item.end
    if not items.flow:
        start, end = splicer.line_end(before.end), splicer.line_end(item.end)
    bare = splicer.text[start : item.start] + splicer.text[item.end : end]
    return None if "#" in bare or bare.strip(" ,-\r\n") else (Edit(start, end, ""),)


def named(lock: Lock) -> Callable[[Tree], Iterator[Proposal]]:
    """Return what writes the ids that the lock keeps into the deck."""

    def ids(tree: Tree) -> Iterator[Proposal]:
        deck = tree.reading.deck
        if deck is None:
            return
        if lock.deck and not deck.id:
            yield "no-id", tree.root, f"the deck has its id, `{lock.deck}`", _identified(tree, tree.root, lock.deck)
        for index, name in sorted(recognised(deck.cards, lock).items()):
            node = tree.cards[index]
            yield "no-id", node, f"the card has its id, `{name}`", _identified(tree, node, name)

    return ids


def _identified(tree: Tree, node: Mapping, name: str) -> tuple[Edit, ...] | None:
    """Write an id into a deck or a card that has none."""
    if node.get("id") or node.pinned or any(not isinstance(key, Scalar) for key, _ in node.pairs):
        return None
    shown_name = f'"{name}"' if NUMERIC.fullmatch(name) else name
    first = node.pairs[0][0]
    if node.flow:
        return (Edit(first.start, first.start, f"id: {shown_name}, "),)
    indent = " " * tree.splicer.column(first.start)
    return (Edit(first.start, first.start, f"id: {shown_name}\n{indent}"),)
