"""Write `article_runs.json`: `python -m tests.data.make_article_runs ARTICLE...` (see `tests/test_seeds.py`)."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.test_seeds import COPIED, QUOTED, RUNS, hashed, packed, quotations, runs, tokens, words


def main(paths: list[str]) -> None:
    """Hash the runs of all articles together."""
    copied: set[bytes] = set()
    quoted: set[bytes] = set()
    for path in paths:
        text = Path(path).read_text(encoding="utf-8")
        copied.update(map(hashed, runs(words(text), COPIED)))
        quoted.update(hashed(run) for quotation in quotations(text) for run in runs(tokens(quotation), QUOTED))
    stored = {"copied": packed(copied), "quoted": packed(quoted)}
    RUNS.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
