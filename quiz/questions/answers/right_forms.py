"""Every other right way to write an answer."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.facts import Facts
from quiz.facts.kin import LEAD
from quiz.facts.mentions import ORGANISED
from quiz.facts.model import Date, Figure, Quote
from quiz.questions.answers.right_dates import date_forms
from quiz.questions.answers.right_figures import figure_forms

FIRMS = frozenset(
    "press service bureau party league front federation authority administration journal gazette herald tribune review "
    "magazine reuters bulletin fund trust office school college museum library network movement army police".split()
)
"""Words by which a speaker is no person, so that the last of its name alone names nobody."""
MOST = 12
"""So many forms stand with a card at most, the likeliest: typed answers are compared by value besides."""


def forms(fact: Date | Figure | Quote, answer: str, facts: Facts) -> tuple[str, ...]:
    """The forms besides the answer itself, without doubles, the likeliest first."""
    if isinstance(fact, Date):
        found = date_forms(fact, answer)
    elif isinstance(fact, Figure):
        found = figure_forms(fact, answer)
    else:
        found = _speaker(fact, facts)
    known, kept = {answer.lower()}, list[str]()
    for form in found:
        if form and form.lower() not in known:
            known.add(form.lower())
            kept.append(form)
    return tuple(kept[:MOST])


def _speaker(quote: Quote, facts: Facts) -> Iterator[str]:
    """The surname, with its particle and without, where nobody else in the document has it."""
    person = facts.people.find(quote.speaker)
    if person is None and quote.speaker.startswith("the "):
        yield quote.speaker.removeprefix("the ")
    if person is None or person.shown != quote.speaker:
        return
    if any(other is not person for other in facts.people.called(person.surname)):
        return
    words = person.name.split()
    if words[-1].lower() in ORGANISED or words[-1].lower() in FIRMS:
        return
    if len(words) > 2 and words[-2][0].islower() and words[-2] != "the":
        yield " ".join(words[-2:])
    yield person.surname
    if person.shown != person.name:
        yield person.name
    if person.name.startswith(LEAD):
        yield f"my {person.surname}"
