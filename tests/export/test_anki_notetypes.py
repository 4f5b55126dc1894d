"""What is frozen for ever: a change to any of this makes Anki drop every update of the notes people have."""

from __future__ import annotations

import json
from hashlib import sha256

from quiz.deck.model import Card
from quiz.export.anki.notetypes import NOTETYPES, RELEASED, model
from tests.export.collection import THREE, Anki, Shelf

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
}

REVISED = {("question", "cloze"): (1795342800, "93d0f2ffc599bf0f"), ("order",): (1795355019, "5f111efc087accb5")}
"""The time and the digest of the looks it stands for: a change of looks needs a new time, or nobody gets it."""


def test_fields_and_templates_are_frozen() -> None:
    for key, (number, fields, templates) in FROZEN.items():
        made = model(NOTETYPES[key])
        assert (made["id"], made["sortf"], made["type"]) == (str(number), 0, int(key == "cloze"))
        spare = ["Reserve 1", "Reserve 2"]
        assert [field["name"] for field in made["flds"]] == fields.split() + spare
        assert [template["name"] for template in made["tmpls"]] == templates.split()


def test_a_change_of_looks_has_a_new_time() -> None:
    for keys, revised in REVISED.items():
        models = [model(NOTETYPES[key]) for key in keys]
        looks = [(made["css"], made["tmpls"]) for made in models]
        (time,) = {made["mod"] for made in models}
        assert (time, sha256(json.dumps(looks).encode()).hexdigest()[:16]) == revised
    assert {key for keys in REVISED for key in keys} == FROZEN.keys() == NOTETYPES.keys()


def test_no_card_needs_the_network_or_a_file() -> None:
    for notetype in NOTETYPES.values():
        made = json.dumps(model(notetype))
        assert not [
            word
            for word in ("http:", "https:", "src=", "url(", "@import", "//")
            if word in made.replace("// Shuffles", "")
        ]


def test_anki_knows_our_note_types_as_they_are(anki: Anki, shelf: Shelf) -> None:
    anki.take(shelf(*THREE, Card("a → b", question="Which?", id="order", ordered=("a", "b"))))
    for notetype in NOTETYPES.values():
        known = anki.collection.models.by_name(notetype.name)
        assert known["id"] == notetype.id
        assert [field["name"] for field in known["flds"]] == list(notetype.fields)
        assert known["mod"] == max(RELEASED, notetype.since)
    collapsed = [field["name"] for field in anki.collection.models.by_name("Quiz Cloze")["flds"] if field["collapsed"]]
    assert collapsed == ["Options", "ID", "Reserve 1", "Reserve 2"]
