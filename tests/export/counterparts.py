"""The programs that read what is exported: those of npm are installed by `npm ci --prefix tests/export/node`."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parent / "node"


class Gift:
    """A running gift-pegjs."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self.process = process

    def read(self, text: str) -> list[dict[str, Any]]:
        """What it reads in the text of a file."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps(text) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        assert "questions" in answer, (answer, text)
        questions: list[dict[str, Any]] = answer["questions"]
        return questions


@contextmanager
def gift() -> Iterator[Gift]:
    """Run gift-pegjs while the block lasts."""
    node = shutil.which("node")
    ready = node and (FOLDER / "node_modules/gift-pegjs").is_dir()
    assert ready, "install Node and run `npm ci --prefix tests/export/node`, or leave these out with -m 'not node'"
    with subprocess.Popen(
        [str(node), "gift.mjs"], cwd=FOLDER, stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    ) as process:
        yield Gift(process)


def player(items: list[dict[str, Any]]) -> str:
    """A page that plays items of QTI 3.0, each with the responses to try, and leaves what came of them."""
    script = FOLDER / "node_modules/@citolab/qti-components/cdn/index.global.js"
    assert script.is_file(), "run `npm ci --prefix tests/export/node`, or leave these out with -m 'not node'"
    data = json.dumps(items).replace("</", "<\\/").replace("<!--", "<\\!--")
    driver = (FOLDER / "player.js").read_text(encoding="utf-8")
    return (
        f'<!doctype html><meta charset="utf-8"><body><script src="{script.as_uri()}"></script>'
        f"<script>const items = {data};\n{driver}</script></body>"
    )
