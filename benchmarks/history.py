"""What a long history costs: `quiz due`, `stats` and `doctor` beside the least that each of them has to do.

Run it on a quiet machine: `python benchmarks/history.py [ANSWERS [CARDS]]`, by default half a million of 10,000. Each
pair is run in turn, three times; the best of each is printed, in seconds of the processor, and their ratio.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from quiz.study.history import History, following
from quiz.study.scheduling.schedule import Schedule
from quiz.study.sitting import local_time

SIZES = (500_000, 10_000)
ROUNDS, DECKS, DAILY = 3, 10, 400
DAY = 86_400_000

READING = "import sqlite3, sys; rows = sqlite3.connect(sys.argv[1]).execute('select {} from reviews order by clock')"
ROWS = f"{READING.format('clock, deck, card, day, grade, duration, mode')}; any(not row for row in rows)"
STEPS = """
from datetime import UTC, datetime, timedelta
from fsrs import Card, Rating, Scheduler
scheduler, at = Scheduler(enable_fuzzing=False), datetime(2020, 1, 1, tzinfo=UTC)
card = Card(card_id=1)
for _ in rows:
    card, _log = scheduler.review_card(card, Rating.Good, at)
    at += timedelta(hours=1)
"""

ANSWERS = """
insert into reviews (deck, card, at, way, answer, right, grade, duration, mode, day, clock)
with recursive n(i) as (select 0 union all select i + 1 from n where i < ?1 - 1)
select 'd' || (i * 7919 % ?2 % ?3), 'c' || (i * 7919 % ?2 / ?3), at, 'typed', '1829', i % 10 > 0,
    case i % 10 when 0 then 1 when 1 then 2 when 2 then 4 else 3 end, 4000 + i % 3000, 'study', at / ?4, at
from (select i, ?5 - (?1 - i) * (?4 / ?6) as at from n)
"""


def main() -> None:
    """Make a history, measure the pairs and print the table."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed quiz is compiled, as its counterparts are
    given = [*map(int, sys.argv[1:]), *SIZES[len(sys.argv) - 1 :]]
    with tempfile.TemporaryDirectory() as folder:
        history = made(Path(folder), *given)
        os.environ["QUIZ_CACHE"] = str(Path(folder) / "cache")
        decks, steps = str(Path(folder) / "decks"), f"{READING.format('1')}\n{STEPS}"
        pairs = [
            ("quiz due", ["due", decks], "import click", ["-c", "import click"]),
            ("quiz stats", ["stats", decks, "--json"], "its rows read", ["-c", ROWS, str(history)]),
            ("quiz doctor", ["doctor"], "as many FSRS steps", ["-c", steps, str(history)]),
        ]
        for name, ours, other, theirs in pairs:
            runs = [(spent(["-m", "quiz", *ours, "--history", str(history)]), spent(theirs)) for _ in range(ROUNDS)]
            one, two = (min(times) for times in zip(*runs, strict=True))
            print(f"{name:12}{one:7.2f} s   {other:20}{two:7.2f} s{one / two:7.1f}")


def made(folder: Path, answers: int, cards: int) -> Path:
    """Write decks and a history of so many answers to their cards, some hundreds a day until now."""
    (folder / "decks").mkdir()
    for deck in range(DECKS):
        lines = [f"title: Bridges {deck}", f"id: d{deck}", "cards:"]
        lines += [
            f"- {{id: c{n}, question: When was bridge {n} opened?, answer: '1829'}}" for n in range(cards // DECKS)
        ]
        (folder / "decks" / f"d{deck}.yaml").write_text("\n".join(lines))
    with closing(History(folder / "history.db")) as history, history.database.transaction():
        now = int(local_time().timestamp() * 1000)
        history.database.write(ANSWERS, (answers, cards, DECKS, DAY, now, DAILY))
        step = Schedule().stepping()
        for key, reviews in history.studied():
            following.replace_memory(history.database, key, following.learned(reviews, step))
    return folder / "history.db"


def spent(arguments: list[str]) -> float:
    """Run Python; return the processor's time."""
    before = _used()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
    return _used() - before


def _used() -> float:
    found = resource.getrusage(resource.RUSAGE_CHILDREN)
    return found.ru_utime + found.ru_stime


if __name__ == "__main__":
    main()
