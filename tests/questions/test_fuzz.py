"""No document makes the generator fail, whatever was done to it, nor take more than its size allows.

The texts are made of the repository's seeds, by a chance that is the same every time; `slow` runs the full number.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy

from quiz.documents import read
from quiz.errors import QuizError
from quiz.questions import blocks_left_out, make_outcomes
from tests.growth import grows_linearly

ROOT = Path(__file__).parents[2]
SEED = (ROOT / "seeds" / "russia-and-iran-since-1722.md").read_text(encoding="utf-8")
SUFFIXES = (".md", ".txt", ".html")
FEW, MANY, LENGTH = 6, 150, 4000
BIG = 150_000
BIGGEST = {"no full stop": 5_000_000, "one word": 1_000_000, "nested quotations": 600_000}
"""Characters of the largest texts: no full stop in five million, thirty thousand quotations in each other."""


def cut(text: str, chance: random.Random) -> str:
    """Pieces of a text, cut and joined anywhere."""
    places = [chance.randrange(len(text)) for _ in range(LENGTH // 50)]
    return "".join(text[at : at + 50] for at in places)


def shuffled(text: str, chance: random.Random) -> str:
    """The words of a text in any order."""
    words = text.split(" ")
    chance.shuffle(words)
    return " ".join(words)


def mistaken(text: str, chance: random.Random) -> str:
    """A text read in another encoding than it was written in."""
    return text.encode().decode(chance.choice(["cp1252", "latin-1", "cp437", "utf-16-le"]), "replace")


def sprinkled(text: str, chance: random.Random) -> str:
    """A text with marks, brackets, control and right-to-left characters anywhere in it."""
    marks = "“”‘’\"'()[]{}<>*_#|`~\\\0\u202e\u202b\u05e9\u0661\ufeff\u2028\t\n.,;:?!–—%$0123456789"
    return "".join(char + (chance.choice(marks) if chance.random() < 0.08 else "") for char in text)


def unstopped(text: str, chance: random.Random) -> str:
    """A text without full stops, and perhaps without paragraphs."""
    return text.replace(".", "").replace("\n\n", chance.choice([" ", "\n\n"]))


def reversed_lines(text: str, chance: random.Random) -> str:
    """The lines of a text in any order."""
    lines = text.split("\n")
    chance.shuffle(lines)
    return "\n".join(lines)


DAMAGES: tuple[Callable[[str, random.Random], str], ...] = (
    cut, shuffled, mistaken, sprinkled, unstopped, reversed_lines
)  # fmt: skip


def survives(path: Path, text: str) -> None:
    """Make what can be made of a text; nothing but a QuizError may come of it otherwise."""
    path.write_text(text, encoding="utf-8", errors="replace")
    try:
        document = read(path)
        made = make_outcomes(document)
        left = blocks_left_out(document)
    except QuizError:
        return
    assert all(outcome.card or outcome.reasons for outcome in [*made, *left])


def damaged(number: int) -> str:
    """One text of the corpus."""
    chance = random.Random(number)
    start = chance.randrange(len(SEED) - LENGTH)
    text = SEED[start : start + LENGTH]
    for damage in chance.sample(DAMAGES, k=1 + number // len(DAMAGES) % 2):
        text = damage(text, chance)
    return text


@pytest.mark.parametrize("number", range(FEW))
def test_a_damaged_document_makes_nothing_fail(tmp_path: Path, number: int) -> None:
    survives(tmp_path / f"damaged{SUFFIXES[number % 3]}", damaged(number))


@pytest.mark.slow
@pytest.mark.parametrize("number", range(FEW, MANY))
def test_no_damaged_document_makes_anything_fail(tmp_path: Path, number: int) -> None:
    survives(tmp_path / f"damaged{SUFFIXES[number % 3]}", damaged(number))


UNITS = {
    "no full stop": "in 1990 and 40 men of the town of Bern ",
    "dates": "on 12 March 1990, ",
    "figures": "37 diplomats and $3 million, ",
    "quotations": '"It is so and will be," said Bob Smith. ',
    "nested quotations": "“He said ‘she said ",
    "quotation marks": "“",
    "brackets": "(",
    "parentheses": "(a) ",
    "one word": "word ",
    "a name": "Smith ",
    "zero bytes": "In\0 1990 the\0 king died. ",
    "right to left": "\u202bשלום עולם in 1990\u202c 40 % ",
    "sentences": "In 1990 the treaty of Bern cost 37 men. ",
}


@pytest.fixture
def _unparsed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let sentences end at full stops and words hang on nothing, which takes no time; and all text be English."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    monkeypatch.setattr("quiz.facts.language.model", lambda: nlp)
    monkeypatch.setattr("quiz.facts.english.require_english", lambda _: None)


@pytest.mark.usefixtures("_unparsed")
@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_the_time_grows_with_the_text(tmp_path: Path, unit: str) -> None:
    path = tmp_path / "long.txt"

    def made(size: int) -> None:
        survives(path, f"Title\n\n{unit * (size // len(unit))}")

    assert grows_linearly(made, 3000)


@pytest.mark.slow
@pytest.mark.usefixtures("_unparsed")
@pytest.mark.parametrize("name", UNITS)
def test_any_length_of_it_is_read(tmp_path: Path, name: str) -> None:
    unit = UNITS[name]

    survives(tmp_path / "long.txt", f"Title\n\n{unit * (BIGGEST.get(name, BIG) // len(unit))}")
