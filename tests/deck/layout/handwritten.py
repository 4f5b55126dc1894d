"""Decks as people write them: any quotes, blocks, brackets, indentation, line ends, and comments everywhere."""

from __future__ import annotations

import json
from dataclasses import dataclass

from hypothesis import strategies as st

from quiz.deck.cards import CARD_KEYS

WORDS = st.sampled_from(
    ["Tigris", "1869", "no", "12:30", "a: b", "x #y", "-5", "[z]", "it's", '"so"', "\\n", "𝔘nd", "é", "{{1}}", "", "?",
     "%", "*a", "&b", "- c", "two words", "1969-07-20", "~", "a,b", "#", "@", "`", "!t", "long word " * 4]
)  # fmt: skip
ODD = st.sampled_from(["a\u2028b", "tab\there", "a\x85b", "\ufeffx", "\tx", "x\u2029"])
LINES = st.lists(WORDS.map(str.strip), min_size=1, max_size=4).map("\n".join)
TEXTS = (
    st.lists(WORDS, min_size=1, max_size=14)
    .map(" ".join)
    .map(str.strip)
    .filter(bool)
) | LINES.map(lambda text: text.strip("\n")).filter(str.strip) | ODD  # fmt: skip
COMMENTS = st.sampled_from(["# plain", "#tight", "# with: colon, [x] - y", "#", "# 'quote", "# &a *b !c", "# ---"])


@dataclass
class Writer:
    """Writes values with what is drawn between them."""

    draw: st.DrawFn
    comments: int = 0
    anchors: int = 0

    def chance(self, of: int) -> bool:
        return self.draw(st.integers(0, of)) == of

    def comment(self, column: int) -> str:
        """Lines of comments, blank lines and nothing above a line at a column."""
        if not self.chance(6):
            return "\n" if self.chance(8) else ""
        at = max(column + self.draw(st.sampled_from([0, 0, 0, -2, 2, 1, -9])), 0)
        blank = "\n" if self.chance(3) else ""
        return f"{blank}{' ' * at}{self.draw(COMMENTS)}\n{blank}{self.comment(column) if self.chance(2) else ''}"

    def beside(self) -> str:
        return f"{' ' * self.draw(st.integers(1, 3))}{self.draw(COMMENTS)}" if self.chance(6) else " " * self.chance(9)

    def scalar(self, text: str, column: int, *, flow: bool = False) -> str:
        """A text in one of the ways that YAML has for it; whether it reads back is looked at later."""
        ways = (
            ["double", "double", "single", "plain"]
            if flow
            else ["double", "single", "plain", "plain", "|", ">", "lines"]
        )
        way = self.draw(st.sampled_from(ways))
        blank = set(text) & set("\t\x85\u2028\u2029\ufeff")
        plain = not blank and "\n" not in text and text.strip() == text
        if way == "plain" and plain and text[0] not in "-?:,[]{}#&*!|>'\"%@`~" and not set(":#,[]{}") & set(text):
            return text
        if way == "single" and plain:
            return "'" + text.replace("'", "''") + "'"
        if way == "lines" and plain and " " in text and "  " not in text:
            return json.dumps(text, ensure_ascii=False).replace(" ", "\n" + " " * (column + 1), 1)
        if way in "|>" and not blank and not flow:
            return self.block(way, text, column)
        return json.dumps(text, ensure_ascii=bool(blank) and self.chance(1))

    def block(self, way: str, text: str, column: int) -> str:
        deep = " " * (column + self.draw(st.integers(1, 4)))
        lines = text.split(" ", 1) if way == ">" and self.chance(1) else text.split("\n")
        sign = self.draw(st.sampled_from(["", "-", "+"]))
        return f"{way}{sign}{self.beside()}".rstrip(" ") + "".join(
            f"\n{deep}{line}" if line else "\n" for line in lines
        )

    def value(self, value: object, column: int) -> str:
        """A value behind the colon of a key at a column, with its comments."""
        if isinstance(value, str):
            written = self.scalar(value, column)
            if self.anchors and self.chance(5):
                written = f"&a{self.draw(st.integers(0, 2))} {written}"
            return f"{' ' * self.draw(st.integers(1, 2))}{written}{'' if written[0] in '|>&' else self.beside()}\n"
        if self.chance(2):
            return f" {self.flow(value)}{self.beside()}\n"
        inside = column + self.draw(st.integers(1 if isinstance(value, dict) else 0, 4))
        return f"{self.beside()}\n{self.lines(value, inside)}"

    def lines(self, value: object, column: int) -> str:
        """A list or keys in lines at a column."""
        if isinstance(value, dict):
            return "".join(
                f"{self.comment(column)}{' ' * column}{self.pair(key, each, column)}" for key, each in value.items()
            )
        assert isinstance(value, list)
        return "".join(f"{self.comment(column)}{' ' * column}-{self.item(each, column)}" for each in value)

    def item(self, value: object, column: int) -> str:
        if not isinstance(value, dict):
            return self.value(value, column)
        if self.chance(6):
            return f" {self.flow(value)}{self.beside()}\n"
        gap = self.draw(st.integers(1, 3))
        written = self.lines(value, column + 1 + gap)
        if written.lstrip(" ").startswith(("#", "\n")) or self.chance(9):
            return f"{self.beside()}\n{written}"
        return " " * gap + written.lstrip(" ")

    def pair(self, key: str, value: object, column: int) -> str:
        name = f'"{key}"' if self.chance(15) else key
        return f"{name}{' ' * self.chance(15)}:{self.value(value, column)}"

    def flow(self, value: object) -> str:
        """A value in brackets, now and then over several lines with comments."""

        def gap() -> str:
            return self.draw(st.sampled_from(["", "", "", " ", "\n      ", "   # in brackets\n      "]))

        if isinstance(value, str):
            return self.scalar(value, 0, flow=True)
        if isinstance(value, dict):
            return "{" + ",".join(f"{gap()}{key}: {self.flow(each)}" for key, each in value.items()) + gap() + "}"
        assert isinstance(value, list)
        return "[" + ",".join(gap() + self.flow(each) for each in value) + gap() + "]"


LISTS = st.lists(TEXTS, min_size=1, max_size=4)
EVIDENCE = st.fixed_dictionaries({"text": TEXTS, "line": st.just("4")})
SOURCES = st.fixed_dictionaries(
    {"text": TEXTS},
    optional={
        "line": st.just("3"),
        "document": st.just("x.md"),
        "evidence": st.lists(EVIDENCE, min_size=1, max_size=2),
    },
)
CARDS = st.fixed_dictionaries(
    {"question": TEXTS, "answer": TEXTS},
    optional={"accept": LISTS, "explanation": TEXTS, "tags": LISTS, "source": SOURCES, "origin": st.just("human")},
)


@st.composite
def decks(draw: st.DrawFn) -> str:
    """The text of a deck; not all are without errors."""
    writer = Writer(draw, anchors=draw(st.integers(0, 3)) == 3)
    cards = [
        {key: card[key] for key in draw(st.permutations([key for key in CARD_KEYS if key in card]))}
        for card in draw(st.lists(CARDS, min_size=1, max_size=3))
    ]
    deck: dict[str, object] = {"title": draw(TEXTS), "cards": cards}
    for key, values in (("tags", LISTS), ("format", st.just("1")), ("source", TEXTS)):
        if writer.chance(2):
            deck[key] = draw(values)
    deck = {key: deck[key] for key in draw(st.permutations(list(deck)))}
    begin = draw(st.sampled_from(["", "", "", "\ufeff", "---\n", "# yaml-language-server: $schema=deck.schema.json\n"]))
    column = draw(st.sampled_from([0, 0, 0, 2]))
    text = begin + (writer.flow(deck) + "\n" if writer.chance(15) else writer.lines(deck, column)) + writer.comment(0)
    if writer.anchors and writer.chance(2):
        text = text.replace('"Tigris"', "*a0")
    text = text.rstrip("\n") if writer.chance(5) else text
    return text.replace("\n", "\r\n") if writer.chance(3) else text
