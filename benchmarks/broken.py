"""What `quiz check` says of broken decks of every sort, as a table in Markdown, and the memory it takes for large ones.

`python benchmarks/broken.py > table.md`, on Linux. Each deck lies in a folder of its own and is checked by a process of
its own; memory is the most that it held, in megabytes.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from tests.deck.breaking import BIG, FILES, TEXTS, checked, text_of, written


def main() -> None:
    """Print the table."""
    print("| | broken deck | what `quiz check` says | MB |\n|---|---|---|---|")
    texts = {name: written(text_of(case)) for case, name in TEXTS.items()}
    for number, (name, make) in enumerate({**texts, **FILES, **BIG}.items(), start=1):
        with tempfile.TemporaryDirectory() as folder:
            make(Path(folder) / "deck.yaml")
            said, _, memory = checked(Path(folder))
        first, *more = said
        cell = first.replace("|", "\\|") + (f" *and {len(more):,} more*" if more else "")
        print(f"| {number} | {name} | {cell} | {memory if name in BIG else ''} |", flush=True)


if __name__ == "__main__":
    main()
