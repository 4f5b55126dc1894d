"""Which generator this is: everything that decides what cards a document makes, told in one hash.

The version number would not do: a developer's change, another language model or a package that adds a way of asking
make other cards under the same number. The modification times of files would not do either: they differ between two
check-outs of the same sources.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

import quiz

PARTS = ("documents", "facts", "questions", "deck", "verbs/running")
"""Folders of the package whose sources make the cards."""

ESSENTIAL = ("spacy-", "en_core_web_sm", "thinc-", "markdown_it_py-", "mdit_py_plugins-", "charset_normalizer-")
"""Packages, as their folders of metadata begin, without which no two machines make the same cards."""


@cache
def version() -> str:
    """Tell the generator on this machine: our sources, Python, and all packages that are installed."""
    return _hash([*_sources(), *_installed()])


@cache
def essential() -> str:
    """Tell the generator as two machines must share it to make the same cards: packages besides are left aside."""
    return _hash([*_sources(), *(name for name in _installed() if name.startswith(ESSENTIAL))])


def _hash(parts: list[str]) -> str:
    return blake2b("\0".join(parts).encode("utf-8", "replace"), digest_size=16).hexdigest()


def _sources() -> Iterator[str]:
    root = Path(quiz.__file__).parent
    yield ".".join(map(str, sys.version_info[:2]))
    for part in PARTS:
        for folder, folders, names in os.walk(root / part):
            folders[:] = sorted(name for name in folders if name != "__pycache__")
            for name in sorted(names):
                path = Path(folder, name)
                yield path.relative_to(root).as_posix()
                yield blake2b(path.read_bytes()).hexdigest()


def _installed() -> list[str]:
    """List the packages installed, with their versions, by the names of their metadata, which costs 1 ms."""
    found: set[str] = set()
    for folder in sys.path:
        try:
            names = [entry.name for entry in os.scandir(folder or ".")]
        except OSError:
            continue
        found.update(name for name in names if name.endswith((".dist-info", ".egg-info")))
    return sorted(found)
