"""Finds quotations and who said them: cue verb and subject, "according to", or the speaker of the sentence before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from quiz.documents.model import ASKED, Block, BlockKind, Document, Span
from quiz.facts.agents import apposed
from quiz.facts.attribution import Attribution, attribute, introduces
from quiz.facts.cue_words import NAMING
from quiz.facts.marks import Marked, pair
from quiz.facts.model import Quote, Sentence
from quiz.facts.names import People, bare, written
from quiz.facts.reading import Reading
from quiz.facts.reference import PERSONAL, antecedent

FRAGMENT = 3
PUNCTUATION = ("PUNCT", "SPACE", "SYM")


@dataclass(frozen=True, slots=True)
class Context:
    """What the finder looks at: the document, its sentences outside quotations in order, and its people."""

    document: Document
    sentences: Sequence[Sentence]
    people: People
    starts: Sequence[int]

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


def of_reading(reading: Reading) -> list[Quote]:
    """Every quotation of a reading whose speaker is named."""
    return find_quotes(reading.document, reading.sentences, reading.people)


def find_quotes(document: Document, sentences: Sequence[Sentence], people: People) -> list[Quote]:
    """Every quotation with a speaker, in the order of the text; utterances split by their attribution are one."""
    outer = [s for s in sentences if not s.spoken]
    context = Context(document, outer, people, [s.span.start for s in outer])
    found: list[Quote] = []
    previous: Block | None = None
    for block in document.blocks:
        if block.kind not in ASKED:
            continue
        marks = pair(document.text, block.span.start, block.span.end)
        if block.kind is BlockKind.quotation and not any(len(_words(document, m)) > 8 for m in marks):
            found += _block_quotation(context, block)
            continue
        carried = found[-1] if found and previous and _runs_on(document, found[-1], previous, block) else None
        running = carried is not None
        for marked in marks:
            quote = _quote(context, marked, carried, running=running)
            if quote is None:
                continue
            if carried and (_one_utterance(carried, quote) or (running and quote.cue is None)):
                quote = replace(carried, parts=(*carried.parts, marked.inner))
                found[-1] = quote
            else:
                found.append(quote)
            carried, running = quote, False
        previous = block
    return found


def _words(document: Document, marked: Marked) -> list[str]:
    return re.findall(r"[\w’'-]+", document.text[marked.inner.start : marked.inner.end])


def _runs_on(document: Document, last: Quote, before: Block, block: Block) -> bool:
    """Whether a quotation of the block before was left open and this one opens with a mark again."""
    ends = last.parts[-1].end >= before.span.end - 1
    return ends and document.text[block.span.start] in "“\"‘'" and document.text[before.span.end - 1] not in '”"'


def _quote(context: Context, marked: Marked, carried: Quote | None, *, running: bool) -> Quote | None:
    words = _words(context.document, marked)
    if len(words) < 2 or (marked.single and len(words) < 6) or _titled(context.document, marked, words):
        return None
    at = context.around(marked)
    if at is None:
        return None
    sentence = context.sentences[at]
    quoted = [w.i for w in sentence.words if w.start < marked.inner.end and w.end > marked.inner.start]
    found = attribute(sentence, quoted)
    if len(words) < FRAGMENT and not (found and _names_something(sentence, found, quoted)):
        return None
    if found:
        return _spoken(context, at, found, marked.inner)
    if not _bare_quotation(sentence, quoted):
        return _after_colon(context, at, marked)
    if carried and (running or carried.sentence.block is sentence.block):
        return replace(carried, parts=(marked.inner,), sentence=sentence, cue=None, evidence=carried.sentence.span)
    return _introduced(context, at, marked.inner)


def _names_something(sentence: Sentence, found: Attribution, quoted: Sequence[int]) -> bool:
    """Whether two quoted words are what somebody calls something: 'called their behaviour “political arson”'."""
    heads = {sentence.words[i].head for i in quoted if sentence.words[i].head not in quoted}
    return found.cue.lemma in NAMING and found.cue.pos == "VERB" and found.cue.i in heads


def _after_colon(context: Context, at: int, marked: Marked) -> Quote | None:
    """A quotation that the sentence it stands in leads to with a colon, of the sentence's subject."""
    sentence = context.sentences[at]
    lead = context.document.text[sentence.span.start : marked.span.start].rstrip()
    subjects = sentence.kids(sentence.root().i, "nsubj")
    if not lead.endswith(":") or not subjects or subjects[0].start >= marked.span.start:
        return None
    return _spoken(context, at, Attribution(subjects[0], sentence.root()), marked.inner)


def _bare_quotation(sentence: Sentence, quoted: Sequence[int]) -> bool:
    """Whether the sentence holds nothing but the quotation."""
    return all(w.pos in PUNCTUATION for w in sentence.words if w.i not in quoted)


def _introduced(context: Context, at: int, inner: Span) -> Quote | None:
    if at == 0:
        return None
    before = context.sentences[at - 1]
    text = context.document.text[before.span.start : inner.start].rstrip("“\"‘' \n")
    if not text.endswith(":"):
        return None
    found = introduces(before)
    return _spoken(context, at - 1, found, inner) if found else None


def _block_quotation(context: Context, block: Block) -> list[Quote]:
    """A set-off quotation, if the sentence before it leads to it with a cue and a colon or comma."""
    text = context.document.text[block.span.start : block.span.end]
    signed = re.search(r"(?:\n|\s)[—–-]{1,2}\s?([A-Z][\w.’' -]{2,60})(?:,[^\n]*)?$", text)
    here = context.first_in(block)
    if here is None:
        return []
    inner = Span(block.span.start, block.span.start + (signed.start() if signed else len(text)))
    if signed:
        person = context.people.find(bare(signed[1]))
        speaker = person.name if person else signed[1].strip()
        return [Quote((inner,), speaker, context.sentences[here], None, block.span, block=True)]
    if here == 0:
        return []
    before = context.sentences[here - 1]
    if context.document.text[: block.span.start].rstrip()[-1:] not in (":", ","):
        return []
    found = introduces(before)
    quote = _spoken(context, here - 1, found, inner) if found else None
    return [replace(quote, block=True)] if quote else []


def _spoken(context: Context, at: int, found: Attribution, inner: Span) -> Quote | None:
    """The quote of an attribution, with its speaker's fullest name; None where nobody is named."""
    sentence, word = context.sentences[at], apposed(context.sentences[at], found.speaker)
    mention = Span(word.start, word.end)
    if word.lower in PERSONAL:
        who = antecedent(context.sentences, at, word, context.people)
        if who is None:
            return None
        evidence = who.sentence.span if who.sentence is not sentence else None
        return Quote((inner,), who.person.name, sentence, found.cue.i, mention, evidence)
    person = context.people.mentioned(word.start, word.end) or context.people.titled(word.lower)
    if person:
        return Quote((inner,), person.name, sentence, found.cue.i, mention)
    name = _organisation(sentence, word.i)
    return Quote((inner,), name, sentence, found.cue.i, mention) if name else None


def _organisation(sentence: Sentence, i: int) -> str:
    """The name of a speaker that is no person: an organisation or a country's government."""
    for name in sentence.names:
        if name.first <= i <= name.last and name.label in ("ORG", "PERSON"):
            return re.sub(r"[’']s?$", "", written(sentence, name.first, name.last)).removeprefix("the ")
    return ""


def _one_utterance(last: Quote, quote: Quote) -> bool:
    """Whether two quotations are parts of one: one speaker, one sentence, or the second without a cue of its own."""
    if last.speaker != quote.speaker or last.sentence.block is not quote.sentence.block:
        return False
    return last.sentence is quote.sentence or quote.cue is None


def _titled(document: Document, marked: Marked, words: Sequence[str]) -> bool:
    """Whether it is a title, name or slogan: every longer word with a capital, and no sentence."""
    text = document.text[marked.inner.start : marked.inner.end]
    longer = [w for w in words if len(w) > 3 or w == words[0]]
    before = document.text[max(0, marked.span.start - 30) : marked.span.start]
    named = re.search(
        r"\b(?:titled|entitled|called|named|known as|headlined|on|book|essay|article|song|film|novel)\s$", before
    )
    capitals = sum(w[0].isupper() for w in longer)
    return bool(
        len(words) < 14
        and capitals == len(longer)
        and (named or not text.endswith((",", "!", "?")))
        and len(longer) > 1
    )
