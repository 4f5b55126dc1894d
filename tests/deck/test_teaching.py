"""Keys for those who teach: what they read as, what is wrong with them, and that they are written as they were."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck.model import Card, Deck, together
from quiz.deck.parse import read_string
from quiz.deck.record import of_card
from quiz.deck.write import dump


def read(card: str) -> tuple[Card | None, list[str]]:
    reading = read_string(f"title: T\ncards:\n  - question: Q?\n    {card}\n", "deck.yaml")
    return reading.deck.cards[0] if reading.deck else None, [str(each).partition(": ")[2] for each in reading.problems]


def test_an_answer_of_several_parts_is_one_text_and_a_list() -> None:
    card, problems = read("answer: [red, 'white, or so', blue]")

    assert card
    assert not problems
    assert (card.all_of, card.answer) == (("red", "white, or so", "blue"), "red; white, or so; blue")


@pytest.mark.parametrize("parts", ["[red, '*Red*']", "[red, RED]", "['`a`', a]"])
def test_parts_that_differ_by_marks_alone_are_one(parts: str) -> None:
    (problem,) = read(f"answer: {parts}")[1]
    assert problem.startswith("error[bad-answer-list]")


def test_parts_of_an_answer_may_be_pinned_among_the_options() -> None:
    assert not read("answer: [a, b]\n    distractors: [c, d]\n    pin: [d, B]")[1]
    _, problems = read("answer: [a, b]\n    distractors: [c]\n    pin: [a; b]")
    assert problems == [
        "error[unknown-pin]: `a; b` is no option of this card (pin the answer or one of the distractors, word for word)"
    ]


def test_a_unit_stands_behind_its_number_and_may_be_left_out() -> None:
    card, problems = read("answer: 2,850\n    unit: km")

    assert card
    assert not problems
    assert (card.answer, card.unit, card.right) == ("2,850 km", "km", ("2,850 km", "2,850"))


def test_wrong_answers_that_are_numbers_have_the_unit_too() -> None:
    card, problems = read(
        "answer: 1230\n    unit: km\n    distractors: [{text: 865, feedback: No.}, 2 850, unknown]\n    pin: [2 850]"
    )

    assert card
    assert not problems
    assert (card.answer, card.distractors, card.pin) == ("1230 km", ("865 km", "2 850 km", "unknown"), ("2 850 km",))
    assert [card.told(given) for given in ("865", "865 KM", "866")] == ["No.", "No.", ""]
    written = of_card(card)
    assert (written["answer"], written["unit"], written["pin"]) == ("1230", "km", ["2 850"])
    assert written["distractors"] == [{"text": "865", "feedback": "No."}, "2 850", "unknown"]


def test_an_option_that_is_no_bare_number_keeps_the_unit_it_holds() -> None:
    wrong = "[about 900 km, 6650 km, less than 20 km]"
    card, _ = read(f"answer: 2850\n    unit: km\n    distractors: {wrong}\n    pin: [less than 20 km]")

    assert card
    written = of_card(card)
    assert (written["answer"], written["pin"]) == ("2850", ["less than 20 km"])
    assert written["distractors"] == ["about 900 km", "6650", "less than 20 km"]


def test_a_pair_of_halves_is_no_wrong_answer_given_twice() -> None:
    _, problems = read("answer: 100,400\n    distractors: [100,320, 100,500, 100,900]")

    assert not [problem for problem in problems if "duplicate-distractor" in problem]


def test_wrong_answers_say_why() -> None:
    card, problems = read("answer: a\n    distractors:\n      - b\n      - {text: c c, feedback: No.}\n      - text: d")

    assert card
    assert not problems
    assert (card.distractors, card.feedback) == (("b", "c c", "d"), ("", "No.", ""))
    assert [card.told(given) for given in ("b", " C  c ", "d", "x")] == ["", "No.", "", ""]


def test_a_part_of_the_answer_may_be_pinned_among_options() -> None:
    card, problems = read("answer: [a, b]\n    distractors: [c]\n    pin: [b]")

    assert card
    assert not problems
    assert card.pin == ("b",)


@pytest.mark.parametrize(
    ("card", "said"),
    [
        ("answer: [red]", "two or more different ones"),
        ("answer: [red, Red]", "two or more different ones"),
        ("answer: [$P$, P]", "two or more different ones"),
        ("kind: date\n    answer: [1801]", "two or more different ones"),
        ("answer: about 1,230\n    unit: km", "write `answer: 1,230` and a `tolerance`, or `answer: about 1,230 km`"),
        ("answer: 200 billion\n    unit: km", "leave the unit out, and write `answer: 200 billion km`"),
        ("answer: 2,850 km\n    unit: km", "already: write `answer: 2,850` and `unit: km`"),
        ("answer: 299,792 km/s\n    unit: km/s", "write `answer: 299,792` and `unit: km/s`"),
        ("answer: 299 miles\n    unit: km", "(the answer has a unit of its own: leave `unit` out, or write the number"),
        ("answer: many\n    unit: km", "a unit stands behind a number, not behind `many`"),
        ("answer: [1, 2]\n    unit: km", "a unit stands behind a number"),
        ("answer: 12\n    unit: km\n    distractors: [12]", "the answer `12` stands among the distractors"),
        ("answer: 12\n    unit: km\n    distractors: [12 km]", "the answer `12 km` stands among the distractors"),
        ("answer: 12\n    unit: km\n    distractors: [9, 9 km]", "the distractor `9 km` is given twice"),
        ("answer: a\n    distractors: [{feedback: No.}]", "a wrong answer has no text"),
        ("answer: a\n    distractors: [{text: A, feedback: No.}]", "stands among the distractors"),
        ("answer: a\n    distractors: [{text: b, feedbak: No.}]", "unknown key `feedbak`"),
        ("answer: a\n    distractors: [[b]]", "must be text"),
        ("answer: a\n    distractors: [b]\n    pin: [bb]", "`bb` is no option of this card (did you mean `b`?)"),
        ("answer: a\n    distractors: [$b$]\n    pin: [$B$]", "`$B$` is no option of this card"),
        ("answer: a\n    points: 0", "`points` is a number above 0"),
        ("answer: a\n    points: 1,5", "not `1,5` (write `points: 1.5`)"),
        ("answer: a\n    points: one", "(write `points: 2` or `points: 0.5`)"),
        ("answer: a\n    points: -1", "`points` is a number above 0"),
        ("answer: a\n    points: 1e3", "`points` is a number above 0"),
        ("answer: a\n    partial: true", "an answer of one part cannot be partly right"),
        ("answer: a\n    partial: half", "`partial` must be true or false"),
        ("answer: a\n    difficulty: Hard", "unknown difficulty `Hard` (did you mean `hard`?)"),
        ("answer: a\n    difficulty: 3", "unknown difficulty `3` (write one of easy, medium, hard)"),
        ("answer: a\n    level: hard", "unknown key `level` (did you mean `difficulty`?)"),
        ("answer: a\n    image: a.png", "(pictures and sounds stand in the text: `![a map](media/map.png)`"),
        ("kind: truefalse\n    answer: [true, false]", "`answer` must be text"),
        ("kind: truefalse\n    answer: true\n    pin: [x]", "has no use for `pin`"),
    ],
)
def test_what_is_wrong_is_told_with_its_mend(card: str, said: str) -> None:
    _, problems = read(card)

    assert any(said in problem for problem in problems), problems


WORDS = st.text("abc DE'\"#:,;-[]{}&*!|>%@`é漢\u2028", min_size=1, max_size=12).filter(
    lambda text: text.strip() == text
)
LISTS = st.lists(WORDS, min_size=2, max_size=4, unique_by=lambda text: " ".join(text.split()).casefold())


@given(
    LISTS, st.lists(WORDS, max_size=3), st.sampled_from(["", "km", "m²"]), WORDS, st.sampled_from(["parts", "number"])
)
def test_what_is_written_reads_back_as_the_same(
    parts: list[str], feedback: list[str], unit: str, hint: str, kind: str
) -> None:
    parts, several = [" ".join(part.split()) for part in parts], kind == "parts"
    numbers = kind == "number" and len(feedback) > 1
    wrong = tuple(f"1{at} {unit}".strip() if numbers else f"wrong {at}" for at, _ in enumerate(feedback, 3))
    card = Card(
        together(parts) if several else f"12 {unit}".strip(),
        question="Q?",
        all_of=tuple(parts) if several else (),
        unit="" if several else unit,
        distractors=wrong,
        feedback=tuple(feedback),
        pin=wrong[:1],
        hint=hint,
        points="2.5",
        partial=several,
        difficulty="easy",
    )
    again = read_string(dump(Deck("T", (card,))), "deck.yaml")

    assert not again.problems
    assert again.deck
    assert again.deck.cards == (card,)
