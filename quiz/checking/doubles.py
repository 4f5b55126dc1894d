"""Questions that stand twice in the decks of one run, word by word or but for a few words.

Near ones need the same answer and the same words but for little ones, endings, and one word more: then nothing tells
their facts apart. Questions that differ in a number, a name or a word for a word ask for different things, however much
they share. All is looked up: each question under its words, and under its words without each of them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from quiz.checking.item import WORD, Item
from quiz.deck.marks import exact
from quiz.deck.model import Card
from quiz.errors import Place, Problem

LITTLE = frozenset(
    "a an the of in on at to for by from with as and or is are was were be been do does did has have had "
    "what which who whom when where how it its that this there his her their year name called".split()
)
"""Words that a question may have or lack without asking for something else."""

FEWEST = 3
"""Telling words below which questions are too short to be told apart by them."""

POINTING = frozenset("these following below above here picture image map diagram figure table".split())
"""Words of questions that ask for different things by what stands beside them."""

CHANGING = frozenset("not no never except without first last second third least most only other another".split())
"""Words that make another question where one has them and the other has not."""

LONGEST = 60
"""Telling words beyond which only the very same question counts."""

LOOKED = 8
"""Questions of one key that are compared: more would be a deck of nothing but doubles."""

ENDINGS = ("ing", "ed", "es", "s", "d")


@dataclass(slots=True)
class Asked:
    """A question as it is compared; `telling` and `names` are worked out where another has its answer."""

    place: Place
    width: int
    stem: str
    words: str
    answer: str
    options: tuple[str, ...]

    def telling(self) -> tuple[str, ...]:
        """Words that tell what is asked for, without their endings."""
        return tuple(_stem(word) for word in self.words.split() if word not in LITTLE)

    def names(self) -> frozenset[str]:
        """Words that stand for one thing alone: with a digit, or capitalised within the question."""
        words = enumerate(WORD.findall(self.stem))
        return frozenset(
            word.casefold()
            for at, word in words
            if (at and word[:1].isupper()) or (not word.isalpha() and any(map(str.isdigit, word)))
        )


class Doubles:
    """All questions of a run."""

    def __init__(self) -> None:
        """Begin with none."""
        self._exact: dict[tuple[str, tuple[str, ...]], Asked] = {}
        self._by_answer: defaultdict[str, list[Asked]] = defaultdict(list)
        self.problems: list[Problem] = []

    def add(self, item: Item, place: Place, width: int) -> None:
        """Take in a question, and tell of it if it stands there already."""
        asked = _asked(item, place, width)
        if asked.words.isspace():
            return
        first = self._exact.setdefault((asked.words, asked.options), asked)
        if first is asked:
            self._by_answer[asked.answer].append(asked)
        elif first.answer == asked.answer:
            self._tell("duplicate-question", asked, first, "this question stands twice, first {}", "remove one")
        elif POINTING.isdisjoint(asked.words.split()) and not (item.card.source and not item.card.question):
            hint = "say what tells the two apart, or put one answer under `accept` of the other"
            self._tell("two-answers", asked, first, "the same question has another answer {}", hint)

    def near(self) -> Iterator[Problem]:
        """Tell of questions that are nearly the same."""
        for group in self._by_answer.values():
            named: defaultdict[frozenset[str], list[Asked]] = defaultdict(list)
            for asked in group if len(group) > 1 else ():
                named[asked.names()].append(asked)
            for alike in named.values():
                yield from self._near(alike)

    def _near(self, group: list[Asked]) -> Iterator[Problem]:
        """Tell of those with one answer and the same names: looked up under their telling words, and all but one."""
        if len(group) < 2:
            return
        known: dict[tuple[str, ...], list[tuple[Asked, tuple[str, ...]]]] = {}
        for asked in group:
            telling = asked.telling()
            if not FEWEST <= len(telling) <= LONGEST:
                continue
            keys = [telling]
            if len(telling) > FEWEST:
                keys += [telling[:at] + telling[at + 1 :] for at in range(len(telling))]
            alike = (other for key in keys for other, words in known.get(key, ())[:LOOKED] if _same(telling, words))
            if found := next(alike, None):
                message = "nearly the same question, with the same answer, stands {}"
                yield _problem(
                    "near-duplicate", asked, found, message, "remove one, or let each ask for a thing of its own"
                )
                continue
            for key in keys:
                known.setdefault(key, []).append((asked, telling))

    def _tell(self, code: str, asked: Asked, first: Asked, message: str, hint: str) -> None:
        self.problems.append(_problem(code, asked, first, message, hint))


def _problem(code: str, asked: Asked, first: Asked, message: str, hint: str) -> Problem:
    where = f"on line {first.place.line}"
    if first.place.path != asked.place.path:
        where = f"at {first.place.path}:{first.place.line}"
    return Problem(asked.place, message.format(where), hint, "warning", code, asked.width)


def _asked(item: Item, place: Place, width: int) -> Asked:
    """Make of a card what is compared; where maths or code is asked for or the answer, capitals count."""
    written, stem, answer = item.written, item.folded, item.card.answer
    marked = item.card is not written
    if marked and exact(written.question or written.cloze):
        stem = f" {' '.join(WORD.findall(item.stem))} "
    words = WORD.findall(answer) if marked and exact(written.answer) else item.answering
    plain = [word for word in words if word not in ("a", "an", "the")]
    return Asked(place, width, item.stem, stem, " ".join(plain), _options(item.card, item))


def _options(card: Card, item: Item) -> tuple[str, ...]:
    """What a question is read together with: the items to be put in order, options that it points at."""
    if card.kind == "order":
        return tuple(sorted(card.ordered))
    return () if POINTING.isdisjoint(item.words) else tuple(sorted((card.answer, *card.distractors)))


def _same(words: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether telling words are the same but for one that is more, and changes nothing."""
    shorter, longer = sorted((words, others), key=len)
    if shorter == longer:
        return True
    more = [word for at, word in enumerate(longer) if longer[:at] + longer[at + 1 :] == shorter]
    return bool(more) and more[0] not in CHANGING


def _stem(word: str) -> str:
    """Take a common ending off a word."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 3:
            return word[: -len(ending)]
    return word
