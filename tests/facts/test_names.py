"""Names of people: bare of titles, each person once, under the fullest name."""

from __future__ import annotations

import pytest

from quiz.facts import find
from quiz.facts.name_forms import bare
from quiz.facts.names import People, Person
from quiz.facts.pairs import Pairs
from tests.questions.texts import as_document


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Ayatollah Khomeini’s", "Khomeini"),
        ("President Vladimir Putin", "Vladimir Putin"),
        ("the Foreign Minister Sergei Lavrov", "Sergei Lavrov"),
        ("Mrs. Edith Marlow,", "Edith Marlow"),
        ("“Edith Marlow”", "Edith Marlow"),
        ("Edith\n Marlow", "Edith Marlow"),
        ("General", "General"),
        ("Prince of Wales", "Prince of Wales"),
        ("", ""),
    ],
)
def test_bare(mention: str, name: str) -> None:
    assert bare(mention) == name


@pytest.mark.parametrize(
    ("name", "surname"),
    [
        ("Edith Marlow", "Marlow"),
        ("Catherine the Great", "Catherine"),
        ("Peter I", "Peter"),
        ("Otto von Bismarck", "Bismarck"),
        ("Plato", "Plato"),
    ],
)
def test_surname(name: str, surname: str) -> None:
    assert Person(name).surname == surname


def test_a_person_is_found_by_any_part_of_the_name_in_order() -> None:
    people = People()
    people.add(hashemi := Person("Akbar Hashemi Rafsanjani"))
    people.add(miller := Person("Robert Miller"))

    assert people.find("Rafsanjani") is hashemi
    assert people.find("Akbar Rafsanjani") is hashemi
    assert people.find("President Hashemi Rafsanjani’s") is hashemi
    assert people.find("R. Miller") is miller
    assert people.find("Rafsanjani Akbar") is None
    assert people.find("Richard Miller") is None
    assert people.find("") is None


def test_of_two_with_one_surname_the_one_last_met_is_meant() -> None:
    people = People()
    people.add(anna := Person("Anna Keller", Pairs([(10, 21)])))
    people.add(martin := Person("Martin Keller", Pairs([(50, 63)])))

    assert people.find("Keller", 30) is anna
    assert people.find("Keller", 90) is martin


def test_everybody_is_one_person_under_the_fullest_name() -> None:
    text = "President Karl Weber met Mary Ann Fletcher. Weber thanked Fletcher. Mrs Fletcher left, and Karl Weber wept."
    people = find(as_document(text)).people.persons

    assert [p.name for p in people] == ["Karl Weber", "Mary Ann Fletcher"]
    for person in people:
        first, last = (text.index(person.name), text.rindex(person.surname))
        assert all(people_at(text, person, at) for at in (first, last))


def people_at(text: str, person: Person, at: int) -> bool:
    """Whether a person is mentioned by the word that begins at an offset."""
    end = at + len(text[at:].split(maxsplit=1)[0].rstrip(".,"))
    return any(start <= at and end <= stop for start, stop in person.mentions)
