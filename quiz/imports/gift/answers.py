"""What stands between the braces of a GIFT question: answers of every type, with weights and feedback."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from quiz.deck.model import together
from quiz.deck.twofold import thousands
from quiz.imports.gift.questions import read

TRUTH = re.compile(r"\s*+(TRUE|T|FALSE|F)\s*+(#.*)?", re.IGNORECASE | re.DOTALL)
WEIGHT = re.compile(r"\s*%(-?\d{1,3}(?:[.,]\d{1,10})?)%")
NUMBER = re.compile(
    r"\s*(-?\d{1,30}(?:[.,]\d{1,30})?(?:[eE][+-]?\d{1,3})?)\s*+(?:(:|\.\.)\s*(-?\d{1,30}(?:[.,]\d{1,30})?))?\s*"
)
STAR = r"\\\*"
"""An asterisk behind a backslash, as a deck writes both as text."""

FULL = 100.0
SEVERAL = "questions with several right choices, asked for all of them at once"
APART = "other right numbers with a margin of their own, told in the explanation"
PARTLY = "answers that were partly right, told in the explanation"


@dataclass(slots=True)
class Answers:
    """The answers of one question, as a card has them; `pairs` those of a matching question.

    `feedback` tells of a wrong answer why it is wrong.
    """

    answer: str = ""
    accept: list[str] = field(default_factory=list)
    distractors: list[str] = field(default_factory=list)
    kind: str = ""
    tolerance: str = ""
    ordered: list[str] = field(default_factory=list)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    all_of: list[str] = field(default_factory=list)
    partial: bool = False
    feedback: dict[str, str] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    @property
    def explanation(self) -> str:
        """What is told after answering."""
        return "\n".join(filter(None, self.told))


@dataclass(frozen=True, slots=True)
class _Choice:
    """One answer: its mark (`=` or `~`), weight in percent, text and feedback."""

    mark: str
    weight: float | None
    text: str
    feedback: str

    @property
    def right(self) -> bool:
        """Whether it earns something."""
        return self.mark == "=" if self.weight is None else self.weight > 0


def answers(inside: str, lost: set[str]) -> Answers | None:
    """Read answers, and add what of their texts is lost; None of an essay, ValueError where they make no sense."""
    inside, _, general = inside.partition("####")
    told = [read(general, lost)]
    if truth := TRUTH.fullmatch(inside):
        feedback = [read(each, lost) for each in (truth[2] or "").split("#")]
        is_true = truth[1].upper().startswith("T")
        return Answers("true" if is_true else "false", kind="truefalse", told=[*feedback, *told])
    if not inside.strip():
        return None
    if inside.lstrip().startswith("#"):
        return _numeric(inside.lstrip()[1:], told, lost)
    choices = list(_choices(inside, lost))
    if not choices:
        raise ValueError(inside)
    right = [each for each in choices if each.mark == "="]
    if right and all("->" in each.text for each in right):
        return _matched(choices, told)
    return _chosen(choices, told)


def _choices(inside: str, lost: set[str]) -> Iterator[_Choice]:
    """Read answers one by one."""
    parts = re.split(r"([=~])", inside)
    if parts[0].strip():
        raise ValueError(inside)
    for mark, source in zip(parts[1::2], parts[2::2], strict=True):
        text, _, feedback = source.partition("#")
        weight = WEIGHT.match(text)
        value = float(weight[1].replace(",", ".")) if weight else None
        text = text[weight.end() :] if weight else text
        yield _Choice(mark, value, read(text, lost), read(feedback, lost))


def _chosen(choices: list[_Choice], told: list[str]) -> Answers:
    """Read a choice or a short answer."""
    right = [each for each in choices if each.right]
    wrong = [each for each in choices if not each.right]
    full = [each for each in right if each.weight is None or each.weight >= FULL]
    found = Answers(told=[*(_told(each) for each in right), *told])
    found.feedback = {each.text: each.feedback for each in wrong if each.text and each.feedback}
    if _shared(right):
        found.all_of = [each.text for each in right]
        found.answer = together(found.all_of)
        found.partial = any((each.weight or 0) > -FULL for each in wrong)
    elif full and (len(full) == 1 or not wrong):
        typed = not wrong  # where a bare asterisk would stand for any text
        found.answer, *found.accept = (each.text.replace(STAR, r"\*") if typed else each.text for each in full)
        partly = [each.text for each in right if each.weight is not None and each.weight < FULL]
        if partly:
            found.lost.append(PARTLY)
            found.told.append("Partly right: " + "; ".join(partly))
    elif right:
        found.answer = ", ".join(each.text for each in right)
        found.lost.append(SEVERAL)
        found.told[:0] = [_told(each) for each in wrong]
        found.told.append("Choices: " + "; ".join(each.text for each in choices))
        return found
    found.distractors = [each.text for each in wrong]
    return found


def _shared(right: list[_Choice]) -> bool:
    """Whether several choices are right, each of which earns the same share of all there is."""
    weights = [each.weight or 0 for each in right if each.weight is None or each.weight < FULL]
    even = len(weights) == len(right) > 1 and max(weights) - min(weights) < 1
    return even and abs(sum(weights) - FULL) < 1 and len({each.text.casefold() for each in right}) == len(right)


def _told(choice: _Choice) -> str:
    """Tell the feedback of one answer."""
    return f"{choice.text}: {choice.feedback}" if choice.feedback and choice.text else choice.feedback


def _matched(choices: list[_Choice], told: list[str]) -> Answers:
    """Read pairs; where their right sides are the numbers from 1, they are the ranks of an order."""
    pairs = []
    for each in choices:
        left, _, right = each.text.partition("->")
        pairs.append((left.strip(), right.strip()))
    ranks = sorted(pairs, key=lambda pair: pair[1].rjust(9, "0"))
    if len(pairs) > 1 and [rank for _, rank in ranks] == [str(at) for at in range(1, len(pairs) + 1)]:
        return Answers(kind="order", ordered=[item for item, _ in ranks], told=told)
    extra = [right for left, right in pairs if not left]
    return Answers(pairs=[pair for pair in pairs if pair[0]], distractors=extra, told=told)


def _numeric(inside: str, told: list[str], lost: set[str]) -> Answers:
    """Read a number with its margin, a range, or several of them."""
    found = Answers(told=told)
    if "=" not in inside:
        number, _, feedback = inside.partition("#")
        found.answer, found.tolerance = _margin(number)
        found.told.insert(0, read(feedback, lost))
        return found
    choices = [each for each in _choices(inside[inside.index("=") :], lost) if each.text and each.right]
    full = [each for each in choices if each.weight is None or each.weight >= FULL]
    if not full:
        raise ValueError(inside)
    found.answer, found.tolerance = first = _margin(full[0].text)
    taken = full[:1]
    if len(full) > 1 and (both := _twofold(first, full[1].text)):
        found.answer, found.tolerance = both
        taken = full[:2]
    for each in full[len(taken) :]:
        other, off = _margin(each.text) if NUMBER.fullmatch(each.text) else ("", "")
        if other and off == first[1]:
            found.accept.append(other)
            taken.append(each)
    found.told[:0] = [each.feedback if each is full[0] else _told(each) for each in taken]
    for each in (each for each in choices if each not in taken):
        found.lost.append(APART if each in full else PARTLY)
        found.told.append(f"{'Also' if each in full else 'Partly'} right: {each.text}")
    return found


def _twofold(first: tuple[str, str], text: str) -> tuple[str, str] | None:
    """Write a number and its thousandfold as the one that can be read as both, with its margin; None for others."""
    if not NUMBER.fullmatch(text):
        return None
    (one, off), (other, far) = (
        [Decimal(part.replace(",", ".") or "0") for part in each] for each in (first, _margin(text))
    )
    whole = f"{one:.3f}"
    share = round(off * 100 / one, 6).normalize() if one else off
    if other != 1000 * one or thousands(whole) != f"{other:f}":
        return None
    if off == far:
        return whole, first[1]
    return (whole, f"{share:f}%") if far == 1000 * off == 10 * one * share else None


def _margin(text: str) -> tuple[str, str]:
    """Read a number and how far off it may be; ValueError for none."""
    match = NUMBER.fullmatch(text)
    if not match:
        raise ValueError(text)
    first, between, second = match[1], match[2], match[3]
    if not between:
        return first, ""
    if between == ":":
        return first, second.lstrip("-") if Decimal(second.replace(",", ".")) else ""
    low, high = (Decimal(number.replace(",", ".")) for number in (first, second))
    return f"{(low + high) / 2:f}", f"{abs(high - low) / 2:f}" if low != high else ""
