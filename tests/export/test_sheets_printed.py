"""The sheets as a browser prints them, with no settings: read back from the PDF."""

from __future__ import annotations

import base64
import re
import subprocess
from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from quiz.deck.model import Card, Deck, chain
from quiz.export.html.sheets import write
from quiz.export.request import Request
from tests.export.chromium import Browser, chromium

pytestmark = pytest.mark.chromium

COUNT = 30
FOOT = re.compile(r"^Rivers(?: (Answer key))?(?: ·)?(?: Version ([A-Z]))? Page (\d+) of (\d+)$")


def card(at: int) -> Card:
    """A card whose printed question begins with `From12` and ends with `till12`."""
    begin, end = f"From{at}", f"till{at}"
    sort = at % 5
    long = f"{begin} " + "the river runs on and on through the plain " * (at % 7) + "where?"
    if sort == 0:
        return Card(f"yes{at} {end}", question=long, distractors=(f"none{at} {end}", f"one{at} {end}"), id=f"c{at}")
    if sort == 1:
        return Card("mouth", question=f"{long} {end}", id=f"c{at}")
    if sort == 2:
        return Card("a sea " * 40, question=f"{long} {end}", id=f"c{at}")
    if sort == 3:
        items = tuple(f"{each}{at} {end}" for each in ("Nile", "Don", "Po", "Ob"))
        return Card(chain(items), question=long, kind="order", ordered=items, id=f"c{at}")
    return Card("sea", cloze=f"{long} {{{{sea}}}} {end}", id=f"c{at}")


DECK = Deck("Rivers", tuple(map(card, range(COUNT))), id="d")


def printed(folder: Path, deck: Deck, **options: Any) -> pdfium.PdfDocument:
    """The sheets of a deck as Chromium prints them when it is told nothing."""
    page, pdf = folder / "exam.html", folder / "exam.pdf"
    write([deck], page, Request(0, **options))
    command = [chromium(), "--headless", "--no-sandbox", f"--user-data-dir={folder / 'profile'}"]
    subprocess.run([*command, f"--print-to-pdf={pdf}", page.as_uri()], check=True, capture_output=True, timeout=60)
    return pdfium.PdfDocument(pdf.read_bytes())


def lines(page: pdfium.PdfPage) -> list[str]:
    return [" ".join(each.split()) for each in page.get_textpage().get_text_range().splitlines()]


def whole(texts: list[str], count: int = COUNT) -> None:
    """Every question stands on one page alone, from its beginning to its end."""
    for at in range(count):
        begun = [page for page, text in enumerate(texts) if re.search(rf"\bFrom{at}\b", text)]
        ended = [page for page, text in enumerate(texts) for _ in re.finditer(rf"\btill{at}\b", text)]
        assert len(begun) == 1
        assert set(ended) == set(begun), at


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_no_question_is_split_and_every_page_is_numbered(tmp_path: Path, paper: str, size: tuple[int, int]) -> None:
    pdf = printed(tmp_path, DECK, paper=paper, versions=2, key=True)
    versions: dict[str, list[str]] = {}
    for page in pdf:
        assert tuple(map(round, page.get_size())) == size
        *above, foot = lines(page)
        found = FOOT.match(foot)
        assert found, foot  # and nothing of the browser's own, such as the date
        texts = versions.setdefault(f"{found[1] or ''}{found[2]}", [])
        texts.append("\n".join(above))
        assert int(found[3]) == len(texts)
        versions.setdefault(f"of {found[1] or ''}{found[2]}", [found[4]])
        clear_of_its_foot(page)
        black_on_white(page)
    assert [name for name in versions if not name.startswith("of")] == ["A", "B", "Answer keyA", "Answer keyB"]
    for name in "A", "B":
        assert versions[f"of {name}"] == [str(len(versions[name]))]
        whole(versions[name])
    assert versions["A"] != versions["B"]
    for name in "A", "B":
        answered(" ".join(versions[name]), " ".join(versions[f"Answer key{name}"]))


def answered(sheet: str, key: str) -> None:
    """The letters of the key are those of the right options on the sheet."""
    for at in range(0, COUNT, 5):
        option = re.search(rf"\b([A-C])\s+yes{at}\b", sheet)
        told = re.search(rf"\b(\d+)\.\s+([A-C])\s+yes{at}\b", key)
        assert option
        assert told
        assert option[1] == told[2]
        assert re.search(rf"(?<!\d){told[1]}\.\s+From{at}\b", sheet)


def clear_of_its_foot(page: pdfium.PdfPage) -> None:
    """Nothing is printed over the foot, and nothing beside the paper."""
    text = page.get_textpage()
    wide, high = page.get_size()
    boxes = [text.get_charbox(at) for at in range(text.count_chars()) if text.get_text_range(at, 1).strip()]
    foot = max(box[3] for box in boxes[-len("Page1of1") :])
    assert all(box[1] > foot or box[3] <= foot + 1 for box in boxes)
    assert all(box[0] > 40 and box[2] < wide - 40 and box[1] > 25 and box[3] < high - 40 for box in boxes)


def black_on_white(page: pdfium.PdfPage) -> None:
    """There is no colour, and most of it is white."""
    picture = page.render(scale=0.7).to_pil()
    red, green, blue = (picture.getchannel(each).tobytes() for each in "RGB")
    assert red == green == blue
    assert red.count(255) > 0.8 * len(red)


def test_a_question_longer_than_a_page_is_printed_all_the_same(tmp_path: Path) -> None:
    longest = replace(card(1), question="From1 " + "word " * 3000 + "till1")
    pdf = printed(tmp_path, replace(DECK, cards=(longest, card(0), card(6))))
    texts = ["\n".join(lines(page)) for page in pdf]
    assert sum(text.count("word") for text in texts) == 3000
    assert {foot[4] for text in texts if (foot := FOOT.match(text.splitlines()[-1]))} == {str(len(pdf))}


def test_without_script_no_question_is_split_either(tmp_path: Path) -> None:
    write([DECK], tmp_path / "exam.html", Request(0, versions=2))
    browser = Browser(tmp_path / "profile")
    browser.show(tmp_path / "exam.html", script=False)
    data = browser.do("Page.printToPDF", preferCSSPageSize=True)["data"]
    browser.close()
    texts = ["\n".join(lines(page)) for page in pdfium.PdfDocument(base64.b64decode(data))]
    start = next(at for at, text in enumerate(texts) if "Version B" in text)
    whole(texts[:start])
    whole(texts[start:])
