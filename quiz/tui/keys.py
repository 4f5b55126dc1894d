"""What the keys do now: read from the active bindings, so that the last line and the help can never be wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from operator import itemgetter
from string import punctuation
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.binding import ActiveBinding, Binding
from textual.dom import DOMNode
from textual.events import Key
from textual.keys import _character_to_key, key_to_character
from textual.screen import Screen

from quiz.values import dataclass

if TYPE_CHECKING:
    from textual.widgets import Input

NAMES = {
    "escape": "esc",
    "question_mark": "?",
    "slash": "/",
    "enter": "enter",
    "space": "space",
    "tab": "tab",
    "backspace": "bksp",
    "pagedown": "pgdn",
    "pageup": "pgup",
    "shift+tab": "⇧tab",
    "left": "←",
    "right": "→",
}
"""Keys as they stand on keyboards."""

MARKS = {_character_to_key(mark): mark for mark in punctuation}
"""The keys of punctuation marks; Textual's way back from its names to them lacks some."""


@dataclass(frozen=True, slots=True)
class KeyUse:
    """Keys that do one thing now, what that is in words, and the action, in the namespace it belongs to.

    What is `lasting` stays in the last line however narrow it is: what Enter does, the way out, and the help.
    """

    keys: str
    words: str
    action: str
    lasting: bool = False


def in_use(screen: Screen[object]) -> list[KeyUse]:
    """Return the keys that work now and are worth showing: of several for one action the first, groups as `1-4`."""
    found: dict[str, list[Binding]] = {}
    for binding in working(screen):
        words = binding.group.description if binding.group else binding.description
        same = found.setdefault(words, [])
        if (binding.group and binding.id not in {each.id for each in same}) or not same:
            same.append(binding)
    return [
        KeyUse(_span(bindings), words, bindings[0].action, lasting=_lasts(bindings[0]))
        for words, bindings in found.items()
    ]


def _lasts(binding: Binding) -> bool:
    """Whether a binding is the first thing to do, leads out, or to the help."""
    out = ("stop", "leave", "quit", "help")
    return (
        binding.key == "enter"
        or binding.id in ("browse.back", "answer.clear", "home.all_decks")
        or (binding.id or "").rpartition(".")[2] in out
    )


def working(screen: Screen[object]) -> list[Binding]:
    """Return the shown bindings that would act on their key now, the innermost first, for whoever is on the screen."""
    return [
        replace(entry.binding, action=_anywhere(entry, screen))
        for entry in _in_order(active(screen).values())
        if entry.enabled and entry.binding.show
    ]


def active(screen: Screen[Any]) -> dict[str, ActiveBinding]:
    """Return what each key is bound to now, without those that write into the focused line.

    Textual leaves those out too, but before it looks at the keys that were changed.
    """
    line = screen.focused
    return {
        key: entry
        for key, entry in screen.active_bindings.items()
        if line is None or entry.node is line or not line.check_consume_key(key, key_to_character(key))
    }


def _anywhere(entry: ActiveBinding, screen: Screen[object]) -> str:
    """Return an action as it is run from the screen: that of the focused widget, or of the app, says so."""
    action = entry.binding.action
    spaces: dict[DOMNode | None, str] = {screen.app: "app.", screen.focused: "focused."}
    return action if "." in action else spaces.get(entry.node, "") + action


def _in_order(active: Iterable[ActiveBinding]) -> list[ActiveBinding]:
    """Return bindings in the order they are declared: Textual puts those with other keys than by default last."""
    nodes: dict[DOMNode, dict[str | None, int]] = {}
    for entry in active:
        if entry.node not in nodes:
            nodes[entry.node] = _declared(entry.node)
    rank = {node: number for number, node in enumerate(nodes)}
    return sorted(active, key=lambda entry: (rank[entry.node], nodes[entry.node].get(entry.binding.id, 0)))


def all_uses(screen: Screen[object]) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return everything that keys do on a screen, now and at other times: the keys, and what they do."""
    working = {(key, entry.binding.id) for key, entry in active(screen).items() if entry.enabled}
    ours = _ours(screen)
    now = [binding for binding in ours if (binding.key, binding.id) in working]
    done = {binding.group or binding.id for binding in now}
    return _uses(now), _uses(binding for binding in ours if (binding.group or binding.id) not in done)


def _uses(bindings: Iterable[Binding]) -> list[tuple[str, str]]:
    """Return the keys of some bindings, and what they do, what does the same together."""
    found: dict[str, dict[Binding.Group | None, list[str]]] = {}
    for binding in bindings:
        words = binding.group.description if binding.group else binding.description
        keys = found.setdefault(words, {}).setdefault(binding.group, [])
        keys += [name(key) for key in binding.key.split(",") if name(key) not in keys]
    return [(" ".join(_listed(keys, group) for group, keys in use.items()), words) for words, use in found.items()]


def _listed(keys: list[str], group: Binding.Group | None) -> str:
    """Return keys side by side, those of a group as `1-4`."""
    return _run(keys) if group else " ".join(keys)


def _ours(screen: Screen[object]) -> list[Binding]:
    """Return the bindings we made, known by their ids, of the widgets, the screen and the app, as remapped."""
    found: list[Binding] = []
    for node in (*screen.query("*"), screen, screen.app):
        bindings = node._bindings.copy()  # noqa: SLF001 (only working keys are public)
        bindings.apply_keymap(screen.app._keymap)  # noqa: SLF001
        order = _declared(node)
        ours = [(order[binding.id], binding) for _key, binding in bindings if binding.id]
        found += [binding for _at, binding in sorted(ours, key=itemgetter(0))]
    return found


def _declared(node: DOMNode) -> dict[str | None, int]:
    """Return the order in which a node declares what keys do."""
    order: dict[str | None, int] = {}
    for at, (_key, binding) in enumerate(node._bindings):  # noqa: SLF001
        order.setdefault(binding.id, at)
    return order


def key_for(screen: Screen[Any], action: str) -> str:
    """Return the key that does something now, as it stands on the keyboard; "" if none does."""
    keys = (key for key, entry in active(screen).items() if entry.binding.action == action and entry.enabled)
    return name(next(keys, ""))


def key_of(app: App[Any], binding: str, otherwise: str) -> str:
    """Return the first key that a binding has by its id, where it was changed; `otherwise` where it was not."""
    changed = app._keymap.get(binding, "")  # noqa: SLF001 (only working keys are public)
    return name(changed.split(",")[0]) if changed else otherwise


def name(key: str) -> str:
    """Return a key as it stands on the keyboard."""
    return NAMES.get(key) or MARKS.get(key) or key_to_character(key) or key.replace("ctrl+", "^")


async def obeyed(app: App[Any], key: str) -> bool:
    """Do at once what a key is bound to; otherwise Textual does so only after keys that were pressed later."""
    return await app._check_bindings(key)  # noqa: SLF001 (there is no public way to run a binding)


async def obey(screen: Screen[Any], line: Input | None, event: Key) -> None:
    """Obey keys in the order they were pressed, and write those that were pressed before the line was there.

    What is pressed behind the key that opened another screen belongs there.
    """
    if screen.app.screen is not screen:
        screen.app.screen.post_message(Key(event.key, event.character))
        event.stop()
    elif line and screen.focused is line and event.is_printable and event.character:
        line.insert_text_at_cursor(event.character)
        event.stop()
    elif await obeyed(screen.app, event.key):
        event.stop()


def _span(bindings: list[Binding]) -> str:
    """Return the keys of one action or group: `q`, `1-4`."""
    return _run([name(binding.key) for binding in bindings])


def _run(keys: list[str]) -> str:
    """Return keys that belong together: `1-4` where they follow each other, else `a s d f`."""
    codes = [ord(key) if len(key) == 1 else 0 for key in keys]
    follow = len(keys) > 1 and codes == list(range(codes[0], codes[0] + len(codes)))
    return f"{keys[0]}-{keys[-1]}" if follow else " ".join(dict.fromkeys(keys))
