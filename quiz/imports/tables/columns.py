"""What the columns of a table hold, by their names or else by their order, and lists within one cell."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quiz.imports.tables.rows import Table

NAMES = {
    "question": "question front term prompt q word ask expression vorderseite frage",
    "answer": "answer back definition a meaning translation solution correct rightanswer correctanswer "
    "rückseite antwort",
    "cloze": "cloze text",
    "accept": "accept accepted alternatives alternative alternativeanswers synonyms also otheranswers aliases",
    "distractors": "distractors distractor wrong wronganswers wronganswer incorrect incorrectanswers incorrectanswer "
    "options option choices choice",
    "explanation": "explanation note notes extra backextra comment comments feedback because",
    "hint": "hint hints clue clues",
    "tags": "tags tag labels label keywords",
    "deck": "deck deckname set category collection",
    "tolerance": "tolerance margin",
    "kind": "kind",
    "all_of": "allof parts",
    "unit": "unit units",
    "wrong_feedback": "wrongfeedback",
    "pin": "pin pinned",
    "points": "points",
    "partial": "partial",
    "difficulty": "difficulty",
    "id": "id",
    "deck_id": "deckid",
    "guid": "guid",
    "document": "document",
    "place": "place",
    "passage": "passage",
}
"""What each column may be called, in any case and with any space, line or number in its name."""

MEANING = {word: name for name, words in NAMES.items() for word in words.split()}
NUMBER = re.compile(r"\s*\d+$|(?<=option) [a-h]$|(?<=choice) [a-h]$")
SPACE = re.compile(r"[\s_\-.:()]+")
APOSTROPHE = re.compile(r"(?<![^;\t\r\n])'(?='*[=+\-@＝＋－＠])")
"""What keeps spreadsheets from running a cell."""

BARS = re.compile(r"(?<!\\)\|")
UNSEEN = frozenset({"notetype"})


@dataclass(frozen=True, slots=True)
class Columns:
    """What each column holds, by number; "" of one that has a name of its own, and no meaning for us."""

    meanings: tuple[str, ...]
    names: tuple[str, ...]

    def cells(self, row: Sequence[str]) -> dict[str, list[str]]:
        """Sort the cells of a row by what they hold."""
        found: dict[str, list[str]] = {}
        for meaning, cell in zip(self.meanings, row, strict=False):
            if meaning:
                found.setdefault(meaning, []).append(APOSTROPHE.sub("", cell))
        return found

    def rest(self, row: Sequence[str]) -> list[tuple[str, str]]:
        """List the cells of columns that have no meaning for us, with the columns' names; those too many have none."""
        known = [(self.names[at], cell) for at, cell in enumerate(row[: len(self.names)]) if not self.meanings[at]]
        return known + [("", cell) for cell in row[len(self.names) :] if cell.strip()]


def columns(table: Table) -> Columns:
    """Tell what the columns hold; a row of names is taken out of the table."""
    # Where Anki tells what is where, the first row is a note, even of a type that is called as a column may be.
    first = table.columns or (list(table.rows[0][1]) if table.rows and not table.meant else [])
    meanings = [MEANING.get(SPACE.sub("", NUMBER.sub("", name.strip().casefold())), "") for name in first]
    asks = {"question", "cloze"} & {*meanings}
    headed = bool(table.columns) or bool(asks and ("answer" in meanings or "cloze" in meanings))
    if headed and not table.columns:
        del table.rows[0]
    if headed and asks:
        return Columns(tuple(meanings), tuple(name.strip() for name in first))
    return _by_order(table, max((len(row) for _, row in table.rows[:200]), default=0), first if headed else [])


def _by_order(table: Table, width: int, names: Sequence[str]) -> Columns:
    """Take the first column for the question, the second for the answer, but for those that Anki names itself."""
    meanings = [""] * width
    meant = {at: name for name, at in table.meant.items() if at < width}
    for at, name in meant.items():
        meanings[at] = name if name in NAMES else "hidden"
    free = [at for at in range(width) if at not in meant]
    for at, name in zip(free, ("question", "answer"), strict=False):
        meanings[at] = name
    return Columns(tuple(meanings), tuple(names[at] if at < len(names) else "" for at in range(width)))


def gapped(cell: str) -> list[str]:
    """Take a list apart in which an item may be empty."""
    return [re.sub(r"\\([\\|])", r"\1", part).strip() for part in BARS.split(cell)]


def listed(cell: str, name: str, *, anki: bool = False, ours: bool = False) -> list[str]:
    r"""Take a list in one cell apart: at `|`, semicolons or lines, tags and wrong answers at commas too.

    A `\|` is one that belongs to the text. In a row of `ours`, bars alone part a list.
    """
    if ours or BARS.search(cell) or "\\|" in cell:
        return [re.sub(r"\\([\\|])", r"\1", part).strip() for part in BARS.split(cell) if part.strip()]
    if name == "tags" and anki:
        return cell.split()
    for separator in (r"\n", ";", *((r",\s+" if name != "tags" else ",",) if name in ("tags", "distractors") else ())):
        if len(parts := [part.strip() for part in re.split(separator, cell) if part.strip()]) > 1:
            return parts
    text = re.sub(r"\\([\\|])", r"\1", cell).strip()
    return [text] if text else []
