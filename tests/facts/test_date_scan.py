"""Rules that are tried only near a clue find all that they would find anywhere."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quiz.documents.model import Span
from quiz.facts.dates.scan import RULES, Stretch

WORDS = (
    "the early late mid- mid end of in on by from to between and about slightly more than another ensuing fiscal very "
    "second half middle years night monday, may mayor september sept. jan 3 3rd 31st , – - / 1923 1923/24 12/05/1998 "
    "two twenty-three thousand hundred half a an an few several day days weeks centuries month-old later ago last "
    "next that same following year spring summer’s q3 period was (in “may c."
).split()


@given(st.lists(st.sampled_from(WORDS), max_size=30), st.sampled_from((" ", "\n", "  ")))
def test_near_a_clue_a_rule_finds_what_it_finds_anywhere(words: list[str], blank: str) -> None:
    text = blank.join(words)
    stretch = Stretch(text, Span(0, len(text)))
    for rule in RULES:
        if rule.clue:
            found = [match.span() for match in stretch.matches(rule)]
            assert found == [match.span() for match in rule.pattern.finditer(text)], rule.pattern.pattern
