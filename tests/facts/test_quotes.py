"""Quotations that are facts: who is quoted, in what role, and what is left out."""

from __future__ import annotations

import pytest

from quiz.documents import Block, BlockKind, Document, Span
from quiz.facts import find
from quiz.facts.model import Quote
from tests.growth import grows_linearly
from tests.questions.texts import as_document


def quotes(text: str) -> list[Quote]:
    """The quotes of a text."""
    return list(find(as_document(text)).quotes)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The historian Nora Vance said the canal was “dug with spoons”.", "historian"),
        ("Helen Parker, the mayor of Bergen, called the tunnel “a disgrace”.", "mayor of Bergen"),
        (
            "Italy’s former ambassador to Norway, Carlo Rossi, called it “a cold post”.",
            "Italy’s former ambassador to Norway",
        ),
        ("Dr. Anna Keller, a physicist, warned that the dam “could fail within an hour”.", "physicist"),
        ("“I saw it,” said Paul Ritter. Ritter, the keeper of the light, was alone.", "keeper of the light"),
        ("Mr. Karl Weber said that the mine was “as safe as a church”.", ""),
        ("His brother Karl Weber said that the mine was “as safe as a church”.", ""),
        ("In his diary Otto Lenz wrote: “The ice groaned all night and none of us slept.”", ""),
        ("Karl Weber, who owned nine mines, said that they were “as safe as a church”.", ""),
    ],
)
def test_the_role_is_what_the_document_says(text: str, role: str) -> None:
    (quote,) = quotes(text)

    assert quote.role == role


@pytest.mark.parametrize(
    "text",
    [
        "“The talks are dead,” one diplomat said. Karl Weber read of it in Bergen.",
        "Karl Weber said that Paul Ritter wanted “more tolls than bridges”.",
        "Karl Weber praised the plan of Paul Ritter for a “river of his own”.",
        "Karl Weber and Paul Ritter met in Bergen. “The border will stay open,” he said.",
        "Anna Keller met Martin Keller in Prague. “Nobody heals on an empty stomach,” Keller said.",
        "The so-called “friends of the forest” sold it, Karl Weber said in 1931.",
        "Karl Weber was asked, “Did you sleep at the wheel that night?”",
    ],
)
def test_nobody_is_named_where_it_may_be_another(text: str) -> None:
    assert quotes(text) == []


def test_a_surname_alone_is_of_the_one_met_far_more_often() -> None:
    often = "Anna Keller ran a clinic. Anna Keller sold it. Anna Keller left. "
    (quote,) = quotes(often + "Her uncle was Martin Keller. “Nobody heals on an empty stomach,” Keller said.")

    assert quote.speaker == "Anna Keller"


def test_a_pronoun_is_followed_from_sentence_to_sentence() -> None:
    (quote,) = quotes("Paul Ritter built bridges. He hated Karl Weber. He called him “a toad in a top hat”.")

    assert quote.speaker == "Paul Ritter"
    assert quote.evidence


@pytest.mark.parametrize("signature", ["— Ruth Amsel", "Ruth Amsel, miner", "–– Ruth Amsel (1921)"])
def test_the_block_below_a_block_quotation_may_sign_it(signature: str) -> None:
    said = "Nobody who has been under the mountain speaks of it at table."
    text = f"The mine is closed.\n\n{said}\n\n{signature}\n\nThe families moved to Bern."
    ends = [0, 21, 21 + len(said) + 2, 21 + len(said) + len(signature) + 4]
    kinds = [BlockKind.body, BlockKind.quotation, BlockKind.quotation, BlockKind.body]
    blocks = [
        Block(k, Span(at, text.find("\n\n", at) if "\n\n" in text[at:] else len(text)))
        for k, at in zip(kinds, ends, strict=True)
    ]

    (quote,) = find(Document("x.html", "A text", text, tuple(blocks))).quotes

    assert (quote.speaker, quote.block) == ("Ruth Amsel", True)
    assert text[quote.parts[0].start : quote.parts[0].end] == said
    assert quote.role == ("miner" if "miner" in signature else "")


def test_many_quotations_take_no_time_beside_the_parse() -> None:
    def work(size: int) -> None:
        document = as_document("Karl Weber said “no bread”. " * size)
        assert len(find(document).quotes) <= size

    assert grows_linearly(work, 20)
