"""`quiz serve`: the screens in a browser, each visit a `quiz play` of its own."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from quiz.errors import QuizError
from quiz.verbs.decks import DECKS, wanted
from quiz.verbs.failure import OK
from quiz.verbs.terminal import complain, say


def serve(paths: Sequence[Path], host: str, port: int, history: Path | None = None) -> int:
    """Serve decks, by default `./decks`, until it is stopped; QuizError if that cannot be."""
    if find_spec("textual_serve") is None:
        raise QuizError.lacking("quiz serve", "the browser's side is not installed", "serve")
    wanted(paths)
    from quiz.verbs.browser import LOCAL, Browser

    if host not in LOCAL:
        complain(f"whoever reaches {host}:{port} sees these decks and answers in your name")
    server = Browser(command(paths, history), host, port)
    say(f"serving on {server.public_url}: open it in a browser, ctrl+c stops")
    try:
        server.serve()
    except OSError as error:
        raise QuizError.at(f"{host}:{port}", f"cannot listen: {error.strerror}", "take another with --port") from error
    return OK


def command(paths: Sequence[Path], history: Path | None = None) -> str:
    """Return the command of one visit for the system's shell, whatever is in the names of the files."""
    words = [sys.executable, "-m", "quiz", "play"]
    words += ["--history", str(history.absolute())] if history else []
    words += ["--", *(str(path.absolute()) for path in paths or [DECKS])]
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
