"""Finds the quotations that are facts: said by somebody the document names, and no titles, slogans or scare quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from quiz.documents.model import ASKED, Block, BlockKind, Document, Span
from quiz.facts.agents import apposed
from quiz.facts.attribution import Attribution, Link, introduces
from quiz.facts.cue_words import NAMING, THOUGHT
from quiz.facts.model import Quote, Sentence
from quiz.facts.names import People, bare
from quiz.facts.reading import Reading
from quiz.facts.speakers import role, speaker
from quiz.facts.titles import is_so_called, is_title, words_of
from quiz.facts.utterances import Outline, Utterance, quoted_in, utterances

FRAGMENT = 3
PHRASE = 6
"""Least words of a fragment, and of one in single marks where the document's own marks are double."""
SET_OFF = 8
"""A block quotation with a longer stretch in marks is dialogue."""
SIGNED = re.compile(r"\s[—–-]{1,2}\s?([A-Z][\w.’' -]{2,60})(?:,[^\n]*)?$")
SIGNATURE = re.compile(r"[—–-]{1,2}\s?([A-Z][\w.’' -]{2,60})(?:[,(][^\n]{0,80})?")
FIRM = frozenset({Link.verb, Link.noun, Link.beside, Link.according, Link.colon, Link.lead, Link.signed})


@dataclass(slots=True)
class Context:
    """What the finder looks at, and the roles of the speakers found so far."""

    outline: Outline
    people: People
    roles: dict[str, str] = field(default_factory=dict)

    @property
    def document(self) -> Document:
        """The document."""
        return self.outline.document


def of_reading(reading: Reading) -> list[Quote]:
    """Every quotation of a reading whose speaker is named."""
    return find_quotes(reading.document, reading.sentences, reading.people)


def find_quotes(document: Document, sentences: Sequence[Sentence], people: People) -> list[Quote]:
    """Every quotation with a speaker, in the order of the text; utterances split by their attribution are one."""
    context = Context(Outline.of(document, sentences), people)
    found: list[Quote] = []
    previous: Block | None = None
    for at, block in enumerate(document.blocks):
        if block.kind not in ASKED:
            continue
        marks = context.outline.marks[at]
        if block.kind is BlockKind.quotation and not any(len(words_of(document, m)) > SET_OFF for m in marks):
            found += _block_quotation(context, at)
            continue
        running = bool(found and previous and _runs_on(document, found[-1], previous, block))
        for said in utterances(context.outline, at):
            if not _worth(context, said):
                continue
            if running and not (said.chain and said.link in FIRM):
                found[-1] = replace(found[-1], parts=(*found[-1].parts, said.marked.inner))
            elif quote := _spoken(context, said):
                _add(found, quote, said, block)
            running = False
        previous = block
    return found


def _add(found: list[Quote], quote: Quote, said: Utterance, block: Block) -> None:
    """Add a quotation, to the last one where both are parts of one utterance."""
    last = found[-1] if found else None
    together = last and last.speaker == quote.speaker and last.parts[-1].start >= block.span.start
    if last and together and (said.link is Link.carried or last.sentence is quote.sentence):
        found[-1] = replace(last, parts=(*last.parts, *quote.parts))
    else:
        found.append(quote)


def _runs_on(document: Document, last: Quote, before: Block, block: Block) -> bool:
    """Whether a quotation of the block before was left open and this one opens with a mark again."""
    ends = last.parts[-1].end >= before.span.end - 1
    return ends and document.text[block.span.start] in "“\"‘'" and document.text[before.span.end - 1] not in '”"'


def _worth(context: Context, said: Utterance) -> bool:
    """Whether a quotation is long enough for a fact, and no title, name or scare quote."""
    words = words_of(context.document, said.marked)
    least = PHRASE if said.marked.single and not context.outline.single else FRAGMENT
    if is_title(context.document, said.marked, words) or is_so_called(context.document, said.marked):
        return False
    return len(words) >= least or (len(words) == FRAGMENT - 1 < least < PHRASE and _names_something(context, said))


def _names_something(context: Context, said: Utterance) -> bool:
    """Whether the words are what somebody calls something: "called their behaviour “political arson”"."""
    if said.at is None or said.at != said.source or not said.chain:
        return False
    sentence, cue = context.outline.sentences[said.at], said.chain[0].cue
    quoted = quoted_in(sentence, said.marked)
    heads = {sentence.words[i].head for i in quoted if sentence.words[i].head not in quoted}
    return cue.lemma in NAMING and cue.pos == "VERB" and cue.i in heads


def _spoken(context: Context, said: Utterance) -> Quote | None:
    """The quote of an utterance that is firmly attributed to somebody named."""
    if not said.chain or said.chain[0].link not in FIRM or said.link not in {*FIRM, Link.carried}:
        return None
    quote = _attributed(context, said.source, said.chain[0], said.marked.inner)
    if quote and len(said.chain) > 1 and _doubtful(said.chain[0]):
        outer = speaker(context.outline.sentences, said.source, said.chain[1].speaker, context.people)
        return quote if outer and outer.name == quote.speaker else None
    return quote


def _doubtful(found: Attribution) -> bool:
    """Whether the words may as well be those of who reports it: "Weber said Keller wanted “bread for everybody”"."""
    return found.link is Link.noun or found.cue.lemma in THOUGHT


def _attributed(context: Context, at: int, found: Attribution, inner: Span) -> Quote | None:
    """The quote of an attribution of sentence `at`, with its speaker's fullest name; None where nobody is named."""
    sentence = context.outline.sentences[at]
    who = speaker(context.outline.sentences, at, found.speaker, context.people)
    if who is None:
        return None
    if who.person and who.name not in context.roles:
        context.roles[who.name] = role(context.outline.sentences, context.outline.starts, who.person)
    word = apposed(sentence, found.speaker)
    cue = None if found.link is Link.signed else found.cue.i
    said_to_be = context.roles.get(who.name, "")
    return Quote((inner,), who.name, sentence, cue, Span(word.start, word.end), who.evidence, role=said_to_be)


def _block_quotation(context: Context, at: int) -> Iterator[Quote]:
    """A set-off quotation: signed at its end or below it, or led to by the sentence before with a colon or comma."""
    block, text = context.document.blocks[at].span, context.document.text
    here = context.outline.first_in(context.document.blocks[at])
    if here is None:
        return
    signed = SIGNED.search(text, block.start, block.end)
    below = context.document.blocks[at + 1].span if at + 1 < len(context.document.blocks) else None
    inner = Span(block.start, signed.start() if signed else block.end)
    signed = signed or (below and SIGNATURE.fullmatch(text, below.start, below.end))
    if signed:
        name = signed[1].strip()
        person = context.people.find(bare(name))
        mention = Span(*signed.span(1))
        yield Quote((inner,), person.name if person else name, context.outline.sentences[here], None, mention, block=True)
    elif here and text[: block.start].rstrip()[-1:] in (":", ","):
        found = introduces(context.outline.sentences[here - 1])
        quote = _attributed(context, here - 1, found, inner) if found else None
        if quote:
            yield replace(quote, block=True)
