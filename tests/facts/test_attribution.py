"""Every quoted stretch with whom it is attributed to, named or not."""

from __future__ import annotations

import pytest

from quiz.facts import find
from quiz.facts.agents import mention
from quiz.facts.links import Link
from quiz.facts.utterances import Outline, Utterance, find_utterances
from tests.growth import grows_linearly
from tests.questions.texts import as_document


def utterances(text: str) -> tuple[Outline, list[Utterance]]:
    """The quoted stretches of a text."""
    document = as_document(text)
    outline = Outline.of(document, find(document).sentences)
    return outline, list(find_utterances(outline))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A White House official called it “a disgrace”.", ["A White House official"]),
        ("“The talks are dead,” critics said.", ["critics"]),
        ("According to the report, the mine was “a trap”.", ["the report"]),
        ("Weber said that Keller called the bridge “a disgrace”.", ["Keller", "Weber"]),
        ("The keeper, who wrote “we are lost”, was alone.", ["The keeper, who"]),
        ("Keller spoke after Weber had argued that bread was “no luxury”.", ["Weber"]),
        ("From the report: “The ballot is the only bread we have.”", ["the report"]),
        ("“Too late?” the miller asked. “Never.”", ["the miller"]),
    ],
)
def test_the_chain_leads_from_who_said_it_out(text: str, told: list[str]) -> None:
    outline, (said, *_) = utterances(text)
    spans = [mention(outline.sentences[said.source], found.speaker) for found in said.chain]

    assert [outline.document.text[start:end] for start, end in spans] == told


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("“The talks are dead,” Weber said. “All of them.”", [Link.verb, Link.carried]),
        ("Weber shook his head.\n\n“The talks are dead.”", [Link.nearest]),
        ("“The talks are dead,” Weber said.\n\n“All of them are dead.”", [Link.verb, Link.continued]),
        ("Weber warned the council:\n\n“The talks are dead.”", [Link.lead]),
        ("Weber’s claim that bread was “no luxury” was mocked.", [Link.noun]),
        ("Weber’s plan for a “dry river” was mocked.", [Link.loose]),
        ("“The talks are dead.” — Karl Weber, 1921", [Link.signed]),
        ("The bridge had a “river view”.", [Link.subject]),
    ],
)
def test_links(text: str, links: list[Link]) -> None:
    assert [said.link for said in utterances(text)[1]] == links


def test_single_marks_are_main_ones_where_there_are_more_of_them() -> None:
    assert utterances("‘The sea gives nothing back,’ said Lind. ‘Nothing,’ she said.")[0].single
    assert not utterances("“The ‘sea’ gives nothing back,” said Lind.")[0].single


def test_a_paragraph_of_nothing_but_quotations_is_no_prose() -> None:
    text = "he said “a b c” and " * 200

    assert all(not said.chain for said in utterances(text)[1])


@pytest.mark.parametrize("unit", ["he said “a b c” and ", "“a” ", "“a.” B. ", "'a ", "``a ''b ", "“a “b” "])
def test_hostile_paragraphs_take_linear_time(unit: str) -> None:
    parsed = find(as_document(unit * 8)).sentences

    def work(size: int) -> None:
        outline = Outline.of(as_document(unit * size), parsed)
        assert sum(1 for _ in find_utterances(outline)) <= size + 1

    assert grows_linearly(work, 5_000)
