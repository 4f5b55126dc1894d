"""Slips of typing: how many letters apart two answers are, up to a limit."""

from __future__ import annotations

from itertools import pairwise

from quiz.study.judging.confusable import another
from quiz.study.judging.spelling import plural
from quiz.values import dataclass

SHORTEST = 4
"""Letters a word has at least, for a slip in it to be forgiven."""

LONG = 6
"""Letters a word has at least, for a letter to be forgiven that stands elsewhere: `Ghandi`."""

FIRST_SIGN = "\u1100"
"""From here on a script's signs are no letters: Hangul, kana, Chinese, in which every sign tells words apart."""

COUNTS = ("no", "one", "two")


@dataclass(frozen=True, slots=True)
class Slip:
    """What sets a typed word apart from the right one: how many letters, how to say it, and if it is the first."""

    letters: int
    reason: str
    first: bool = False


def slip(right: str, given: str) -> Slip | None:
    """Return the slip that makes one folded answer of the other, word by word; None if there is no excuse for it."""
    one, other = right.split(), given.split()
    if len(one) != len(other):
        if set(one) <= set(other) or set(other) <= set(one):
            return None
        return _slip("".join(one), "".join(other), 1)
    found = [_slip(word, typed, allowed(len(word))) for word, typed in zip(one, other, strict=True) if word != typed]
    slips = [each for each in found if each]
    letters = sum(each.letters for each in slips)
    if len(slips) < len(found) or not 0 < letters <= max(allowed(len(right)), 1):
        return None
    first = any(each.first for each in slips)
    return slips[0] if len(slips) == 1 else Slip(letters, "two letters off", first)


def mistaken(right: str, given: str) -> str:
    """Return the first word of a folded answer that is known to be another word than the right one, or ""."""
    one, other = right.split(), given.split()
    pairs = zip(one, other, strict=True) if len(one) == len(other) else ()
    return next((typed for word, typed in pairs if another(word, typed)), "")


def _slip(right: str, given: str, limit: int) -> Slip | None:
    """Return the slip between two words of at most so many letters; swapped and doubled letters excuse short ones."""
    if not (_spelled(right) and _spelled(given)) or another(right, given):
        return None
    if plural(right, given):
        return Slip(1, "singular and plural aside")
    if len(right) >= SHORTEST and swapped(right, given):
        return Slip(1, "two letters swapped")
    if (
        len(right) >= LONG
        and right[0] == given[0]
        and sorted(right) == sorted(given)
        and distance(right, given, 2) == 2
    ):
        return Slip(1, "a letter in another place")
    apart = distance(right, given, max(limit, 1))
    if apart == 1 and len(right) >= SHORTEST and _once(right) == _once(given):
        return Slip(1, "a letter doubled or not")
    if not 0 < apart <= limit:
        return None
    reason = "one letter off" if apart == 1 else f"{COUNTS[apart]} letters off"
    return Slip(apart, reason, right[0] != given[0])


def _spelled(word: str) -> bool:
    """Whether a word is written in letters: not in digits, nor in signs for whole syllables or words."""
    return bool(word) and not any(letter.isdigit() or letter >= FIRST_SIGN for letter in word)


def _once(word: str) -> str:
    """Return a word with every doubled letter once."""
    return "".join(letter for before, letter in pairwise(" " + word) if letter != before)


def allowed(length: int) -> int:
    """How many letters may be wrong in an answer of so many letters: none below 5, one below 10, then two.

    Short words are often a letter apart and both real (Iran, Iraq), so they must be exact.
    """
    return 0 if length < 5 else 1 if length < 10 else 2


def distance(one: str, other: str, limit: int) -> int:
    """Letters to insert, delete, change or swap with a neighbour (restricted Damerau-Levenshtein), or `limit + 1`.

    Only the band of `limit` around the diagonal is computed, so that long answers take linear time.
    """
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    far = limit + 1
    older: dict[int, int] = {}
    row = {column: column for column in range(min(limit, len(other)) + 1)}
    for line in range(1, len(one) + 1):
        older, row = row, _next_row(one, other, line, limit, (row, older))
        if min(row.values(), default=far) > limit:
            return far
    return min(row.get(len(other), far), far)


def _next_row(
    one: str, other: str, line: int, limit: int, rows: tuple[dict[int, int], dict[int, int]]
) -> dict[int, int]:
    """Return the next line of the distance table, within the band; missing cells are beyond the limit."""
    above, older = rows
    far = limit + 1
    row: dict[int, int] = {}
    for column in range(max(0, line - limit), min(len(other), line + limit) + 1):
        if column == 0:
            row[0] = line
            continue
        changed = one[line - 1] != other[column - 1]
        cost = min(
            above.get(column, far) + 1,
            row.get(column - 1, far) + 1,
            above.get(column - 1, far) + changed,
        )
        if line > 1 and column > 1 and one[line - 1] == other[column - 2] and one[line - 2] == other[column - 1]:
            cost = min(cost, older.get(column - 2, far) + 1)
        row[column] = cost
    return row


def swapped(one: str, other: str) -> bool:
    """Whether two words differ just by two neighbouring letters changing places."""
    if len(one) != len(other):
        return False
    differing = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return any(
        (left, right) == tuple(differing) and one[left] == other[right] and one[right] == other[left]
        for left, right in pairwise(differing)
    )
