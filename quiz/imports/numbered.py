"""Our own Markdown: numbered questions under a title, and their answers, numbered alike, under `## Answers`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from quiz.deck.cloze import hints
from quiz.deck.marks import HELD, SIGNS, literal, plain
from quiz.deck.marks.compose import LOOKS, canonical, composed
from quiz.deck.marks.fences import FENCE, fenced
from quiz.deck.marks.runs import enclosed
from quiz.deck.model import GAP, THEN, gapped
from quiz.deck.references import SOUNDS
from quiz.imports.carding import Parts, card
from quiz.imports.places import quoted
from quiz.imports.texts import Gathering

DECK = re.compile(r"<!-- deck (\S+) -->")
CARD = re.compile(r"(?<![ \t])[ \t]*+<!-- (\S+)(?: (\w+))? -->[ \t]*$")
NUMBERED = re.compile(r"(\d{1,7})\. (.*)")
TAGGED = re.compile(r"- Tag: (.*)")
OPTION = re.compile(r"- (\[ \](?: |$))?(.*)")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
BACKSLASH = "\ufdd0"
"""Stands for a backslash that is text."""

DOUBLED = re.compile(rf"(?<!{BACKSLASH}){BACKSLASH}++(?=\\?[{SIGNS}])")
BROKEN = re.compile(r"(?<!\\)((?:\\\\)*)\\$", re.MULTILINE)
ESCAPED_GAP = "\\_" * len(GAP)
SOUND = re.compile(
    rf"(?<![!\\])\[[^\[\]\n]{{0,300}}\]\(<?([^()<>\n]{{1,400}}\.(?:{'|'.join(SOUNDS)}))>?\)", re.IGNORECASE
)
UNMARKED = frozenset(("tolerance", "source", "tags", "unit", "points", "partial", "difficulty"))
TOLD = {
    "Also": "accept",
    "Within": "tolerance",
    "Because": "explanation",
    "Source": "source",
    "Tag": "tags",
    "Cloze": "cloze",
    "Part": "all_of",
    "Unit": "unit",
    "Not": "feedback",
    "Last": "pin",
    "Hint": "hint",
    "Points": "points",
    "Partial": "partial",
    "Difficulty": "difficulty",
}
WORD = re.compile(r"(\w+):(?: (.*)|$)")
ANSWERS = "Answers"
TRUTHS = ["True", "False"]


@dataclass(slots=True)
class Entry:
    """A numbered entry: its lines, and the list below it, each item by its lines."""

    lines: list[str] = field(default_factory=list)
    items: list[tuple[bool, list[str]]] = field(default_factory=list)


@dataclass(slots=True)
class Sheet:
    """The page of one deck; it is no such page before the comment that names the deck."""

    title: str = ""
    deck: str = ""
    asked: dict[int, Entry] = field(default_factory=dict)
    answered: dict[int, Entry] = field(default_factory=dict)
    tags: list[str] = field(default_factory=list)
    behind: bool = False
    last: Entry | None = None
    fence: str = ""
    indent: int = 0

    def under(self, title: str, gathering: Gathering) -> Sheet:
        """Begin the page of the next title."""
        self.end(gathering)
        return Sheet(title)

    def takes(self, line: str, heading: str | None) -> bool:
        """Take a line, if it belongs to the page; `heading` is what it says if it is one."""
        if self.fence:
            self._code(line)
            return True
        if found := DECK.fullmatch(line.strip()):
            self.deck = found[1]
            return True
        if not self.deck:
            return False
        if heading is not None:
            self.behind = self.behind or heading == ANSWERS
            return self.behind and heading == ANSWERS
        if found := NUMBERED.fullmatch(line):
            self.last = (self.answered if self.behind else self.asked).setdefault(int(found[1]), Entry())
            self._put(self.last.lines, found[2], found.start(2))
        elif self.last:
            self._more(line)
        elif found := TAGGED.fullmatch(line):
            self.tags.append(_bare([found[1]]))
        return True

    def _more(self, line: str) -> None:
        """Take a further line of an entry, or of an item below it."""
        assert self.last
        text = line.strip()
        if found := OPTION.fullmatch(text):
            lines: list[str] = []
            self.last.items.append((bool(found[1]), lines))
            self._put(lines, found[2], len(line) - len(line.lstrip()) + 2)
        else:
            self._put(self.last.items[-1][1] if self.last.items else self.last.lines, text, self.indent)

    def _put(self, lines: list[str], text: str, indent: int) -> None:
        """Add a line, which may begin a block of code; `indent` is how far in what belongs to it stands."""
        lines.append(text)
        self.indent = indent
        if found := FENCE.fullmatch(text):
            self.fence = found["ticks"]

    def _code(self, line: str) -> None:
        """Take a line of a block of code as it stands."""
        assert self.last
        lines = self.last.items[-1][1] if self.last.items else self.last.lines
        lines.append(line[min(self.indent, len(line) - len(line.lstrip())) :])
        found = FENCE.fullmatch(lines[-1])
        if found and found["ticks"].startswith(self.fence) and not found["told"].strip():
            self.fence = ""

    def end(self, gathering: Gathering) -> None:
        """Make the cards of the page."""
        for number, question in self.asked.items():
            if number in self.answered:
                self._card(question, self.answered[number], gathering)
        if self.tags:
            gathering.tags |= dict.fromkeys([(self.deck, self.title), ("", self.title)], tuple(self.tags))
        self.asked, self.answered, self.tags = {}, {}, []

    def _card(self, question: Entry, answer: Entry, gathering: Gathering) -> None:
        """Make the card of an entry and its answer."""
        name = next((found for line in reversed(question.lines) if (found := CARD.search(line))), None)
        key = name[1] if name else ""
        deck = key.partition("/")[0]
        told = _told(answer)
        source, told["rest"] = quoted(told.get("source", ()), self.title)
        made = card(gathering.losses, _parts(question, _said(answer.lines), told, name))
        made = replace(made, source=source) if made and source else made
        gathering.add(made, self.title, deck=self.deck if deck == self.deck else "", key=key)


def _told(answer: Entry) -> dict[str, list[str]]:
    """Sort what stands below an answer by the word that it begins with."""
    told: dict[str, list[str]] = {}
    for _, item in answer.items:
        word, text = (found[1], found[2] or "") if (found := WORD.match(item[0])) else ("", item[0])
        key = TOLD.get(word, "explanation")
        lines = [text, *item[1:]] if word in TOLD else item
        if key == "feedback":
            said = f"{_said(lines[:1])}\n{_said(lines[1:])}"
        else:
            said = _bare(lines) if key in UNMARKED else _said(lines)
        told.setdefault(key, []).append(said)
    return told


def _parts(question: Entry, said: str, told: Mapping[str, Sequence[str]], name: re.Match[str] | None) -> Parts:
    """Tell the parts of a card by its entry, its answer, and what stands below that."""
    asks = _said([line if name is None or line != name.string else CARD.sub("", line) for line in question.lines])
    options = [_said(lines) for ticked, lines in question.items if ticked]
    items = [_said(lines) for ticked, lines in question.items if not ticked]
    truth = options == TRUTHS
    cloze = "".join(told.get("cloze", ()))
    if asks.count(GAP) == 1 and not cloze and not {*"{}\n"} & {*said}:
        cloze = asks.replace(GAP, f"{{{{{said}}}}}")
    return Parts(
        question="" if plain(gapped(cloze, hints(cloze))) == plain(asks) else asks,
        cloze=cloze,
        answer=said.lower() if truth else said,
        accept=told.get("accept", ()),
        distractors=() if truth else [text for text in options if text not in (said, *told.get("all_of", ()))],
        explanation="\n".join([*told.get("explanation", ()), *map(literal, told["rest"])]),
        tags=told.get("tags", ()),
        kind="truefalse" if truth else "order" if items else (name and name[2]) or "",
        tolerance="".join(told.get("tolerance", ())),
        ordered=said.split(THEN) if items else (),
        all_of=told.get("all_of", ()),
        unit="".join(told.get("unit", ())),
        feedback=dict(each.partition("\n")[::2] for each in told.get("feedback", ())),
        pin=told.get("pin", ()),
        hint="\n".join(told.get("hint", ())),
        points="".join(told.get("points", ())),
        partial="true" in told.get("partial", ()),
        difficulty="".join(told.get("difficulty", ())),
        name=name[1].partition("/")[2] if name else "",
    )


def _said(lines: Sequence[str]) -> str:
    """Read the lines of an entry: breaks stand as such, what is escaped reads so, sounds are named as decks do."""
    written = LOOKS.sub("", "\n".join(lines))
    parts = [part if block else _broken(part) for part, block in _parted(written)]
    found = "".join(part if whole else _unescaped(part) for part, whole in enclosed("".join(parts)))
    found = DOUBLED.sub(lambda slashes: "\\\\" * len(slashes[0]), found).replace(BACKSLASH, "\\")
    written, told = composed(canonical(found))
    return (written if told else found).replace(HELD, GAP).strip()


def _bare(lines: Sequence[str]) -> str:
    """Read the lines of an entry that has no marks."""
    return ESCAPED.sub(r"\1", SOUND.sub(r"[sound:\1]", _broken("\n".join(lines)))).strip()


def _parted(text: str) -> Iterator[tuple[str, bool]]:
    """Part a text at its blocks of code."""
    return ((block or part, bool(block)) for part, block in fenced(text))


def _broken(text: str) -> str:
    """Take away what says that a line ends."""
    return BROKEN.sub(r"\1", text)


def _unescaped(text: str) -> str:
    """Write text of Markdown as a deck does, in which only the signs of marks are escaped."""
    text = SOUND.sub(r"[sound:\1]", text).replace(ESCAPED_GAP, HELD)
    return ESCAPED.sub(lambda found: {"\\": BACKSLASH}.get(found[1], "\\" * (found[1] in SIGNS) + found[1]), text)
