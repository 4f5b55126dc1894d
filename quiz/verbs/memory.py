"""What the last run made of each document, so that an unchanged one is not parsed again.

It is kept in the user's cache folder, a file for each deck, and never in the deck's lock: locks are committed and
shared, and would change with every machine's packages. The folder may be deleted at any time: its contents follow from
documents and generator alone, and what a deck should become is always worked out from the deck as it is. QUIZ_CACHE
names another folder; set to nothing, it keeps nothing.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from hashlib import blake2b, file_digest
from pathlib import Path
from typing import Any, TextIO, cast

import platformdirs

from quiz.deck.cache import FOLDER
from quiz.deck.files import lock_path, real_path
from quiz.deck.model import Card, Passage, Source
from quiz.questions.outcome import Outcome
from quiz.verbs.running import Made
from quiz.verbs.running.version import version

FORMAT = 3


@dataclass(frozen=True, slots=True)
class State:
    """The files and options a run begins with, as hashes: the same state gives the same line, and changes nothing.

    `made` stands for the document's name and bytes and the generator, `deck` for the deck and its lock.
    """

    made: str
    deck: str
    options: str
    source: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept of a deck: the state it was left in, the line and numbers of cards of a run that finds it so.

    `own` counts those of its cards that are a person's own, `compared` says that comparisons are among what is kept.
    `earlier` names the wrong answers that the deck has, and `fresh` says that what is kept would be so without them.
    """

    state: State
    line: str = ""
    cards: int = 0
    own: int = 0
    compared: bool = False
    earlier: str = ""
    fresh: bool = True

    def holds(self, earlier: str) -> bool:
        """Whether what is kept is what comes of the document where a deck has these wrong answers, by their name."""
        return self.earlier == earlier or (self.fresh and not earlier)


def made_key(document: Path) -> str:
    """Name what this generator makes of a document of its name and bytes; raises OSError if it cannot be read."""
    if not document.is_file():
        raise FileNotFoundError(document)
    with document.open("rb") as file:
        data = file_digest(file, "sha256").digest()
    return _hash(str(FORMAT).encode(), version().encode(), os.fsencode(document.name), data)


def deck_key(deck: Path) -> str:
    """Name the contents of a deck and its lock."""
    return _hash(_bytes(deck), _bytes(lock_path(deck)))


def known_source(deck: Path) -> str:
    """The document of a deck that is as the last run left it; "" if it is not, or none is known."""
    entry = recall(deck)
    return entry.state.source if entry and entry.line and entry.state.deck == deck_key(deck) else ""


def recall(deck: Path) -> Entry | None:
    """What is kept of a deck, None if there is nothing."""
    with suppress(OSError, ValueError, TypeError, KeyError), _file(deck).open(encoding="utf-8") as file:
        data = json.loads(file.readline())
        return Entry(**data | {"state": State(**data["state"])})
    return None


def recall_made(deck: Path, key: str) -> Made | None:
    """What was made under a key, None if it is not kept."""
    with suppress(OSError, ValueError, TypeError, KeyError), _file(deck).open(encoding="utf-8") as file:
        if json.loads(file.readline())["state"]["made"] == key:
            return _read(file)
    return None


def keep(deck: Path, entry: Entry, made: Made) -> None:
    """Keep what a run made; where that cannot be written, the next one will make it again."""
    if os.environ.get(FOLDER, "x") == "":
        return
    path = _file(deck)
    draft = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("w", encoding="utf-8") as file:
            file.writelines(f"{json.dumps(told)}\n" for told in _lines(entry, made))
        draft.replace(path)
    except (OSError, ValueError):
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _file(deck: Path) -> Path:
    named = os.environ.get(FOLDER)
    folder = Path(named) if named else platformdirs.user_cache_path("quizwright", appauthor=False) / "generated"
    return folder / f"{_hash(os.fsencode(real_path(deck)))}.json"


def _hash(*parts: bytes) -> str:
    found = blake2b(digest_size=16)
    for part in parts:
        found.update(len(part).to_bytes(8, "big"))
        found.update(part)
    return found.hexdigest()


def _bytes(path: Path) -> bytes:
    try:
        return b"+" + path.read_bytes()
    except (OSError, ValueError):
        return b""


def _lines(entry: Entry, made: Made) -> Iterator[dict[str, Any]]:
    """What is kept, a line each: the entry, what the document is and how much it made, and every outcome."""
    yield asdict(entry)
    yield {
        "title": made.title,
        "outcomes": len(made.outcomes),
        "left_out": len(made.left_out),
        "compared": made.compared,
        "fresh": made.fresh,
    }
    yield from map(asdict, (*made.outcomes, *made.left_out))


def _read(file: TextIO) -> Made:
    """What a document made, from the lines behind the entry; ValueError where one is missing."""
    data = json.loads(file.readline())
    outcomes, left_out = (
        tuple(_outcome(json.loads(file.readline())) for _ in range(data[name])) for name in ("outcomes", "left_out")
    )
    return Made(data["title"], outcomes, left_out, data["compared"], data["fresh"])


def _outcome(data: dict[str, Any]) -> Outcome:
    card = data["card"]
    return Outcome(**data | {"card": _card(card) if card else None, "reasons": tuple(data["reasons"])})


def _card(data: dict[str, Any]) -> Card:
    lists = {key: tuple(value) for key, value in data.items() if isinstance(value, list)}
    card = Card(**data | lists)
    given = cast("dict[str, Any] | None", data["source"])
    if given is None:
        return card
    evidence = tuple(Passage(**passage) for passage in given["evidence"])
    return replace(card, source=Source(Passage(**given["passage"]), given["document"], evidence))
