"""What the keys do now: read from the active bindings, so that the last line and the help can never be wrong."""

from __future__ import annotations

from dataclasses import dataclass, replace

from textual.binding import Binding
from textual.screen import Screen

NAMES = {
    "escape": "esc",
    "question_mark": "?",
    "enter": "enter",
    "space": "space",
    "backspace": "bksp",
    "pagedown": "pgdn",
    "pageup": "pgup",
}
"""Keys as they stand on keyboards."""


@dataclass(frozen=True, slots=True)
class KeyUse:
    """Keys that do one thing now, what that is in words, and the action, in the namespace it belongs to."""

    keys: str
    words: str
    action: str


def in_use(screen: Screen[object]) -> list[KeyUse]:
    """Return the keys that work now and are worth showing: of several for one action the first, groups as `1-4`."""
    found: dict[str, list[Binding]] = {}
    for binding in working(screen):
        words = binding.group.description if binding.group else binding.description
        same = found.setdefault(words, [])
        if binding.group or not same:
            same.append(binding)
    return [KeyUse(_span(bindings), words, bindings[0].action) for words, bindings in found.items()]


def working(screen: Screen[object]) -> list[Binding]:
    """Return the shown bindings that would act on their key now, the innermost first.

    The action of one that belongs to the focused widget says so, for whoever runs it from the screen.
    """
    return [
        replace(entry.binding, action=f"focused.{entry.binding.action}")
        if entry.node is screen.focused
        else entry.binding
        for entry in screen.active_bindings.values()
        if entry.enabled and entry.binding.show
    ]


def all_uses(screen: Screen[object]) -> list[tuple[str, str]]:
    """Return everything that keys do on a screen at one time or another: the keys, and what they do."""
    found: dict[str, dict[Binding.Group | None, list[str]]] = {}
    for binding in _ours(screen):
        words = binding.group.description if binding.group else binding.description
        keys = found.setdefault(words, {}).setdefault(binding.group, [])
        keys += [name(key) for key in binding.key.split(",") if name(key) not in keys]
    return [(" ".join(_listed(keys, group) for group, keys in use.items()), words) for words, use in found.items()]


def _listed(keys: list[str], group: Binding.Group | None) -> str:
    """Return keys side by side, those of a group as `1-4`."""
    return f"{keys[0]}-{keys[-1]}" if group and len(keys) > 1 else " ".join(keys)


def _ours(screen: Screen[object]) -> list[Binding]:
    """Return the bindings we made, known by their ids, of the widgets, the screen and the app, as remapped."""
    widgets = (each for widget in screen.query("*") for each in vars(type(widget)).get("BINDINGS", ()))
    maps = [screen._bindings.copy(), screen.app._bindings.copy()]  # noqa: SLF001 (only working keys are public)
    for bindings in maps:
        bindings.apply_keymap(screen.app._keymap)  # noqa: SLF001
    bound = (each for bindings in maps for _key, each in bindings)
    return [each for each in (*widgets, *bound) if isinstance(each, Binding) and each.id]


def name(key: str) -> str:
    """Return a key as it stands on the keyboard."""
    return NAMES.get(key, key.replace("ctrl+", "^"))


def _span(bindings: list[Binding]) -> str:
    """Return the keys of one action or group: `q`, `1-4`."""
    names = [name(binding.key) for binding in bindings]
    return names[0] if len(names) == 1 else f"{names[0]}-{names[-1]}"
