"""The document behind a card: opened at its passage, which is marked by more than colour; what is missing is told."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.strip import Strip

from quiz.deck.model import Card, Passage, Source
from quiz.study.reading import Paragraph, Reading
from quiz.tui.app import QuizApp
from quiz.tui.screens.reader import ReaderScreen
from quiz.tui.widgets.document import EVIDENCE, PASSAGE, DocumentView, _rows, found
from quiz.verbs.reading import read_document
from tests.growth import grows_linearly
from tests.tui.canals import DECK, DOCUMENT, canals, study, written
from tests.tui.stage import RIVERS, SIZES, hold, keys, lines, shown, staged
from tests.tui.test_hostile import HOSTILE, harmless

SIZE = (80, 24)


def piped(path: Path) -> None:
    """Put a pipe in place of a file."""
    path.unlink()
    os.mkfifo(path)


async def opened(app: QuizApp, pilot: Pilot[None]) -> DocumentView:
    """Wait until the document is shown."""
    for _moment in range(200):
        if isinstance(app.screen, ReaderScreen) and app.screen.view.shown.reading.paragraphs:
            await pilot.pause()
            await pilot.pause()
            return app.screen.view
        await pilot.pause(0.02)
    raise AssertionError(shown(app))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_document_at_its_passage(size: tuple[int, int], tmp_path: Path) -> None:
    app = canals(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("2", "s")
        await opened(app, pilot)
        hold(app, "reader")
        await pilot.press("escape")
        assert app.screen is study(app)
        assert "✓ right   1869" in shown(app)


async def test_the_passage_is_marked_by_a_sign_and_by_weight(tmp_path: Path) -> None:
    app = canals(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("2", "s")
        view = await opened(app, pilot)
        signed = [line for line in lines(app) if PASSAGE in line]
        assert "".join(line.strip(f" {PASSAGE}") + " " for line in signed).startswith("Ten years of digging")
        styles = {
            segment.text: segment.style
            for row in range(24)
            for segment in view.render_line(row)
            if segment.text.strip()
        }
        answer = styles["1869"]
        assert answer is not None
        assert (answer.bold, answer.underline) == (True, True)
        assert any(style and style.bold and not style.underline for text, style in styles.items() if "party" in text)
        assert any(style and not style.bold for text, style in styles.items() if "Ten years" in text)


async def test_it_scrolls_to_sections_and_back(tmp_path: Path) -> None:
    app = canals(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("2", "s")
        view = await opened(app, pilot)
        start = view.scroll_y
        assert "§ " in lines(app)[0]
        await pilot.press("n")
        assert "Suez" in lines(app)[3]
        await pilot.press("n", "p", "home", "pagedown", "j", "k")
        assert view.scroll_y > 0
        await pilot.press("end")
        assert "pgdn" not in keys(app)
        await pilot.press("s")
        assert view.scroll_y == start
        await pilot.resize_terminal(50, 20)
        await pilot.press("s")
        assert PASSAGE in shown(app)


async def test_the_evidence_is_signed_too(tmp_path: Path) -> None:
    deck = DECK.replace("Work on the next canal began in 1881.", "The second one was British.")
    written(tmp_path, deck)
    app = canals(tmp_path)
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.pause()
        for action in ("next", "next", "source"):
            study(app)._answer("")
            await app.screen.run_action(action)
        await opened(app, pilot)
        assert any(EVIDENCE in line and "second one" in line for line in lines(app))
        assert any(PASSAGE in line for line in lines(app))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda path: path.unlink(), "✗ {}: there is no such file (check the spelling and the folder): shown is what"),
        (lambda path: path.write_bytes(b"\x89PNG\r\n" * 9), "is an image, not text"),
        (lambda path: (path.unlink(), path.mkdir()), "is a folder, not a document"),
        (piped, "is not a plain file"),
        (lambda path: path.write_text(DOCUMENT.replace("1869", "1870")), "! the document has changed"),
    ],
    ids=["missing", "no text", "a folder", "a pipe", "changed"],
)
async def test_what_is_not_there_is_told_in_one_line(
    change: Callable[[Path], object], words: str, tmp_path: Path
) -> None:
    app = canals(tmp_path)
    change(tmp_path / "canals.md")
    async with app.run_test(size=(200, 40)) as pilot:
        await pilot.press("2", "s")
        await opened(app, pilot)
        told = [line for line in lines(app) if words.format(tmp_path / "canals.md") in line]
        assert len(told) == 1
        assert "The Suez Canal was opened on" in shown(app) or "digging" in shown(app)
        assert (PASSAGE in shown(app)) == ("changed" not in words)


async def test_an_address_is_shown_and_not_read(tmp_path: Path) -> None:
    written(tmp_path, DECK.replace("source: canals.md", "source: https://example.org/canals"))
    app = canals(tmp_path)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("2")
        assert "https://example.org/canals, line 11, § Suez" in shown(app)
        await pilot.press("s")
        await opened(app, pilot)
        assert "\n  https://example.org/canals is on the web, not read: shown is what the deck keeps of it" in shown(
            app
        )
        assert PASSAGE in shown(app)


async def test_what_is_missing_is_named_as_one_would_type_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "decks").mkdir()
    written(tmp_path / "decks", DECK.replace("source: canals.md", "source: ../seeds/canals.md"))
    monkeypatch.chdir(tmp_path)
    app = canals(Path("decks"))
    async with app.run_test(size=(200, 40)) as pilot:
        await pilot.press("2", "s")
        await opened(app, pilot)
        assert "✗ seeds/canals.md: there is no such file" in shown(app)


async def test_a_fault_of_a_reader_costs_nothing(tmp_path: Path) -> None:
    def fails(_path: Path) -> Reading:
        raise ZeroDivisionError("odd")

    app = canals(tmp_path)
    app._read = fails
    async with app.run_test(size=(200, 40)) as pilot:
        await pilot.press("2", "s")
        await opened(app, pilot)
        assert "canals.md cannot be read: odd: shown is what the deck keeps of it" in shown(app)
        assert PASSAGE in shown(app)


async def test_one_can_leave_before_the_document_is_read(tmp_path: Path) -> None:
    gate = threading.Event()

    def slow(path: Path) -> Reading:
        gate.wait(5)
        return read_document(path)

    app = canals(tmp_path)
    app._read = slow
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("2", "s")
        await pilot.pause(0.4)
        assert "reading the document" in shown(app)
        await pilot.press("escape")
        gate.set()
        await pilot.pause(0.1)
        assert "✓ right   1869" in shown(app)


async def test_where_no_document_is_named_there_is_no_key(tmp_path: Path) -> None:
    app = staged(tmp_path, (RIVERS,))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("3")
        assert "source" not in keys(app)
        await pilot.press("s")
        assert app.screen is study(app)


async def test_the_source_is_not_shown_before_the_answer(tmp_path: Path) -> None:
    app = canals(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s")
        assert app.screen is study(app)


async def test_a_book_is_drawn_by_the_screenful(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[int] = []
    draw = DocumentView.render_line

    def noted(view: DocumentView, y: int) -> Strip:
        drawn.append(y)
        return draw(view, y)

    monkeypatch.setattr(DocumentView, "render_line", noted)
    written(tmp_path, document=DOCUMENT + "\n\n".join(["Boats on the water, “one by one”. " * 20] * 300))
    app = canals(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("2", "s")
        view = await opened(app, pilot)
        assert PASSAGE in shown(app)
        assert len(drawn) <= 4 * SIZE[1]
        drawn.clear()
        view.scroll_to(y=2_000, animate=False, immediate=True)
        await pilot.pause()
        assert "Boats on the water" in shown(app)
        assert len(drawn) <= 2 * SIZE[1]


def test_a_book_is_laid_out_in_linear_time() -> None:
    card = Card("1869", source=Source(Passage("Boats went by in 1869.", line=1)))

    def work(size: int) -> None:
        paragraphs = (Paragraph("Boats on the water, “one by one”. " * 20, line) for line in range(1, size))
        reading = Reading("x", (*paragraphs, Paragraph("Boats went by in 1869.", size)))
        assert list(_rows(found(reading, card).reading, 72))

    assert grows_linearly(work, 150)


@pytest.mark.parametrize("size", [(80, 24), (20, 6)])
async def test_a_hostile_document_is_shown_and_not_obeyed(size: tuple[int, int], tmp_path: Path) -> None:
    text = "\n\n".join(text.encode("utf-8", "replace").decode() for text in HOSTILE)
    written(tmp_path, document=f"# [/ b {HOSTILE[4]}\n\n{text}")
    app = canals(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.press("2", "s")
        view = await opened(app, pilot)
        seen = ""
        for top in range(0, round(view.max_scroll_y) + 1, max(7, round(view.max_scroll_y) // 12)):
            view.scroll_to(y=top, animate=False, immediate=True)
            await pilot.pause()
            seen += shown(app)
        harmless(seen)
        assert size[0] < 80 or "He said [sic] that" in seen
        assert size[0] < 80 or "a [/ b and [/b] close" in seen


def test_every_place_of_a_passage_that_crosses_paragraphs_is_marked() -> None:
    reading = Reading("x", (Paragraph("One two", 1), Paragraph("three four", 2)))
    shown = found(reading, Card("three", source=Source(Passage("two three", line=1))))

    assert shown.passages == {0: [(4, 7)], 1: [(0, 5)]}
    assert shown.answers == {0: [], 1: [(0, 5)]}
    assert found(Reading("x", (Paragraph("a\u2028b\x1b"),)), Card("a")).reading.paragraphs[0].text == "a\nb␛"
    assert found(Reading("x", ()), Card("a")).reading.paragraphs[0].text == "(empty)"


def test_read_document_refuses_what_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><title>T</title><h1>T</h1><p>A word <b>in bold</b> there.</p></html>")
    assert "A word in bold there." in [each.text for each in read_document(tmp_path / "a.html").paragraphs]
