"""What holds of every format: the help and docs/export.md name it, and what they show is what it writes."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

import pytest

from quiz.export import FORMATS
from quiz.export.request import Format
from tests.conftest import Run

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/export.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)(?: title=(\S+))?\n(.*?)^```$", re.MULTILINE | re.DOTALL)
NOW = "1790000000"

EVERY = pytest.mark.parametrize("wanted", FORMATS, ids=lambda each: each.name)


@pytest.fixture(autouse=True)
def deck(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The deck of the page."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", NOW)
    path = tmp_path / "rivers.yaml"
    path.write_text(next(text for kind, _, text in BLOCK.findall(PAGE) if kind == "yaml"), encoding="utf-8")
    return path


def test_the_help_lists_every_format(run: Run) -> None:
    told = run("export", "--help").out.split("Formats:")[1]
    meant: dict[str, str] = {}
    for each in FORMATS:
        shown = f"--format {each.name}" if each.suffix in meant else each.suffix
        meant.setdefault(each.suffix, each.name)
        assert re.search(rf"^  {re.escape(shown)} +{re.escape(each.about)}$", told, re.MULTILINE), shown


@EVERY
def test_the_page_tells_of_every_format(wanted: Format) -> None:
    first = next(each for each in FORMATS if each.suffix == wanted.suffix) is wanted
    assert re.search(rf"`-o \w+\{wanted.suffix}`" if first else rf"{wanted.suffix} --format {wanted.name}`", PAGE)


def test_what_the_page_shows_is_what_is_written(run: Run, tmp_path: Path) -> None:
    names = {"terms.tsv": "quizlet", "notes.tsv": "anki-tsv", "rivers.qti3": "qti3"}
    shown = [(title, text) for _, title, text in BLOCK.findall(PAGE) if title]
    assert len(shown) == 7
    for title, text in shown:
        ended = run("export", "rivers.yaml", "-o", title, *(["--format", names[title]] if title in names else []))
        assert ended.status == 0
        if title.endswith(".qti3"):
            with ZipFile(tmp_path / title) as archive:
                written = "\n".join(archive.read(each).decode() for each in archive.namelist())
            assert text.strip() in written
        else:
            assert text in (tmp_path / title).read_bytes().decode("utf-8-sig").replace("\r\n", "\n"), title


def test_what_the_page_says_is_told(run: Run) -> None:
    ((command, said),) = [
        (lines[0], lines[1:])
        for kind, _, text in BLOCK.findall(PAGE)
        if kind == "console"
        for lines in [text.splitlines()]
    ]
    ended = run(*command.removeprefix("$ quiz ").split())
    assert (ended.err + ended.out).splitlines() == said


@EVERY
def test_two_runs_give_the_same_bytes(run: Run, tmp_path: Path, wanted: Format) -> None:
    files = [tmp_path / f"{at}{wanted.suffix}" for at in "ab"]
    for file in files:
        assert run("export", "rivers.yaml", "-o", file, "--format", wanted.name).status == 0
    assert files[0].read_bytes() == files[1].read_bytes() != b""


@EVERY
def test_a_deck_is_never_written_over(run: Run, deck: Path, wanted: Format) -> None:
    before = deck.read_bytes()
    ended = run("export", "rivers.yaml", "-o", "rivers.yaml", "--format", wanted.name)
    assert (ended.status, ended.out) == (1, "")
    assert "is a deck's own file" in ended.err
    assert deck.read_bytes() == before


@EVERY
def test_where_nothing_can_be_written_one_line_says_so(run: Run, tmp_path: Path, wanted: Format) -> None:
    before = sorted(tmp_path.iterdir())
    ended = run("export", "rivers.yaml", "-o", f"nowhere/x{wanted.suffix}", "--format", wanted.name)
    assert (ended.status, ended.out) == (1, "")
    assert "does not exist" in ended.err.splitlines()[-1]
    assert [path for path in sorted(tmp_path.iterdir()) if path.suffix != ".lock"] == before
