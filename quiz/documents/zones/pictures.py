"""Lines under pictures, tables and charts: captions, labels, credits."""

from __future__ import annotations

from quiz.documents.model import BlockKind
from quiz.documents.zones.rule import rule

AGENCY = (
    r"(?:reuters|associated press|ap|afp|upi|dpa|tass|xinhua|bloomberg|getty(?: images)?|epa|shutterstock|alamy|"
    r"flickr|wikimedia(?: commons)?|unsplash|nasa|istock)"
)

PICTURES = (
    rule(
        "illustration",
        BlockKind.caption,
        80,
        r"\[(?:illustration|photo(?:graph)?|picture|image|map|chart|graphic)\s*:\s*\S+(?:\s+\S+){3,}",
    ),
    rule("plate", BlockKind.furniture, 12, r"\[?(?:illustration|image|picture|figure|photo)\b[^.]{0,40}\]$"),
    rule(
        "table",
        BlockKind.table,
        40,
        r"(?:table)?:\s|(?:table|exhibit) (?:\d+|[ivx]+)[\w.-]*\s*[:.—–-]?(?:\s|"
        r"$)(?-i:(?![a-z]))",
    ),
    rule(
        "figure",
        BlockKind.caption,
        120,
        r"(?:fig(?:ure|\.)|map|chart|graph|plate|diagram|photo(?:graph)?|image|picture|illustration|(?:image |"
        r"photo )?caption) ?(?:\d+|[ivx]+)?[\w.-]*\s*[:.,—–|]\s*(?:\S+\s+){5,}\S",
    ),
    rule(
        "label",
        BlockKind.furniture,
        10,
        r"(?:fig(?:ure|\.)|map|chart|graph|plate|diagram) (?:\d+|"
        r"[ivx]+)[\w.-]*\s*[:.—–|]?.*$",
    ),
    rule("chart", BlockKind.table, 40, r"[\W\d_]*[|+=][\W\d_]*$"),
    rule("file photo", BlockKind.caption, 80, r"(?:file )?(?:photo|image|picture)\s*:\s*(?:\S+\s+){5,}\S"),
    rule(
        "credit",
        BlockKind.furniture,
        25,
        rf"[(\[]?(?:(?:photo(?:graph)?s?|image|picture|illustration|video|graphic|map|cover|featured image|"
        rf"file photo|art(?:work)?)"
        rf"\s*(?:credits?|by|courtesy(?: of)?|via|source|from)?|credits?|sources?|courtesy(?: of)?|"
        rf"via)\s*(?:[:/©]|\b(?:by|courtesy)\b)|[(\[]?{AGENCY}\b[^.]{{0,40}}$",
    ),
    rule(
        "credited",
        BlockKind.caption,
        80,
        rf"(?:\S+\s+){{6,}}.{{0,200}}[(\[/|–—-]\s*(?:photo|image|picture|credit|source|courtesy|by|"
        rf"{AGENCY})\b[^()]{{0,60}}[)\]]?\.?$",
    ),
    rule(
        "placed",
        BlockKind.caption,
        80,
        r".*\((?:(?:far |top |bottom |upper |lower )?(?:left|right|cent(?:er|re))|above|below|pictured|shown|"
        r"second from (?:left|right)|l|r|from left)\)",
    ),
    rule(
        "pictured",
        BlockKind.caption,
        80,
        r"(?:above|below|left|right|opposite|pictured|top|bottom|clockwise from \w+ ?\w*|"
        r"from left(?: to right)?|shown here)\s*:\s*(?:\S+\s+){3,}",
    ),
)
