"""The words of a sitting in lines: one thing a line, nothing drawn, nothing a terminal would obey."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta

from quiz.deck.model import Card, Deck
from quiz.study.asking import numeric
from quiz.study.given import said
from quiz.study.judging.ticking import ticked
from quiz.study.marking import answer_places
from quiz.study.model import Grade
from quiz.study.plain.commands import SIGN, UNKNOWN
from quiz.study.printable import clean, line, read, read_line, wrapped
from quiz.study.scheduling.choosing import Waiting
from quiz.study.scheduling.schedule import interval_words
from quiz.study.session import Answer, Session
from quiz.study.sitting import Sitting
from quiz.study.source import cited, places

REMARKED = ("order", "truefalse")
"""Kinds of card whose explanation is what one wants to know first."""

MISSED = 20
"""Missed cards listed at most."""

HELP = (
    "? this help",
    "u undo the last step, as often as you like",
    "y after an answer: I was right",
    "s after an answer: the document it comes from, around the passage",
    "e edit the card in your editor",
    "z suspend the card: it is not asked until you resume it",
    "b put the card off until tomorrow",
    "f flag the card, or take the flag off",
    "h before an answer: the hint, if the card has one",
    "r reset the card: it is new again",
    "c practise all cards of these decks (cram): the schedule is left alone",
    "m at the end: study more",
    "d choose other decks",
    "q stop; every answer is kept the moment it is given",
)


def question(session: Session, *, flagged: bool = False) -> list[str]:
    """Ask the current question."""
    item, asked = session.current, session.question
    told = [f"Question {session.position} of {session.total}, {line(item.deck.title) or 'untitled'}"]
    told += read(asked.prompt).split("\n")
    told += [f"{number}. {read_line(option)}" for number, option in enumerate(asked.options, start=1)]
    if item.known:
        told.append("Being learned: asked once more.")
    elif item.tries:
        told.append("Missed before in this sitting.")
    return [*told, "Flagged."] if flagged else told


def wish(session: Session) -> str:
    """Say what is to be typed now."""
    if session.phase == "revealed":
        return "How well did you know it? Type a number from 1 to 4."
    if session.phase == "answered":
        wrong = session.last is not None and not session.last.right
        return f"Enter for the next, {'y if you were right, ' * wrong}or another grade from 1 to 4."
    asked = session.question
    if asked.ordering:
        return "Type the numbers in the right order, 0 if you don't know."
    if asked.ticking:
        return "Several may be right: type the numbers of all that are, as 1 3; 0 if you don't know."
    if asked.way == "choice":
        return f"Type a number from 1 to {len(asked.options)}, 0 if you don't know."
    if asked.way == "reveal":
        return "Enter shows the answer."
    zero = f"{SIGN}{UNKNOWN}" if numeric(asked, session.current.card) else UNKNOWN
    return f"Type {asked.expected}, {zero} if you don't know."


def outcome(answer: Answer) -> list[str]:
    """Say what became of a checked answer, and why."""
    card, verdict, given = answer.item.card, answer.verdict, answer.given.strip()
    right, told_as = read_line(card.answer), line if answer.question.way == "typed" else read_line
    close, reason = verdict is not None and verdict.close, verdict.reason if verdict else ""
    if answer.right:
        told = [f"Close, taken as right: {right}" if close else f"Right: {right}"]
        told += [f"You typed: {line(given)}"] if close and not answer.question.ordering else []
    else:
        told = ["Nearly." if close else "Wrong." if given else "Not known."]
        told += [f"You said: {told_as(said(answer.question, given))}"] if given else []
        told += [f"Right is: {right}"]
    told += [f"Why: {told_as(reason)}"] if reason and given else []
    return [*told, *_ticks(answer)] if answer.question.ticking else told


def _ticks(answer: Answer) -> Iterator[str]:
    """Say what was missed of the right options, and of each wrong one why it is wrong."""
    card, options = answer.item.card, answer.question.options
    chosen = ticked(options, answer.given)
    for option in options:
        if chosen and option in card.all_of and option not in chosen:
            yield f"Missed: {read_line(option)}"
        elif option in chosen and option not in card.all_of:
            why = card.told(option)
            yield f"Not right: {read_line(option)}{f' ({read_line(why)})' if why else ''}"


def right(card: Card) -> list[str]:
    """Say the answer of a card that the learner grades."""
    if card.ordered:
        return ["Answer:", *(f"{at}. {read_line(item)}" for at, item in enumerate(card.ordered, start=1))]
    first, *rest = read(card.answer).rstrip("\n").split("\n")
    return ["Answer:", first, *rest] if rest else [f"Answer: {first}"]


def passage(deck: Deck, card: Card) -> list[str]:
    """Say the passage with the answer in « », where it is from, and the explanation."""
    remark = [f"Note: {read(card.explanation)}"] if card.explanation else []
    if card.source is None:
        return remark
    shown = marked(card.source.passage.text, card)
    quoted = [f"Passage: {shown}"] if shown.strip() else []
    for evidence in card.source.evidence:
        place = ", ".join(places(evidence))
        quoted.append(f"Also, {line(place)}: {clean(evidence.text)}" if place else f"Also: {clean(evidence.text)}")
    quoted.append(f"From: {line(cited(deck, card))}")
    return [*remark, *quoted] if card.kind in REMARKED else [*quoted, *remark]


def marked(text: str, card: Card) -> str:
    """Put a card's answer, where it stands in a text, in « »."""
    shown, at = clean(text), 0
    parts = []
    for start, end in answer_places(shown, card):
        parts += [shown[at:start], f"«{shown[start:end]}»"]
        at = end
    return "".join([*parts, shown[at:]])


def grades(intervals: Mapping[Grade, timedelta], grade: Grade | None = None) -> list[str]:
    """Say the grades with when the card would come again, and the one that was given; practice has none."""
    if not intervals:
        return []
    choices = ", ".join(f"{each.value} {each.word} {interval_words(time)}" for each, time in intervals.items())
    given = [f"Graded {grade.word}: comes again in {interval_words(intervals[grade])}."] if grade else []
    return [*given, f"Grades: {choices}."]


def welcome(sitting: Sitting, waiting: Sequence[Waiting], pace: float) -> list[str]:
    """Say what waits, or why cards are asked that do not."""
    cards = sitting.session.total
    number = f"{cards} card{'s' * (cards != 1)}"
    if sitting.mode != "study":
        why = "cram" if sitting.mode == "cram" else "ahead of time"
        return [f"{number} for practice ({why}): the schedule is left alone."]
    due, new = sum(len(deck.due) for deck in waiting), sum(len(deck.new) for deck in waiting)
    if not due + new:
        return [f"{number} more than today's number, {minutes(cards, pace)}."]
    return [f"{due} due, {new} new, {minutes(due + new, pace)}."]


def minutes(cards: int, pace: float) -> str:
    """Say about how long some cards take at so many seconds each."""
    number = max(1, round(cards * pace / 60))
    return f"about {number} minute{'s' * (number != 1)}"


HINT = f"Type ? for help, q to stop; where you type an answer, commands begin with a colon: {SIGN}q."


def summary(session: Session, elapsed: timedelta) -> list[str]:
    """Say what the sitting came to."""
    found = session.summary()
    if not found.cards:
        return ["No question answered."]
    time = round(elapsed / timedelta(minutes=1))
    told = [f"{found.right} of {found.cards} known at the first try."]
    told += [f"{found.new} new."] if found.new else []
    told.append(f"{time} minute{'s' * (time != 1)}." if time else "Under a minute.")
    for item in found.missed[:MISSED]:
        told.append(f"Missed: {read_line(item.card.prompt)} Right is: {read_line(item.card.answer)}")
    if len(found.missed) > MISSED:
        told.append(f"And {len(found.missed) - MISSED} more.")
    return told


def coming(waiting: Sequence[Waiting], now: datetime) -> list[str]:
    """Say what still waits, or when the next card is due."""
    due, new = sum(len(deck.due) for deck in waiting), sum(len(deck.new) for deck in waiting)
    if due + new:
        return [f"Still waiting: {due} due, {new} new."]
    return [" ".join(["Nothing waits.", *next_due(waiting, now)])]


def next_due(waiting: Sequence[Waiting], now: datetime) -> list[str]:
    """Say when the next card is due, if one will be."""
    nexts = [deck.next_due for deck in waiting if deck.next_due]
    return [f"Next due in {interval_words(min(nexts) - now)}."] if nexts else []


def offered(*, more: bool, undo: bool, decks: bool) -> str:
    """Say what can be done once nothing is left to ask."""
    offers = [
        *(["m studies more"] if more else []),
        "c practises these decks (cram)",
        *(["u takes the last step back"] if undo else []),
        *(["d shows the decks"] if decks else []),
    ]
    return f"Enter ends; {', '.join(offers)}."


def sentence(words: str) -> str:
    """Return words of the screen, or of an error, as a sentence."""
    shown = line(words)
    return f"{shown[:1].upper()}{shown[1:]}."


def rows(told: Sequence[str], width: int) -> list[str]:
    """Wrap lines to a width, further lines of a numbered one indented."""
    shown = []
    for words in told:
        found = re.match(r"\d+\. ", words)
        head = found[0] if found else ""
        first, *rest = wrapped(words[len(head) :], width - len(head))
        shown += [head + first, *(" " * len(head) + row for row in rest)]
    return shown
