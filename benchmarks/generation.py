"""How fast cards are made: the generator beside the language model alone, on the same text in the same parts.

Run it on a quiet machine: `python benchmarks/generation.py [DOCUMENT...]`; without any it reads `seeds/`. Both sides
are run in turn, round by round, in one process and on one core, and the CPU time of each pair is compared, so that
what else the machine does matters little: the ratio is the median of the pairs. Behind it stands where the generator's
own time goes, by module, and the memory the process came to need.
"""

from __future__ import annotations

import cProfile
import pstats
import resource
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from time import process_time
from typing import Any, TypeVar

from quiz.documents import Document, read
from quiz.facts.dates import find_dates
from quiz.facts.language import BATCH, parts_of, shipped
from quiz.questions import make_outcomes

ROOT = Path(__file__).parent.parent
LIMIT = 1.3
"""How many times as long as the language model alone the generator may take."""

Given = TypeVar("Given")

ROUNDS = 9
SHOWN = 12
"""Modules shown of the profile."""


def main() -> None:
    """Measure and print the table."""
    paths = [Path(name) for name in sys.argv[1:]] or sorted((ROOT / "seeds").glob("*.md"))
    documents = [read(path) for path in paths]
    words = sum(len(document.text.split()) for document in documents)
    texts = [[part.masked.text for part in parts_of(document, find_dates(document))] for document in documents]
    parsed(texts[:1])  # what is loaded on first use counts for neither side
    generated(documents[:1])
    rounds = [(seconds(parsed, texts), seconds(generated, documents)) for _ in range(ROUNDS)]
    model_alone, whole = (statistics.median(times) for times in zip(*rounds, strict=True))
    ratio = statistics.median(generator / library for library, generator in rounds)
    print(f"{words:,} words in {len(documents)} documents, {ROUNDS} rounds")
    print(f"{'language model alone':24}{model_alone:8.2f} s{words / model_alone:10,.0f} words/s")
    print(f"{'generator':24}{whole:8.2f} s{words / whole:10,.0f} words/s")
    print(f"{'ratio':24}{ratio:8.2f}  {'':10}limit {LIMIT}")
    print(f"{'memory':24}{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB at most")
    print("\nthe generator's own time, by module, with what it calls of Python's:")
    shares = own_time(documents)
    for module, share in shares.most_common(SHOWN):
        print(f"  {share / shares.total():6.1%}  {module}")


def seconds(work: Callable[[Given], None], given: Given) -> float:
    """CPU time of some work."""
    begun = process_time()
    work(given)
    return process_time() - begun


def parsed(documents: Sequence[Sequence[str]]) -> None:
    """Parse the parts of documents that the generator parses, and do nothing with what comes of it."""
    for parts in documents:
        for _ in alone().pipe(parts, batch_size=BATCH):
            pass


@cache
def alone() -> Any:
    """The language model as it comes, with a pipeline of the same components."""
    return shipped()


def generated(documents: Sequence[Document]) -> None:
    """Make the cards of documents, which have been read."""
    for document in documents:
        make_outcomes(document)


def own_time(documents: Sequence[Document]) -> Counter[str]:
    """Seconds spent in each module of ours; built-in functions and regular expressions count for who calls them."""
    profile = cProfile.Profile()
    profile.runcall(generated, documents)
    spent: Counter[str] = Counter()
    functions = pstats.Stats(profile).stats  # type: ignore[attr-defined] # typeshed leaves it out
    for (file, _, _), (_, _, own, _, callers) in functions.items():
        if module := ours(file):
            spent[module] += own
        elif file == "~" or "/re/" in file:
            for (caller, _, _), (_, _, part, _) in callers.items():
                if module := ours(caller):
                    spent[module] += part
    return spent


def ours(file: str) -> str:
    """The name of a module of ours, "" for any other file."""
    path = Path(file)
    return path.relative_to(ROOT).with_suffix("").as_posix() if path.is_relative_to(ROOT / "quiz") else ""


if __name__ == "__main__":
    main()
