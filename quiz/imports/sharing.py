"""Pictures and sounds of one name that are not one file: the later gets a name of its own, and its cards tell that."""

from __future__ import annotations

import filecmp
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote

from quiz.deck.files import read_text
from quiz.deck.media import FOLDER, digits, safe_name
from quiz.deck.references import Reference, named, replaced
from quiz.deck.texts import rewritten, texts
from quiz.deck.theirs import Theirs, said
from quiz.imports.model import Found, Item
from quiz.imports.shelving import Place

DIGITS = 6
IN_FIELDS = re.compile(
    r"""(?P<before><(?:img|audio|video|object|source)\b[^<>]{0,500}?\b(?:src|data)\s*=\s*["']?)(?P<name>[^"'<>\s][^"'<>]{0,499})"""
    r"|(?P<mark>\[sound:)(?P<sound>[^\[\]\n]{1,500})(?=\])",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Shared:
    """Where each file of an import goes, by its name there; those that go by another name, and those left out.

    `others` are the files that stay, although what is imported brings another of their name; `newer` those that nobody
    changed here, and somebody did there.
    """

    targets: dict[str, Path] = field(default_factory=dict)
    newer: set[Path] = field(default_factory=set)
    renamed: dict[str, str] = field(default_factory=dict)
    others: list[Path] = field(default_factory=list)


def shared(found: Found, fresh: Mapping[str, Path], folder: Path, places: Iterable[Place]) -> Shared:
    """Choose a place for each of the `fresh` files, by name; one that is there stays.

    A card that named the file already goes on to do so, for then it is that file which was changed, here or there: it
    is taken if it is here as it was when the note behind the card was last the same on both sides.
    """
    places = [*places]
    there = {path.name.casefold(): path for path in (folder / FOLDER).iterdir()} if (folder / FOLDER).is_dir() else {}
    result, kept, agreed = Shared(), _kept(places), _agreed(places)
    for name in filter(fresh.__contains__, found.media):
        shown = safe_name(name)
        target, other = folder / FOLDER / shown, there.get(shown.casefold())
        if other and not other.is_symlink() and not _same(fresh[name], other):
            if shown in kept and agreed.get(shown) == {digits(other)}:
                result.newer.add(target)
            elif shown in kept:
                result.others += [target] * (agreed.get(shown) != {digits(fresh[name])})
                continue
            else:
                result.renamed[shown] = _digits(shown, fresh[name])
                target = target.with_name(result.renamed[shown])
        result.targets[name] = target
        there.setdefault(target.name.casefold(), fresh[name])
    return result


def retold(found: Found, places: Iterable[Place], renamed: Mapping[str, str]) -> Found:
    """Let the cards of `places`, and the notes that the lock will keep, tell the new names of files."""
    for place in places:
        place.items = {name: _item(item, renamed) for name, item in place.items.items()}
    return replace(found, theirs={guid: _note(note, renamed) for guid, note in found.theirs.items()})


def marked(found: Found, fresh: Mapping[str, Path], renamed: Mapping[str, str]) -> Found:
    """Note with each note of theirs what its pictures and sounds hold there, by their names here."""
    held = {renamed.get(safe_name(name), safe_name(name)): digits(path) for name, path in fresh.items()}
    theirs = dict(found.theirs)
    for guid, note in found.theirs.items() if held else ():
        names = {safe_name(name) for text in note.fields for match in IN_FIELDS.finditer(text) for name in _told(match)}
        if media := {name: held[name] for name in sorted(names & held.keys())}:
            theirs[guid] = replace(note, media=media)
    return replace(found, theirs=theirs)


def _agreed(places: Iterable[Place]) -> dict[str, set[str]]:
    """Tell by the name of each file what it held when the notes that name it were last the same on both sides.

    A file that a card of ours names is none of these: of that no more is known than that the two are not the same.
    """
    found: dict[str, set[str]] = {}
    for place in places:
        for item in place.items.values():
            known = place.lock.theirs.get(item.guid) if item.role and not item.past else None
            for name in _names(item):
                found.setdefault(name, set()).add(known.media.get(name, "") if known else "")
    return found


def _same(fresh: Path, there: Path) -> bool:
    """Whether a file that is there holds the same."""
    return there.is_file() and filecmp.cmp(fresh, there, shallow=False)


def _digits(name: str, path: Path) -> str:
    """Make a name with a few digits that follow from what the file holds."""
    marks, (stem, dot, suffix) = digits(path)[:DIGITS], name.rpartition(".")
    return safe_name(f"{stem}-{marks}{dot}{suffix}" if stem else f"{name}-{marks}")


def _kept(places: Iterable[Place]) -> set[str]:
    """Name the files that cards of the folder name already, of those that are brought up to date."""
    kept = set[str]()
    for place in places:
        text = read_text(place.path) if place.path.exists() else ""
        for name, item in place.items.items():
            known = place.lock.generated.get(name)
            before = json.dumps(known.values, ensure_ascii=False, default=str) if known else ""
            if not known and name in place.lock.notes:
                before = text
            kept |= {each for each in _names(item) if f"{FOLDER}/{each}" in before}
    return kept


def _names(item: Item) -> Iterator[str]:
    """Name the files of the folder of media that a card names."""
    for text in texts(item.card):
        yield from (each.name for each in named(text))


def _item(item: Item, renamed: Mapping[str, str]) -> Item:
    """Write the texts of a card with the new names."""

    def write(reference: Reference) -> str | None:
        new = renamed.get(reference.name) if reference.path == f"{FOLDER}/{reference.name}" else None
        return reference.written.replace(reference.path, f"{FOLDER}/{new}") if new else None

    own = {line: tuple((key, _field(text, renamed)) for key, text in note.own) for line, note in item.told.items()}
    item = replace(item, told={line: replace(note, own=own[line]) for line, note in item.told.items()})
    if renamed.keys().isdisjoint(_names(item)):
        return item
    return replace(item, card=rewritten(item.card, lambda text: replaced(text, write)))


def _note(note: Theirs, renamed: Mapping[str, str]) -> Theirs:
    """Write the fields of a note with the new names; what Anki has is no older for that."""
    fields = tuple(_field(text, renamed) for text in note.fields)
    return note if fields == note.fields else replace(note, fields=fields, hash=said(fields, note.tags))


def _field(html: str, renamed: Mapping[str, str]) -> str:
    """Write a field with the new names."""

    def write(match: re.Match[str]) -> str:
        new = next((renamed[name] for name in map(safe_name, _told(match)) if name in renamed), "")
        return f"{match['before'] or match['mark']}{escape(new)}" if new else match[0]

    return IN_FIELDS.sub(write, html)


def _told(match: re.Match[str]) -> tuple[str, ...]:
    """Tell the name of the file that a field names, and how else it may be called."""
    name = unescape(match["name"] or match["sound"])
    return (name,) if match["sound"] else (unquote(name), name)
