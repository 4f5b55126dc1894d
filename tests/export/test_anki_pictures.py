"""The pictures of cards in docs/pictures: `UPDATE_PICTURES=1` draws them anew from what Anki and a browser show."""

from __future__ import annotations

import os
from dataclasses import asdict, dataclass
from pathlib import Path

import pytest
from PIL import Image

from tests.export.browser import pictured
from tests.export.gallery import CARDS, rendered

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
KILOBYTES = 60
WIDTH = 792


@dataclass(frozen=True, slots=True)
class Picture:
    """A card of the gallery, both sides, after some picks on the front; by day or at night."""

    name: str
    card: str
    picks: tuple[str, ...] = ()
    night: str = ""
    typed: str = ""


TYPED = "6.3 kilometers"
PUT = tuple(next(card.ordered for card in CARDS if card.ordered)[at] for at in (0, 2, 1, 3))
PICTURES = (
    Picture("question", "question"),
    Picture("typed", "typed", typed=TYPED),
    Picture("cloze", "cloze", ("1869",)),
    Picture("choice", "choice", ("33",)),
    Picture("quote", "quote"),
    Picture("order", "order", PUT),
    Picture("choice-night", "choice", ("33",), night="nightMode"),
    Picture("quote-night", "quote", night="nightMode"),
)

TALL = 660
"""Pixels of the tallest picture at most; so far apart they are drawn."""

SHOWING = """
for (const [at, { card, night, picks, typed }] of pictures.entries()) {
  const row = document.createElement("div");
  row.style.cssText = `position: absolute; top: ${at * tall + 4}px; left: 4px; display: flex; gap: 24px`;
  document.body.append(row);
  const pages = [];
  for (const side of ["front", "back"]) {
    const page = await load(cards[card], side, { night, width: 380, first: ONE_DAY, into: row });
    if (side === "front") {
      for (const box of picks.length ? page.querySelectorAll("details") : []) { box.open = true; }
      await tick();
      for (const input of page.querySelectorAll("input")) { input.value = typed; }
      for (const text of picks) { pick(page, text); }
    }
    pages.push(page);
  }
  const height = Math.ceil(Math.max(...pages.map((page) => page.querySelector(".quiz").offsetHeight)));
  const line = getComputedStyle(pages[0].body).getPropertyValue("--line");
  for (const { style } of row.children) {
    style.cssText += `; height: ${height}px; border-radius: 10px; box-shadow: 0 0 0 1px ${line}`;
  }
}
"""


def drawn(folder: Path) -> dict[str, Image.Image]:
    """Draw all the pictures, one below the other, and take them apart."""
    cards = rendered(folder / "anki", CARDS, TYPED)
    pictures = [asdict(picture) for picture in PICTURES]
    together = pictured(folder, SHOWING, WIDTH, TALL * len(PICTURES), cards=cards, pictures=pictures, tall=TALL)
    with Image.open(together) as shown:
        assert shown.size == (2 * WIDTH, 2 * TALL * len(PICTURES))
        rows = [shown.crop((0, 2 * TALL * at, 2 * WIDTH, 2 * TALL * (at + 1))) for at in range(len(PICTURES))]
    return {picture.name: row.crop(row.getbbox()) for picture, row in zip(PICTURES, rows, strict=True)}


@pytest.mark.chromium
def test_the_pictures_show_the_cards_as_they_are(tmp_path: Path) -> None:
    for name, shown in drawn(tmp_path).items():
        path = FOLDER / f"anki-{name}.webp"
        if os.environ.get("UPDATE_PICTURES"):
            shown.save(path, lossless=True, method=6)
        colours = shown.convert("RGB").getcolors(1 << 20)
        assert len(colours or ()) > 20
        with Image.open(path) as kept:
            assert kept.width == shown.width
            # Another machine has other fonts, so lines may break elsewhere.
            assert abs(kept.height - shown.height) < shown.height / 3


def test_the_pictures_are_small_and_shown() -> None:
    kept = {path.stem: path.stat().st_size for path in FOLDER.glob("anki-*")}
    assert kept.keys() == {f"anki-{picture.name}" for picture in PICTURES}
    shown = (FOLDER.parent / "anki-cards.md").read_text(encoding="utf-8")
    assert [name for name in kept if f"(pictures/{name}.webp)" not in shown] == []
    assert max(kept.values()) < KILOBYTES * 1000
