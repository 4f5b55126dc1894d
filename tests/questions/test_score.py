"""The score of the cards of two labelled articles, which are kept beside the checkout and not published."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from quiz.deck.model import Deck
from quiz.deck.write import dump
from quiz.documents import find_documents, read
from quiz.questions import make_cards

SHARED = Path(__file__).parents[3] / "shared"
SCORER, ARTICLES = SHARED / "score", SHARED / "seeds"
LINE = re.compile(
    r"^all\s.*?recall-1 \S+ +(\S+)%.*?recall-12 \S+ +(\S+)%.*?precision \S+ +(\S+)%.*?traps +(\d+)", re.MULTILINE
)


@pytest.mark.skipif(not (SCORER.exists() and ARTICLES.exists()), reason="needs ../shared: labels and articles")
def test_the_cards_of_the_labelled_articles_score_well(tmp_path: Path) -> None:
    decks = []
    for path in find_documents([ARTICLES]):
        document = read(path)
        deck = Deck(title=document.title, cards=tuple(make_cards(document)), id="k" * 12, source=path.name)
        decks.append(tmp_path / f"{path.stem}.yaml")
        decks[-1].write_text(dump(deck), encoding="utf-8")

    run = subprocess.run([sys.executable, SCORER, *decks], capture_output=True, text=True, check=True)

    found = LINE.search(run.stdout)
    assert found, run.stdout
    recall_1, recall_12, precision, traps = (float(number) for number in found.groups())
    assert recall_1 >= 88, run.stdout
    assert recall_12 >= 81, run.stdout
    assert precision >= 80, run.stdout
    assert traps <= 4, run.stdout
