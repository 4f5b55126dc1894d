"""Drafts: the paragraphs of a page while it is being found out what they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from quiz.documents.model import BlockKind
from quiz.documents.paragraph import Paragraph

SENTENCE = re.compile(
    r"(?=.*\.[\"”’)\]]*$)[A-Z“\"‘].*\s(?!(?:and|but|for|from|into|its|nor|over|the|upon|with)\b)[a-z]{3,}\b.*\s"
)
"""A line with a full stop and, before its last word, a word in small letters that titles in capitals do not have."""

FINISHED = re.compile(r"[.!?…][\"'”’»)\]]*$|[a-z)”’]\.\d{1,2}$|:[\"'”’»)\]]+$|[.!?”]\s?[♦■□◆◼▪●∎❖]$")
PROSE = 8
"""Words of the shortest finished paragraph that counts as prose (news has paragraphs of one short sentence)."""

LONG = 25
"""Words from which an unfinished paragraph counts as prose as well."""


@dataclass(slots=True)
class Draft:
    """A paragraph, its kind as far as it is known, and what is measured of it once."""

    paragraph: Paragraph
    kind: BlockKind | None = None
    words: int = 0
    finished: bool = False

    @classmethod
    def of(cls, paragraph: Paragraph) -> Draft:
        """Draft a paragraph."""
        text = paragraph.text
        # a word has at most 15 letters on average, so that a bound on words is one on letters for the patterns' sake
        words = max(text.count(" ") + 1, len(text) // 15)
        return cls(paragraph, paragraph.kind, words, FINISHED.search(text[-12:]) is not None)

    @property
    def text(self) -> str:
        """The paragraph's text."""
        return self.paragraph.text

    @property
    def label(self) -> str:
        """The bullet or number it begins with."""
        return self.paragraph.label

    @property
    def prose(self) -> bool:
        """Whether it reads like sentences: no heading, no label, no line of a list of links."""
        return not self.paragraph.level and (self.words >= LONG or (self.finished and self.words >= PROSE))

    @property
    def sentence(self) -> bool:
        """Whether it is a whole sentence, if a short one: with a full stop and a word no title has in small letters."""
        plain = not self.paragraph.level and not self.label
        return plain and self.finished and self.words >= 4 and SENTENCE.match(self.text) is not None

    @property
    def unread(self) -> bool:
        """Whether nothing is known of it yet but that it may be an item or a quotation."""
        return self.kind in {None, BlockKind.item, BlockKind.quotation}

    @property
    def asked(self) -> bool:
        """Whether it is prose that would be read for facts."""
        return self.prose and self.kind in {
            None,
            BlockKind.body,
            BlockKind.item,
            BlockKind.quotation,
            BlockKind.caption,
        }


@dataclass(slots=True)
class Page:
    """The drafts of a document in order, its title and what is known about it.

    `structured` tells that the format marks its headings, so that short lines are none.
    """

    drafts: list[Draft]
    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    structured: bool = False

    def numbered(self) -> Iterator[tuple[int, Draft]]:
        """Each draft with its index."""
        return iter(enumerate(self.drafts))

    def first_prose(self) -> int:
        """Index of the first draft that is prose and nothing else; the number of drafts if there is none."""
        return next((index for index, draft in self.numbered() if draft.unread and draft.prose), len(self.drafts))

    def begun(self) -> int:
        """Index of the draft with which the text is well under way: third paragraph of prose, or hundredth word."""
        words = seen = 0
        for index, draft in self.numbered():
            if draft.unread and draft.prose:
                words, seen = words + draft.words, seen + 1
                if seen >= 3 or words >= 100:
                    return index
        return len(self.drafts)
