"""Packages of strangers: one line of error, nothing outside the folder, nothing half written, within bounds."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from quiz.errors import QuizError
from quiz.imports.anki import collection as collections
from quiz.imports.anki import database as databases
from quiz.imports.anki import package as packages
from quiz.imports.anki import read
from tests.conftest import Run
from tests.imports.hostile import bomb, collection, database, package, written

Make = Callable[[Path], Path]


def cut(path: Path) -> Path:
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    return path


def spoiled(path: Path) -> Path:
    """Bytes in the middle of a member overwritten."""
    data = bytearray(path.read_bytes())
    data[100:140] = bytes(40)
    path.write_bytes(data)
    return path


def file(data: bytes) -> Make:
    def made(folder: Path) -> Path:
        (folder / "x.apkg").write_bytes(data)
        return folder / "x.apkg"

    return made


def members(**given: bytes) -> Make:
    return lambda folder: package(folder / "x.apkg", {name.replace("_", "."): data for name, data in given.items()})


def changed(change: str) -> Make:
    return lambda folder: collection(folder, change=change)


def encrypted(folder: Path) -> Path:
    path = collection(folder)
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    path.write_bytes(data)
    return path


ENDLESS = (
    "with recursive n(i) as (select 1 union all select i + 1 from n) "
    "select i id, 'g' guid, 1 mid, 1 mod, '' tags, 'x' flds from n"
)

BROKEN = {
    "empty": (file(b""), "no Anki package"),
    "text": (file(b"front,back\n" * 50), "no Anki package"),
    "zip of nothing": (lambda folder: package(folder / "x.apkg", {}), "holds no collection"),
    "zip of another program": (members(word_document_xml=b"<w/>"), "holds no collection"),
    "cut": (lambda folder: cut(collection(folder)), "no Anki package, or a damaged one"),
    "spoiled": (lambda folder: spoiled(collection(folder)), "is damaged"),
    "encrypted": (encrypted, "encrypted"),
    "no database": (members(collection_anki2=b"hello"), "is no database"),
    "no zstd frame": (members(collection_anki21b=b"\x28\xb5\x2f\xfd" + b"x" * 99), "cannot be unpacked"),
    "not one table": (
        lambda folder: package(
            folder / "x.apkg", {"collection.anki2": database(folder / "c", tables="create table x (y)")}
        ),
        "no table `col`",
    ),
    "torn pages": (
        lambda folder: package(
            folder / "x.apkg",
            {"collection.anki2": (data := database(folder / "c"))[:5000] + b"\xff" * (len(data) - 5000)},
        ),
        "damaged",
    ),
    "a view without end": (changed(f"drop table notes; create view notes as {ENDLESS}"), "no table `notes`"),
    "a made-up table": (
        changed("drop table notes; create virtual table notes using fts5(id, guid, mid, mod, tags, flds)"),
        "no table `notes`",
    ),
    "a column that runs a function": (
        changed(
            "drop table notes; create table notes (id integer, guid text, mid integer, mod integer, tags text, "
            "flds text generated always as (hex(zeroblob(10000))) virtual);"
            "insert into notes (id, guid, mid, mod, tags) values (1, 'g', 1, 1, '')"
        ),
        "no table `notes`",
    ),
    "models that are none": (changed("update col set models = '[1, 2]'"), "makes no sense"),
    "models without end": (changed(f"update col set models = '{'[' * 200_000}'"), "makes no sense"),
    "fields that are none": (
        changed("""update col set models = '{"1": {"id": 1, "name": "x", "flds": 3}}'"""),
        "no sense",
    ),
    "no note type": (changed("update notes set mid = 77"), "makes no sense"),
    "fields of bytes": (changed("update notes set flds = x'00ff'"), "makes no sense"),
    "fields of nothing": (changed("update notes set flds = null"), "makes no sense"),
    "numbers of words": (changed("update notes set mod = 'soon'"), "makes no sense"),
    "cards of words": (changed("update cards set ord = 'first'"), "makes no sense"),
    "a log of words": (changed("insert into revlog values (1, 1, 'x', 1, 1, 1, 1)"), "makes no sense"),
    "a list of media that is none": (
        lambda folder: package(
            folder / "x.apkg", {"collection.anki2": database(folder / "c"), "media": b"{]" + b"\xff" * 50}
        ),
        "makes no sense",
    ),
    "no notes": (changed("delete from notes"), "holds no notes"),
    "no cards": (changed("update notes set flds = ' '"), "holds no card that could be made"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_one_line_and_nothing_written(run: Run, tmp_path: Path, name: str) -> None:
    make, said = BROKEN[name]
    path = make(tmp_path)
    before = written(tmp_path)

    ended = run("import", path)

    assert (ended.status, ended.out) == (1, "")
    *warned, line = ended.err.splitlines()
    assert line.startswith(f"{path}: ")
    assert said in line
    assert len(warned) == (name == "no cards"), ended.err
    assert written(tmp_path) == before
    assert not (tmp_path / "decks").exists()


BOUNDED = """
import resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({memory}, {memory}))
from quiz.cli import main
main(["import", *sys.argv[1:]])
"""


def bounded(folder: Path, path: Path, memory: int = 900) -> subprocess.CompletedProcess[str]:
    """Import a package in a process that may have so many megabytes."""
    return subprocess.run(
        [sys.executable, "-c", BOUNDED.format(memory=memory * 2**20), str(path)],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.mark.parametrize("packed", ["zip", "zstd", "media"])
def test_a_bomb_is_put_out(tmp_path: Path, packed: str) -> None:
    if packed == "zip":
        path = package(tmp_path / "x.apkg", {"collection.anki2": bytes(70 * 2**20)})
    elif packed == "zstd":
        path = package(tmp_path / "x.apkg", {"collection.anki21b": bomb(70 * 2**20)}, deflated=False)
    else:
        path = collection(tmp_path, '<img src="a.png">', "x", media={"a.png": bomb(70 * 2**20)})

    ended = bounded(tmp_path, path)

    assert ended.returncode == 1
    assert "unpacks to more than" in ended.stderr
    assert ended.stderr.count("\n") == 1
    assert written(tmp_path) == ["x.apkg"]


def test_a_field_without_end_is_refused(tmp_path: Path) -> None:
    data = database(tmp_path / "c", change="update notes set flds = zeroblob(70000000)")
    path = package(tmp_path / "x.apkg", {"collection.anki2": data}, deflated=False)
    ended = bounded(tmp_path, path)
    assert (ended.returncode, ended.stderr.count("\n")) == (1, 1)
    assert "field of more than" in ended.stderr


def test_a_statement_that_takes_too_long_is_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(databases, "STEPS", 10)
    path = collection(tmp_path)
    with zipfile.ZipFile(path) as file_:
        (tmp_path / "c.db").write_bytes(file_.read("collection.anki2"))
    opened = databases.Database(tmp_path / "c.db", "x.apkg")
    opened._until = 0
    with pytest.raises(QuizError, match="takes too long"):
        list(opened.rows("notes", "id, guid, mid, mod, tags, flds"))
    opened.close()


def test_only_reading_is_allowed(tmp_path: Path) -> None:
    (tmp_path / "c.db").write_bytes(database(tmp_path / "d.db"))
    opened = databases.Database(tmp_path / "c.db", "x.apkg")
    for statement in ("delete from notes", "attach ':memory:' as x", "select load_extension('x')", "select hex('x')"):
        with pytest.raises(Exception, match=r"not authorized|prohibited"):
            opened._connection.execute(statement)
    opened.close()


def test_too_much_text_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collections, "MOST_TEXT", 2**20)
    with pytest.raises(QuizError, match=r"holds more than 1 MB of text and tags, .*export its decks one by"):
        read(collection(tmp_path, "x" * 2**20, "back"))


def test_a_long_list_of_members_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MOST_LISTED", 10)
    with pytest.raises(QuizError, match="lists too many files"):
        read(collection(tmp_path))


def test_scripts_are_left_out_and_told(run: Run, tmp_path: Path) -> None:
    path = collection(tmp_path, "ask<script>alert(1)</script>", "<img src=x onerror=alert(1)>back<style>b{}</style>")
    ended = run("import", path)
    assert "cards with scripts, left out: 1" in ended.err
    text = (tmp_path / "decks/geo.yaml").read_text()
    assert "alert" not in text
    assert "style" not in text


def test_many_names_of_one_member_are_bounded_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.imports.anki.LEAST_MEDIA", 3000)
    monkeypatch.setattr("quiz.imports.anki.MEDIA_TIMES", 0)
    shown = "".join(f'<img src="{number}.png">' for number in range(4))
    path = collection(tmp_path, shown, "x", media={f"{number}.png": bytes(1000) for number in range(4)})

    with pytest.raises(QuizError, match="unpacks to far more than it is large"):
        fetch_all(path, tmp_path / "apart")


def fetch_all(path: Path, folder: Path) -> None:
    """Unpack every medium of a package."""
    folder.mkdir()
    found = read(path)
    assert found.fetch
    for number, name in enumerate(found.media):
        found.fetch(name, folder / str(number))
