"""Places, problems and the one exception a user ever sees."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from quiz.values import dataclass

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a file and, where known, a line and a column (both from 1)."""

    path: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        """`path:line:column`, as far as it is known."""
        return ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong at one place, with a hint how to mend it; warnings do not stop a command.

    `code` is its stable name, where it has one, and `width` how many characters from the place on are meant.
    """

    place: Place
    message: str
    hint: str = ""
    severity: Severity = "error"
    code: str = ""
    width: int = 0

    @property
    def label(self) -> str:
        """`error[code]` or `warning[code]`; without a code `warning`, and nothing for an error."""
        return f"{self.severity}[{self.code}]" if self.code else self.severity.replace("error", "")

    def __str__(self) -> str:
        """`path:line:column: error[code]: message (hint)`; of what has no code, only a warning says so."""
        label = f"{self.label}: " if self.label else ""
        hint = f" ({self.hint})" if self.hint else ""
        return f"{self.place}: {label}{self.message}{hint}"


class QuizError(Exception):
    """The problems that stopped a command: the command line prints each on a line and exits with 1."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, in the order they are to be shown."""
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    @classmethod
    def at(cls, path: str, message: str, hint: str = "", line: int | None = None, code: str = "") -> QuizError:
        """Make the error of one problem at one place."""
        return cls([Problem(Place(path, line), message, hint, code=code)])

    @classmethod
    def lacking(cls, path: str, message: str, extra: str) -> QuizError:
        """Make the error of an extra that is missing, with the command that adds it to this very installation."""
        import sys  # on use, as the other: a start needs neither
        from shlex import join

        command = join([sys.executable or "python", "-m", "pip", "install", f"quizwright[{extra}]"])
        return cls.at(path, message, f"install it with `{command}`")
