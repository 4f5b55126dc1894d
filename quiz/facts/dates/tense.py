"""Whether a date without a year lies behind or ahead of the day a text was written: the tense around it tells."""

from __future__ import annotations

import re

_REACH = 160
_BREAK = re.compile(r"(?<![ap]\.m)(?<!\bmr)(?<!\bdr)(?<!\bmrs)(?<!\bgov)(?<!\bsen)(?<!\bst)(?<!\b\w)[.!?;:]\s|[“”\"()]|\n|,\s(?:and|but|while|which|who|as)\s|\s(?:but|while|although|which|who)\s")
_SAID = re.compile(
    r"\b(?:said|says|told|reported|announced|confirmed|released|issued|published|added|wrote|[a-z]{2,}ed|was|were|had|did|"
    r"fell|rose|took|made|came|went|began|held|met|won|lost|sent|shot|left|got|gave|found|became|kept|led|sold|bought|hit|"
    r"struck|broke|spoke|grew)(?:\s+(?:[a-z]+ly|here|there|late|early|back|off|out|up|down|over))?\s+(?:on\s+|in\s+|late\s+|early\s+|last\s+)?$"
)
_AHEAD = re.compile(
    r"\b(?:will|shall|won[’']t|[a-z]+[’']ll|would|going\s+to|expects?|expected|scheduled|slated|plans?|planned|due|set|"
    r"likely|intends?|hopes?|aims?|until|till|by|is\s+to|are\s+to|be\s+held|upcoming|agreed|begins?|starts?|ends?|opens?|closes?|resumes?|expires?|meets?|arrives?|leaves?|returns?|takes|"
    r"kicks\s+off|concludes?|faces|votes?|visits?)\b(?:\s+to\b)?|\bto\s+(?!the\b|a\b|an\b)[a-z]{3,}\b"
)
_BEHIND = re.compile(
    r"\b(?:was|were|had|did|said|[a-z]{3,}ed|fell|rose|took|made|came|went|began|held|met|won|lost|sent|shot|left|got|gave|"
    r"found|became|kept|led|sold|bought|hit|struck|broke|spoke|grew)\b"
)
_FUTURE = re.compile(r"\b(?:will|shall|won[’']t|going\s+to|[a-z]+[’']ll)\b")


def is_ahead(text: str, start: int, end: int) -> bool:
    """Whether the clause around a date, in lower case, speaks of what is still to come."""
    before = text[max(0, start - _REACH) : start]
    cut = [found.end() for found in _BREAK.finditer(before)]
    before = before[cut[-1] :] if cut else before
    if _SAID.search(before):
        return False
    after = text[end : end + _REACH]
    found = _BREAK.search(after)
    after = after[: found.start()] if found else after
    coming, gone = _last(_AHEAD, before), _last(_BEHIND, before)
    if coming >= 0:
        return coming > gone or bool(_FUTURE.search(before))
    if gone >= 0:
        return False
    return bool(_FUTURE.search(after)) or (bool(_AHEAD.search(after)) and not _BEHIND.search(after))


def _last(pattern: re.Pattern[str], text: str) -> int:
    found = -1
    for match in pattern.finditer(text):
        found = match.start()
    return found
