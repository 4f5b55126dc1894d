"""`quiz generate`: documents to decks, one each."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.deck.model import Deck
from quiz.deck.plan import Plan
from quiz.errors import QuizError
from quiz.verbs.earlier import earlier, key
from quiz.verbs.failure import ERROR, OK, Attempt
from quiz.verbs.memory import Entry, State, deck_key, keep, known_source, made_key, recall, recall_made
from quiz.verbs.names import PIPED, deck_paths, piped_deck, source_of
from quiz.verbs.running import Failed, Here, Made, Request, Runner, runner
from quiz.verbs.running.work import attempted
from quiz.verbs.terminal import Progress, broken, columns, complain, say
from quiz.verbs.wanted import Wanted
from quiz.verbs.words import counted

if TYPE_CHECKING:
    from quiz.deck.conflicts import Disagreement
    from quiz.documents import Document
    from quiz.questions.earlier import Earlier

SHOWN = 80
"""Characters of a value that a terminal shows of a conflict."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to generate: which cards, whether only to say what would change, what to explain, and where to run.

    `title` is that of the document on standard input.
    """

    wanted: Wanted = field(default_factory=Wanted)
    dry_run: bool = False
    explain: bool = False
    jobs: int = 1
    cluster: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """A document with its deck, the state both are in, and what is remembered of the last run.

    The state is None if the document cannot be read. `settled` is the entry of a run that found all as it is and
    changed nothing; `kept` tells that what the document makes is remembered. `comparisons` are to be made besides, if
    anything is, and `earlier` is what the document made by the deck's lock.
    """

    document: Path
    deck: Path
    state: State | None = None
    settled: Entry | None = None
    kept: bool = False
    comparisons: bool = False
    earlier: tuple[Earlier, ...] = ()

    @property
    def request(self) -> Request:
        """What is to be made of the document."""
        return Request(self.document, self.comparisons, self.earlier)


@dataclass(frozen=True, slots=True)
class Written:
    """What came of one document: how many cards its deck has, those of one's own among them, and the lines to say."""

    cards: int
    own: int
    lines: tuple[str, ...]


def generate(paths: Sequence[Path], folder: Path, options: Options | None = None) -> int:
    """Make or update a deck of every document; 1 where one failed, the others being made all the same.

    With `comparisons`, and for a deck that has some already, cards that hold facts against one another are made too.
    Prints a line a deck on stdout and, on stderr, failures, a progress bar if that is a terminal, and a summary.
    """
    from quiz.documents import find_documents

    begun = time.perf_counter()
    if folder.exists() and not folder.is_dir():
        raise QuizError.at(str(folder), "is no folder", "name one with -o")
    options = options or Options()
    run = runner(options.jobs, options.cluster)
    chosen = _chosen(find_documents(paths), folder, options.title)
    tasks = [_task(document, deck, options) for document, deck in chosen.items()]
    failed, cards, own = _all_written(tasks, run, options)
    complain(_summary(len(tasks), failed, cards, own, time.perf_counter() - begun))
    return ERROR if failed else OK


def _chosen(documents: Sequence[Path], folder: Path, title: str) -> dict[Path, Path]:
    """Choose every document's deck; QuizError where two decks of the folder would share a lock."""
    from quiz.deck.including import SUFFIXES
    from quiz.deck.read import same_locks

    there = sorted(path for path in folder.glob("*") if path.suffix in SUFFIXES)
    decks = [deck for path in there if (deck := _headed(path))]
    chosen = deck_paths([document for document in documents if str(document) != PIPED], folder, decks)
    if len(chosen) < len(documents) and PIPED in map(str, documents):
        chosen[Path(PIPED)] = piped_deck(title, folder, decks, chosen.values())
    if problems := same_locks(sorted({*there, *chosen.values()})):
        raise QuizError(problems)
    return chosen


def _headed(path: Path) -> Deck | None:
    """A deck for the sake of its source, which of one that is as we left it is known without reading it."""
    from quiz.deck.read import read_deck

    source = known_source(path)
    return Deck(title="", cards=(), source=source, path=str(path)) if source else read_deck(path)[0]


def _task(document: Path, deck: Path, options: Options) -> Task:
    """Look at a document and its deck, without reading either for what it says; standard input is not looked at."""
    with suppress(OSError, QuizError, ValueError):
        if str(document) == PIPED:
            return Task(document, deck, comparisons=_compared(deck, options), earlier=earlier(deck))
        state = State(made_key(document), deck_key(deck), repr(options.wanted), source_of(document, deck))
        entry = recall(deck)
        if entry and entry.line and entry.state == state and not options.explain:
            return Task(document, deck, state, entry, kept=True)
        comparisons, known = _compared(deck, options), earlier(deck)
        kept = entry is not None and entry.state.made == state.made and (entry.compared or not comparisons)
        kept = kept and entry is not None and entry.holds(key(known))
        return Task(document, deck, state, None, kept, comparisons, known)
    return Task(document, deck, comparisons=options.wanted.comparisons)


def _compared(deck: Path, options: Options) -> bool:
    """Whether comparisons must be made: asked for, or known to the deck's lock; QuizError if that is broken."""
    from quiz.deck.comparisons import compared

    return options.wanted.comparisons or compared(deck)


def _all_written(tasks: Sequence[Task], run: Runner, options: Options) -> tuple[int, int, int]:
    """Write the deck of every task and say so; how many failed, and how many cards there are, and of one's own."""
    failed = cards = own = 0
    progress = Progress(len(tasks))
    new = [task.request for task in tasks if not (task.settled or task.kept or str(task.document) == PIPED)]
    with closing((run if new else Here()).run(new)) as made:
        for task in tasks:
            with Attempt(str(task.document)) as attempt:
                with progress.step(task.document.name):
                    written = _written(task, made, options)
                for line in written.lines:
                    say(line)
                cards, own = cards + written.cards, own + written.own
            failed += bool(attempt.status)
    return failed, cards, own


def _written(task: Task, results: Iterator[Made | Failed], options: Options) -> Written:
    """Write the deck of one task; QuizError where that fails."""
    if task.settled:
        return Written(task.settled.cards, task.settled.own, (f"{task.deck}: {task.settled.line}",))
    made: Made | Failed | None = None
    if str(task.document) == PIPED:
        made = attempted(task.request, partial(_piped, options.title))
    elif task.kept and task.state:
        made = recall_made(task.deck, task.state.made)
    if made is None:
        made = next(results) if not task.kept else next(Here().run([task.request]))
    if isinstance(made, Failed):
        raise QuizError(made.problems)
    written, plan = _merged(task, made, options)
    unasked = options.wanted.unasked(str(task.document), made, plan) if options.explain else ()
    return replace(written, lines=(*written.lines, *unasked))


def _merged(task: Task, made: Made, options: Options) -> tuple[Written, Plan | None]:
    """Bring a deck up to what its document makes, and remember that."""
    from quiz.deck.comparisons import compares
    from quiz.deck.merge import merge

    outcomes = [outcome for outcome in made.outcomes if outcome.card]
    wanted = replace(options.wanted, comparisons=options.wanted.comparisons or compares(task.deck))
    limit = wanted.limit(outcomes)
    cards = tuple(outcome.card for outcome in outcomes if outcome.card)
    source = source_of(task.document, task.deck)
    if not limit.ranked and not task.deck.exists():
        _remember(task, made, None)
        return Written(0, 0, (f"{task.document}: {_nothing(made)}, so no deck",)), None
    deck = Deck(title=made.title, cards=cards, source=source)
    plan = merge(task.deck, deck, limit, dry_run=options.dry_run)
    lost = _lost(task, plan)
    # What the next run will say, if nothing changes until then, is that of this one or of one right behind it.
    after = merge(task.deck, deck, limit, dry_run=True) if plan.changed and not options.dry_run else plan
    plan, after = replace(plan, lost=lost), replace(after, lost=lost)
    _remember(task, made, None if after.changed or after.conflicts else after)
    told = (row for each in plan.conflicts for row in _broken(each))
    return Written(plan.cards, plan.own, (f"{task.deck}: {plan.summary()}", *told)), plan


def _lost(task: Task, plan: Plan) -> int:
    """Count a person's own cards whose passage the document has no more; it is read again where there are any."""
    from quiz.verbs.sources import lost

    return lost(task.document, plan.held) if plan.held and str(task.document) != PIPED else 0


def _broken(conflict: Disagreement) -> list[str]:
    """Tell a conflict: whole, or on a terminal what shows the difference, broken between words."""
    width = columns(sys.stdout)
    return broken(conflict.told(SHOWN if width else 0), width)


def _remember(task: Task, made: Made, plan: Plan | None) -> None:
    """Keep what a document makes, with the state its deck was left in; the plan is what the next run would say."""
    if task.state:
        said = (plan.summary(), plan.cards, plan.own) if plan else ("", 0, 0)
        state, known = replace(task.state, deck=deck_key(task.deck)), key(earlier(task.deck))
        entry = Entry(state, *said, made.compared, known, made.fresh)
        if entry != recall(task.deck):
            keep(task.deck, entry, made)


def _nothing(made: Made) -> str:
    """Say why a document makes no card."""
    if not made.outcomes:
        return "no dates, figures or quotations found"
    if not any(outcome.asked() for outcome in made.outcomes):
        found = counted(len(made.outcomes), "date, figure or quotation", "dates, figures and quotations")
        return f"{found} found, but none that can be asked well"
    return "the options leave no card"


def _piped(title: str) -> Document:
    """Read the document on standard input."""
    from quiz.documents.piped import read_piped

    return read_piped(sys.stdin.buffer, title)


def _summary(documents: int, failed: int, cards: int, own: int, seconds: float) -> str:
    failures = f" ({failed} failed)" if failed else ""
    yours = f" ({own:,} of your own)" if own else ""
    return f"{counted(documents, 'document')}{failures}, {counted(cards, 'card')}{yours}, {seconds:.1f} s"
