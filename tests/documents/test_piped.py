"""What a document on standard input is taken for, by how it begins."""

from __future__ import annotations

import pytest

from quiz.documents.piped import suffix_of


@pytest.mark.parametrize(
    "tag", "html body main article section header div p h1 h2 h3 h6 table ul ol blockquote figure".split()
)
def test_a_page_may_begin_with_any_of_its_parts(tag: str) -> None:
    assert suffix_of(f"\n  <{tag} class='x'>It was built in 1921.".encode()) == ".html"
    assert suffix_of(f"<!-- saved\nfrom a page -->\n<{tag.upper()}>It was built in 1921.".encode()) == ".html"


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("<house> is the name they gave it in 1921.", ".txt"),
        ("<pre-war houses> were built in 1921.", ".txt"),
        ("Built in 1921.\n\n## A heading\n", ".md"),
        ("<!-- a note -->\n\nBuilt in 1921, with a table.", ".txt"),
    ],
)
def test_other_texts_are_no_pages(text: str, suffix: str) -> None:
    assert suffix_of(text.encode()) == suffix
