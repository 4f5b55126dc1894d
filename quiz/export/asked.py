"""Cards as learning platforms ask them: as a choice, as true or false, to be typed, as a number, or to be ordered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Literal

from quiz.deck.cloze import gaps
from quiz.deck.model import GAP, TRUTHS, Card, Deck
from quiz.deck.pinning import pinned
from quiz.deck.remembered import in_passing
from quiz.errors import Place, Problem, QuizError
from quiz.export.amounts import Amount, amount
from quiz.export.losses import Losses
from quiz.export.media import NONE, Carrier, Media, Room, pictured
from quiz.export.sources import quoted
from quiz.export.wording import clean, line

Form = Literal["choice", "truefalse", "typed", "number", "order"]

TEXT = Carrier()
"""A format of text, which carries no pictures and sounds."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One card as one question; all its texts are clean.

    `key` is its identity, `options` what a choice offers, the right one among them, in an order of the card's own;
    `late` those of them that speak of the others ("all of the above"), which stand last wherever the rest is put;
    `right` every answer that counts, the answer itself first; `items` what is to be ordered, in the right order;
    `told` what is shown after answering: the explanation, and the passages with their place, each a line or more;
    `media` the pictures and sounds that these texts name and that come along, `left` what is to be told of others.
    """

    key: str
    form: Form
    prompt: str
    answer: str
    right: tuple[str, ...]
    options: tuple[str, ...]
    late: tuple[str, ...]
    items: tuple[str, ...]
    amount: Amount | None
    told: tuple[str, ...]
    tags: tuple[str, ...]
    media: Media = field(default_factory=dict, compare=False)
    left: tuple[tuple[str, str], ...] = ()

    @property
    def true(self) -> bool:
        """Whether a statement is true."""
        return self.answer.casefold() == TRUTHS[0]

    @property
    def blank(self) -> tuple[str, str] | None:
        """The prompt before and behind its one gap; None if it has none, or several."""
        before, gap, behind = self.prompt.partition(GAP)
        return (before, behind) if gap and GAP not in behind else None


def asked(decks: Sequence[Deck], losses: Losses, carrier: Carrier = TEXT) -> Iterator[tuple[Deck, list[Asked]]]:
    """Read decks as questions, and tell what no platform carries; QuizError where a card asks or answers nothing.

    The cards of the decks returned have words in place of the pictures and sounds that the format does not carry.
    """
    refuse(decks)
    room = Room()
    for deck in decks:
        loaded = [carrier.load(card, deck, room) for card in in_passing(deck.cards)]
        if any(left for _, _, left in loaded):
            shown = replace(deck, cards=tuple(card for card, _, _ in loaded))
        else:
            shown = deck
        yield shown, [question(card, deck, losses, media, left) for card, media, left in loaded]


def refuse(decks: Sequence[Deck]) -> None:
    """QuizError with every card that has no question or answer a reader could see."""
    problems = []
    for deck in decks:
        for card in in_passing(deck.cards):
            where = card.place or Place(deck.path or deck.title)
            if not clean(card.prompt):
                problems.append(Problem(where, "the card asks nothing"))
            if not clean(card.answer):
                problems.append(Problem(where, "the card has no answer"))
    if problems:
        raise QuizError(problems)


def question(
    card: Card, deck: Deck, losses: Losses, media: Media = NONE, left: tuple[tuple[str, str], ...] = ()
) -> Asked:
    """Read one card as the question that suits it best, with the media that come along and what is left of others."""
    answer, accept = line(card.answer), tuple(filter(None, map(line, card.accept)))
    options = offered(card, (answer, *accept))
    items = tuple(dict.fromkeys(filter(None, map(line, card.ordered))))
    number = amount(answer, card.tolerance)
    form = suited(card, options, items, number)
    lost(card, deck, form, losses)
    for message, hint in left:
        losses.tell(card, deck, message, hint)
    if form == "typed" and pictured(answer, media):
        losses.tell(card, deck, "an answer that is a picture or sound is to be typed as its description")
    return Asked(
        key=f"{deck.id}/{card.id}",
        form=form,
        prompt=clean(card.question) or clean(card.asks),
        answer=answer,
        right=tuple(dict.fromkeys((answer, *accept))),
        options=options if form == "choice" else (),
        late=tuple(text for text in options if pinned(text, options) is not None) if form == "choice" else (),
        items=items if form == "order" else (),
        amount=number if form == "number" else None,
        told=tuple(filter(None, [clean(card.explanation), *quoted(card, deck)])),
        tags=tuple(dict.fromkeys(filter(None, map(line, (*deck.tags, *card.tags))))),
        media=media,
        left=left,
    )


def offered(card: Card, right: Sequence[str]) -> tuple[str, ...]:
    """Give the answer and the wrong ones beside it that nobody could take for right, in an order of the card's own."""
    seen, kept = {text.casefold() for text in right}, [right[0]]
    for text in filter(None, map(line, card.distractors)):
        if text.casefold() not in seen:
            seen.add(text.casefold())
            kept.append(text)
    rank = {text: -1 if (late := pinned(text, kept)) is None else late for text in kept}
    return tuple(sorted(mixed(card.id, kept), key=rank.__getitem__))


def suited(card: Card, options: Sequence[str], items: Sequence[str], number: Amount | None) -> Form:
    """Choose how a card is asked: what can be marked without doubt goes before what has to be typed."""
    if len(items) > 1:
        return "order"
    if card.kind == "truefalse" and line(card.answer).casefold() in TRUTHS:
        return "truefalse"
    if len(options) > 1:
        return "choice"
    return "number" if number else "typed"


def mixed(seed: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Put texts in an order that follows from the card's id, so that the right one is not always first."""
    return tuple(sorted(texts, key=lambda text: sha256(f"{seed}/{text}".encode()).digest()))


def disordered(seed: str, items: Sequence[str]) -> tuple[str, ...]:
    """Put the items of an order card in an order of the card's own that is not the right one."""
    drawn = mixed(seed, items)
    return drawn if drawn != tuple(items) else (*drawn[1:], drawn[0])


def lost(card: Card, deck: Deck, form: Form, losses: Losses) -> None:
    """Tell what a card loses on every platform."""
    losses.controls(card, deck)
    if clean(card.question) and clean(card.cloze):
        losses.tell(card, deck, "the cloze is left out: the question is asked")
    elif len(set(gaps(card.cloze))) > 1:
        losses.tell(card, deck, "a cloze with several gaps is asked for all of them in one answer")
    if form == "choice" and card.accept:
        losses.tell(card, deck, "other right answers are left out: a choice offers the answer itself")
    if form != "number" and card.tolerance:
        reason = "a choice has no use for it" if form == "choice" else "the answer is no plain number"
        losses.tell(card, deck, f"the tolerance is left out: {reason}")
