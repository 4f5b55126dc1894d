"""The cards in a real browser: both ways Anki's programs show them, at the width of a phone, day and night."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests.export.collection import BAGHDAD, FOUNDED, Anki, Shelf

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--virtual-time-budget=5000",
    "--dump-dom",
)

DRIVER = """
const found = {};
const choices = (page) => [...page.querySelectorAll(".choices li")].map((item) => item.textContent);
const state = (page) => ({
  choices: choices(page),
  open: page.querySelector(".choices").open,
  hidden: page.querySelector(".choices").hidden,
  picked: [...page.querySelectorAll(".picked")].map((item) => item.textContent),
});
function show(html) {  // as Anki's desktop does: one page for ever, scripts run again
  const box = document.getElementById("qa");
  box.innerHTML = html;
  for (const old of box.querySelectorAll("script")) {
    const script = document.createElement("script");
    script.textContent = old.textContent;
    old.replaceWith(script);
  }
  return state(document);
}
function load(side, night) {  // as phones do: a document for each side
  return new Promise((done) => {
    const frame = document.createElement("iframe");
    frame.style.cssText = "width: 375px; height: 700px; border: 0";
    frame.onload = () => {
      const page = frame.contentDocument;
      const style = frame.contentWindow.getComputedStyle(page.body);
      done({ choices: choices(page), paper: style.backgroundColor, ink: style.color,
        wide: page.documentElement.scrollWidth });
    };
    frame.srcdoc = `<style>${css}</style><body class="card ${night}">${side}</body>`;
    document.body.append(frame);
  });
}
const tick = () => new Promise((done) => setTimeout(done, 50));
(async () => {
  found.front = show(front);
  document.querySelector(".choices").open = true;
  await tick();
  document.querySelectorAll(".choices li")[1].click();
  found.picked = state(document);
  found.back = show(back);
  found.again = show(front);
  found.unopened = show(back);
  found.day = [await load(front, ""), await load(back, "")];
  found.night = [await load(front, "nightMode"), await load(back, "nightMode")];
  const result = document.createElement("pre");
  result.id = "found";
  result.textContent = JSON.stringify(found);
  document.body.append(result);
})();
"""


def run(page: Path, profile: Path) -> dict[str, Any]:
    """What the driver found on a page, in Chromium."""
    browser = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    assert browser, "install Chromium, or leave these tests out with -m 'not chromium'"
    command = [browser, *FLAGS, f"--user-data-dir={profile}", page.as_uri()]
    shown = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout
    found: dict[str, Any] = json.loads(unescape(shown.split('<pre id="found">')[1].split("</pre>")[0]))
    return found


@pytest.mark.chromium
@pytest.mark.parametrize(
    "card", [BAGHDAD, replace(FOUNDED, distractors=("1762", "672", "726"))], ids=["question", "cloze"]
)
def test_both_sides_agree_in_a_browser(anki: Anki, shelf: Shelf, tmp_path: Path, card: Any) -> None:
    long = replace(card, explanation="Donaudampfschifffahrt" * 9 + " https://example.org/" + "x" * 99)
    anki.take(shelf(long, source="https://example.org/"))
    front, back = anki.sides(f"rivers/{card.id}")
    css = anki.note(f"rivers/{card.id}").note_type()["css"]
    values = json.dumps({"front": front, "back": back, "css": css}).replace("</", "<\\/")
    page = tmp_path / "page.html"
    script = f"<script>const {{ front, back, css }} = {values};{DRIVER}</script>"
    page.write_text(f'<!doctype html><meta charset="utf-8"><body><div id="qa"></div>{script}</body>', encoding="utf-8")
    found = run(page, tmp_path / "profile")

    order = found["front"]["choices"]
    assert sorted(order) == sorted([card.answer, *card.distractors])
    assert [found[side]["choices"] for side in ("back", "again", "unopened")] == [order] * 3
    assert [side["choices"] for side in (*found["day"], *found["night"])] == [order] * 4
    assert found["picked"]["picked"] == found["back"]["picked"] == [order[1]]
    assert (found["back"]["open"], found["back"]["hidden"]) == (True, False)
    assert (found["again"]["open"], found["again"]["picked"], found["unopened"]["hidden"]) == (False, [], True)
    assert {side["wide"] for side in (*found["day"], *found["night"])} == {375}
    assert len({(side["paper"], side["ink"]) for side in found["day"]}) == 1
    assert found["day"][0]["paper"] != found["night"][0]["paper"]
    assert found["day"][0]["ink"] != found["night"][0]["ink"]
