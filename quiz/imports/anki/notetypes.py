"""Note types as a package defines them, older ones in JSON, newer ones in protocol buffers, each as Anki's JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from quiz.imports.anki import wire
from quiz.imports.anki.database import Database

Json = dict[str, Any]

OCCLUSION = 6
"""Anki's number of the stock note type Image Occlusion."""


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type: names of its fields, front and back of each template, and its whole definition as Anki's JSON.

    Of an `occlusion` the cards hide parts of a picture.
    """

    id: int
    name: str
    cloze: bool
    fields: tuple[str, ...]
    templates: tuple[tuple[str, str], ...]
    definition: Json
    occlusion: bool = False


def of_json(listed: Mapping[str, Any]) -> Iterator[NoteType]:
    """Read the note types of an older collection; ValueError for what is none."""
    for definition in listed.values():
        fields = _ordered(definition, "flds")
        sides = tuple((str(each.get("qfmt", "")), str(each.get("afmt", ""))) for each in _ordered(definition, "tmpls"))
        yield NoteType(
            int(definition["id"]),
            str(definition["name"]),
            definition.get("type") == 1,
            tuple(str(field["name"]) for field in fields),
            sides,
            definition,
            definition.get("originalStockKind") == OCCLUSION
            or any("{{image-occlusion" in front or "image-occlusion:" in front for front, _ in sides),
        )


def _ordered(definition: Any, key: str) -> list[Json]:
    """Return the parts of a definition in their order."""
    parts = definition[key]
    if not isinstance(parts, list) or not parts or not all(isinstance(part, dict) for part in parts):
        raise ValueError(key)
    return sorted(parts, key=lambda part: int(part.get("ord") or 0))


def of_tables(database: Database) -> Iterator[NoteType]:
    """Read the note types of a newer collection."""
    fields, templates = _parts(database, "fields"), _parts(database, "templates")
    for number, name, changed, config in database.rows("notetypes", "id, name, mtime_secs, config", "ORDER BY id"):
        definition = _definition(wire.message(config))
        definition |= {"id": number, "name": name, "mod": changed, "usn": -1, "did": None, "tags": [], "vers": []}
        definition["flds"] = [_field(at, *part) for at, part in enumerate(fields.get(number, []))]
        definition["tmpls"] = [_template(at, *part) for at, part in enumerate(templates.get(number, []))]
        yield from of_json({"": definition})


def _parts(database: Database, table: str) -> dict[int, list[tuple[str, bytes]]]:
    """Collect fields or templates by note type, in order."""
    found: dict[int, list[tuple[str, bytes]]] = {}
    for number, name, config in database.rows(table, "ntid, name, config", "ORDER BY ntid, ord"):
        found.setdefault(number, []).append((name, config))
    return found


def _definition(config: dict[int, list[wire.Value]]) -> Json:
    """Write what holds for a whole note type."""
    return {
        **_other(config),
        "type": wire.number(config, 1),
        "sortf": wire.number(config, 2),
        "css": wire.text(config, 3),
        "latexPre": wire.text(config, 5),
        "latexPost": wire.text(config, 6),
        "latexsvg": bool(wire.number(config, 7)),
        "req": [],
        **_given({"originalStockKind": wire.number(config, 9), "originalId": wire.number(config, 10)}),
    }


def _field(at: int, name: str, data: bytes) -> Json:
    config = wire.message(data)
    return {
        **_other(config),
        "name": name,
        "ord": at,
        "sticky": bool(wire.number(config, 1)),
        "rtl": bool(wire.number(config, 2)),
        "font": wire.text(config, 3),
        "size": wire.number(config, 4),
        "description": wire.text(config, 5),
        "plainText": bool(wire.number(config, 6)),
        "collapsed": bool(wire.number(config, 7)),
        "excludeFromSearch": bool(wire.number(config, 8)),
        "preventDeletion": bool(wire.number(config, 11)),
        "media": [],
        **_given({"id": _signed(wire.number(config, 9)), "tag": wire.number(config, 10)}),
    }


def _template(at: int, name: str, data: bytes) -> Json:
    config = wire.message(data)
    return {
        **_other(config),
        "name": name,
        "ord": at,
        "qfmt": wire.text(config, 1),
        "afmt": wire.text(config, 2),
        "bqfmt": wire.text(config, 3),
        "bafmt": wire.text(config, 4),
        "did": wire.number(config, 5) or None,
        "bfont": wire.text(config, 6),
        "bsize": wire.number(config, 7),
        **_given({"id": _signed(wire.number(config, 8))}),
    }


def _given(values: Json) -> Json:
    """Keep the values that are there."""
    return {key: value for key, value in values.items() if value}


def _other(config: dict[int, list[wire.Value]]) -> Json:
    """Read what add-ons keep beside Anki's own settings."""
    data = wire.octets(config, 255)
    found = json.loads(data) if data else {}
    return found if isinstance(found, dict) else {}


def _signed(number: int) -> int:
    """Read a number that may be negative."""
    return number - 2**64 if number >= 2**63 else number
