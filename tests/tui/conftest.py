"""What all tests of the screens share: how they look at 120x40 is left to CI, as at 80x24 they look alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.settling import settled

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the wide screens as slow."""
    for item in items:
        if item.path.is_relative_to(HERE) and "120x40" in item.name:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(autouse=True)
def _nobody_sleeps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the pilot go on as soon as the app has nothing left to do."""
    monkeypatch.setattr("textual.app.wait_for_idle", settled)
    monkeypatch.setattr("textual.pilot.wait_for_idle", settled)
