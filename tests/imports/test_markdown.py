"""Markdown as people write cards in it, and as our own export writes it."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest

from quiz.deck.model import Card
from quiz.deck.write import dump
from quiz.errors import QuizError
from quiz.imports.markdown import read
from tests.conftest import Run
from tests.export.pictured import BARK, GREEN, RED, pictured
from tests.growth import grows_linearly


def shelves(folder: Path, text: str) -> dict[str, list[Card]]:
    (folder / "x.md").write_text(text)
    return {shelf.title: [item.card for item in shelf.items] for shelf in read(folder / "x.md").shelves}


CASES = {
    "Q: Which river?\nA: Tigris\n": [Card("Tigris", "Which river?")],
    "**Q:** Which\nriver?\n\n**A:** Tigris\nor so\n\nQ. Two?\nA. Yes\n": [
        Card("Tigris\nor so", "Which\nriver?"), Card("Yes", "Two?"),
    ],
    "- Question: Which river? #geo/asia\n- Answer: Tigris\n": [Card("Tigris", "Which river?", tags=("geo/asia",))],
    "Which river? :: Tigris\n- a ::: b\n": [Card("Tigris", "Which river?"), Card("b", "a"), Card("a", "b")],
    "Which river?\n?\nTigris\nby name\n": [Card("Tigris\nby name", "Which river?")],
    "The ==Tigris== runs on.\n": [Card("", cloze="The {{Tigris}} runs on.")],
    "The {{Tigris}} runs.\n\n{{c1::Rome}} and {{c2::Paris::city}}\n": [
        Card("", cloze="The {{Tigris}} runs."),
        Card("", cloze="{{Rome}} and Paris"),
        Card("", cloze="Rome and {{Paris::city}}"),
    ],
    "---\ntitle: x\n---\n```\nQ: no\nA: no\n```\nQ: Which?\nA: This\n": [Card("This", "Which?")],
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_every_way_of_writing(tmp_path: Path, text: str) -> None:
    assert shelves(tmp_path, text) == {"x": CASES[text]}


def test_headings_are_decks(tmp_path: Path) -> None:
    text = "a :: 1\n# Geo\nb :: 2\n## Rivers ##\nc :: 3\n# Words\nsome text\nd :: 4\n"
    found = shelves(tmp_path, text)
    assert {title: [card.question for card in cards] for title, cards in found.items()} == {
        "x": ["a"], "Geo": ["b"], "Geo::Rivers": ["c"], "Words": ["d"],
    }  # fmt: skip
    (warning,) = read(tmp_path / "x.md").warnings
    assert "text that is no card, passed over" in warning.message


OWN = r"""# Rivers

<!-- deck rivers -->

- Tag: water
- Tag: one\_two

1. Which river runs\
   through Baghdad? <!-- rivers/r1 -->

   - [ ] Elbe
   - [ ] Tigris

2. Baghdad was founded in \_\_\_\_\_. <!-- rivers/r2 date -->

3. Order\! <!-- rivers/r3 -->

   - b
   - a

4. True? <!-- rivers/r4 -->

   - [ ] True
   - [ ] False

## Answers

1. Tigris

   - Also: the Tigris
   - Because: It does.
   - Source: “It runs through Baghdad.” (Rivers, line 3)
   - Tag: asia

2. 762

   - Within: 5

3. a → b

4. False
"""


def test_our_own(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text(OWN)
    (shelf,) = read(tmp_path / "x.md").shelves
    first, *rest = (item.card for item in shelf.items)
    assert (shelf.title, shelf.id, shelf.tags) == ("Rivers", "rivers", ("water", "one_two"))
    assert (first.id, first.question, first.answer) == ("r1", "Which river runs\nthrough Baghdad?", "Tigris")
    assert (first.accept, first.distractors, first.explanation) == (("the Tigris",), ("Elbe",), "It does.")
    assert first.source
    assert (first.source.passage.text, first.source.passage.line, first.tags) == (
        "It runs through Baghdad.",
        3,
        ("asia",),
    )
    assert rest == [
        Card("762", cloze="Baghdad was founded in {{762}}.", id="r2", kind="date", tolerance="5"),
        Card("a → b", "Order!", id="r3", kind="order", ordered=("a", "b")),
        Card("false", "True?", id="r4", kind="truefalse"),
    ]


@pytest.mark.parametrize("text", ["# Title\n", "words\n", "Q: only asked\n", "A: only answered\n"])
def test_no_card(tmp_path: Path, text: str) -> None:
    with pytest.raises(QuizError) as error:
        shelves(tmp_path, text)
    assert len(error.value.problems) == 1


@pytest.mark.parametrize("part", ["==", "{{c1::", "#", "Q: ", " :: ", "\\", "- ", "```\n", "==a=="])
def test_in_linear_time(tmp_path: Path, part: str) -> None:
    def work(count: int) -> None:
        with suppress(QuizError):
            shelves(tmp_path, "q :: a\n" + part * count)

    assert grows_linearly(work, 2_000)


@pytest.mark.parametrize(
    ("before", "behind"),
    [("a", "b"), ("# a", "b"), ("# ", "b"), ("<!-- deck d -->\n1. a", "b"), ("Q", "b"), ("- ", "b")],
)
@pytest.mark.parametrize("part", [" ", " #", "# "])
def test_blanks_are_read_in_linear_time(tmp_path: Path, before: str, part: str, behind: str) -> None:
    sheet = "\n\n## Answers\n\n1. x\n" * before.startswith("<")

    def work(count: int) -> None:
        shelves(tmp_path, "x :: a\n\n" + before + part * count + behind + sheet)

    assert grows_linearly(work, 10_000)


@pytest.mark.parametrize(
    ("heading", "title"),
    [("# Rome ##", "Rome"), ("# Rome#", "Rome"), ("#\tC # #  ", "C #"), ("#  # a", "# a"), ("# #", "x")],
)
def test_what_closes_a_heading_is_no_part_of_it(tmp_path: Path, heading: str, title: str) -> None:
    assert [*shelves(tmp_path, f"{heading}\nx :: a\n")] == [title]


def test_a_dash_within_a_line_stays(tmp_path: Path) -> None:
    assert shelves(tmp_path, "- Rome - the city :: in Italy\n") == {"x": [Card("in Italy", "Rome - the city")]}


def test_gaps_without_end_are_told(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("".join(f"{{{{c{number}::a}}}}" for number in range(1, 700)))
    found = read(tmp_path / "x.md")
    assert len(found.shelves[0].items) == 500
    assert "more gaps than Anki makes cards of" in str(found.warnings[0])
    assert "199" in str(found.warnings[0])


def test_the_example_of_the_documentation(tmp_path: Path) -> None:
    page = (Path(__file__).parent.parent.parent / "docs/import.md").read_text()
    example = page.partition("```markdown\n")[2].partition("```")[0]
    (found,) = shelves(tmp_path, example).values()
    assert [(card.prompt, card.answer or card.cloze) for card in found] == [
        ("Which river runs through Baghdad?", "Tigris"),
        ("The Danube ends in the", "Black Sea"),
        ("The _____ is the longest.", "The {{Nile}} is the longest."),
        ("_____ lies on the Tiber.", "{{Rome}} lies on the Tiber."),
        ("Rome lies on the _____.", "Rome lies on the {{Tiber}}."),
        ("Which sea?", "The Black Sea."),
    ]


def test_pictures_beside_the_text_come_along(run: Run, tmp_path: Path) -> None:
    """Written from one folder of decks and read into another, with all its cards name."""
    deck = pictured(tmp_path / "mine")
    Path(deck.path).write_text(dump(deck))
    assert run("export", "mine", "-o", "x.md").status == 0
    assert run("import", "x.md", "-o", "again").status == 0
    held = {path.name: path.read_bytes() for path in (tmp_path / "again/media").iterdir()}
    assert held.items() >= {"x.png": GREEN, "map é.png": RED, "dog.mp3": BARK}.items()
    checked = run("check", "again")
    assert "is not there" not in checked.out.replace("media/no.png", "")
