"""The conversation does to a sitting exactly what its lines say."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.study.judging.ordering import handed
from quiz.study.model import Grade, Way
from quiz.study.session import Item, Session
from quiz.study.sitting import Sitting
from tests.study.plain.conversing import talk
from tests.tui.stage import BRIDGES, KOBLENZ, RIVERS


def untimed(session: Session) -> tuple[Session, list[Item]]:
    """A session without the seconds at which cards come again: each look at the clock takes one."""
    return replace(session, coming=()), [item for _due, item in session.coming]


STEPS = st.lists(st.tuples(st.sampled_from("aywgnuzbfrxi"), st.integers(0, 9), st.text(max_size=5)), max_size=30)


@given(STEPS, st.sampled_from((None, "typed", "choice", "reveal")))
@settings(max_examples=25)
def test_lines_do_to_the_sitting_what_its_steps_do(steps: list[tuple[str, int, str]], way: Way | None) -> None:
    """Each step is taken twice, by a line and by the sitting's own method; session, answers and marks stay the same."""
    with TemporaryDirectory() as folder:
        for name in ("lines", "steps"):
            (Path(folder) / name).mkdir()
        lines, own = talk(Path(folder) / "lines", RIVERS, BRIDGES, KOBLENZ, way=way), None
        own = talk(Path(folder) / "steps", RIVERS, BRIDGES, KOBLENZ, way=way).sitting
        for what, number, words in steps:
            if not own.session.queue:
                break
            line = stepped(own, what, number, words)
            lines.take(line)
            assert untimed(lines.session) == untimed(own.session)
            assert lines.over == (not own.session.queue)
        histories = (lines.sitting.desk.history, own.desk.history)
        answers = [[(r.key, r.answer, r.grade, r.way) for r in history.reviews()] for history in histories]
        assert answers[0] == answers[1]
        assert histories[0].marks(["rivers", "bridges"]) == histories[1].marks(["rivers", "bridges"])
        for history in histories:
            history.close()


def stepped(own: Sitting, what: str, number: int, words: str) -> str:
    """Take a step of a sitting by its own method, if it means something now; return the line that asks for it."""
    session = own.session
    typed = session.phase == "asking" and session.question.way == "typed"
    command = f":{what}" if typed else what
    match what:
        case "u":
            own.undo()
        case "z" | "b":
            own.mark("suspend" if what == "z" else "bury")
        case "r":
            own.mark("reset")
        case "f":
            own.mark("unflag" if own.marks.flagged else "flag")
        case "y":
            if session.phase == "answered" and session.last and not session.last.right:
                own.regrade(Grade.GOOD)
        case _:
            return answered(own, number, words)
    return command


def answered(own: Sitting, number: int, words: str) -> str:
    """Answer, grade or go on, by what is asked."""
    session = own.session
    if session.phase == "answered":
        if number in range(1, 5) and session.last:
            if session.last.grade != Grade(number):
                own.regrade(Grade(number))
            own.next()
            return str(number)
        own.next()
        return ""
    if session.phase == "revealed":
        own.grade(Grade(number % 4 + 1))
        return str(number % 4 + 1)
    options, way = session.question.options, session.question.way
    if way == "reveal":
        own.reveal()
        return ""
    if way == "typed":
        given = f"w{''.join(words.split())}"
        own.reply(given)
        return given
    if session.question.ticking:
        some = [at for at in range(len(options)) if (number + at) % 3] or [0]
        own.reply(handed(options[at] for at in some))
        return " ".join(("abcdefghi"[at] if number % 2 and len(some) > 1 else str(at + 1)) for at in reversed(some))
    if session.question.ordering:
        turned = [*range(number % 3, 3), *range(number % 3)]
        own.reply(handed(options[at] for at in turned))
        return " ".join(str(at + 1) for at in turned)
    own.reply(options[number % len(options)])
    return str(number % len(options) + 1)
