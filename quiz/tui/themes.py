"""Our two themes, dark and light: one accent, calm green and red, all text above 4.5:1 in contrast."""

from __future__ import annotations

import os

from textual.theme import Theme

DARK = Theme(
    name="quiz-dark",
    dark=True,
    background="#15171c",
    surface="#1e2128",
    panel="#262a33",
    foreground="#d9dce3",
    primary="#8ab0e6",
    secondary="#8ab0e6",
    accent="#8ab0e6",
    success="#93c88a",
    error="#ea8f8a",
    warning="#e0bd78",
    variables={"faint": "#8d94a3", "rule": "#3a404c", "input-cursor-background": "#8ab0e6"},
)

LIGHT = Theme(
    name="quiz-light",
    dark=False,
    background="#fbfaf7",
    surface="#f0eee8",
    panel="#e6e3db",
    foreground="#2a2c31",
    primary="#2d5c9a",
    secondary="#2d5c9a",
    accent="#2d5c9a",
    success="#2f6f34",
    error="#ab3a36",
    warning="#80590f",
    variables={"faint": "#575b64", "rule": "#cdc9bf", "input-cursor-background": "#2d5c9a"},
)

NAMES = (DARK.name, LIGHT.name)


def preferred() -> str:
    """Return the theme to begin with: what TEXTUAL_THEME says, else the one that fits the terminal's COLORFGBG.

    COLORFGBG ends in the number of the background colour; 7 and 9 to 15 are light ones.
    """
    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    fitting = LIGHT.name if background in {"7", *map(str, range(9, 16))} else DARK.name
    return os.environ.get("TEXTUAL_THEME", fitting)
