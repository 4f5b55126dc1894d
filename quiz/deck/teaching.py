"""Keys for those who teach: answers of several parts, units, feedback, pinned options, points, difficulty."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from quiz.deck.fields import entries, flag, meant, pointed, shown, text, texts
from quiz.deck.marks import doubles, forms
from quiz.deck.model import LEVELS, POINTS
from quiz.deck.nodes import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from quiz.deck.fields import Report
    from quiz.deck.model import Card, Level
    from quiz.deck.nodes import Node

WRONG_KEYS = ("text", "feedback")
"""Keys of a wrong answer that says why it is wrong."""

NUMBER = re.compile(r"[-+±]?[0-9][0-9.,’'  ]*(?:[eE][-+]?[0-9]+)?(?:[-–/][0-9][0-9.,]*)?")
"""What may stand before a unit."""


HEDGED = re.compile(
    rf"(?:about|around|roughly|approximately|some|nearly|almost|ca?\.?|circa|~|≈)\s*({NUMBER.pattern})", re.IGNORECASE
)

SCALES = frozenset("hundred thousand million billion trillion".split())
BESIDE = re.compile(rf"({NUMBER.pattern}?)\s*([^\W\d_]\S{{0,20}}(?: \S{{1,20}}){{0,2}}|[%°]\S{{0,3}})")
"""A number with a unit behind it."""

RARE = frozenset({"unit", "pin", "hint", "points", "partial", "difficulty"})
"""Keys that few cards have, so that the others need not be asked for each."""


def taught(found: dict[str, Node], unit: str, report: Report) -> dict[str, Any]:
    """Read what only a card with one of these keys has, its answer in a unit if that is not ""."""
    if RARE.isdisjoint(found):
        return {}
    return {
        "pin": tuple(measured_in(unit, option) for option in texts(found, "pin", report)),
        "hint": text(found, "hint", report),
        "points": points(found, report),
        "partial": flag(found, "partial", report),
        "difficulty": level(found, report),
    }


def parts_of(found: dict[str, Node], report: Report) -> tuple[str, ...]:
    """Read an answer that is a list: its parts, all of which are to be named; () where it is none."""
    node = found.get("answer")
    if not isinstance(node, Sequence):
        return ()
    parts = tuple(" ".join(part.split()) for part in texts(found, "answer", report))
    if len(parts) < max(2, len(node.items)) or doubles(parts):
        hint = "write `answer: [red, white, blue]`; other answers that are right by themselves go under `accept`"
        report.error(
            "bad-answer-list", node, "an answer of several parts is a list of two or more different ones", hint
        )
    return parts


def measured(answer: str, found: dict[str, Node], report: Report) -> tuple[str, str]:
    """Read the `unit` of an answer that is a number; return the answer with it, and the unit."""
    unit = " ".join(text(found, "unit", report).split())
    if unit and not NUMBER.fullmatch(answer.strip()):
        hint = "write `answer: 2850` and `unit: km`, or put the unit into the answer"
        bare = answer.strip().removesuffix(unit).strip()
        if bare != answer.strip() and NUMBER.fullmatch(bare):
            hint = f"the unit stands in the answer already: write `answer: {bare}` and `unit: {shown(unit)}`"
        elif hedged := HEDGED.fullmatch(answer.strip()):
            hint = (
                f"write `answer: {hedged[1]}` and a `tolerance`, or `answer: {shown(answer)} {shown(unit)}` and no unit"
            )
        elif (beside := BESIDE.fullmatch(answer.strip())) and beside[2].partition(" ")[0] not in SCALES:
            hint = "the answer has a unit of its own: leave `unit` out, or write the number alone"
        elif any(character.isdigit() for character in answer):
            hint = f"leave the unit out, and write `answer: {shown(answer)} {shown(unit)}`"
        report.error("bad-unit", found["unit"], f"a unit stands behind a number, not behind `{shown(answer)}`", hint)
        return answer, ""
    return (measured_in(unit, answer), unit) if unit else (answer, "")


def measured_in(unit: str, option: str) -> str:
    """Put the unit of a card behind an option that is a bare number; any other stays as it is."""
    return f"{option.strip()} {unit}" if unit and NUMBER.fullmatch(option.strip()) else option


def wrong_answers(found: dict[str, Node], report: Report) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Read `distractors`: their texts and, where any has some, the feedback to each."""
    node = found.get("distractors")
    if not isinstance(node, Sequence) or not any(isinstance(item, Mapping) for item in node.items):
        return texts(found, "distractors", report), ()
    told: list[tuple[str, str]] = []
    for item in node.items:
        if isinstance(item, Mapping) and not _named_by_text(item, report):
            keys = entries(item, WRONG_KEYS, report)
            words = text(keys, "text", report)
            if not words.strip():
                report.error("empty-item", item, "a wrong answer has no text", "write `- text: ...`")
                continue
            told.append((words, text(keys, "feedback", report)))
        elif not isinstance(item, Mapping):
            alone: dict[str, Node] = {"distractors": Sequence([item], node.start, node.end)}
            told += [(words, "") for words in texts(alone, "distractors", report)]
    listed, feedback = zip(*told, strict=True) if told else ((), ())
    return listed, feedback if any(feedback) else ()


def _named_by_text(item: Mapping, report: Report) -> bool:
    """Report a wrong answer that stands in place of the key, with its feedback behind the colon; whether it does."""
    name, value = item.pairs[0] if item.pairs else (None, None)
    known = item.get("text") or not isinstance(name, Scalar) or meant(name.text, WRONG_KEYS)
    if known or not isinstance(name, Scalar) or not isinstance(value, Scalar):
        return False
    parts = shown(name.text, 20), shown(value.text, 20)
    hint = (
        f"write `- text: {parts[0]}`, and below it `feedback: {parts[1]}`; if all of it is the answer, put it in quotes"
    )
    report.error("unknown-key", name, f"a wrong answer with feedback has keys, and `{shown(name.text)}` is none", hint)
    return True


def item_text(item: Node) -> Node:
    """Find the node that holds the text of a wrong answer."""
    pair = item.get("text") if isinstance(item, Mapping) else None
    return pair[1] if pair else item


def points(found: dict[str, Node], report: Report) -> str:
    """Read what a question is worth, as typed; "" where it is not said."""
    typed = text(found, "points", report)
    if not typed or POINTS.fullmatch(typed):
        return typed
    right = pointed(typed)
    hint = f"write `points: {right}`" if POINTS.fullmatch(right) else "write `points: 2` or `points: 0.5`"
    report.error(
        "bad-points", found["points"], f"`points` is a number above 0 and below 1000, not `{shown(typed)}`", hint
    )
    return ""


def level(found: dict[str, Node], report: Report) -> Level:
    """Read how difficult a card is, "" where it is not said."""
    name = text(found, "difficulty", report)
    if name and name not in LEVELS:
        near = get_close_matches(name.lower()[:40], LEVELS, 1)
        hint = f"did you mean `{near[0]}`?" if near else f"write one of {', '.join(LEVELS)}"
        report.error("bad-difficulty", found["difficulty"], f"unknown difficulty `{shown(name)}`", hint)
    return next((each for each in LEVELS if each == name), "")


def judge_teaching(card: Card, found: dict[str, Node], report: Report) -> None:
    """Report keys that do not go together."""
    choices = (*(card.all_of or (card.answer,)), *card.wrong)
    options = {form for option in choices for form in forms(option)}
    pins = found.get("pin")
    for item in pins.items if isinstance(pins, Sequence) else ():
        if isinstance(item, Scalar) and options.isdisjoint(forms(measured_in(card.unit, item.text))):
            near = get_close_matches(item.text, choices, 1)
            hint = f"did you mean `{near[0]}`?" if near else "pin the answer or one of the distractors, word for word"
            report.error("unknown-pin", item, f"`{shown(item.text)}` is no option of this card", hint)
    if card.partial and not (card.all_of or card.ordered):
        hint = "remove it, or write the answer as a list"
        report.warn("needless-partial", found["partial"], "an answer of one part cannot be partly right", hint)


def told_of(card: Card, option: str) -> str:
    """Write an option of a card as its file holds it: without the unit, which stands under a key of its own."""
    bare = option.removesuffix(f" {card.unit}") if card.unit else option
    return bare if measured_in(card.unit, bare) == option else option
