"""docs/check.md tells the truth: its tables are those of the program, its examples what it prints."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path

from quiz.checking.codes import ERRORS, WARNINGS
from tests.conftest import Run

PAGE = Path(__file__).parents[2] / "docs" / "check.md"
DECK = "title: Rivers\ncards:\n  - question: Which river runs through Baghdad?\n    anwser: Tigris\n"


def table(codes: Mapping[str, str]) -> str:
    """The table of codes."""
    rows = [f"| `{code}` | {meaning} |" for code, meaning in sorted(codes.items())]
    return "\n".join(["| code | what it is |", "|---|---|", *rows])


def test_the_tables_are_those_of_the_program() -> None:
    page = PAGE.read_text(encoding="utf-8")
    for name, codes in (("errors", ERRORS), ("warnings", WARNINGS)):
        begun = page.index(f"<!-- {name} -->\n") + len(f"<!-- {name} -->\n")
        old = page[begun : page.index("<!-- end -->", begun)]
        page = page.replace(old, table(codes) + "\n") if old else page[:begun] + table(codes) + "\n" + page[begun:]
    if os.environ.get("UPDATE_DOCS"):
        PAGE.write_text(page, encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page


def test_the_examples_are_what_is_printed(run: Run, tmp_path: Path) -> None:
    page = PAGE.read_text(encoding="utf-8")
    (tmp_path / "rivers.yaml").write_text(DECK)
    blocks = [text for kind, text in re.findall(r"```(\w*)\n(.*?)```", page, re.DOTALL) if kind in ("", "json")]

    shown = [run("check", "rivers.yaml", *options).out for options in ([], ["--json"], ["--github"])]

    assert blocks == shown
    assert json.loads(shown[1])["errors"] == 1
