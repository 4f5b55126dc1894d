"""Asks who said it: the sentence with "Who" for its speaker, or the quotation behind a plain "Who said"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quiz.documents.model import Span
from quiz.facts.attribution import agent
from quiz.facts.model import Quote, Sentence, Word
from quiz.facts.names import Person
from quiz.questions.draft import Draft
from quiz.questions.inversion import asked, judged
from quiz.questions.phrase import noun_phrase
from quiz.questions.scene import LONGEST as LONGEST_SENTENCE
from quiz.questions.scene import Scene
from quiz.questions.wording import finite_past

LONGEST = 45
TAIL = 8
NEAR = 20
SAYING = frozenset(
    """
    say explain add argue write declare acknowledge announce claim note tell ask reply answer insist state warn remark
    """.split()
)


def ask_quotes(scene: Scene) -> Iterator[Draft]:
    """The drafts of every quotation whose speaker is named, best form first."""
    for quote in scene.facts.quotes:
        if len(quote.sentence.words) > LONGEST_SENTENCE:
            continue
        yield from _of_sentence(scene, quote)
        yield from _plain(scene, quote)


def _passage(scene: Scene, quote: Quote) -> Span:
    """The sentence with its cue and every quoted part that is asked."""
    at = scene.place(quote.sentence)
    start, end = scene.passage(at).start, scene.passage(at).end
    first = quote.parts[0]
    if quote.block:
        return Span(min(start, first.start), max(end, first.end))
    return Span(min(start, first.start - 1), max(end, min(first.end + 1, len(scene.document.text))))


def _evidence(quote: Quote) -> tuple[Span, ...]:
    return (quote.evidence,) if quote.evidence else ()


def _speaker(scene: Scene, quote: Quote) -> Person | None:
    return scene.facts.people.find(quote.speaker)


def _of_sentence(scene: Scene, quote: Quote) -> Iterator[Draft]:
    """Ask with "Who" for the subject: "Who described the two powers as “two blades of the same scissors”?"."""
    if quote.cue is None or quote.block:
        return
    at = scene.place(quote.sentence)
    sentence = quote.sentence
    verb = sentence.words[quote.cue]
    colon = scene.document.text[max(0, quote.parts[0].start - NEAR) : quote.parts[0].start - 1].rstrip().endswith(":")
    if verb.pos != "VERB" or (_direct(scene, quote) and (colon or verb.lemma in SAYING)):
        return
    kept = _predicate(sentence, verb, quote)
    past = _past(verb)
    if kept is None or not past:
        return
    standing = scene.referents.stand(at, kept, never=_speaker(scene, quote))
    if standing is None:
        return
    standing.instead[verb.i] = past
    auxiliaries = {w.i for w in sentence.kids(verb.i, "aux", "auxpass")}
    text = asked("Who " + scene.stated(at, [i for i in kept if i not in auxiliaries], standing))
    shown = scene.document.text[quote.parts[0].start : quote.parts[0].end].strip(" ,.")
    if shown[:30] not in text or names_speaker(text, quote.speaker):
        return
    yield judged(
        Draft(quote, sentence, _passage(scene, quote), quote.speaker, text, evidence=_evidence(quote)), standing
    )


def _direct(scene: Scene, quote: Quote) -> bool:
    """Whether the words are set before the reader as said, not woven into the sentence."""
    before = scene.document.text[max(0, quote.parts[0].start - NEAR) : quote.parts[0].start - 1].rstrip()
    return not before or before[-1] in ",:.?!”\n" or scene.document.text[quote.parts[0].start].isupper()


def _predicate(sentence: Sentence, verb: Word, quote: Quote) -> list[int] | None:
    """The cue verb and what follows it up to the quotation's end."""
    quoted = [w for w in sentence.words if w.start < quote.parts[0].end and w.end > quote.parts[0].start]
    last = max((w.i for w in quoted), default=-1)
    if last < verb.i:
        return None
    inside = {w.i for w in quoted}
    modified = quoted[-1]
    while modified.i in inside and modified.head != modified.i:
        modified = sentence.words[modified.head]
    if modified.i > last and modified.pos in ("NOUN", "PROPN"):
        tail = noun_phrase(sentence, modified.i)[-1]
        last = (tail if tail - modified.i <= TAIL else modified.i) - 1
    subtree = [i for i in sentence.subtree(verb.i) if verb.i <= i <= last + 1]
    dropped = {
        i
        for child in sentence.kids(verb.i, "nsubj", "cc", "conj", "advcl")
        if child.i > verb.i
        and not any(
            sentence.words[k].start <= quote.parts[0].start < sentence.words[k].end for k in sentence.subtree(child.i)
        )
        for i in sentence.subtree(child.i)
    }
    kept = [i for i in subtree if i not in dropped]
    covered = any(
        sentence.words[i].start < quote.parts[0].end and sentence.words[i].end > quote.parts[0].start for i in kept
    )
    return kept if covered and len(kept) <= LONGEST else None


def _past(verb: Word) -> str:
    if verb.tag in ("VBD", "VBZ", "VBP"):
        return verb.text
    if verb.tag in ("VBG", "VBN", "VB"):
        return finite_past(verb)
    return ""


def _plain(scene: Scene, quote: Quote) -> Iterator[Draft]:
    """Ask with the quotation behind its cue: "Who told Khamenei, “We regard you ...”?"."""
    first = _shortened(_joined(scene.document.text, quote.parts))
    if len(first.split()) < 3:
        return
    lead = _lead(quote) if first[:1].isupper() or quote.block else "Who used the words"
    if names_speaker(first, quote.speaker):
        return
    text = f"{lead} “{first}”?"
    draft = Draft(quote, quote.sentence, _passage(scene, quote), quote.speaker, text, evidence=_evidence(quote))
    yield draft if first[:1].isupper() else draft.less(10, "fragment")


def _joined(text: str, parts: Sequence[Span]) -> str:
    """The parts of a quotation as one: those that run on behind the first, or the longest."""
    said = [re.sub(r"\s+", " ", text[p.start : p.end]).strip() for p in parts]
    whole = said[0]
    for part in said[1:]:
        if not part[:1].islower() or whole.endswith((".", "!", "?")):
            break
        whole = f"{whole.rstrip(',')} … {part}" if not whole.endswith(",") else f"{whole} … {part}"
    return whole if len(whole.split()) >= 8 else max(said, key=len)


def _lead(quote: Quote) -> str:
    sentence = quote.sentence
    if quote.cue is None:
        return "Who said,"
    verb = sentence.words[quote.cue]
    if verb.pos != "VERB" or verb.lemma not in SAYING or agent(sentence, verb) is None:
        return "Who said,"
    past = "wrote" if verb.lemma == "write" else _past(verb)
    told = [w for w in sentence.kids(verb.i, "dobj", "dative") if w.pos == "PROPN" and w.ent == "PERSON"]
    if verb.lemma in ("tell", "ask", "warn") and told:
        return f"Who {past} {told[0].text},"
    return f"Who {past}," if past and verb.lemma not in ("tell", "add") else "Who said,"


def _shortened(text: str) -> str:
    """A quotation of at most some forty words, cut at a sentence's end where there is one."""
    text = re.sub(r"\s+", " ", text).strip()
    words = text.split()
    if len(words) > LONGEST:
        ends = [m.end() for m in re.finditer(r"[.!?](?=\s)", text) if 8 <= len(text[: m.end()].split()) <= LONGEST]
        text = text[: ends[-1]] if ends else " ".join(words[: LONGEST - 5]) + " …"
    return re.sub(r"[,;:. ]+$", "", text).replace("“", "‘").replace("”", "’").strip('"')


def names_speaker(text: str, speaker: str) -> bool:
    """Whether a question gives its speaker away."""
    return bool(re.search(rf"\b{re.escape(speaker.rsplit(maxsplit=1)[-1])}\b", text))
