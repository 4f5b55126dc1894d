"""Speaks to a running Anki through its add-on AnkiConnect, version 6 of its protocol: requests and answers in JSON."""

from __future__ import annotations

import json
import socket
from collections.abc import Collection, Iterable
from http.client import HTTPException
from ipaddress import ip_address
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.parse import SplitResult, urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from quiz.errors import QuizError

URL = "http://127.0.0.1:8765"
VERSION = 6
ADD_ON = "2055492159"
LARGEST = 64 * 2**20
"""Bytes an answer may have: a thousand notes have a hundredth of it."""

QUICK, LONG = 10.0, 600.0
"""Seconds to wait for an answer, and for an import."""

START = f"start Anki, and add AnkiConnect there (Tools, Add-ons, Get Add-ons: {ADD_ON}); or write a file: -o deck.apkg"
DIALOG = "does a dialog wait in Anki? close it, and export again"


class SaidError(Exception):
    """What AnkiConnect says is wrong."""


class _Straight(HTTPRedirectHandler):
    """Follows no address elsewhere."""

    def redirect_request(self, *_: Any, **__: Any) -> None:
        """Refuse."""


class Anki:
    """An Anki that runs; every method raises QuizError where it cannot be spoken to, SaidError where it refuses."""

    def __init__(self, url: str = URL, key: str = "") -> None:
        """Take its address, which is on this computer or safe from listeners, and the key its owner set, if any."""
        self.url, self._key = addressed(url), key
        self._opener = build_opener(ProxyHandler({}), _Straight)

    def greet(self) -> None:
        """Find out whether Anki answers, knows the protocol, and lets us in."""
        try:
            said = self._ask("requestPermission")
            allowed = isinstance(said, dict) and said.get("permission") == "granted"
            if not allowed:
                raise self._error("refuses this program", "allow it in the dialog that Anki shows, and export again")
            version = self._ask("version")
        except SaidError as error:
            raise self._refused(error) from None
        if not isinstance(version, int) or version < VERSION:
            raise self._error(
                "has an AnkiConnect that is too old", "update the add-on (Tools, Add-ons, Check for Updates)"
            )

    def take(self, package: str) -> None:
        """Let it import a package, whose path it has to be able to read."""
        if self._ask("importPackage", LONG, path=package) is not True:
            raise SaidError("the import failed")

    def notes(self, search: str) -> list[int]:
        """Find the ids of notes."""
        found = self._ask("findNotes", query=search)
        if not isinstance(found, list) or not all(isinstance(number, int) for number in found):
            raise self._strange()
        return found

    def values(self, notes: Iterable[int], names: Collection[str]) -> dict[int, dict[str, str]]:
        """Tell what some fields of notes hold, by note and name; only those that a note has."""
        found = self._ask("notesInfo", notes=list(notes))
        try:
            return {
                int(note["noteId"]): {
                    name: str(field["value"]) for name, field in note["fields"].items() if name in names
                }
                for note in found
                if note
            }
        except (TypeError, KeyError, AttributeError, ValueError):
            raise self._strange() from None

    def fill(self, note: int, fields: dict[str, str]) -> None:
        """Write fields of a note."""
        self._ask("updateNoteFields", note={"id": note, "fields": fields})

    def _ask(self, action: str, wait: float = QUICK, **params: Any) -> Any:
        """Ask for an action and return its result."""
        asked: dict[str, Any] = {"action": action, "version": VERSION, "params": params}
        if self._key:
            asked["key"] = self._key
        headers = {"Content-Type": "application/json"}
        request = Request(self.url, json.dumps(asked).encode(), headers)  # noqa: S310 - `addressed` allows no other scheme
        try:
            with self._opener.open(request, timeout=wait) as answer:
                return self._result(answer)
        except HTTPError as error:
            with error:
                raise self._error(f"is not AnkiConnect: it answers {error.code}", START) from None
        except (URLError, OSError, HTTPException) as error:
            raise self._silent(error, wait) from None

    def _result(self, answer: IO[bytes]) -> Any:
        """Read an answer; SaidError with what it says is wrong."""
        said = answer.read(LARGEST + 1)
        if len(said) > LARGEST:
            raise self._error(f"answers more than {LARGEST // 2**20} MB", "is it AnkiConnect?")
        try:
            told = json.loads(said)
            result, fault = told["result"], told["error"]
        except (ValueError, TypeError, KeyError, RecursionError):
            raise self._strange() from None
        if fault is not None:
            raise SaidError(" ".join(str(fault).split()))
        return result

    def _refused(self, error: SaidError) -> QuizError:
        """Tell why it lets nobody in."""
        if "key" in str(error):
            hint = "its owner set one as apiKey in the add-on's configuration: --anki-key KEY, or QUIZ_ANKI_KEY"
            return self._error("wants another key" if self._key else "wants a key", hint)
        return self._error(f"says: {error}", START)

    def _silent(self, error: Exception, wait: float) -> QuizError:
        """Tell why it did not answer."""
        why = error.reason if isinstance(error, URLError) else error
        if isinstance(why, TimeoutError):
            return self._error(f"did not answer within {wait:.0f} seconds", DIALOG)
        if isinstance(why, ConnectionRefusedError | socket.gaierror):
            return self._error("does not answer: it is not running, or has no AnkiConnect", START)
        return self._error(f"cannot be spoken to: {why}", START)

    def _strange(self) -> QuizError:
        """Tell that something else answers."""
        return self._error("is not AnkiConnect: its answer makes no sense", START)

    def _error(self, message: str, hint: str) -> QuizError:
        """Make the error of this Anki."""
        return QuizError.at(f"Anki at {self.url}", message, hint)


def addressed(url: str) -> str:
    """Check an address; QuizError on one that would send decks and key over a network for all to read."""
    try:
        parts = urlsplit(url)
        fine = parts.scheme == "https" or (parts.scheme == "http" and loopback(parts))
        fine = fine and bool(parts.hostname) and parts.port != 0 and not parts.username
    except ValueError:
        fine = False
    if not fine or not url.isprintable() or " " in url:
        hint = f"by default it is {URL}; another computer's has to begin with https:"
        raise QuizError.at("--anki-url", f"{url!r} is no address of an Anki on this computer", hint)
    return url


def loopback(parts: SplitResult) -> bool:
    """Whether an address is of this computer."""
    host = parts.hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
