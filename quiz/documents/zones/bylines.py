"""Lines that say who wrote a text, when, and in what: bylines, dates, volumes."""

from __future__ import annotations

from quiz.documents.model import BlockKind
from quiz.documents.zones.dates import AGO, CLOCK, DATE
from quiz.documents.zones.rule import rule

BYLINES = (
    rule(
        "date",
        BlockKind.front,
        12,
        rf"(?:{DATE}{CLOCK}?|{AGO})(?:\s*[|·•/]\s*[^.!?]{{1,40}}|\s*[–-]\s*(?-i:(?:[A-Z]\S*\s?){{1,4}}))?$",
    ),
    rule(
        "dated",
        BlockKind.front,
        14,
        rf"\(?(?:(?:first|last|originally) )?(?:published|updated|posted|modified|edited|reviewed|printed|filed|issued|"
        rf"submitted|received|accepted|created|revised|ordered to be|presented to|date|"
        rf"page last)\b.{{0,40}}?(?:{DATE}|{AGO}|\d)[^a-z]{{0,20}}(?:[a-z. ]{{0,30}})$",
    ),
    rule(
        "byline",
        BlockKind.front,
        16,
        r"(?:(?:[Ww]ritten|[Ss]tory|[Tt]ext|[Ww]ords|[Rr]eported|[Aa]nalysis|[Oo]pinion|[Ee]ssay|[Rr]eview) )?"
        r"(?:[Bb]y|BY):? (?=.*[A-Z])(?:(?:[A-Z“\"][\w.'’“”\"-]*|[a-z]{1,3}|and|staff|writer|correspondent|reporter|"
        r"editor|science|senior|special|"
        r"our|political|&|\||[–—-])(?:,? |,?$)){1,14}$",
        case=True,
    ),
    rule(
        "byline, dated",
        BlockKind.front,
        24,
        rf"(?:posted |published |written |filed )?by (?-i:[A-Z])[^.!?]{{2,60}} (?:on )?{DATE}{CLOCK}?"
        rf"(?:,? (?:in|under) [^.!?]{{1,60}}?)?(?:\s*[|·•/–—]\s*\d+[ -]?min(?:ute)?s?(?: read)?)?$",
    ),
    rule(
        "volume",
        BlockKind.front,
        14,
        r"(?:vol(?:ume|\.)?|issue|no\.|number|edition|series|part) ?(?:\d|[ivxlc]+\b)[^a-z]*(?:(?:no|number|"
        r"issue|pp?|vol|volume|"
        r"part|jan\w*|feb\w*|mar\w*|apr\w*|may|june?|july?|aug\w*|sep\w*|oct\w*|nov\w*|dec\w*|spring|summer|"
        r"autumn|fall|winter)\b[^a-z]*)*$",
    ),
    rule(
        "identifier",
        BlockKind.front,
        16,
        r"(?:https?://)?(?:dx\.)?(?:doi|issn|isbn|arxiv|report no|document no|cat(?:alogue)? no|ref)\b",
    ),
    rule(
        "reading time",
        BlockKind.front,
        8,
        r"(?:.{0,20}[|·•] ?)?\d+[ -]?min(?:ute)?s?\.?(?: read(?:ing time)?)?$|(?:estimated )?reading time\b",
    ),
    rule(
        "dateline",
        BlockKind.front,
        12,
        r"[A-Z][A-Z .'’-]{2,}(?:, [^—–]{2,30})?(?: \([^)]{2,30}\))? ?[—–-]+$",
        case=True,
    ),
    rule(
        "slug",
        BlockKind.front,
        10,
        r"[A-Z]{2,}(?:[-–/][A-Z][A-Z'’ ]+)+(?:, (?:\d+(?:st|nd|rd|th) )?"
        r"(?:Ld|Lead|Writethru|Add|Sub|Take|URGENT|UPDATE|CORRECTION)\b.{0,30})?(?: ?\([^)]{1,30}\))?$",
        case=True,
    ),
    rule("keywords", BlockKind.front, 60, r"(?:key ?words?|subjects?|jel codes?|index terms)\s*:"),
)
