"""Any bytes at all as a package, a message or a field: read or refused, and in linear time."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.errors import QuizError
from quiz.imports.anki import read
from quiz.imports.anki.templates import _clozed
from quiz.imports.anki.wire import WireError, message
from quiz.imports.markup import read as text_of
from tests.growth import grows_linearly
from tests.imports.hostile import database, package


@given(st.binary(max_size=200))
def test_any_bytes_are_a_message_or_none(data: bytes) -> None:
    with suppress(WireError):
        message(data)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A sound collection."""
    return database(tmp_path_factory.mktemp("whole") / "c.db")


@settings(deadline=None)
@given(st.binary(max_size=60), st.integers(0, 60))
def test_any_collection_is_read_or_refused(
    whole: bytes, tmp_path_factory: pytest.TempPathFactory, data: bytes, at: int
) -> None:
    folder = tmp_path_factory.getbasetemp()
    torn = whole[: at * 200] + data + whole[at * 200 + len(data) :]
    path = package(folder / "x.apkg", {"collection.anki2": torn})
    with suppress(QuizError):
        assert read(path).shelves


@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from(["<", ">", "<b", "</ul>", "<li>", "<sup>", '"', "&", "<!--", "<td>", "x"])).map("".join)
)
def test_any_field_is_read(html: str) -> None:
    text = text_of(html).text
    assert text == text.strip()


@pytest.mark.parametrize(
    "part",
    [
        "<",
        "<b ",
        '<b "',
        "<!--",
        "<script>",
        "<sup>",
        "<ul><li>",
        "[sound:",
        "<a href='",
        "</pre>",
        "<td>",
        "&",
        "{{c1::",
    ],
)
def test_any_field_is_read_in_linear_time(part: str) -> None:
    assert grows_linearly(lambda count: text_of(part * count), 5_000)


@pytest.mark.parametrize(
    ("before", "part", "behind"),
    [
        ("<a ", "x", ">"),
        ("<", "a", ""),
        ("<a ", "x ", ""),
        ("<a x", " ", "y>"),
        ("<script>", "</script ", ""),
        ("<script>", "</script <", ""),
        ("<a ", "'", ">"),
    ],
)
def test_any_tag_is_read_in_linear_time(before: str, part: str, behind: str) -> None:
    assert grows_linearly(lambda count: text_of(before + part * count + behind), 20_000)


@pytest.mark.parametrize("part", ["cloze:", "{{", "{{cloze:", "{{a:", "{{c:}}"])
def test_any_template_is_read_in_linear_time(part: str) -> None:
    assert grows_linearly(lambda count: _clozed("{{" + part * count), 10_000)
