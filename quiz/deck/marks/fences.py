"""Code between backticks: blocks of it are taken out of a text with all their blanks, and any is put between enough."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

FENCE = re.compile(r"^ {0,3}(?P<ticks>`{3,})(?P<told>[^`\n]*)$", re.MULTILINE)


def fenced(text: str) -> Iterator[tuple[str, str]]:
    """Part a text: what stands between fences, with these as they are written; any other text, with "".

    A fence that is not closed is text.
    """
    fences = [*FENCE.finditer(text)] if "```" in text else []
    done = first = 0
    never = len(text)  # as many backticks are not closed from here on
    while first < len(fences):
        opening, width = fences[first], len(fences[first]["ticks"])
        close = _closing(fences, first, width) if width < never else None
        if close is None:
            never = min(never, width)
            first += 1
            continue
        yield text[done : opening.start()], ""
        inside = text[opening.end() + 1 : max(opening.end() + 1, fences[close].start() - 1)]
        done = fences[close].end()
        yield inside, text[opening.start() : done]
        first = close + 1
    yield text[done:], ""


def ticked(code: str) -> str:
    """Write code within as few backticks as do not stand in it."""
    ticks = "`" * next(width for width in count(1) if width not in _widths(code))
    edge = " " * (code[:1] in ("`", " ") or code[-1:] in ("`", " "))
    return f"{ticks}{edge}{code}{edge}{ticks}"


def block(code: str, told: str = "") -> str:
    """Write code between lines of more backticks than stand in it; `told` is the language it is written in."""
    fence = "`" * (max({2, *_widths(code)}) + 1)
    return f"{fence}{told}\n{code}\n{fence}"


def _widths(code: str) -> set[int]:
    """Tell how many backticks stand together in code."""
    return {len(ticks) for ticks in re.findall("`+", code)}


def _closing(fences: list[re.Match[str]], first: int, width: int) -> int | None:
    """Find the fence that closes one: of as many backticks or more, and nothing behind them."""
    rest = range(first + 1, len(fences))
    return next((at for at in rest if len(fences[at]["ticks"]) >= width and not fences[at]["told"].strip()), None)
