"""What reaches a terminal whose learner wants no colour at all (NO_COLOR): bold, underlined and reversed text."""

from __future__ import annotations

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter

REVERSED = Style(reverse=True)


class Colourless(LineFilter):
    """Takes every colour off, the default ones too; what lay on a ground of its own is reversed."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 (Textual's own)
        """Return the segments of a line without colours."""
        return [Segment(text, bare(style) if style else style, control) for text, style, control in segments]


@lru_cache(1024)
def bare(style: Style) -> Style:
    """Return a style without its colours."""
    ground = style.bgcolor
    plain = style.without_color
    return plain if ground is None or ground.is_default else plain + REVERSED


COLOURLESS = Colourless()
"""The one there needs to be: lines remember what a filter made of them."""
