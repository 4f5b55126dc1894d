"""Papers of anybody's making: what is read is one that an exam can be held by, whatever was done to it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from quiz.study.exams.exam import Event, Exam
from quiz.study.exams.marking import marked
from quiz.study.exams.reading import readable
from quiz.study.exams.result import document
from quiz.study.exams.snapshot import packed
from tests.study.exams.papers import paper_of

WHOLE = packed(paper_of())
STRANGE = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=3), st.just([]), st.just({}))


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the way to every part of some JSON."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(place for name, part in inner for place in places(part, (*path, name)))]


PLACES = [path for path in places(json.loads(WHOLE)) if path]


def test_a_paper_is_read_as_it_was_written() -> None:
    assert readable(WHOLE) == paper_of()


@given(st.sampled_from(PLACES), STRANGE)
def test_whatever_was_changed_it_is_none_or_can_be_held(path: tuple[Any, ...], strange: object) -> None:
    changed: Any = json.loads(WHOLE)
    within = changed
    for name in path[:-1]:
        within = within[name]
    within[path[-1]] = strange

    paper = readable(json.dumps(changed))

    if paper:
        begun, end = (Event(what, datetime(2026, 11, 22, tzinfo=UTC)) for what in ("begin", "hand_in"))
        assert json.dumps(document(marked(Exam.of(paper, [begun, end]))))
        assert readable(packed(paper)) == paper


def test_other_values_are_no_papers() -> None:
    nothing = json.dumps(json.loads(WHOLE) | {"items": []})
    assert [readable(value) for value in (None, 5, b"{}", "", "[]", "{}", "[" * 9999, nothing)] == [None] * 8
