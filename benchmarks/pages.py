"""Draws docs/pictures/html-quiz.png and sheet.png from what the exports make of a deck, in Chromium."""

from __future__ import annotations

import base64
import io
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2 as pdfium
from PIL import Image

from quiz.deck.read import load_decks
from quiz.export.html import quiz, sheets
from quiz.export.request import Request
from tests.export.chromium import Browser

ROOT = Path(__file__).parents[1]
DECK = ROOT / "decks/russia-and-iran-since-1722.yaml"
PICTURES = ROOT / "docs/pictures"
BETWEEN, COLOURS = 16, 128


def beside(pictures: list[Image.Image], path: Path, *, grey: bool = False) -> None:
    """Put pictures side by side into one small file."""
    size = (
        sum(each.width + BETWEEN for each in pictures) + BETWEEN,
        max(each.height for each in pictures) + 2 * BETWEEN,
    )
    whole = Image.new("RGB", size, "#8a8f96")
    at = BETWEEN
    for each in pictures:
        whole.paste(each, (at, BETWEEN))
        at += each.width + BETWEEN
    small = whole.convert("L").quantize(16) if grey else whole.quantize(COLOURS)
    small.save(path, optimize=True)


def quiz_pictures(browser: Browser, folder: Path) -> list[Image.Image]:
    """A phone by day with a wrong answer, and one by night with a question."""
    quiz.write(load_decks([DECK], warn=print), folder / "quiz.html", Request(0, seed=2))
    found = []
    for night in (False, True):
        browser.show(folder / "quiz.html", width=390, height=720, night=night)
        for _ in range(2):
            browser.press("1")
            browser.press("Enter")
        browser.press("2" if night else "1")
        browser.picture(folder / "picture.png")
        found.append(Image.open(io.BytesIO((folder / "picture.png").read_bytes())).convert("RGB"))
    return found


def sheet_pictures(browser: Browser, folder: Path) -> list[Image.Image]:
    """The first page of a version, and its key."""
    request = Request(0, number=20, seed=7, versions=2)
    sheets.write(load_decks([DECK], warn=print), folder / "exam.html", request)
    found = []
    for name in ("exam", "exam-key"):
        browser.show(folder / f"{name}.html")
        data = browser.do("Page.printToPDF", preferCSSPageSize=True, printBackground=True)["data"]
        found.append(pdfium.PdfDocument(base64.b64decode(data))[0].render(scale=0.8).to_pil().convert("RGB"))
    return found


if __name__ == "__main__":
    with TemporaryDirectory() as place:
        shown = Browser(Path(place) / "profile")
        beside(quiz_pictures(shown, Path(place)), PICTURES / "html-quiz.png")
        beside(sheet_pictures(shown, Path(place)), PICTURES / "sheet.png", grey=True)
        shown.close()
