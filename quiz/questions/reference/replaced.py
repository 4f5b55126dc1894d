"""What was put in place of a sentence's words so that they stand alone."""

from __future__ import annotations

from dataclasses import dataclass, field

from quiz.facts.model import Sentence


@dataclass(slots=True)
class Standing:
    """What was put in place of which word, the sentences that tell so, and how much of it is doubtful.

    `plain` are bare nouns that the document makes plain ("the port" where there is one).
    `narrated` says that "the author" stands for an "I". `told` is the event they tell
    of, as a statement without the fact that is asked; "" where there is none. `shown` are the words of the sentence
    `of` in the order they are shown in, `gone` those that what asks stands for.
    """

    instead: dict[int, str] = field(default_factory=dict)
    evidence: list[Sentence] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    things: set[str] = field(default_factory=set)
    plain: list[str] = field(default_factory=list)
    told: str = ""
    narrated: bool = False
    of: Sentence | None = None
    shown: tuple[int, ...] = ()
    gone: frozenset[int] = frozenset()
