"""What both the document and a person changed stays the person's and is told; new wording leaves edited cards alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.deck.conflicts import windows
from quiz.deck.files import lock_path
from quiz.deck.merge import merge
from quiz.deck.model import Card, Passage, Source
from quiz.deck.read import read_deck
from tests.deck.openings import BRIDGE, CANAL, MINE, both, card, edit, ids, of

CORRECTED = replace(
    card(1812, "canal", 2), source=Source(Passage("The canal was opened to the public in the year 1812.", line=2))
)


def only(path: Path, at: int = 1) -> Card:
    deck, problems = read_deck(path)
    assert deck, problems
    return deck.cards[at]


def test_an_answer_that_both_changed_is_the_persons_and_listed_once(path: Path) -> None:
    edit(path, 'answer: "1802"', 'answer: "1803"')
    line = only(path).place

    plan = merge(path, of(BRIDGE, CORRECTED, MINE))

    assert only(path).answer == "1803"
    (told,) = map(str, plan.conflicts)
    assert told == f"{line}: conflict: `answer` is yours, `1803`, and stays; now made: `1812`"
    assert merge(path, of(BRIDGE, CORRECTED, MINE)).conflicts == ()


def test_a_dry_run_lists_it_too_and_both_changed_alike_is_none(path: Path) -> None:
    edit(path, 'answer: "1802"', 'answer: "1812"')
    before = both(path)

    assert merge(path, of(BRIDGE, CORRECTED, MINE), dry_run=True).conflicts == ()
    edit(path, 'answer: "1812"', 'answer: "1899"')
    assert len(merge(path, of(BRIDGE, CORRECTED, MINE), dry_run=True).conflicts) == 1
    edit(path, 'answer: "1899"', 'answer: "1812"')
    assert both(path) == before


def test_a_value_that_was_taken_out_or_is_a_list_is_told_as_such(path: Path) -> None:
    edit(path, '    distractors: ["1", "2"]\n', "")
    edit(path, "question: When was the bridge opened?", "question: What happened?")
    source = Source(Passage("The bridge opened in 1801.", line=1))
    bridge = replace(BRIDGE, source=source, question="When did the bridge open?", distractors=("7", "8"))

    told = [str(line).split("conflict: ")[1] for line in merge(path, of(bridge, CANAL, MINE)).conflicts]

    assert told == [
        "`question` is yours, `What happened?`, and stays; now made: `When did the bridge open?`",
        "`distractors` is yours, taken out, and stays; now made: `7, 8`",
    ]


def test_wrong_answers_with_feedback_are_told_by_their_text(path: Path) -> None:
    edit(path, 'distractors: ["1", "2"]', 'distractors:\n      - text: "7"\n        feedback: Too early.\n      - "8"')
    source = Source(Passage("The bridge opened in 1801.", line=1))

    told = merge(path, of(replace(BRIDGE, source=source, distractors=("5", "6")), CANAL, MINE)).conflicts

    assert [str(line).split("conflict: ")[1] for line in told] == [
        "`distractors` is yours, `7, 8`, and stays; now made: `5, 6`"
    ]


def test_a_new_generator_rewords_only_cards_that_nobody_touched(path: Path) -> None:
    names = ids(path)
    edit(path, "question: When was the canal opened?", "question: And the canal?")
    mine = only(path)
    new = [replace(made, distractors=("4", "5"), question=f"{made.question[:-1]} to all?") for made in (BRIDGE, CANAL)]

    plan = merge(path, of(*new, MINE))

    assert (plan.summary(), plan.conflicts) == ("1 updated, 1 unchanged, 1 yours kept", ())
    assert (only(path, 0).question, only(path, 0).distractors) == ("When was the bridge opened to all?", ("4", "5"))
    assert only(path) == mine
    assert ids(path) == names


def test_where_it_stands_follows_for_an_edited_card_too(path: Path) -> None:
    edit(path, "question: When was the canal opened?", "question: And the canal?")
    assert CANAL.source
    source = Source(Passage(CANAL.source.passage.text, 77))
    moved = replace(CANAL, distractors=("4",), tags=("On water",), source=source)

    merge(path, of(BRIDGE, moved, MINE))

    found = only(path)
    assert (found.tags, found.source) == (("On water",), moved.source)
    assert (found.question, found.distractors) == ("And the canal?", ("1", "2"))


def test_what_a_new_generator_made_comes_with_the_next_change_of_the_document(path: Path) -> None:
    edit(path, "question: When was the canal opened?", "question: And the canal?")
    merge(path, of(BRIDGE, replace(CANAL, distractors=("4", "5")), MINE))

    merge(path, of(BRIDGE, replace(CORRECTED, distractors=("4", "5")), MINE))

    assert (only(path).answer, only(path).distractors, only(path).question) == ("1812", ("4", "5"), "And the canal?")


def test_a_conflict_that_was_settled_is_counted_until_it_is_gone(path: Path) -> None:
    edit(path, 'answer: "1802"', 'answer: "1803"')
    edit(path, "question: When was the bridge", "question: And when was the bridge")
    proposed = of(BRIDGE, CORRECTED, MINE)
    said = "1 unchanged, 2 yours kept; 1 card differs from the document (`quiz check --sources` says in what)"
    assert merge(path, proposed).summary() == said
    known = both(path)
    assert merge(path, proposed).summary() == said
    assert both(path) == known

    for answer in ("1812", "1804"):
        edit(path, 'answer: "1803"', f'answer: "{answer}"')
        assert merge(path, proposed).differing == 0
        path.write_bytes(known[0])
        lock_path(path).write_bytes(known[1])


def test_a_conflict_in_what_was_taken_out_is_counted_too(path: Path) -> None:
    edit(path, '    distractors: ["1", "2"]\n', "", 2)
    source = Source(Passage("The bridge opened in 1801.", line=1))
    proposed = of(replace(BRIDGE, source=source, distractors=("7", "8")), CANAL, MINE)
    for _ in range(2):
        assert merge(path, proposed).differing == 1
    assert merge(path, of(replace(BRIDGE, source=source, distractors=()), CANAL, MINE)).differing == 0


@pytest.mark.parametrize(
    ("kept", "made", "most", "shown"),
    [
        ("one", "two", 20, ("`one`", "`two`")),
        (None, "two", 20, ("taken out", "`two`")),
        ("How many missiles were fired on October 20?", "How many missiles were fired on October 21?", 0, None),
        (
            "How many missiles were fired from the lake on October 20, 2015?",
            "How many missiles were fired from the lake on October 7, 2015?",
            30,
            ("`…the lake on October 20, 2015?`", "`…the lake on October 7, 2015?`"),
        ),
        (
            "Who said it, and to whom, in the summer of the year 1914?",
            "Who wrote it, and to whom, in the summer of the year 1914?",
            24,
            ("`Who said it, and to…`", "`Who wrote it, and to…`"),
        ),
        ("a " * 60 + "b", "a " * 60, 20, None),
        ("x" * 90, "x" * 70 + "y" * 20, 20, None),
    ],
)
def test_of_long_texts_what_differs_is_shown(
    kept: str | None, made: str, most: int, shown: tuple[str, str] | None
) -> None:
    mine, new = windows(kept, made, most)

    assert mine != new
    assert (mine, new) == (shown or (mine, new))
    assert not most or max(len(mine), len(new)) <= most + 4
    if not most:
        assert (mine, new) == (f"`{kept}`", f"`{made}`")


@given(st.text("ab ", max_size=90), st.text("ab ", max_size=90), st.text("ab ", max_size=90), st.integers(16, 60))
def test_texts_that_differ_are_never_shown_alike(head: str, one: str, other: str, most: int) -> None:
    kept, made = (" ".join(f"{head}{end}".split()) for end in (one, other))

    shown = windows(kept, made, most)

    assert (shown[0] == shown[1]) == (kept == made)
    assert all(len(text) <= most + 4 for text in shown)


def test_a_title_or_tags_that_both_changed_are_listed_once_too(path: Path) -> None:
    edit(path, "title: Openings\n", "title: My openings\n")
    edit(path, "tags: [history]\n", "tags: [mine]\n")
    proposed = replace(of(BRIDGE, CANAL, MINE), title="New openings", tags=("history", "places"))

    plan = merge(path, proposed)

    lines = path.read_text().splitlines()
    assert list(map(str, plan.conflicts)) == [
        f"{path}:{lines.index(line) + 1}:1: conflict: {said}"
        for line, said in (
            ("title: My openings", "`title` is yours, `My openings`, and stays; now made: `New openings`"),
            ("tags: [mine]", "`tags` is yours, `mine`, and stays; now made: `history, places`"),
        )
    ]
    assert (plan.changed, plan.differing) == (False, 0)
    assert merge(path, proposed).conflicts == ()
    edit(path, "tags: [mine]\n", "")
    (told,) = merge(path, replace(proposed, tags=("more",))).conflicts
    assert str(told) == f"{path}: conflict: `tags` is yours, taken out, and stays; now made: `more`"
