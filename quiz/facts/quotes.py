"""Finds the quotations that are facts: said by somebody the document names, and no titles, slogans or scare quotes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from quiz.documents.model import ASKED, Block, BlockKind, Document, Span
from quiz.facts.cue_words import NAMING, THOUGHT
from quiz.facts.links import Attribution, Link
from quiz.facts.marks import Marked
from quiz.facts.model import Quote, Sentence, Word
from quiz.facts.names import People
from quiz.facts.organisations import is_kind
from quiz.facts.reading import Reading
from quiz.facts.set_off import dialogue, set_off
from quiz.facts.speakers import quote_of, role, speaker
from quiz.facts.titles import is_so_called, is_title, words_of
from quiz.facts.utterances import Outline, Utterance, quoted_in, utterances

FRAGMENT = 3
PHRASE = 6
"""Least words of a fragment, and of one in single marks where the document's own marks are double."""
HEADLINE = re.compile(r"\b(?:headlines?|slogans?|banners?|posters?|signs?|hashtags?)\b[^.!?\n]{0,80}[:,]\s*$")
JOINED = re.compile(r"(?:[,;:]|\b(?:and|but))\s*[\"'‘“`]?$")
TURNED = re.compile(r"[,;]\s+(?:and|but|yet|while|whereas|though|although|because|since)\b")
"""What opens another statement of the writer's between two quotations."""
LISTED = re.compile(r"[\s,”’\"'“‘]*(?:and\s)?[\s”’\"'“‘]*")
"""What parts words that are told side by side: "called it “dull”, “dear” and “a curse to all of us”"."""
ARTICLE = re.compile(r"(?:(?:the|an?)\s)?", re.IGNORECASE)
"""What may stand before words in marks that open their sentence."""
NEAR = 8
"""The characters before a quotation that are searched for what lets it go on with one before it."""
AROUND = 120
"""What leads to words that nobody said, and the characters before them that are searched for it."""
KNOWN = frozenset("Senate Congress Parliament Guardian Police Government".split())
"""Bodies that need no longer name."""
SHORT = 3
"""Letters of the longest single word that is not worth asking."""
ALONE, TOGETHER = 8, 20
"""Words of what is asked by itself at least, and of what is shown together at most."""
GOING_ON = re.compile(
    r"(?:and|but|so|or|yet|not|nor|because|neither|both|it|this|that|these|those|one|some|others?)\b|"
    r"[^.!?]{0,300}\b(?:he|she|him|her|his|they|them|their|the same (?:be|is|was|goes|may|can))\b",
    re.IGNORECASE,
)
"""How words begin that lean on those before them, and a sentence that does."""
FIRM = frozenset({Link.verb, Link.noun, Link.beside, Link.according, Link.colon, Link.lead, Link.signed})


def of_reading(reading: Reading) -> list[Quote]:
    """Every quotation of a reading whose speaker is named."""
    return find_quotes(reading.document, reading.sentences, reading.people)


def find_quotes(document: Document, sentences: Sequence[Sentence], people: People) -> list[Quote]:
    """Every quotation with a speaker, in the order of the text; utterances split by their attribution are one."""
    outline = Outline.of(document, sentences)
    found: list[Quote] = []
    previous: Block | None = None
    for at, block in enumerate(document.blocks):
        if block.kind not in ASKED:
            continue
        quote = set_off(outline, people, at) if block.kind is BlockKind.quotation else None
        if quote:
            found.append(quote)
        elif block.kind is not BlockKind.quotation or dialogue(outline, at):
            running = bool(found and previous and _runs_on(document, found[-1], previous, block))
            _gather(outline, people, at, found, running=running)
            previous = block
    return list(_with_roles(outline, people, found))


def _gather(outline: Outline, people: People, at: int, found: list[Quote], *, running: bool) -> None:
    """Add the quotations of a block; `running` tells that its first may go on with the last one found."""
    opened: Utterance | None = None
    for said in utterances(outline, at):
        if not _worth(outline, said):
            opened = (
                said if "," in outline.document.text[said.marked.inner.end - 1 : said.marked.span.end + 1] else None
            )
            continue
        if running and not (said.chain and said.link in FIRM):
            found[-1] = replace(found[-1], parts=(*found[-1].parts, said.marked.inner))
        elif quote := _spoken(outline, people, said):
            goes_on = outline.document.text[said.marked.inner.start].islower()
            if opened and opened.source == said.source and goes_on and _split(outline, opened.marked, quote):
                quote = replace(quote, parts=(opened.marked.inner, *quote.parts))
            _add(outline, found, quote, said, outline.document.blocks[at])
        running, opened = False, None


def _add(outline: Outline, found: list[Quote], quote: Quote, said: Utterance, block: Block) -> None:
    """Add a quotation, to the last one where both are parts of one utterance."""
    last = found[-1] if found else None
    together = last and last.speaker == quote.speaker and last.parts[-1].start >= block.span.start
    split = last and last.sentence is quote.sentence and _parted(outline, last, quote)
    carried = said.link is Link.carried and not _by_itself(outline, last, quote)
    if last and together and (carried or split):
        found[-1] = replace(last, parts=(*last.parts, *quote.parts))
    else:
        found.append(quote)


def _by_itself(outline: Outline, last: Quote | None, quote: Quote) -> bool:
    """Whether what goes on behind an attribution is told apart: whole sentences of their own, too long for one card."""
    text = outline.document.text
    said = [text[part.start : part.end] for part in (*(last.parts if last else ()), *quote.parts)]
    before, behind = sum(len(s.split()) for s in said[:-1]), len(said[-1].split())
    whole = said[-1][:1].isupper() and said[-1].rstrip()[-1:] in ".!?" and not GOING_ON.match(said[-1])
    return whole and min(before, behind) >= ALONE and before + behind > TOGETHER


def _parted(outline: Outline, last: Quote, quote: Quote) -> bool:
    """Whether only an attribution parts two quotations, which are one sentence: "“Bread,” he said, “is peace”"."""
    if not _joined(outline, quote):
        return False
    words = last.sentence.words
    cues = [words[cue].start for cue in (last.cue, quote.cue) if cue is not None]
    return any(last.parts[-1].end <= cue < quote.parts[0].start for cue in cues)


def _split(outline: Outline, opened: Marked, quote: Quote) -> bool:
    """Whether words open a sentence, and to a quotation there is but who said both: "“Bread,” he said, “is peace”"."""
    text, first = outline.document.text, opened.span.start
    between = text[opened.inner.end : quote.parts[0].start - 1]
    cue = -1 if quote.cue is None else quote.sentence.words[quote.cue].start
    if LISTED.fullmatch(between):
        return True
    leads = ARTICLE.fullmatch(text, quote.sentence.words[0].start, max(first, quote.sentence.words[0].start))
    return leads is not None and opened.inner.end <= cue and _joined(outline, quote) and not TURNED.search(between)


def _joined(outline: Outline, quote: Quote) -> bool:
    """Whether what stands right before a quotation lets it go on with one before it."""
    start = quote.parts[0].start
    return JOINED.search(outline.document.text[max(0, start - NEAR) : start - 1]) is not None


def _runs_on(document: Document, last: Quote, before: Block, block: Block) -> bool:
    """Whether a quotation of the block before was left open and this one opens with a mark again."""
    ends = last.parts[-1].end >= before.span.end - 1
    return ends and document.text[block.span.start] in "“\"‘'" and document.text[before.span.end - 1] not in '”"'


def _worth(outline: Outline, said: Utterance) -> bool:
    """Whether a quotation is long enough for a fact, and no title, name or scare quote."""
    words = words_of(outline.document, said.marked)
    if HEADLINE.search(outline.document.text[max(0, said.marked.span.start - AROUND) : said.marked.span.start]):
        return False
    if len(words) == 1:
        return words[0].islower() and len(words[0]) > SHORT and _names_something(outline, said)
    least = PHRASE if said.marked.single and not outline.single else FRAGMENT
    if is_title(outline.document, said.marked, words) or is_so_called(outline.document, said.marked):
        return False
    return len(words) >= least or (len(words) == FRAGMENT - 1 < least < PHRASE and _names_something(outline, said))


def _names_something(outline: Outline, said: Utterance) -> bool:
    """Whether the words are what somebody calls something: "called their behaviour “political arson”".

    They may also say what a thing is or does: "said that the overlap was a “statistical coincidence”".
    """
    if said.at is None or said.at != said.source or not said.chain:
        return False
    sentence, cue = outline.sentences[said.at], said.chain[0].cue
    quoted = quoted_in(sentence, said.marked)
    heads = {sentence.words[i].head for i in quoted if sentence.words[i].head not in quoted}
    heads |= {sentence.words[i].head for i in heads if sentence.words[i].lower == "as"}
    heads |= {sentence.words[i].head for i in heads if sentence.words[i].dep == "dobj"}
    is_told = any(_tells(sentence, sentence.words[i], cue, single=len(quoted) == 1) for i in _phrases(sentence, quoted))
    return cue.pos == "VERB" and (is_told or (cue.lemma in NAMING and cue.i in heads))


def _tells(sentence: Sentence, word: Word, cue: Word, *, single: bool) -> bool:
    """Whether a word says what a thing is or does in a clause that a cue leads to; a `single` one what it is like."""
    above = sentence.words[word.head]
    reported = above.dep == "ccomp" and above.head == cue.i
    if word.dep in ("attr", "acomp") and above.lemma == "be":
        return not single or (word.dep == "acomp" and word.tag == "JJ" and reported)
    does = (word.dep == "ccomp" and word.head == cue.i) or (word.dep in ("advmod", "acomp") and reported)
    return does and not single


def _phrases(sentence: Sentence, quoted: Sequence[int]) -> set[int]:
    """The words quoted and those they belong to: of "a “statistical coincidence”" both."""
    return {*quoted, *(sentence.words[i].head for i in quoted if sentence.words[i].dep in ("amod", "compound"))}


def _spoken(outline: Outline, people: People, said: Utterance) -> Quote | None:
    """The quote of an utterance that is firmly attributed to somebody named."""
    if not said.chain or said.chain[0].link not in FIRM or said.link not in {*FIRM, Link.carried}:
        return None
    quote = quote_of(outline.sentences, said.source, said.chain[0], said.marked.inner, people)
    if quote and is_kind(quote.speaker.removeprefix("the ")) and quote.speaker.removeprefix("the ") not in KNOWN:
        quote = _in_full(outline, quote)
    if quote and (_of_either(quote.sentence, said.chain[0].cue) or _addressed(outline, said, quote.speaker)):
        return None
    if quote and len(said.chain) > 1 and _doubtful(said.chain):
        outer = speaker(outline.sentences, said.source, said.chain[-1].speaker, people)
        return quote if outer and outer.name == quote.speaker else None
    return quote


def _of_either(sentence: Sentence, cue: Word) -> bool:
    """Whether a cue behind a clause about somebody may be of either: "He met Weber, who found him dull, and wrote"."""
    if cue.dep != "conj" or sentence.kids(cue.i, "nsubj"):
        return False
    parted = [w.text for w in sentence.words[cue.head : cue.i] if w.head == cue.head and w.dep in ("punct", "cc")]
    told = (w for w in sentence.words[cue.head : cue.i] if w.dep == "relcl" and sentence.words[w.head].tag == "NNP")
    about = any(c.lower == "who" and c.dep == "nsubj" for w in told for c in sentence.kids(w.i, "nsubj"))
    return about and parted[-2:-1] == [","]


def _addressed(outline: Outline, said: Utterance, speaker: str) -> bool:
    """Whether the words call the speaker by name, and so are another's: "“Anna, why did you stop?” she asked"."""
    start = min(outline.sentences[said.source].span.start, said.marked.span.start)
    named = "|".join(map(re.escape, speaker.split()))
    text = outline.document.text[start : said.marked.span.end]
    return bool(re.search(rf"[“\"'‘](?:[A-Z][a-z]{{1,9}}\.? )?(?:{named}),\s|,\s(?:{named})[.?!][”\"]", text))


def _in_full(outline: Outline, quote: Quote) -> Quote | None:
    """The quote with the name that a heading or title gives in full to what the text calls "the Board"."""
    named = _full_name(outline.document.text, quote.speaker.removeprefix("the "))
    if named is None:
        return None
    told, span = named
    return replace(quote, speaker=f"the {told.removeprefix('The ')}", evidence=quote.evidence or span)


@lru_cache(maxsize=4)
def _full_name(text: str, kind: str) -> tuple[str, Span] | None:
    """The first name in a text that ends with a word for a kind of body, and where it stands."""
    named = re.search(rf"\b(?:[A-Z][\w’'-]{{1,30}} ){{1,5}}{re.escape(kind)}\b", text)
    return (named[0], Span(*named.span())) if named else None


def _doubtful(chain: Sequence[Attribution]) -> bool:
    """Whether the words may as well be those of who reports it: "Weber said Keller wanted “bread for everybody”"."""
    inner, outer = chain[0], chain[-1]
    return inner.link is Link.noun or inner.cue.lemma in THOUGHT or outer.link is Link.according


def _with_roles(outline: Outline, people: People, found: Sequence[Quote]) -> Iterator[Quote]:
    """The quotes, each with what the document says its speaker is."""
    persons = {p.name: p for p in people.persons}
    roles: dict[str, str] = {}
    for quote in found:
        if not quote.role and quote.speaker in persons and quote.speaker not in roles:
            roles[quote.speaker] = role(outline.sentences, outline.starts, persons[quote.speaker])
        yield quote if quote.role else replace(quote, role=roles.get(quote.speaker, ""))
