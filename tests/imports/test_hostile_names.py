"""Names and links that a stranger's package brings: none leads out of the folder."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.imports.hostile import collection, package, written

NAMES = (
    "../../outside.png", "/tmp/outside.png", "..\\..\\outside.png", "C:\\outside.png", "con.png", "NUL", "a/b.png",
    ".hidden", "..", "trailing. ", "x" * 300 + ".png", "a\u202egnp.exe", "new\nline.png", "semi:colon.png", "a).png",
)  # fmt: skip


@pytest.mark.parametrize("name", NAMES)
def test_no_name_leads_out_of_the_folder(run: Run, tmp_path: Path, name: str) -> None:
    shown = name.replace("\n", "&#10;")
    path = collection(tmp_path, f'<img src="{shown}">', "x", media={name: b"data"})
    ended = run("import", path, "-o", "in/decks")
    assert ended.status == 0, ended.err
    files = [each for each in written(tmp_path) if each not in ("x.apkg", "in/decks/geo.yaml", "in/decks/geo.lock")]
    (only,) = files
    assert Path(only).parent == Path("in/decks/media")
    base = Path(only).name
    assert len(base) <= 120
    assert not set('/\\:<>"|?*\n') & set(base)
    assert f"media/{base}" in (tmp_path / "in/decks/geo.yaml").read_text()
    assert base.partition(".")[0].lower() not in ("con", "nul")
    assert (tmp_path / only).read_bytes() == b"data"


def test_a_link_in_the_package_is_a_file(run: Run, tmp_path: Path) -> None:
    path = collection(tmp_path, '<img src="a.png">', "x")
    with zipfile.ZipFile(path, "a") as file_:
        info = zipfile.ZipInfo("0")
        info.external_attr = 0o120777 << 16
        file_.writestr(info, "/etc/passwd")
    data = zipfile.ZipFile(path)
    rest = {name: data.read(name) for name in data.namelist()} | {"media": json.dumps({"0": "a.png"}).encode()}
    data.close()
    run("import", package(tmp_path / "y.apkg", rest))
    made = tmp_path / "decks/media/a.png"
    assert not made.is_symlink()
    assert made.read_bytes() == b"/etc/passwd"


def test_a_link_in_the_folder_is_replaced(run: Run, tmp_path: Path) -> None:
    (tmp_path / "decks/media").mkdir(parents=True)
    (tmp_path / "precious").write_text("mine")
    (tmp_path / "decks/media/a.png").symlink_to(tmp_path / "precious")
    run("import", collection(tmp_path, '<img src="a.png">', "x", media={"a.png": b"theirs"}))
    assert (tmp_path / "precious").read_text() == "mine"
    assert (tmp_path / "decks/media/a.png").read_bytes() == b"theirs"


@pytest.mark.parametrize("title", ["../../evil", "/etc/x", "con", "", "::", "a\x1fb", "x" * 5000, "日本", ".hidden"])
def test_no_deck_leads_out_of_the_folder(run: Run, tmp_path: Path, title: str) -> None:
    def renamed(connection: object) -> None:
        decks = json.dumps({"1": {"id": 1, "name": title}})
        connection.execute("update col set decks = ?", (decks,))  # type: ignore[attr-defined]

    ended = run("import", collection(tmp_path, change=renamed), "-o", "in/decks")
    assert ended.status == 0, ended.err
    assert len(written(tmp_path / "in/decks")) == 2
    assert written(tmp_path / "in/decks") == sorted(path.name for path in (tmp_path / "in/decks").iterdir())
    assert len(written(tmp_path)) == 3
