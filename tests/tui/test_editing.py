"""A deck edited while it is studied, by a real editor: the place is kept, and a slip costs nothing."""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import struct
import sys
import termios
from pathlib import Path

import pytest

from quiz.errors import Place, Problem
from quiz.tui.app import QuizApp
from quiz.tui.editing import edit
from quiz.tui.screens.home import HomeScreen
from tests.tui.canals import DECK, canals, editor, put_aside, sitting, study, written
from tests.tui.stage import PLANETS, RIVERS, SIZES, hold, keys, shown, staged
from tests.tui.test_terminal import ESCAPES, read_until

SIZE = (80, 24)


@pytest.fixture
def aside(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the screen be put aside, as a real terminal would."""
    monkeypatch.setattr(QuizApp, "suspend", lambda _app: put_aside())


@pytest.mark.usefixtures("aside")
async def test_an_edit_is_taken_without_losing_the_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(tmp_path, f'echo "$@" > {tmp_path}/called; sed -i "s/Who dug/Who made/" "$3"', monkeypatch)
    app = canals(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("2", "enter", *"Fer", "f4")
        assert (tmp_path / "called").read_text().split() == ["-x", "+13", str(tmp_path / "canals.yaml")]
        assert "Who made the Suez Canal?" in shown(app)
        assert "read again: 1 card changed" in shown(app)
        assert study(app).line.value == "Fer"
        assert "2 of 4" in shown(app)
        await pilot.press(*"dinand de Lesseps", "enter")
        assert "✓ right" in shown(app)
        await pilot.press("u", "ctrl+z")
        assert "In what year was the Suez Canal opened?" in shown(app)


@pytest.mark.usefixtures("aside")
async def test_an_edit_of_another_card_leaves_the_line_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(tmp_path, 'sed -i "s/Is a canal/Is any canal/" "$3"', monkeypatch)
    app = canals(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("down", "e")
        assert study(app).options.cursor == 0
        assert "read again: 1 card changed" in shown(app)
        await pilot.press("e")
        assert "nothing was changed" in shown(app)


@pytest.mark.usefixtures("aside")
async def test_the_next_sitting_is_over_the_deck_as_it_was_edited(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(tmp_path, 'sed -i "s/was the Suez/did the Suez/" "$3"', monkeypatch)
    one = canals(tmp_path)
    app = QuizApp([*one._decks, PLANETS], one.desk.history, clock=one.desk.clock)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("down", "enter", "e", "q")
        assert isinstance(app.screen, HomeScreen)
        await pilot.press("down", "enter")
        assert "did the Suez" in shown(app)


@pytest.mark.usefixtures("aside")
async def test_an_edit_that_only_moves_the_cards_is_taken_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(tmp_path, f'echo "$2" >> {tmp_path}/called; sed -i "1i # a comment" "$3"', monkeypatch)
    app = canals(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("e", "e")
        assert "nothing was changed" in shown(app)
    assert (tmp_path / "called").read_text().split() == ["+5", "+6"]


@pytest.mark.usefixtures("aside")
async def test_an_edit_after_the_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(tmp_path, 'sed -i \'s/answer: "1869"/answer: "1859"/; s/"1859", "1879"/"1869", "1879"/\' "$3"', monkeypatch)
    app = canals(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1")
        assert "✗ wrong   you said 1859 · right is 1869" in shown(app)
        await pilot.press("e")
        assert "✓ 1  1859" in shown(app)
        assert "right is 1859" in shown(app)
        await pilot.press("y", "enter")
        assert [(review.answer, review.right) for review in app.desk.history.reviews()] == [("1859", True)]


@pytest.mark.usefixtures("aside")
async def test_a_question_edited_after_the_answer_is_shown_as_it_is_now(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(tmp_path, 'sed -i "s/question: In what year/question: In which year/" "$3"', monkeypatch)
    app = canals(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("1")
        assert "In what year" in shown(app)
        await pilot.press("e")
        assert "In which year" in shown(app)
        assert "✗ wrong" in shown(app)


@pytest.mark.usefixtures("aside")
async def test_a_revealed_card_stays_revealed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(tmp_path, 'sed -i "s/one that people dug/one that was dug/" "$3"', monkeypatch)
    app = canals(tmp_path, "reveal")
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("space", "3", "space", "3", "space", "3", "space", "e")
        assert "one that was dug" in shown(app)
        assert "how well did you know it?" in shown(app)
        await pilot.press("4")
        assert [review.card for review in app.desk.history.reviews()] == ["suez", "lesseps", "panama", "plain"]


@pytest.mark.usefixtures("aside")
async def test_a_card_that_was_deleted_leaves_the_sitting(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    editor(tmp_path, 'sed -i "/id: suez/,/id: lesseps/{/id: lesseps/!d}" "$3"', monkeypatch)
    app = canals(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("f", "e")
        assert "Who dug the Suez Canal?" in shown(app)
        assert "1 of 3" in shown(app)
        assert "this card is gone from its deck" in shown(app)
        assert not sitting(app).undoable


@pytest.mark.usefixtures("aside")
@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_broken_edit_is_told_and_edited_again(
    size: tuple[int, int], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(
        tmp_path, f'echo "$2" >> {tmp_path}/called; sed -i "s/question: Who/questoin: Who/" canals.yaml', monkeypatch
    )
    written(tmp_path)
    monkeypatch.chdir(tmp_path)
    app = canals(Path())
    async with app.run_test(size=size) as pilot:
        await pilot.press("e")
        assert "canals.yaml:15:5:unknownkey`questoin`" in "".join(shown(app).split())  # a long path breaks the line
        assert "the cards stay as they were; e edits again" in shown(app).replace("\n  ", " ")
        hold(app, "study-edit-broken")
        editor(
            tmp_path,
            f'echo "$2" >> {tmp_path}/called; sed -i "s/questoin: Who/question: But who/" canals.yaml',
            monkeypatch,
        )
        await pilot.press("2", "e")
        assert "read again: 1 card changed" in shown(app)
        assert "✓ right   1869" in shown(app)
    assert (tmp_path / "called").read_text().split() == ["+5", "+15"]


@pytest.mark.usefixtures("aside")
@pytest.mark.parametrize(
    ("script", "name", "words"),
    [
        ("exit 3", "vi", "ended with status 3"),
        ("", "missing", "cannot be started: no such file or directory; name another in $EDITOR"),
    ],
)
async def test_an_editor_that_fails(
    script: str, name: str, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor(tmp_path, script, monkeypatch)
    monkeypatch.setenv("EDITOR", name if name == "missing" else os.environ["EDITOR"])
    app = canals(tmp_path)
    async with app.run_test(size=(200, 24)) as pilot:
        await pilot.press("e")
        assert words in shown(app)


async def test_without_a_terminal_or_an_editor_the_place_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = canals(tmp_path)
    monkeypatch.setenv("EDITOR", "vi")
    async with app.run_test(size=(200, 24)) as pilot:
        await pilot.press("e")
        assert f"the card stands in {tmp_path / 'canals.yaml'}, line 5" in shown(app)
        monkeypatch.setenv("PATH", "")
        for variable in ("VISUAL", "EDITOR"):
            monkeypatch.delenv(variable, raising=False)
        await pilot.press("e")
        assert "there is no editor: name yours in $EDITOR" in shown(app)
        monkeypatch.setenv("EDITOR", "vi")
        monkeypatch.setattr(QuizApp, "is_web", True)
        assert edit(app, Path("d.yaml"), 3).startswith("an editor cannot be opened in a browser")


async def test_a_deck_of_no_file_has_no_key(tmp_path: Path) -> None:
    app = staged(tmp_path, (RIVERS,))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("3")
        assert "edit" not in keys(app)


PROGRAM = "from pathlib import Path; from tests.tui.canals import canals; canals(Path(FOLDER)).play()"


def test_in_a_real_terminal_the_screen_comes_back(tmp_path: Path) -> None:
    written(tmp_path)
    editor(
        tmp_path,
        'printf "this is the editor\\n"; read word; sed -i "s/opened?/opened $word?/" "$3"',
        pytest.MonkeyPatch(),
    )
    script = tmp_path / "vi"
    pid, terminal = pty.fork()
    if pid == 0:
        os.environ.update(TERM="xterm-256color", EDITOR=f"{script} -x")
        os.environ.pop("VISUAL", None)
        os.chdir(Path(__file__).parents[2])
        os.execv(sys.executable, [sys.executable, "-c", f"FOLDER = {str(tmp_path)!r}\n{PROGRAM}"])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    try:
        read_until(terminal, "In what year")
        os.write(terminal, b"e")
        read_until(terminal, "this is the editor")
        os.write(terminal, b"again\n")
        said = read_until(terminal, "read again: 1 card changed")
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        os.close(terminal)
    assert "opened again?" in ESCAPES.sub("", said)
    assert DECK.replace("opened?", "opened again?") == (tmp_path / "canals.yaml").read_text()


async def test_decks_left_out_are_told_of(tmp_path: Path) -> None:
    app = canals(tmp_path)
    app.left = [Problem(Place("decks/[red]x.yaml", 3, 5), "unknown key `qestion`", "did you mean `question`?")]
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        await pilot.pause()
        assert "1 deck is left out" in shown(app)
        assert "decks/[red]x.yaml:3:5: unknown key" in shown(app)
