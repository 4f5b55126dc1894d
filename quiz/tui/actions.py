"""All that keys do on any screen: the actions with an id, by the class that has them."""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen

import quiz.tui

ON = {"order": ("study", "exam"), "tick": ("study", "exam"), "answer": ("study", "exam"), "find": ("home", "browse")}
"""The screens of widgets that several have, by what ids begin with; other widgets share that with their screen."""


@dataclass(frozen=True, slots=True)
class Action:
    """What some keys do: its id, its keys by default, what it is in words, and what goes with it (`1-4 answer`)."""

    id: str
    keys: tuple[str, ...]
    words: str
    group: str


@dataclass(frozen=True, slots=True)
class Owner:
    """A screen, a widget or the app, with the actions it has."""

    kind: type[DOMNode]
    actions: tuple[Action, ...]

    @property
    def everywhere(self) -> bool:
        """Whether its keys work on every screen."""
        return issubclass(self.kind, App)

    @property
    def areas(self) -> frozenset[str]:
        """What the ids of its actions begin with."""
        return frozenset(action.id.partition(".")[0] for action in self.actions)

    @property
    def screens(self) -> frozenset[str]:
        """What the ids of the screens begin with that it is, or may be, on."""
        return frozenset(screen for area in self.areas for screen in ON.get(area, (area,)))

    @property
    def open(self) -> bool:
        """Whether it is a screen on which the app's keys work too."""
        return issubclass(self.kind, Screen) and not issubclass(self.kind, ModalScreen)


@cache
def owners() -> tuple[Owner, ...]:
    """Return everything that has actions, the app first; this imports every screen there is."""
    found = [Owner(kind, _actions(kind)) for kind in _kinds()]
    return tuple(sorted((each for each in found if each.actions), key=lambda each: not each.everywhere))


def together() -> Iterator[tuple[Action, ...]]:
    """Return what may be done on each screen: by itself, by the lists and lines on it, and everywhere."""
    everywhere = [owner for owner in owners() if owner.everywhere]
    for screen in owners():
        if issubclass(screen.kind, Screen):
            on = [each for each in owners() if not issubclass(each.kind, App | Screen) and each.screens & screen.areas]
            found = [screen, *on, *(everywhere if screen.open else ())]
            yield tuple({action.id: action for owner in found for action in owner.actions}.values())


def listed() -> list[Action]:
    """Return every action once, sorted by id."""
    return sorted({action.id: action for owner in owners() for action in owner.actions}.values(), key=_order)


def _order(action: Action) -> tuple[str, list[str]]:
    """Return what to sort an action by: its screen, then the rest of its id."""
    first, *rest = action.id.split(".")
    return first, rest


def _kinds() -> Iterator[type[DOMNode]]:
    """Find the screens, the widgets and the app that are ours."""
    for module in pkgutil.walk_packages(quiz.tui.__path__, "quiz.tui."):
        for _name, kind in inspect.getmembers(import_module(module.name), inspect.isclass):
            if kind.__module__ == module.name and issubclass(kind, DOMNode):
                yield kind


def _actions(kind: type[DOMNode]) -> tuple[Action, ...]:
    """Return the actions of a class and of those it inherits from, the keys of each together."""
    found: dict[str, list[Binding]] = {}
    for _key, binding in kind._merged_bindings or ():  # noqa: SLF001 (what is inherited is not public)
        if binding.id:
            found.setdefault(binding.id, []).append(binding)
    return tuple(
        Action(name, tuple(each.key for each in same), same[0].description, _group(same[0]))
        for name, same in found.items()
    )


def _group(binding: Binding) -> str:
    """Return what a binding belongs to: its group, or only itself."""
    return binding.group.description if binding.group else binding.id or ""
