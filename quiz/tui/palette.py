"""The command palette: everything that can be done now, by its name."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from functools import partial

from textual.binding import Binding
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.dom import DOMNode
from textual.fuzzy import Matcher
from textual.message import Message
from textual.screen import Screen

from quiz.tui.keys import active, name
from quiz.tui.messages import Chosen
from quiz.tui.shell import Shell
from quiz.tui.themes import NAMES
from quiz.tui.words import line

NOWHERE = frozenset({"quit", "app.quit", "command_palette"})
"""Actions of home and the app that the palette offers only once, or that make no sense from it."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something that can be done: its words, the keys that do it too, and the doing."""

    words: str
    keys: str
    do: Callable[[], Awaitable[object] | None]


class Palette(CommandPalette):
    """The palette in our looks: no colour alone shows the chosen one, and nothing is seen through it."""

    DEFAULT_CSS = """
    Palette { background: $background; }
    Palette > Vertical { background: $surface; &:dark { background: $surface; } }
    Palette #--input { border: none; padding: 1 1 0 1; }
    Palette SearchIcon { display: none; }
    Palette CommandList { border: none; padding: 0 0 1 0; }
    Palette CommandList > .option-list--option { text-style: none; }
    Palette CommandList > .option-list--option-highlighted {
        color: $background; background: $accent; text-style: bold;
        &:ansi { color: $block-cursor-foreground; background: $block-cursor-background; }
    }
    """


class Commands(Provider):
    """What the palette offers: the keys of the screen below, those of home, each deck, each theme."""

    async def discover(self) -> Hits:
        """Offer everything as long as nothing is typed."""
        for command in self._all():
            yield DiscoveryHit(_shown(Content(command.words), command.keys), command.do, command.words)

    async def search(self, query: str) -> Hits:
        """Offer what fits the words typed, the best first."""
        matcher = self.matcher(query)
        for command in self._all():
            score = matcher.match(command.words)
            if score > 0:
                yield Hit(score, _shown(_marked(command.words, matcher), command.keys), command.do, command.words)

    def _all(self) -> Iterator[Command]:
        """Return everything that can be done now."""
        app = self.app
        assert isinstance(app, Shell)
        seen = set()
        for command in self._here(app):
            seen.add(command.words)
            yield command
        home = app.home
        if home and self.screen is not home:
            yield from (command for command in _at_home(app, home) if command.words not in seen)
        for deck in app.decks if home else ():
            title = line(deck.title) or "untitled"
            yield Command(f"study {title}", "", partial(_from_home, app, Chosen((deck,))))
        for theme in NAMES:
            yield Command(f"theme {theme}", "", partial(app.take_theme, theme))

    def _here(self, app: Shell) -> Iterator[Command]:
        """Return what keys do on the screen below, as far as it works now."""
        found: dict[str, tuple[list[str], Binding, DOMNode]] = {}
        for key, entry in active(self.screen).items():
            binding = entry.binding
            if binding.id and entry.enabled and binding.action not in NOWHERE | {"cursor_up", "cursor_down"}:
                found.setdefault(_words(binding), ([], binding, entry.node))[0].append(name(key))
        for words, (keys, binding, node) in found.items():
            yield Command(words, " ".join(keys), partial(app.run_action, binding.action, node))
        yield Command("quit", "", app.action_quit)


def _at_home(app: Shell, home: Screen[None]) -> Iterator[Command]:
    """Return what keys do at home, from anywhere."""
    found: dict[str, Command] = {}
    for _key, binding in home._bindings:  # noqa: SLF001 (those of a screen that is not shown are not public)
        if binding.id and binding.action not in NOWHERE:
            words = f"home: {_words(binding)}"
            found.setdefault(words, Command(words, "", partial(_from_home, app, binding.action)))
    yield Command("home", "", partial(_unwind, app))
    yield from found.values()


async def _from_home(app: Shell, what: str | Message) -> None:
    """Go home, and do something there; what was begun elsewhere is kept, as every answer is."""
    await _unwind(app)
    if app.home and isinstance(what, Message):
        app.home.post_message(what)
    elif isinstance(what, str):
        await app.run_action(what, app.home)


async def _unwind(app: Shell) -> None:
    """Go home."""
    while len(app.screen_stack) > 1:
        await app.pop_screen()


def _words(binding: Binding) -> str:
    """Return what a binding does; one of a group says which: `grade: again`."""
    if not binding.group:
        return binding.description
    return f"{binding.group.description}: {(binding.id or '').rpartition('.')[2]}"


def _marked(words: str, matcher: Matcher) -> Content:
    """Return words with the letters that were searched for marked; Textual's own way would read them as markup."""
    content = Content(words)
    for at in matcher.fuzzy_search.match(matcher.query, words)[1]:
        content = content.stylize(matcher.match_style, at, at + 1)
    return content


def _shown(words: Content, keys: str) -> Content:
    """Return a command with its keys."""
    return Content.assemble(words, f"   {keys}") if keys else words
