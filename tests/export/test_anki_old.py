"""The same on old versions of Anki, each installed by itself for the test: what one of them takes, all do."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import pytest

HERE = Path(__file__).parent
MODULES = ("test_anki_matrix.py", "test_anki_rounds.py")


@pytest.mark.old_anki
@pytest.mark.parametrize("version", ["2.1.66", "24.11"])
def test_an_old_anki_does_the_same(version: str, tmp_path: Path) -> None:
    folder = tmp_path / "venv"
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "-qq", "--disable-pip-version-check"]
    subprocess.run([*pip, f"anki=={version}"], check=True)
    # All but Anki and what it needs is found where this test runs: behind the venv's own packages.
    packages = Path(sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}))
    (packages / "outer.pth").write_text(sysconfig.get_path("purelib"))

    asked = "import anki.buildinfo; print(anki.buildinfo.version)"
    ran = subprocess.run([python, "-c", asked], check=True, capture_output=True, text=True)
    assert ran.stdout.strip() == version
    options = [
        "-q",
        "-p",
        "no:xdist",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:cov",
        "-o",
        "addopts=--import-mode=importlib",
    ]
    tests = [str(HERE / name) for name in MODULES]
    ended = subprocess.run(
        [python, "-m", "pytest", *options, *tests], cwd=HERE.parents[1], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stdout[-5000:] + ended.stderr[-2000:]
