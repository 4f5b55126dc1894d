"""The conversation of one sitting: each line the learner types moves it, and lines come back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from quiz.deck.model import Deck
from quiz.errors import Place, QuizError
from quiz.study.editor import stands
from quiz.study.judging.ordering import handed
from quiz.study.model import Grade, Mark
from quiz.study.plain import place, wording
from quiz.study.plain.commands import SIGN, Act, Said, said
from quiz.study.plain.wording import sentence
from quiz.study.printable import read_line
from quiz.study.reading import ReadDocument
from quiz.study.session import Session
from quiz.study.sitting import Sitting
from quiz.study.telling import UNDONE, changes, put_away

Lines = list[str]

Leaves = Literal["stop", "cram", "decks"]
"""What ends a sitting before its last question."""

MARKED: dict[Mark, str] = {
    "suspend": "Suspended: not asked until you resume it.",
    "bury": "Put off until tomorrow.",
    "reset": "Reset: the card is new again.",
    "flag": "Flagged.",
    "unflag": "Flag taken off.",
}
"""What a mark means, said once it is made."""


@dataclass(frozen=True, slots=True)
class Aids:
    """What only a front end has: a way to open an editor at a line, and one to read a document."""

    edit: Callable[[Path, int | None], str] | None = None
    read: ReadDocument | None = None


class Talk:
    """A sitting over some decks in lines; `over` once nothing is left to ask, or it is left for what `leaves` says."""

    def __init__(self, sitting: Sitting, decks: Sequence[Deck], aids: Aids | None = None) -> None:
        """Talk about this sitting over these decks."""
        self.sitting, self.over = sitting, not sitting.session.queue
        self.decks, self.leaves = tuple(decks), ""
        self._aids = aids or Aids()
        self._warned = False
        self._broken: Place | None = None

    @property
    def session(self) -> Session:
        """The sitting's session as it stands."""
        return self.sitting.session

    @property
    def wish(self) -> str:
        """What is to be typed now."""
        return "" if self.over else wording.wish(self.session)

    def begin(self) -> Lines:
        """Return the first lines: what waits, and the first question."""
        if self.over:
            return []
        desk = self.sitting.desk
        return [*wording.welcome(self.sitting, desk.overview(self.decks), desk.history.pace()), *self._ask()]

    def take(self, line: str) -> Lines:
        """Do what a line says, and return the lines it is answered with. QuizError if it cannot be kept."""
        meant = said(line, self.session)
        warned, self._warned = self._warned, False
        if meant.act == "empty" and not warned:
            self._warned = True
            return ["Nothing typed: Enter once more if you don't know."]
        return self._acts()[meant.act](meant)

    def undo(self) -> Lines:
        """Take back the last step, and go back to where it was taken."""
        what, before = self.sitting.latest, self.session
        if not self.sitting.undo():
            return ["Nothing to undo."]
        self.over, self.leaves = False, ""
        same = before.phase == "answered" and before.queue and before.current.key == self.session.current.key
        stays = same and self.session.phase == "answered"
        return [sentence(f"undone: {UNDONE[what]}"), *(self._outcome() if stays else self._shown())]

    def end(self) -> Lines:
        """Return the last lines: what the sitting came to, and what comes."""
        desk = self.sitting.desk
        told = wording.summary(self.session, self.sitting.elapsed())
        away = put_away(self.sitting.marked)
        told += [sentence(f"{away}: `u` takes the last step back")] if away else []
        return ["", *told, *wording.coming(desk.overview(self.decks), desk.now)]

    def _acts(self) -> dict[Act, Callable[[Said], Lines]]:
        """Return what does what."""
        return {
            "answer": lambda meant: self._answer(meant.words),
            "empty": lambda _: self._answer(""),
            "choose": lambda meant: self._answer(self.session.question.options[meant.numbers[0] - 1]),
            "order": lambda meant: self._pick(meant.numbers),
            "tick": lambda meant: self._pick(meant.numbers),
            "reveal": lambda _: self._reveal(),
            "grade": lambda meant: self._grade(Grade(meant.numbers[0])),
            "next": lambda _: self._next(),
            "right": lambda _: self._right(),
            "undo": lambda _: self.undo(),
            "source": lambda _: self._source(),
            "edit": lambda _: self._edit(),
            "suspend": lambda _: self._mark("suspend"),
            "bury": lambda _: self._mark("bury"),
            "reset": lambda _: self._mark("reset"),
            "flag": lambda _: self._mark("unflag" if self.sitting.marks.flagged else "flag"),
            "hint": lambda _: self._hint(),
            "help": lambda _: [self.wish, *(f"{self._sign}{words}" for words in wording.HELP)],
            "more": lambda _: ["Questions are left; m is for the end."],
            "cram": lambda _: self._leave("cram"),
            "decks": lambda _: self._leave("decks"),
            "stop": lambda _: self._leave("stop"),
            "unclear": lambda _: [f"Not understood; {self._sign}? for help."],
        }

    @property
    def _sign(self) -> str:
        """What commands begin with now."""
        return SIGN if self.session.phase == "asking" and self.session.question.way == "typed" else ""

    def _ask(self) -> Lines:
        """Ask the current question, or end where none is left."""
        self.over = self.session.phase == "over"
        return [] if self.over else ["", *wording.question(self.session, flagged=self.sitting.marks.flagged)]

    def _shown(self) -> Lines:
        """Ask the current question, and say its answer where it was told already."""
        asked = self._ask()
        if self.session.phase == "answered":
            return [*asked, *self._outcome()]
        return [*asked, *self._revealed()] if self.session.phase == "revealed" else asked

    def _answer(self, given: str) -> Lines:
        """Answer the question."""
        self.sitting.reply(given)
        return self._outcome()

    def _pick(self, numbers: Sequence[int]) -> Lines:
        """Answer by several options."""
        return self._answer(handed(self.session.question.options[number - 1] for number in numbers))

    def _outcome(self) -> Lines:
        """Say what became of the answer, where it comes from, and the grade it got."""
        answer, item = self.session.last, self.session.current
        told = wording.outcome(answer) if answer else []
        return [*told, *wording.passage(item.deck, item.card), *self._graded()]

    def _graded(self) -> Lines:
        """Say the grade the answer got, and the others it may get; practice gets none."""
        last = self.session.last
        notice = [sentence(self.sitting.notice)] if self.sitting.notice else []
        told = wording.grades(self.sitting.intervals(), last.grade) if last and self.sitting.mode == "study" else []
        return [*told, *notice]

    def _reveal(self) -> Lines:
        """Show the answer."""
        self.sitting.reveal()
        return self._revealed()

    def _revealed(self) -> Lines:
        """Say the answer, where it comes from, and the grades it may get."""
        item = self.session.current
        told = [*wording.right(item.card), *wording.passage(item.deck, item.card)]
        return [*told, *wording.grades(self.sitting.intervals())]

    def _grade(self, grade: Grade) -> Lines:
        """Take a grade: of a revealed card the only one, of an answered one instead of ours; and go on."""
        if self.session.phase == "revealed":
            self.sitting.grade(grade)
            return [*self._noticed(), *self._ask()]
        self.sitting.regrade(grade)
        return [f"Graded {grade.word}.", *self._noticed(), *self._next()]

    def _noticed(self) -> Lines:
        """Say what the last step brought about besides."""
        return [f"Note: {self.sitting.notice}."] if self.sitting.notice else []

    def _next(self) -> Lines:
        """Go on."""
        self.sitting.next()
        return self._ask()

    def _right(self) -> Lines:
        """Take an answer as right that was not."""
        last = self.session.last
        if self.session.phase != "answered" or last is None or last.right:
            return ["There is no wrong answer to take as right."]
        self.sitting.regrade(Grade.GOOD)
        return ["Taken as right, by your own word.", *self._graded()]

    def _mark(self, mark: Mark) -> Lines:
        """Mark the card, and go on where it leaves the sitting."""
        self.sitting.mark(mark)
        return [MARKED[mark], *(() if mark in ("flag", "unflag") else self._ask())]

    def _hint(self) -> Lines:
        """Tell the hint of the card."""
        hint = self.session.current.card.hint
        return [f"Hint: {read_line(hint)}" if hint else "This card has no hint."]

    def _source(self) -> Lines:
        """Say where the answer stands in its document."""
        if self.session.phase == "asking":
            return ["The source is told after the answer."]
        item = self.session.current
        return place.told(self._aids.read, item.deck, item.card)

    def _edit(self) -> Lines:
        """Open the deck at the card in the learner's editor, or where it is broken; then take it as it is now."""
        item = self.session.current
        at = self._broken if self._broken and self._broken.path == item.deck.path else item.card.place
        path, line = Path(item.deck.path), at.line if at else None
        if not item.deck.path:
            return ["This deck is in no file that could be edited."]
        if self._aids.edit is None:
            return [sentence(f"an editor needs a terminal: {stands(path, line)}")]
        failed = self._aids.edit(path, line)
        return [sentence(failed)] if failed else self._reread(item.deck)

    def _reread(self, deck: Deck) -> Lines:
        """Read a deck again; one that cannot be read is told of, and the cards stay as they were."""
        from quiz.deck.read import load_decks

        try:
            (edited,) = load_decks([Path(deck.path)])
        except QuizError as error:
            first, *more = error.problems
            self._broken = first.place
            others = f", and {len(more)} more" if more else ""
            return [sentence(f"not taken: {first}{others}"), f"The cards stay as they were; {self._sign}e edits again."]
        self._broken = None
        return self._take(deck, edited)

    def _take(self, before: Deck, edited: Deck) -> Lines:
        """Take a deck as it is now, and stay where one was."""
        item, asked = self.session.current, self.session.asked
        self.sitting.reload([edited])
        self.decks = tuple(edited if deck.path == edited.path else deck for deck in self.decks)
        if not self.session.queue or self.session.current.key != item.key:
            return ["This card is gone from its deck.", *self._ask()]
        same = self.session.current.card == item.card and self.session.asked == asked
        return [sentence(changes(before, edited)), *(() if same else self._shown())]

    def _leave(self, what: Leaves) -> Lines:
        """End here, for what the learner wants instead."""
        self.over, self.leaves = True, what
        return []
