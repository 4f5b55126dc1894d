"""What is wrong with broken YAML, where, and how to mend it, in words for people who have never read its manual."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quiz.deck.sights import COLON, KEY, seen
from quiz.deck.telling import CLOSE_IT, CURLY, told_better

if TYPE_CHECKING:
    import yaml

UNPRINTABLE = re.compile("[^\t\n\r -~\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that YAML text may not contain (YAML 1.1, section 5.1)."""

QUOTE_IT = "put the whole text in quotes"
BELOW = "begin it in the same column as the key above it, by spaces"

VALUE = re.compile(r"(?P<dash>- +)*(?:(?P<key>\w+): +)?(?P<value>.{1,60})")
"""A line with a value, as it is shown again in quotes; the key behind a dash is no key if it is a word of a text."""

DASHED_KEY = re.compile(r"- +(?:answer|accept|distractors|explanation|tags|hint|points|unit|tolerance) *:(?=\s)")
"""A key that begins no card, behind a hyphen."""

WIDE = 200
"""Letters of a line beyond which it is not shown again."""


@dataclass(frozen=True, slots=True)
class Slip:
    """A row of SLIPS: its code, the parser's words (libyaml's or PyYAML's own), ours, and the mend.

    `ahead` must match the text where the parser stopped, `behind` the line before that point; `opening` says that
    the place to show is where the broken thing begins; `above`, if given, must match the line above that one, and the
    place is its last character. `first` says that the place is where the text of its line begins.
    """

    code: str
    said: str
    message: str
    hint: str
    ahead: str | tuple[str, ...] = ""
    behind: str = ""
    opening: bool = False
    above: str = ""
    first: bool = False


SLIPS = (
    Slip(
        "yaml-tab",
        "tab character|cannot start any token",
        "a tab stands here; YAML takes only spaces for indentation",
        "replace the tab with spaces",
        ahead="\t",
    ),
    Slip("yaml-quotes", "cannot start any token", "unquoted text cannot begin with this character", QUOTE_IT),
    Slip(
        "yaml-curly-quotes",
        "mapping values are not allowed",
        "these are curly quotes, which YAML takes for letters",
        "put the text in straight quotes",
        behind=r"^\s*(- +)*\w+: +(?P<at>[“”„«‘‚])[^”“»’]*$",
    ),
    Slip(
        "yaml-colon",
        "mapping values are not allowed",
        "a colon and a space stand inside unquoted text",
        QUOTE_IT,
        behind=r"^\s*(- +)*[^\s:'\"][^:]*:\s.*\S",
    ),
    Slip(
        "yaml-space",
        "mapping values are not allowed",
        "no space follows this colon",
        "put one behind it, as in `answer: Tigris`",
        above=r"\s*(- +)*\w+:(?=\S)",
    ),
    Slip(
        "yaml-space",
        "mapping values are not allowed",
        "no space follows this hyphen",
        "put one behind it, as in `- question: Why?`",
        above=r"\s*-(?=\w+:)",
    ),
    Slip(
        "yaml-indent",
        "mapping values are not allowed",
        "this line is not lined up with the one above it",
        BELOW,
        first=True,
    ),
    Slip(
        "yaml-indent",
        "sequence entries are not allowed",
        "a list cannot begin on the line of its key",
        "begin the list on the next line, or put the text in quotes",
    ),
    Slip("yaml-quotes", "keys are not allowed", "unquoted text cannot begin with a question mark", QUOTE_IT),
    Slip(
        "yaml-quote-inside",
        "expected key|expected <block end>",
        "the text goes on after its closing quote",
        "put the whole text in quotes of the other kind: '...' or \"...\"",
        behind=r"['\"]\s*$",
    ),
    Slip(
        "yaml-brackets",
        "expected key|expected <block end>",
        "the text goes on after a closing bracket",
        "text that begins with [ or { stands in quotes",
        behind=r"[\]}]\s*$",
    ),
    Slip(
        "yaml-indent",
        "'-' indicator|expected <block end>",
        "this line is not lined up with the card or list it belongs to",
        f"{BELOW}; a new card begins with `- `",
    ),
    Slip(
        "yaml-indent",
        "expected key",
        "this line is not lined up with the lines above it",
        BELOW,
    ),
    Slip(
        "yaml-quote-open",
        "unexpected end of stream",
        "a quote is opened here and never closed",
        CLOSE_IT,
        opening=True,
    ),
    Slip(
        "yaml-quote-open",
        "document (indicator|separator)",
        "a quote is opened here and never closed",
        CLOSE_IT,
        opening=True,
    ),
    Slip(
        "yaml-bracket-open",
        "',' or '\\]'",
        "a square bracket is opened here and not closed",
        "close it with ], put a comma between the items, or put the text in quotes",
        opening=True,
    ),
    Slip(
        "yaml-bracket-open",
        "',' or '}'",
        "a curly bracket is opened here and not closed",
        "close it with }, or put text that begins with { in quotes",
        opening=True,
    ),
    Slip(
        "yaml-colon-missing",
        "expected ':'",
        "a colon is missing after this key",
        COLON,
        opening=True,
    ),
    Slip(
        "yaml-backslash",
        "escape|hexa?decimal",
        'a backslash inside "..." begins a code that does not exist',
        "write \\\\, or use '...' quotes",
    ),
    Slip("yaml-quotes", "alphabetic or numeric", "unquoted text cannot begin with & or *", QUOTE_IT, opening=True),
    Slip("yaml-quotes", "comment or (a )?line break", "text cannot begin with > or |", QUOTE_IT),
    Slip(
        "yaml-comma",
        "expected node content|expected the node content",
        "something is missing before this sign",
        "remove the comma before it, or write what is missing",
        ahead=(",", "]", "}"),
    ),
    Slip(
        "yaml-bracket-open",
        "expected node content|expected the node content",
        "a bracket is opened here and not closed",
        "close it; a # begins a comment here, unless it stands in quotes",
        opening=True,
    ),
    Slip("yaml-quotes", "directive", "a line cannot begin with %", "remove the line, or put the text in quotes"),
    Slip("yaml-quotes", "undefined tag handle|scanning a tag", "unquoted text cannot begin with !", QUOTE_IT),
)


def explained(error: yaml.MarkedYAMLError, text: str) -> tuple[str, int, str, str]:
    """Code and index of the slip that stopped the parser, what it is, and how to mend it."""
    return told_better(text, *_explained(error, text))


def _explained(error: yaml.MarkedYAMLError, text: str) -> tuple[str, int, str, str]:
    """Find the slip by what the parser says, and by what is seen where it stopped."""
    found, opened = error.problem_mark or error.context_mark, error.context_mark or error.problem_mark
    at, begun = found.index if found else 0, opened.index if opened else 0
    lines = re.split(r"(?<=\n)|(?<=\r)(?!\n)", text[:at])
    above, behind = (lines[-2] if len(lines) > 1 else ""), lines[-1]
    said = f"{error.problem} {error.context}"
    if sight := _sight(text, at, begun, said):
        return sight
    for slip in SLIPS:
        higher = re.match(slip.above, above)
        before = re.search(slip.behind, behind)
        if higher and before and re.search(slip.said, said) and text.startswith(slip.ahead, at):
            if "at" in before.groupdict():
                at += before.start("at") - len(behind)
            elif slip.above:
                at += higher.end() - 1 - len(behind) - len(above)
            elif slip.first:
                at += len(behind) - len(behind.lstrip(" -")) - len(behind)
            if slip.code == "yaml-bracket-open" and begun == at:
                begun = max(text.rfind("[", 0, at), text.rfind("{", 0, at), 0)
            return slip.code, *_told(slip, begun if slip.opening else at, text)
    return "yaml", at, f"this is not valid YAML: {error.problem}", QUOTE_IT


def _told(slip: Slip, at: int, text: str) -> tuple[int, str, str]:
    """Tell of a slip at an index: of a card's hyphen what it lacks itself, of text how it looks in quotes."""
    alone = not text[text.rfind("\n", 0, at) + 1 : at].strip()
    if slip.code == "yaml-indent" and alone and DASHED_KEY.match(text, at):
        return at, "a hyphen stands before a key of the card above", "write spaces in place of the hyphen"
    if slip.code == "yaml-indent" and alone and text.startswith(("- ", "-\n", "-\r"), at):
        return (
            at,
            "this hyphen is not lined up with those above it",
            "begin it in the same column as they do, by spaces",
        )
    example = _quoted(text, at, slip) if "quotes" in slip.hint else ""
    return at, slip.message, f"{slip.hint.partition(':')[0]}: `{example}`" if example else slip.hint


def _quoted(text: str, at: int, slip: Slip) -> str:
    """Write a line again with its value in quotes; "" where that is not what it takes."""
    start = text.rfind("\n", 0, at) + 1
    line, *rest = text[start : start + WIDE].splitlines() or [""]
    opening, value = parted(line.strip(" \t")) if rest or len(line) < WIDE else ("", "")
    if not opening or slip.code == "yaml-quote-open" or " #" in value:
        return ""
    if slip.code == "yaml-quote-inside":
        value = value[1:-1] if value[0] == value[-1] and value[0] in "'\"" else value
    elif slip.code == "yaml-curly-quotes":
        value = value[1:-1] if value[-1] in CURLY else value[1:]
    elif value[0] in "'\"" or (value[0] in "[{" and slip.code != "yaml-brackets"):
        return ""
    sign = "'" if '"' in value or "\\" in value else '"'
    return "" if sign in value else f"{opening} {sign}{value}{sign}"


def parted(line: str) -> tuple[str, str]:
    """Part a line into its key, or else its dash, and its value; "" where it has none or is too long to be shown."""
    found = VALUE.fullmatch(line)
    if not found or not (found["dash"] or found["key"]):
        return "", ""
    key = found["key"] or ""
    if found["dash"] and not (key.islower() or re.fullmatch(KEY, key)):
        return "-", line[found.end("dash") :]
    return f"{found['key']}:", found["value"]


def _sight(text: str, at: int, begun: int, said: str) -> tuple[str, int, str, str] | None:
    """What is plainly seen on the line where the parser stopped, or the last one above it that is not blank."""
    missed = re.search("expected ':'|mapping values are not allowed", said)
    if not missed and not re.search("expected key|expected <block end>|'-' indicator|alphabetic", said):
        return None
    start = text.rfind("\n", 0, begun if "expected ':'" in said else at) + 1
    above = text.rfind("\n", 0, len(text[:start].rstrip())) + 1
    goes_on = missed is not None and _indent(text, start) >= _indent(text, above) + _item(text, above)
    for line, loose in ((start, "expected ':'" in said), (above, goes_on)):
        end = text.find("\n", line)
        if sight := seen(text[line : end if end >= 0 else len(text)], loose=loose):
            code, column, message, hint = sight
            return code, line + column, message, hint
    return None


def _indent(text: str, line: int) -> int:
    """Count the spaces that a line begins with."""
    end = line
    while text.startswith(" ", end):
        end += 1
    return end - line


def _item(text: str, line: int) -> bool:
    """Whether a line is an item of a list."""
    return text.startswith("- ", line + _indent(text, line))


def unprintable(text: str) -> tuple[str, int, str, str]:
    """Code and index of the first control character, that it is one, and how to mend it."""
    match = UNPRINTABLE.search(text)
    at = match.start() if match else 0
    code = f"U+{ord(text[at]):04X}" if match else "unknown"
    message = f"a control character ({code}) stands here"
    return "control-character", at, message, "remove it; editors can show it"
