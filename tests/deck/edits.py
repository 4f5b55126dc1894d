"""What people do to a deck's file, as functions on its text; whatever they write holds the word HUMAN."""

from __future__ import annotations

import re
from collections.abc import Callable

Edit = Callable[[str, int, str], str]
"""Text of a deck, a number that chooses a place, and a word to write there."""


def blocks(text: str) -> list[str]:
    """The head of a deck, then each card with the comments above it."""
    newline = "\r\n" if "\r\n" in text else "\n"
    return re.split(rf"(?<={newline})(?=(?:  #.*{newline})*  - )", text)


def pick(text: str, at: int) -> tuple[list[str], int]:
    """The blocks, and the index of one card."""
    parts = blocks(text)
    return parts, 1 + at % (len(parts) - 1) if len(parts) > 1 else 0


def on_card(change: Callable[[str, str], str]) -> Edit:
    """Make an edit of a change to one card."""

    def edit(text: str, at: int, word: str) -> str:
        parts, index = pick(text, at)
        if index:
            parts[index] = change(parts[index], word)
        return "".join(parts)

    return edit


def reword(card: str, word: str) -> str:
    return re.sub(r"(    question: [^\r\n>]*?)\??(?=\r?\n)", rf"\1 {word}?", card, count=1)


def comment_behind(card: str, word: str) -> str:
    return re.sub(r"(    answer: [^\r\n#]*?)(?=\r?\n)", rf"\1 # {word}", card, count=1)


def comment_above(card: str, word: str) -> str:
    return f"  # {word}\n" + card


def comment_within(card: str, word: str) -> str:
    return re.sub(r"(?m)^(?=    answer:)", f"    # {word}\n", card, count=1)


def comment_at_end(card: str, word: str) -> str:
    return card.rstrip("\r\n") + f"\n    # {word}\n\n"


def comment_in_list(card: str, word: str) -> str:
    return re.sub(r"distractors: \[(\S+), (\S+)\]", rf"distractors:\n      - \1 # {word}\n      - \2", card)


def single_quotes(card: str, _word: str) -> str:
    return re.sub(r'answer: "(\d+)"', r"answer: '\1'", card)


def block_scalar(card: str, word: str) -> str:
    return re.sub(r"    answer: .*", rf"    answer: |+\n      {word}\n\n", card, count=1)


def flow_source(card: str, _word: str) -> str:
    return re.sub(
        r"source:\r?\n +line: (\d+)\r?\n +text: ([^\r\n>:,]*)(?=\r?\n)", r'source: {line: \1, text: "\2"}', card
    )


def anchor(card: str, word: str) -> str:
    return re.sub(r"answer: (?![&|'])", f"answer: &{word} ", card, count=1)


def explain(card: str, word: str) -> str:
    return card if "explanation:" in card else card.rstrip("\r\n") + f"\n    explanation: {word}\n\n"


def hold(card: str, _word: str) -> str:
    return card if "origin: human" in card else card.rstrip("\r\n") + "\n    origin: human\n\n"


def let_go(card: str, _word: str) -> str:
    return re.sub(r"    origin: human\r?\n", "", card)


def held(text: str) -> list[str]:
    """The cards that a person says are theirs, from their first key to their last line."""
    cards = [part[part.index("  - ") :].strip() for part in blocks(text) if "origin: human" in part]
    return [card.replace("\r\n", "\n") for card in cards]


def without_id(card: str, _word: str) -> str:
    return re.sub(r"  - id: \w+\r?\n    ", "  - ", card)


def key_order(card: str, _word: str) -> str:
    return re.sub(r"(    question: [^\r\n>]*\r?\n)(    answer: [^\r\n|]*\r?\n)", r"\2\1", card)


def remove_list(card: str, _word: str) -> str:
    return re.sub(r"    distractors: \[.*\]\r?\n", "", card)


def delete(text: str, at: int, _word: str) -> str:
    parts, index = pick(text, at)
    return "".join(parts[:index] + parts[index + 1 :]) if len(parts) > 3 else text


def move(text: str, at: int, _word: str) -> str:
    parts, index = pick(text, at)
    if not index:
        return text
    card = parts.pop(index)
    return "".join([*parts[:1], card.rstrip("\r\n") + "\n\n", *parts[1:]])


def own_card(text: str, at: int, word: str) -> str:
    parts, index = pick(text, at)
    return "".join(
        [*parts[: index + 1], f"  - question: What is {word}?\n    answer: It is {word}\n", *parts[index + 1 :]]
    )


def head_comment(text: str, _at: int, word: str) -> str:
    return f"# {word}\n" + text


def head_tags(text: str, _at: int, word: str) -> str:
    return text if "\ntags:" in text else text.replace("\ncards:", f"\ntags: [{word}]\ncards:", 1)


def windows(text: str, _at: int, _word: str) -> str:
    return re.sub(r"\r?\n", "\r\n", text)


def no_blank_lines(text: str, _at: int, _word: str) -> str:
    return text if "|+" in text else re.sub(r"(\r?\n)(\r?\n)+", r"\1", text)


def no_last_break(text: str, _at: int, _word: str) -> str:
    return text.rstrip("\r\n")


EDITS: list[Edit] = [
    *map(
        on_card,
        [
            reword, comment_behind, comment_above, comment_within, comment_at_end, comment_in_list, single_quotes,
            block_scalar, flow_source, anchor, explain, without_id, key_order, remove_list, hold, hold, let_go,
        ],
    ),
    delete, move, own_card, head_comment, head_tags, windows, no_blank_lines, no_last_break,
]  # fmt: skip
