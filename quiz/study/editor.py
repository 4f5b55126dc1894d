"""The learner's own editor: which one it is, how it is told the line, and how it is run until it is closed."""

from __future__ import annotations

import os
import shlex
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

DEFAULTS = ("sensible-editor", "nano", "vi")
"""Editors to be tried where none is named, in this order."""

PLUS = frozenset(
    "emacs emacsclient ex jed joe jmacs kak mg micro nano ne nvim pico sensible-editor editor vi view vim vim.basic "
    "vim.tiny vis zile".split()
)
"""Editors that take `+line file`."""

COLON = frozenset({"hx", "helix", "subl", "sublime_text", "zed"})
"""Editors that take `file:line`."""

CODE = frozenset({"code", "code-insiders", "code-oss", "codium", "vscodium", "cursor", "windsurf"})
"""Editors that take `-g file:line`."""

WAITS = {"subl": "--wait", "sublime_text": "--wait", "zed": "--wait", "gvim": "--nofork", "mvim": "--nofork"}
"""What tells an editor with a window of its own to come back only once the file is closed."""


def chosen(environment: Mapping[str, str], which: Callable[[str], str | None] = shutil.which) -> list[str]:
    """Return the editor to be used with its arguments: $VISUAL, else $EDITOR, else what there is; [] if nothing."""
    for variable in ("VISUAL", "EDITOR"):
        words = environment.get(variable, "").strip()
        if words:
            return _split(words)
    return next(([name] for name in DEFAULTS if which(name)), [])


def _split(words: str) -> list[str]:
    """Split a command as a shell would; one with a quote left open is one word."""
    try:
        return shlex.split(words, posix=sys.platform != "win32")
    except ValueError:
        return [words]


def command(editor: Sequence[str], path: Path, line: int | None) -> list[str]:
    """Return the command that opens a file, at a line where the editor knows how."""
    name = Path(editor[0]).name.lower().removesuffix(".exe")
    file = str(path) if path.is_absolute() or not str(path).startswith(("-", "+")) else f"./{path}"
    waits = [WAITS[name]] if name in WAITS and WAITS[name] not in editor else []
    if name in CODE:
        waits = [] if {"--wait", "-w"} & set(editor) else ["--wait"]
        return [*editor, *waits, *(["-g", f"{file}:{line}"] if line else [file])]
    if line and name in COLON:
        return [*editor, *waits, f"{file}:{line}"]
    if line and (name in PLUS or name in WAITS):
        return [*editor, *waits, f"+{line}", file]
    return [*editor, *waits, file]


def stands(path: Path, line: int | None) -> str:
    """Say where a card stands, for who has to go there without us."""
    return f"the card stands in {path}" + (f", line {line}" if line else "")


def edit(path: Path, line: int | None) -> str:
    """Let the learner edit a file; return why that could not be, "" once the editor was closed."""
    if not path.is_file():
        return f"{path} is not there any more"
    editor = chosen(os.environ)
    if not editor:
        return f"there is no editor: name yours in $EDITOR; {stands(path, line)}"
    return _run(command(editor, path, line))


def _run(words: Sequence[str]) -> str:
    """Run an editor until it is closed; return what went wrong with it."""
    try:
        with _uninterrupted(), subprocess.Popen(words) as editor:  # noqa: S603 (it is the learner's own)
            status = editor.wait()
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        return f"the editor {words[0]} cannot be started: {reason}; name another in $EDITOR"
    return f"the editor {words[0]} ended with status {status}; nothing was read again" if status else ""


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Leave Ctrl+C to the editor."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
