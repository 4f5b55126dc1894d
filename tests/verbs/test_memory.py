"""What `quiz generate` remembers: unchanged documents are not parsed again, and nothing else depends on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from quiz.documents import Document
from quiz.facts.language import parse
from quiz.facts.model import Date, Sentence
from quiz.verbs.memory import made_key
from quiz.verbs.running import version
from tests.conftest import Run
from tests.test_imports import HEAVY, loaded_by
from tests.verbs.documents import BRIDGES, HARBOUR, contents, times, write_documents


@pytest.fixture(autouse=True)
def seeds(tmp_path: Path) -> Path:
    """A folder of documents."""
    return write_documents(tmp_path / "seeds")


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that are parsed from now on, by name."""
    names: list[str] = []

    def counted(document: Document, *dates: Sequence[Date]) -> list[Sentence]:
        names.append(Path(document.path).name)
        return parse(document, *dates)

    monkeypatch.setattr("quiz.facts.reading.parse", counted)
    return names


def test_an_unchanged_document_is_not_parsed_again(run: Run, tmp_path: Path, parsed: list[str]) -> None:
    first = run("generate", "seeds")
    before = contents(tmp_path / "decks"), times(tmp_path / "decks")
    again = [run("generate", "seeds") for _ in range(2)]

    assert parsed == ["bridges.md", "canals.md", "towers.txt"]
    assert (contents(tmp_path / "decks"), times(tmp_path / "decks")) == before
    assert first.out.replace("+", "").replace("new", "unchanged") == again[0].out == again[1].out
    assert again[1].err.startswith(first.err.rpartition(",")[0])


def test_only_what_changed_is_parsed(run: Run, seeds: Path, parsed: list[str]) -> None:
    run("generate", "seeds")
    parsed.clear()
    (seeds / "bridges.md").write_text(BRIDGES.replace("1894", "1895"))

    ended = run("generate", "seeds")

    assert parsed == ["bridges.md"]
    assert "decks/bridges.yaml: " in ended.out
    assert "updated" in ended.out


def test_options_and_explanations_need_no_parse(run: Run, parsed: list[str]) -> None:
    run("generate", "seeds")
    parsed.clear()

    explained = run("generate", "seeds", "--explain", "--max", "3")

    assert parsed == []
    assert 'seeds/canals.md:9: figure "two": is an idle count' in explained.out


def test_comparisons_that_were_not_asked_for_are_made_when_they_are(run: Run, parsed: list[str]) -> None:
    runs = [run("generate", "seeds/canals.md", *options) for options in ([], ["--comparisons"], ["--comparisons"], [])]

    assert [ended.status for ended in runs] == [0, 0, 0, 0]
    assert parsed == ["canals.md", "canals.md"]


def test_comparisons_of_a_deck_are_kept_up_without_being_asked_for(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, parsed: list[str]
) -> None:
    (tmp_path / "harbour.md").write_text(HARBOUR)
    run("generate", "harbour.md", "--comparisons")
    monkeypatch.setattr("quiz.verbs.memory.version", lambda: "another")

    again = [run("generate", "harbour.md") for _ in range(2)]

    assert len(parsed) == 2
    assert ["5 unchanged" in ended.out for ended in again] == [True, True]


def test_a_persons_edit_is_merged_without_a_parse(run: Run, tmp_path: Path, parsed: list[str]) -> None:
    run("generate", "seeds")
    run("generate", "seeds")
    deck = tmp_path / "decks" / "canals.yaml"
    edited = re.sub(r"(?m)^( +)answer: .*$", r"\1answer: changed by hand  # and why", deck.read_text(), count=1)
    deck.write_text(edited)

    ended = run("generate", "seeds")

    assert len(parsed) == 3
    assert deck.read_text() == edited
    assert "1 yours kept" in ended.out


def test_a_deck_that_is_gone_is_made_anew(run: Run, tmp_path: Path, parsed: list[str]) -> None:
    run("generate", "seeds")
    before = contents(tmp_path / "decks")
    for path in (tmp_path / "decks").iterdir():
        path.unlink()

    run("generate", "seeds")

    assert contents(tmp_path / "decks") == before
    assert len(parsed) == 3


def test_a_deck_broken_since_is_reported(run: Run, tmp_path: Path) -> None:
    run("generate", "seeds")
    run("generate", "seeds")
    (tmp_path / "decks" / "canals.yaml").write_text("title: [Canals\n")

    ended = run("generate", "seeds")

    assert ended.status == 1
    assert ended.err.startswith("decks/canals.yaml:")


def test_another_generator_parses_again(run: Run, monkeypatch: pytest.MonkeyPatch, parsed: list[str]) -> None:
    run("generate", "seeds/canals.md")
    monkeypatch.setattr("quiz.verbs.memory.version", lambda: "another")

    run("generate", "seeds/canals.md")

    assert parsed == ["canals.md", "canals.md"]


def test_a_generator_is_its_sources_and_packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fresh() -> tuple[str, str]:
        version.version.cache_clear()
        version.essential.cache_clear()
        return version.version(), version.essential()

    package = tmp_path / "quiz"
    (package / "facts").mkdir(parents=True)
    (package / "__init__.py").touch()
    (package / "facts" / "dates.py").write_text("MONTHS = 12\n")
    monkeypatch.setattr("quiz.verbs.running.version.quiz.__file__", str(package / "__init__.py"))
    first = fresh()
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "some_package-1.0.dist-info").mkdir()
    installed = fresh()
    (package / "facts" / "dates.py").write_text("MONTHS = 13\n")
    changed = fresh()
    monkeypatch.undo()
    fresh()

    assert installed[0] != first[0]
    assert installed[1] == first[1]
    assert changed[0] != installed[0]
    assert changed[1] != installed[1]


CUT = "cut"
"""Stands for a memory without its last line."""


@pytest.mark.parametrize("damage", ["", "{}\n{}\n", '{"state": 1}\n', "\x00", None, CUT])
def test_a_damaged_memory_is_made_anew(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, damage: str | None
) -> None:
    memory = tmp_path / "memory"
    monkeypatch.setenv("QUIZ_CACHE", str(memory))
    run("generate", "seeds/canals.md")
    before = contents(tmp_path / "decks")
    for path in memory.iterdir():
        lines = path.read_text().splitlines(keepends=True)
        kept = "".join(lines[:-1]) if damage == CUT else f"{lines[0]}[]\n" if damage is None else damage
        path.write_text(kept)

    ended = run("generate", "seeds/canals.md", "--explain")

    assert (ended.status, contents(tmp_path / "decks")) == (0, before)
    assert run("generate", "seeds/canals.md").status == 0


@pytest.mark.parametrize("folder", ["", "seeds/canals.md/x"])
def test_without_a_memory_all_is_made_all_the_same(run: Run, monkeypatch: pytest.MonkeyPatch, folder: str) -> None:
    monkeypatch.setenv("QUIZ_CACHE", folder)

    assert [run("generate", "seeds/canals.md").status for _ in range(2)] == [0, 0]


def test_the_name_counts_with_the_bytes(seeds: Path) -> None:
    (seeds / "other.md").write_bytes((seeds / "canals.md").read_bytes())

    assert made_key(seeds / "other.md") != made_key(seeds / "canals.md")


def test_neither_unchanged_documents_nor_their_decks_are_parsed_and_no_library_is_loaded_for_that(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def parsed_again(*_: object) -> None:
        raise AssertionError

    run("generate", "seeds")
    run("generate", "seeds")
    for name in ("documents.read", "questions.make_outcomes", "deck.read.read_deck", "deck.merge.merge"):
        monkeypatch.setattr(f"quiz.{name}", parsed_again)

    assert run("generate", "seeds").status == 0
    assert loaded_by(tmp_path, "generate", "seeds") & HEAVY == {"yaml"}
