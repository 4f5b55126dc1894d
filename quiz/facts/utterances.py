"""Every quoted stretch of a document with the words that attribute it to somebody, whoever that is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quiz.documents.model import ASKED, Block, Document, Span
from quiz.facts.agents import agent
from quiz.facts.attribution import Attribution, Link, attribute, attribute_end, introduces, is_cue
from quiz.facts.marks import Marked, pair
from quiz.facts.model import Sentence

WEAK = (Link.loose, Link.subject, Link.nearest)
OPENING = 8
"""Words of a sentence in which its subject and cue stand."""
PUNCTUATION = ("PUNCT", "SPACE", "SYM")


@dataclass(frozen=True, slots=True)
class Utterance:
    """A quoted stretch with the sentence it stands in, and the one whose attributions say whose it is.

    `chain` leads from who said it out to who reports that; it is empty where nobody is told.
    """

    marked: Marked
    at: int | None
    chain: tuple[Attribution, ...] = ()
    source: int = -1
    link: Link = Link.nearest


@dataclass(frozen=True, slots=True)
class Outline:
    """A document with its sentences outside quotations in order, for looking up what stands around a quotation."""

    document: Document
    sentences: Sequence[Sentence]
    starts: Sequence[int]

    @classmethod
    def of(cls, document: Document, sentences: Sequence[Sentence]) -> Outline:
        """The outline of a parsed document."""
        outer = [s for s in sentences if not s.spoken]
        return cls(document, outer, [s.span.start for s in outer])

    def around(self, marked: Marked) -> int | None:
        """The index of the sentence a quotation stands in."""
        first = max(0, bisect_right(self.starts, marked.span.start) - 1)
        for at in range(first, min(first + 3, len(self.sentences))):
            sentence = self.sentences[at]
            if sentence.span.overlaps(marked.inner) and any(w.start >= marked.span.start for w in sentence.words):
                return at
        return None

    def first_in(self, block: Block) -> int | None:
        """The index of the first sentence of a block."""
        at = bisect_left(self.starts, block.span.start)
        return at if at < len(self.sentences) and self.starts[at] < block.span.end else None


def find_utterances(outline: Outline) -> Iterator[Utterance]:
    """Every quoted stretch of the asked blocks, in the order of the text."""
    above: Utterance | None = None
    for block in outline.document.blocks:
        if block.kind not in ASKED:
            continue
        here: Utterance | None = None
        for marked in pair(outline.document.text, block.span.start, block.span.end):
            said = _attributed(outline, marked, block, here, None if here else above)
            yield said
            here = said if said.chain and said.link not in WEAK else here
        above = here


def _attributed(
    outline: Outline, marked: Marked, block: Block, here: Utterance | None, above: Utterance | None
) -> Utterance:
    at = outline.around(marked)
    if at is None:
        return Utterance(marked, None)
    text, sentence = outline.document.text, outline.sentences[at]
    quoted = [w.i for w in sentence.words if w.start < marked.inner.end and w.end > marked.inner.start]
    if bare(sentence, quoted) or _complete(text, marked, block, sentence, quoted):
        return _of_bare(outline, marked, at, here, above)
    colon = text[block.span.start : marked.span.start].rstrip().endswith((":", ": ["))
    if found := attribute(sentence, quoted, colon=colon):
        return Utterance(marked, at, tuple(found), at, found[0].link)
    if at and _broken(text, outline, at) and (found := attribute_end(outline.sentences[at - 1])):
        return Utterance(marked, at, (found,), at - 1, Link.loose)
    return replace(here, marked=marked, at=at, link=Link.nearest) if here else Utterance(marked, at)


def _broken(text: str, outline: Outline, at: int) -> bool:
    """Whether the parser began a sentence where the text has none."""
    before, sentence = outline.sentences[at - 1], outline.sentences[at]
    between = text[before.span.start : sentence.span.start].rstrip()
    return before.block is sentence.block and between[-1:] not in ".!?:”\"’)]…"


def _of_bare(
    outline: Outline, marked: Marked, at: int, here: Utterance | None, above: Utterance | None
) -> Utterance:
    """Whose a quotation is that stands alone: the sentence before or behind it tells, or the quotation before it."""
    text = outline.document.text
    lead = outline.sentences[at - 1] if at and outline.sentences[at].span.start >= marked.span.start else None
    if lead and text[lead.span.start : marked.span.start].rstrip("“\"‘' \n").endswith(":"):
        if found := introduces(lead):
            return Utterance(marked, at, (found,), at - 1, Link.lead)
    if found := _follows(outline, marked, at):
        return found
    if here:
        return replace(here, marked=marked, at=at, link=Link.carried)
    if above:
        return replace(above, marked=marked, at=at, link=Link.continued)
    if lead and (led := introduces(lead)):
        return Utterance(marked, at, (led,), at - 1, Link.nearest)
    return Utterance(marked, at)


def _follows(outline: Outline, marked: Marked, at: int) -> Utterance | None:
    """Whether the next sentence says who asked or exclaimed it: "“Too late?” Weber replied."."""
    text = outline.document.text
    if text[marked.inner.end - 1 : marked.inner.end] not in "?!—–…" or at + 1 >= len(outline.sentences):
        return None
    after = outline.sentences[at + 1]
    if after.block is not outline.sentences[at].block or text[marked.span.end : after.span.start].strip():
        return None
    for word in after.words[:OPENING]:
        if is_cue(after, word) and word.tag in ("VBD", "VBZ", "VBP"):
            subject = agent(after, word)
            if subject and subject.i < word.i and not after.kids(word.i, "ccomp"):
                return Utterance(marked, at, (Attribution(subject, word, Link.beside),), at + 1, Link.beside)
    return None


def _complete(text: str, marked: Marked, block: Block, sentence: Sentence, quoted: Sequence[int]) -> bool:
    """Whether it is a sentence of its own by its marks, which the parser ran together with its neighbours."""
    before = text[block.span.start : marked.span.start].rstrip()[-3:]
    after = text[marked.span.end : block.span.end].lstrip()[:1]
    if before and not re.search(r"[.!?…][”\"’')\]]*$", before):
        return False
    closing = text[marked.inner.end - 1 : marked.inner.end]
    if closing not in ".!?…" or (after and not (after.isupper() or after in "“\"")):
        return False
    behind = sentence.words[quoted[-1] + 1 : quoted[-1] + 1 + OPENING] if quoted else ()
    return closing == "." or not any(is_cue(sentence, w) for w in behind)


def bare(sentence: Sentence, quoted: Sequence[int]) -> bool:
    """Whether the sentence holds nothing but the quotation."""
    return all(w.pos in PUNCTUATION for w in sentence.words if w.i not in quoted)
