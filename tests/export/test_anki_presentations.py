"""Which notes are made of a card, and that what was made once stays what it is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from quiz.cli import main
from quiz.deck.ledger import Note
from quiz.deck.lock import Lock, read_lock, write_lock
from quiz.deck.model import Card, Deck, chain
from quiz.errors import QuizError
from quiz.export.anki import write
from quiz.export.anki.presentations import FITS, NEEDS, fitting, presented
from quiz.export.request import PRESENTATIONS, Request
from tests.export.collection import BAGHDAD, FOUNDED, MOUTH, NOW, Anki, Log, Shelf, words

BOTH = replace(MOUTH, cloze="The Danube ends in the {{Black Sea}}.")
SAID = Card("Ada", question="Who said, “It rains”?", id="said", kind="quote", distractors=("Bea", "Cy"))
WOVEN = replace(SAID, question="Who spoke of “rain” that day?")
TRUTH = Card("True", question="The Danube ends in the Black Sea.", id="truth", kind="truefalse")
ORDER = Card(chain("ab"), question="Which is first?", id="order", kind="order", ordered=("a", "b"))
LONG = replace(MOUTH, id="long", answer="It ends in the Black Sea, after it has passed through ten countries.")

FITTING = [
    (BAGHDAD, "question", "question typed choice reverse"),
    (FOUNDED, "cloze", "question typed cloze"),
    (BOTH, "question", "question typed cloze reverse"),
    (LONG, "question", "question reverse"),
    (SAID, "quote", "question typed choice quote"),
    (WOVEN, "question", "question typed choice"),
    (TRUTH, "choice", "question choice"),
    (replace(TRUTH, answer="yes"), "question", "question"),
    (replace(TRUTH, answer="yes", distractors=("no",)), "choice", "question choice"),
    (
        replace(BAGHDAD, distractors=("tigris", "the  Tigris".replace("  ", " "), "\x1f")),
        "question",
        "question typed reverse",
    ),
    (ORDER, "order", "order"),
]


@pytest.mark.parametrize(("card", "auto", "fit"), FITTING)
def test_a_card_is_presented_as_its_kind_is_best_asked(card: Card, auto: str, fit: str) -> None:
    assert fitting(card) == auto
    assert [name for name in FITS if FITS[name](card)] == fit.split()


def test_each_presentation_tells_what_it_takes() -> None:
    assert ["auto", *FITS] == ["auto", *NEEDS] == list(PRESENTATIONS)
    said = (Path(__file__).parents[2] / "docs" / "anki-cards.md").read_text(encoding="utf-8")
    assert [name for name in PRESENTATIONS if f"\n| `{name}` |" not in said] == []


def kept(deck: Deck) -> dict[str, str]:
    return {key: note.notetype for key, note in read_lock(Path(deck.path)).notes.items()}


def test_several_presentations_are_several_notes(anki: Anki, shelf: Shelf) -> None:
    deck = shelf(BAGHDAD, BOTH)
    assert anki.take(deck, present=("question", "typed", "choice", "cloze")) == Log(6, 0, 0, 0)
    assert kept(deck) == {
        "baghdad": "question",
        "baghdad typed": "typed",
        "baghdad choice": "choice",
        "mouth": "question",
        "mouth typed": "typed",
        "mouth cloze": "cloze",
    }
    names = {key: anki.note(f"rivers/{key}").note_type()["name"] for key in kept(deck)}
    assert names["baghdad choice"] == "Quiz Choice"
    assert len({anki.note(f"rivers/{key}").guid for key in kept(deck)}) == 6
    dues = {key: anki.note(f"rivers/{key}").cards()[0].due for key in kept(deck)}
    assert sorted(dues, key=dues.__getitem__) == [
        *("baghdad", "mouth", "baghdad typed", "mouth typed", "baghdad choice", "mouth cloze")
    ]
    assert anki.unsound() == []


def test_the_first_note_of_a_card_is_the_same_whatever_is_asked_for(shelf: Shelf, tmp_path: Path) -> None:
    guids = set()
    for number, present in enumerate([("auto",), ("typed", "question"), ("choice",)]):
        folder = tmp_path / str(number)
        folder.mkdir()
        anki = Anki(folder)
        anki.take(shelf(BAGHDAD, path=str(folder / "d.yaml")), present=present)
        guids.add(anki.note("rivers/baghdad").guid)
        anki.collection.close()
    assert len(guids) == 1


AGAIN = [
    # first asked for, then, and the notes the second makes
    ("auto", "auto", "question"),
    ("auto", "typed", "question"),
    ("auto", "typed,choice", "question choice"),
    ("auto", "auto,typed", "question typed"),
    ("auto", "question,typed", "question typed"),
    ("typed", "auto", "typed"),
    ("typed", "question", "typed"),
    ("typed", "question,typed", "typed question"),
    ("typed", "order", "typed"),
    ("question,typed", "auto", "question typed"),
    ("question,typed", "typed", "question typed"),
    ("question,typed", "question", "question"),
    ("question,typed", "choice", "question"),
    ("question,typed", "typed,choice", "question typed"),
    ("question,typed", "auto,choice", "question choice typed"),
]


@pytest.mark.parametrize(("first", "then", "made"), AGAIN)
def test_a_note_stays_what_it_was_first(first: str, then: str, made: str) -> None:
    def types(asked: str) -> dict[str, str]:
        found = presented(BAGHDAD, deck, lock, asked.split(","))
        return {key: notetype.key for key, notetype in found.items()}

    deck, lock = Deck("Rivers", (BAGHDAD,)), Lock()
    before = types(first)
    lock.notes |= {key: Note(name, "", NOW) for key, name in before.items()}
    own, *beside = made.split()
    after = types(then)
    assert after == {"baghdad": own} | {f"baghdad {name}": name for name in beside}
    assert all(after.get(key, name) == name for key, name in before.items())
    lock.notes |= {key: Note(name, "", NOW) for key, name in after.items()}
    assert types(then) == after


def test_a_presentation_asked_for_later_comes_beside(anki: Anki, shelf: Shelf) -> None:
    deck = shelf(BAGHDAD)
    anki.take(deck)
    assert anki.take(deck, NOW + 60, present=("typed",)) == Log(0, 0, 1, 0)
    assert anki.take(deck, NOW + 120, present=("auto", "typed")) == Log(1, 0, 1, 0)
    assert anki.take(deck, NOW + 180) == Log(0, 0, 2, 0)
    assert kept(deck) == {"baghdad": "question", "baghdad typed": "typed"}


def test_an_edit_reaches_every_note_of_a_card(anki: Anki, shelf: Shelf) -> None:
    deck = shelf(BAGHDAD)
    anki.take(deck, present=("question", "typed"))
    assert anki.take(replace(deck, cards=(replace(BAGHDAD, answer="Dijla"),)), NOW + 60) == Log(0, 2, 0, 0)
    assert anki.note("rivers/baghdad typed")["Typed"] == "Dijla"


def test_whatever_a_card_becomes_its_note_goes_on(anki: Anki, shelf: Shelf) -> None:
    able = dict.fromkeys(FITS, BAGHDAD) | {"cloze": BOTH, "quote": SAID, "order": ORDER}
    became = {(name, card.id): card for name in FITS for card in (MOUTH, FOUNDED, SAID, TRUTH, ORDER, LONG, BAGHDAD)}
    deck = shelf(*(replace(able[name], id=f"{name}-{it}") for name, it in became))
    write_lock(Path(deck.path), Lock("rivers", {f"{name}-{it}": Note(name, "", NOW) for name, it in became}))
    assert anki.take(deck) == Log(len(became), 0, 0, 0)

    later = replace(deck, cards=tuple(replace(card, id=f"{name}-{it}") for (name, it), card in became.items()))
    log = anki.take(later, NOW + 60)
    assert (log.new, log.updated + log.duplicate, log.conflicting) == (0, len(became), 0)
    assert kept(deck) == {f"{name}-{it}": name for name, it in became}
    for (name, it), card in became.items():
        front, back = anki.sides(f"rivers/{name}-{it}")
        shown = "".join(words(back, part) for part in ("answer", "ask", "items", "choices"))
        assert all(part in shown for part in (card.ordered or (card.answer,)))
        assert ("[[type:" in front) == (name == "typed")
    assert anki.unsound() == []


def told(deck: Deck, tmp_path: Path, *present: str) -> list[str]:
    return [f"{warning}" for warning in write([deck], tmp_path / "x.apkg", Request(NOW, present=present)).warnings]


def test_what_could_not_be_made_is_told_once_with_a_count(shelf: Shelf, tmp_path: Path) -> None:
    deck = shelf(BAGHDAD, BOTH, LONG)
    (unfit,) = told(deck, tmp_path, "choice", "auto")
    assert unfit.startswith("--present: warning: cards mouth, long cannot be asked as choice (that takes `distractors`")
    (held,) = told(deck, tmp_path, "typed", "choice")[2:]
    assert "card mouth stays as first exported" in held
    assert "--present auto,typed" in held
    assert told(deck, tmp_path, "auto") == []


def test_a_note_beside_is_not_taken_for_a_card_that_is_gone(shelf: Shelf, tmp_path: Path) -> None:
    deck = shelf(BAGHDAD, MOUTH)
    told(deck, tmp_path, "question", "typed")
    assert told(deck, tmp_path, "question") == []
    (gone,) = told(replace(deck, cards=(MOUTH,)), tmp_path, "auto")
    assert '"ID:rivers/baghdad" OR "ID:rivers/baghdad typed"' in gone


def test_a_note_beside_of_a_newer_version_is_refused(shelf: Shelf, tmp_path: Path) -> None:
    deck = shelf(MOUTH)
    told(deck, tmp_path, "question", "typed")
    lock = read_lock(Path(deck.path))
    lock.notes["mouth typed"] = Note("hologram", "0", NOW)
    write_lock(Path(deck.path), lock)
    with pytest.raises(QuizError, match="hologram"):
        told(deck, tmp_path, "auto")


def test_an_id_that_could_be_taken_for_a_note_beside_is_refused(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(QuizError, match="holds a space"):
        told(shelf(MOUTH, replace(MOUTH, id="mouth typed")), tmp_path, "auto")


def test_a_reversed_card_asks_for_the_question(anki: Anki, shelf: Shelf) -> None:
    anki.take(shelf(Card("Hund", question="dog", id="dog", accept=("der Hund",))), present=("question", "reverse"))
    front, back = anki.sides("rivers/dog reverse")
    assert words(front, "ask") == "Hund"
    assert words(back, "answer") == "dog"
    assert "der Hund" not in back
    assert 'class="quiz front reverse"' in front


@pytest.mark.parametrize(
    ("names", "said"),
    [("typed,hologram", "'hologram' is not one of 'auto', 'question'"), (" , ", "names no presentation")],
)
def test_the_command_refuses_what_it_does_not_know(capsys: pytest.CaptureFixture[str], names: str, said: str) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["export", "x", "-o", "x.apkg", "--present", names])
    assert said in capsys.readouterr().err
