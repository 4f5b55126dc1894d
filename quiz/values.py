"""Frozen dataclasses, made in a third of the time: a start takes thirty of them before the first question stands.

The standard library writes and compiles six methods for each class. Here `__init__` alone is written, the others stand
once for all; to the type checker these are the ordinary ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass  # noqa: PLC0414 (exported)
else:
    from collections.abc import Callable
    from dataclasses import MISSING, Field, FrozenInstanceError, fields
    from dataclasses import dataclass as _described
    from functools import cache
    from operator import attrgetter

    def dataclass(*, frozen: bool, slots: bool) -> Callable[[type], type]:
        """Make a class a dataclass that can be compared, hashed and shown; it has to be frozen and slotted."""
        if not (frozen and slots):
            message = "these are frozen and slotted"
            raise TypeError(message)
        return _value

    def _value(kind: type) -> type:
        """Give a class what every value has."""
        kind.__eq__, kind.__hash__, kind.__repr__ = _equal, _hash, _shown
        kind.__setattr__ = kind.__delattr__ = _refuse
        kind.__getstate__, kind.__setstate__ = _state, _restore
        made = _described(slots=True, init=False, eq=False, repr=False)(kind)
        made.__init__ = _written(made)
        return made

    def _written(kind: type) -> Callable[..., None]:
        """Write `__init__`, which alone may fill the slots."""
        held, scope = fields(kind), {"_none": MISSING}
        for each in held:
            scope[f"_set_{each.name}"] = getattr(kind, each.name).__set__
            scope[f"_default_{each.name}"] = each.default
            scope[f"_make_{each.name}"] = each.default_factory
        body = "; ".join(f"_set_{each.name}(self, {_taken(each)})" for each in held)
        exec(f"def __init__(self, {', '.join(map(_parameter, held))}): {body}", scope)  # noqa: S102 (names of fields)
        return scope["__init__"]

    def _parameter(field: Field) -> str:
        """Write a field as a parameter."""
        if field.default_factory is not MISSING:
            return f"{field.name}=_none"
        return field.name if field.default is MISSING else f"{field.name}=_default_{field.name}"

    def _taken(field: Field) -> str:
        """Write what a field is filled with."""
        made = f"_make_{field.name}() if {field.name} is _none else {field.name}"
        return field.name if field.default_factory is MISSING else made

    def _state(self: object) -> list[object]:
        """Return what is held, to be pickled."""
        return [getattr(self, each.name) for each in fields(self)]

    def _restore(self: object, state: list[object]) -> None:
        """Fill a value just unpickled."""
        for each, held in zip(fields(self), state, strict=True):
            getattr(self.__class__, each.name).__set__(self, held)

    def _refuse(self: object, name: str, *_value: object) -> None:  # noqa: ARG001 (a method)
        """Refuse to change a value."""
        message = f"cannot change {name!r} of a value"
        raise FrozenInstanceError(message)

    @cache
    def _compared(kind: type) -> Callable[[object], object]:
        """Return what takes from a value all that it is compared by."""
        return attrgetter(*(each.name for each in fields(kind) if each.compare))

    def _equal(self: object, other: object) -> bool:
        """Whether another value is of the same class and holds the same."""
        if other.__class__ is not self.__class__:
            return NotImplemented
        compared = _compared(self.__class__)
        return compared(self) == compared(other)

    def _hash(self: object) -> int:
        """Return a hash of all that the value is compared by."""
        return hash(_compared(self.__class__)(self))

    def _shown(self: object) -> str:
        """Show the value as it would be made."""
        held = ", ".join(f"{each.name}={getattr(self, each.name)!r}" for each in fields(self) if each.repr)
        return f"{self.__class__.__qualname__}({held})"
