"""The cards in a real browser: both ways Anki's programs show them, on narrow screens, day and night."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from quiz.deck.model import Card, Passage, Source, chain
from tests.export.browser import driven
from tests.export.gallery import CARDS, QUOTE, TRUTH, rendered

pytestmark = pytest.mark.chromium

WORD = "Donaudampfschifffahrtsgesellschaftskapitänsmütze"
RIGHT_TO_LEFT = "كم عدد الأهوسة في القناة؟"


def stretched(card: Card) -> Card:
    """A card of words so long that they fit on no line."""
    items = tuple(f"{WORD * 3} {at}" for at, _ in enumerate(card.ordered))
    return replace(
        card,
        question=card.question.replace("staircase", WORD * 3) if card is QUOTE else WORD * 3,
        answer=card.answer if card is TRUTH else f"{WORD} {card.id}" if not items else chain(items),
        cloze=card.cloze and f"{WORD * 3} {{{{{WORD * 2}}}}}",
        ordered=items,
        accept=(WORD * 3,),
        distractors=tuple(f"{WORD * 2} {at}" for at, _ in enumerate(card.distractors)),
        explanation=f"https://example.org/{'x' * 200}",
        source=Source(Passage(WORD * 4, section=WORD * 3, page=3)),
    )


def turned(card: Card) -> Card:
    """A card in a script that runs from right to left."""
    items = tuple(f"{at} هويس" for at, _ in enumerate(card.ordered))
    return replace(
        card,
        question=f"Who said, “{RIGHT_TO_LEFT}”?" if card is QUOTE else RIGHT_TO_LEFT,
        answer=card.answer if card is TRUTH else "خمسون" if not items else chain(items),
        cloze=card.cloze and "بنيت القناة سنة {{1869}} بأمر الملك.",
        ordered=items,
        distractors=tuple(f"{at} سبعون" for at, _ in enumerate(card.distractors)),
    )


LOOKING = """
for (const [set, cards] of Object.entries(sets)) {
  for (const [id, card] of Object.entries(cards)) {
    for (const side of ["front", "back"]) {
      const seen = (found[`${set} ${id} ${side}`] = {});
      for (const [night, width, scripts] of [["", 320, true], ["nightMode", 375, true], ["", 320, false]]) {
        const page = await load(card, side, { night, width, scripts });
        const key = night || (scripts ? "day" : "still");
        for (const box of page.querySelectorAll("details")) { box.open = true; box.hidden = false; }
        for (const item of page.querySelectorAll(".front .choices:not(details) li")) { item.click(); }
        const body = page.defaultView.getComputedStyle(page.body);
        seen[key] = { wide: wide(page), faint: faint(page), words: page.body.innerText, choices: state(page).choices,
          direction: page.defaultView.getComputedStyle(page.querySelector(".quiz")).direction,
          paper: body.backgroundColor, ink: body.color };
        leave(page);
      }
    }
  }
}
"""


@pytest.fixture(scope="module")
def looks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a browser says of every side of every kind of card, plain, stretched and turned round."""
    folder = tmp_path_factory.mktemp("looks")
    sets = {
        "plain": rendered(folder / "plain", CARDS),
        "stretched": rendered(folder / "stretched", tuple(map(stretched, CARDS))),
        "turned": rendered(folder / "turned", tuple(map(turned, CARDS))),
    }
    return driven(folder, LOOKING, sets=sets)


def test_nothing_sticks_out_on_the_narrowest_phone(looks: dict[str, Any]) -> None:
    assert len(looks) == 3 * 2 * len(CARDS)
    assert {key: seen[way]["wide"] for key, seen in looks.items() for way in seen if seen[way]["wide"]} == {}


def test_all_words_stand_out_from_the_paper_day_and_night(looks: dict[str, Any]) -> None:
    assert {key: seen[way]["faint"] for key, seen in looks.items() for way in seen if seen[way]["faint"]} == {}
    for seen in looks.values():
        assert seen["day"]["paper"] != seen["nightMode"]["paper"]
        assert seen["day"]["ink"] != seen["nightMode"]["ink"]
        assert (seen["day"]["paper"], seen["day"]["ink"]) == (seen["still"]["paper"], seen["still"]["ink"])


def test_a_card_runs_as_its_script_does(looks: dict[str, Any]) -> None:
    ways = {key: seen["day"]["direction"] for key, seen in looks.items() if "truefalse" not in key}
    assert {key: way for key, way in ways.items() if way != ("rtl" if key.startswith("turned") else "ltr")} == {}


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.id)
def test_without_scripts_nothing_is_lost(looks: dict[str, Any], card: Card) -> None:
    front, back = (looks[f"plain {card.id} {side}"]["still"]["words"] for side in ("front", "back"))
    said = [passage.text for passage in [card.source.passage] if card.id != "cloze"] if card.source else []
    for text in (card.answer, *card.accept, card.explanation, "Canals", *said):
        assert all(part in back or part.capitalize() in back for part in text.split(" → "))
    for text in (*card.ordered, *card.distractors):
        assert text in front
    if not card.wrong:
        assert card.answer not in front
    assert ("✓" in front, "✗" in front) == (False, False)
