"""Every code that `quiz check` gives, and what it stands for; a code is never given another meaning."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

ERRORS = {
    "answer-among-distractors": "the right answer, or one under `accept`, stands among the wrong ones",
    "bad-answer-list": "an answer that is a list of fewer than two different parts",
    "bad-cloze": "a cloze without a gap, with an empty one, or with one that is not closed",
    "bad-difficulty": "a difficulty other than easy, medium and hard",
    "bad-id": "an id with spaces, or longer than 64 characters",
    "bad-include": "an `include` that names no deck in the deck's folder or below it",
    "bad-key": "a key that is a list or a group of keys",
    "bad-lock": "the lock beside the deck cannot be read",
    "bad-points": "points that are no number above 0 and below 1000",
    "bad-source": "a `source` or a passage that is no group of keys",
    "bad-tolerance": "a tolerance that is neither a number nor a percentage",
    "bad-unit": "a unit behind an answer that is no number",
    "cannot-read": "the system does not let the file be read",
    "card-not-keys": "a card that is text or a list",
    "control-character": "a character that no text may hold",
    "deck-not-keys": "a deck that begins with text or a list",
    "document-unreadable": "with `--sources`: the document of a card is missing or cannot be read",
    "duplicate-id": "two cards with one id",
    "duplicate-item": "two items of an order card that are the same",
    "duplicate-key": "a key that stands twice in one card or deck",
    "empty-deck": "a file with nothing in it",
    "empty-item": "an item of a list that is empty",
    "item-count": "an order card with fewer than two items or more than nine",
    "list-wanted": "a key that takes a list has something else",
    "merge-marks": "the marks of an unfinished git merge",
    "nested-deep": "lists in lists, deeper than any deck needs",
    "no-answer": "a card without an answer",
    "no-cards": "a deck without cards, or without `cards:` above them",
    "no-deck": "a folder without a deck",
    "no-file": "a path that leads nowhere",
    "no-include": "an included deck that is not there",
    "no-question": "a card without a question or a cloze",
    "no-title": "a deck without a title",
    "not-a-file": "a folder, a device or a pipe in place of a file",
    "not-text": "a binary file",
    "not-utf-8": "a file in another encoding",
    "not-reviewed": "with `--reviewed`: a generated card that nobody has reviewed",
    "number-wanted": "a line, page or paragraph that is no number from 1 up",
    "passage-gone": "with `--sources`: a passage no longer stands in its document",
    "review-outdated": "with `--reviewed`: a generated card that changed after it was reviewed",
    "same-deck-id": "two decks with one id",
    "same-lock": "two decks with one lock: `NAME.yaml` and `NAME.yml`",
    "text-wanted": "a key that takes text has something else",
    "too-large": "a file larger than 32 MB",
    "too-many-problems": "a deck with more problems than are shown: 1,000, and of cards that YAML cannot read 100",
    "too-many-values": "a deck with more than 2,000,000 values, those that aliases repeat counted",
    "truth-wanted": "a key or an answer that is neither true nor false",
    "two-documents": "a second YAML document (`---`) in one file",
    "unknown-format": "a deck of a format that this version does not know",
    "unknown-key": "a key that decks do not have",
    "unknown-kind": "a kind of card that does not exist",
    "unknown-pin": "a pinned option that the card does not have",
    "unproved": "with `--sources`: the passages of a card do not hold its answer",
    "yaml": "YAML that cannot be read, for a reason without a code of its own",
    "yaml-alias": "an alias (`*name`) of an anchor that is not there",
    "yaml-backslash": "a backslash in double quotes that begins no code",
    "yaml-bracket-open": "a bracket that is not closed",
    "yaml-brackets": "text behind a closing bracket",
    "yaml-colon": "a colon and a space within unquoted text",
    "yaml-colon-wide": "a colon of another script",
    "yaml-comma": "a comma behind which nothing follows",
    "yaml-dash": "a card or item that begins with a bullet, a long dash or a number in place of a hyphen",
    "yaml-curly-quotes": "curly quotes of a word processor around a text, in place of straight ones",
    "yaml-equals": "an equals sign in place of a colon",
    "yaml-loose-text": "a line of text that belongs to no key",
    "yaml-colon-missing": "a key without a colon",
    "yaml-indent": "a line that is not lined up with the others",
    "yaml-odd-space": "a space or line break of a word processor where YAML needs an ordinary one",
    "yaml-quote-inside": "text behind a closing quote",
    "yaml-quote-open": "a quote that is not closed",
    "yaml-quotes": "unquoted text that begins with a character of YAML's own",
    "yaml-space": "a colon or dash without a space behind it",
    "yaml-tab": "a tab in place of spaces",
    "yaml-tag": "a tag (`!!...`)",
}  # fmt: skip
"""What makes a deck unusable; it cannot be switched off."""

UNREVIEWED = frozenset({"not-reviewed", "review-outdated"})
"""Codes of cards that wait for review."""

WARNINGS = {
    "absolute-word": "“always” or “never” gives away that a statement or a wrong option is false (28a)",
    "all-of-the-above": "an option “all of the above” (26)",
    "ambiguous-date": "a right date in numbers that can be two days: `03/04/1920`",
    "ambiguous-number": "a right number whose point may stand between thousands: `1.230 km`",
    "answer-in-question": "the question holds its own answer (28b)",
    "article-clue": "“a” or “an” before a gap that not all options fit (28c)",
    "changed-answer": "with `--sources`: an answer that a person changed or wrote, and that its passages do not hold",
    "cloze-disagrees": "the gap of a cloze holds another answer than `answer`",
    "clue-word": "a telling word that the question shares with the right option alone (28b)",
    "cut-text": "text behind ` #`, which is a note to YAML and is not read",
    "double-negative": "two negatives in one question (17)",
    "duplicate-distractor": "a wrong answer that stands twice",
    "duplicate-tag": "a tag that stands twice in one card",
    "duplicate-question": "a question that stands twice, with the same answer",
    "hint-colon": "a gap with one colon, which is read as part of the answer: a hint follows two",
    "long-question": "a question of more than 60 words (13, 16)",
    "kept-conflict": "with `--sources`: a value is a person's, and its document makes another one by now",
    "kept-stale": "with `--sources`: the passage of a card is gone, and a person took out its line `stale`",
    "last-right": "over the whole deck, options that always stand last are right more often than chance has it (20)",
    "longest-option": "the right option is by far the longest (24)",
    "longest-right": "over the whole deck, the longest option is the right one more often than chance has it (24)",
    "missing-media": "a picture or a sound that is not there",
    "moved-passage": "with `--sources`: a passage stands on another line of its document now",
    "near-duplicate": "nearly the same question, with the same answer",
    "needless-key": "a key that this kind of card has no use for",
    "needless-partial": "`partial` on a card whose answer has one part",
    "needless-tolerance": "a `tolerance` for an answer that is no number, amount or year",
    "negative-question": "a “not” or “except” that is easily read over (17)",
    "no-question-mark": "a question without a question mark (12)",
    "none-of-the-above": "an option “none of the above” (25)",
    "number-place": "over the whole deck, the right number is the smallest, largest or a middle one too often (20)",
    "numbered-items": "items of an order card that are numbered in their right order (28)",
    "odd-option": "an option of another sort, or written otherwise, than all the others (23)",
    "one-answer": "over the whole deck, one answer is right on nearly all cards that offer it (20)",
    "open-mark": "a strong word or a formula that is opened and not closed: `**word`, `$x^2`",
    "option-letter": "options that begin with letters, or an answer that is the letter of one",
    "order-told": "the question of an order card lists the items in the right order",
    "one-sided-truths": "over the whole deck, nearly all statements are true, or nearly all false (20)",
    "overlapping-options": "two options that can both be right (22)",
    "repeated-opening": "words with which all options begin, and which belong into the question (15)",
    "semicolon-list": "a list whose items are parted by semicolons, so that it has one item",
    "split-item": "a number or a date that its own comma parts into two items of a list",
    "stale-card": "the passage of a card is gone from its document",
    "two-answers": "the same question twice, with different answers (19)",
    "two-of-the-above": "an option such as “both A and B” (9)",
    "typed-truth": "a card whose answer is true or false, yes or no, and that is not of kind `truefalse`",
    "unread-picture": "text that was meant as a picture and is read as text",
    "unknown-origin": "an `origin` other than `human`, which means nothing",
    "unknown-document": "a document that is not there, beside one of nearly the same name",
    "unknown-code": "a comment `# quiz: ignore` names a code that does not exist or cannot be ignored",
}
"""What is odd or unfair; each can be ignored. The numbers are those of Haladyna, Downing and Rodriguez (2002)."""


def mistaken(names: Iterable[str]) -> tuple[str, str] | None:
    """Message and hint for the first name that is no code of a warning; None if all are."""
    for name in names:
        if name in WARNINGS:
            continue
        if name in ERRORS:
            return f"`{name}` is an error, which cannot be ignored", "mend it"
        near = get_close_matches(name.casefold()[:60], WARNINGS, 1)
        hint = f"did you mean `{near[0]}`?" if near else "docs/check.md lists all codes"
        return f"there is no code `{name[:60]}`", hint
    return None
