"""Documents that the tests of `quiz generate` make decks of."""

from __future__ import annotations

from pathlib import Path

CANALS = """# The Suez and Panama canals

The Suez Canal was opened on 17 November 1869 after ten years of digging. It is 193 kilometres long.

## Panama

The Panama Canal was opened in 1914. "It is the greatest liberty man has ever taken with nature," wrote James Bryce,
who visited the works in 1910. "Nobody will ever sail it for pleasure," wrote Mary Collins.
About 5,600 workers died while it was built. There were two sides to the story.

Copyright 2019. All rights reserved.
"""
TOWERS = """# Towers

The Eiffel Tower was completed in March 1889. It is 330 metres tall and is visited by some six million people a year.

The Empire State Building was opened on 1 May 1931 and has 102 floors.
"""
BRIDGES = """# Bridges

The Tower Bridge of London was opened in 1894. The Golden Gate Bridge was completed in 1937 and cost $35 million.
"""

HARBOUR = """# The harbour

In 1921 the town of Ralsund bought a steam ferry. A storm wrecked the harbour wall of Ralsund in 1863. Engineers from
Bremen drained the Kolk marsh in 1902. In 1884 the weaver Marta Lund founded a savings bank.
"""
"""Four events, of which a comparison can be made."""


def write_documents(folder: Path) -> Path:
    """Write the three documents into a folder of their own."""
    folder.mkdir()
    for name, text in (("bridges.md", BRIDGES), ("canals.md", CANALS), ("towers.txt", TOWERS)):
        (folder / name).write_text(text)
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder, by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def times(folder: Path) -> dict[str, int]:
    """When each file of a folder was last written."""
    return {path.name: path.stat().st_mtime_ns for path in sorted(folder.iterdir())}
