"""Answers of several parts, all of which are to be named, in any order: each is judged as an answer of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from fractions import Fraction

from quiz.deck.marks import plain
from quiz.deck.model import Card
from quiz.study.judging.folding import fold
from quiz.study.model import Verdict

BY_SEMICOLON = re.compile(r"\s*[;\n]\s*")
BY_COMMA = re.compile(r"\s*(?:[,;\n]|\s/\s|&|\band\b)\s*(?:and\b\s*)?", re.IGNORECASE)

MOST = 50
"""Parts read of what was typed; a list that goes on names too many."""

Judge = Callable[[Card, str], Verdict]


def by_parts(card: Card, given: str, judge: Judge) -> Verdict:
    """Judge what was typed against all parts of the answer; what is missing or too much is told."""
    missing, extra, close = _compared(card, given, judge)
    if not missing and not extra:
        reason = "; ".join(verdict.reason for verdict in close if verdict.reason)
        return Verdict(right=True, close=any(verdict.close for verdict in close), reason=reason)
    named = len(card.all_of) - len(missing)
    told = [f"{named} of {len(card.all_of)} named"] if missing else []
    told += [f"“{extra[0]}” does not belong to them"] if extra else []
    return Verdict(right=False, close=named > 0 and not extra, reason=", ".join(told))


def parts_named(card: Card, given: str, judge: Judge) -> Fraction:
    """Return the share of an answer's parts that was named, from 0 to 1; each one that is wrong takes one away."""
    missing, extra, _ = _compared(card, given, judge)
    return max(Fraction(0), Fraction(len(card.all_of) - len(missing) - len(extra), len(card.all_of)))


def _compared(card: Card, given: str, judge: Judge) -> tuple[list[str], list[str], list[Verdict]]:
    """Return the parts that are missing, what is too much, and the verdicts on those that were named."""
    left, extra, verdicts = list(card.all_of), list[str](), list[Verdict]()
    for said in _listed(card, given):
        judged = [(judge(replace(card, answer=part, accept=(), all_of=(), cloze=""), said), part) for part in left]
        right = [(not verdict.close, verdict, part) for verdict, part in judged if verdict.right]
        if right:
            _, verdict, part = max(right, key=lambda row: row[0])
            left.remove(part)
            verdicts.append(verdict)
        else:
            extra.append(said)
    return left, extra, verdicts


def _listed(card: Card, given: str) -> list[str]:
    """Split what was typed: at semicolons or lines, else at commas and "and" unless a part has some, else at blanks."""
    listed, parts = BY_SEMICOLON.split(given), [plain(part) for part in card.all_of]
    if len(listed) == 1:
        listed = _joined(BY_COMMA.split(given), {fold(part) for part in parts if BY_COMMA.search(part)})
    if len(listed) == 1 and not any(" " in part for part in parts):
        listed = given.split()
    said = [each for each in listed if each.strip(" .")]
    return list(dict.fromkeys(said))[:MOST]


def _joined(pieces: Iterable[str], parts: set[str]) -> list[str]:
    """Put pieces together again that are one part of the answer: `Paris, Texas`."""
    listed: list[str] = []
    for piece in pieces:
        if listed and fold(f"{listed[-1]} {piece}") in parts:
            listed[-1] = f"{listed[-1]}, {piece}"
        else:
            listed.append(piece)
    return listed
