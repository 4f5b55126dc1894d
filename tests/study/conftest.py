"""Histories opened by a test are closed after it, as Python warns of those that are not."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from quiz.study.history import History


@pytest.fixture(autouse=True)
def _histories_are_closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    opened: list[History] = []
    connect = History._open

    def remembered(history: History) -> None:
        connect(history)
        opened.append(history)

    monkeypatch.setattr(History, "_open", remembered)
    yield
    for history in opened:
        history.close()
