"""Pictures and sounds of one name that are not one file: the later gets a name of its own, and its cards tell that."""

from __future__ import annotations

import filecmp
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from hashlib import file_digest
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote

from quiz.deck.files import read_text
from quiz.deck.media import FOLDER, rewritten, safe_name, texts
from quiz.deck.references import Reference, named, replaced
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

    `others` are the files that stay, although what is imported brings another of their name.
    """

    targets: dict[str, Path] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    others: list[Path] = field(default_factory=list)


def shared(found: Found, fresh: Mapping[str, Path], folder: Path, places: Iterable[Place]) -> Shared:
    """Choose a place for each of the `fresh` files, by name; one that is there stays.

    A card that named the file already goes on to do so, for then it is that file which was changed, here or there.
    """
    there = {path.name.casefold(): path for path in (folder / FOLDER).iterdir()} if (folder / FOLDER).is_dir() else {}
    result, kept = Shared(), _kept(places)
    for name in filter(fresh.__contains__, found.media):
        shown = safe_name(name)
        target, other = folder / FOLDER / shown, there.get(shown.casefold())
        if other and not other.is_symlink() and not _same(fresh[name], other):
            if shown in kept:
                result.others.append(target)
                continue
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


def _same(fresh: Path, there: Path) -> bool:
    """Whether a file that is there holds the same."""
    return there.is_file() and filecmp.cmp(fresh, there, shallow=False)


def _digits(name: str, path: Path) -> str:
    """Make a name with a few digits that follow from what the file holds."""
    with path.open("rb") as file:
        digits = file_digest(file, "sha256").hexdigest()[:DIGITS]
    stem, dot, suffix = name.rpartition(".")
    return safe_name(f"{stem}-{digits}{dot}{suffix}" if stem else f"{name}-{digits}")


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

    if renamed.keys().isdisjoint(_names(item)):
        return item
    return replace(item, card=rewritten(item.card, lambda text: replaced(text, write)))


def _note(note: Theirs, renamed: Mapping[str, str]) -> Theirs:
    """Write the fields of a note with the new names; what Anki has is no older for that."""

    def write(match: re.Match[str]) -> str:
        told = match["name"] or match["sound"]
        shown = unescape(told) if match["sound"] else unquote(unescape(told))
        new = renamed.get(safe_name(shown)) or renamed.get(safe_name(unescape(told)))
        return f"{match['before'] or match['mark']}{escape(new)}" if new else match[0]

    fields = tuple(IN_FIELDS.sub(write, text) for text in note.fields)
    return note if fields == note.fields else replace(note, fields=fields, hash=said(fields, note.tags))
