"""Rules on text that YAML cuts or parts otherwise than it was meant: at ` #`, at commas, at semicolons, at a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.checking.item import Finding, Item
from quiz.deck.cloze import MARKED
from quiz.deck.fields import shown
from quiz.deck.halves import halves
from quiz.deck.nodes import Node, Scalar, Sequence

TEXTS = ("question", "cloze", "answer", "accept", "distractors", "hint", "explanation")
"""Keys whose text may hold a `#` of its own."""

LISTS = ("answer", "accept", "distractors", "pin", "tags")

NOTE = re.compile(r" #([^\r\n]*)")
"""A note behind one blank; who sets one apart leaves two."""

NUMBERED = re.compile(r" ?\d{1,4}[.,;:!?)\"”’]*\s*|\s*")
"""What is no note: a number alone, as in `Symphony # 5`, or nothing, as in `C #`."""

ASKING = re.compile(
    r"(?:(?:in|at|on|by|for|from|to|with|under|of|after|before|since) )?(?:who|whom|whose|what|which|when|where|why|how"
    r"|is|are|was|were|do|does|did|can|could|has|have|had|will|would|should)\b",
    re.IGNORECASE,
)
HANGING = re.compile(r"(?:^|\s)(?:an?|the|of|symbol|sign|hashtag)$", re.IGNORECASE)
"""Words that no text ends with, or that a `#` follows."""

QUOTES = ('"', "”")
STRAY = re.compile(r"[^\"“”„«»]*[^\W\d][.,!?]?[\"”]", re.DOTALL)
"""Text whose only quote is its last sign; behind a number that is one of inches."""

OPENING, CLOSING = "([“„«", ")]”“»"

LISTED = re.compile(r"[^;]{1,40}(?:;[^;]{1,40}){1,20}")
NUMBER = re.compile(r"c\d{1,3}:")
HINTED = re.compile(r"c\d{1,3}:[^:\s].*|[^:]*[^\W\d_]{2}:[^\W\d_][^:]*", re.DOTALL)
"""A gap with one colon where two belong; `Star Wars: A New Hope` and `12:30` have their own."""


def cut(item: Item) -> Iterator[tuple[Scalar, str]]:
    """Find the texts of a card that a ` #` cuts, and what is cut off."""
    end = item.text.find("\n", item.node.end)
    if item.text.find(" #", item.node.start, end if end >= 0 else len(item.text)) < 0:
        return
    for key in TEXTS:
        pair = item.node.get(key)
        for scalar in _plain(pair[1]) if pair else ():
            note = NOTE.match(item.text, scalar.end)
            if note and _belongs(key, scalar.text, note[1]):
                yield scalar, note[0].strip()


def _plain(node: Node) -> Iterator[Scalar]:
    """Go through the unquoted texts of a value."""
    if isinstance(node, Scalar):
        if not node.style and node.text and not node.pinned:
            yield node
    elif isinstance(node, Sequence):
        for each in node.items:
            yield from _plain(each)
    else:
        for _, value in node.pairs:
            yield from _plain(value)


def _belongs(key: str, text: str, note: str) -> bool:
    """Whether a note is the rest of the text before it."""
    if NUMBERED.fullmatch(note) or HANGING.search(text):
        return True
    if any(text.count(one) > text.count(other) and other in note for one, other in zip(OPENING, CLOSING, strict=True)):
        return True
    return key == "question" and "?" not in text and note.rstrip().endswith("?") and bool(ASKING.match(text))


def at_quote(item: Item) -> Iterator[Finding]:
    """Find text that ends with a quote which nothing opens."""
    card = item.written
    if '"' not in item.whole and "”" not in item.whole:
        return
    texts = (card.question, card.cloze, card.answer, card.hint, card.explanation, *card.accept, *card.distractors)
    if not any(text.endswith(QUOTES) for text in texts):
        return
    for key in TEXTS:
        pair = item.node.get(key)
        for scalar in _plain(pair[1]) if pair else ():
            if STRAY.fullmatch(scalar.text):
                message = f"`{shown(scalar.text[-20:])}` ends with a quote that nothing opens"
                hint = f"write `{shown(scalar.text[:-1])}`, or put a quote before it too"
                yield "stray-quote", Scalar(scalar.text[-1], scalar.end - 1, scalar.end), message, hint


def at_hash(item: Item) -> Iterator[Finding]:
    """Find text that is cut off at ` #`, which begins a note."""
    for scalar, note in cut(item):
        where = Scalar(note, scalar.end + 1, scalar.end + 1 + len(note))
        message = f"what follows ` #` is a note and is not read: `{shown(note)}`"
        yield "cut-text", where, message, "put the whole text in quotes"


def at_comma(item: Item) -> Iterator[Finding]:
    """Find numbers and dates that the commas of a list part."""
    for name, node in item.node.pairs:
        if not isinstance(node, Sequence) or not node.flow or not isinstance(name, Scalar) or name.text not in LISTS:
            continue
        for one, other in halves(node, item.card.answer):
            whole = item.text[one.start : other.end]
            message = f"`{shown(whole)}` is two items, `{shown(one.text)}` and `{shown(other.text)}`"
            hint = f'a comma parts the items of a list; write `"{shown(whole)}"`, in quotes'
            yield "split-item", Scalar(whole, one.start, other.end), message, hint


def at_semicolon(item: Item) -> Iterator[Finding]:
    """Find a list whose items are parted by semicolons, so that it is one item."""
    card = item.card
    if ";" not in item.whole:
        return
    for key, texts in (("accept", card.accept), ("distractors", card.distractors), ("tags", card.tags)):
        if len(texts) != 1 or not LISTED.fullmatch(texts[0]) or ";" in card.answer:
            continue
        listed, parts = item.at(key), [part.strip() for part in texts[0].split(";")]
        node = listed.items[0] if isinstance(listed, Sequence) else listed
        if isinstance(node, Scalar) and not node.style and all(parts):
            hint = f"items are parted by commas: write `[{shown(', '.join(parts))}]`"
            yield "semicolon-list", node, f"`{key}` has one item, `{shown(texts[0])}`", hint


def at_parts(item: Item) -> Iterator[Finding]:
    """Find an answer whose parts semicolons part, so that it is one text; it is meant where other answers have them."""
    card = item.card
    if ";" not in card.answer or not LISTED.fullmatch(card.answer) or card.cloze or card.all_of or card.kind == "quote":
        return
    node, parts = item.at("answer"), [part.strip() for part in card.answer.split(";")]
    others = any(";" in text for text in (*card.accept, *card.distractors))
    if isinstance(node, Scalar) and not node.style and all(parts) and not others:
        hint = f"to ask for each of them write `[{shown(', '.join(parts))}]`, to have it so put it in quotes"
        yield "semicolon-answer", node, f"`{shown(card.answer)}` is one answer, to be typed whole", hint


def at_colon(item: Item) -> Iterator[Finding]:
    """Find a gap whose hint, or what its number stands before, follows one colon, so that both are the answer."""
    for gap in MARKED.finditer(item.card.cloze):
        if ":" in gap[1] and len(gap[1]) < 200 and HINTED.fullmatch(gap[1]):
            right = gap[0].replace(":", "::", 1)
            message = f"the colon in `{shown(gap[0])}` is read as part of the answer"
            meant = (
                "the number of a gap stands before two colons" if NUMBER.match(gap[1]) else "a hint follows two colons"
            )
            yield "hint-colon", item.spot(gap[0], "cloze"), message, f"{meant}: write `{shown(right)}`"
