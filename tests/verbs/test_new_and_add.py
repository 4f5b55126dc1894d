"""`quiz new` and `quiz add`: a deck to begin with, and a card more."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from quiz.deck.comparisons import NAMES
from quiz.deck.layout.canon import canonical
from quiz.deck.read import read_deck
from quiz.deck.schema import NAME, dumped
from quiz.deck.starter import starter
from tests.conftest import Run
from tests.deck.test_schema import VALIDATOR, values

LEAST = "title: x\ncards:\n  - question: a\n    answer: b\n"


def typed(monkeypatch: pytest.MonkeyPatch, verb: str, text: str) -> None:
    """Sit a person at the terminal who types some lines."""
    monkeypatch.setattr("sys.stdin", io.StringIO(text))
    monkeypatch.setattr(f"quiz.verbs.{verb}.interactive", lambda _: True)


def test_a_new_deck_passes_and_is_laid_out(run: Run, tmp_path: Path) -> None:
    ended = run("new", "decks/great-rivers")

    assert (ended.status, ended.err) == (0, "")
    assert ended.out.startswith("decks/great-rivers.yaml: a deck with examples; ")
    assert (tmp_path / "decks" / NAME).read_text() == dumped()
    assert run("schema", "decks").err == "nothing to do: every deck names its schema\n"
    assert run("check", "decks").err == "0 errors, 0 warnings\n"
    assert run("fmt", "--check", "decks").status == 0
    deck, _ = read_deck(tmp_path / "decks" / "great-rivers.yaml")
    assert deck
    assert deck.title == "Great rivers"
    assert {card.kind for card in deck.cards} == {"", *NAMES}


def test_what_teachers_add_stands_in_it_too(run: Run, tmp_path: Path) -> None:
    run("new", "x")
    deck, _ = read_deck(tmp_path / "x.yaml")
    assert deck
    for key in (
        "all_of",
        "hint",
        "points",
        "partial",
        "unit",
        "tolerance",
        "feedback",
        "explanation",
        "accept",
        "tags",
    ):
        assert any(getattr(card, key) for card in deck.cards), key
    assert any(card.hints or card.cloze for card in deck.cards)
    assert "![a map of a river and two towns](media/map.png)" in (tmp_path / "x.yaml").read_text()


def test_a_name_with_a_blank_is_quoted_where_it_is_to_be_typed(run: Run) -> None:
    assert (
        run("new", "My deck").out.splitlines()[0].endswith("`quiz check 'My deck.yaml'` and `quiz play 'My deck.yaml'`")
    )


def test_an_old_error_says_that_nothing_was_added(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(LEAST.replace("answer", "anwser"))

    ended = run("add", "x.yaml", "-q", "c", "-a", "d")

    assert ended.status == 1
    assert ended.err.splitlines()[-1] == (
        "x.yaml: no card was added, for the deck has errors (mend the deck first: `quiz check x.yaml` shows where)"
    )


def test_it_begins_with_the_line_that_editors_know() -> None:
    assert re.match(r"# yaml-language-server: \$schema=\S+\n", starter("x"))
    assert canonical(starter("a: b"), "x") == starter("a: b")
    assert [error.message for error in VALIDATOR.iter_errors(values(starter("a: b")))] == []


@pytest.mark.parametrize(
    ("options", "said", "title"),
    [
        ((), "\n", "My rivers"),
        ((), " Streams  of Asia\n", "Streams of Asia"),
        (("--title", "So: it is"), "", "So: it is"),
    ],
)
def test_the_title_is_given_typed_or_the_name(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], said: str, title: str
) -> None:
    if not options:
        typed(monkeypatch, "new", said)

    assert run("new", "my_rivers.yml", *options).status == 0

    deck, _ = read_deck(tmp_path / "my_rivers.yml")
    assert deck
    assert deck.title == title


@pytest.mark.parametrize("there", ["x.yaml", "x.yml", "x.lock"])
def test_nothing_is_written_over(run: Run, tmp_path: Path, there: str) -> None:
    (tmp_path / there).write_text("mine")

    ended = run("new", "x.yaml")

    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(f"{there}: ")
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [(there, "mine")]


def test_where_none_can_be_written_that_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    ended = run("new", "file/x.yaml")

    assert ended.status == 1
    assert ended.err.startswith("file/x.yaml: cannot be written: ")


def test_a_card_is_added_and_its_place_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(LEAST)

    ended = run(
        *("add", "x.yaml", "-q", "How long?", "-a", "1,869 km", "--accept", "1869 km", "-d", "2 km", "-d", "3, say"),
        *("--tag", "t", "--explanation", "So: it is.", "--tolerance", "5%"),
    )

    assert (ended.status, ended.out, ended.err) == (0, "x.yaml:6:5: card 2 added\n", "")
    assert (tmp_path / "x.yaml").read_text() == LEAST + (
        "\n  - question: How long?\n    answer: 1,869 km\n    accept: [1869 km]\n    tolerance: 5%\n"
        '    distractors: [2 km, "3, say"]\n    explanation: "So: it is."\n    tags: [t]\n'
    )


def test_an_order_card_has_its_items_as_answers(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(LEAST)

    assert run("add", "x.yaml", "--kind", "order", "-q", "Put?", "-a", "one", "-a", "two").status == 0
    assert run("add", "x.yaml", "--cloze", "It is {{so}}.").status == 0

    assert (
        (tmp_path / "x.yaml")
        .read_text()
        .endswith("\n  - kind: order\n    question: Put?\n    answer: [one, two]\n\n  - cloze: It is {{so}}.\n")
    )


def test_a_deck_is_begun_with_a_title_only(run: Run, tmp_path: Path) -> None:
    refused = run("add", "x.yaml", "-q", "a", "-a", "b")
    assert (refused.status, refused.out) == (1, "")
    assert refused.err == "x.yaml: there is no such deck (give it a --title, or begin with `quiz new`)\n"

    assert run("add", "x.yaml", "-q", "a", "-a", "b", "--title", "x").out == "x.yaml:4:5: card 1 added\n"
    assert (tmp_path / "x.yaml").read_text() == LEAST.replace("cards", "\ncards")
    assert run("add", "x.yaml", "-q", "a", "-a", "b", "--title", "x").status == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("-a", "b"), "the card has no question"),
        (("-q", "b"), "the card has no answer"),
        (("-q", "a", "-a", "b", "-a", "B"), "two or more different ones"),
        (("-q", "a", "-a", "b", "--kind", "oder"), "unknown kind `oder`"),
        (("-q", "a", "-a", "b", "--tolerance", "wide"), "`tolerance` is a number"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_check_refuses_is_not_written(run: Run, tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    (tmp_path / "x.yaml").write_text(LEAST)

    ended = run("add", "x.yaml", *options)

    assert (ended.status, ended.out) == (1, "")
    assert said in ended.err
    assert (tmp_path / "x.yaml").read_text() == LEAST


def test_a_deck_with_errors_is_told_before_anything_is_asked(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.yaml").write_text(LEAST.replace("answer", "anwser"))
    typed(monkeypatch, "add", "How?\nso\n\n")

    ended = run("add", "x.yaml")

    assert (ended.status, ended.out) == (1, "")
    told, last = ended.err.splitlines()
    assert told == str(read_deck(Path("x.yaml"))[1][0])
    assert last.startswith("x.yaml: no card was added")


def test_at_a_terminal_what_is_missing_is_asked_for(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.yaml").write_text(LEAST)
    typed(monkeypatch, "add", "\n  How?  \nso\nthis\nthat\n\n")

    ended = run("add", "x.yaml", "--tag", "t")

    assert ended.out == (
        "Question: Question: Answer: Wrong answers, one a line; an empty line ends:\n      x.yaml:6:5: card 2 added\n"
    )
    assert (tmp_path / "x.yaml").read_text() == LEAST + (
        "\n  - question: How?\n    answer: so\n    distractors: [this, that]\n    tags: [t]\n"
    )


def test_a_wrong_answer_that_is_right_is_asked_for_again(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "x.yaml").write_text(LEAST)
    typed(monkeypatch, "add", "How?\nso\nthis\nSo\nindeed\nthat\n\n")

    ended = run("add", "x.yaml", "--accept", "indeed")

    assert ended.status == 0
    assert "`So` is right: type a wrong answer\n" in ended.out
    assert "`indeed` is right" in ended.out
    assert (tmp_path / "x.yaml").read_text().endswith("    distractors: [this, that]\n")


@pytest.mark.parametrize(
    "cards", ["cards:", "cards: []", "cards:   # mine\n  # none yet", "cards: [ ]  # mine\ntags: [a]"]
)
def test_the_first_card_is_added_to_a_deck_without_any(run: Run, tmp_path: Path, cards: str) -> None:
    (tmp_path / "x.yaml").write_text(f"title: x\n{cards}\n")

    ended = run("add", "x.yaml", "-q", "a", "-a", "b")

    assert (ended.status, ended.out, ended.err) == (0, "x.yaml:3:5: card 1 added\n", "")
    deck, _ = read_deck(tmp_path / "x.yaml")
    assert deck
    assert [card.answer for card in deck.cards] == ["b"]
    assert all(note in (tmp_path / "x.yaml").read_text() for note in re.findall("#.*|tags.*", cards))


def test_a_card_that_is_there_already_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(LEAST)

    ended = run("add", "x.yaml", "-q", " A", "-a", "B")

    assert (ended.status, ended.out) == (0, "x.yaml:6:5: card 2 added\n")
    assert "warning[duplicate-question]: this question stands twice, first on line 3 (remove one)" in ended.err
    assert run("add", "x.yaml", "-q", "a", "-a", "c").err == ""


def test_who_stops_typing_has_added_nothing(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "x.yaml").write_text(LEAST)
    typed(monkeypatch, "add", "How?\n")

    assert run("add", "x.yaml").status == 130

    assert (tmp_path / "x.yaml").read_text() == LEAST


@pytest.mark.parametrize(
    ("answer", "wrong"), [("Tiber", ["Po", "The Tiber"]), ("4", ["four", "6"]), ("29 May 1453", ["29.5.1453", "1454"])]
)
def test_a_right_answer_in_other_words_is_refused_among_the_wrong(
    run: Run, tmp_path: Path, answer: str, wrong: list[str]
) -> None:
    assert run("add", "rivers.yaml", "--title", "Rivers", "-q", "Which?", "-a", "this").status == 0
    before = (tmp_path / "rivers.yaml").read_bytes()
    ended = run(
        "add", "rivers.yaml", "-q", "What then?", "-a", answer, *(part for each in wrong for part in ("-d", each))
    )
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith("rivers.yaml: error[answer-among-distractors]: ")
    assert (tmp_path / "rivers.yaml").read_bytes() == before
