"""The screens in a browser: who is let in, what is run, and that a question can be answered in a real one."""

from __future__ import annotations

import asyncio
import json
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path

import aiohttp
import pytest

from quiz.study.history import History
from quiz.verbs import serve
from tests.conftest import Run

ROOT = Path(__file__).parents[2]
ESCAPES = re.compile(r"\x1b(?:\[[0-9;?>]*[a-zA-Z]|\][^\x07\x1b]*(?:\x07|\x1b\\\\))")
DECK = """
id: rivers
title: Rivers
cards:
  - id: tigris
    question: Which river runs through Baghdad?
    answer: Tigris
    distractors: [Rhine, Po, Don]
"""


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    path = tmp_path / "it's; $(touch hacked) & deck.yaml"
    path.write_text(DECK, encoding="utf-8")
    return path


def test_names_of_files_are_only_names(deck: Path, tmp_path: Path) -> None:
    words = shlex.split(serve.command([deck, Path("-x.yaml")], tmp_path / "h i.db"))

    assert words == [
        *(sys.executable, "-m", "quiz", "play", "--history", str(tmp_path / "h i.db")),
        *("--", str(deck), str(Path.cwd() / "-x.yaml")),
    ]


def test_without_the_extra_one_line_says_so(run: Run, deck: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "textual_serve", None)
    monkeypatch.setattr(serve, "find_spec", lambda _name: None)

    ended = run("serve", deck)

    assert (ended.status, ended.out) == (1, "")
    command = f"{sys.executable} -m pip install 'quizwright[serve]'"
    assert ended.err == f"quiz serve: the browser's side is not installed (install it with `{command}`)\n"


def test_what_is_wrong_is_told_before_it_serves(run: Run, tmp_path: Path) -> None:
    assert "there are no decks here" in run("serve").err
    (tmp_path / "bad.yaml").write_text("title: T\ncards:\n  - qestion: x\n")
    assert "bad.yaml:3:5" in run("serve", "bad.yaml").err


def test_a_port_that_is_taken(run: Run, deck: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = run("serve", deck, "--port", str(port))

    assert ended.status == 1
    assert f"127.0.0.1:{port}: cannot listen" in ended.err


@pytest.fixture
def served(deck: Path, tmp_path: Path) -> Iterator[str]:
    """Serve the deck as a process of its own; yields its address."""
    with serving(deck, tmp_path) as address:
        yield address


@contextmanager
def serving(path: Path, folder: Path) -> Iterator[str]:
    """Serve a deck, or a folder of them, as a process of its own; yields its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "quiz", "serve", str(path), "--port", str(port), "--history", "kept.db"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "XDG_DATA_HOME": str(folder), "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        line = process.stdout.readline()
        assert line == f"serving on http://127.0.0.1:{port}: open it in a browser, ctrl+c stops\n"
        patient(lambda: socket.create_connection(("127.0.0.1", port), 1).close())
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.send_signal(signal.SIGINT)
        rest = process.stdout.read()
        assert process.wait(10) == 0
    assert rest == ""


def patient(attempt: Callable[[], None]) -> None:
    """Try something until it works."""
    for _attempt in range(100):
        try:
            attempt()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("it never answered")


async def test_only_its_own_page_is_let_in(served: str) -> None:
    port = served.rpartition(":")[2]
    async with aiohttp.ClientSession() as session:

        async def status(path: str, **headers: str) -> int:
            async with session.get(served + path, headers=headers) as answer:
                await answer.read()
                return answer.status

        async with session.get(served) as answer:
            page = await answer.text()
        assert "xterm.css" in page
        assert f"ws://127.0.0.1:{port}/ws" in page
        assert re.findall(r"(?:src|href)=.https?://(?!127\.0\.0\.1)[^\s\"]*", page) == []
        assert await status("/", Host=f"localhost:{port}") == 200
        assert await status("/", Host=f"evil.example:{port}") == 403
        assert await status("/ws", Origin="http://evil.example") == 403
        assert await status("/ws", Origin=f"http://evil.example:{port}", Host=f"evil.example:{port}") == 403


class Page:
    """A page of the browser, told what to do by its protocol for developers."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket, self._number = socket, 0

    async def do(self, method: str, **parameters: object) -> dict[str, object]:
        """Call a method, and wait for its result."""
        self._number += 1
        await self._socket.send_json({"id": self._number, "method": method, "params": parameters})
        while True:
            answer = json.loads((await self._socket.receive(20)).data)
            if answer.get("id") == self._number:
                result: dict[str, object] = answer["result"]
                return result

    async def value(self, script: str) -> object:
        """Return what a script comes to."""
        answer = await self.do("Runtime.evaluate", expression=script, returnByValue=True)
        result = answer["result"]
        assert isinstance(result, dict)
        return result.get("value")

    async def press(self, key: str) -> None:
        """Press a key: a digit, a letter or Enter."""
        text = "\r" if key == "Enter" else key
        name = key if key == "Enter" else f"{'Digit' if key.isdigit() else 'Key'}{key.upper()}"
        code = {"key": key, "code": name, "windowsVirtualKeyCode": ord(text.upper())}
        await self.do("Input.dispatchKeyEvent", type="keyDown", text=text, **code)
        await self.do("Input.dispatchKeyEvent", type="keyUp", **code)


@asynccontextmanager
async def browser(folder: Path) -> AsyncIterator[Page]:
    """Start Chromium without a window; yields its only page."""
    chromium = shutil.which("chromium")
    assert chromium, "this test needs Chromium"
    process = await asyncio.create_subprocess_exec(
        chromium,
        *("--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-port=0", "--window-size=1000,700"),
        *(f"--user-data-dir={folder}", "--no-first-run", "--disable-dev-shm-usage", "about:blank"),
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    assert process.stderr
    try:
        address = ""
        while not address:
            line = (await asyncio.wait_for(process.stderr.readline(), 30)).decode()
            assert line, "Chromium ended"
            address = line.partition("listening on ws://")[2].partition("/")[0]
        async with aiohttp.ClientSession() as session:
            async with session.get(f"http://{address}/json/list") as answer:
                pages = [page for page in await answer.json() if page["type"] == "page"]
            async with session.ws_connect(pages[0]["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                yield Page(socket)
    finally:
        process.terminate()
        await process.wait()


@pytest.mark.chromium
async def test_a_question_is_answered_in_a_browser(served: str, tmp_path: Path) -> None:
    async with browser(tmp_path / "profile") as page:
        await shown(page, served)
        text = await until(page, "Which river runs through Baghdad?")
        await page.press(next(digit for digit in "1234" if re.search(rf"{digit}\s+Tigris", text)))
        await until(page, "✓ right")

    history = History(tmp_path / "kept.db")
    assert [(review.card, review.right) for review in history.reviews()] == [("tigris", True)]
    history.close()
    assert not (tmp_path / "hacked").exists()


@pytest.mark.chromium
async def test_the_list_of_decks_has_the_keys_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "decks"
    folder.mkdir()
    for name in ("rivers", "capitals"):
        (folder / f"{name}.yaml").write_text(DECK.replace("rivers", name).replace("Rivers", name))
    with serving(folder, tmp_path) as address:
        async with browser(tmp_path / "profile") as page:
            await shown(page, address)
            await until(page, "enter study")
            for key in ("j", "j", "Enter"):
                await page.press(key)
            await until(page, "Which river runs through Baghdad?")


async def shown(page: Page, address: str) -> None:
    """Open an address in a page that has the focus, and keep what it is sent."""
    await page.do("Page.enable")
    await page.do("Emulation.setFocusEmulationEnabled", enabled=True)
    await page.do("Page.addScriptToEvaluateOnNewDocument", source=LISTEN)
    await page.do("Page.navigate", url=address)


LISTEN = """
seen = '';
WebSocket = class extends WebSocket {
  constructor(...given) {
    super(...given);
    this.addEventListener('message', async (message) => {
      seen += typeof message.data === 'string' ? '' : await new Response(message.data).text();
    });
  }
};
"""
"""Keeps what the page is sent: it draws it on a canvas, which cannot be read."""

PAINTED = "document.body.classList.contains('-first-byte') && document.querySelectorAll('canvas').length"


async def until(page: Page, words: str) -> str:
    """Wait until words stand on the page; returns all that was written to it."""
    text = ""
    for _attempt in range(150):
        text = ESCAPES.sub("", str(await page.value("seen")))
        if words in text and await page.value(PAINTED):
            return text
        await asyncio.sleep(0.1)
    raise AssertionError(f"{words!r} never came:\n{text}")
