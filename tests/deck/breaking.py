"""Broken decks of every sort, made in a folder: texts, encodings, sizes, bombs, binaries, folders, links, locks."""

from __future__ import annotations

import gzip
import io
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

from quiz.deck.files import LIMIT

Maker = Callable[[Path], object]
"""Makes a broken deck at a path, and what lies beside it."""

HERE = Path(__file__).parent / "broken"
ROOT = Path(__file__).parents[2]
CHECK = """
import sys
from quiz.cli import main
try:
    main(["check", "--concise", *sys.argv[1:]])
finally:
    sys.stdout.flush()
    print(open("/proc/self/status").read().partition("VmHWM:")[2].split()[0], file=sys.stderr)
"""
"""Checks decks, and tells the most memory that took, in kilobytes."""

DECK = "title: Rivers\ncards:\n  - question: Which river runs through Baghdad?\n    answer: Tigris\n"
CARD = "  - question: Which river runs through Cairo?\n    answer: Nile\n"
WRONG = "  - question: Which: Cairo?\n    answer: Nile\n"
LARGEST = LIMIT // 2**20 - 1
BOMB = "title: Rivers\na: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)

TEXTS = {
    "empty-file": "an empty file",
    "empty-comments-only": "nothing but a comment",
    "empty-no-cards-key": "no `cards:`",
    "empty-list": "no card under `cards:`",
    "title-missing": "no title",
    "shape-prose": "an essay",
    "shape-html": "a web page",
    "shape-list": "cards without `cards:` above them",
    "shape-card-text": "a card that is a sentence",
    "shape-cards-mapping": "cards without hyphens",
    "syntax-tab-indent": "tabs for indentation",
    "syntax-tab-within-card": "a tab within a card",
    "syntax-no-space-after-colon": "no space behind a colon",
    "syntax-dash-without-space": "no space behind the hyphen",
    "syntax-no-space-after-answer": "no space behind the colon of an answer",
    "syntax-item-without-space": "no space behind the hyphen of an item",
    "several-hyphens-tight": "no space behind any hyphen of a list",
    "several-odd-spaces": "hard spaces of a word processor for indentation",
    "several-odd-items": "hard spaces behind hyphens",
    "several-line-separators": "line separators of a word processor",
    "syntax-curly-quotes": "curly quotes around a text with a colon",
    "syntax-curly-closing": "a curly quote that closes a straight one",
    "syntax-colon-in-question": "a colon in a question",
    "syntax-colon-in-text": "a colon in the title",
    "syntax-no-colon-key": "a key without a colon",
    "syntax-equals": "equals signs for colons",
    "syntax-fullwidth-colon": "a colon of a Chinese keyboard",
    "list-bullets": "bullets before wrong answers",
    "feedback-by-name": "wrong answers written as keys of their feedback",
    "syntax-feedback-below-item": "feedback below a wrong answer without a key",
    "shape-no-cards-line": "no line `cards:` above the cards",
    "syntax-bullets": "bullets for hyphens",
    "syntax-endash": "long dashes for hyphens",
    "syntax-numbered": "numbered cards",
    "syntax-answer-indent": "an answer indented too far",
    "syntax-answer-outdent": "an answer indented too little",
    "several-keys-at-the-margin": "an answer not indented at all",
    "syntax-quote-open": "a quote never closed",
    "several-quotes-open": "two quotes never closed, and a slip between",
    "syntax-quote-in-quotes": "quotes within quotes",
    "syntax-quoted-key-trailing": "text behind a closing quote",
    "syntax-bracket-open": "a bracket never closed",
    "syntax-cloze-unquoted": "a cloze that begins with its gap, unquoted",
    "syntax-star": "an answer that begins with a star",
    "syntax-at-sign": "an answer that begins with @",
    "syntax-percent": "an answer that begins with %",
    "syntax-backslash": "a formula in double quotes",
    "syntax-two-documents": "two decks in one file",
    "syntax-merge-conflict": "the marks of a git merge",
    "syntax-merge-key": "a merge key",
    "syntax-python-tag": "a Python object",
    "syntax-unknown-alias": "an alias of nothing",
    "syntax-alias-of-itself": "a list that holds itself",
    "syntax-control-character": "an invisible control character",
    "key-unknown": "misspelt keys",
    "key-twice": "a key twice in one card",
    "kind-unknown": "a misspelt kind",
    "list-wanted": "one word where a list belongs",
    "answer-missing": "no answer",
    "question-missing": "no question",
    "answer-among-distractors": "the answer among the wrong answers",
    "cloze-faults": "clozes without a gap that can be asked",
    "id-twice": "an id twice",
    "tolerance-wrong": "a tolerance that is no number",
    "order-items": "order cards with too few or too many items",
    "format-unknown": "a format of the future",
    "many-at-once": "five slips at once",
}
"""Texts in `broken/`, and what is wrong with each."""


def text_of(case: str) -> str:
    """Return the deck of a case in `broken/`."""
    return (HERE / f"{case}.txt").read_bytes().decode().rsplit("=====\n", 1)[0]


def written(data: bytes | str) -> Maker:
    """Return what writes a file."""
    return lambda path: path.write_bytes(data.encode() if isinstance(data, str) else data)


def beside(name: str, data: str, deck: str = DECK) -> Maker:
    """Return what writes a deck and another file beside it."""

    def make(path: Path) -> None:
        path.write_text(deck)
        (path.parent / name.format(path.stem)).write_text(data)

    return make


def archive(path: Path) -> None:
    """Make a Word document under the name of a deck."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        file.writestr("word/document.xml", "<w:document/>")
    path.write_bytes(data.getvalue())


def looped(path: Path) -> None:
    """Make two links that lead to one another."""
    other = path.with_name("other.yaml")
    path.symlink_to(other)
    other.symlink_to(path)


def repeated(path: Path, head: str, piece: str, size: int = LARGEST) -> None:
    """Make a deck of so many megabytes by one piece over and over."""
    pieces = 2**20 // len(piece)
    with path.open("w") as file:
        file.write(head)
        for _ in range(size):
            file.write(piece * pieces)


def locked(path: Path) -> None:
    """Make a deck whose lock is a folder."""
    path.write_text(DECK)
    path.with_suffix(".lock").mkdir()


def named_twice(path: Path) -> None:
    """Make two decks with one id."""
    path.write_text(f"id: rivers\n{DECK}")
    path.with_name("a.yaml").write_text(f"id: rivers\n{DECK}")


def checked(folder: Path) -> tuple[list[str], int, int]:
    """Check what was made in a folder in a process of its own: its lines, its status, and its memory in megabytes."""
    paths = sorted(path.name for path in folder.glob("[a-n]*.yaml"))
    ended = subprocess.run(
        [sys.executable, "-c", CHECK, *(paths or ["deck.yaml"])],
        cwd=folder, env=os.environ | {"QUIZ_CACHE": "", "PYTHONPATH": str(ROOT)}, capture_output=True, check=False,
    )  # fmt: skip
    *said, kilobytes = ended.stderr.decode().splitlines()
    assert "Traceback" not in "".join(said)
    return ended.stdout.decode().splitlines(), ended.returncode, int(kilobytes) // 1024


FILES: dict[str, Maker] = {
    "saved as UTF-16": written(DECK.encode("utf-16")),
    "UTF-16 without its mark": written(DECK.encode("utf-16-le")),
    "saved as UTF-32": written(DECK.encode("utf-32")),
    "saved as Latin-1": written(DECK.replace("Tigris", "Tigré").encode("latin-1")),
    "quotes of Windows-1252": written(DECK.replace("Tigris", "“Tigris”").encode("cp1252")),
    "Japanese of Shift JIS": written(DECK.replace("Tigris", "ティグリス").encode("shift-jis")),
    "half a character at the end": written(DECK.encode() + "é".encode()[:1]),
    "a zero byte": written(DECK.replace("Tigris", "Ti\0gris")),
    "a zero byte far behind": written(DECK + CARD * 200 + "    hint: a\0b\n"),
    "a picture": written(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256))),
    "a program": written(b"\x7fELF\2\1\1\0" + bytes(64)),
    "a PDF": written(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<</Type/Catalog>>\nendobj\n"),
    "a Word document": archive,
    "a rich text document": written(b"{\\rtf1\\ansi title: Rivers\\\ncards:\\\n}"),
    "a packed deck (gzip)": written(gzip.compress(DECK.encode(), mtime=0)),
    "a spreadsheet (CSV)": written("question,answer\nWhich river runs through Baghdad?,Tigris\n"),
    "a folder of that name": lambda path: path.mkdir(),
    "a link that leads nowhere": lambda path: path.symlink_to("gone.yaml"),
    "a link that leads to itself": looped,
    "a pipe": os.mkfifo,
    "an endless device": lambda path: path.symlink_to("/dev/zero"),
    "no such file": lambda path: path.with_name("deck.yml").write_text(DECK),
    "an included deck that is not there": written(f"{DECK}include: [lakes.yaml]\n"),
    "an included deck outside the folder": written(f"{DECK}include: [../lakes.yaml]\n"),
    "a picture that is not there": written(DECK.replace("Baghdad?", "Baghdad? ![map](maps/iraq.png)")),
    "a torn lock": beside("{}.lock", '{"lock": 1, "generated": {'),
    "a lock with the marks of a git merge": beside("{}.lock", '{\n<<<<<<< HEAD\n"lock": 1\n=======\n>>>>>>> b\n}\n'),
    "a lock that is a folder": locked,
    "a lock nested without end": beside("{}.lock", '{"lock": 1, "head": ' + "[" * 100_000),
    "a deck copied with its id": named_twice,
}
"""What is no matter of a deck's text alone."""

BIG: dict[str, Maker] = {
    "100 MB of cards": lambda path: repeated(path, DECK, CARD, 100),
    "100 MB of zeros": lambda path: repeated(path, "", "\0", 100),
    "billion laughs (aliases of aliases)": written(BOMB),
    "billion laughs beside a broken card": written(f"{BOMB}cards:\n{CARD}    hint: a: b\n{CARD}"),
    "31 MB of opening brackets": lambda path: repeated(path, "title: ", "["),
    "31 MB of hyphens": lambda path: repeated(path, "cards:\n", "- "),
    "31 MB in a quote never closed": lambda path: repeated(path, 'title: "', "x"),
    "31 MB of tabs": lambda path: repeated(path, "title: Rivers\ncards:\n", "\t"),
    "31 MB of cards, a colon too much in each": lambda path: repeated(path, DECK, WRONG),
    "31 MB of good cards below a broken one": lambda path: repeated(path, f"{DECK}    hint: a: b\n", CARD),
    "31 MB of misspelt keys": lambda path: repeated(path, DECK, "  - qestion: Why?\n"),
    "31 MB of empty lists": lambda path: repeated(path, "title: Rivers\ntags: [", "[],"),
    "an id of 10 MB": lambda path: repeated(path, f"{DECK}    id: ", "x", 10),
    "a line number of 10 MB": lambda path: repeated(path, f"{DECK}    source:\n      line: ", "9", 10),
}
"""What is large, or would be."""
