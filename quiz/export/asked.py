"""Cards as learning platforms ask them: as a choice of one or several, as true or false, typed, or to be ordered."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from typing import Literal

from quiz.deck.cloze import gaps
from quiz.deck.enumerated import ANY_ORDER, asking, forms
from quiz.deck.marks import typeable, unmarked
from quiz.deck.marks.runs import EXACT, Run
from quiz.deck.model import BESIDE, GAP, TRUTHS, Card, Deck, Level, leveled
from quiz.deck.pinning import pinned
from quiz.deck.remembered import in_passing
from quiz.deck.twofold import thousands
from quiz.errors import Place, Problem, QuizError
from quiz.export.amounts import Amount, amounts
from quiz.export.looks import Looks, looks, shown
from quiz.export.losses import Losses
from quiz.export.media import NONE, Carrier, Media, Room, pictured
from quiz.export.sources import quoted
from quiz.export.wording import clean, line

Form = Literal["choice", "several", "truefalse", "typed", "number", "order"]

TEXT = Carrier()
"""A format of text, which carries no pictures and sounds."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One card as one question; all its texts are clean.

    `key` is its identity, `options` what a choice offers, the right ones among them, in an order of the card's own;
    `late` those of them that stand last wherever the rest is put: the pinned, and what speaks of the others ("all of
    the above"); `feedback` says of each option why it is wrong, and is () where nothing is said;
    `right` every answer that counts when typed, the answer itself first, and `also` those that the deck accepts beside
    it; `parts` those of an answer of several; `items` what is to be ordered, in the right order;
    `told` what is shown after answering: the explanation, and the passages with their place, each a line or more;
    `points`, `partial`, `level` and `hint` are what the card says of them;
    `cased` those of `right` that are maths or code, in which capitals count;
    `media` the pictures and sounds that these texts name and that come along, `left` what is to be told of others;
    `looks` how texts look that have marks in the deck.
    """

    key: str
    form: Form
    prompt: str
    answer: str
    right: tuple[str, ...]
    options: tuple[str, ...]
    late: tuple[str, ...]
    items: tuple[str, ...]
    amounts: tuple[Amount, ...]
    told: tuple[str, ...]
    tags: tuple[str, ...]
    also: tuple[str, ...] = ()
    cased: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    feedback: tuple[str, ...] = ()
    hint: str = ""
    points: str = ""
    partial: bool = False
    level: Level = ""
    media: Media = field(default_factory=dict, compare=False)
    left: tuple[tuple[str, str], ...] = ()
    looks: Looks = field(default_factory=dict, compare=False)

    @property
    def amount(self) -> Amount | None:
        """The number that the answer is first of all."""
        return next(iter(self.amounts), None)

    @property
    def true(self) -> bool:
        """Whether a statement is true."""
        return self.answer.casefold() == TRUTHS[0]

    @property
    def ticked(self) -> tuple[str, ...]:
        """The options of a choice that are right."""
        return self.parts if self.form == "several" else (self.answer,)

    @property
    def exact(self) -> bool:
        """Whether capitals count in every answer that is right."""
        return {*self.right} == {*self.cased}

    @property
    def posed(self) -> str:
        """The prompt as it is put where letters are compared: it says how an answer of several parts is typed."""
        if self.form != "typed" or not self.parts or GAP in self.prompt:
            return self.prompt
        return asking(self.prompt, self.parts)

    @property
    def labels(self) -> tuple[str, ...]:
        """The tags, and behind them the difficulty as one more."""
        return (*self.tags, *([leveled(self.level)] if self.level else []))

    def why(self, option: str) -> str:
        """The feedback to an option; "" if there is none."""
        return dict(zip(self.options, self.feedback, strict=False)).get(option, "")

    def runs(self, text: str) -> Sequence[Run]:
        """One of these texts by its looks, or the prompt with something behind it."""
        if text not in self.looks and self.prompt in self.looks and text.startswith(self.prompt):
            return [*shown(self.prompt, self.looks), Run(text.removeprefix(self.prompt))]
        return shown(text, self.looks)

    @property
    def blank(self) -> tuple[str, str] | None:
        """The prompt before and behind its one gap; None if it has none, or several."""
        before, gap, behind = self.prompt.partition(GAP)
        return (before, behind) if gap and GAP not in behind else None


def asked(decks: Sequence[Deck], losses: Losses, carrier: Carrier = TEXT) -> Iterator[tuple[Deck, list[Asked]]]:
    """Read decks as questions, and tell what no platform carries; QuizError where a card asks or answers nothing.

    The cards of the decks returned have words in place of the pictures and sounds that the format does not carry, and
    read as they do without marks; what looks they had, the questions tell.
    """
    refuse(decks)
    room = Room()
    for deck in decks:
        loaded = [carrier.load(card, deck, room) for card in in_passing(deck.cards)]
        cards = [unmarked(card) for card, _, _ in loaded]
        changed = any(left or card is not own for card, (own, _, left) in zip(cards, loaded, strict=True))
        told = replace(deck, cards=tuple(cards)) if changed else deck
        found = [
            looking(question(card, deck, losses, media, left), own, card)
            for card, (own, media, left) in zip(cards, loaded, strict=True)
        ]
        yield told, found


def looking(each: Asked, own: Card, bare: Card) -> Asked:
    """Tell how the texts of a question look; a formula is right as it is written, too."""
    known = looks(own, bare)
    if not known:
        return each
    forms = [text for text in map(line, typeable(own).accept) if text and text not in each.right]
    cased = [text for text in each.right if any(run.sort in EXACT for run in shown(text, known))]
    return replace(each, looks=known, right=(*each.right, *forms), cased=(*cased, *forms))


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
    parts, also = parted(card), tuple(filter(None, map(line, card.accept)))
    answer = BESIDE.join(parts) if parts else line(card.answer)
    options = offered(card, parts or (answer,), (answer, *also))
    items = tuple(dict.fromkeys(filter(None, map(line, card.ordered))))
    numbers = amounts(answer, card.tolerance or "0" * bool(card.unit))
    form = suited(card, options, items, parts, number=bool(numbers))
    lost(card, deck, form, losses)
    for message, hint in left:
        losses.tell(card, deck, message, hint)
    if form == "typed" and pictured(answer, media):
        losses.tell(card, deck, "an answer that is a picture or sound is to be typed as its description")
    shown = options if form in ("choice", "several") else ()
    return Asked(
        key=f"{deck.id}/{card.id}",
        form=form,
        prompt=clean(card.question) or clean(card.asks),
        answer=answer,
        right=counting(card, answer, parts, also),
        options=shown,
        late=tuple(text for text in shown if pinned(text, options, card.pin) is not None),
        items=items if form == "order" else (),
        amounts=numbers if form == "number" else (),
        told=tuple(filter(None, [clean(card.explanation), *quoted(card, deck)])),
        tags=tuple(dict.fromkeys(filter(None, map(line, (*deck.tags, *card.tags))))),
        also=tuple(text for text in dict.fromkeys(also) if text != answer),
        parts=parts,
        feedback=explained(card, shown),
        hint=clean(card.hint),
        points=card.points,
        partial=card.partial,
        level=card.difficulty,
        media=media,
        left=left,
    )


def parted(card: Card) -> tuple[str, ...]:
    """Give the parts of an answer that a reader can tell apart; () where that are not several."""
    parts = {text.casefold(): text for text in filter(None, map(line, card.all_of))}
    return tuple(parts.values()) if len(parts) > 1 else ()


def counting(card: Card, answer: str, parts: Sequence[str], also: Sequence[str]) -> tuple[str, ...]:
    """Name every answer that counts where letters are compared: without its unit too, and parts in any order."""
    bare = [*map(line, card.right[1:2])] if card.unit else []
    whole = [thousands(text, card.distractors) for text in (answer, *bare)] if not parts else []
    return tuple(dict.fromkeys((answer, *bare, *forms(parts), *filter(None, whole), *also)))


def offered(card: Card, right: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    """Give the right options and the wrong ones that nobody could take for right, in an order of the card's own.

    `known` are all the answers that count.
    """
    seen, kept = {text.casefold() for text in (*right, *known)}, [*right]
    for text in filter(None, map(line, card.distractors)):
        if text.casefold() not in seen:
            seen.add(text.casefold())
            kept.append(text)
    rank = {text: -1 if (late := pinned(text, kept, card.pin)) is None else late for text in kept}
    return tuple(sorted(mixed(card.id, kept), key=rank.__getitem__))


def explained(card: Card, options: Sequence[str]) -> tuple[str, ...]:
    """Say of each option why it is wrong; () where nothing is said of any."""
    if not card.feedback:
        return ()
    known = {line(wrong): clean(why) for wrong, why in zip(card.distractors, card.feedback, strict=False)}
    said = tuple(known.get(text, "") for text in options)
    return said if any(said) else ()


def suited(
    card: Card, options: Sequence[str], items: Sequence[str], parts: Sequence[str] = (), *, number: bool = False
) -> Form:
    """Choose how a card is asked: what can be marked without doubt goes before what has to be typed."""
    if len(items) > 1:
        return "order"
    if card.kind == "truefalse" and line(card.answer).casefold() in TRUTHS:
        return "truefalse"
    if len(options) > max(1, len(parts)):
        return "several" if parts else "choice"
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
    if form in ("choice", "several") and card.accept:
        losses.tell(card, deck, "other right answers are left out: a choice offers the answer itself")
    if form == "typed" and len(card.all_of) > ANY_ORDER:
        message = (
            f"an answer of more than {ANY_ORDER} parts is right in the order of the deck alone: letters are compared"
        )
        losses.tell(card, deck, message)
    if form != "number" and card.tolerance:
        chosen = form in ("choice", "several")
        reason = "a choice has no use for it" if chosen else "the answer is no plain number"
        losses.tell(card, deck, f"the tolerance is left out: {reason}")
