"""A real Chromium that shows pages from files, presses keys and takes pictures, spoken to through a pipe."""

from __future__ import annotations

import base64
import itertools
import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-pipe",
)
FIND = """(() => {
  const each = [...document.querySelectorAll("button")].find((one) => one.textContent.includes(%s));
  each.scrollIntoView({ block: "center" });
  const box = each.getBoundingClientRect();
  return [box.x + box.width / 2, box.y + box.height / 2];
})()"""
KEYS = {"Enter": ("Enter", 13, "\r"), "Tab": ("Tab", 9, ""), " ": ("Space", 32, " ")}


def chromium() -> str:
    """The browser's command."""
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert found, "install Chromium, or leave these tests out with -m 'not chromium'"
    return found


def _loaded(said: dict[str, Any], loader: str) -> bool:
    params = said.get("params", {})
    return said.get("method") == "Page.lifecycleEvent" and (params["name"], params["loaderId"]) == ("load", loader)


class Browser:
    """One tab of one Chromium; every step waits for its answer."""

    def __init__(self, profile: Path) -> None:
        ours, theirs = os.pipe(), os.pipe()  # what it reads, what it writes
        command = [chromium(), *FLAGS, f"--user-data-dir={profile}", "about:blank"]
        self._process = subprocess.Popen(
            # The shell puts the pipe where Chromium looks for it: on the descriptors 3 and 4.
            ["sh", "-c", f'exec "$0" "$@" 3</dev/fd/{ours[0]} 4>/dev/fd/{theirs[1]}', *command],
            pass_fds=(ours[0], theirs[1]),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(ours[0])
        os.close(theirs[1])
        self._to, self._from = os.fdopen(ours[1], "wb"), os.fdopen(theirs[0], "rb")
        self._count = itertools.count(1)
        self._rest = b""
        self._session = ""
        self.heard: list[dict[str, Any]] = []
        target = self.do("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.do("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.do(f"{domain}.enable")
        self.do("Page.setLifecycleEventsEnabled", enabled=True)

    def do(self, method: str, **params: Any) -> dict[str, Any]:
        """Send a command of the DevTools protocol and return its result; what else is said meanwhile is `heard`."""
        number = next(self._count)
        message = {"id": number, "method": method, "params": params}
        self._to.write(json.dumps(message | ({"sessionId": self._session} if self._session else {})).encode() + b"\0")
        self._to.flush()
        while (said := self._said()).get("id") != number:
            self.heard.append(said)
        assert "error" not in said, (method, said["error"])
        result: dict[str, Any] = said["result"]
        return result

    def _said(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            more = os.read(self._from.fileno(), 1 << 20)
            assert more, "the browser has gone"
            self._rest += more
        line, _, self._rest = self._rest.partition(b"\0")
        said: dict[str, Any] = json.loads(line)
        return said

    def show(
        self, page: Path, *, width: int = 1000, height: int = 800, night: bool = False, script: bool = True
    ) -> None:
        """Show a file on a screen of this size, by day or night."""
        self.heard.clear()
        self.do(
            "Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 500
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if night else "light"}
        self.do("Emulation.setEmulatedMedia", features=[scheme])
        self.do("Emulation.setScriptExecutionDisabled", value=not script)
        loader = self.do("Page.navigate", url=page.as_uri())["loaderId"]
        # Of this page: the empty one before it may tell late that it is loaded.
        while not any(_loaded(said, loader) for said in self.heard):
            self.heard.append(self._said())
        # A frame drawn: until then what `content-visibility` keeps back has no text.
        self.do("Page.captureScreenshot", clip={"x": 0, "y": 0, "width": 1, "height": 1, "scale": 1})

    def ask(self, expression: str) -> Any:
        """What an expression is worth on the page."""
        answer = self.do("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    def press(self, key: str) -> None:
        """Press and release a key."""
        code, number, text = KEYS.get(key, (key, ord(key[0].upper()), key))
        for kind in ("keyDown", "keyUp"):
            self.do(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                code=code,
                windowsVirtualKeyCode=number,
                **({"text": text} if kind == "keyDown" and text else {}),
            )

    def type(self, text: str) -> None:
        """Put text where the cursor is."""
        self.do("Input.insertText", text=text)

    def click(self, text: str) -> None:
        """Click the first button with this text in it."""
        place = self.ask(FIND % json.dumps(text))
        for kind in ("mousePressed", "mouseReleased"):
            self.do("Input.dispatchMouseEvent", type=kind, x=place[0], y=place[1], button="left", clickCount=1)

    def picture(self, path: Path, *, whole: bool = False) -> None:
        """Keep what is seen as a PNG."""
        data = self.do("Page.captureScreenshot", format="png", captureBeyondViewport=whole)["data"]
        path.write_bytes(base64.b64decode(data))

    def faults(self) -> list[str]:
        """Errors the page had, and everything it asked of the network but itself."""
        self.ask("0")
        found = []
        for said in self.heard:
            method, params = said.get("method", ""), said.get("params", {})
            if method == "Runtime.exceptionThrown" or (
                method == "Log.entryAdded" and params["entry"]["level"] == "error"
            ):
                found.append(json.dumps(params))
            if method == "Network.requestWillBeSent" and params["type"] != "Document":
                found.append(params["request"]["url"])
        return found

    def close(self) -> None:
        """End the browser."""
        self._session = ""
        self.do("Browser.close")
        self._process.wait(20)
        self._to.close()
        self._from.close()
