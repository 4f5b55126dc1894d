"""`quiz generate` on every format and on standard input: a deck each, places in it, and one line for what fails."""

from __future__ import annotations

from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from quiz.deck.read import read_deck
from tests.conftest import Run
from tests.documents.packing import docx, epub, p
from tests.documents.printing import column, pdf

TITLE = "Canals of Orr"
FIRST = "The canal of Orr was opened on 17 November 1869 after ten years of digging."
SECOND = "It is 193 kilometres long, and about 5,600 workers died while it was built."
BODY = f"<h2>Work</h2><p>{FIRST}</p><p>{SECOND}</p>"
DOCUMENTS = {
    "canals.txt": f"{TITLE}\n\n{FIRST}\n\n{SECOND}\n".encode(),
    "canals.md": f"# {TITLE}\n\n{FIRST}\n\n{SECOND}\n".encode(),
    "canals.html": f"<h1>{TITLE}</h1>{BODY}".encode(),
    "canals.pdf": pdf([*column(60, 80, TITLE, 20), *column(60, 120, f"{FIRST}\n    {SECOND}")]),
    "canals.docx": docx(p(TITLE, "Title") + p("Work", "berschrift1") + p(FIRST) + p(SECOND)),
    "canals.epub": epub({"a.xhtml": BODY}),
}


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    """The same document in every format."""
    folder = tmp_path / "seeds"
    folder.mkdir()
    for name, data in DOCUMENTS.items():
        (folder / name).write_bytes(data)
    return folder


def piped(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put bytes on standard input."""
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(data)))


def test_documents_of_one_name_get_a_deck_each_with_places_of_their_format(
    run: Run, seeds: Path, tmp_path: Path
) -> None:
    ended = run("generate", seeds)
    assert ended.status == 0
    places = {}
    for path in sorted((tmp_path / "decks").glob("*.yaml")):
        deck, problems = read_deck(path)
        assert deck is not None
        assert not problems
        card = next(card for card in deck.cards if "1869" in card.answer)
        assert card.source is not None
        passage = card.source.passage
        places[Path(deck.source).suffix] = (passage.line, passage.page, passage.section, passage.paragraph)
    assert places == {
        ".txt": (3, None, "", None),
        ".md": (3, None, "", None),
        ".html": (1, None, "", None),
        ".pdf": (None, 1, "", None),
        ".docx": (None, None, "Work", 1),
        ".epub": (None, None, "Work", 1),
    }
    assert run("generate", seeds).out.count("unchanged") == len(DOCUMENTS)
    assert run("check", "decks").status == 0


@pytest.mark.parametrize("name", DOCUMENTS)
def test_standard_input_is_read_whatever_its_format(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for expected in ("+", "unchanged"):
        piped(monkeypatch, DOCUMENTS[name])
        ended = run("generate", "-", "--title", "Canals, piped")
        assert (ended.status, expected in ended.out) == (0, True)
        assert ended.out.startswith("decks/canals-piped.yaml: ")
    deck, _ = read_deck(tmp_path / "decks" / "canals-piped.yaml")
    assert deck is not None
    assert (deck.title, deck.source) == ("Canals, piped", "-")


def test_a_piped_deck_is_no_documents_and_no_documents_deck_is_its(
    run: Run, seeds: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("generate", seeds / "canals.txt")
    piped(monkeypatch, DOCUMENTS["canals.md"])
    assert run("generate", "-", "--title", "canals").out.startswith("decks/canals-2.yaml: +")
    assert run("generate", seeds / "canals.txt").out.startswith("decks/canals.yaml: ")
    (tmp_path / "canals-2.txt").write_bytes(DOCUMENTS["canals.txt"])
    assert run("generate", "canals-2.txt").out.startswith("decks/canals-2-txt.yaml: +")


@pytest.mark.parametrize("arguments", [("-",), ("seeds", "--title", "x"), ("-", "--title", " ")])
def test_standard_input_and_a_title_go_together(run: Run, arguments: tuple[str, ...]) -> None:
    ended = run("generate", *arguments)
    assert (ended.status, ended.err.count("\n")) == (2, 1)
    assert "--title" in ended.err


@pytest.mark.parametrize(("data", "said"), [(b"", "-: is empty"), (b"\x89PNG\r\n", "-: is an image, not text")])
def test_what_is_no_text_on_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch, data: bytes, said: str) -> None:
    piped(monkeypatch, data)
    ended = run("generate", "-", "--title", "x")
    assert ended.status == 1
    assert ended.err.startswith(said)


def test_a_deck_without_its_lock_is_a_persons(run: Run, seeds: Path, tmp_path: Path) -> None:
    run("generate", seeds / "canals.txt")
    deck = tmp_path / "decks" / "canals.yaml"
    deck.with_suffix(".lock").unlink()
    before = deck.read_bytes()
    (seeds / "canals.txt").write_bytes(DOCUMENTS["canals.txt"].replace(b"1869", b"1870"))
    ended = run("generate", seeds / "canals.txt")
    assert (ended.status, deck.read_bytes()) == (1, before)
    assert "canals.lock is missing" in ended.err


GERMAN = "Der Kanal wurde im Jahr 1869 eröffnet und ist 193 Kilometer lang, und niemand weiß, wer ihn gebaut hat. " * 9


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.pdf", b"%PDF-1.4 cut", "is damaged, or no PDF"),
        ("a.pdf", pdf(column(60, 80, FIRST), password="x"), "is encrypted"),
        ("a.pdf", pdf([], picture=True), "is scanned"),
        ("a.pdf", pdf([]), "holds no text"),
        ("a.docx", b"PK\x03\x04", "is damaged, or no Word document"),
        ("a.epub", b"", "is empty"),
        ("a.txt", DOCUMENTS["canals.pdf"], "is a PDF file, not text"),
        ("a.txt", GERMAN.encode(), "is not in English"),
        ("a.docx", docx(p(GERMAN)), "is not in English"),
        ("a.pdf", pdf(column(60, 80, GERMAN.replace(", ", ",\n"))), "is not in English"),
        ("a.epub", epub({"a.xhtml": f"<p>{GERMAN}</p>"}), "is not in English"),
        ("a.md", "Канал был открыт в 1869 году и имеет длину 193 километра. ".encode() * 9, "is not in English"),
        (
            "a.epub",
            epub({"a.xhtml": "<p>Here somebody says nothing in particular.</p>"}),
            "no dates, figures or quotations",
        ),
    ],
)
def test_what_makes_no_deck_takes_a_line_and_the_others_go_on(
    run: Run, seeds: Path, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    (tmp_path / name).write_bytes(data)
    ended = run("generate", name, seeds / "canals.md")
    lines = [line for line in (ended.out + ended.err).splitlines() if line.startswith(f"{name}: ")]
    assert len(lines) == 1
    assert said in lines[0]
    assert [path.name for path in (tmp_path / "decks").glob("*.yaml")] == ["canals.yaml"]


def test_a_folder_named_like_a_document_and_a_locked_file(run: Run, seeds: Path, tmp_path: Path) -> None:
    (tmp_path / "x.pdf").mkdir()
    (tmp_path / "x.pdf" / "a.txt").write_bytes(DOCUMENTS["canals.txt"])
    assert "decks/a.yaml: +" in run("generate", "x.pdf").out
    assert "there is no such file" in run("generate", "none.pdf", seeds / "canals.md").err
