"""Which rows of exams make sense: a paper that can be read, and events that are of it."""

from __future__ import annotations

from dataclasses import dataclass, field

from quiz.study.exams.reading import readable
from quiz.study.history.database import Row

PAPERS, EVENTS = "exams", "exam_events"
"""The tables of exams; their columns are id, at, paper and id, exam, at, used, what, place, given."""

ENDINGS = ("hand_in", "time_up", "give_up")


@dataclass(slots=True)
class Sense:
    """What is known of the exams of a file: which were begun and ended, and how many questions each has.

    Show it first all events, then the papers, then the events again.
    """

    begun: set[object] = field(default_factory=set)
    ended: set[object] = field(default_factory=set)
    questions: dict[object, int] = field(default_factory=dict)

    def hear(self, row: Row) -> None:
        """Take note of an event."""
        _number, exam, _at, _used, what, _place, _given = row
        if what == "begin":
            self.begun.add(exam)
        elif what in ENDINGS:
            self.ended.add(exam)

    def fits(self, table: str, row: Row) -> bool:
        """Whether a row makes sense; those of other tables do."""
        if table == PAPERS:
            number, _at, text = row
            paper = readable(text) if number in self.begun else None
            self.questions[number] = len(paper.items) if paper else 0
            return paper is not None
        if table == EVENTS:
            _number, exam, _at, _used, what, place, _given = row
            within = isinstance(place, int) and 0 <= place < self.questions.get(exam, 0)
            return within and (what != "close" or exam in self.ended)
        return True
