"""Our own export read back: the same decks and cards, and what was changed in Anki meanwhile."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.deck.model import Card, Deck, Passage, Source, chain
from quiz.deck.parse import read_string
from quiz.deck.read import load_decks
from quiz.deck.write import dump
from quiz.errors import QuizError
from quiz.export.anki import write
from quiz.export.request import Request
from quiz.imports.anki import read
from quiz.verbs.importing import import_decks
from tests.conftest import Run
from tests.export import hostile_decks
from tests.imports.owner import FORMATS, Owner

NOW = 1_790_000_000
ROOT = Path(__file__).parent.parent.parent

TEXT = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Co", "Cn"), exclude_characters="\ufeff"),
    min_size=1,
    max_size=30,
)
SAID = st.one_of(
    TEXT, st.sampled_from(["a<b & c>d", "[sound:x.mp3]", "\\(x\\)", "{{c1::x}}", "<b>", "a · b", "&amp;", "x\ny"])
)
SAID = SAID.filter(lambda text: text.strip() == text and text.isprintable() | ("\n" in text))


@st.composite
def cards(draw: st.DrawFn) -> Card:
    """Any card that a deck can hold."""
    texts = draw(st.lists(SAID, min_size=4, max_size=7, unique_by=lambda text: " ".join(text.split()).casefold()))
    answer, question, *rest = texts
    made = Card(
        answer,
        question,
        explanation=draw(st.just("") | SAID),
        tags=tuple(draw(st.lists(st.sampled_from("ab"), unique=True))),
    )
    match draw(st.sampled_from(["plain", "order", "truefalse", "cloze", "both", "source"])):
        case "order":
            return replace(made, kind="order", ordered=tuple(texts), answer=chain(texts))
        case "truefalse":
            return replace(made, kind="truefalse", answer=draw(st.sampled_from(["true", "false"])))
        case "cloze":
            return replace(made, question="", answer="1829", cloze="In {{1829}}, this & <that> :: was.")
        case "both":
            return replace(made, kind="date", answer="1829", cloze="In {{1829}}, this was.", accept=("A.D. 1829",))
        case "source":
            passage = Passage(draw(SAID), line=draw(st.integers(1, 99)), section=draw(st.just("") | TEXT))
            return replace(made, source=Source(passage, "x.md", (Passage(draw(SAID)),)), tolerance="5%", origin="human")
    return replace(made, accept=tuple(rest[:1]), distractors=tuple(rest[1:]))


DECKS = st.tuples(st.lists(cards(), min_size=1, max_size=4), st.lists(st.sampled_from("bc"), unique=True))


def comes_back(folder: Path, made: list[Card], tags: list[str]) -> None:
    numbered = tuple(replace(card, id=f"card{at}") for at, card in enumerate(made))
    deck = Deck("Rivers", numbered, "rivers", "../rivers.md", tuple(tags), path=str(folder / "rivers.yaml"))
    (folder / "rivers.lock").unlink(missing_ok=True)
    write([deck], folder / "x.apkg", Request(NOW))
    (shelf,) = read(folder / "x.apkg").shelves
    assert (shelf.title, shelf.id, shelf.tags) == ("Rivers", "rivers", tuple(tags))
    assert [item.card for item in shelf.items] == list(numbered)


@settings(deadline=None)
@given(DECKS)
def test_every_card_comes_back(tmp_path_factory: pytest.TempPathFactory, made: tuple[list[Card], list[str]]) -> None:
    comes_back(tmp_path_factory.getbasetemp(), *made)


@pytest.mark.slow
@settings(deadline=None, max_examples=1000, suppress_health_check=[HealthCheck.too_slow])
@given(DECKS)
def test_a_thousand_decks_come_back(
    tmp_path_factory: pytest.TempPathFactory, made: tuple[list[Card], list[str]]
) -> None:
    comes_back(tmp_path_factory.getbasetemp(), *made)


def arrives(folder: Path, deck: Deck) -> None:
    """Export a deck of whatever texts, and import it: each card is there once, and its deck can be read."""
    here = replace(deck, path=str(folder / "deck.yaml"))
    if read_string(dump(here), "deck.yaml").deck is None:
        return  # nobody can have such a deck
    for name in ("deck.lock", "in"):
        shutil.rmtree(folder / name, ignore_errors=True)
        (folder / name).unlink(missing_ok=True)
    try:
        write([here], folder / "x.apkg", Request(NOW))
    except QuizError:  # nothing is to be seen of a question or answer
        return
    imported = import_decks([folder / "x.apkg"], folder / "in", None)
    (back,) = load_decks([folder / "in"])
    assert imported == 0
    assert [card.id for card in back.cards] == [card.id for card in deck.cards]


@settings(deadline=None, max_examples=10)
@given(hostile_decks.decks())
def test_no_card_of_a_hostile_deck_is_lost_or_doubled(tmp_path_factory: pytest.TempPathFactory, deck: Deck) -> None:
    arrives(tmp_path_factory.getbasetemp(), deck)


@pytest.mark.slow
@settings(deadline=None, max_examples=1000, suppress_health_check=[HealthCheck.too_slow])
@given(hostile_decks.decks())
def test_no_card_of_a_thousand_is_lost_or_doubled(tmp_path_factory: pytest.TempPathFactory, deck: Deck) -> None:
    arrives(tmp_path_factory.getbasetemp(), deck)


@pytest.fixture
def exported(run: Run, tmp_path: Path) -> Path:
    """The decks of the repository, exported."""
    shutil.copytree(ROOT / "decks", tmp_path / "mine")
    run("export", "mine", "-o", "mine.apkg")
    return tmp_path / "mine.apkg"


@pytest.mark.parametrize("through", ["", *FORMATS[:2]])
def test_the_decks_come_back(run: Run, exported: Path, tmp_path: Path, through: str) -> None:
    package = exported
    if through:
        other = Owner(tmp_path / "other")
        other.read(exported)
        package = other.export(through)
        other.col.close()
    ended = run("import", package)
    assert (ended.status, ended.err) == (0, "")

    mine, again = (load_decks([tmp_path / name]) for name in ("mine", "decks"))
    bare: Any = [replace(deck, path="") for deck in mine]
    assert [replace(deck, path="") for deck in again] == bare
    run("export", "decks", "-o", "again.apkg")
    fresh = Owner(tmp_path / "fresh")
    fresh.read(exported)
    log = fresh.read(tmp_path / "again.apkg")
    fresh.col.close()
    assert (log.new, log.updated, log.conflicting) == (0, 0, 0)


def test_into_the_decks_they_came_from_changes_nothing(run: Run, exported: Path, tmp_path: Path) -> None:
    before = {path.name: path.read_bytes() for path in (tmp_path / "mine").iterdir()}
    ended = run("import", exported, "-o", "mine")
    whole = max(len(deck.cards) for deck in load_decks([tmp_path / "mine"]))
    assert f"{whole} unchanged" in ended.out
    assert {path.name: path.read_bytes() for path in (tmp_path / "mine").iterdir()} == before


RIVERS = Deck(
    "Rivers",
    (
        Card("Tigris", "Which river runs through Baghdad?", id="baghdad", distractors=("Nile", "Elbe"), tags=("asia",)),
        Card("762", cloze="Baghdad was founded in {{762}}.", id="founded", kind="date"),
        Card("Black Sea", "Where does the Danube end?", id="mouth"),
    ),
    "rivers",
)


@pytest.fixture
def edited(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package of cards of ours of which one was edited in Anki."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(NOW))
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/rivers.yaml").write_text(dump(RIVERS))
    run("export", "mine", "-o", "mine.apkg")
    other = Owner(tmp_path / "other")
    other.read(tmp_path / "mine.apkg")
    note = other.col.get_note(other.col.find_notes("Danube")[0])
    note["Answer"], note["Explanation"] = "the <b>Black</b> Sea", "see<br>the map"
    other.col.update_note(note)
    package = other.export()
    other.col.close()
    return package


def test_an_edit_made_in_anki_comes_in(run: Run, edited: Path, tmp_path: Path) -> None:
    ended = run("import", edited, "-o", "mine")
    assert ended.out == "mine/rivers.yaml: 1 updated, 2 unchanged\n"
    (deck,) = load_decks([tmp_path / "mine"])
    assert deck.cards[2] == replace(RIVERS.cards[2], answer="the **Black** Sea", explanation="see\nthe map")
    assert list(deck.cards[:2]) == list(RIVERS.cards[:2])
    assert run("import", edited, "-o", "mine").out == "mine/rivers.yaml: 3 unchanged\n"


def test_an_edit_made_on_both_sides_leaves_mine(run: Run, edited: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine/rivers.yaml"
    path.write_text(path.read_text().replace("answer: Black Sea", "answer: Mare Nigrum"))
    before = path.read_text()
    ended = run("import", edited, "-o", "mine")
    assert (
        "Danube end?” was edited on both sides: `answer` stays “Mare Nigrum”, there it is “the **Black** Sea”"
        in ended.err
    )
    assert ended.err.startswith("mine/rivers.yaml:18: warning: ")
    assert path.read_text().replace("    explanation: |-\n      see\n      the map\n", "") == before
    again = run("import", edited, "-o", "mine")
    assert (again.status, again.err) == (0, "")


def test_an_edit_made_here_alone_stays(run: Run, edited: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine/rivers.yaml"
    path.write_text(path.read_text().replace("answer: Tigris", "answer: the Tigris"))
    run("import", edited, "-o", "mine")
    assert "answer: the Tigris" in path.read_text()
    assert "the **Black** Sea" in path.read_text()


def test_a_card_deleted_here_stays_away(run: Run, edited: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine/rivers.yaml"
    path.write_text(dump(replace(RIVERS, cards=RIVERS.cards[:2])))
    assert run("import", edited, "-o", "mine").out == "mine/rivers.yaml: 2 unchanged, 1 deleted by you\n"
