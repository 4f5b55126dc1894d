"""Footnote markers: which `[1]`, `²` or `†` in a text points to a note, and which belongs to the sentence."""

from __future__ import annotations

import re

UNITS = frozenset("mm cm dm km nm µm μm ft yd mi in sec min hr kg mol Pa".split())
EDITORS = (
    r"citation needed|clarification needed|page needed|dubious[^\]]{0,20}|who\?|when\?|which\?|where\?|by whom\?|"
    r"edit|update"
)
SHORTENED = frozenset(
    "no nos vol vols fig figs art arts sec ch chap eq pp est approx ca cf al ref para paras app tab".split()
)

PATTERNS = (
    # [12], [1,2], [3–5]; four digits would be a year put in by an editor
    re.compile(r" ?\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\](?!\()"),
    # [*] as e-texts set the star of a note
    re.compile(r"(?<=[^\s\[(])\[[*†‡§]{1,3}\]"),
    # [a] glued to its word; with a space before it, it is a change of case in a quotation
    re.compile(r"(?<=[^\s\[(“\"])\[[a-z]{1,2}\](?![\w(])"),
    # [A], as e-texts count them
    re.compile(r"(?<=[^\s\[(“\"])\[[A-Z]{1,2}\](?=[\s.,;:]|$)"),
    re.compile(r" ?\[(?:foot|end)?(?:notes?|n|nb|fn) ?\d{1,3}\]", re.IGNORECASE),
    re.compile(rf" ?\[(?:{EDITORS})\]", re.IGNORECASE),
    re.compile(r"(?<=[^\s(\[])[†‡§](?=[\s.,;:!?”’)]|$)"),
)
RAISED = re.compile(r"[¹²³⁰⁴-⁹]+(?:[,⁻–-][¹²³⁰⁴-⁹]+)*")
FLATTENED = re.compile(r"(?<=[a-z])([.,;]?[”’\")]?[.,;]?)(?<=[.,;”’\")])(\d{1,3})(?=\s+[A-Z“‘\"]|$)")
STAR = re.compile(r"(?<=[\w.,;:!?”’\")])\*+(?=[\s.,;:!?”’)]|$)")


def find_markers(text: str) -> list[tuple[int, int]]:
    """Spans of a paragraph's footnote markers, in order and apart; a marker that opens the paragraph is its label."""
    spans = [match.span() for pattern in PATTERNS for match in pattern.finditer(text)] if _has_sign(text) else []
    spans += [match.span() for match in RAISED.finditer(text) if _points_to_note(text, match.start())]
    spans += [match.span(2) for match in FLATTENED.finditer(text) if _ends_sentence(text, match.start(1))]
    if text.count("*") <= 3:
        spans += [match.span() for match in STAR.finditer(text)]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if start > 0 and (not kept or start >= kept[-1][1]):
            kept.append((start, end))
    return kept


def _has_sign(text: str) -> bool:
    """Tell at little cost whether a text has any sign the patterns look for."""
    return any(sign in text for sign in "[†‡§")


def _points_to_note(text: str, at: int) -> bool:
    """Whether raised digits after a word point to a note: not those of `m²` or `10³`, but those of `1921³`."""
    before = text[max(0, at - 12) : at]
    if not before or before[-1].isspace():
        return False
    if before[-1].isdigit():
        return re.search(r"(?<!\d)(?:1\d|20)\d\d$", before) is not None
    word = re.search(r"[^\W\d_]+$", before)
    if word is None:
        return before[-1] in '.,;:!?”’")]»'
    return len(word[0]) >= 3 and word[0] not in UNITS


def _ends_sentence(text: str, at: int) -> bool:
    """Whether a word worth a note ends at an offset: three letters or more, and no `vol.` or `fig.`."""
    word = re.search(r"[A-Za-z]+$", text[max(0, at - 20) : at])
    return word is not None and len(word[0]) >= 3 and word[0].lower() not in SHORTENED
