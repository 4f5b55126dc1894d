"""Choices picked and items put in order in a real browser, both ways Anki's programs show a card."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.export.browser import driven
from tests.export.gallery import CARDS, CLOZE, LAST, ORDER, PICKED, QUESTION, QUOTE, SEVERAL, STEPS, rendered

pytestmark = pytest.mark.chromium

SHUFFLING = """
for (const [id, card] of Object.entries(cards)) {
  const desktop = [show(card, "front"), show(card, "back"), show(card, "front")];
  const phone = [];
  for (const side of ["front", "back"]) {
    for (const first of ["", FORGETFUL]) { phone.push(state(await load(card, side, { first }))); }
  }
  found[id] = [...desktop, ...phone].map((seen) => seen.choices);
}
"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The cards, rendered."""
    return rendered(tmp_path_factory.mktemp("shown") / "anki", CARDS)


def test_all_sides_show_the_choices_in_one_order(shown: dict[str, Any], tmp_path: Path) -> None:
    cards = [card for card in CARDS if card.wrong]
    found = driven(tmp_path, SHUFFLING, cards={card.id: shown[card.id] for card in cards})
    for card in cards:
        orders = found[card.id]
        assert sorted(orders[0]) == sorted([card.answer, *card.wrong])
        assert [order for order in orders if order != orders[0]] == []
    assert found["last"][0][-1] == LAST.answer
    assert found["truefalse"][0] == ["true", "false"]


DAYS = """
const real = Date;
for (let day = 1; day <= 40; day += 1) {
  Date = class extends real { constructor() { super(2027, 0, day); } };
  found[day] = { choices: show(cards.choice, "front").choices, last: show(cards.last, "front").choices,
    truefalse: show(cards.truefalse, "front").choices };
}
"""


def test_each_day_has_an_order_of_its_own_but_what_stands_last_stays(shown: dict[str, Any], tmp_path: Path) -> None:
    found = driven(tmp_path, DAYS, cards=shown).values()
    assert {day["choices"].index(PICKED.answer) for day in found} == {0, 1, 2, 3}
    assert len({tuple(day["choices"]) for day in found}) > 12
    assert {day["last"][-1] for day in found} == {LAST.answer}
    assert len({tuple(day["last"]) for day in found}) == 6
    assert {tuple(day["truefalse"]) for day in found} == {("true", "false")}


PICKING = """
const picked = (card, wanted) => {
  const fresh = show(card, "front");
  pick(document, wanted);
  pick(document, fresh.choices.find((text) => text !== wanted));
  return { fresh, told: state(), back: show(card, "back"), again: show(card, "front"),
    untouched: show(card, "back") };
};
found.right = picked(cards.choice, "58");
found.wrong = picked(cards.choice, "91");
found.truth = picked(cards.truefalse, "true");
const page = await load(cards.choice, "front");
pick(page, "17");
found.phone = { told: state(page), back: state(await load(cards.choice, "back")),
  forgetful: state(await load(cards.choice, "back", { first: FORGETFUL })) };
const forgetful = await load(cards.choice, "front", { first: FORGETFUL });
pick(forgetful, "58");
found.forgetful = state(forgetful);
sessionStorage.setItem("quiz:canals/choice", "what an older version kept");
found.garbled = show(cards.choice, "back");
"""

TICK, CROSS = '"✓"', '"✗"'


def marks(seen: dict[str, Any]) -> dict[str, str]:
    """The marks of right and wrong that choices bear."""
    pairs = zip(seen["choices"], seen["marks"], strict=True)
    return {choice: mark for choice, mark in pairs if mark in {TICK, CROSS}}


def test_a_pick_is_told_right_or_wrong_at_once(shown: dict[str, Any], tmp_path: Path) -> None:
    found = driven(tmp_path, PICKING, cards=shown)
    for name, wanted, expected in (
        ("right", "58", {"58": TICK}),
        ("wrong", "91", {"58": TICK, "91": CROSS}),
        ("truth", "true", {"true": CROSS, "false": TICK}),
    ):
        seen = found[name]
        assert (marks(seen["fresh"]), marks(seen["told"]), marks(seen["back"])) == ({}, expected, expected)
        assert seen["told"]["picked"] == seen["back"]["picked"] == [wanted]
        assert (seen["again"]["picked"], marks(seen["again"]), seen["untouched"]["picked"]) == ([], {}, [])
    phone = found["phone"]
    assert marks(phone["told"]) == marks(phone["back"]) == {"58": TICK, "17": CROSS}
    assert (marks(phone["forgetful"]), phone["forgetful"]["picked"]) == ({"58": TICK}, [])
    assert marks(found["forgetful"]) == marks(found["garbled"]) == {"58": TICK}


SEVERAL_PICKED = """
show(cards.several, "front");
for (const text of ["the Suez Canal", "the Erie Canal", "the Kiel Canal", "the Kiel Canal"]) { pick(document, text); }
found.front = state();
found.hint = getComputedStyle(document.querySelector(".choices ol"), "::before").content;
found.back = show(cards.several, "back");
"""


def test_of_several_right_ones_each_can_be_picked_and_the_back_tells(shown: dict[str, Any], tmp_path: Path) -> None:
    found = driven(tmp_path, SEVERAL_PICKED, cards=shown)
    assert sorted(found["front"]["picked"]) == sorted(found["back"]["picked"]) == ["the Erie Canal", "the Suez Canal"]
    assert marks(found["front"]) == {}
    assert "more than one" in found["hint"]
    assert marks(found["back"]) == {SEVERAL.answer: TICK, "the Suez Canal": TICK, "the Erie Canal": CROSS}


FOLDED = """
for (const [id, card] of Object.entries(cards)) {
  const fresh = show(card, "front");
  const unopened = show(card, "back");
  show(card, "front");
  document.querySelector(".choices").open = true;
  await tick();
  const opened = show(card, "back");
  show(card, "front");
  document.querySelector(".choices").open = true;
  await tick();
  pick(document, fresh.choices[1]);
  found[id] = { fresh, unopened, opened, told: state(), picked: show(card, "back"), again: show(card, "front") };
}
"""


def test_folded_choices_open_on_demand_and_the_back_shows_them_only_then(shown: dict[str, Any], tmp_path: Path) -> None:
    cards = {card.id: shown[card.id] for card in (QUESTION, CLOZE, QUOTE)}
    for name, seen in driven(tmp_path, FOLDED, cards=cards).items():
        assert (seen["fresh"]["open"], seen["fresh"]["hidden"]) == (False, False)
        assert seen["unopened"]["hidden"] is True
        assert [(seen[key]["open"], seen[key]["hidden"]) for key in ("opened", "picked")] == [(True, False)] * 2
        chosen = seen["fresh"]["choices"][1]
        assert (seen["opened"]["picked"], seen["picked"]["picked"]) == ([], [chosen])
        answer = next(card.answer for card in CARDS if card.id == name)
        assert marks(seen["told"]) == marks(seen["picked"]) == {chosen: CROSS} | {answer: TICK}
        assert (seen["again"]["open"], seen["again"]["picked"]) == (False, [])


ORDERING = """
found.front = show(cards.order, "front");
for (const at of [2, 0, 2, 1, 3]) { pick(document, right[at]); }
found.put = state();
found.back = show(cards.order, "back");
found.again = show(cards.order, "front");
found.untouched = show(cards.order, "back");
const page = await load(cards.order, "front");
for (const at of [1, 0, 2, 3]) { pick(page, right[at]); }
found.phone = state(await load(cards.order, "back"));
found.forgetful = state(await load(cards.order, "back", { first: FORGETFUL }));
"""


def test_items_are_numbered_as_they_are_picked_and_the_back_tells_where_each_was_put(
    shown: dict[str, Any], tmp_path: Path
) -> None:
    found = driven(tmp_path, ORDERING, cards=shown, right=list(ORDER.ordered))
    assert sorted(found["front"]["items"]) == sorted(STEPS)
    assert found["again"]["items"] == found["front"]["items"]
    put = dict(zip(found["put"]["items"], found["put"]["put"], strict=True))
    assert [put[step] for step in STEPS] == found["back"]["put"] == ["1", "2", "", "3"]
    assert found["back"]["items"] == list(STEPS)
    assert found["back"]["stands"] == [True, True, False, False]
    assert found["untouched"]["put"] == found["forgetful"]["put"] == [""] * 4
    assert (found["phone"]["put"], found["phone"]["stands"]) == (["2", "1", "3", "4"], [False, False, True, True])
