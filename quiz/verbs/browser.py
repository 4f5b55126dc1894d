"""The one module that knows textual-serve: its server, quieter, and open to nobody but the page it serves itself."""

from __future__ import annotations

import asyncio
import re
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web
from textual_serve.server import Server

LOCAL = frozenset({"127.0.0.1", "::1", "localhost"})
REMOTE = re.compile(r"<link\s[^>]*https://[^>]*>")
"""What the page would fetch from elsewhere: a font, and the browser has one."""

FOCUS = """<script>
const focus = () => document.querySelector(".xterm-helper-textarea")?.focus();
const begun = () => document.body?.classList.contains("-first-byte");
const waiting = setInterval(() => { if (begun()) { clearInterval(waiting); focus(); } }, 50);
addEventListener("click", focus);
</script>
"""
"""Lets the first key reach the screen, which otherwise would have to be clicked once."""

PARTING = 0.2
"""Seconds in which the programs of visits that were ended are noticed to be gone."""


class Browser(Server):  # type: ignore[misc] # its package has no types
    """Serves one command, as often as a browser asks for it."""

    def __init__(self, command: str, host: str, port: int) -> None:
        """Prepare to serve a command at an address; an IPv6 address stands in brackets in URLs."""
        url = f"http://{f'[{host}]' if ':' in host else host}:{port}"
        super().__init__(command, host, port, "quiz", url)
        self._visits = set[Any]()

    def initialize_logging(self) -> None:
        """Leave the terminal to our own words."""

    async def on_startup(self, app: web.Application) -> None:
        """Say nothing: the verb has said where it serves."""

    async def handle_index(self, request: web.Request) -> web.Response:
        """Serve the page, which names the server as it was asked for, and fetches nothing else."""
        self._refuse_strangers(request)
        self.public_url = f"http://{request.host}"
        page: web.Response = await super().handle_index(request)
        page.text = REMOTE.sub("", page.text or "").replace("</head>", f"{FOCUS}</head>")
        return page

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Let in our own page alone: that of any other site may connect to this machine too, and would play."""
        self._refuse_strangers(request)
        visit = asyncio.current_task()
        self._visits.add(visit)
        try:
            answer: web.WebSocketResponse = await super().handle_websocket(request)
        finally:
            self._visits.discard(visit)
        return answer

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002 (its own)
        """End the visits there are, each of which saved every answer as it was given."""
        for visit in self._visits:
            visit.cancel()
        await asyncio.gather(*self._visits, return_exceptions=True)
        await asyncio.sleep(PARTING if self._visits else 0)

    def _refuse_strangers(self, request: web.Request) -> None:
        """Refuse pages of other sites, and, where only this machine is let in, names that others gave it."""
        origin = request.headers.get("Origin", "")
        asked = urlsplit(f"//{request.host}").hostname
        if (origin and urlsplit(origin).netloc != request.host) or (self.host in LOCAL and asked not in LOCAL):
            raise web.HTTPForbidden(text="this page is not ours")
