"""A paper is drawn from decks: the pool by tags and kinds, the order and the options by the seed, and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from hashlib import blake2b
from itertools import compress

from quiz.deck.model import Card, Deck, short
from quiz.errors import QuizError
from quiz.study.asking import ask, way_of
from quiz.study.exams.paper import Item, Paper, Rules, Source
from quiz.study.exams.snapshot import bare, described
from quiz.study.model import Key, Way

PLAIN = "plain"
"""What a card of no kind, written by hand, is called where kinds are named."""

KINDS = ("date", "figure", "quote", "order", "truefalse", PLAIN)


NAMED, SHOWN = 3, 60
"""How many cards that are left out are named, and by how many characters of their question."""

Pair = tuple[Deck, Card]


@dataclass(frozen=True, slots=True)
class Pool:
    """The cards an exam can be drawn from, and those besides that nobody could answer in an exam."""

    pairs: tuple[Pair, ...]
    unfit: tuple[Pair, ...] = ()

    def notices(self, number: int | None) -> list[str]:
        """Say what is not as it was asked for."""
        return list(_notices(self.unfit, len(self.pairs), number))


def pool_of(decks: Sequence[Deck], rules: Rules, only: Collection[Key] | None = None) -> Pool:
    """Find the cards for an exam by its rules; `only` leaves the other cards out. QuizError if none is left."""
    whole = [(deck, card) for deck in decks for card in deck.cards if only is None or (deck.id, card.id) in only]
    tagged = [(deck, card) for deck, card in whole if _fits(rules.tags, _tags(deck, card))]
    if whole and not tagged:
        raise _unknown_tags(rules.tags, whole)
    wanted = [(deck, card) for deck, card in tagged if not rules.kinds or (card.kind or PLAIN) in rules.kinds]
    if tagged and not wanted:
        found = sorted({card.kind or PLAIN for _deck, card in tagged}, key=KINDS.index)
        raise QuizError.at("--kind", f"no card is of kind {' or '.join(rules.kinds)}", f"there are {', '.join(found)}")
    forced = _forced(rules.way)
    fits = [short(card.answer) or way_of(card, forced=forced) != "reveal" for _deck, card in wanted]
    askable = tuple(compress(wanted, fits))
    if not askable:
        hint = "give the cards wrong answers to choose from, or ask with `--as typed`" if wanted else ""
        raise QuizError.at(_named(decks), "no card can be asked in an exam", hint or "is there a card in the deck?")
    return Pool(askable, tuple(compress(wanted, (not fit for fit in fits))))


def draw(
    pool: Pool, rules: Rules, number: int | None = None, out: str = "", sources: Sequence[Source] | None = None
) -> Paper:
    """Draw a paper of so many questions, by default all: the same pool, rules and number always give the same.

    `out` is the file the result goes to; `sources` describe the decks where these stand there without their cards.
    """
    pairs = _shuffled(pool.pairs, rules.seed)[:number]
    seed, forced = str(rules.seed), _forced(rules.way)
    items = tuple(Item(bare(deck), card, ask(card, seed, forced=forced)) for deck, card in pairs)
    decks = {deck.id: deck for deck, _card in pairs}
    known = map(described, decks.values()) if sources is None else (each for each in sources if each.id in decks)
    return Paper(items, rules, tuple(known), out)


def _notices(long: Sequence[Pair], pool: int, number: int | None) -> Iterable[str]:
    """Say what is not as it was asked for."""
    if long:
        cards = "1 card is" if len(long) == 1 else f"{len(long):,} cards are"
        first = ", ".join(f"“{_brief(card.prompt)}”" for _deck, card in long[:NAMED])
        more = f" and {len(long) - NAMED:,} more" if len(long) > NAMED else ""
        yield f"{cards} left out: too long to type, and without wrong answers to choose from: {first}{more}"
    if number is not None and number > pool:
        yield f"{number:,} questions were asked for, there are {pool:,}: all of them are taken"


def _brief(prompt: str) -> str:
    """Return the beginning of a question, on one line."""
    words = " ".join(prompt.split())
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1].rstrip()}…"


def _forced(way: Way | None) -> Way:
    """Return the way cards are asked: by options where they have any; nobody can mark what was only looked at."""
    return "typed" if way == "typed" else "choice"


def _shuffled(pool: Sequence[Pair], seed: int) -> list[Pair]:
    """Shuffle cards by a seed; siblings come last, since one question may tell the answer of another of its passage."""
    drawn = sorted(pool, key=lambda pair: _lot(pair, seed))
    firsts: dict[tuple[str, str, str], Card] = {}
    later = set()
    for deck, card in drawn:
        if card.source and card.source.passage.text:
            passage = (deck.id, card.source.document, card.source.passage.text)
            if firsts.setdefault(passage, card) is not card:
                later.add((deck.id, card.id))
    return sorted(drawn, key=lambda pair: (pair[0].id, pair[1].id) in later)


def _lot(pair: Pair, seed: int) -> bytes:
    """Return a number as good as random for a card: the same on every machine."""
    deck, card = pair
    return blake2b(
        f"{deck.id}\n{card.id}".encode("utf-8", "replace"), key=blake2b(str(seed).encode()).digest()
    ).digest()


def _tags(deck: Deck, card: Card) -> set[str]:
    """Return the tags of a card and its deck, as they are compared."""
    return {tag.strip().casefold() for tag in (*card.tags, *deck.tags)}


def _fits(wanted: Sequence[str], tags: Collection[str]) -> bool:
    """Whether a card has one of the wanted tags; all fit where none is wanted."""
    return not wanted or any(tag.strip().casefold() in tags for tag in wanted)


def tags_of(decks: Sequence[Deck]) -> dict[str, int]:
    """Return the tags of decks and their cards, as they were written first, each with the number of its cards."""
    names: dict[str, str] = {}
    counts: dict[str, int] = {}
    for deck in decks:
        for card in deck.cards:
            for tag in (*card.tags, *deck.tags):
                names.setdefault(tag.strip().casefold(), tag.strip())
            for tag in _tags(deck, card):
                counts[tag] = counts.get(tag, 0) + 1
    return {names[tag]: counts[tag] for tag in sorted(counts) if tag}


def _unknown_tags(wanted: Sequence[str], pool: Sequence[Pair]) -> QuizError:
    """Return the error of tags that no card has, with those that are meant perhaps."""
    known = sorted({tag for deck, card in pool for tag in _tags(deck, card)})
    near = [match for tag in wanted for match in get_close_matches(tag.strip().casefold(), known, 1)]
    if near:
        hint = f"did you mean {' or '.join(near)}?"
    else:
        shown = ", ".join(known[:8]) + (f" and {len(known) - 8} more" if len(known) > 8 else "")
        hint = f"there are {shown}" if known else "no card has any tag"
    return QuizError.at("--tag", f"no card has the tag {' or '.join(wanted)}", hint)


def _named(decks: Sequence[Deck]) -> str:
    """Name decks in an error."""
    return (decks[0].path or decks[0].title) if len(decks) == 1 else f"{len(decks)} decks"
