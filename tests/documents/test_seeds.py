"""The labelled essays, where they are at hand: facts stand in blocks that are asked about, what is no fact does not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from quiz.documents import ASKED, Block, Document, read

SHARED = Path(__file__).resolve().parents[3] / "shared"
LABELS = sorted((SHARED / "gold").glob("*.yaml")) if (SHARED / "seeds").is_dir() else []
NOT_TEXT = ("footnote", "comment section", "bio", "masthead", "navigation", "heading")

pytestmark = pytest.mark.skipif(not LABELS, reason="needs ../shared: the labelled essays")


def loaded(label: Path) -> tuple[dict[str, Any], str, Document]:
    gold = yaml.safe_load(label.read_text(encoding="utf-8"))
    path = SHARED / "seeds" / gold["document"]
    return gold, path.read_text(encoding="utf-8"), read(path)


def blocks_of(document: Document, line: int) -> list[Block]:
    return [block for block in document.blocks if document.line(block.span.start) == line]


@pytest.mark.parametrize("label", LABELS, ids=lambda path: path.stem)
def test_facts_are_asked_about(label: Path) -> None:
    gold, source, document = loaded(label)
    asked: dict[str, bool] = {}
    for fact in gold["facts"]:
        line = source.count("\n", 0, fact["span_offset"]) + 1
        found = [block for block in blocks_of(document, line) if block.kind in ASKED]
        group = fact.get("same_fact_group") or fact["id"]
        inside = any(fact["span"] in document.text[block.span.start : block.span.end] for block in found)
        asked[group] = asked.get(group, False) or inside
    assert [group for group, there in asked.items() if not there] == []


@pytest.mark.parametrize("label", LABELS, ids=lambda path: path.stem)
def test_notes_comments_and_furniture_are_not(label: Path) -> None:
    gold, source, document = loaded(label)
    wrong = []
    for trap in gold["not_facts"]:
        if any(word in trap["why"] for word in NOT_TEXT):
            line = source.count("\n", 0, trap["offset"]) + 1
            asked = [block.span for block in blocks_of(document, line) if block.kind in ASKED]
            start = trap["text"].strip().split("\n")[0].lstrip("0123456789. ")
            wrong += [trap["text"] for span in asked if start in document.text[span.start : span.end]]
    assert wrong == []


@pytest.mark.parametrize("label", LABELS, ids=lambda path: path.stem)
def test_every_line_of_the_essay_is_in_one_block(label: Path) -> None:
    _, source, document = loaded(label)
    starts = [document.line(block.span.start) for block in document.blocks]
    assert starts == [number for number, line in enumerate(source.split("\n"), 1) if line.strip()]
