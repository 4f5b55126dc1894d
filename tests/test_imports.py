"""What is imported when: the contracts of pyproject.toml, and what each verb may load."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from quiz.study.history import History
from tests.analysis.classes import simulated

ROOT = Path(__file__).parent.parent
BREACHES = {
    "Imports go one way": ("errors.py", "import quiz.cli"),
    "The halves do not know each other": ("study/model.py", "import quiz.documents.model"),
    "Item analysis knows results alone": ("analysis/report.py", "import quiz.deck.model"),
    "Only tui knows Textual": ("study/model.py", "import textual"),
    "Only export.anki knows genanki": ("deck/model.py", "import genanki"),
    "Only export.qti.version12 knows text2qti": ("export/gift.py", "import text2qti"),
    "Only study.scheduling.schedule knows fsrs": ("study/model.py", "import fsrs"),
    "Only study.scheduling.fitting knows fsrs-rs": ("study/model.py", "import fsrs_rs_python"),
    "Only the history and Anki's files are SQLite": ("study/model.py", "import sqlite3"),
    "Only imports.anki.package knows zstandard": ("study/model.py", "import zstandard"),
    "Only decks and front matter are YAML": ("study/model.py", "import yaml"),
    "Questions are made in one direction": ("questions/scene.py", "import quiz.questions.forms.gap"),
    "Only verbs.running.cluster knows Dask": ("study/model.py", "import distributed"),
    "Only verbs.browser knows textual-serve": ("study/model.py", "import textual_serve"),
    "Only one module each knows PDFium and trafilatura": ("documents/html.py", "import trafilatura"),
    "One module knows the NLP library": ("questions/__init__.py", "import spacy"),
}
"""For each contract a line that breaks it, and the module it is put into."""

HEAVY = {
    "textual",
    "rich",
    "spacy",
    "numpy",
    "genanki",
    "text2qti",
    "fsrs",
    "fsrs_rs_python",
    "markdown_it",
    "charset_normalizer",
    "sqlite3",
    "yaml",
    "trafilatura",
    "lxml",
    "distributed",
    "aiohttp",
    "zstandard",
}
DECK = "title: Rivers\ncards:\n  - question: Which river runs through Baghdad?\n    answer: Tigris\n"
PROBE = """
import sys
from quiz.cli import main
try:
    main(sys.argv[1:])
finally:
    print(*sys.modules, file=sys.stderr)
"""


def test_every_contract_is_broken_by_its_breach(tmp_path: Path) -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    assert {contract["name"] for contract in contracts} == set(BREACHES)
    shutil.copytree(ROOT / "quiz", tmp_path / "quiz", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for module, line in BREACHES.values():
        with (tmp_path / "quiz" / module).open("a") as file:
            file.write(f"\n{line}\n")

    linted = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    verdicts = {name: f"{name} BROKEN" in linted.stdout for name in BREACHES}
    assert verdicts == dict.fromkeys(BREACHES, True), linted.stdout


def loaded_by(folder: Path, *arguments: str, **environment: str) -> set[str]:
    """Top-level packages that a command has loaded when it ends."""
    ended = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments],
        cwd=folder,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=180,
    )
    assert ended.returncode == 0, ended.stderr
    return {name.partition(".")[0] for name in ended.stderr.splitlines()[-1].split()}


@pytest.mark.parametrize(
    ("arguments", "allowed"),
    [
        (["--version"], set()),
        (["--help"], set()),
        (["completion", "bash"], set()),
        (["check", "rivers.yaml"], {"yaml"}),
        (["config"], set()),
        (["export", "rivers.yaml", "-o", "rivers.apkg"], {"yaml", "genanki", "sqlite3"}),
        (["export", "rivers.yaml", "-o", "rivers.gift"], {"yaml"}),
        (["export", "rivers.yaml", "-o", "rivers.xml"], {"yaml"}),
        (["export", "rivers.yaml", "-o", "rivers.zip"], {"yaml", "text2qti"}),
        (["export", "rivers.yaml", "-o", "rivers.zip", "--format", "qti3"], {"yaml"}),
        (["export", "rivers.yaml", "-o", "rivers.csv"], {"yaml"}),
        (["export", "rivers.yaml", "-o", "rivers.md"], {"yaml"}),
        (["due", "rivers.yaml", "--history", "kept.db"], {"yaml", "sqlite3"}),
        (["export", "--history", "--history-file", "kept.db", "-o", "kept.jsonl"], {"sqlite3"}),
        (["import", "rivers.csv", "-o", "made"], {"yaml", "markdown_it"}),
        (["doctor", "--history", "kept.db"], {"sqlite3", "fsrs"}),
        (["analyse", "result.json"], set()),
        (["analyse", "result.json", "-o", "analysis.html"], set()),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_a_verb_loads_only_its_half(tmp_path: Path, arguments: list[str], allowed: set[str]) -> None:
    (tmp_path / "rivers.yaml").write_text(DECK)
    (tmp_path / "rivers.csv").write_text("question,answer\nWhich river runs through Baghdad?,Tigris\n")
    (tmp_path / "result.json").write_text(json.dumps(simulated(1, 4)[0]))
    History(tmp_path / "kept.db").close()

    assert loaded_by(tmp_path, *arguments) & HEAVY <= allowed


def test_the_version_needs_click_alone(tmp_path: Path) -> None:
    third_party = loaded_by(tmp_path, "--version") - set(sys.stdlib_module_names) - {"__main__", "__mp_main__"}

    assert third_party - loaded_before() == {"click", "quiz"}


def loaded_before() -> set[str]:
    """What an interpreter has loaded before it runs anything (coverage hooks and the like)."""
    modules = subprocess.run(
        [sys.executable, "-c", "import sys; print(*sys.modules)"], capture_output=True, text=True, check=True
    )
    return {name.partition(".")[0] for name in modules.stdout.split()}
