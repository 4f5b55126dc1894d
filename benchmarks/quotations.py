"""The attributed quotations of a text, named speakers or not, as labelled news has them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from quiz.documents.model import Block, BlockKind, Document, Span
from quiz.facts.agents import mention
from quiz.facts.genders import infer_genders
from quiz.facts.language import parse
from quiz.facts.model import Sentence
from quiz.facts.names import find_people
from quiz.facts.speakers import speaker
from quiz.facts.titles import is_name
from quiz.facts.utterances import Outline, find_utterances

MARKS = '“„«"'
"""What opens a quotation in labelled news; single marks are those of headlines and of quotations within others."""
Told: TypeAlias = "dict[str, str | tuple[int, int]]"
LONGEST_WRAPPED = 120
WRAPPED = re.compile(r"\S(?:[^\n]|\n(?!\n))*")
LINES = re.compile(r"\S(?:[^\n]|\n(?!\s)(?<![.!?:”\"\]]\n)(?<![.!?:”\"\]][ \u00a0]\n))*")


def attributed(text: str) -> list[tuple[int, int, str, Told]]:
    """Attributed stretches in double quotation marks, with speaker and the place of the mention.

    The speaker is the outermost who is told ("Weber said that Keller called it “...”": Weber), named or not; where two
    people could be meant it is the likelier one.
    """
    document = article(text)
    return speakers(document, parse(document))


def speakers(document: Document, sentences: Sequence[Sentence]) -> list[tuple[int, int, str, Told]]:
    """The attributed stretches of a parsed document."""
    people = find_people(sentences)
    infer_genders(sentences, people)
    outline = Outline.of(document, sentences)
    found: list[tuple[int, int, str, Told]] = []
    for said in find_utterances(outline):
        if document.text[said.marked.span.start] not in MARKS or not said.chain or said.at is None:
            continue
        if is_name(document, said.marked, outline.sentences[said.at]):
            continue
        word = said.chain[-1].speaker
        start, end = mention(outline.sentences[said.source], word)
        who = speaker(outline.sentences, said.source, word, people, margin=0)
        name = who.name if who and who.person else document.text[start:end]
        value: Told = {"speaker": name, "span": (start, end)}
        found.append((said.marked.inner.start, said.marked.inner.end, said.link.name, value))
    return found


def article(text: str) -> Document:
    """A document of one body block per paragraph; where lines are too long to be wrapped, a line end may end one."""
    wrapped = max(map(len, text.split("\n"))) < LONGEST_WRAPPED
    blocks = [Block(BlockKind.body, Span(*m.span())) for m in re.finditer(WRAPPED if wrapped else LINES, text)]
    return Document("-", "", text, tuple(blocks))
