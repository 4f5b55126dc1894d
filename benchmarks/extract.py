"""The finders in the form extraction benchmarks want: `(start, end, type, value)` tuples of a bare text."""

from __future__ import annotations

from quiz.documents.model import Block, BlockKind, Document, Span
from quiz.facts.dates import find_dates
from quiz.facts.figures import find_figures
from quiz.facts.language import parse
from quiz.facts.names import find_people
from quiz.facts.quotes import find_quotes


def as_document(text: str) -> Document:
    """A document of one body block per paragraph."""
    blocks, at = [], 0
    for part in text.split("\n\n"):
        blocks.append(Block(BlockKind.body, Span(at, at + len(part))))
        at += len(part) + 2
    return Document("-", "", text, tuple(blocks))


def dates(text: str, reference_date: str | None = None) -> list[tuple[int, int, str, str | None]]:
    """Dates as TIMEX3 values; the reference date is not used."""
    del reference_date
    return [(d.span.start, d.span.end, "DATE", d.value) for d in find_dates(as_document(text))]


def figures(text: str) -> list[tuple[int, int, str, float]]:
    """Figures with their values."""
    document = as_document(text)
    return [(f.span.start, f.span.end, f.unit, f.value) for f in find_figures(document, find_dates(document))]


def quotes(text: str) -> list[tuple[int, int, str, dict[str, object]]]:
    """Quoted stretches with the speaker's fullest name and the place of the mention."""
    document = as_document(text)
    sentences = parse(document)
    found = find_quotes(document, sentences, find_people(sentences))
    return [
        (part.start, part.end, "QUOTE", {"speaker": q.speaker, "span": (q.mention.start, q.mention.end)})
        for q in found
        if q.mention
        for part in q.parts
    ]


def article(text):
    import re
    if max((len(l) for l in text.split("\n")), default=0) < 120: return as_document(text)
    blocks = [Block(BlockKind.body, Span(*m.span())) for m in re.finditer(r"[^\s](?:[^\n]|\n(?![\s])(?<![.!?:”\"\]]\n)(?<![.!?:”\"\]] \n))*", text)]
    return Document("-", "", text, tuple(blocks))


def attributed(document, sentences):
    from quiz.facts.utterances import Outline, find_utterances
    from quiz.facts.reference import infer_genders, PERSONAL, antecedent
    from quiz.facts.agents import mention
    people = find_people(sentences); infer_genders(sentences, people)
    o = Outline.of(document, sentences)
    out = []
    for u in find_utterances(o):
        if u.marked.single: continue
        sp = None; name = None
        from quiz.facts.titles import is_name, is_so_called
        if u.at is not None and (is_name(document, u.marked, o.sentences[u.at])):
            out.append((u.marked.inner.start, u.marked.inner.end, 'title', dict(speaker=None, span=None))); continue
        if u.chain:
            w = u.chain[-1].speaker
            s = o.sentences[u.source]
            sp = mention(s, w)
            if w.lower in PERSONAL:
                a = antecedent(o.sentences, u.source, w, people, 0)
                name = a.person.name if a else None
            elif p := people.mentioned(w.start, w.end): name = p.name
            else: name = document.text[sp[0]:sp[1]]
        out.append((u.marked.inner.start, u.marked.inner.end, u.link.name if u.chain else 'nothing', dict(speaker=name, span=sp)))
    return out
