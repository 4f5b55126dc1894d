"""Reads the key `include`: the names of decks that come along, each of which has to be there."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.deck.fields import shown, texts
from quiz.deck.files import is_there
from quiz.deck.including import SUFFIXES, within
from quiz.deck.nodes import Scalar, Sequence

if TYPE_CHECKING:
    from quiz.deck.fields import Report
    from quiz.deck.nodes import Node

INSIDE = "an included deck lies in the folder of this one or below it, as in `parts/rivers.yaml`"


def included(found: dict[str, Node], path: str, report: Report) -> tuple[str, ...]:
    """Read `include`; reports what is no deck in this folder or below it, and what is not there."""
    names = texts(found, "include", report)
    node, folder = found.get("include"), Path(path).parent
    for item in node.items if isinstance(node, Sequence) else ():
        if not isinstance(item, Scalar) or not (name := item.text).strip():
            continue
        if not within(name):
            report.error("bad-include", item, f"`{shown(name)}` is no deck to be included", INSIDE)
        elif path and not is_there(folder / name):
            slashed = name.replace("\\", "/")
            near = get_close_matches(slashed, _decks(folder, slashed) - {Path(path).name}, 1)
            hint = f"did you mean `{near[0]}`?" if near else "is the name spelled right?"
            report.error("no-include", item, f"there is no deck `{shown(name)}`", hint)
    return names


def _decks(folder: Path, name: str) -> set[str]:
    """Find the decks that stand where a name looks for one."""
    place = (folder / name).parent
    try:
        return {file.relative_to(folder).as_posix() for file in place.iterdir() if file.suffix in SUFFIXES}
    except (OSError, ValueError):
        return set()
