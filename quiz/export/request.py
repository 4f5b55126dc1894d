"""What a person asks of an export, and which formats there are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Literal, get_args

from quiz.export.learnt import Learnt

Paper = Literal["a4", "letter"]
PAPERS: tuple[Paper, ...] = get_args(Paper)

AUTO = "auto"
PRESENTATIONS = (AUTO, "question", "typed", "choice", "cloze", "quote", "order", "reverse")
"""How a card can be presented in a format that asks it in one way; `auto` is as its kind is best asked."""


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked of an export besides its decks: `now` in epoch seconds, and what the options say."""

    now: int
    present: tuple[str, ...] = (AUTO,)
    """Which presentations to make of each card, of `PRESENTATIONS`."""
    force: bool = False
    """Whether the decks overrule what was edited in the other program since."""
    deck: str = ""
    """What the deck is called there, whatever its title; with `::` behind it, the deck that all titles go under."""
    subdecks: bool = False
    """Whether cards go into sub-decks by their first tag."""
    subdecks_from: str = ""
    """The tag whose sub-tags alone name sub-decks: `chapter` for cards tagged `chapter::1`."""
    tag_prefix: str = ""
    """What is put before every tag."""
    homes: Mapping[str, str] | None = None
    """What decks are called there in place of their titles, by deck id: their owner renamed them."""
    history: Mapping[tuple[str, str], Learnt] | None = None
    """What was learnt, by deck id and card id, where it is to come along."""
    number: int | None = None
    """How many questions to draw of the decks; None for all."""
    seed: int = 0
    """What the order of questions and options, and which are drawn, follows from."""
    versions: int = 1
    """How many versions of the same questions, each in an order of its own."""
    paper: Paper = "a4"
    """What is printed on."""
    key: bool = False
    """Put the answers behind the questions instead of into a file of their own."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format by its name, the suffix of its files, its exporter as `module:function`, and the options it takes.

    `takes` names fields of `Request`; of formats with the same suffix the first is meant where none is named.
    """

    name: str
    suffix: str
    exporter: str
    about: str = ""
    takes: tuple[str, ...] = ()


def given(request: Request) -> tuple[str, ...]:
    """Return the names of the options of a request that were given."""
    return tuple(
        each.name for each in fields(Request) if each.name != "now" and getattr(request, each.name) != each.default
    )
