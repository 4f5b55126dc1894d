"""The form in which a card is changed: where it begins."""

from __future__ import annotations

from pathlib import Path

from textual.widgets import TextArea

from quiz.deck.review import opened
from tests.tui.reviews import reviewed
from tests.tui.stage import shown

SIZE = (80, 24)


async def test_the_form_goes_to_the_field_that_is_at_fault(tmp_path: Path) -> None:
    app = reviewed(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e")
        await pilot.pause()
        app.screen.query_one("#answer", TextArea).text = ""
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "✗ not changed: the card has no answer (write it into the field Answer)" in " ".join(shown(app).split())
        assert app.focused
        assert app.focused.id == "answer"
        await pilot.press(*"1803", "ctrl+s")
        await pilot.pause()
    card = opened(tmp_path / "openings.yaml").deck.cards[0]
    assert card.answer == "1803"
    assert "1803" not in card.question
