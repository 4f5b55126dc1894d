"""Results: written whole and never over another, documented to the last key, and read again for what was missed."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from quiz.errors import QuizError
from quiz.study.exams.attempt import Attempt
from quiz.study.exams.drawing import draw, pool_of
from quiz.study.exams.paper import Rules
from quiz.study.exams.result import changes, check_writable, document, placed, read_missed, write
from quiz.study.exams.snapshot import card_hash, deck_hash
from tests.study.exams.papers import Clocks, begun, paper_of, right_answers, rivers
from tests.tui.test_hostile import HOSTILE, hostile

PAGE = Path(__file__).parents[3] / "docs" / "exam-result.md"


def held(folder: Path, wrong: tuple[int, ...] = (1, 3)) -> Attempt:
    """Hold an exam with some answers wrong."""
    clocks = Clocks()
    attempt = begun(folder, clocks, paper_of(Rules(name="Ada", seed=7, tags=("water",))))
    for place, answer in enumerate(right_answers(attempt.exam.paper, wrong)):
        attempt.go(place)
        clocks.wind(2.5)
        attempt.reply(answer)
    attempt.flag()
    attempt.hand_in()
    return attempt


def test_what_a_result_says(tmp_path: Path) -> None:
    attempt = held(tmp_path)
    result = document(attempt.score())

    assert (result["what"], result["format"], result["name"], result["seed"]) == ("quiz exam result", 1, "Ada", 7)
    (deck,) = result["decks"]
    assert deck == {"id": "rivers", "title": "Rivers", "file": "rivers.yaml", "hash": deck_hash(rivers()), "cards": 6}
    assert result["started"] == "2026-11-22T09:30:00.000+00:00"
    assert result["ended"] == "2026-11-22T09:30:15.000+00:00"
    assert (result["seconds"], result["limit"], result["pass_mark"]) == (15, None, 60)
    assert result["score"] == {"right": 4, "of": 6, "points": 4.0, "worth": 6.0, "percent": 66, "passed": True}
    assert sum(card["right"] for card in result["cards"]) == 4
    assert [card["seconds"] for card in result["cards"]] == [2.5] * 6
    assert [card["number"] for card in result["cards"]] == [1, 2, 3, 4, 5, 6]
    cards = {card.id: card for card in rivers().cards}
    for card, item in zip(result["cards"], attempt.exam.paper.items, strict=True):
        assert card["hash"] == card_hash(cards[card["id"]])
        assert card["options"] == list(item.question.options)
        assert card["choice"] in ("no", card["answer"]) or card["asked"] == "order"
        assert card["seen"]
    order = next(card for card in result["cards"] if card["asked"] == "order")
    assert order["answer"] == ["Nile", "Danube", "Thames"]
    assert result["cards"][5]["flagged"]
    assert document(attempt.score())["id"] == result["id"]


def test_no_answer_is_told_from_one_that_was_not_reached(tmp_path: Path) -> None:
    attempt = begun(tmp_path, Clocks())
    attempt.go(1)
    attempt.hand_in()
    cards = document(attempt.score())["cards"]

    assert [card["choice"] for card in cards] == [None] * 6
    assert [card["seen"] for card in cards] == [True, True, False, False, False, False]
    assert {card["reason"] for card in cards} == {"no answer"}


def test_a_result_is_written_whole_and_over_no_other(tmp_path: Path) -> None:
    score = held(tmp_path).score()
    out = tmp_path / "results" / "ada.json"

    assert write(score, out) == out
    first = out.read_bytes()
    assert write(score, out) == tmp_path / "results" / "ada-2.json"

    assert out.read_bytes() == first
    assert json.loads(first) == document(score)
    assert sorted(path.name for path in out.parent.iterdir()) == ["ada-2.json", "ada.json"]


def test_hostile_text_is_written_as_json(tmp_path: Path) -> None:
    rules = Rules(name=HOSTILE[2], seed=1)
    attempt = begun(tmp_path, Clocks(), draw(pool_of([hostile()], rules), rules))
    for place in range(len(attempt.exam.replies)):
        attempt.go(place)
        attempt.reply(HOSTILE[place % len(HOSTILE)])
    attempt.hand_in()
    file = write(attempt.score(), tmp_path / "r.json")

    assert json.loads(file.read_text(encoding="utf-8"))["name"] == HOSTILE[2]


def test_what_was_missed_is_read(tmp_path: Path) -> None:
    score = held(tmp_path).score()
    missed = read_missed(write(score, tmp_path / "r.json"))

    assert missed.cards == {mark.item.key for mark in score.missed}
    assert len(missed.cards) == 2
    assert missed.name == "Ada"
    there = [("rivers", card.id) for card in rivers().cards]
    assert changes(missed, {"rivers": deck_hash(rivers())}, there) == []
    gone = score.missed[0].item.key
    assert changes(missed, {"rivers": "other"}, [key for key in there if key != gone]) == [
        "the deck has changed since that exam: the cards are asked as they are now",
        "1 missed card is in the decks no more",
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", "this is no result of an exam (name a file that `quiz exam -o FILE.json` wrote)"),
        ("{}", "this is no result of an exam"),
        ("[1, 2]", "this is no result of an exam"),
        ('{"what": "quiz exam result", "format": 1, "cards": 7}', "this is no result of an exam"),
        ('{"what": "other", "format": 1, "cards": [], "decks": [], "name": ""}', "this is no result of an exam"),
        ("[" * 100_000, "this is no result of an exam"),
        ('{"what": "quiz exam result", "format": 2, "cards": [], "decks": [], "name": ""}', "is newer than this quiz"),
        ('{"what": "quiz exam result", "format": 1, "cards": [], "decks": [], "name": ""}', "nothing was missed"),
        ("title: Rivers\n", "this is no result of an exam"),
    ],
)
def test_other_files_are_no_results(text: str, line: str, tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    path.write_text(text)
    with pytest.raises(QuizError) as error:
        read_missed(path)
    assert line in str(error.value)
    assert str(error.value).startswith(f"{path}: ")
    assert "\n" not in str(error.value)


def test_a_place_for_the_result_is_found_out_before(tmp_path: Path) -> None:
    check_writable(tmp_path / "new" / "r.json")
    assert list(tmp_path.iterdir()) == [], "nothing is made before there is a result"
    (tmp_path / "there.json").write_text("mine")
    with pytest.raises(QuizError, match="there is such a file already"):
        check_writable(tmp_path / "there.json")
    with pytest.raises(QuizError, match="could not be written"):
        check_writable(tmp_path / "there.json" / "r.json")
    with pytest.raises(QuizError, match="could not be written"):
        check_writable(tmp_path / ("x" * 300))
    assert (tmp_path / "there.json").read_text() == "mine"


def test_a_folder_one_may_not_write_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refused)
    with pytest.raises(QuizError, match="permission denied"):
        check_writable(tmp_path / "r.json")


def test_a_result_in_a_folder_is_called_after_who_and_when(tmp_path: Path) -> None:
    assert placed(tmp_path, "Ada L. / ../x", "2026-11-22-0930") == tmp_path / "Ada-L-x-2026-11-22-0930.json"
    assert placed(tmp_path, "", "2026").name == "exam-2026.json"
    assert placed(tmp_path / "r.json", "Ada", "2026") == tmp_path / "r.json"
    assert placed(tmp_path / "results", "Ada", "2026") == tmp_path / "results" / "Ada-2026.json"
    (tmp_path / "results").write_text("")
    assert placed(tmp_path / "results", "Ada", "2026") == tmp_path / "results"


def keys_of(value: Any, before: str = "") -> Iterator[str]:
    """Name every key of a result: `score.right`, `cards[].id`."""
    for name, part in value.items():
        yield f"{before}{name}"
        if isinstance(part, dict):
            yield from keys_of(part, f"{before}{name}.")
        elif isinstance(part, list) and part and isinstance(part[0], dict):
            yield from keys_of(part[0], f"{before}{name}[].")


def test_the_page_documents_every_key_and_no_other(tmp_path: Path) -> None:
    page = PAGE.read_text(encoding="utf-8")
    documented = re.findall(r"^\| `([\w.\[\]]+)` \|", page, re.MULTILINE)
    made = list(keys_of(document(held(tmp_path).score())))

    assert sorted(documented) == sorted(key for key in made if key not in ("decks", "pool", "score", "cards"))
    assert len(set(documented)) == len(documented)


def test_the_example_of_the_page_is_a_result(tmp_path: Path) -> None:
    (example,) = re.findall(r"^```json\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    shown = json.loads(example)
    path = tmp_path / "example.json"
    path.write_text(example, encoding="utf-8")

    assert list(keys_of(shown)) == list(keys_of(document(held(tmp_path).score())))
    assert len(read_missed(path).cards) == 1
    assert shown["score"]["of"] == len(shown["cards"])
    assert shown["score"]["right"] == sum(card["right"] for card in shown["cards"])
