"""Documents of every kind, with all their clutter, make cards whose passages hold their answers."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.deck.proof import holds
from quiz.documents import read
from quiz.questions import make_cards

DOCUMENTS = Path(__file__).parent.parent / "documents" / "cases"
NAMES = sorted(path.name for path in DOCUMENTS.iterdir() if path.suffix != ".kinds")


@pytest.mark.parametrize("name", NAMES)
def test_every_card_is_proved_and_whole(name: str) -> None:
    for card in make_cards(read(DOCUMENTS / name)):
        assert card.source is not None
        passages = [card.source.passage.text, *(passage.text for passage in card.source.evidence)]
        assert holds(passages, (card.answer, *card.accept)), card.prompt
        assert card.prompt.count("“") == card.prompt.count("”"), card.prompt
        assert card.prompt.count("(") == card.prompt.count(")"), card.prompt
