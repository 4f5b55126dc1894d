"""Two packages that bring different pictures or sounds under one name: each card keeps its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Run
from tests.imports.conftest import Decks
from tests.imports.owner import Log, Owner
from tests.imports.test_back import edit

RED, BLUE = b"\x89PNG red", b"\x89PNG blue"
FIELD = '<img src="my image.png"> which? [sound:a &amp; b.mp3]'


@pytest.fixture(autouse=True)
def _later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")


def somebody(folder: Path, deck: str, picture: bytes, name: str = "my image.png") -> Owner:
    owner = Owner(folder)
    owner.medium(name, picture)
    owner.medium("a & b.mp3", picture)
    owner.add("Basic", deck, FIELD.replace("my image.png", name), deck)
    return owner


def held(owner: Owner) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in Path(owner.col.media.dir()).iterdir()}


def pictures(decks: Decks, tmp_path: Path) -> dict[str, bytes]:
    """What stands in the picture that the one card of each deck shows."""
    paths = {title: deck.cards[0].question.partition("](")[2].partition(")")[0] for title, deck in decks().items()}
    return {title: (tmp_path / "decks" / path).read_bytes() for title, path in paths.items()}


@pytest.mark.parametrize("name", ["my image.png", "My Image.png"])
@pytest.mark.parametrize("decknames", [("Red", "Blue"), ("Red", "Red::Blue")])
def test_each_card_keeps_its_picture(
    run: Run, decks: Decks, tmp_path: Path, name: str, decknames: tuple[str, str]
) -> None:
    red, blue = somebody(tmp_path / "a", decknames[0], RED), somebody(tmp_path / "b", decknames[1], BLUE, name)
    try:
        run("import", red.export("new.apkg"))
        package = blue.export("old.apkg")
        assert "another picture or sound of this name is here" in run("import", package, "--dry-run").err
        ended = run("import", package)
        assert ended.err.count("another picture or sound of this name is here already; the one imported is called") == 2
        both = dict(zip(decknames, (RED, BLUE), strict=True))
        assert pictures(decks, tmp_path) == both

        files = {file.name for file in (tmp_path / "decks").rglob("*")}
        assert "1 unchanged" in run("import", package).out
        assert files == {file.name for file in (tmp_path / "decks").rglob("*")}
        assert pictures(decks, tmp_path) == both

        run("export", "decks", "-o", "back.apkg")
        assert red.read(tmp_path / "back.apkg") == Log(1, 0, 1, 0)
        assert held(red)["my image.png"] == RED
        assert {*held(red).values()} == {RED, BLUE}
        assert not red.col.media.check().missing
        assert blue.read(tmp_path / "back.apkg") == Log(1, 0, 1, 0)
        assert held(blue)[name] == BLUE
    finally:
        red.col.close()
        blue.col.close()


def test_an_edit_takes_the_picture_along(run: Run, tmp_path: Path) -> None:
    red, blue = somebody(tmp_path / "a", "Red", RED), somebody(tmp_path / "b", "Blue", BLUE)
    try:
        run("import", red.export("new.apkg"))
        run("import", blue.export("old.apkg"))
        edit(tmp_path / "decks/blue.yaml", "which?", "which one?")
        run("export", "decks", "-o", "back.apkg")
        assert blue.read(tmp_path / "back.apkg") == Log(1, 1, 0, 0)
        assert not blue.col.media.check().missing
        (note,) = blue.col.find_notes("which one")
        name = blue.col.get_note(note).fields[0].partition('src="')[2].partition('"')[0]
        assert held(blue)[name] == BLUE
    finally:
        red.col.close()
        blue.col.close()


def test_a_picture_that_was_changed_here_stays(run: Run, decks: Decks, tmp_path: Path) -> None:
    red = somebody(tmp_path / "a", "Red", RED)
    try:
        package = red.export()
        run("import", package)
        (tmp_path / "decks/media/my image.png").write_bytes(BLUE)
        ended = run("import", package)
        assert (ended.out, ended.err) == ("decks/red.yaml: 1 unchanged\n", "")
        assert pictures(decks, tmp_path) == {"Red": BLUE}
    finally:
        red.col.close()
