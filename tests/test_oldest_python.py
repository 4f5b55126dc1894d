"""What runs here runs on the oldest Python that is supported, too."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
POSSESSIVE_GROUP = re.compile(r"(?<!\\)\)[*+?]\+|(?<!\\)\)\{[\d,]+\}\+|\(\?>")


def test_no_pattern_holds_a_possessive_group() -> None:
    """Python 3.11.0 to 3.11.4 (Debian 12 has 3.11.2) match `(...)*+` and `(?>...)` wrongly."""
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}: {node.value}"
        for path in sorted((ROOT / "quiz").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and POSSESSIVE_GROUP.search(node.value)
    ]

    assert not found
