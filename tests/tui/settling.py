"""Waiting until an app has nothing left to do, told by what waits in its loop and not by the clock.

The pilot sleeps 20 ms or more after each key, and takes a process that is given no time for one that has nothing to do.
"""

from __future__ import annotations

import asyncio
from time import monotonic
from typing import Any

from textual._context import active_app
from textual.app import App
from textual.screen import Screen

PATIENCE = 0.5
"""Seconds after which a thread that waits for something is no longer waited for."""


async def settled(_least: float = 0, most: float = PATIENCE) -> None:
    """Wait until every message is answered, every thread is done and the screen is drawn in its size."""
    app: App[Any] = active_app.get()
    loop: Any = asyncio.get_running_loop()
    end = monotonic() + most
    while True:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        if any(worker.is_running for worker in app.workers) and monotonic() < end:
            await asyncio.sleep(0.001)
        elif not _drawn(app):
            return


def _drawn(app: App[Any]) -> bool:
    """Draw at once what a timer was to draw, and tell whether there was anything."""
    if app._resize_timer is not None:
        app._check_resize()
        return True
    late: list[Screen[Any]] = []
    for screen in app.screen_stack:
        running: asyncio.Event = screen._update_timer._active
        if running.is_set():
            late.append(screen)
            screen._on_timer_update()
    return bool(late)
