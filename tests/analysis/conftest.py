"""The browser that pages are shown in."""

from tests.export.conftest import browser

__all__ = ["browser"]
