"""Reads single fields of a deck from nodes, and reports every one that is wrong with its place and the mend."""

from __future__ import annotations

import re
from difflib import get_close_matches
from itertools import islice
from typing import TYPE_CHECKING

from quiz.deck.listing import lines_of, misdashed, tell_signs
from quiz.deck.nodes import Mapping, Scalar, Sequence
from quiz.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Collection

    from quiz.deck.nodes import Lines, Node
    from quiz.errors import Severity

MOST = 1000
"""Problems kept of one deck; a file that is no deck at all would have as many as it has lines."""

OTHER_NAMES = {
    "front": "question", "q": "question", "prompt": "question", "term": "question", "ask": "question",
    "back": "answer", "a": "answer", "correct": "answer", "solution": "answer", "definition": "answer",
    "wrong": "distractors", "options": "distractors", "choices": "distractors", "incorrect": "distractors",
    "margin": "tolerance", "alternatives": "accept", "synonyms": "accept", "aliases": "accept", "also": "accept",
    "note": "explanation", "notes": "explanation", "because": "explanation", "feedback": "explanation",
    "questions": "cards", "items": "cards", "name": "title", "type": "kind", "labels": "tags", "uid": "id",
    "level": "difficulty", "right answer": "answer", "correct answer": "answer", "wrong answer": "distractors",
    "wrong answers": "distractors", "incorrect answers": "distractors", "false answers": "distractors",
    "other answers": "accept", "also accept": "accept", "right answers": "accept", "gap text": "cloze",
}  # fmt: skip
"""What other question formats call our keys."""

PICTURED = frozenset("image images img picture pictures photo media sound audio video".split())
"""What other formats call the key for what our texts name."""

MARGIN = re.compile(r"±?\s*([0-9]{1,12}(?:\.[0-9]{1,12})?)\s*%?")
"""How far an answer may be off."""

COMMA = re.compile(r"(±?\s*[0-9]{1,12}),([0-9]{1,12})(.*)")
BESIDE = re.compile(r"(±?\s*[0-9]{1,12}(?:\.[0-9]{1,12})?)\s*([^\W\d_]\S{0,20}(?: \S{1,20})?)")
"""A number with a unit."""

PARTED = re.compile(r"\s*;\s*(?=\S)")
"""What people put between the items of a list in place of a comma."""

TRUTH = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


class Report:
    """Collects the problems of one deck."""

    def __init__(self, lines: Lines) -> None:
        """Begin with none."""
        self.lines = lines
        self.problems: list[Problem] = []
        self.failed = False

    def error(self, code: str, at: Node | int, message: str, hint: str = "") -> None:
        """Report what makes the deck unusable, at a node or an index."""
        self.failed = True
        self.add("error", code, at, message, hint)

    def warn(self, code: str, at: Node | int, message: str, hint: str = "") -> None:
        """Report what is odd but does no harm."""
        self.add("warning", code, at, message, hint)

    def add(self, severity: Severity, code: str, at: Node | int, message: str, hint: str) -> None:
        """Keep a problem, unless there are too many already."""
        start, end = (at, at) if isinstance(at, int) else (at.start, at.end)
        place = self.lines.place(start)
        if len(self.problems) < MOST:
            self.problems.append(Problem(place, message, hint, severity, code, end - start))
        elif len(self.problems) == MOST:
            message = "more problems follow, which are not shown"
            self.problems.append(Problem(place, message, "mend these first", code="too-many-problems"))

    def in_order(self) -> tuple[Problem, ...]:
        """All problems in the order of their places."""
        return tuple(sorted(self.problems, key=lambda found: (found.place.line or 0, found.place.column or 0)))


def entries(node: Mapping, known: Collection[str], report: Report) -> dict[str, Node]:
    """Values by key, without those left empty; reports unknown keys (and reads them as meant) and keys given twice."""
    found: dict[str, Node] = {}
    seen: dict[str, int] = {}
    for key, value in node.pairs:
        name = key.text if isinstance(key, Scalar) else ""
        if name in known and name not in seen:
            seen[name] = key.start
            if not isinstance(value, Scalar) or value.text or value.style:
                found[name] = value
        elif name not in known:
            near = meant(name, known)
            code, message = (
                ("unknown-key", f"unknown key `{shown(name)}`") if name else ("bad-key", "a key must be a word")
            )
            report.error(code, key, message, mend(name, near, known))
            if near:
                found.setdefault(near, value)
        else:
            line = report.lines.place(seen[name]).line
            report.error(
                "duplicate-key",
                key,
                f"`{name}` is given twice",
                f"it stands on line {line} already; a new card begins with `- `",
            )
    return found


def meant(name: str, known: Collection[str]) -> str:
    """Guess which of the known keys was meant, "" if there is no telling."""
    word = " ".join(re.split(r"[\s_-]+", name.strip().lower()))
    other = OTHER_NAMES.get(word, "")
    return other if other in known else next(iter(get_close_matches(word[:40], known, 1)), "")


def mend(name: str, near: str, known: Collection[str]) -> str:
    """Say what to write instead of an unknown key."""
    if name == "<<":
        return "decks know no merge keys; write the keys out"
    if "cards" in known and name.strip().lower() in ("question", "answer", "cloze", "distractors", "accept", "hint"):
        return "this is a key of a card: indent it like the others of its card, below the text behind `- `"
    if name.strip().lower() in PICTURED and "question" in known:
        return "pictures and sounds stand in the text: `![a map](media/map.png)`, `[sound:media/dog.mp3]`"
    return f"did you mean `{near}`?" if near else "known are " + ", ".join(f"`{key}`" for key in known)


def shown(text: str, most: int = 40) -> str:
    """Show text of a file within a message: on one line, and not more of it than needed."""
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def text(found: dict[str, Node], key: str, report: Report) -> str:
    """Text of a key, "" if it is not there."""
    node = found.get(key)
    if node is None:
        return ""
    if isinstance(node, Scalar):
        return node.text
    hint = "text that begins with [ or { stands in quotes" if node.flow else f"write `{key}: ...` on one line"
    report.error("text-wanted", node, f"`{key}` must be text, and this is {noun(node)}", hint)
    return ""


def texts(found: dict[str, Node], key: str, report: Report) -> tuple[str, ...]:
    """Items of a key that holds a list of texts, () if it is not there."""
    node = found.get(key)
    if node is None:
        return ()
    if not isinstance(node, Sequence):
        _no_list(node, key, report)
        return ()
    items = []
    for item in node.items:
        if not isinstance(item, Scalar):
            report.error(
                "text-wanted", item, f"an item of `{key}` must be text, and this is {noun(item)}", "put it in quotes"
            )
        elif not item.text.strip():
            report.error("empty-item", item, f"an item of `{key}` is empty", "write its text, or remove it")
        else:
            items.append(item.text)
    return tuple(items)


def _no_list(node: Scalar | Mapping, key: str, report: Report) -> None:
    """Report what stands in place of a list, and how it becomes one."""
    lines = [line for _, line in islice(lines_of(node, report), 2)] if isinstance(node, Scalar) else []
    if isinstance(node, Scalar) and misdashed(node, report):
        tell_signs(node, report)
    elif isinstance(node, Scalar) and not node.style and len(lines) > 1:
        hint = f"begin each line with a hyphen and a space: `- {shown(lines[0], 20)}`"
        report.error("list-wanted", node, f"`{key}` must be a list", hint)
    else:
        example = f"[{shown(PARTED.sub(', ', node.text), 20)}]" if isinstance(node, Scalar) else "[one, another]"
        report.error("list-wanted", node, f"`{key}` must be a list", f"write `{key}: {example}`")


def number(found: dict[str, Node], key: str, report: Report) -> int | None:
    """Whole number from 1 up of a key, None if it is not there."""
    node = found.get(key)
    if node is None:
        return None
    if isinstance(node, Scalar) and node.text.isascii() and node.text.isdigit() and 0 < int(node.text[:10]) < 10**9:
        return int(node.text)
    report.error("number-wanted", node, f"`{key}` must be a whole number from 1 up", f"write `{key}: 12`")
    return None


def margin(found: dict[str, Node], report: Report) -> str:
    """Amount or percentage of `tolerance`, as typed; "" if it is not there."""
    typed = text(found, "tolerance", report)
    if not typed or ((match := MARGIN.fullmatch(typed)) and match[1].strip("0.")):
        return typed
    message = f"`tolerance` is a number or a percentage above 0, not `{shown(typed)}`"
    report.error("bad-tolerance", found["tolerance"], message, _as_margin(typed))
    return ""


def _as_margin(typed: str) -> str:
    """Say how a tolerance is written that has a decimal comma, or a unit behind it."""
    right = pointed(typed)
    beside = BESIDE.fullmatch(right)
    if beside and beside[2].casefold() in ("percent", "per cent"):
        return f"write `tolerance: {beside[1]}%`"
    if beside:
        return f"write `tolerance: {beside[1]}`: it is in the unit of the answer"
    if right != typed and MARGIN.fullmatch(right):
        return f"write `tolerance: {right}`"
    return "write `tolerance: 5%`, or `tolerance: 10` in the unit of the answer"


def pointed(typed: str) -> str:
    """Write a number with a point in place of its decimal comma, and without commas between thousands."""
    comma = COMMA.fullmatch(typed.strip())
    if not comma:
        return typed
    return f"{comma[1]}{'' if len(comma[2]) == len('000') and comma[1] != '0' else '.'}{comma[2]}{comma[3]}"


def flag(found: dict[str, Node], key: str, report: Report) -> bool:
    """Truth of a key, False if it is not there."""
    node = found.get(key)
    if node is None:
        return False
    truth = TRUTH.get(node.text.lower()) if isinstance(node, Scalar) else None
    if truth is None:
        report.error("truth-wanted", node, f"`{key}` must be true or false", f"write `{key}: true`, or remove it")
    return bool(truth)


def noun(node: Node) -> str:
    """Name a node as a teacher would."""
    return {Scalar: "text", Sequence: "a list", Mapping: "a group of keys"}[type(node)]
