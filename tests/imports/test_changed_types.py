"""A note type of somebody's own that is changed in Anki before an export to it, as docs/import.md tells of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Run
from tests.imports.conftest import LATE
from tests.imports.owner import Log, Owner, note


def a_field(owner: Owner, made: Any) -> None:
    owner.col.models.add_field(made, owner.col.models.new_field("More"))


def a_field_renamed(owner: Owner, made: Any) -> None:
    owner.col.models.rename_field(made, made["flds"][1], "Reply")


def a_template(owner: Owner, made: Any) -> None:
    template = owner.col.models.new_template("Card 2")
    template["qfmt"], template["afmt"] = "{{Back}} {{Extra}}", "{{Front}}"
    owner.col.models.add_template(made, template)


def words_of_a_template(_: Owner, made: Any) -> None:
    made["tmpls"][0]["qfmt"] += "?"


def its_name(_: Owner, made: Any) -> None:
    made["name"] = "Mine"


def its_style(_: Owner, made: Any) -> None:
    made["css"] += "a {}"


def a_field_less(owner: Owner, made: Any) -> None:
    owner.col.models.remove_field(made, made["flds"][3])


def fields_in_another_order(owner: Owner, made: Any) -> None:
    owner.col.models.reposition_field(made, made["flds"][3], 1)


def templates_in_another_order(owner: Owner, made: Any) -> None:
    owner.col.models.reposition_template(made, made["tmpls"][1], 0)


def a_template_less(owner: Owner, made: Any) -> None:
    owner.col.models.remove_template(made, made["tmpls"][1])


@pytest.fixture
def there(tmp_path: Path) -> Iterator[Owner]:
    """A collection with a note of a type of its owner's."""
    owner = Owner(tmp_path / "there")
    owner.notetype("Own", "Front Back Extra Spare", ("{{Front}}", "{{Back}}"), ("{{Extra}}", "{{Front}}"))
    owner.add("Own", "Geo", "Which river?", "Tigris")
    yield owner
    owner.col.close()


def edited(run: Run, tmp_path: Path, old: str, new: str) -> None:
    """Edit the card, and export it."""
    path = tmp_path / "decks/geo.yaml"
    path.write_text(path.read_text().replace(f"answer: {old}", f"answer: {new}"))
    assert run("export", "decks", "-o", "back.apkg").status == 0


def changed(owner: Owner, change: Callable[[Owner, Any], None]) -> Any:
    """Change the type; what it is then."""
    made = owner.col.models.by_name("Own")
    change(owner, made)
    owner.col.models.update_dict(made)
    return own_type(owner)


def own_type(owner: Owner) -> Any:
    """The type of the note."""
    found = note(owner, "deck:Geo").note_type()
    return {key: found[key] for key in ("name", "flds", "tmpls", "css")}


def names(owner: Owner) -> set[str]:
    return {each.name for each in owner.col.models.all_names_and_ids()}


@pytest.mark.parametrize(
    "change",
    [a_field, a_field_less, fields_in_another_order, a_template, a_template_less, templates_in_another_order],
    ids=lambda each: each.__name__,
)
def test_other_fields_or_templates_keep_updates_out_until_they_are_imported(
    tmp_path: Path, run: Run, there: Owner, monkeypatch: pytest.MonkeyPatch, change: Callable[[Owner, Any], None]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", LATE)
    run("import", there.export())
    made, before = changed(there, change), names(there)
    edited(run, tmp_path, "Tigris", "the Tigris")
    assert there.read(tmp_path / "back.apkg") == Log(0, 0, 0, 1)
    assert names(there) - before == {"Own+"}
    assert (own_type(there), note(there, "deck:Geo")["Back"]) == (made, "Tigris")

    there.col.models.remove(there.col.models.id_for_name("Own+"))
    run("import", there.export())
    assert run("export", "decks", "-o", "back.apkg").status == 0
    assert there.read(tmp_path / "back.apkg") == Log(0, 1, 0, 0)
    assert (names(there), own_type(there), note(there, "deck:Geo")["Back"]) == (before, made, "the Tigris")


@pytest.mark.parametrize(
    "change", [a_field_renamed, words_of_a_template, its_name, its_style], ids=lambda each: each.__name__
)
def test_other_words_of_a_type_change_nothing(
    tmp_path: Path, run: Run, there: Owner, monkeypatch: pytest.MonkeyPatch, change: Callable[[Owner, Any], None]
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", LATE)
    run("import", there.export())
    made, before = changed(there, change), names(there)
    edited(run, tmp_path, "Tigris", "the Tigris")
    assert there.read(tmp_path / "back.apkg") == Log(0, 1, 0, 0)
    assert (names(there), own_type(there), note(there, "deck:Geo").fields[1]) == (before, made, "the Tigris")
