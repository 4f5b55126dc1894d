"""What is found in a document: words and sentences of its prose, and the three kinds of fact."""

from __future__ import annotations

from dataclasses import dataclass, field

from quiz.documents.model import Block, Span


@dataclass(frozen=True, slots=True)
class Word:
    """A token with its part of speech, its place in the parse tree and its characters in the document.

    `i` and `head` count within the sentence; a root is its own head. `ent` is the entity label or "".
    `held` marks the stand-in of a quotation: its characters are the whole quotation's.
    """

    i: int
    text: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    start: int
    end: int
    ent: str = ""
    held: bool = False

    @property
    def lower(self) -> str:
        """The word in lower case."""
        return self.text.lower()


@dataclass(frozen=True, slots=True)
class Name:
    """A named entity: the words it covers and its label (PERSON, ORG, GPE ...)."""

    first: int
    last: int
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an asked block; `spoken` is the quotation it stands in, if any."""

    words: tuple[Word, ...]
    names: tuple[Name, ...]
    block: Block
    spoken: Span | None = None
    children: tuple[tuple[int, ...], ...] = field(default=(), compare=False)

    @property
    def span(self) -> Span:
        """The characters of the document it covers."""
        return Span(self.words[0].start, max(word.end for word in self.words))

    def root(self) -> Word:
        """The head of the sentence."""
        return next((word for word in self.words if word.head == word.i), self.words[0])

    def at(self, offset: int) -> Word | None:
        """The word that covers a character of the document."""
        return next((word for word in self.words if word.start <= offset < word.end), None)

    def subtree(self, i: int) -> list[int]:
        """The word and all that hangs on it, in order of the text."""
        found, todo = [], [i]
        while todo:
            at = todo.pop()
            found.append(at)
            todo += self.children[at]
        return sorted(found)

    def kids(self, i: int, *deps: str) -> list[Word]:
        """The children of a word, of the given dependencies if any are named."""
        return [self.words[k] for k in self.children[i] if not deps or self.words[k].dep in deps]


@dataclass(frozen=True, slots=True)
class Date:
    """A date: its text, `grain` (day, month, season, year, decade, century) and value.

    `value` is as ISO 8601 writes it, shortened to the grain (`1907-08-31`, `1907-08`, `1907`, `190` for a decade,
    `19` for the century 1900-1999, `1941-SU` for a season; a leading `-` for years BC); `end` is the last value of a
    range, `modifier` is "early", "mid", "late" or "circa". `anchors` are the passages that tell what the text leaves
    out, such as the year of "2 September"; `derived` says that the value is reckoned from them: "two years later".
    """

    span: Span
    text: str
    grain: str
    value: str
    end: str = ""
    modifier: str = ""
    anchors: tuple[Span, ...] = ()
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that counts or measures: `span` covers number and unit, `whole` its approximation too.

    `unit` is "" for a count, else percent, money:USD, year, mile ...; `per` is what it is told for ("barrel" in "$80 a
    barrel"); `bound` is the approximation ("more than"); `value` is the lower end of a range, `high` its upper end;
    `role` is "from", "to" or "by" where that word leads it; `measured` is what it counts or measures, as the text
    names it, and `holder` what that belongs to or happens to, where the parse shows them.
    """

    span: Span
    whole: Span
    text: str
    value: float
    unit: str = ""
    bound: str = ""
    per: str = ""
    high: float | None = None
    role: str = ""
    measured: Span | None = None
    holder: Span | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation with its speaker as named in the text, the fullest name, and the cue that links them.

    `parts` are the quoted stretches (marks excluded) of one utterance, in order; `cue` is the index of the cue verb
    in `sentence` or None; `evidence` is the passage that resolves a speaker named elsewhere; `role` is what the
    document says the speaker is ("Iran's former ambassador to France"), without an article, or "".
    """

    parts: tuple[Span, ...]
    speaker: str
    sentence: Sentence
    cue: int | None
    mention: Span | None
    evidence: Span | None = None
    block: bool = False
    role: str = ""
