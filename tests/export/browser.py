"""Cards in headless Chromium: on one page for ever as Anki's desktop shows them, and as a document for each side."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any

from tests.export.collection import Anki

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--virtual-time-budget=20000",
)
BOX = "font-family: 'Arial'; font-size: 20px;"
TYPING = re.compile(r"\[\[type:[^\]]+\]\]")
DRIVER = (Path(__file__).parent / "browser.js").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Sides:
    """Front and back of a card, as Anki's programs put them on a page, and the style of its note type."""

    front: str
    back: str
    css: str


def sides(anki: Anki, card: str, typed: str = "") -> Sides:
    """Render a card, its type-in box made as Anki's desktop does, with some words typed in."""
    front, back = anki.sides(card)
    note = anki.note(card)
    compared = anki.collection.compare_answer(dict(note.items()).get("Typed", ""), typed)
    boxed = f'<center><input type=text id=typeans onkeypress="_typeAnsPress();" style="{BOX}"></center>'
    answered = f'<div style="{BOX}">{compared}</div>'
    css = note.note_type()["css"]
    return Sides(TYPING.sub(lambda _: boxed, front), TYPING.sub(lambda _: answered, back), css)


def browsed(*arguments: str, profile: Path) -> str:
    """What Chromium says of a page."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert browser, "install Chromium, or leave these tests out with -m 'not chromium'"
    command = [browser, *FLAGS, f"--user-data-dir={profile}", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=True).stdout


def driven(folder: Path, script: str, **values: Any) -> dict[str, Any]:
    """What a script finds out: it has the driver's functions and these values, and fills `found`."""
    told = running(script, values, ".catch((error) => errors.push(`${error}`)).finally(tell)")
    shown = browsed("--dump-dom", written(folder, told), profile=folder / "profile")
    found: dict[str, Any] = json.loads(unescape(shown.split('<pre id="found">')[1].split("</pre>")[0]))
    assert found.pop("errors") == []
    return found


def pictured(folder: Path, script: str, width: int, height: int, **values: Any) -> Path:
    """A picture of what a script shows, at twice the pixels; what nothing covers is transparent."""
    picture = folder / "page.png"
    browsed(
        f"--screenshot={picture}",
        f"--window-size={width},{height}",
        "--force-device-scale-factor=2",
        "--default-background-color=00000000",
        written(folder, running(script, values)),
        profile=folder / "profile",
    )
    return picture


def running(script: str, values: dict[str, Any], ending: str = "") -> str:
    """A script with the driver's functions and some values before it, and what follows it."""
    given = "".join(f"const {name} = {json.dumps(value)};" for name, value in values.items()).replace("</", "<\\/")
    return f"{given}{DRIVER}\n(async () => {{ {script} \n}})(){ending};"


def written(folder: Path, script: str) -> str:
    """The address of a page that runs a script."""
    page = folder / "page.html"
    opened = '<!doctype html><meta charset="utf-8"><body style="margin: 0"><div id="qa"></div>'
    page.write_text(f"{opened}<script>{script}</script></body>", encoding="utf-8")
    return page.as_uri()
