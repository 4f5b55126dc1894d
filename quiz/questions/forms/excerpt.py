"""What is shown of a quotation: the sentence or two of it that tell the most, cut at a clause where they are long."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from quiz.documents.model import Span
from quiz.facts.model import Quote
from quiz.facts.name_forms import surname
from quiz.facts.quotes import TURNED
from quiz.questions.scene import Scene

MOST, UNCUT = 30, 42
FEWEST = 8
"""Words of an excerpt at most, of one that is better shown whole, and those a clause has to which a sentence is cut."""
TOGETHER = 20
"""Words that sentences shown together have at most."""
APART = 160
"""Characters between two parts of one sentence, at most."""
LINES, STANZAS, WIDEST = 3, 200, 60
"""Lines of the shortest and the longest poem that is known as one, and characters of a line of verse at most."""
SENTENCE = re.compile(
    r"(?<=[.!?…])(?<!\.\.\.)(?<!\. \.)(?<!\b[A-Z]\.)(?<!\b(?:Mr|Dr|St|Ms|vs|No)\.)(?<!\bMrs\.)"
    r"[”’\"']?\s+(?=[\"'“‘(\[]?[A-Z0-9])"
)
PAUSE = re.compile(
    r"(?:,|;|:|\s?[—–-]{1,2}(?=\s|[a-z]))\s?(?=(?:and|but|or|for|so|yet|because|which|who|while|though|as|that|if|when|"
    r"until|till|unless|since|whereas|nor|with|without)\b)|;|—"
)
LOOSE = re.compile(r"(?:it|they|he|she|this|that|these|those|so|but|and|then|or|yet|not)\b", re.IGNORECASE)
FREE = re.compile(r"(?:whoever|whatever|whichever|what)\b(?=[^,;.]*,)", re.IGNORECASE)
"""What opens a clause that is the subject of what follows: "“Whoever holds the pass,” he wrote, “holds the road”"."""

ADDED = re.compile(r"\b(?:and|but)\s*[\"'‘“`]*$")
"""What the writer joins two quotations with, and nobody said."""
JOINING = re.compile(
    r"(?:and|but|or|nor|so|yet|for|though|although|because|if|when|while|which|who|whose|as|since|until|unless|not|even|"
    r"with|without|where|after|before)\b"
)


def excerpt(scene: Scene, quote: Quote) -> str:
    """The words of a quotation that are shown, without marks around them and without what ends them but ? and !."""
    windows = [w for said in said_together(scene, quote) for w in _windows(list(_sentences(said)))]
    windows = [w for w in windows if not names_speaker(w, quote.speaker)] or windows
    best = max(range(len(windows)), key=lambda at: (_weight(windows[at], at), -at), default=None)
    return "" if best is None else _dressed(_cut(windows[best]))


def verses(scene: Scene, quote: Quote) -> str:
    """The first two lines of a block quotation in verse, parted by a stroke; "" where it is prose.

    Lines of verse are short and begin with capitals each; wrapped prose goes on with small letters.
    """
    text, part = scene.document.text, quote.parts[0]
    first = bisect_left(scene.document.lines, (part.start, 0))
    last = bisect_left(scene.document.lines, (part.end, 0))
    starts = [part.start, *(at for at, _ in scene.document.lines[first:last] if at > part.start)]
    if not quote.block or not LINES <= len(starts) <= STANZAS:
        return ""
    lines = [_plain(text[at:end]) for at, end in pairwise([*starts, part.end])]
    if not all(line and line.lstrip("‘“\"'")[:1].isupper() and len(line) <= WIDEST for line in lines):
        return ""
    return " / ".join(_dressed(line) for line in lines[:2])


def _windows(sentences: Sequence[str]) -> Iterator[str]:
    """Each sentence with those behind it that are short enough to be shown with it."""
    for at, first in enumerate(sentences):
        shown = first
        if fragment(first):
            yield first
            continue
        for behind in sentences[at + 1 :]:
            if len(shown.split()) + len(behind.split()) > TOGETHER:
                break
            shown = f"{shown} {behind}"
        yield shown


def said_together(scene: Scene, quote: Quote) -> Iterator[str]:
    """The parts of a quotation, those of one sentence that only its attribution parts as one."""
    text, parts = scene.document.text, list(quote.parts)
    whole = _plain(text[parts[0].start : parts[0].end]) if parts else ""
    for before, part in pairwise(parts):
        said = _plain(text[part.start : part.end])
        between = text[before.end : part.start]
        added = ADDED.search(between) or TURNED.search(between)
        if _goes_on(quote, before, part) and not added and _small(between, said) and whole[-1:] not in ".!?":
            drops = said.startswith("that ") or (_is_subject(scene, before) and not JOINING.match(said))
            comma = whole.endswith(",") and not drops
            mark = ";" if ";" in text[before.end : part.start] else ","
            whole = f"{whole.rstrip(', ')}{mark if comma else ''} {said}"
        else:
            stop = "" if whole[-1:] in ".!?" else "."
            sentences = not (added or fragment(said) or fragment(whole))
            if sentences and len(whole.split()) + len(said.split()) <= TOGETHER:
                whole = f"{whole.rstrip(', ')}{stop} {said}"
                continue
            yield whole
            whole = said
    yield whole


def _goes_on(quote: Quote, before: Span, part: Span) -> bool:
    """Whether only the attribution stands between two parts."""
    if part.start - before.end > APART or quote.cue is None:
        return False
    cue = quote.sentence.words[quote.cue]
    return before.end <= cue.start < part.start


def _small(between: str, said: str) -> bool:
    """Whether words go on a sentence, by their first letter; "I" does behind the comma of the attribution."""
    return said[:1].islower() or (re.match(r"I\b", said) is not None and between.rstrip(' \n“"‘').endswith(","))


def _is_subject(scene: Scene, part: Span) -> bool:
    """Whether a part of a sentence has no verb yet: "“The rest,” says Weber, “is a tale”"."""
    spoken = scene.spoken
    at = bisect_left(spoken, part.start, key=lambda s: s.span.start)
    within = [s for s in spoken[at : at + 1] if s.span.start < part.end]
    if FREE.match(scene.document.text, part.start):
        return True
    if not within:
        return len(_plain(scene.document.text[part.start : part.end]).split()) <= 3
    return within[0].root().pos not in ("VERB", "AUX")


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _sentences(said: str) -> Iterator[str]:
    at = 0
    for end in SENTENCE.finditer(said):
        yield said[at : end.start()].strip()
        at = end.end()
    if said[at:].strip():
        yield said[at:].strip()


def _weight(sentence: str, at: int) -> int:
    """How much a sentence tells by itself: long enough, not too long, and pointing at nothing before it."""
    words = sentence.split()
    weight = min(len(words), FEWEST + 4) - 3 * max(0, len(words) - MOST) // 10
    weight -= 4 if LOOSE.match(sentence) and at else 0
    return weight + (2 if not at else 0)


def _cut(sentence: str) -> str:
    """A sentence of at most some thirty words, cut where a clause of it ends."""
    if len(sentence.split()) <= UNCUT:
        return sentence
    ends = [m for m in PAUSE.finditer(sentence) if FEWEST <= len(sentence[: m.start()].split()) <= MOST]
    ends = [m for m in ends if m[0][0] in ";:—"][:1] or ends
    if ends:
        return sentence[: ends[-1].start()]
    commas = [at for at in _breaks(sentence, ",") if len(sentence[:at].split()) >= FEWEST]
    return (
        sentence[: (commas or _breaks(sentence, r"\s(?:that|to|for|in|on|with|by|at|from|of|during|across)\s"))[-1]]
        + " …"
    )


def _breaks(sentence: str, pattern: str) -> list[int]:
    """Where something stands within the words that may be shown; their end where it does not."""
    most = len(" ".join(sentence.split()[:MOST]))
    return [m.start() for m in re.finditer(pattern, sentence[:most])] or [most]


def _dressed(text: str) -> str:
    """An excerpt with single marks inside, and without a stop at its end."""
    text = re.sub(r"[“„](?=\S)", "‘", text).replace("”", "’")
    text = re.sub(r"\"(?=\w)", "‘", text).replace('"', "’")
    text = re.sub(r"[,;:. —–]+(’?)$", r"\1", text)
    return text if text.count("‘") <= len(re.findall(r"’(?!\w)", text)) else f"{text}’"


def clause(scene: Scene, quote: Quote) -> bool:
    """Whether the first part of a quotation is a whole clause, though it begins without a capital."""
    first = quote.parts[0]
    at = bisect_left(scene.spoken, first.start, key=lambda s: s.span.start)
    said = next((s for s in scene.spoken[at : at + 1] if s.span.start < first.end), None)
    if said is None or said.words[0].lower in ("kind", "sort") or said.words[0].tag in ("IN", "WDT", "CC", "WRB"):
        return False
    root = said.root()
    finite = root.tag in ("VBD", "VBZ", "VBP") or any(w.tag in ("VBD", "VBZ", "VBP", "MD") for w in said.kids(root.i))
    return finite and any(w.i < root.i for w in said.kids(root.i, "nsubj", "nsubjpass", "expl"))


def fragment(text: str) -> bool:
    """Whether words are no whole sentence of their own."""
    return not text[:1].isupper() and not text[:1].isdigit()


def words_in(text: str) -> Sequence[str]:
    """The words of an excerpt."""
    return re.findall(r"[\w’'-]+", text)


def names_speaker(text: str, speaker: str) -> bool:
    """Whether a question gives its speaker away."""
    given = [name for name in speaker.split()[:1] if name[0].isupper() and name.istitle() and " " in speaker]
    told = "|".join(map(re.escape, [surname(speaker), *given]))
    return bool(re.search(rf"\b(?:{told})\b", text))
