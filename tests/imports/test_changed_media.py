"""A picture that was changed under its name, here or there: it comes along as an edit does, or is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Run
from tests.imports.owner import Log, Owner
from tests.imports.test_back import back, fields
from tests.imports.test_back_media import held

RED, BLUE, GREEN = b"\x89PNG red", b"\x89PNG blue", b"\x89PNG green"


@pytest.fixture
def there(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Owner]:
    """Somebody's collection with a picture in it, imported."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    owner = Owner(tmp_path / "there")
    owner.medium("a map.png", RED)
    owner.add("Basic", "Geo", 'Which sea? <img src="a map.png">', "Aral")
    owner.add("Basic", "Geo", "Which river?", "Tigris")
    assert run("import", owner.export()).status == 0
    yield owner
    owner.col.close()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    """The picture as it is here."""
    return tmp_path / "decks/media/a map.png"


def test_one_changed_here_goes_along(run: Run, there: Owner, picture: Path, tmp_path: Path) -> None:
    picture.write_bytes(BLUE)
    assert run("import", there.export()).err == ""
    assert picture.read_bytes() == BLUE
    assert back(run, there, tmp_path)[0] == Log(0, 1, 1, 0)
    name = fields(there, "sea")[0].partition('src="')[2].partition('"')[0]
    assert held(there)[name] == BLUE
    assert not there.col.media.check().missing
    assert back(run, there, tmp_path)[0] == Log(0, 0, 2, 0)

    # Anki gave it another name, for it has one of the old; the card follows.
    ended = run("import", there.export())
    assert ended.out.startswith("decks/geo.yaml: 1 updated, 1 unchanged\n")
    assert (picture.parent / name).read_bytes() == BLUE
    assert back(run, there, tmp_path)[0] == Log(0, 0, 2, 0)


def test_one_changed_there_comes_in(run: Run, there: Owner, picture: Path, tmp_path: Path) -> None:
    there.medium("a map.png", BLUE)
    package = there.export()
    assert run("import", package, "--dry-run").err == ""
    assert picture.read_bytes() == RED
    ended = run("import", package)
    assert (ended.out, ended.err) == ("decks/geo.yaml: 2 unchanged\ndecks/media: 1 picture or sound\n", "")
    assert picture.read_bytes() == BLUE
    assert [path.name for path in picture.parent.iterdir()] == ["a map.png"]
    assert run("import", package).out == "decks/geo.yaml: 2 unchanged\n"
    assert back(run, there, tmp_path)[0] == Log(0, 0, 2, 0)


def test_of_two_changes_mine_stays_and_both_are_told(run: Run, there: Owner, picture: Path, tmp_path: Path) -> None:
    picture.write_bytes(GREEN)
    there.medium("a map.png", BLUE)
    ended = run("import", there.export())
    assert "a map.png: warning: another picture or sound of this name is here already, and stays" in ended.err
    assert picture.read_bytes() == GREEN
    assert back(run, there, tmp_path)[0] == Log(0, 1, 1, 0)
    assert sorted(held(there).values()) == [BLUE, GREEN]


@pytest.mark.parametrize("taken", [True, False])
def test_a_package_of_before_an_export_brings_no_old_one_back(
    run: Run, there: Owner, picture: Path, tmp_path: Path, *, taken: bool
) -> None:
    old = there.export("old.apkg")
    picture.write_bytes(BLUE)
    assert run("export", "decks", "-o", "late.apkg").status == 0
    if taken:
        there.read(tmp_path / "late.apkg")
    assert "another picture or sound of this name is here already, and stays" in run("import", old).err
    assert picture.read_bytes() == BLUE


def test_a_failure_puts_the_old_one_back(
    run: Run, there: Owner, picture: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there.medium("a map.png", BLUE)
    there.medium("z.png", BLUE)
    there.add("Basic", "Geo", 'What else? <img src="z.png">', "Nothing")
    package = there.export()
    move = Path.replace

    def failing(path: Path, target: Path) -> Path:
        if target.name == "z.png":
            raise OSError(28, "No space left on device")
        return move(path, target)

    before = {path: path.read_bytes() for path in picture.parents[1].rglob("*") if path.is_file()}
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", failing)
        assert run("import", package).status == 1
    assert before == {path: path.read_bytes() for path in picture.parents[1].rglob("*") if path.is_file()}
    assert run("import", package).status == 0
    assert picture.read_bytes() == BLUE
