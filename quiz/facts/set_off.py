"""Whose a block quotation is: signed at its end or below it, or led to by the sentence before."""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.documents.model import BlockKind, Span
from quiz.facts.cue_words import ROLE
from quiz.facts.lead_ins import introduces
from quiz.facts.model import Quote
from quiz.facts.name_forms import bare
from quiz.facts.names import People
from quiz.facts.speakers import quote_of
from quiz.facts.titles import words_of
from quiz.facts.utterances import Outline

DIALOGUE = 8
"""A block quotation with a longer stretch in marks, and no signature, is dialogue."""
NAME = r"([A-Z][\w.’'-]+(?:[ \u00a0](?:[A-Z][\w.’'-]*|of|the|de|van|von|der|al|el|la)){0,5})"
REST = r"((?:\s?[,(][^\n]{0,80})?)\s*"
DASHED = re.compile(rf"[—–-]{{1,2}}\s?{NAME}{REST}")
AT_END = re.compile(rf"\s{DASHED.pattern}$")
BELOW = re.compile(NAME + REST)
HEADED = re.compile(rf"(?:[A-Z][A-Z ]{{2,40}}\d{{0,3}}\s?[•:|·—–-]\s?)?{NAME}, [^\n]{{3,100}} \((?:c\. ?)?\d{{4}}\)")
"""A heading that names what is quoted under it: "SOURCE • Edward Lund, A Year in the Pit (1911)"."""
HEADING = 4
"""Paragraphs above a block quotation in which the heading that names it may stand."""
LONGEST = 120
"""Characters of a signature with what it says of the speaker."""


def set_off(outline: Outline, people: People, at: int) -> Quote | None:
    """The quote of the block quotation that is block `at`; None where nobody is told or it is dialogue."""
    text, block = outline.document.text, outline.document.blocks[at].span
    here = outline.first_in(outline.document.blocks[at])
    if here is None:
        return None
    signed = AT_END.search(text, max(block.start, block.end - LONGEST), block.end)
    inner = _inner(outline, at, signed.start() if signed else block.end)
    if found := signed or _signature_below(outline, at):
        person = people.find(bare(found[1]))
        name = person.shown if person else found[1].strip()
        mention = Span(*found.span(1))
        told = Span(max(found.start(), block.start), found.end())
        return Quote((inner,), name, outline.sentences[here], None, mention, told, block=True, role=_role(found[2]))
    if quote := _headed(outline, people, at, inner, here):
        return quote
    if (
        here == 0
        or dialogue(outline, at)
        or text[max(0, block.start - 9) : block.start].rstrip()[-1:] not in (":", ",")
    ):
        return None
    led = introduces(outline.sentences[here - 1])
    quote = quote_of(outline.sentences, here - 1, led, inner, people) if led else None
    return replace(quote, block=True) if quote else None


def _headed(outline: Outline, people: People, at: int, inner: Span, here: int) -> Quote | None:
    """The quote whose section is headed by author, work and year, near above it."""
    text, blocks = outline.document.text, outline.document.blocks
    for block in reversed(blocks[max(0, at - HEADING) : at]):
        if block.kind is BlockKind.heading:
            found = HEADED.fullmatch(text, block.span.start, min(block.span.end, block.span.start + 2 * LONGEST))
            if found is None:
                return None
            person = people.find(bare(found[1]))
            name = person.name if person and len(person.name) > len(found[1]) else found[1]
            mention = Span(*found.span(1))
            return Quote((inner,), name, outline.sentences[here], None, mention, Span(*found.span()), block=True)
    return None


def dialogue(outline: Outline, at: int) -> bool:
    """Whether a block quotation holds quotations of its own."""
    return any(len(words_of(outline.document, m)) > DIALOGUE for m in outline.marks[at])


def _signature_below(outline: Outline, at: int) -> re.Match[str] | None:
    """The paragraph below a block quotation that says no more than whose it is."""
    blocks, text = outline.document.blocks, outline.document.text
    if at + 1 >= len(blocks) or blocks[at + 1].span.end - blocks[at + 1].span.start > LONGEST:
        return None
    below = blocks[at + 1]
    if found := DASHED.fullmatch(text, below.span.start, below.span.end):
        return found
    found = BELOW.fullmatch(text, below.span.start, below.span.end)
    set_off_too = below.kind in (BlockKind.quotation, BlockKind.caption)
    return found if found and set_off_too and " " in found[1] and text[below.span.end - 1] not in ".!?" else None


def _inner(outline: Outline, at: int, end: int) -> Span:
    """What is quoted: the block, without the marks around all of it."""
    start = outline.document.blocks[at].span.start
    marks = outline.marks[at]
    if len(marks) == 1 and marks[0].span.start == start and marks[0].span.end >= end - 1:
        return marks[0].inner
    return Span(start, end)


def _role(rest: str) -> str:
    """What a signature says the speaker is: "miner" of "— Edward Lund, miner, 1911"."""
    told = rest.strip(" ,()").split(",")[0].strip()
    return told if told[:1].islower() and any(ROLE.search(word) for word in told.split()) else ""
