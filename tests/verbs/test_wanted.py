"""`quiz generate --max --kinds --min-score --explain`: what comes into a deck, and why the rest does not."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from quiz.deck.model import Deck
from quiz.deck.read import read_deck
from quiz.documents import read
from quiz.facts import find
from quiz.questions import make_outcomes
from quiz.questions.outcome import Outcome
from quiz.verbs.running import Made
from quiz.verbs.wanted import Wanted
from tests.conftest import Run
from tests.verbs.documents import contents, write_documents

SEED = Path(__file__).parents[2] / "seeds" / "the-russo-iranian-alignment.md"
LINE = re.compile(r'seeds/\S+?:(\d+): (.+?) "(.*)": (.+)')


@pytest.fixture(autouse=True)
def seeds(tmp_path: Path) -> Path:
    """A folder of documents."""
    return write_documents(tmp_path / "seeds")


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """Where the deck of the canals is made."""
    return tmp_path / "decks" / "canals.yaml"


def loaded(path: Path) -> Deck:
    """A deck without errors."""
    deck, problems = read_deck(path)
    assert deck is not None, problems
    return deck


def answers(path: Path) -> list[str]:
    """The answers of a deck, in order."""
    return [card.answer for card in loaded(path).cards]


def listed(out: str) -> dict[tuple[str, str], str]:
    """The reasons of what is not asked, by kind and text."""
    return {(kind, text): reason for _, kind, text, reason in LINE.findall(out)}


def test_max_takes_the_important_in_the_order_of_the_document(run: Run, deck: Path) -> None:
    run("generate", "seeds/canals.md", "--max", "2")
    two = answers(deck)
    run("generate", "seeds/canals.md", "--max", "3")
    three = answers(deck)
    run("generate", "seeds/canals.md")

    assert two[0] == "17 November 1869"  # first sentence, with names and all words of the title
    assert (len(two), len(three)) == (2, 3)
    assert [answer for answer in answers(deck) if answer in three] == three
    assert [answer for answer in three if answer in two] == two


@pytest.mark.parametrize("narrow", [["--max", "1"], ["--kinds", "quote"], ["--min-score", "100"]], ids=" ".join)
def test_a_narrower_run_leaves_the_cards_that_are_there(run: Run, tmp_path: Path, narrow: list[str]) -> None:
    run("generate", "seeds")
    before = contents(tmp_path / "decks")

    ended = run("generate", "seeds", *narrow)

    assert (ended.status, contents(tmp_path / "decks")) == (0, before)
    assert "stale" not in ended.out


def test_a_wider_run_leaves_the_cards_of_a_lower_score(run: Run, tmp_path: Path) -> None:
    run("generate", "seeds/towers.txt", "--min-score", "1")
    before = contents(tmp_path / "decks")

    run("generate", "seeds/towers.txt")

    assert contents(tmp_path / "decks") == before


def test_cards_of_other_kinds_follow_their_document(run: Run, seeds: Path, deck: Path) -> None:
    run("generate", "seeds/canals.md")
    (seeds / "canals.md").write_text((seeds / "canals.md").read_text().replace("# The", "\n\n# The", 1))

    ended = run("generate", "seeds/canals.md", "--kinds", "quote")

    assert "updated" in ended.out
    assert "stale" not in ended.out
    assert run("check", "--sources", deck).out == ""


def test_what_a_person_deleted_makes_no_room(run: Run, deck: Path) -> None:
    run("generate", "seeds/canals.md", "--max", "2")
    deck.write_text(re.sub(r"(?s)  - id: .*?(?=  - id: )", "", deck.read_text(), count=1))

    ended = run("generate", "seeds/canals.md", "--max", "2", "--explain")

    assert len(answers(deck)) == 1
    assert "1 deleted by you" in ended.out
    assert "you deleted its card" in listed(ended.out).values()


def test_kinds_are_named_in_any_order_and_number(run: Run, deck: Path) -> None:
    run("generate", "seeds/canals.md", "--kinds", "quotes, DATE,date")

    assert {card.kind for card in loaded(deck).cards} == {"date", "quote"}


def test_a_kind_the_document_lacks_makes_no_deck(run: Run, tmp_path: Path) -> None:
    ended = run("generate", "seeds/bridges.md", "--kinds", "quote")

    assert (ended.status, ended.out) == (0, "seeds/bridges.md: the options leave no card, so no deck\n")
    assert not (tmp_path / "decks").exists()


def test_min_score_raises_the_bar(run: Run, tmp_path: Path) -> None:
    run("generate", "seeds", "--min-score", "90")
    high = {name: answers(tmp_path / "decks" / name) for name in contents(tmp_path / "decks") if name.endswith("yaml")}
    run("generate", "seeds", "-o", "all")

    everything = {name: answers(tmp_path / "all" / name) for name in high}
    assert sum(map(len, high.values())) < sum(map(len, everything.values()))
    assert all(set(high[name]) <= set(everything[name]) for name in high)


def test_explain_lists_what_is_not_asked_with_the_reason(run: Run) -> None:
    ended = run("generate", "seeds/canals.md", "--explain", "--max", "4", "--kinds", "date,quote")

    reasons = listed(ended.out)
    assert reasons["figure", "two"].startswith("is an idle count")
    assert reasons["figure", "193 kilometres"] == "left out by --kinds date,quote"
    assert any(kind == "navigation or page furniture" for kind, _ in reasons)
    assert all(line.startswith("seeds/canals.md:") for line in ended.out.splitlines()[1:])


def test_a_good_draft_that_is_refused_is_not_said_to_score_too_little() -> None:
    refused = Outcome("date", 3, "1894", score=100, reasons=("is asked already: “When ...?”",))
    weak = Outcome("date", 3, "1894", score=-20, reasons=("cut off",))

    told = list(Wanted().unasked("a.md", Made("A", (refused, weak)), None))

    assert told == [
        'a.md:3: date "1894": is asked already: “When ...?”',
        'a.md:3: date "1894": its best draft scores 0, less than 60: cut off',
    ]


def test_explain_does_not_change_what_is_made(run: Run, tmp_path: Path) -> None:
    run("generate", "seeds", "--explain")
    run("generate", "seeds", "-o", "plain")

    assert {name: data.replace(b"decks", b"") for name, data in contents(tmp_path / "decks").items()} == contents(
        tmp_path / "plain"
    )


@cache
def found_and_made() -> tuple[int, list[Outcome]]:
    """How many facts a seed of the repository holds, and what comes of them."""
    document = read(SEED)
    facts = find(document)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("quiz.questions.making.find", lambda _: facts)
        made = make_outcomes(document)
        return len(facts.dates) + len(facts.figures) + len(facts.quotes), made


@pytest.mark.parametrize("options", [[], ["--max", "5"], ["--kinds", "figure", "--min-score", "80"]], ids=" ".join)
def test_no_fact_is_lost(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]) -> None:
    facts, made = found_and_made()
    monkeypatch.setattr("quiz.questions.make_outcomes", lambda *_, **__: made)

    ended = run("generate", SEED, "--explain", *options)

    asked = len(loaded(next((tmp_path / "decks").glob("*.yaml"))).cards)
    unasked = [line for line in ended.out.splitlines() if re.search(r":\d+: (?:date|figure|quote) \"", line)]
    assert len(unasked) + asked == facts
    assert not [line for line in unasked if line.endswith(": ")]


def test_every_fact_is_a_card_or_has_a_reason() -> None:
    facts, made = found_and_made()

    assert len(made) == facts
    assert [outcome for outcome in made if not outcome.card and not outcome.reasons] == []
    assert all(0 <= outcome.weight <= 100 and outcome.score <= 100 for outcome in made)
