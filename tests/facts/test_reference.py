"""Who a personal pronoun stands for, and when that cannot be told."""

from __future__ import annotations

import pytest

from quiz.facts import find
from quiz.facts.reference import antecedent
from tests.questions.texts import as_document


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("Karl Weber opened the school. He died in 1902.", "He", "Karl Weber"),
        ("Queen Margaret opened the school. She died in 1902.", "She", "Margaret"),
        ("Karl Weber told Paul Martin about the plan. He wanted a reply.", "He", "Karl Weber"),
        ("Karl Weber sold the house. His wife died in 1902.", "His", "Karl Weber"),
        ("Karl Weber received Paul Martin, and he told Martin the truth.", "he", "Karl Weber"),
        ("The school was opened. He died in 1902.", "He", None),
        ("Mrs Anna Keller opened the school. He died in 1902.", "He", None),
    ],
)
def test_antecedent(text: str, pronoun: str, name: str | None) -> None:
    facts = find(as_document(text))
    at, word = next((i, w) for i, s in enumerate(facts.sentences) for w in s.words if w.text == pronoun)

    found = antecedent(facts.sentences, at, word, facts.people)

    assert (found.person.name if found else None) == name


def test_a_pronoun_teaches_who_is_she() -> None:
    people = find(as_document("Robin Fletcher climbed the mountain. She was alone.")).people.persons

    assert [(p.name, p.gender) for p in people] == [("Robin Fletcher", "f")]
