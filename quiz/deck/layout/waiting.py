"""The comments of a text that have not been laid out yet, taken from the front by what they belong to."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from quiz.deck.layout.comments import Comment, comments
from quiz.deck.nodes import Mapping, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from quiz.deck.nodes import Node


class Waiting:
    """Comments in the order of the text; none behind `limit`, the end of the brackets one is in, is taken."""

    def __init__(self, text: str, root: Node) -> None:
        """Find all comments of a text."""
        self.comments = comments(text, root)
        self.limit = len(text) + 1

    def taken(self, before: int) -> list[Comment]:
        """Take the comments before an index."""
        found = []
        while self.comments and self.comments[0].at < before:
            found.append(self.comments.popleft())
        return found

    @contextmanager
    def brackets(self, node: Sequence | Mapping) -> Iterator[None]:
        """Take nothing from behind the closing bracket of a node, if it has one."""
        limit = self.limit
        self.limit = node.end if node.flow else limit
        yield
        self.limit = limit

    def opening(self, before: int) -> tuple[list[str], list[str]]:
        """Take what stands above the first key: what a blank line sets apart from it, or all, and what is left."""
        found = self.taken(before)
        apart = [at for at, comment in enumerate(found, 1) if comment.below]
        at = apart[-1] if apart else len(found)
        return shown(found[:at], 0), [comment.text for comment in found[at:]]

    def rest(self) -> list[str]:
        """Take all that is left, at the end of the deck."""
        return shown(self.taken(self.limit), 0, last=True)

    def beside(self, end: int) -> list[str]:
        """Take the comment on the line that some text ends on."""
        if self.comments and self._is_beside(self.comments[0], end):
            return [self.comments.popleft().text]
        return []

    def foot(self, node: Sequence | Mapping, outside: int, inside: int) -> list[str]:
        """Take the comments at the end of a list or of keys: those right of what it belongs to, which stands `outside`.

        They are laid out `inside`, at another column.
        """
        found = self.taken(node.end) if node.flow else []
        while self.comments and self._is_foot(self.comments[0], node, outside):
            found.append(self.comments.popleft())
        return shown(found, inside, last=True)

    def within(self, node: Sequence, outside: int) -> bool:
        """Whether a comment stands in a list or at its end."""
        if not self.comments:
            return False
        comment = self.comments[0]
        ending = not node.flow and (self._is_beside(comment, node.end) or self._is_foot(comment, node, outside))
        return comment.at < node.end or ending

    def _is_beside(self, comment: Comment, end: int) -> bool:
        return not comment.own and max(comment.line, comment.gap) <= end <= comment.at < self.limit

    @staticmethod
    def _is_foot(comment: Comment, node: Sequence | Mapping, outside: int) -> bool:
        return comment.own and not node.flow and comment.gap <= node.end and comment.column > outside


def shown(found: Iterable[Comment], column: int, *, last: bool = False) -> list[str]:
    """Write comments as lines at a column, with the blank lines around them; nothing behind the `last` ones."""
    lines: list[str] = []
    below = False
    for comment in found:
        lines += [*([""] if comment.above or below else []), " " * column + comment.text]
        below = comment.below
    return [*lines, ""] if below and not last else lines
