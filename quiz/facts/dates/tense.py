"""Whether a date without a year lies behind or ahead of the day a text was written: the tense around it tells."""

from __future__ import annotations

import re

_REACH = 160
_BREAK = re.compile(
    r"(?<![ap]\.m)(?<!\bmr)(?<!\bdr)(?<!\bmrs)(?<!\bgov)(?<!\bsen)(?<!\bst)(?<!\b\w)[.!?;]\s|[()]|\n|,\s(?:and|but|while|which|who|as)\s|\s(?:but|while|although|which|who)\s"
)
_SAID = re.compile(
    r"\b(?:said|says|told|reported|announced|confirmed|released|issued|published|added|wrote|[a-z]{2,}ed|was|were|had|did|"
    r"fell|rose|took|made|came|went|began|held|met|won|lost|sent|shot|left|got|gave|found|became|kept|led|sold|bought|hit|"
    r"struck|broke|spoke|grew)(?:\s+(?:[a-z]+ly|here|there|late|early|back|off|out|up|down|over))?\s+(?:on\s+|in\s+|late\s+|early\s+|last\s+)?$"
)
_AHEAD = re.compile(
    r"\b(?:(?:will|shall|won[’']t|[a-z]+[’']ll|would|(?:going|expects?|expected|scheduled|slated|plans?|planning|planned|due|"
    r"set|likely|intends?|hopes?|aims?|agreed?|is|are|promised|vowed|wants?|ready|preparing|prepares?|poised|needs?|has|have)\s+to)"
    r"(?:\s+(?:not|also|likely|only|then|soon|be|have|been|formally|officially))*\s+[a-z]+|due|until|till|by|upcoming|"
    r"scheduled\s+for|set\s+for|planned\s+for|slated\s+for|expected|begins?|starts?|ends?|opens?|closes?|resumes?|expires?|"
    r"meets?|arrives?|returns?|kicks\s+off|concludes?|faces)\b"
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
    if coming:
        return not gone or gone.start() < coming.end()
    if gone or text[end : end + 2] in ("’s", "'s"):
        return False
    return bool(_FUTURE.search(after)) or (bool(_AHEAD.search(after)) and not _BEHIND.search(after))


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last match of a pattern, None if there is none."""
    found = None
    for match in pattern.finditer(text):
        found = match
    return found
