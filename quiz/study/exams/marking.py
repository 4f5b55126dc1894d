"""An exam marked once it is handed in: each answer with its verdict, the score, and where it was weakest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from quiz.study.exams.exam import Exam, Reply
from quiz.study.exams.paper import Item
from quiz.study.judging.ordering import judge_order, sequence
from quiz.study.judging.ticking import judge_ticks, ticked, ticks_share
from quiz.study.model import Verdict

FEWEST = 2
"""Questions of a tag or a section before it can be called weak."""

WEAKEST = 5
"""Tags or sections listed at most."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One question with its reply and verdict; `place` counts from 0."""

    place: int
    item: Item
    reply: Reply
    verdict: Verdict

    @property
    def share(self) -> Fraction:
        """What the reply is worth of the question's points, from 0 to 1: the parts that are right, where they count."""
        card, given = self.item.card, self.reply.given
        if self.verdict.right or not card.partial or not given.strip():
            return Fraction(self.verdict.right)
        if self.item.question.ordering:
            pairs = zip(card.ordered, sequence(given), strict=False)
            return Fraction(sum(right == said for right, said in pairs), len(card.ordered))
        if self.item.question.ticking:
            return ticks_share(card.all_of, ticked(self.item.question.options, given))
        from quiz.study.judging.grading import share

        return share(card, given)

    @property
    def points(self) -> Fraction:
        """The points of the reply."""
        return self.share * self.item.card.worth


@dataclass(frozen=True, slots=True)
class Share:
    """How many questions of a tag or a section were right."""

    name: str
    right: int
    of: int


@dataclass(frozen=True)
class Score:
    """A marked exam."""

    exam: Exam
    marked: tuple[Marked, ...]

    @property
    def right(self) -> int:
        """How many answers are right."""
        return sum(mark.verdict.right for mark in self.marked)

    @property
    def of(self) -> int:
        """How many questions there were."""
        return len(self.marked)

    @cached_property
    def points(self) -> Fraction:
        """The points of all replies."""
        return sum((mark.points for mark in self.marked), Fraction(0))

    @cached_property
    def worth(self) -> Fraction:
        """The points there were; as many as questions where no card says what it is worth."""
        return sum((mark.item.card.worth for mark in self.marked), Fraction(0))

    @property
    def weighed(self) -> bool:
        """Whether points tell anything that the number of right answers does not."""
        return self.exam.paper.weighed

    @property
    def percent(self) -> int:
        """The share of the points, rounded down: what is shown as the pass mark has reached it."""
        return int(100 * self.points // (self.worth or 1))

    @property
    def passed(self) -> bool:
        """Whether the pass mark was reached."""
        return 100 * self.points >= self.exam.paper.rules.pass_mark * self.worth

    @cached_property
    def missed(self) -> tuple[Marked, ...]:
        """What was not right."""
        return tuple(mark for mark in self.marked if not mark.verdict.right)

    def weak_tags(self) -> tuple[Share, ...]:
        """Return the tags with the smallest share of right answers."""
        return _weak(self.marked, lambda mark: mark.item.card.tags)

    def weak_sections(self) -> tuple[Share, ...]:
        """Return the sections of documents with the smallest share of right answers."""
        return _weak(self.marked, lambda mark: [section] if (section := section_of(mark.item)) else [])


def marked(exam: Exam) -> Score:
    """Mark an exam."""
    return Score(
        exam,
        tuple(
            Marked(place, item, reply, verdict(item, reply.given))
            for place, (item, reply) in enumerate(zip(exam.paper.items, exam.replies, strict=True))
        ),
    )


def verdict(item: Item, given: str) -> Verdict:
    """Judge an answer: an option has to be the answer itself, ticks and an order all right, typing is read fairly."""
    if not given.strip():
        return Verdict(right=False, reason="no answer")
    if item.question.ordering:
        return judge_order(item.card.ordered, sequence(given))
    if item.question.ticking:
        return judge_ticks(item.card.all_of, ticked(item.question.options, given))
    if item.question.way == "choice":
        return Verdict(right=given == item.card.answer, reason=item.card.told(given))
    from quiz.study.judging.grading import judge  # on first use: an exam by options alone does without it

    return judge(item.card, given)


def section_of(item: Item) -> str:
    """Return the section of the document a question comes from; "" if none is known."""
    return item.card.source.passage.section if item.card.source else ""


def _weak(marks: Sequence[Marked], names: Callable[[Marked], Iterable[str]]) -> tuple[Share, ...]:
    """Return the weakest names that something was missed of, the weakest first."""
    right: dict[str, list[bool]] = {}
    for mark in marks:
        for name in dict.fromkeys(names(mark)):
            right.setdefault(name, []).append(mark.verdict.right)
    shares = [Share(name, sum(each), len(each)) for name, each in right.items() if len(each) >= FEWEST]
    missed = [share for share in shares if share.right < share.of]
    return tuple(sorted(missed, key=lambda share: (share.right / share.of, -share.of, share.name))[:WEAKEST])
