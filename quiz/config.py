"""The learner's configuration: one TOML file in the platform's folder, every key of it a field of a class here."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import field, fields, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from quiz.errors import Place, Problem, QuizError
from quiz.values import dataclass

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


@dataclass(frozen=True, slots=True)
class StudyConfig:
    """The table `[study]`: what is studied when."""

    retention: float = 0.9
    """The share of cards you want to know when they come again, 0.7 to 0.99; more means more reviews."""
    new_a_day: int = 20
    """New cards of one deck a day; each comes back some seven times in its first weeks."""
    new_in_all: int = 60
    """New cards a day of all decks together, at most: a folder of documents makes as many decks."""
    reviews_a_day: int = 200
    """Cards of one deck that come again a day, at most."""
    learning_steps: tuple[timedelta, ...] = (timedelta(minutes=1), timedelta(minutes=10))
    """How long until a new card comes again, while it is learned: ["1m", "10m"]."""
    relearning_steps: tuple[timedelta, ...] = (timedelta(minutes=10),)
    """The same of a card that was forgotten: ["10m"]."""
    longest: timedelta = timedelta(days=36500)
    """The longest a card may stay away: "36500d"."""
    day_begins: timedelta = timedelta(hours=4)
    """When the day begins, by the clock: "04:00"; who studies past midnight still studies that day's cards."""
    leech: int = 8
    """How often a card may be forgotten before it is suspended, with a notice; 0 never suspends."""
    bury_siblings: bool = True
    """Whether two cards made of one passage are kept out of one day."""
    mature: timedelta = timedelta(days=21)
    """From what interval on a card counts as mature: "21d"."""
    new_way: str = "choice"
    """How a new card is asked, where it allows it: "choice", "typed" or "reveal"."""
    known_way: str = "typed"
    """How a card is asked that has been answered well."""
    mature_way: str = "typed"
    """How a mature card is asked."""


@dataclass(frozen=True, slots=True)
class ScreenConfig:
    """The table `[screen]`: how it looks."""

    theme: str = ""
    """Name of the theme; "" takes the dark or the light one as the terminal is."""


@dataclass(frozen=True, slots=True)
class CheckConfig:
    """The table `[check]`: what `quiz check` tells."""

    ignore: tuple[str, ...] = ()
    """Codes of warnings that are not told: ["long-question"]; `quiz check --select CODE` tells one all the same."""


@dataclass(frozen=True, slots=True)
class Config:
    """The whole file; each table may be absent, and each key in it."""

    study: StudyConfig = field(default_factory=StudyConfig)
    screen: ScreenConfig = field(default_factory=ScreenConfig)
    check: CheckConfig = field(default_factory=CheckConfig)
    keys: Mapping[str, str] = field(default_factory=dict)
    """The table `[keys]`: keys by the id of what they do: `"study.stop" = "x,escape"`."""


def default_path() -> Path:
    """Where the configuration lies: the platform's folder for configurations of programs."""
    import platformdirs

    return platformdirs.user_config_path("quizwright", appauthor=False) / "config.toml"


def load(path: Path | None = None) -> Config:
    """Read the configuration; without a file everything is as by default. QuizError with all that is wrong in it."""
    path = path or default_path()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return Config()
    except (OSError, UnicodeDecodeError) as error:
        raise QuizError.at(str(path), f"cannot read the configuration: {error}", "is it a text file?") from error
    import tomllib  # on use, as below: most have no such file

    try:
        return _Reader(path, text).config(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        hint = "write `name = value` below a `[table]`, texts in quotes"
        raise QuizError.at(str(path), f"not TOML: {error}", hint, int(line[1]) if line else None) from error


class _Reader:
    """Takes the values of one file, and collects what is wrong with them."""

    def __init__(self, path: Path, text: str) -> None:
        self._path, self._lines, self._problems = path, text.splitlines(), list[Problem]()

    def config(self, found: Mapping[str, Any]) -> Config:
        """Return the configuration of a parsed file; QuizError with every problem."""
        self._unknown(found, [each.name for each in fields(Config)], "table")
        study = self._table(StudyConfig(), found.get("study", {}), "study")
        screen = self._table(ScreenConfig(), found.get("screen", {}), "screen")
        check = self._table(CheckConfig(), found.get("check", {}), "check")
        keys = self._keys(found.get("keys", {}))
        if self._problems:
            raise QuizError(self._problems)
        return Config(study, screen, check, keys)

    def _table(self, default: Any, found: Any, name: str) -> Any:
        """Return a table's defaults with what was found in their place."""
        if not isinstance(found, Mapping):
            self._problem(name, f"`{name}` is a table", f"write `[{name}]` on a line of its own")
            return default
        known = {each.name for each in fields(default)}
        self._unknown(found, known, "key")
        taken = {}
        for key in found.keys() & known:
            try:
                taken[key] = READ[key](found[key])
            except (TypeError, ValueError) as error:
                self._problem(key, f"`{key}` {error}", "`quiz config` shows all keys")
        return replace(default, **taken)

    def _keys(self, found: Any) -> dict[str, str]:
        """Return the table of keys: texts, or lists of texts."""
        if not isinstance(found, Mapping):
            self._problem("keys", "`keys` is a table", "write `[keys]` on a line of its own")
            return {}
        taken = {}
        for name, keys in _flat(found):
            parts = keys if isinstance(keys, list) else [keys]
            if parts and all(isinstance(part, str) and part.strip() for part in parts):
                taken[name] = ",".join(parts)
            else:
                message = f"`{name}` is given no key"
                self._problem(
                    name.rpartition(".")[2], message, 'write `"study.stop" = "x,escape"`, or take the line out'
                )
        return taken

    def _unknown(self, found: Mapping[str, Any], known: Any, what: str) -> None:
        """Report names that mean nothing."""
        from difflib import get_close_matches

        for name in found.keys() - set(known):
            near = get_close_matches(name, known, 1)
            hint = f"did you mean `{near[0]}`?" if near else f"there are {', '.join(sorted(known))}"
            for table, kind in (
                (("study", StudyConfig), ("screen", ScreenConfig), ("check", CheckConfig)) if what == "table" else ()
            ):
                if name in {each.name for each in fields(kind)}:
                    hint = f"write it below a line `[{table}]`"
            self._problem(name, f"there is no {what} `{name}`", hint)

    def _problem(self, name: str, message: str, hint: str) -> None:
        """Note a problem at the line where a name stands."""
        self._problems.append(Problem(Place(str(self._path), _line(self._lines, name)), message, hint))


def place_of(name: str, path: Path | None = None) -> Place:
    """Return where the configuration says something: a key such as `theme`, or the id of what a key does."""
    path = path or default_path()
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        lines = []
    return Place(str(path), _line(lines, name) or _line(lines, name.rpartition(".")[2]))


def _line(lines: Sequence[str], name: str) -> int | None:
    """Return the number of the line that a name stands on, None if it stands on none."""
    named = re.compile(rf"[\s\['\"]*(?:[\w.]+\.)?{re.escape(name)}\b")
    return next((number for number, text in enumerate(lines, 1) if named.match(text)), None)


def _flat(found: Mapping[str, Any], before: str = "") -> list[tuple[str, Any]]:
    """Return a table's entries with dotted names, whether they were quoted or not: `study.stop = "x"` nests them."""
    entries = []
    for name, value in found.items():
        entries += _flat(value, f"{before}{name}.") if isinstance(value, Mapping) else [(f"{before}{name}", value)]
    return entries


def _number(least: float, most: float, kind: type[int | float]) -> Callable[[Any], Any]:
    """Return the reader of a number within bounds."""

    def read(value: Any) -> Any:
        if isinstance(value, bool) or not isinstance(value, int | kind) or not least <= value <= most:
            message = f"is a {'whole ' if kind is int else ''}number from {least:g} to {most:g}"
            raise ValueError(message)
        return kind(value)

    return read


def _span(value: Any) -> timedelta:
    """Read a length of time: `10m`, `1d`."""
    found = re.fullmatch(r"(\d{1,6})\s?([smhd])", value) if isinstance(value, str) else None
    if not found or not int(found[1]):
        message = 'is a length of time: "30s", "10m", "2h", "1d"'
        raise ValueError(message)
    return timedelta(seconds=int(found[1]) * UNITS[found[2]])


def _spans(value: Any) -> tuple[timedelta, ...]:
    """Read lengths of time, each longer than the one before."""
    found = tuple(map(_span, value)) if isinstance(value, list) else None
    if found is None or list(found) != sorted(set(found)):
        message = 'is a list of lengths of time, rising: ["1m", "10m"]'
        raise ValueError(message)
    return found


def _clock(value: Any) -> timedelta:
    """Read a time of the clock."""
    found = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", value) if isinstance(value, str) else None
    if not found:
        message = 'is a time of the clock: "04:00"'
        raise ValueError(message)
    return timedelta(hours=int(found[1]), minutes=int(found[2]))


def _one_of(*names: str) -> Callable[[Any], str]:
    """Return the reader of one of some words."""

    def read(value: Any) -> str:
        if value not in names:
            message = f"is one of {', '.join(names)}"
            raise ValueError(message)
        return str(value)

    return read


def _truth(value: Any) -> bool:
    """Read true or false."""
    if not isinstance(value, bool):
        message = "is true or false"
        raise TypeError(message)
    return value


def _text(value: Any) -> str:
    """Read a text."""
    if not isinstance(value, str):
        message = "is a text, in quotes"
        raise TypeError(message)
    return value


def _codes(value: Any) -> tuple[str, ...]:
    """Read a list of codes; which there are is known to those who give them."""
    if not isinstance(value, list) or not all(isinstance(code, str) for code in value):
        message = 'is a list of codes: ["long-question"]'
        raise TypeError(message)
    return tuple(value)


_WAY = _one_of("choice", "typed", "reveal")
READ: dict[str, Callable[[Any], Any]] = {
    "retention": _number(0.7, 0.99, float),
    "new_a_day": _number(0, 9999, int),
    "new_in_all": _number(0, 9999, int),
    "reviews_a_day": _number(0, 9999, int),
    "learning_steps": _spans,
    "relearning_steps": _spans,
    "longest": _span,
    "day_begins": _clock,
    "leech": _number(0, 99, int),
    "bury_siblings": _truth,
    "mature": _span,
    "new_way": _WAY,
    "known_way": _WAY,
    "mature_way": _WAY,
    "theme": _text,
    "ignore": _codes,
}
"""How the value of each key is read; ValueError or TypeError say what it has to be."""
