"""`quiz import` of files of other programs: answers on request, several files, what is refused."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from quiz.deck.lock import read_lock
from quiz.deck.read import load_decks
from quiz.study.history import History
from quiz.study.model import Memory
from tests.conftest import Run
from tests.imports.conftest import owner
from tests.imports.owner import AGAIN, EASY, FORMATS, GOOD, HARD, Owner

__all__ = ["owner"]


def memories(tmp_path: Path, history: str = "h.db") -> dict[str, Memory]:
    decks = load_decks([tmp_path / "decks"])
    prompts = {(deck.id, card.id): card.prompt for deck in decks for card in deck.cards}
    with closing(History(tmp_path / history)) as opened:
        return {prompts[key]: memory for key, memory in opened.memories([deck.id for deck in decks]).items()}


def studied(owner: Owner) -> None:
    """Answers over some weeks: the log is dated back, since Anki knows no other clock than the computer's."""
    owner.study("Geo", *[GOOD] * 3, AGAIN, EASY, HARD)
    rows = owner.col.db.all("select id from revlog order by id")
    for at, (number,) in enumerate(rows):
        owner.col.db.execute("update revlog set id = ? where id = ?", number - (len(rows) - at) * 86_400_000, number)


@pytest.mark.parametrize("name", FORMATS[:3])
def test_answers_come_along_on_request(run: Run, owner: Owner, tmp_path: Path, name: str) -> None:
    studied(owner)
    ended = run("import", owner.export(name), "--history", "h.db")
    assert (ended.status, ended.out.splitlines()[-1]) == (0, "h.db: added 6 answers; 0 known already")
    counts = owner.col.db.all("select cid, count() from revlog group by cid")
    assert sorted(memory.answers for memory in memories(tmp_path).values()) == sorted(count for _, count in counts)
    assert run("doctor", "--history", "h.db").status == 0

    again = run("import", owner.export(name), "--history", "h.db")
    assert again.out.splitlines()[-1] == "h.db: added 0 answers; 6 known already"


def test_the_schedule_is_what_anki_reckons(run: Run, owner: Owner, tmp_path: Path) -> None:
    owner.col.set_config("fsrs", val=True)
    studied(owner)
    run("import", owner.export(), "--history", "h.db")
    theirs = {
        f"{guid}/{role.ord}": (lock.deck, name)
        for lock in map(read_lock, (tmp_path / "decks").glob("*.yaml"))
        for guid, note in lock.theirs.items()
        for name, role in note.cards.items()
    }
    with closing(History(tmp_path / "h.db")) as opened:
        ours = opened.memories({deck for deck, _ in theirs.values()})
    studied_cards = [owner.col.get_card(number) for number in owner.col.find_cards("-is:new")]
    assert len(studied_cards) == len(ours) > 2
    for card in studied_cards:
        state, mine = owner.col.compute_memory_state(card.id), ours[theirs[f"{card.note().guid}/{card.ord}"]]
        assert mine.stability == pytest.approx(state.stability, rel=0.02)
        assert mine.difficulty == pytest.approx(state.difficulty, rel=0.02)


def test_not_without_being_asked(run: Run, owner: Owner, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    studied(owner)
    run("import", owner.export())
    assert not (tmp_path / "data").exists()
    assert "added 6 answers" in run("import", owner.export(), "--with-history").out
    assert (tmp_path / "data/quizwright/history.db").exists()


def test_no_answers_are_told(run: Run, owner: Owner, tmp_path: Path) -> None:
    ended = run("import", owner.export(scheduling=False), "--history", "h.db")
    assert ended.status == 1
    assert "brings no answers" in ended.err
    assert (tmp_path / "decks/geo.yaml").exists()


@pytest.mark.parametrize("name", ["new.apkg", "old.apkg", "new.colpkg"])
def test_a_package_of_a_deck_that_nobody_studied_yet_is_no_error(run: Run, owner: Owner, name: str) -> None:
    ended = run("import", owner.export(name), "--history", "h.db")
    assert (ended.status, f"{name}: brings no answers, for none was given there yet\n" in ended.out) == (0, True)


def test_a_mark_that_a_card_has_is_not_given_again(run: Run, owner: Owner) -> None:
    owner.study("Geo")
    cards = owner.col.find_cards("deck:Geo")
    owner.col.set_user_flag_for_cards(3, cards)
    owner.col.sched.suspend_cards(cards)
    assert "and 12 marks; 0 known" in run("import", owner.export(), "--history", "h.db").out
    owner.col.db.execute("update cards set mod = mod + 100")
    assert "added 0 answers; 13 known already" in run("import", owner.export(), "--history", "h.db").out


def test_a_card_that_was_forgotten_on_purpose_is_new_again(run: Run, owner: Owner, tmp_path: Path) -> None:
    owner.study("Geo")
    cards = owner.col.find_cards("deck:Geo -is:new")
    owner.col.sched.schedule_cards_as_new(cards)
    run("import", owner.export(), "--history", "h.db")
    assert memories(tmp_path) == {}


def test_a_card_that_rests_there_rests_here(run: Run, owner: Owner, tmp_path: Path) -> None:
    owner.study("Geo")
    owner.col.sched.suspend_cards(owner.col.find_cards("Capital"))
    ended = run("import", owner.export(), "--history", "h.db")
    assert ended.out.splitlines()[-1] == "h.db: added 1 answer and 2 marks; 0 known already"
    (geo,) = (deck for deck in load_decks([tmp_path / "decks"]) if deck.title == "Geo")
    with closing(History(tmp_path / "h.db")) as opened:
        resting = {key[1] for key, marks in opened.marks([geo.id]).items() if marks.suspended}
    assert resting == {card.id for card in geo.cards[:2]}
    assert "added 0 answers; 3 known" in run("import", owner.export(), "--history", "h.db").out


def test_answers_to_our_own_cards_find_them(run: Run, owner: Owner, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    deck = "title: Mine\nid: mine\ncards:\n  - {id: r1, question: Which river?, answer: Tigris}\n"
    (tmp_path / "mine/mine.yaml").write_text(deck)
    run("export", "mine", "-o", "mine.apkg")
    owner.read(tmp_path / "mine.apkg")
    owner.study("Mine")
    run("import", owner.export(), "-o", "mine", "--history", "h.db")
    with closing(History(tmp_path / "h.db")) as opened:
        assert [(review.key, review.way, review.right) for review in opened.reviews(["mine"])] == [
            (("mine", "r1"), "reveal", True)
        ]


def test_several_files_and_one_that_is_broken(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("question,answer\nwhat,that\n")
    (tmp_path / "b.apkg").write_text("no package")
    (tmp_path / "c.md").write_text("Q: who\nA: he\n")
    ended = run("import", "a.csv", "b.apkg", "c.md", "d.csv")
    assert ended.status == 1
    assert ended.out == "decks/a.yaml: +1 new\ndecks/c.yaml: +1 new\n"
    assert [line.partition(":")[0] for line in ended.err.splitlines()] == ["b.apkg", "d.csv"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["x.doc"], "x.doc does not end in one of .jsonl, .apkg, .colpkg, .csv, .tsv, .txt, .gift, .md"),
        (["x.jsonl", "x.csv"], "imported by themselves"),
        (["x.jsonl", "--dry-run"], "imported by themselves"),
    ],
)
def test_wrong_use(run: Run, arguments: list[str], said: str) -> None:
    ended = run("import", *arguments)
    assert (ended.status, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert said in ended.err


def test_a_folder_that_is_a_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("question,answer\nwhat,that\n")
    (tmp_path / "decks").write_text("hello")
    ended = run("import", "a.csv")
    assert (ended.status, ended.err.count("\n")) == (1, 1)
    assert (tmp_path / "decks").read_text() == "hello"
