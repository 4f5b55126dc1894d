"""Order cards and true-or-false cards in a deck: what they read as, and how they follow their document."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.deck.comparisons import compares
from quiz.deck.lock import read_lock
from quiz.deck.match import matched
from quiz.deck.merge import merge
from quiz.deck.model import Card, Deck, Passage, Source, chain
from quiz.deck.nodes import Mapping, Sequence
from quiz.deck.parse import read_string
from quiz.deck.read import read_deck
from quiz.deck.record import of_card
from quiz.deck.threeway import changed, compared
from quiz.deck.write import dump

EVENTS = ("The bridge was opened to carts", "The mill burned down", "The canal was dug", "The ferry was sold to a bank")
ORDER = Card(
    chain(EVENTS),
    question="Put these events in order, the earliest first.",
    kind="order",
    explanation="The dates are 1801, 1815, 1833 and 1860.",
    source=Source(Passage("The bridge was opened in 1801.", line=3), evidence=(Passage("It was sold.", line=9),)),
    ordered=EVENTS,
)
TRUTH = Card("false", question="True or false? The canal was dug in 1815.", kind="truefalse", id="truth123")


def deck_of(*cards: Card) -> Deck:
    return Deck("Openings", cards, source="../openings.md")


def with_items(*items: str) -> Card:
    return replace(ORDER, ordered=items, answer=chain(items))


def read_one(text: str) -> Card:
    reading = read_string(f"title: T\ncards:\n  - question: Q?\n{text}", "deck.yaml")
    assert reading.deck, reading.problems
    return reading.deck.cards[0]


def only(path: Path) -> Card:
    deck, problems = read_deck(path)
    assert deck, problems
    return deck.cards[0]


def test_an_order_card_is_read_and_written_as_a_list() -> None:
    card = read_one("    kind: order\n    answer:\n      - no\n      - The  mill\n        burned\n      - 012\n")

    assert card.ordered == ("no", "The mill burned", "012")
    assert card.answer == "no → The mill burned → 012"
    assert read_string(dump(deck_of(ORDER)), "x").deck == replace(deck_of(ORDER), path="x")
    assert "    answer:\n      - The bridge was opened to carts\n      - The mill burned down\n" in dump(deck_of(ORDER))


@pytest.mark.parametrize(
    ("answer", "wrong"), [("true", "false"), ("false", "true"), ("True", "False"), ("False", "True")]
)
def test_the_other_of_true_and_false_is_wrong(answer: str, wrong: str) -> None:
    card = read_one(f"    kind: truefalse\n    answer: {answer}\n")

    assert (card.answer, card.wrong, card.distractors) == (answer, (wrong,), ())


def test_an_untouched_list_follows_its_document(tmp_path: Path) -> None:
    path = tmp_path / "openings.yaml"
    merge(path, deck_of(ORDER))
    name = only(path).id

    assert merge(path, deck_of(with_items(*EVENTS[:2], "The canal was dug by hand", EVENTS[3]))).updated == 1
    assert only(path).ordered[2] == "The canal was dug by hand"
    assert merge(path, deck_of(with_items(*EVENTS[:3]))).updated == 1
    assert (only(path).ordered, only(path).id) == (EVENTS[:3], name)
    assert merge(path, deck_of(with_items(*EVENTS[:3]))).changed is False


def test_a_list_that_a_person_changed_is_kept_whole_and_the_rest_follows(tmp_path: Path) -> None:
    path = tmp_path / "openings.yaml"
    merge(path, deck_of(ORDER))
    path.write_text(
        path.read_text().replace("      - The mill burned down\n", "      - The old mill burned  # HUMAN\n")
    )

    sold = Source(Passage("The bridge was opened in 1801.", line=3), evidence=(Passage("It was dug.", line=9),))
    fewer = replace(with_items(*EVENTS[:3]), explanation="The dates are 1801, 1815 and 1833.", source=sold)
    plan = merge(path, deck_of(fewer))

    assert (plan.kept, plan.changed) == (1, True)
    assert "`answer` is yours" in " ".join(map(str, plan.conflicts))
    assert only(path).ordered == (EVENTS[0], "The old mill burned", *EVENTS[2:])
    assert only(path).explanation == "The dates are 1801, 1815 and 1833."
    assert "# HUMAN" in path.read_text()


def test_an_order_card_is_known_again_by_its_first_passage() -> None:
    known = {"order123": of_card(ORDER), "truth123": of_card(TRUTH)}
    moved = replace(with_items("The bridge was opened", "The mill burned", "The ferry sank"), explanation="")

    assert matched(known, [of_card(moved), of_card(replace(TRUTH, answer="true"))]) == ["order123", "truth123"]


def test_a_deck_compares_while_a_person_keeps_one_of_its_comparisons(tmp_path: Path) -> None:
    path = tmp_path / "openings.yaml"
    assert not compares(path)
    plain = Card("1801", question="When?", kind="date", source=ORDER.source)
    merge(path, deck_of(plain, ORDER))
    assert compares(path)
    text = path.read_text()
    path.write_text(text[: text.rindex("\n  - id:")])
    merge(path, deck_of(plain, ORDER))
    assert [known.deleted for known in read_lock(path).generated.values()].count(True) == 1
    assert not compares(path)


LISTS = st.lists(st.sampled_from([*EVENTS, "no", "a: b", "# x", "“so”"]), min_size=2, max_size=6, unique=True)


@given(LISTS, LISTS, LISTS)
def test_of_three_lists_the_person_s_wins_unless_it_is_as_it_was(
    base: list[str], now: list[str], here: list[str]
) -> None:
    outcome = compared({"answer": list(base)}, {"answer": list(now)}, {"answer": list(here)})
    merged = changed({"answer": list(here)}, outcome.changes)

    assert merged == {"answer": now if here == base else here}
    assert outcome.kept == (here not in (base, now))


@settings(max_examples=40)
@given(LISTS, LISTS, st.permutations(range(6)), st.sampled_from(["left", "flow", "block"]))
def test_a_merge_of_lists_keeps_a_person_s_and_follows_all_others(
    base: list[str], now: list[str], by: list[int], edit: str
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "openings.yaml")
        merge(path, deck_of(with_items(*base)))
        here = base if edit == "left" else [base[at] for at in by if at < len(base)]
        path.write_text(rewritten(path.read_text(), here, flow=edit == "flow"))
        before = path.read_bytes()

        plan = merge(path, deck_of(with_items(*now)))

        mine = here != base
        assert list(only(path).ordered) == (here if mine else now)
        assert (plan.kept, plan.updated) == (int(mine and here != now), int(not mine and now != base))
        assert plan.changed == (path.read_bytes() != before)
        assert merge(path, deck_of(with_items(*now))).changed is False


def rewritten(text: str, items: list[str], *, flow: bool) -> str:
    """A deck's text with other items in the answer of its one card, within brackets or one a line."""
    reading = read_string(text, "x")
    assert isinstance(reading.root, Mapping)
    cards = reading.root.get("cards")
    assert cards
    assert isinstance(cards[1], Sequence)
    card = cards[1].items[0]
    assert isinstance(card, Mapping)
    answer = card.get("answer")
    assert answer
    quoted = [f"'{item}'" for item in items]
    shown = f" [{', '.join(quoted)}]" if flow else "".join(f"\n      - {item}" for item in quoted)
    return text[: answer[0].end + 1] + shown + text[answer[1].end :]
