"""Retention of late for the home screen: the reviews that statistics count, without reading all answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quiz.config import StudyConfig
from quiz.study.history import counts
from quiz.study.history.counts import Answered
from quiz.study.history.database import Database
from quiz.study.model import Day
from quiz.study.statistics.phases import Phase, Table, before, transitions
from quiz.study.statistics.proportion import Rate
from quiz.study.statistics.tally import first_of_late, tally


def recall(database: Database, today: Day, study: StudyConfig) -> dict[str, Rate]:
    """Return for each deck that has any its reviews of late, as `tally` counts them."""
    late = counts.since(database, first_of_late(today))
    if not late:
        return {}
    table, _review = transitions(len(study.learning_steps), len(study.relearning_steps))
    by_deck: dict[str, list[Answered]] = {}
    for key in {(deck, card) for _clock, deck, card, *_rest in late}:
        by_deck.setdefault(key[0], []).extend(_telling(table, counts.before(database, key, late[0][0])))
    for answer in late:
        by_deck[answer[1]].append(answer)
    resets = counts.resets(database)
    found = {deck: tally(sorted(answers), today, study, resets).of_late(today) for deck, answers in by_deck.items()}
    return {deck: rate for deck, rate in found.items() if rate.reviews}


def _telling(table: Table, answers: Iterable[Answered]) -> Iterator[Answered]:
    """Return as many answers to a card, the last first, as tell which phase it was in behind them; mostly two do."""
    leads: Sequence[Phase] = range(len(table))
    for answer in answers:
        yield answer
        _clock, _deck, _card, _day, grade, _spent, moved = answer
        leads = before(table, grade, leads) if moved else leads
        if len(set(leads)) == 1:
            break
