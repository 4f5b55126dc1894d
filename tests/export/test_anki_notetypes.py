"""What is frozen for ever: a change to any of this makes Anki drop every update of the notes people have."""

from __future__ import annotations

import json
from hashlib import sha256

from quiz.export.anki.notetypes import NOTETYPES, RELEASED, model
from quiz.export.request import AUTO, PRESENTATIONS
from tests.export.collection import Anki
from tests.export.gallery import gallery

ABOUT = "Explanation Passage Title Place Link Extra Options ID"
FROZEN = {
    "question": (
        1795312764019,
        "Question Answer Accept Choices Typed Reverse Explanation Passage Title Place Link Extra Options ID",
        "Question Reverse",
    ),
    "cloze": (
        1795312951483,
        "Text Answer Accept Choices Typed Explanation Passage Title Place Link Extra Options ID",
        "Cloze",
    ),
    "order": (
        1795355019604,
        "Question Items Answer Explanation Passage Title Place Link Extra Options ID",
        "Order",
    ),
    "typed": (1795424512837, f"Question Typed Answer Accept Tolerance {ABOUT}", "Typed"),
    "choice": (1795424738261, f"Question Choices Answer Accept {ABOUT}", "Choice"),
    "quote": (1795424961507, f"Quote Question Speaker Accept Choices Typed {ABOUT}", "Quote"),
}
FROZEN["reverse"] = FROZEN["question"]

REVISED = (1795448000, "f80a30394e88b9ef")
"""The time and the digest of the looks it stands for: a change of looks needs a new time, or nobody gets it."""


def test_fields_and_templates_are_frozen() -> None:
    assert FROZEN.keys() == NOTETYPES.keys()
    for key, (number, fields, templates) in FROZEN.items():
        made = model(NOTETYPES[key])
        assert (made["id"], made["sortf"], made["type"]) == (str(number), 0, int(key == "cloze"))
        spare = ["Reserve 1", "Reserve 2"]
        assert [field["name"] for field in made["flds"]] == fields.split() + spare
        assert [template["name"] for template in made["tmpls"]] == templates.split()


def test_every_note_type_can_be_asked_for_and_nothing_else() -> None:
    assert {*PRESENTATIONS} == {AUTO, *NOTETYPES}


def test_a_change_of_looks_has_a_new_time() -> None:
    models = [model(NOTETYPES[key]) for key in sorted(NOTETYPES)]
    looks = [(made["css"], made["tmpls"]) for made in models]
    assert {made["mod"] for made in models} == {RELEASED}
    assert (RELEASED, sha256(json.dumps(looks).encode()).hexdigest()[:16]) == REVISED


def test_no_card_needs_the_network_or_a_file() -> None:
    for notetype in NOTETYPES.values():
        made = json.dumps(model(notetype))
        assert not [word for word in ("http:", "https:", "src=", "url(", "@import", "//") if word in made]


def test_anki_knows_our_note_types_as_they_are(anki: Anki) -> None:
    anki.take(gallery(f"{anki.folder}/canals.yaml"), present=(AUTO, *NOTETYPES))
    for notetype in NOTETYPES.values():
        known = anki.collection.models.by_name(notetype.name)
        assert known["id"] == notetype.id
        assert [field["name"] for field in known["flds"]] == list(notetype.fields)
        assert known["mod"] == RELEASED
    collapsed = [field["name"] for field in anki.collection.models.by_name("Quiz Cloze")["flds"] if field["collapsed"]]
    assert collapsed == ["Options", "ID", "Reserve 1", "Reserve 2"]
    assert anki.unsound() == []
