"""The tables of the history, as a list of numbered migrations: a file of any older version is brought up step by step.

Times are milliseconds since 1970 in UTC, durations milliseconds, days the learner's, counted from 1970-01-01.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

APPLICATION = 0x5155495A
"""SQLite's application id of our file: "QUIZ"."""

REVIEWS = """
create table reviews (
    id integer primary key,
    deck text not null check (deck <> ''),
    card text not null check (card <> ''),
    at integer not null,
    way text not null check (way in ('choice', 'typed', 'reveal')),
    answer text not null,
    right integer not null check (right in (0, 1)),
    grade integer not null check (grade between 1 and 4),
    duration integer not null check (duration >= 0)
) strict;
create index reviews_by_card on reviews (deck, card, at);
create trigger reviews_stay before update on reviews begin select raise(abort, 'reviews are never changed'); end;
create trigger reviews_remain before delete on reviews begin select raise(abort, 'reviews are never deleted'); end;
create table memory (
    deck text not null,
    card text not null,
    first integer not null,
    last integer not null,
    due integer not null,
    stability real not null,
    difficulty real not null,
    state integer not null check (state in (1, 2, 3)),
    step integer,
    primary key (deck, card)
) strict, without rowid;
"""
"""`reviews` is what happened; `memory` is reckoned from it, answer by answer in the same transaction."""

EVENTS = """
drop trigger reviews_stay;
alter table reviews add column mode text not null default 'study' check (mode in ('study', 'ahead', 'cram'));
alter table reviews add column day integer not null default 0;
alter table reviews add column clock integer not null default 0;
update reviews set day = (at - 14400000) / 86400000;
update reviews set clock = run.clock from
    (select id, max(at - place) over (order by id) + place as clock from
        (select id, at, row_number() over (order by id) as place from reviews)) as run
    where run.id = reviews.id;
create trigger reviews_stay before update on reviews begin select raise(abort, 'reviews are never changed'); end;
drop index reviews_by_card;
create index reviews_by_card on reviews (deck, card, clock);
create index reviews_by_day on reviews (day);
create index reviews_by_clock on reviews (clock);
alter table memory add column begun integer not null default 0;
alter table memory add column answers integer not null default 1 check (answers > 0);
alter table memory add column lapses integer not null default 0 check (lapses >= 0);
update memory set begun = (first - 14400000) / 86400000,
    answers = max(1, (select count(*) from reviews as r where r.deck = memory.deck and r.card = memory.card)),
    lapses = lapses_of((select group_concat(grade, '') from
        (select grade from reviews as r where r.deck = memory.deck and r.card = memory.card order by clock)));
create index memory_by_begun on memory (begun);
create table events (
    id integer primary key,
    deck text not null check (deck <> ''),
    card text not null check (card <> ''),
    at integer not null,
    day integer not null,
    what text not null
        check (what in ('suspend', 'resume', 'bury', 'unbury', 'flag', 'unflag', 'leech', 'reset', 'undo')),
    clock integer not null,
    review integer unique references reviews (id),
    event integer unique references events (id),
    check ((what = 'undo') = ((review is null) <> (event is null)))
) strict;
create index events_by_card on events (deck, card);
create index events_by_clock on events (clock);
create trigger events_stay before update on events begin select raise(abort, 'events are never changed'); end;
create trigger events_remain before delete on events begin select raise(abort, 'events are never deleted'); end;
create table marks (
    deck text not null,
    card text not null,
    suspended integer not null check (suspended in (0, 1)),
    flagged integer not null check (flagged in (0, 1)),
    leech integer not null check (leech in (0, 1)),
    buried integer,
    primary key (deck, card)
) strict, without rowid;
create table weights (
    id integer primary key,
    at integer not null,
    clock integer not null,
    reviews integer not null check (reviews >= 0),
    parameters text not null check (json_valid(parameters))
) strict;
create trigger weights_stay before update on weights begin select raise(abort, 'weights are never changed'); end;
create trigger weights_remain before delete on weights begin select raise(abort, 'weights are never deleted'); end;
"""
"""`events` is what was done to cards besides answering; one of what `undo` takes back a review or another event.

`clock` is the time in milliseconds as it never runs backwards: the order of all rows of `reviews`, `events` and
`weights`, whatever the computer's clock said, and the one in which the histories of two computers are put together.
`marks` is reckoned from `events`; `weights` are the schedule's, fitted to the learner, the last holding;
`begun` is the day of a card's first answer.
"""

EXAMS = """
create table exams (
    id integer primary key,
    at integer not null,
    paper text not null check (json_valid(paper))
) strict;
create table exam_events (
    id integer primary key,
    exam integer not null references exams (id),
    at integer not null,
    used integer not null check (used >= 0),
    what text not null check (what in (
        'begin', 'resume', 'go', 'draft', 'answer', 'flag', 'unflag', 'tick',
        'hand_in', 'time_up', 'give_up', 'close'
    )),
    place integer not null check (place >= 0),
    given text not null
) strict;
create index exam_events_by_exam on exam_events (exam);
create trigger exams_stay before update on exams begin select raise(abort, 'exams are never changed'); end;
create trigger exams_remain before delete on exams begin select raise(abort, 'exams are never deleted'); end;
create trigger exam_events_stay before update on exam_events
    begin select raise(abort, 'exam events are never changed'); end;
create trigger exam_events_remain before delete on exam_events
    begin select raise(abort, 'exam events are never deleted'); end;
"""
"""`exams` holds the papers as they were drawn, `exam_events` all that happened to each: an exam follows from both."""

MIGRATIONS = (REVIEWS, EVENTS + EXAMS)
"""The script that brings a file from each version to the next; version 0 is an empty file."""

VERSION = len(MIGRATIONS)

KEPT = (("reviews", "memory"), ("reviews", "events", "weights", "exams", "exam_events", "memory", "marks"))
"""The tables of each version."""


LEARNING, SECOND, REVIEW, RELEARNING = range(4)
AGAIN, GOOD, EASY = "134"


def lapses_of(grades: str | None) -> int:
    """Count the lapses in a card's grades as version 1 knew them: steps of 1 and 10 minutes, and of 10 to relearn."""
    state, lapses = LEARNING, 0
    for grade in grades or "":
        if grade == AGAIN:
            lapses += state == REVIEW
            state = RELEARNING if state in (REVIEW, RELEARNING) else LEARNING
        elif grade == EASY or (grade == GOOD and state != LEARNING):
            state = REVIEW
        elif grade == GOOD:
            state = SECOND
    return lapses


def prepare(database: sqlite3.Connection, since: int, until: int = VERSION) -> None:
    """Bring the tables of a file from one version to another, within a transaction, and mark it as ours."""
    database.create_function("lapses_of", 1, lapses_of, deterministic=True)
    for script in MIGRATIONS[since:until]:
        for statement in statements(script):
            database.execute(statement)
    database.execute(f"pragma application_id = {APPLICATION}")
    database.execute(f"pragma user_version = {until}")


def statements(script: str) -> Iterator[str]:
    """Return the statements of a script, one by one, so that they can stand in one transaction."""
    statement = ""
    for line in script.strip().splitlines():
        statement += line + "\n"
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""
