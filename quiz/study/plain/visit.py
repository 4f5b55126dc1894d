"""All that a learner does on lines from the first to the last: decks are chosen, studied, practised, and left."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.deck.model import Deck
from quiz.study.desk import Desk
from quiz.study.model import Way
from quiz.study.plain import choosing, wording
from quiz.study.plain.commands import Said, after, wanted
from quiz.study.plain.talk import Aids, Lines, Talk
from quiz.study.scheduling.choosing import Waiting, ahead
from quiz.study.scheduling.cramming import unsuspended
from quiz.study.sitting import Sitting
from quiz.study.telling import nothing


class Visit:
    """Decks on lines; several are chosen from first, unless one begins `at_once`; `over` once the learner leaves."""

    def __init__(
        self,
        decks: Sequence[Deck],
        desk: Desk,
        way: Way | None = None,
        *,
        at_once: bool = False,
        aids: Aids | None = None,
    ) -> None:
        """Study these decks, each card the `way` that is forced, if one is."""
        self.over = False
        self.talk: Talk | None = None  # as long as decks are chosen
        self._decks, self._desk, self._way, self._aids = tuple(decks), desk, way, aids or Aids()
        self._several = len(self._decks) > 1 and not at_once
        self._chosen, self._summed = self._decks, False
        self._hint = [wording.HINT]

    @property
    def wish(self) -> str:
        """What is to be typed now."""
        if self.talk is None:
            return choosing.WISH
        if not self.talk.over:
            return self.talk.wish
        waiting = self._waiting()
        more = any(deck.due or deck.new for deck in waiting) or bool(ahead(waiting))
        return wording.offered(more=more, undo=self.talk.sitting.undoable, decks=self._several)

    def begin(self) -> Lines:
        """Return the first lines: the decks, or what waits and the first question."""
        if self._several:
            return self._listed()
        return self._study(self._decks)

    def take(self, line: str) -> Lines:
        """Do what a line says, and return the lines it is answered with. QuizError if it cannot be kept."""
        if self.talk is None:
            return self._choose(wanted(line))
        if self.talk.over:
            return self._go_on(self.talk, after(line))
        told = self.talk.take(line)
        self._take_edited(self.talk)
        return [*told, *self._left(self.talk)]

    def end(self) -> Lines:
        """Return the last lines: what the sitting came to, and what comes; nothing if they were said already."""
        if self._summed:
            return []
        if self.talk:
            return self.talk.end()
        return ["", "No question answered.", *wording.coming(self._desk.overview(self._decks), self._desk.now)]

    def _waiting(self) -> tuple[Waiting, ...]:
        """Return what waits in the decks that are studied."""
        return self._desk.overview(self._chosen)

    def _listed(self) -> Lines:
        """List the decks, to be chosen from."""
        self.talk = None
        return choosing.listed(self._desk.overview(self._decks), self._desk.history.pace())

    def _choose(self, meant: Said) -> Lines:
        """Study or practise the decks that a line names, or list those it may mean."""
        match meant.act:
            case "choose" | "cram":
                if not all(0 < number <= len(self._decks) for number in meant.numbers):
                    return self._find(meant.words)
                some = tuple(self._decks[number - 1] for number in dict.fromkeys(meant.numbers)) or self._decks
                return self._study(some) if meant.act == "choose" else self._cram(some)
            case "title":
                return self._find(meant.words)
            case "stop":
                self.over = True
                return []
            case "decks":
                return self._listed()
            case "help":
                return list(choosing.HELP)
        return ["Not possible before a deck is chosen; ? for help."]

    def _find(self, words: str) -> Lines:
        """List the decks that have words in their title; where it is only one, study it."""
        waiting = self._desk.overview(self._decks)
        found = choosing.titled(waiting, words)
        if len(found) == 1:
            return self._study((self._decks[found[0]],))
        none = f"No deck has that number or title: they go from 1 to {len(waiting)}; ? for help."
        return choosing.rows(waiting, found) or [none]

    def _study(self, decks: Sequence[Deck]) -> Lines:
        """Study what waits in some decks."""
        self._chosen = tuple(decks)
        return self._sit(Sitting.over(self._chosen, self._desk, self._way))

    def _cram(self, decks: Sequence[Deck]) -> Lines:
        """Practise some decks, whatever waits."""
        cards = unsuspended(decks, self._desk.standing(decks))
        if not cards:
            return ["There are no cards to practise."]
        self._chosen = tuple(decks)
        return self._sit(Sitting.cram(cards, self._desk, self._way))

    def _sit(self, sitting: Sitting) -> Lines:
        """Begin a sitting; one without questions is over as it begins."""
        self.talk, self._summed = Talk(sitting, self._chosen, self._aids), False
        if not self.talk.over:
            (what, *asked), hint, self._hint = self.talk.begin(), self._hint, []
            return [what, *hint, *asked]
        self._summed = True
        waiting = self._waiting()
        return ["", nothing(waiting, self._desk.study), *wording.next_due(waiting, self._desk.now)]

    def _left(self, talk: Talk) -> Lines:
        """Say what a sitting came to, if it is over, and do what it was left for."""
        if not talk.over:
            return []
        if talk.leaves == "stop":
            self.over = True
            return []
        if talk.leaves == "decks" and not self._several:
            talk.over, talk.leaves = False, ""
            return ["There are no other decks."]
        self._summed = True
        told = talk.end() if not talk.leaves or talk.session.answers else []
        if talk.leaves == "cram":
            return [*told, *self._cram(self._chosen)]
        return [*told, *self._listed()] if talk.leaves else told

    def _go_on(self, talk: Talk, meant: Said) -> Lines:
        """Do what a line says once nothing is left to ask."""
        match meant.act:
            case "stop":
                self.over = True
                return []
            case "more":
                waits = Sitting.over(self._chosen, self._desk, self._way)
                return self._sit(waits if waits.session.queue else talk.sitting.ahead(self._chosen))
            case "cram":
                return self._cram(self._chosen)
            case "undo":
                told = talk.undo()
                self._summed = talk.over
                return told
            case "decks" if self._several:
                return self._listed()
            case "help":
                return list(wording.HELP)
        return ["Not possible now."]

    def _take_edited(self, talk: Talk) -> None:
        """Take decks as the learner edited them."""
        edited = {deck.path: deck for deck in talk.decks if deck.path}
        self._chosen = talk.decks
        self._decks = tuple(edited.get(deck.path, deck) for deck in self._decks)
