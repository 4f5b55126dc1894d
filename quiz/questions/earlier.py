"""What was generated earlier of the same question: its wrong answers stay where they still do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from quiz.questions.answers.article import fitted


@dataclass(frozen=True, slots=True)
class Earlier:
    """A card as it was generated earlier: what it asked of which passage, its right answer and its wrong ones."""

    question: str
    cloze: str
    answer: str
    passage: str
    distractors: tuple[str, ...]

    def asks(self, question: str, cloze: str) -> bool:
        """Whether it asked with these words; the article before a gap goes with the wrong answers."""
        return self.question == question and self.cloze == fitted(cloze, self.answer, self.distractors)


Known = Mapping[tuple[str, str], Sequence[Earlier]]
"""What was generated earlier, by right answer and passage."""


def by_answer(earlier: Iterable[Earlier]) -> Known:
    """Put what was generated earlier where it is found."""
    found: dict[tuple[str, str], list[Earlier]] = defaultdict(list)
    for each in earlier:
        found[each.answer, each.passage].append(each)
    return found


def wrong_before(known: Known, question: str, cloze: str, answer: str, passage: str) -> tuple[str, ...]:
    """The wrong answers that the same question had earlier; none where it was never asked, or with several sets."""
    found = {each.distractors for each in known.get((answer, passage), ()) if each.asks(question, cloze)}
    return found.pop() if len(found) == 1 else ()
