"""Fields of someone else's note, of which only those are written anew whose words a person changed in our cards."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import partial
from html import unescape

from quiz.deck.cloze import normalised
from quiz.deck.media import FOLDER, safe_name
from quiz.deck.model import together
from quiz.deck.record import Record
from quiz.deck.theirs import Role, explained_apart
from quiz.export.anki.latex import Latex
from quiz.export.anki.markup import clean, html, written
from quiz.export.anki.pictures import DRAWN, Pictures, players
from quiz.export.anki.reclozing import reclozed

SOUND = re.compile(rf"&#91;sound:{FOLDER}/([^\[\]\n<]{{1,400}})\]")
NAMED = re.compile(r"\[sound:([^\]\n]{1,500})\]", re.IGNORECASE)
JOINED = re.compile(r"\{\{c\d+,", re.IGNORECASE)
LOOSE = re.compile(r"(?<![{}])(?<!&#12[35];)&#12[35];(?![{}]|&#12[35];)|(?<=[^{}])&#125;&#123;(?=[^{}])")
"""Braces that cannot be taken for those of a gap."""
FORMATTED = re.compile(r"<(?:a|font|h\d|li|s|span|table|u)\b", re.IGNORECASE)
MARKED = re.compile(r"<(?:b|code|em|i|pre|strong)\b", re.IGNORECASE)

PLAIN = "notes in which bold, italic, links or lists give way to plain words, as their text was changed"
INSIDE = "notes in which a picture that stands inside their text gives way, as that text was changed"
GIVEN = frozenset({PLAIN, INSIDE})
"""What gives way to words that are written all the same."""

LINES = "cards whose question or hint is made of several fields, in which not one line was changed but their number"
ORDERED = "answers that are items in order, which notes that were imported do not ask for"
APART = "notes with a field that several of their cards show, changed there in different ways"


class Rewriting:
    """A note's fields as they become."""

    def __init__(self, fields: Sequence[str], names: Sequence[str]) -> None:
        """Begin with the fields as they were imported, and their names."""
        self._old, self._names = tuple(fields), names
        self.fields = list(fields)
        self.faults: dict[str, None] = {}
        self._texts: dict[int, str] = {}
        self._known: dict[int, str] = {}
        self._latex = Latex(fields)
        self.pictures = Pictures(fields)
        sounds = (unescape(found[1]) for text in fields for found in NAMED.finditer(text))
        self._sounds = {safe_name(name): name for name in sounds}
        self._players = players(fields)

    def rewrite(self, role: Role, base: Record, values: Record, told: Record) -> None:
        """Take over the keys of one card that a person changed, all but the cloze; some of them Anki was `told` of."""
        for key in ("question", "answer", "hint"):
            was, now = said(base, key), said(values, key)
            if key in told and len(role.keys.get(key, ())) == 1:
                self._known[role.keys[key][0]] = said(told, key)
            if key == "answer" and values.get("kind") == "order":
                self.faults |= {ORDERED: None} if was != now else {}
            elif key in role.keys and was != now:
                self._lines(role.keys[key], was, now)
        was, now = str(base.get("explanation", "")), str(values.get("explanation", ""))
        if was != now and "explanation" in role.keys:
            places = role.keys["explanation"]
            names = [self._names[at] if at < len(self._names) else "" for at in places]
            before, after = (explained_apart(names, text, bare=role.bare) for text in (was, now))
            for at, old, new in zip(places, before, after, strict=True):
                self._put(at, new, changed=old != new)

    def reclozed(self, at: int, clozes: Mapping[int, tuple[str, str]]) -> None:
        """Take over what a person changed of the clozes of a note, each by its number as it was and as it is."""
        changed = {number for number, (was, now) in clozes.items() if now and normalised(was) != now}
        if not changed:
            return
        finish = partial(self._theirs, at=at)
        text, fault = reclozed(clozes, changed, finish, joined=bool(JOINED.search(self._old[at])))
        if fault:
            self.faults[fault] = None
        else:
            self._put(at, "", changed=True, markup=text)

    def _lines(self, places: Sequence[int], was: str, now: str) -> None:
        """Write text into its field, or line by line into several."""
        if len(places) == 1:
            return self._put(places[0], now, changed=True)
        before, after = was.split("\n"), now.split("\n")
        if len(before) != len(after) or len(before) != len(places):
            self.faults[LINES] = None
            return None
        for at, old, new in zip(places, before, after, strict=True):
            self._put(at, new, changed=old != new)
        return None

    def _put(self, at: int, text: str, *, changed: bool, markup: str = "") -> None:
        """Write one field, if it changed."""
        if not changed:
            return
        if self._texts.setdefault(at, text) != text:
            self._texts[at] = APART
            self.fields[at] = self.written(self._known[at], at) if at in self._known else self._old[at]
            self.faults[APART] = None
            return
        self.fields[at] = markup or self.written(text, at)
        if FORMATTED.search(self._old[at]) or (MARKED.search(self._old[at]) and not MARKED.search(self.fields[at])):
            self.faults[PLAIN] = None
        if len(DRAWN.findall(self.fields[at])) < len(DRAWN.findall(self._old[at])):
            self.faults[INSIDE] = None

    def written(self, text: str, at: int = 0) -> str:
        """Write text as the HTML of a field; formulas, pictures and sounds are again what they were there."""
        return self._theirs(written(clean(text)), at)

    def _theirs(self, shown: str, at: int) -> str:
        """Let formulas, pictures and sounds in HTML of ours be what they were there."""
        shown = self._latex.kept(LOOSE.sub(_brace, shown.replace("\\<span></span>", "\\")))
        return SOUND.sub(lambda found: self._sound(unescape(found[1])), self.pictures.written(shown, at))

    def _sound(self, name: str) -> str:
        """Write a sound by the name that it has there, or as what plays it there."""
        sound = f"[sound:{html(self._sounds.get(name, name))}]"
        return sound if name in self._sounds else self._players.get(name, sound)


def said(record: Record, key: str) -> str:
    """Tell what a key says as one text, the parts of an answer beside one another."""
    value = record.get(key, "")
    return together(map(str, value)) if isinstance(value, list) else str(value)


def _brace(found: re.Match[str]) -> str:
    return unescape(found[0])
