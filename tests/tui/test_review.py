"""Going through generated cards on the screen: every key does what it says, to the file, and can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.widgets import TextArea

from quiz.deck.render import Value
from quiz.deck.review import State, opened
from quiz.tui.reviewing import ReviewApp
from quiz.tui.screens.review import ReviewScreen, form
from quiz.verbs.reading import read_document
from tests.deck.openings import edit
from tests.tui.canals import editor, put_aside
from tests.tui.reviews import reviewed
from tests.tui.stage import SIZES, hold, keys, shown

SIZE = (80, 24)


def states(app: ReviewApp) -> list[State]:
    assert isinstance(app.screen, ReviewScreen)
    return list(opened(app.screen._review.path).states)


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_review(size: tuple[int, int], tmp_path: Path) -> None:
    app = reviewed(tmp_path)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        hold(app, "review")
        await pilot.press("e")
        await pilot.pause()
        hold(app, "review-form")
        await pilot.press("escape", "k", "d", "k")
        await pilot.pause()
        hold(app, "review-done")


async def test_cards_are_kept_and_dropped_and_that_is_taken_back(tmp_path: Path) -> None:
    app = reviewed(tmp_path)
    path = tmp_path / "openings.yaml"
    before = path.read_bytes()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("enter")
        assert "card 2 of 3 · 2 left" in shown(app)
        await pilot.press("d")
        assert "card 3 of 3 · 1 left" in shown(app)
        assert states(app) == [State.DONE, State.NEW]
        await pilot.press("p")
        assert "This card is dropped." in shown(app)
        assert "keep" not in keys(app)
        await pilot.press("u")
        assert "taken back: dropped" in shown(app)
        assert states(app) == [State.DONE, State.NEW, State.NEW]
        await pilot.press("u")
        assert "card 1 of 3 · 3 left" in shown(app)
        assert "undo" not in keys(app)
    assert path.read_bytes() == before


async def test_next_leaves_a_card_for_later_and_the_end_is_told(tmp_path: Path) -> None:
    app = reviewed(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n", "k", "k")
        assert "card 1 of 3 · 1 left" in shown(app)
        await pilot.press("k")
        assert "nothing is left to review: q leaves" in shown(app)
        assert "all reviewed" in shown(app)
        assert states(app) == [State.DONE] * 3


async def test_a_card_is_changed_in_the_form(tmp_path: Path) -> None:
    app = reviewed(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e", "tab", "tab", *"AD 1801", "ctrl+s")
        await pilot.pause()
        assert "also right  AD 1801" in shown(app)
        assert opened(tmp_path / "openings.yaml").deck.cards[0].accept == ("AD 1801",)
        await pilot.press("e", "ctrl+s")
        await pilot.pause()
        assert "changed" in shown(app)
        await pilot.press("e", *"x", "escape")
        assert "! not taken yet: ^s takes it, esc once more gives it up" in shown(app)
        await pilot.press("y", "escape")
        assert "tab next field" in keys(app), "what was typed since is warned of again"
        await pilot.press("escape", "u")
        await pilot.pause()
        assert "k keep" in keys(app)
        assert opened(tmp_path / "openings.yaml").deck.cards[0].accept == ()


async def test_what_breaks_the_card_comes_back_to_be_mended(tmp_path: Path) -> None:
    app = reviewed(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e", "tab", "tab", "tab", *"1801", "enter", "ctrl+s")
        await pilot.pause()
        assert "✗ not changed" in shown(app)
        assert "stands among the distractors" in shown(app)
        assert "Wrong answers, one to a line" in shown(app)
        await pilot.press(*"9", "ctrl+s")
        await pilot.pause()
        assert opened(tmp_path / "openings.yaml").deck.cards[0].distractors == ("91801", "1", "2")


async def test_a_file_that_somebody_else_changed_is_read_again(tmp_path: Path) -> None:
    app = reviewed(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        edit(tmp_path / "openings.yaml", "When was the bridge", "When on earth was the bridge")
        await pilot.press("k")
        assert "meanwhile" in shown(app)
        assert "When on earth" in shown(app)
        await pilot.press("k")
        assert states(app)[0] is State.DONE


async def test_what_others_changed_is_not_taken_back_with_what_was_decided(tmp_path: Path) -> None:
    app = reviewed(tmp_path)
    path = tmp_path / "openings.yaml"
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("k")
        edit(path, "When was the bridge", "When on earth was the bridge")
        await pilot.press("k")
        assert "meanwhile" in shown(app)
        assert "undo" not in keys(app)
        await pilot.press("k", "u")
        assert "taken back: kept" in shown(app)
        assert states(app) == [State.CHANGED, State.NEW, State.NEW]
        await pilot.press("u")
    assert "When on earth" in path.read_text()


async def test_what_was_done_in_the_editor_is_a_step_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ReviewApp, "suspend", lambda _app: put_aside())
    editor(tmp_path, 'sed -i "s/the canal opened/the canal dug/" "$3"', monkeypatch)
    app = reviewed(tmp_path)
    path = tmp_path / "openings.yaml"
    before = path.read_bytes()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("k", "E")
        await pilot.pause()
        assert "edited: u takes it back" in shown(app)
        await pilot.press("E", "k", "u", "u")
        assert "taken back: edited" in shown(app)
        assert "When was the canal opened?" in shown(app)
        assert states(app)[0] is State.DONE
        await pilot.press("u")
        assert "card 1 of 3 · 3 left" in shown(app)
    assert path.read_bytes() == before


FULL = """stale: true
    hint: Early.
    points: 2
    difficulty: hard
    pin: ["2"]
    distractors:
      - text: "1"
        feedback: Before any bridge.
      - "2"
"""
"""What a person may have added to a card, in place of its wrong answers."""


async def test_all_that_a_person_added_is_shown(tmp_path: Path) -> None:
    app = reviewed(tmp_path)
    edit(tmp_path / "openings.yaml", 'distractors: ["1", "2"]\n', FULL)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("k")
        told = " ".join(shown(app).split())
        assert "not reviewed · date · the document no longer says this" in told
        assert "wrong 1 Before any bridge. 2 pinned 2 hint Early. points 2 difficulty hard" in told


async def test_why_a_wrong_answer_is_wrong_is_changed_in_the_form(tmp_path: Path) -> None:
    app = reviewed(tmp_path)
    path = tmp_path / "openings.yaml"
    edit(path, 'distractors: ["1", "2"]\n', FULL)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("k", "e")
        await pilot.pause()
        assert "1 # Before any bridge." in shown(app)
        assert "“The bridge was opened to the public in the year 1801.”" in shown(app)
        await pilot.press("tab", "tab", "tab", "down", "end", *" # Far too early.", "enter", *"3#", "ctrl+s")
        await pilot.pause()
        card = opened(path).deck.cards[0]
        assert (card.distractors, card.feedback) == (("1", "2", "3#"), ("Before any bridge.", "Far too early.", ""))
        await pilot.press("u")
        card = opened(path).deck.cards[0]
        assert (card.distractors, card.feedback) == (("1", "2"), ("Before any bridge.", ""))


async def test_the_parts_of_an_answer_stand_one_to_a_line(tmp_path: Path) -> None:
    app = reviewed(tmp_path)
    path = tmp_path / "openings.yaml"
    edit(path, 'answer: "1801"', 'answer: ["1801", "1804"]')
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("k", "e")
        await pilot.pause()
        assert "Answer, its parts one to a line" in shown(app)
        await pilot.press("tab", "down", "end", "enter", *"1805", "ctrl+s")
        await pilot.pause()
        assert opened(path).deck.cards[0].all_of == ("1801", "1804", "1805")


async def test_the_editor_opens_at_the_card(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ReviewApp, "suspend", lambda _app: put_aside())
    editor(tmp_path, f'echo "$@" > {tmp_path}/called; sed -i "s/the canal opened/the canal dug/" "$3"', monkeypatch)
    app = reviewed(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("n", "E")
        await pilot.pause()
        assert "When was the canal dug?" in shown(app)
        line = opened(tmp_path / "openings.yaml").deck.cards[1].place
        assert line
        assert (tmp_path / "called").read_text().split()[1] == f"+{line.line}"


async def test_a_deck_broken_in_the_editor_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ReviewApp, "suspend", lambda _app: put_aside())
    editor(tmp_path, 'sed -i "s/answer:/anwser:/" "$3"', monkeypatch)
    app = reviewed(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("E")
        await pilot.pause()
        assert "unknown key `anwser`" in shown(app)
        await pilot.press("k")
        assert "✗" in shown(app)
        assert "anwser" in (tmp_path / "openings.yaml").read_text()


async def test_the_document_opens_at_the_passage(tmp_path: Path) -> None:
    app = reviewed(tmp_path, read=read_document)
    (tmp_path / "openings.md").write_text("# Openings\n\nThe bridge was opened to the public in the year 1801.\n")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("s")
        await pilot.pause(0.3)
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "▌" in shown(app)
        await pilot.press("q")
        assert "card 1 of 3" in shown(app)


async def test_a_card_of_ones_own_stays_on_show_however_it_is_reworded(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text("title: Own\ncards:\n- question: Who?\n  answer: Ebert\n- question: When?\n  answer: 1919\n")
    app = ReviewApp(opened(path), everything=True)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e", "A", "ctrl+s")
        await pilot.pause()
        assert "AWho?" in shown(app)
        assert "dropped" not in shown(app)
        await pilot.press("n", "d", "p", "u", "p")
        await pilot.pause()
        assert "AWho?" in shown(app)
        await pilot.press("u")
        await pilot.pause()
        assert "Who?" in shown(app)
        assert "AWho?" not in shown(app)
    assert "question: Who?" in path.read_text()


async def test_lines_of_feedback_and_a_sign_within_a_wrong_answer_stay_what_they_are(tmp_path: Path) -> None:
    app = reviewed(tmp_path)
    path = tmp_path / "openings.yaml"
    wrong = r"""{text: "1", feedback: "Before\nany bridge."}, 'Symphony # 5', {text: 'C #', feedback: 'A # B'}"""
    edit(path, 'distractors: ["1", "2"]', rf"distractors: [{wrong}, 'a \# b']")
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.press("k", "e")
        await pilot.pause()
        area = app.screen.query_one("#distractors", TextArea)
        assert area.text == "1 # Before any bridge.\nSymphony \\# 5\nC \\# # A # B\na \\\\# b"
        area.text = f"{area.text}\nNo \\# 6 # Too late."
        await pilot.press("ctrl+s")
        await pilot.pause()
        card = opened(path).deck.cards[0]
        assert card.distractors == ("1", "Symphony # 5", "C #", r"a \# b", "No # 6")
        assert card.feedback == ("Before\nany bridge.", "", "A # B", "", "Too late.")


@given(st.text("a# \\\n").filter(lambda text: text == " ".join(text.split()) != ""))
def test_what_a_line_of_the_form_says_is_the_wrong_answer_it_was_made_of(text: str) -> None:
    assert form._item("distractors", form._line("distractors", text)) == text
    told: Value = {"text": text, "feedback": "b # c"}
    assert form._item("distractors", form._line("distractors", told)) == told
