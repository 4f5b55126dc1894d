"""What stands in the way of an export, and what it could not carry over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from quiz.deck.beyond import named
from quiz.deck.lock import Lock
from quiz.deck.model import Card, Deck
from quiz.deck.record import of_card
from quiz.deck.remembered import in_passing
from quiz.deck.subdecks import below
from quiz.errors import Place, Problem, QuizError
from quiz.export.anki.filing import ADDED, EDITED, NEW, SAME, Filing, shelf_names
from quiz.export.anki.gone import Moved, gone
from quiz.export.anki.ledger import locks_of, unlocked
from quiz.export.anki.markup import clean, unclean
from quiz.export.anki.naming import deck_name, subdecks_by, together
from quiz.export.anki.notes import tag_of
from quiz.export.anki.options import Vain, edited
from quiz.export.anki.theirs import owners, refuse_doubles, refuse_ours, unwritten
from quiz.export.losses import Losses
from quiz.export.request import Request
from quiz.export.wording import name

TOLD, WORDS = 20, 40  # cards told one by one, and letters of each


def refuse(decks: Sequence[Deck]) -> tuple[Problem, ...]:
    """QuizError with every deck and card that has no identity, shares one, or has no question or answer.

    Returns what of the cards does not come along; all of it is found in one going through, which keeps no card.
    """
    problems, left, losses = [*shared_decks(decks)], list[Problem](), Losses()
    for deck in decks:
        seen, tags = set[str](), set(deck.tags)
        for card in in_passing(deck.cards):
            problems += [*unknown(card, deck, seen), *silent(card, deck)]
            losses.controls(card, deck, unclean)
            if card.points or card.partial:
                losses.tell(card, deck, "points and shares are kept in the note and not shown: Anki gives none")
            tags.update(card.tags)
        left += lost_tags(tags, deck)
    if problems:
        raise QuizError(problems)
    return (*losses.problems(), *left)


def shared_decks(decks: Sequence[Deck]) -> Iterator[Problem]:
    """Find decks without a file or an id, or with that of another."""
    seen: dict[str, str] = {}
    for deck in decks:
        if not deck.path or not deck.id:
            yield Problem(Place(deck.path or deck.title), "the deck has no file or no id to be known by in Anki")
        elif deck.id in seen:
            hint = "in a copied deck, delete the line `id:` and the lock beside it"
            yield Problem(Place(deck.path), f"has the same id as {seen[deck.id]}", hint)
        seen.setdefault(deck.id, deck.path)


def unknown(card: Card, deck: Deck, seen: set[str]) -> Iterator[Problem]:
    """Find a card without an id, or with one that was seen: two notes under one spoil an Anki collection for good."""
    if not card.id:
        yield Problem(place(card, deck), "the card has no id to be known by in Anki")
    elif any(map(str.isspace, card.id)):
        yield Problem(place(card, deck), f"the card's id {card.id!r} holds a space", "give it an id of one word")
    elif card.id in seen:
        yield Problem(place(card, deck), f"another card has the id {card.id!r} too", "delete one of the two ids")
    seen.add(card.id)


def silent(card: Card, deck: Deck) -> Iterator[Problem]:
    """Find a card that asks or answers nothing a reader could see: Anki would hide its note."""
    if not clean(card.question) and not clean(card.cloze):
        yield Problem(place(card, deck), "the card asks nothing")
    if not clean(card.answer):
        yield Problem(place(card, deck), "the card has no answer")


def reviewed(decks: Sequence[Deck], request: Request) -> tuple[Problem, ...]:
    """Tell what does not come along or not as was asked, which decks are put together, and what stays behind in Anki.

    QuizError where decks cannot be exported. Each lock is read once.
    """
    left, names = refuse(decks), shelf_names(decks, request)
    stays = [] if together(request) else [*merged(decks, names)]
    vain, moved, back, doubles = Vain(request), Moved(), Losses(), dict[str, str]()
    for deck, lock, called in zip(decks, locks_of(decks), names, strict=True):
        refuse_doubles(deck, lock, doubles)
        stays += [*unlocked(deck, lock), *renamed(deck, lock, called), *refiled(deck, lock, request)]
        stays += [*gone(deck, lock), *edited(deck, lock, request)]
        vain.look(deck, lock)
        moved.look(deck, lock)
        unwritten(deck, lock, back)
    refuse_ours(decks, doubles, request)
    return (*left, *stays, *moved.problems(decks), *vain.problems(), *back.problems())


def merged(decks: Sequence[Deck], names: Sequence[str]) -> Iterator[Problem]:
    """Find decks that Anki takes for one because their titles are the same."""
    first: dict[str, Deck] = {}
    for deck, called in zip(decks, names, strict=True):
        if called in first:
            message = f"its cards go to the same deck in Anki as those of {first[called].path}"
            yield warning(Place(deck.path), message, "give the two decks different titles")
        first.setdefault(called, deck)


def renamed(deck: Deck, lock: Lock, called: str) -> Iterator[Problem]:
    """Find a deck that Anki knows by another name: an import moves no card."""
    known = lock.notes or lock.theirs
    if known and lock.shelf and deck_name(lock.shelf).casefold() != called.casefold():
        message = f"new cards go to the deck {called!r} in Anki, but those it has stay in {lock.shelf!r}"
        hint = "rename that deck in Anki before you import, if you have not yet, and they stay together"
        yield warning(Place(deck.path), message, hint)


def refiled(deck: Deck, lock: Lock, request: Request) -> Iterator[Problem]:
    """Find a deck whose cards would go to other sub-decks than at its last export: an import moves none of them."""
    now, before = subdecks_by(request), lock.subdecks
    if before == now or not (lock.notes or lock.theirs):
        return
    known = {*lock.notes, *owners(lock)}
    there = [card for card in in_passing(deck.cards) if card.id in known]
    stay = sum(below(card, deck, now).casefold() != below(card, deck, before).casefold() for card in there)
    if stay:
        where = "stays in the deck where Anki has it" if stay == 1 else "stay in the decks where Anki has them"
        message = f"{stay:,} of its cards {where}: only new ones are filed as the options say"
        yield warning(Place(deck.path), message, "move them in Anki, or give the same options as last time")


def lost_tags(tags: Iterable[str], deck: Deck) -> Iterator[Problem]:
    """Find tags that do not come along."""
    for tag in sorted(tags):
        if not tag_of(tag):
            yield warning(Place(deck.path), f"the tag {tag!r} is left out", "it is empty, or Anki's own")


def place(card: Card, deck: Deck) -> Place:
    """Tell where a card stands."""
    return card.place or Place(deck.path)


def warning(where: Place, message: str, hint: str) -> Problem:
    """Make a problem that does not stop the export."""
    return Problem(where, message, hint, "warning")


def overwritten(filing: Filing) -> list[str]:
    """Say, card by card, what somebody put into notes in Anki, and what an import overwrites."""
    why = "--force: an import" if filing.request.force else "was edited, so an import"
    lines = (
        f"{place(card, deck)}: “{name(card.prompt, WORDS)}” {why} overwrites its note in Anki, "
        f"which has {named(lost, over, of_card(card) if over else {})}"
        for deck, card, lost, over in filing.beyond
    )
    told = [*dict.fromkeys(lines)]  # two notes of a card may hold the same
    more = len(told) - TOLD
    return [*told[:TOLD], *([f"so it does with {more:,} more notes that have such"] if more > 0 else [])]


def foretold(filing: Filing, count: int) -> tuple[str, ...]:
    """Say what to know before the package of so many notes is imported."""
    told, again = overwritten(filing), count - filing.new
    if again:
        kinds = (NEW, EDITED, *([ADDED] if filing.counted[ADDED] else []), SAME)
        told.append(f"since the last export: {', '.join(f'{filing.counted[kind]:,} {kind}' for kind in kinds)}")
    if filing.request.force:
        told.append(
            "--force: the import overwrites every note of these decks in Anki, with its tags, whatever was edited "
            "there; what was learnt stays"
        )
    if filing.learnt or filing.marked:
        come = f"{filing.learnt:,} {'card comes' if filing.learnt == 1 else 'cards come'}"
        more = f", {filing.marked:,} more suspended or flagged" if filing.marked else ""
        told.append(
            f"--history: {come} with what was learnt{more}; Anki takes that for notes it does not have yet, and only "
            'with "Import any learning progress" ticked'
        )
    elif filing.request.history is not None:
        given = any(each.given for each in filing.request.history.values())
        none = "no card comes with what was learnt" if given else "none of these cards was answered yet"
        told.append(f"--history: {none}")
    return tuple(told)
