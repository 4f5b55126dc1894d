"""Whether a date without a year lies behind or ahead of the day a text was written: the tense around it tells."""

from __future__ import annotations

import re

_REACH = 160
"""Characters before and behind a date in which its tense is looked for."""
_BREAK = re.compile(
    r"(?<![ap]\.m)(?<!\bmr)(?<!\bdr)(?<!\bmrs)(?<!\bgov)(?<!\bsen)(?<!\bst)(?<!\b\w)[.!?;]\s|[()]|\n|"
    r",\s(?:and|but|while|which|who|as)\s|\s(?:but|while|although|which|who)\s"
)
PAST = (
    r"(?:[a-z]{2,}ed|was|were|had|did|said|told|wrote|fell|rose|took|made|came|went|began|held|met|won|lost|cut|sent|shot|left|"
    r"got|gave|found|became|kept|led|sold|bought|hit|struck|broke|spoke|grew)"
)
"""Verbs in the past, by their form."""
_SAID = re.compile(
    rf"(?<!\bbe )(?<!\bbeen )\b(?:says|{PAST})(?:\s+(?:[a-z]+ly|here|there|late|early|back|off|out|up|down|over))?"
    r"\s+(?:(?:on|in|late|early|last)\s+)?$"
)
_PLANS = (
    r"(?:going|expects?|expected|scheduled|slated|plans?|planning|planned|due|set|likely|intends?|hopes?|aims?|agreed?|is|are|"
    r"promised|vowed|wants?|ready|preparing|prepares?|poised|needs?|has|have)\s+to"
)
_AHEAD = re.compile(
    rf"\b(?:(?:will|shall|won[’']t|[a-z]+[’']ll|would|may|might|could|should|must|can|{_PLANS})"
    r"(?:\s+(?:not|also|likely|only|then|soon|be|have|been|formally|officially))*\s+[a-z]+|due|upcoming|"
    r"(?:scheduled|set|planned|slated)\s+for|expected|begins?|starts?|ends?|opens?|closes?|resumes?|expires?|meets?|"
    r"arrives?|returns?|kicks\s+off|concludes?|faces|runs?\s+out|lapses?|matures?|(?:comes?|falls?)\s+due|takes?\s+effect|"
    r"(?:is|are)\s+to\s+[a-z]+)\b"
)
_TERM = re.compile(
    r"\b(?:by|until|till)\s+(?:(?:the\s+)?(?:early|mid|late|(?:end|middle|start|beginning|first\s+\w+|last\s+\w+|early\s+hours)"
    r"\s+of)[\s-]+)?$"
)
"""What stands before the end of a term: of a past one behind a verb of the past, else of one to come."""
_BEHIND = re.compile(rf"\b{PAST}\b")
_FUTURE = re.compile(r"\b(?:will|shall|won[’']t|going\s+to|[a-z]+[’']ll)\b")


def is_ahead(text: str, start: int, end: int) -> bool:
    """Whether the clause around a date, in lower case, speaks of what is still to come."""
    before = _clause_before(text, start)
    if _SAID.search(before):
        return False
    after = text[end : end + _REACH]
    found = _BREAK.search(after)
    after = after[: found.start()] if found else after
    coming, gone = _last(_AHEAD, before), _last(_BEHIND, before)
    if coming or _TERM.search(before):
        return not (coming and gone) or gone.start() < coming.end()
    if gone or text[end : end + 2] in ("’s", "'s"):
        return False
    return bool(_FUTURE.search(after)) or (bool(_AHEAD.search(after)) and not _BEHIND.search(after))


def is_past_term(text: str, start: int) -> bool:
    """Whether a date ends a term of the past, which may lie on either side of the day of writing: "ran until May"."""
    before = _clause_before(text, start)
    return bool(_TERM.search(before) and _BEHIND.search(before)) and not _AHEAD.search(before)


def _clause_before(text: str, start: int) -> str:
    """What stands before a date in its clause."""
    before = text[max(0, start - _REACH) : start]
    cut = [found.end() for found in _BREAK.finditer(before)]
    return before[cut[-1] :] if cut else before


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last match of a pattern, None if there is none."""
    found = None
    for match in pattern.finditer(text):
        found = match
    return found


SAID = re.compile(
    r"[”\"]\s[^.;”\"]{0,60}\b(?:wrote|recalled|said|remembered|explained|admitted|told|claimed)\b[^.;”\"]{0,30}$"
)
"""What stands before the time at which somebody spoke of the story: "“...,” he wrote thirty years later"."""
WROTE = re.compile(
    r"\bwho\s(?:had\s|has\s)?(?:\w+ly\s|later\s|first\s)?(?:published|wrote|written|edited|studied|examined|reviewed|"
    r"recalled|reconstructed|analy[sz]ed|translated|interviewed)\s[^.;:]{0,60}\sin\s$"
)
"""What stands before the year in which somebody wrote of the story: "who published a study of it in 1997"."""
