"""`quiz export --to-anki` where nobody answers, or who does makes no sense: told in one line, and nothing is sent."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import Any

import pytest

from quiz.export.anki import connect as protocol
from quiz.export.anki.connect import addressed
from tests.conftest import Run
from tests.export.ankiconnect import Connect
from tests.verbs.pushing import DECK, packages


def test_an_import_that_takes_too_long_keeps_the_package(
    push: Run, running: Connect, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(protocol.Anki._ask, "__defaults__", (5.0,))
    monkeypatch.setattr(protocol, "LONG", 0.05)
    running.slow["importPackage"] = 0.3
    ended = push()
    assert ended.status == 1
    assert "did not answer within 0 seconds (does a dialog wait in Anki?" in ended.err
    assert packages(tmp_path)[0] in ended.err


REFUSALS: dict[str, tuple[dict[str, Any], str]] = {
    "denied": ({"permission": "denied"}, "refuses this program (allow it in the dialog"),
    "old": ({"version": 5}, "AnkiConnect that is too old"),
    "a page": ({"raw": b"<html>"}, "its answer makes no sense"),
    "a list": ({"raw": b"[]"}, "its answer makes no sense"),
    "deep": ({"raw": b"[" * 100_000}, "its answer makes no sense"),
    "no error": ({"raw": b'{"result": 6}'}, "its answer makes no sense"),
    "a fault": ({"raw": b'{"result": null, "error": "bad\\nthing"}'}, "says: bad thing"),
    "elsewhere": ({"elsewhere": "http://127.0.0.1:9/"}, "is not AnkiConnect: it answers 307"),
}


@pytest.mark.parametrize(("fault", "said"), REFUSALS.values(), ids=REFUSALS)
def test_who_does_not_let_us_in_gets_nothing(
    push: Run, running: Connect, tmp_path: Path, fault: dict[str, Any], said: str
) -> None:
    for name, value in fault.items():
        setattr(running, name, value)
    ended = push()
    assert (ended.status, ended.out) == (1, "")
    assert said in ended.err
    assert ended.err.count("\n") == 1
    assert packages(tmp_path) == []
    assert not (tmp_path / "rivers.lock").exists()


def test_an_answer_without_end_is_cut(push: Run, running: Connect, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "LARGEST", 1000)
    running.raw = b" " * 2000
    assert "answers more than 0 MB" in push().err


def test_no_anki_is_said(run: Run, tmp_path: Path) -> None:
    (tmp_path / "rivers.yaml").write_text(DECK)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        ended = run("export", "rivers.yaml", "--to-anki", "--anki-url", url)
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith(f"Anki at {url}: does not answer: it is not running, or has no AnkiConnect (start Anki")
    assert not (tmp_path / "rivers.lock").exists()


@pytest.mark.parametrize(
    ("url", "fine"),
    [
        ("http://127.0.0.1:8765", True),
        ("http://127.9.9.9", True),
        ("http://[::1]:8765/", True),
        ("http://localhost:1", True),
        ("https://anki.example.org", True),
        ("http://anki.example.org:8765", False),
        ("http://10.0.0.1:8765", False),
        ("http://127.0.0.1@example.org", False),
        ("https://me:word@example.org", False),
        ("http://localhost.example.org", False),
        ("file:///etc/passwd", False),
        ("ftp://127.0.0.1", False),
        ("127.0.0.1:8765", False),
        ("http://127.0.0.1:99999", False),
        ("https://", False),
        ("http://[::1", False),
        ("http://127.0.0.1:8765/\r\nX: y", False),
    ],
)
def test_only_this_computer_or_a_safe_line(run: Run, url: str, *, fine: bool) -> None:
    if fine:
        assert addressed(url) == url
    else:
        ended = run("export", "x.yaml", "--to-anki", "--anki-url", url)
        assert (ended.status, ended.err.count("\n")) == (1, 1)
        assert "is no address of an Anki on this computer" in ended.err


def test_wrong_use_is_told(run: Run) -> None:
    for arguments, said in (
        (("x.yaml",), "Missing option '-o' / '--output'"),
        (("x.yaml", "-o", "x.apkg", "--anki-url", "http://127.0.0.1"), "--anki-url goes with --to-anki"),
        (("--to-anki",), "Missing argument 'PATH...'"),
        (("x.yaml", "--to-anki", "--format", "gift"), "--to-anki means nothing to the format gift"),
    ):
        ended = run("export", *arguments)
        assert (ended.status, ended.out) == (2, "")
        assert said in ended.err
