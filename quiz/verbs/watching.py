"""`quiz check --watch`: looks again whenever a deck changes, appears or goes."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from quiz.deck.files import lock_path
from quiz.deck.read import in_folder
from quiz.verbs.failure import OK
from quiz.verbs.terminal import complain, flush, interactive, show

PAUSE = 0.3
"""Seconds between two looks at the files; times and sizes alone are looked at, so that it costs next to nothing."""

CLEAR = "\x1b[H\x1b[2J\x1b[3J"

Seen = dict[str, tuple[int, int]]


def watch(paths: Sequence[Path], look: Callable[[], object], pause: Callable[[float], object] = time.sleep) -> int:
    """Look at decks, and again after each change, until interrupted; the exit status is 0 then, as that is its end."""
    try:
        while True:
            seen = _seen(paths)
            if interactive(sys.stdout) and os.environ.get("TERM") != "dumb":
                show(CLEAR, end="")
            look()
            flush()
            complain("watching for changes; Ctrl+C ends")
            while _seen(paths) == seen:
                pause(PAUSE)
    except KeyboardInterrupt:
        return OK


def _seen(paths: Sequence[Path]) -> Seen:
    """When each deck and its lock changed last, and how large they are."""
    seen: Seen = {}
    for path in paths:
        for deck in in_folder(path) if path.is_dir() else [path]:
            for file in (deck, lock_path(deck)):
                try:
                    status = file.stat()
                except (OSError, ValueError):
                    continue
                seen[str(file)] = status.st_mtime_ns, status.st_size
    return seen
