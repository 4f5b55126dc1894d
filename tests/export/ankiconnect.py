"""A counterpart of the add-on AnkiConnect: it speaks its protocol, and really imports into a collection of Anki's."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

from tests.export.collection import Anki


class Connect:
    """The add-on as its owner configured it, and how it misbehaves; `asked` are the actions it was asked for.

    `broken` are actions that it refuses once it has answered them so many times.
    """

    def __init__(self, anki: Anki) -> None:
        self.anki, self.key = anki, ""
        self.permission, self.version = "granted", 6
        self.blind = self.deaf = False
        self.slow: dict[str, float] = {}
        self.broken: dict[str, int] = {}
        self.raw: bytes | None = None
        self.elsewhere = ""
        self.asked: list[str] = []
        self.url = ""

    def answer(self, request: Any) -> dict[str, Any]:
        """Answer a request as the add-on does."""
        action = request["action"]
        self.asked.append(action)
        time.sleep(self.slow.get(action, 0))
        if self.key and request.get("key") != self.key and action != "requestPermission":
            return {"result": None, "error": "valid api key must be provided"}
        if action in self.broken:
            self.broken[action] -= 1
            if self.broken[action] < 0:
                return {"result": None, "error": "collection is not available"}
        try:
            return {"result": getattr(self, f"do_{action}")(**request.get("params", {})), "error": None}
        except Exception as error:  # noqa: BLE001 - the add-on answers with whatever went wrong
            return {"result": None, "error": str(error)}

    def do_requestPermission(self) -> dict[str, Any]:  # noqa: N802 - the protocol's name
        """Say whether requests are let in."""
        if self.permission != "granted":
            return {"permission": self.permission}
        return {"permission": "granted", "requireApiKey": bool(self.key), "version": self.version}

    def do_version(self) -> int:
        """Say which protocol is spoken."""
        return self.version

    def do_importPackage(self, path: str) -> bool:  # noqa: N802
        """Import a package as the add-on has it done since Anki 26.09: with all three ticks."""
        if self.blind or not Path(path).is_absolute():
            raise FileNotFoundError(f"[Errno 2] No such file or directory: {path!r}")
        if self.deaf:
            return True
        options = ImportAnkiPackageOptions(merge_notetypes=True, with_scheduling=True, with_deck_configs=True)
        self.anki.collection.import_anki_package(ImportAnkiPackageRequest(package_path=path, options=options))
        self.anki.collection.models._clear_cache()
        return True

    def do_findNotes(self, query: str) -> list[int]:  # noqa: N802
        """Find notes."""
        return list(self.anki.collection.find_notes(query))

    def do_notesInfo(self, notes: list[int]) -> list[dict[str, Any]]:  # noqa: N802
        """Tell what notes hold."""
        found = map(self.anki.collection.get_note, notes)
        return [
            {
                "noteId": note.id,
                "tags": note.tags,
                "fields": {name: {"value": value, "order": at} for at, (name, value) in enumerate(note.items())},
            }
            for note in found
        ]

    def do_updateNoteFields(self, note: dict[str, Any]) -> None:  # noqa: N802
        """Write fields of a note."""
        found = self.anki.collection.get_note(note["id"])
        for name, text in note["fields"].items():
            found[name] = text
        self.anki.collection.update_note(found)


def answering(connect: Connect) -> type[BaseHTTPRequestHandler]:
    """Make what answers one request."""

    class Handler(BaseHTTPRequestHandler):
        """One request."""

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            assert "Origin" not in self.headers
            if connect.elsewhere:
                self.send_response(307)
                self.send_header("Location", connect.elsewhere)
                self.end_headers()
                return
            said = connect.raw if connect.raw is not None else json.dumps(connect.answer(json.loads(body))).encode()
            with suppress(OSError):
                self.send_response(200)
                self.send_header("Content-Length", str(len(said)))
                self.end_headers()
                self.wfile.write(said)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    return Handler


@contextmanager
def serving(connect: Connect) -> Iterator[Connect]:
    """Let it answer at an address of this computer."""

    server = HTTPServer(("127.0.0.1", 0), answering(connect))
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    connect.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield connect
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
