"""Figures as people read them."""

from __future__ import annotations

SHOWN = 60
"""Characters of an answer in a sentence."""

NONE = "–"
"""What stands for a figure that cannot be told."""


def percent(share: float | None) -> str:
    """Write a share: `64 %`."""
    return NONE if share is None else f"{share * 100:.0f} %"


def coefficient(value: float | None) -> str:
    """Write a correlation or reliability, from -1 to 1, as is the custom: `.42`, `-.08`, `1.00`."""
    if value is None:
        return NONE
    written = f"{value:.2f}".replace("0.", ".", 1)
    return ".00" if written == "-.00" else written


def points(number: float) -> str:
    """Write a number of points with at most one place: `12`, `12.5`."""
    return f"{number:,.1f}".removesuffix(".0")


def lasted(seconds: float | None) -> str:
    """Write a length of time: `17 s`, `2:05`."""
    if seconds is None:
        return NONE
    whole = int(seconds + 0.5)
    return f"{whole} s" if whole < 100 else f"{whole // 60:,}:{whole % 60:02}"


def shortened(text: str) -> str:
    """Show the beginning of a long text, on one line."""
    whole = " ".join(text.split())
    return whole if len(whole) <= SHOWN else f"{whole[: SHOWN - 1].rstrip()}…"
