"""`quiz exam`: an exam over decks on the terminal's screen, and its result on a line."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from shutil import get_terminal_size
from typing import TYPE_CHECKING

from quiz.errors import QuizError
from quiz.verbs.decks import wanted
from quiz.verbs.failure import ERROR, OK
from quiz.verbs.play import need_terminal
from quiz.verbs.terminal import complain, interactive, say

if TYPE_CHECKING:
    from quiz.study.exams.plan import Plan
    from quiz.study.history import History
    from quiz.study.history.exams import Kept
    from quiz.study.model import Way
    from quiz.tui.examining import Ended


@dataclass(frozen=True, slots=True)
class Options:
    """How an exam is to be; see the command line."""

    number: int | None = None
    tags: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    seed: int | None = None
    limit: timedelta | None = None
    pass_mark: int = 60
    name: str = ""
    out: Path | None = None
    way: Way | None = None
    retry: Path | None = None
    resume: bool = False
    new: bool = False
    history: Path | None = None


def exam(paths: Sequence[Path], options: Options) -> int:
    """Hold an exam; QuizError where there is no terminal, nothing to ask, or no place for the result."""
    need_terminal("quiz exam", paths)
    from quiz.study.history import History

    plan = None if options.resume else plan_of(paths, options)
    history = History(options.history)
    try:
        kept = left(history, plan, paths)
        if plan and kept and options.new:
            plan, kept = replace(plan, afresh=frozenset(deck.id for deck in plan.decks)), None
        if kept and options.out:
            name = options.name or kept.paper.rules.name
            kept = replace(
                kept, paper=replace(kept.paper, out=plan.out if plan else out_of(replace(options, name=name)))
            )
        from quiz.tui.examining import run

        ended = run(plan, kept, history)
    finally:
        history.close()
    return tell(ended)


def tell(ended: Ended) -> int:
    """Print the results, what was not handed in, and what could not be written; return how the command ends."""
    from quiz.study.exams.words import RESUME, printed, progress
    from quiz.study.printable import wrapped

    width = get_terminal_size().columns if interactive(sys.stdout) else 0
    for score, file in ended.marked:
        for line in printed(score, file):
            for part in wrapped(line, width) if width and not line.startswith("result: ") else [line]:
                say(part)
    if ended.left:
        say(f"not handed in: {progress(ended.left.exam)}; {RESUME}")
    for reason in ended.unwritten:
        complain(f"{reason}; {RESUME.replace('goes on with it', 'tries again')}")
    return ERROR if ended.unwritten else OK


def plan_of(paths: Sequence[Path], options: Options) -> Plan:
    """Plan the exam that was asked for, and find out that its result can be written before it begins."""
    from quiz.study.exams.paper import Rules
    from quiz.study.exams.plan import NUMBER, planned
    from quiz.study.exams.words import SEEDS

    out = out_of(options)
    decks = wanted(paths, lenient=False)
    seed = secrets.randbelow(SEEDS) if options.seed is None else options.seed
    rules = Rules(
        options.name, seed, options.limit, options.pass_mark, options.tags, options.kinds, options.way,
        retry=options.retry is not None,
    )  # fmt: skip
    if options.retry is None:
        return replace(planned(decks, rules, options.number or NUMBER), out=out)
    from quiz.study.exams.result import changes, read_missed
    from quiz.study.exams.snapshot import deck_hash

    missed = read_missed(options.retry)
    there = [(deck.id, card.id) for deck in decks for card in deck.cards]
    if not missed.cards & set(there):
        hint = "name the decks that exam was about"
        raise QuizError.at(str(options.retry), "none of the cards missed there is in these decks", hint)
    told = changes(missed, {deck.id: deck_hash(deck) for deck in decks if deck.id in missed.decks}, there)
    name = options.name or missed.name
    plan = planned(decks, replace(rules, name=name), options.number or len(missed.cards), missed.cards)
    return replace(plan, out=out, told=tuple(told))


def out_of(options: Options) -> str:
    """Return the file the result goes to, once it is sure that it can be written; "" for none."""
    if options.out is None:
        return ""
    from quiz.study.exams.result import check_writable, placed

    path = placed(options.out, options.name, f"{datetime.now().astimezone():%Y-%m-%d-%H%M%S}")
    check_writable(path)
    return str(path)


def left(history: History, plan: Plan | None, paths: Sequence[Path]) -> Kept | None:
    """Return the exam that was left and is to be offered; QuizError if one has to be gone on with and there is none."""
    from quiz.study.history.exams import Exams

    decks = frozenset(deck.id for deck in plan.decks) if plan else None
    if plan is None and paths:
        from quiz.deck.read import load_decks

        decks = frozenset(deck.id for deck in load_decks(paths))
    kept = Exams(history.database).unfinished(decks)
    if plan is None and kept is None:
        raise QuizError.at("quiz exam", "no exam was left before its end", "`quiz exam PATH` begins one")
    return kept
