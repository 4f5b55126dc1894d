"""The seeds are of readable length, name what they are based on, copy nothing and quote truly.

The articles the seeds are based on are not ours to publish, so `data/article_runs.json` holds only hashes of
runs of their tokens, each the first five bytes of `sha256(salt + "\\n" + tokens joined by spaces)`, sorted, in base64:

- `copied`: every run of eight lower-cased words (`\\w+`) of the articles, notes and reader comments included;
- `quoted`: every run of five words or punctuation marks, case kept, inside the articles' own quotations.

`python -m tests.data.make_article_runs ARTICLE...` makes the file with the functions of this module.
The odds that a run's hash is by chance among the 6,178 are about one in 10^8, so a match is a copy.
Proper names get no exception: no seed needs one.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
RUNS = Path(__file__).parent / "data" / "article_runs.json"
SEEDS = sorted((ROOT / "seeds").glob("*.md"))
DECKS = sorted((ROOT / "decks").glob("*.yaml"))
SALT = "quiz seeds"
SIZE = 5
COPIED, QUOTED = 8, 5
FRONT = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
QUOTATION = re.compile(r"“([^“”]*)”")
# A card's passage may be one sentence of a longer quotation: a mark without its partner.
PART_OF_QUOTATION = re.compile(r"\A[^“”]*”|“[^“”]*\Z")


def words(text: str) -> list[str]:
    """Lower-cased words of a text."""
    return re.findall(r"\w+", text.lower())


def tokens(text: str) -> list[str]:
    """Words and punctuation marks of a text, as they are written."""
    return re.findall(r"\w+|[^\w\s]", text)


def runs(parts: list[str], length: int) -> list[str]:
    """All runs of so many neighbouring parts, each joined by spaces."""
    return [" ".join(parts[at : at + length]) for at in range(len(parts) - length + 1)]


def hashed(run: str) -> bytes:
    """The first bytes of the salted SHA-256 of a run."""
    return hashlib.sha256(f"{SALT}\n{run}".encode()).digest()[:SIZE]


def quotations(text: str) -> list[str]:
    """What stands between double quotation marks, and paragraphs that follow one that ends in a comma."""
    paragraphs = [part.strip() for part in text.split("\n\n") if part.strip()]
    return QUOTATION.findall(text) + [after for before, after in pairwise(paragraphs) if before.endswith(",")]


def packed(found: set[bytes]) -> str:
    """Hashes sorted, joined and written in base64."""
    return base64.b64encode(b"".join(sorted(found))).decode()


def unpacked(text: str) -> frozenset[bytes]:
    """The hashes that `packed` wrote."""
    joined = base64.b64decode(text)
    return frozenset(joined[at : at + SIZE] for at in range(0, len(joined), SIZE))


@pytest.fixture(scope="module")
def articles() -> dict[str, frozenset[bytes]]:
    stored = json.loads(RUNS.read_text(encoding="utf-8"))
    return {name: unpacked(stored[name]) for name in ("copied", "quoted")}


def seed(path: Path) -> tuple[dict[str, object], str]:
    """Front matter and body of a seed."""
    text = path.read_text(encoding="utf-8")
    front = FRONT.match(text)
    assert front, "no front matter"
    return yaml.safe_load(front[1]), text[front.end() :]


def strings(value: object) -> list[str]:
    """Every string of a parsed YAML file."""
    if isinstance(value, dict):
        return [text for part in value.values() for text in strings(part)]
    if isinstance(value, list):
        return [text for part in value for text in strings(part)]
    return [value] if isinstance(value, str) else []


def copies(text: str, copied: frozenset[bytes]) -> list[str]:
    """Runs of eight words outside quotation marks that an article has too."""
    unquoted = PART_OF_QUOTATION.sub(" | ", QUOTATION.sub(" | ", text))
    return [run for part in unquoted.split("|") for run in runs(words(part), COPIED) if hashed(run) in copied]


def misquotes(text: str, quoted: frozenset[bytes]) -> list[str]:
    """Quotations of more than four words with a run of five tokens that no quotation in an article has."""
    found = [re.sub(r"[,.?!]+\Z", "", quotation) for quotation in QUOTATION.findall(text)]
    long = [quotation for quotation in found if len(words(quotation)) >= QUOTED]
    return [part for part in long if any(hashed(run) not in quoted for run in runs(tokens(part), QUOTED))]


def test_there_are_two_seeds() -> None:
    assert len(SEEDS) == 2


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
class TestSeed:
    def test_front_matter_names_what_it_is_based_on(self, path: Path) -> None:
        front, body = seed(path)
        assert set(front) >= {"title", *(f"based_on_{key}" for key in ("title", "author", "publication", "year"))}
        assert all(isinstance(value, str | int) and value for value in front.values())
        assert f"# {front['title']}\n" in body

    def test_is_900_to_1500_words_long(self, path: Path) -> None:
        assert 900 <= len(seed(path)[1].split()) <= 1500

    def test_copies_nothing(self, path: Path, articles: dict[str, frozenset[bytes]]) -> None:
        assert copies(seed(path)[1], articles["copied"]) == []

    def test_quotes_truly(self, path: Path, articles: dict[str, frozenset[bytes]]) -> None:
        body = seed(path)[1]
        assert misquotes(body, articles["quoted"]) == []
        assert sum(len(words(quotation)) >= QUOTED for quotation in QUOTATION.findall(body)) >= 5

    def test_its_marks_are_curly_and_paired(self, path: Path) -> None:
        body = seed(path)[1]
        assert not re.findall(r"[\"']", body)
        assert body.count("“") == body.count("”") == len(QUOTATION.findall(body))


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_decks_copy_nothing(path: Path, articles: dict[str, frozenset[bytes]]) -> None:
    deck = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert [run for text in strings(deck) for run in copies(text, articles["copied"])] == []


def test_hashes_cover_both_articles(articles: dict[str, frozenset[bytes]]) -> None:
    assert {name: len(found) for name, found in articles.items()} == {"copied": 6178, "quoted": 375}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one two three four five six seven eight", 1),
        ("ONE, two; three four five six seven eight!", 1),
        ("zero “one two three four five six seven eight” nine", 0),
        ("one two three four “five” six seven eight", 0),
        ("one two three four five six seven", 0),
        ("He said: “One two three four five six seven eight.", 0),
        ("One two three four five six seven eight.” And then", 0),
    ],
)
def test_a_copy_is_found_outside_quotation_marks_only(text: str, expected: int) -> None:
    article = frozenset(map(hashed, runs(words("One two three four five six seven eight."), COPIED)))
    assert len(copies(text, article)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said, “one two, three four five.”", 0),
        ("“Two, three four,” he said.", 0),
        ("He said, “one two three four five.”", 1),
        ("He said, “One two, three four five.”", 1),
        ("He said, “one two, three four six five.”", 1),
    ],
)
def test_a_quotation_is_compared_word_by_word(text: str, expected: int) -> None:
    article = frozenset(map(hashed, runs(tokens("one two, three four five"), QUOTED)))
    assert len(misquotes(text, article)) == expected
