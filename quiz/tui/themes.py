"""Our themes: one accent, calm green and red; text above 4.5:1 in contrast, in `quiz-contrast` above 7:1."""

from __future__ import annotations

import os
from difflib import get_close_matches

from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from quiz.config import place_of
from quiz.errors import Problem, QuizError

TROUGH = ("scrollbar-background", "scrollbar-background-hover", "scrollbar-background-active", "scrollbar-corner-color")


def _inks(faint: str, rule: str, cursor: str, trough: str) -> dict[str, str]:
    """Return the colours of a theme besides Textual's own; words to be typed over are as faint as any other."""
    inks = {"faint": faint, "rule": rule, "text-disabled": faint, "input-cursor-background": cursor}
    return inks | dict.fromkeys(TROUGH, trough)


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
    variables=_inks("#9aa1b0", "#3a404c", "#8ab0e6", "#1e2128"),
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
    variables=_inks("#575b64", "#cdc9bf", "#2d5c9a", "#f0eee8"),
)

CONTRAST = Theme(
    name="quiz-contrast",
    dark=True,
    background="#000000",
    surface="#0d0d0d",
    panel="#262626",
    foreground="#ffffff",
    primary="#9ad1ff",
    secondary="#9ad1ff",
    accent="#9ad1ff",
    success="#8dfc8d",
    error="#ffaaa6",
    warning="#ffe066",
    variables=_inks("#d4d4d4", "#a0a0a0", "#ffffff", "#262626"),
)


def terminal(*, light: bool) -> Theme:
    """Return the theme of the terminal's own colours: only such as are told from either ground in common schemes."""
    accent = "ansi_blue" if light else "ansi_cyan"
    return Theme(
        name="quiz-terminal",
        ansi=True,
        dark=not light,
        background="ansi_default",
        surface="ansi_default",
        panel="ansi_default",
        boost="ansi_default",
        foreground="ansi_default",
        primary=accent,
        secondary=accent,
        accent=accent,
        success="ansi_green",
        error="ansi_red",
        warning="ansi_red" if light else "ansi_yellow",
        variables=_terminal_inks(accent, *(("white", "black") if light else ("black", "white"))),
    )


def _terminal_inks(accent: str, ground: str, ink: str) -> dict[str, str]:
    """Return the colours of the terminal's theme besides Textual's own; what is chosen stands on the accent."""
    plain = ("faint", "rule", "text-disabled", "input-cursor-background", "input-cursor-foreground", *TROUGH)
    chosen = ("block-cursor", "input-selection", "screen-selection")
    return {
        **dict.fromkeys(plain, "ansi_default"),
        "ansi-background": f"ansi_{ground}",
        "ansi-foreground": f"ansi_{ink}",
        "input-cursor-text-style": "reverse",
        **{f"{name}-background": accent for name in chosen},
        **{f"{name}-foreground": f"ansi_{ground}" for name in chosen},
        **dict.fromkeys(("scrollbar", "scrollbar-hover", "scrollbar-active"), "ansi_bright_black"),
    }


NAMES = (DARK.name, LIGHT.name, CONTRAST.name, "quiz-terminal")
"""Our themes, in the order in which a key goes through them."""


def missing(theme: Theme) -> dict[str, str]:
    """Return the colours that our style sheets name and themes that are not ours lack: `$faint` and `$rule`."""
    if theme.ansi:
        return dict.fromkeys(("faint", "rule"), "ansi_default")
    colors = theme.to_color_system().generate()
    ground, ink = Color.parse(colors["background"]), Color.parse(colors["foreground"])
    return {"faint": ground.blend(ink, 0.8).hex, "rule": ground.blend(ink, 0.3).hex}


def ours() -> tuple[Theme, ...]:
    """Return our themes, the last fitted to the terminal's background."""
    return DARK, LIGHT, CONTRAST, terminal(light=_light())


def following(name: str) -> str:
    """Return the theme after another; one that is not ours is followed by our first."""
    return NAMES[(NAMES.index(name) + 1) % len(NAMES)] if name in NAMES else NAMES[0]


def beginning(configured: str = "", *, colours: bool = True) -> str:
    """Return the theme to begin with; QuizError if the configured one is none of ours, nor of Textual's.

    What TEXTUAL_THEME says comes first, then the configuration, then what fits the terminal's background; without
    `colours` it is the terminal's own, in which nothing lies on a ground of its own but what is chosen.
    """
    known = {*NAMES, *BUILTIN_THEMES}
    if configured and configured not in known:
        near = get_close_matches(configured, NAMES, 1)
        hint = f"did you mean `{near[0]}`?" if near else f"there are {', '.join(NAMES)}"
        raise QuizError([Problem(place_of("theme"), f"there is no theme `{configured}`", hint)])
    if not colours:
        return NAMES[-1]
    wanted = os.environ.get("TEXTUAL_THEME", "")
    return wanted if wanted in known else configured or (LIGHT if _light() else DARK).name


def _light() -> bool:
    """Whether the terminal says that its background is light: COLORFGBG ends in its colour; 7 and 9 to 15 are."""
    background = os.environ.get("COLORFGBG", "").rpartition(";")[2]
    return background in {"7", *map(str, range(9, 16))}
