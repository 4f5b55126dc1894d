"""Keys that the learner changed: checked before anything is shown, and completed for Textual."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import combinations

from textual.keys import Keys, _character_to_key, key_to_character

from quiz.errors import Place, Problem, QuizError
from quiz.tui.actions import Action, Owner, owners, together
from quiz.tui.keys import MARKS, NAMES
from quiz.tui.keys import name as shown

TYPED = {shown: key for key, shown in NAMES.items()}
"""Keys by the name under which the last line and the help show them: who reads `esc` there may write it."""

KNOWN = frozenset(key.value for key in Keys) | MARKS.keys() | {"space"}
MODIFIERS = frozenset({"ctrl", "alt", "shift", "super", "hyper", "meta"})

Keymap = Mapping[str, tuple[str, ...]]


def keymap(wanted: Mapping[str, str], place: Callable[[str], Place]) -> dict[str, str]:
    """Return the keymap for `App.set_keymap` from the keys wanted for each id.

    QuizError with everything that is wrong with them, each at its place: an id or a key there is not, two actions
    of one screen on one key, a way out of a line by a key that writes into it.
    """
    problems = [Problem(place(name), *problem) for name, problem in _mistakes(wanted)]
    keys = {name: tuple(map(_named, each.split(","))) for name, each in wanted.items()}
    if not problems:
        problems = [Problem(place(name), *problem) for name, problem in (*_clashes(keys), *_writing(keys))]
    if problems:
        raise QuizError(problems)
    return {name: ",".join(each) for name, each in _completed(keys).items()}


def _mistakes(wanted: Mapping[str, str]) -> Iterator[tuple[str, tuple[str, str]]]:
    """Tell ids and keys that mean nothing, each with a hint."""
    ids = {action.id for owner in owners() for action in owner.actions}
    for name, keys in wanted.items():
        if name not in ids:
            near = get_close_matches(name, ids, 1)
            hint = f"did you mean `{near[0]}`?" if near else "`quiz config --keys` lists them"
            yield name, (f"no key does `{name}`", hint)
        for key in keys.split(","):
            if not _is_key(_named(key)):
                near = get_close_matches(key.strip().lower(), KNOWN | TYPED.keys(), 1)
                yield name, (f"there is no key `{key.strip()}`", f"did you mean `{near[0]}`?" if near else COMMA)


NEEDED = frozenset({
    "study.stop", "exam.stop", "browse.back", "home.all_decks", "answer.submit", "find.submit",
    "number.submit", "number.leave", "tags.submit", "tags.leave", "form.keep", "form.leave",
})  # fmt: skip
"""What finishes a text that is typed, or leads out: a key that writes could not do so."""

BESIDES = "give it a key besides that writes nothing: `escape`, `f5`, `ctrl+x`"

COMMA = "write `x`, `f5`, `ctrl+x`; the comma is `comma`"


def _named(key: str) -> str:
    """Return Textual's name of a key, whatever is written: `?`, `esc`, `^x`."""
    key = key.strip()
    key = f"ctrl+{key[1:]}" if len(key) == 2 and key[0] == "^" else TYPED.get(key, key)
    return _character_to_key(key) if len(key) == 1 else key


def _is_key(name: str) -> bool:
    """Whether a terminal can have a key of this name."""
    *modifiers, key = name.split("+")
    return MODIFIERS.issuperset(modifiers) and (key in KNOWN or key_to_character(key) is not None)


def _writing(keys: Keymap) -> Iterator[tuple[str, tuple[str, str]]]:
    """Tell what would not work any more while text is typed, as all its keys write."""
    for name in NEEDED & keys.keys():
        if all(map(_writes, keys[name])):
            written = ", ".join(f"`{shown(key)}`" for key in keys[name])
            verb = "write" if len(keys[name]) > 1 else "writes"
            yield name, (f"`{name}` has to work where text is typed, and {written} {verb} there", BESIDES)


def _writes(name: str) -> bool:
    """Whether a key writes something into a line."""
    character = key_to_character(name)
    return character is not None and character.isprintable()


def _clashes(keys: Keymap) -> Iterator[tuple[str, tuple[str, str]]]:
    """Tell each key that would do two things on one screen, and does not by default."""
    told = set()
    for actions in together():
        meant = _alternatives(actions)
        for one, other in combinations(actions, 2):
            shared = set(keys.get(one.id, one.keys)).intersection(keys.get(other.id, other.keys))
            changed = next((each.id for each in (one, other) if each.id in keys), "")
            if changed and shared and frozenset((one.group, other.group)) not in meant and (one, other) not in told:
                told.add((one, other))
                second = other.id if changed == one.id else one.id
                message = f"`{shown(min(shared))}` would do two things on one screen, `{changed}` and `{second}`"
                yield changed, (message, "give one of them another key")


def _alternatives(actions: Iterable[Action]) -> set[frozenset[str]]:
    """Return which actions may share a key because they do by default: at any time at most one of them works."""
    return {
        frozenset((one.group, other.group))
        for one, other in combinations(actions, 2)
        if one.group != other.group and set(one.keys) & set(other.keys)
    }


def _completed(keys: Keymap) -> dict[str, tuple[str, ...]]:
    """Add those that share a key with a changed action, with their own keys: Textual would take them away.

    Where it maps an action to other keys, it forgets all else that the old and the new keys do.
    """
    complete = dict(keys)
    for owner in owners():
        complete |= _neighbours(owner, complete)
    return complete


def _neighbours(owner: Owner, keys: Keymap) -> dict[str, tuple[str, ...]]:
    """Return the keys of the actions of one class that Textual would touch, changed or not."""
    touched: dict[str, tuple[str, ...]] = {}
    involved: set[str] = set()
    while True:
        fresh = [
            action
            for action in owner.actions
            if action.id not in touched and (action.id in keys or involved.intersection(action.keys))
        ]
        if not fresh:
            return touched
        for action in fresh:
            touched[action.id] = keys.get(action.id, action.keys)
            involved.update(action.keys, touched[action.id])
