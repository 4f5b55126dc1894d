"""Every quoted stretch of a document with the words that attribute it to somebody, whoever that is."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from quiz.documents.model import ASKED, Block, Document
from quiz.facts.agents import agent
from quiz.facts.attribution import attribute
from quiz.facts.cues import is_cue
from quiz.facts.lead_ins import attribute_end, introduces, trailing
from quiz.facts.links import Attribution, Link
from quiz.facts.marks import Marked, pair
from quiz.facts.model import Sentence

WEAK = (Link.loose, Link.subject, Link.nearest)
SIGNATURE = re.compile(r"\s*[—–-]{1,2}\s?([A-Z][\w.’' -]{2,60}?)(?:[,(][^\n]{0,80})?\s*")
LONGEST = 200
"""Words of the longest sentence that is looked through: text without full stops is no prose."""
AROUND = 20
"""Characters before and behind a quotation that are looked at."""
BESIDE = 4
"""Quotations on each side of one that may share its sentence, and do not attribute it."""
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
    reaches: Sequence[tuple[int, int]]
    marks: Sequence[Sequence[Marked]]
    single: bool

    @classmethod
    def of(cls, document: Document, sentences: Sequence[Sentence]) -> Outline:
        """The outline of a parsed document; `marks` are of each block, `single` tells which marks are its main ones.

        `starts` are the sentences' first characters, `reaches` where the last word begins and the sentence ends.
        """
        outer = [s for s in sentences if not s.spoken]
        marks = [pair(document.text, b.span.start, b.span.end) if b.kind in ASKED else [] for b in document.blocks]
        singles = sum(m.single for found in marks for m in found)
        single = 2 * singles > sum(len(found) for found in marks)
        reaches = [(max(w.start for w in s.words), max(w.end for w in s.words)) for s in outer]
        return cls(document, outer, [s.words[0].start for s in outer], reaches, marks, single)

    def around(self, marked: Marked) -> int | None:
        """The index of the sentence a quotation stands in."""
        first = max(0, bisect_right(self.starts, marked.span.start) - 1)
        for at in range(first, min(first + 3, len(self.sentences))):
            last, end = self.reaches[at]
            if self.starts[at] < marked.inner.end and marked.inner.start < end and last >= marked.span.start:
                return at
        return None

    def first_in(self, block: Block) -> int | None:
        """The index of the first sentence of a block."""
        at = bisect_left(self.starts, block.span.start)
        return at if at < len(self.sentences) and self.starts[at] < block.span.end else None


def find_utterances(outline: Outline) -> Iterator[Utterance]:
    """Every quoted stretch of the asked blocks, in the order of the text."""
    above: Utterance | None = None
    for at, block in enumerate(outline.document.blocks):
        if block.kind not in ASKED:
            continue
        said = utterances(outline, at, above)
        yield from said
        above = next((u for u in reversed(said) if u.chain and u.link not in WEAK), None)


def utterances(outline: Outline, block: int, above: Utterance | None = None) -> list[Utterance]:
    """The quoted stretches of a block; `above` is the last attributed one of the block before."""
    found: list[Utterance] = []
    here: Utterance | None = None
    marks = outline.marks[block]
    for at, marked in enumerate(marks):
        beside = marks[max(0, at - BESIDE) : at + BESIDE + 1]
        said = _attributed(outline, marked, outline.document.blocks[block], beside, here or above, carried=bool(here))
        found.append(said)
        here = said if said.chain and said.link not in WEAK else here
    return found


def quoted_in(sentence: Sentence, marked: Marked) -> list[int]:
    """The words of a sentence that a quotation covers, its stand-in or themselves."""
    return [w.i for w in sentence.words if w.start < marked.inner.end and w.end > marked.inner.start]


def _attributed(
    outline: Outline, marked: Marked, block: Block, beside: Sequence[Marked], last: Utterance | None, *, carried: bool
) -> Utterance:
    """Whose a quotation is, among those `beside` it; `last` is one it may go on with, `carried` if in its paragraph."""
    here, above = (last, None) if carried else (None, last)
    at = outline.around(marked)
    if at is None or len(outline.sentences[at].words) > LONGEST:
        return Utterance(marked, at)
    text, sentence = outline.document.text, outline.sentences[at]
    quoted = quoted_in(sentence, marked)
    if signed := _signed(outline, marked, block):
        return replace(signed, at=at)
    if bare(sentence, quoted) or _complete(text, marked, block, sentence, quoted):
        return _of_bare(outline, marked, at, here, above)
    colon = _before(text, marked, block).endswith((":", ": ["))
    others = [i for other in beside if other is not marked for i in quoted_in(sentence, other) if i not in quoted]
    if found := attribute(sentence, quoted, colon=colon, ended=_ends(text, marked, block), barred=others):
        return Utterance(marked, at, tuple(found), at, found[0].link)
    if at and _broken(text, outline, at) and (end := attribute_end(outline.sentences[at - 1])):
        return Utterance(marked, at, (end,), at - 1, Link.loose)
    if cut := _cut_off(outline, marked, at):
        return cut
    return replace(here, marked=marked, at=at, link=Link.nearest) if here else Utterance(marked, at)


def _cut_off(outline: Outline, marked: Marked, at: int) -> Utterance | None:
    """Who said it, told by what the parser took for the next sentence: "Orre “has seen worse,” | said Karl Weber."."""
    text, after = outline.document.text, outline.sentences[at + 1 : at + 2]
    if not after or after[0].block is not outline.sentences[at].block or text[marked.inner.end - 1] != ",":
        return None
    cue = next((w for w in after[0].words if w.pos != "PUNCT"), None)
    if cue is None or cue.start - marked.span.end > 1 or not is_cue(after[0], cue) or cue.tag not in ("VBD", "VBZ"):
        return None
    behind = after[0].kids(cue.i, "nsubj", "dobj", "attr", "dative", "oprd")
    speakers = [w for w in behind if w.i > cue.i and w.pos in ("PROPN", "NOUN", "PRON") and not w.held]
    return Utterance(marked, at, (Attribution(speakers[0], cue),), at + 1, Link.verb) if speakers else None


def _signed(outline: Outline, marked: Marked, block: Block) -> Utterance | None:
    """A quotation that a dash and a name end the paragraph of: "“Bread is peace.” — Karl Weber, 1921"."""
    signature = SIGNATURE.fullmatch(outline.document.text, marked.span.end, block.span.end)
    if signature is None:
        return None
    at = bisect_right(outline.starts, signature.start(1)) - 1
    named = [w for w in outline.sentences[at].words if signature.start(1) <= w.start and w.end <= signature.end(1)]
    if not named or outline.sentences[at].block is not block:
        return None
    return Utterance(marked, at, (Attribution(named[-1], named[-1], Link.signed),), at, Link.signed)


def _broken(text: str, outline: Outline, at: int) -> bool:
    """Whether the parser began a sentence where the text has none."""
    before, sentence = outline.sentences[at - 1], outline.sentences[at]
    between = text[outline.starts[at - 1] : outline.starts[at]].rstrip()
    return before.block is sentence.block and between[-1:] not in '.!?:”"’)]…'


def _of_bare(outline: Outline, marked: Marked, at: int, here: Utterance | None, above: Utterance | None) -> Utterance:
    """Whose a quotation is that stands alone: the sentence before or behind it tells, or the quotation before it."""
    text = outline.document.text
    lead = outline.sentences[at - 1] if at and outline.starts[at] >= marked.span.start else None
    if lead and text[outline.starts[at - 1] : marked.span.start].rstrip("“\"‘' \n").endswith(":"):
        led = introduces(lead)
        if led:
            return Utterance(marked, at, (led,), at - 1, Link.lead)
    if found := _follows(outline, marked, at):
        return found
    if lead and (led := trailing(lead)) and lead.block is outline.sentences[at].block:
        return Utterance(marked, at, (led,), at - 1, Link.lead)
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
    if after.block is not outline.sentences[at].block or text[marked.span.end : outline.starts[at + 1]].strip():
        return None
    for word in after.words[:OPENING]:
        if is_cue(after, word) and word.tag in ("VBD", "VBZ", "VBP"):
            subject = agent(after, word)
            if subject and subject.i < word.i and not after.kids(word.i, "ccomp"):
                return Utterance(marked, at, (Attribution(subject, word, Link.beside),), at + 1, Link.beside)
    return None


def _before(text: str, marked: Marked, block: Block) -> str:
    """The last characters of its paragraph before a quotation, without blanks behind them."""
    return text[max(block.span.start, marked.span.start - AROUND) : marked.span.start].rstrip()


def _after(text: str, marked: Marked, block: Block) -> str:
    """The first character of its paragraph behind a quotation that is no blank."""
    return text[marked.span.end : min(block.span.end, marked.span.end + AROUND)].lstrip()[:1]


def _ends(text: str, marked: Marked, block: Block) -> bool:
    """Whether a quotation that words lead up to ends their sentence: a new one begins behind it."""
    lead = _before(text, marked, block)[-1:]
    after = _after(text, marked, block)
    return lead in ",:" and bool(lead) and text[marked.inner.end - 1] in ".!?" and after.isupper()


def _complete(text: str, marked: Marked, block: Block, sentence: Sentence, quoted: Sequence[int]) -> bool:
    """Whether it is a sentence of its own by its marks, which the parser ran together with its neighbours."""
    before = _before(text, marked, block)[-3:]
    after = _after(text, marked, block)
    if before and not re.search(r"[.!?…][”\"’')\]]*$", before):
        return False
    closing = text[marked.inner.end - 1 : marked.inner.end]
    if closing not in ".!?…" or (after and not (after.isupper() or after in '“"')):
        return False
    behind = sentence.words[quoted[-1] + 1 : quoted[-1] + 1 + OPENING] if quoted else ()
    return closing == "." or not any(is_cue(sentence, w) for w in behind)


def bare(sentence: Sentence, quoted: Sequence[int]) -> bool:
    """Whether the sentence holds nothing but the quotation."""
    return all(w.pos in PUNCTUATION for w in sentence.words if w.i not in quoted)
