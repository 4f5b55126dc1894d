"""One note of our own export -> the card it was, with what its owner changed in Anki."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from html import unescape
from typing import Any, cast

from quiz.deck.beyond import short
from quiz.deck.cloze import answer as in_gaps
from quiz.deck.cloze import hinted, hints, normal
from quiz.deck.marks import literal
from quiz.deck.model import (
    LEVELED,
    LEVELS,
    TRUTHS,
    Card,
    Kind,
    Source,
    chain,
    gapped,
    leveled,
    together,
)
from quiz.deck.notefields import CARRIED, HINT
from quiz.deck.theirs import ANKIS_TAGS
from quiz.imports import markup
from quiz.imports.anki.collection import Note
from quiz.imports.anki.fields import exact, passage, pictured, quoted, typed
from quiz.imports.anki.taught import closed, feedback, fitting, plainly, unedited, unsaid
from quiz.imports.clozes import asked, numbers, ours, parsed
from quiz.imports.markup import FORMULA
from quiz.imports.taught import KEYS

ITEM = re.compile(r"<li([^<>]*)>((?:(?!</?li\b).)*)</li>", re.DOTALL)
QUOTED = re.compile(r"<blockquote>((?:(?!</?blockquote\b).)*)</blockquote>", re.DOTALL)
PLAIN = re.compile(r"</?(?:bdi|span|mark)(?: (?![^<>]*\bstyle\b)[^<>]*)?>|<br\s*/?>")
"""Tags that an export writes, or that say nothing."""
WHY = re.compile(r'<small class="why"[^<>]*>((?:(?!</?small\b).)*)</small>', re.DOTALL)
"""The feedback behind a choice."""
HIDDEN = re.compile(r"<span hidden>[^<]*</span>")
GONE = "feedback of a wrong answer that is called otherwise now is left out"
TRUTH = "True or false? "


def fields_of(note: Note) -> dict[str, str]:
    """Tell what a note holds by the names of its fields."""
    return dict(zip(note.notetype.fields, note.fields, strict=True))


def asks_backwards(fields: dict[str, str]) -> bool:
    """Whether a note asks for the question by the answer."""
    return {"Question", "Answer"} <= fields.keys() and "reverse" in fields.get("Options", "").split()


def _forwards(fields: dict[str, str]) -> dict[str, str]:
    """Turn the fields of a note that asks backwards round; others right and wrong answers it does not show."""
    if not asks_backwards(fields):
        return fields
    kept = {name: text for name, text in fields.items() if name not in ("Accept", "Choices")}
    return kept | {"Question": fields["Answer"], "Answer": fields["Question"]}


def _sensible(told: Any) -> bool:
    """Whether what a hidden field holds is shaped as an export writes it."""
    if not isinstance(told, dict) or not isinstance(told.get("deck", {}), dict):
        return False
    source = told.get("source", {})
    keys = ("tags", "accept", "distractors", "ordered", "all_of", "feedback", "pin", "hints")
    lists = [told.get(key, []) for key in keys]
    lists += [told.get("deck", {}).get("tags", []), source.get("evidence", []) if isinstance(source, dict) else []]
    return all(isinstance(each, list) for each in lists) and all(isinstance(each, dict) for each in lists[-1])


def hidden(fields: Mapping[str, str]) -> dict[str, Any]:
    """Read what only the hidden field of a note tells; nothing where it makes no sense."""
    with suppress(ValueError, RecursionError):
        told = json.loads(unescape(fields[CARRIED]) or "{}")
        return told if _sensible(told) else {}
    return {}


class Restoring:
    """One card being made of its note: what its fields show, and what only a hidden field knows."""

    def __init__(self, note: Note) -> None:
        """Take the note."""
        self._fields = _forwards(fields_of(note))
        self._cloze = note.notetype.cloze and "Text" in self._fields
        self.media = [name for text in self._fields.values() if pictured(text) for name in markup.read(text).media]
        self.lost: set[str] = set()
        self.gone: list[str] = []
        self._told = hidden(self._fields)
        self.prefix = self._text("prefix")
        tags = [tag.removeprefix(self.prefix) for tag in note.tags if tag.casefold() not in ANKIS_TAGS]
        self._levels = [tag for tag in tags if tag in map(leveled, LEVELS)]
        self._tags = tuple(tag for tag in tags if tag not in self._levels)
        deck = self._told.get("deck", {})
        self.deck: dict[str, Any] = deck if isinstance(deck, dict) else {}

    def card(self) -> Card:
        """Make the card."""
        kind = re.search(r"kind-(\w+)", self._fields["Options"])
        cloze = self._gaps()
        answer = self._answer(cloze)
        ordered = self._ordered() if "Items" in self._fields else ()
        all_of = self._parts()
        if ordered or all_of:
            answer = chain(ordered) if ordered else together(all_of)
        accept = self._accepted(answer)
        wrong = [text for mark, text in self.listed("Choices") if "data-right" not in mark]
        hidden = [*accept, answer, *all_of, *(TRUTHS if kind and kind[1] == "truefalse" else ())]
        distractors = self._many("distractors", "Choices", wrong, hidden)
        return Card(
            answer=answer,
            question=self._question(),
            cloze=cloze,
            kind=cast("Kind", kind[1]) if kind else "",
            accept=accept,
            distractors=distractors,
            explanation=self._one("explanation", self._shown("Explanation")),
            tags=self.words(),
            source=self._source(),
            origin=self._text("origin"),
            stale=bool(self._told.get("stale")),
            ordered=ordered,
            tolerance=self._text("tolerance"),
            all_of=all_of,
            hints=() if self._cloze else tuple(map(str, self._told.get("hints", ()))),
            **self._taught(answer, all_of, distractors, partly=bool(all_of or ordered)),
        )

    @property
    def known(self) -> frozenset[str]:
        """The keys for teachers that the card had when it was exported, and that its owner can change there.

        Those are `hints` of gaps too, which only a note with gaps shows.
        """
        shown = {"all_of", "difficulty", *(["feedback"] if "Choices" in self._fields else [])}
        shown |= set() if asks_backwards(self._fields) else {"hint"}
        return frozenset((shown & self._told.keys()) | ({"hints"} if self._cloze else set()))

    def same(self, card: Card) -> frozenset[str]:
        """Tell which keys of the card that was made say what they said when it was exported."""
        return unedited(self._told, card)

    def _taught(self, answer: str, parts: Sequence[str], distractors: Sequence[str], *, partly: bool) -> dict[str, Any]:
        """Tell what teachers add, as far as it still fits what the note shows."""
        choices = self._fields.get("Choices", "")
        if not self._told.keys() & KEYS and not self._levels and WHY.search(choices) is None:
            return {}
        said = (plainly(text) for _, text in self.listed("Choices"))
        whys = dict(zip(said, self._whys(choices), strict=True))
        hint = self._text("hint")
        if hint and not asks_backwards(self._fields):
            hint = self._one("hint", self._shown(HINT))
        level = self._levels[-1].removeprefix(LEVELED) if self._levels else ""
        fitted = fitting(self._told, answer, (*(parts or (answer,)), *distractors), partly=partly)
        self.gone = [f"{GONE} (“{short(why)}”)" for why in unsaid(self._told, distractors, whys)]
        return fitted | {"feedback": feedback(self._told, distractors, whys), "hint": hint, "difficulty": level}

    def _whys(self, choices: str) -> list[str]:
        """Tell the feedback behind each item of the choices, in their order."""
        items = (text for _, text in ITEM.findall(HIDDEN.sub("", choices)))
        return [self._read(said[1]) if (said := WHY.search(text)) else "" for text in items]

    def _parts(self) -> tuple[str, ...]:
        """Tell the parts of an answer of several; () where the note shows one of one."""
        told = tuple(map(str, self._told.get("all_of", ())))
        if not told:
            return ()
        shown = [text for _, text in self.listed("Speaker" if "Speaker" in self._fields else "Answer")]
        if [*map(plainly, told)] == [*map(plainly, shown)]:
            return told
        parts = tuple(dict.fromkeys(" ".join(text.split()) for text in shown if text.strip()))
        return parts if len({part.casefold() for part in parts}) == len(parts) > 1 else ()

    def _answer(self, cloze: str) -> str:
        """Tell the answer; one that stood in the gaps alone stands there still."""
        answer = self._one("answer", self._shown("Speaker") or self._shown("Answer"))
        told = self._text("cloze")
        return in_gaps(cloze) if self._cloze and cloze != told and plainly(answer) == plainly(in_gaps(told)) else answer

    def _accepted(self, answer: str) -> tuple[str, ...]:
        """Tell the other right answers, which the note shows as one text."""
        told, shown = self._told.get("accept", []), self._shown("Accept")
        texts = tuple(map(str, told)) if isinstance(told, list) else ()
        others = [text for text in texts if plainly(text) != plainly(answer)]
        unit = self._text("unit")
        # A note to be typed says that the unit may be left out.
        bare = [text.removesuffix(f" {unit}") for text in (answer, self._text("answer"))] if unit else []
        ways = ([*first, *rest] for first in ([], *([text] for text in bare)) for rest in (others, texts))
        same = "Accept" not in self._fields or plainly(shown) in {plainly(" · ".join(way)) for way in ways}
        said = [text for text in shown.split(" · ") if text and text not in bare]
        return texts if same else tuple(said)

    def _ordered(self) -> tuple[str, ...]:
        """Tell the items of an order card."""
        shown, told = [text for _, text in self.listed("Answer")], self._told.get("ordered", [])
        same = isinstance(told, list) and [*map(plainly, map(str, told))] == [*map(plainly, shown)]
        return tuple(map(str, told)) if same else tuple(shown)

    def _question(self) -> str:
        """Tell the question, unless the card is asked by its cloze alone."""
        told = self._text("question")
        if self._cloze:
            return told
        shown = self._shown("Question")
        if "Quote" in self._fields:
            return quoted(told, self._shown("Quote"), shown)
        bare = told or gapped(self._text("cloze"))
        if "question" in self._told and plainly(shown) in (plainly(bare), plainly(TRUTH + bare)):
            return told
        return shown

    def _gaps(self) -> str:
        """Tell the cloze."""
        told = self._text("cloze")
        if not self._cloze:
            return told
        gaps = parsed(self._fields["Text"])
        shown = ours(self._read(asked(gaps, None)))
        self.lost |= {"gaps"} if len(numbers(gaps)) > 1 else set()
        return hinted(told, hints(shown)) if closed(normal(shown)) == closed(told) else shown

    def _source(self) -> Source | None:
        """Tell where the card comes from; passages that the note shows stand there."""
        told = self._told.get("source")
        if not isinstance(told, dict):
            return None
        shown = iter(exact(text) for text in QUOTED.findall(self._fields["Passage"]))
        passages = [passage(each, shown) for each in (told, *told.get("evidence", ()))]
        return Source(passages[0], str(told.get("document", "")), tuple(passages[1:]))

    def words(self) -> tuple[str, ...]:
        """Tell the tags that are the card's own, and not those of its deck."""
        decks = {tag_of(str(tag)) for tag in self.deck.get("tags", ())}
        told = tuple(map(str, self._told.get("tags", ())))
        shown = tuple(tag for tag in self._tags if tag_of(tag) not in decks)
        return told if {*map(tag_of, told)} - decks == {*map(tag_of, shown)} else shown

    def _one(self, key: str, shown: str) -> str:
        """Tell a text as it was, unless its owner changed what the note shows of it."""
        told = self._text(key)
        return told if told and plainly(told) == plainly(shown) else shown

    def _many(self, key: str, field: str, shown: Sequence[str], hidden: Iterable[str] = ()) -> tuple[str, ...]:
        """Do the same with several texts, of which the note shows all but the `hidden`, in whatever order."""
        told = self._told.get(key, [])
        texts = tuple(map(str, told)) if isinstance(told, list) else ()
        out = {plainly(text).casefold() for text in hidden}
        expected = {plainly(text).casefold() for text in texts} - out
        same = expected == {plainly(text).casefold() for text in shown} - out
        return texts if same or field not in self._fields else tuple(shown)

    def _shown(self, name: str) -> str:
        """Read a field as it was written, or as a reader sees it where its owner used more than our export does."""
        return self._read(self._fields.get(name, ""))

    def _read(self, html: str) -> str:
        if "<" not in PLAIN.sub("", html) and not FORMULA.search(html):
            return literal(typed(html))
        reading = markup.read(html)
        self.lost |= reading.lost
        return reading.text

    def listed(self, name: str) -> list[tuple[str, str]]:
        """List the items of a list, each with its marks."""
        items = ITEM.findall(HIDDEN.sub("", self._fields.get(name, "")))
        return [(mark, self._read(WHY.sub("", text))) for mark, text in items]

    def _text(self, key: str) -> str:
        value = self._told.get(key, "")
        return value if isinstance(value, str) else ""


def tag_of(tag: str) -> str:
    """Fold a tag as Anki does, which knows neither case nor spaces in it."""
    return "_".join(plainly(tag).split()).casefold()
