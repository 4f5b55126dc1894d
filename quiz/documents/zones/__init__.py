"""What each paragraph of a document is: title, body, caption, note, comment ..., for all formats alike.

A list of steps, each of which marks what it is sure of and leaves the rest to those after it; what no step claims is
body.
The rules are tables (a kind, the most words, a pattern): adding one is adding a row.
"""

from __future__ import annotations

from collections.abc import Callable

from quiz.documents.paragraph import Paragraph
from quiz.documents.zones.authors import mark_authors
from quiz.documents.zones.cards import mark_cards
from quiz.documents.zones.comments import mark_comments
from quiz.documents.zones.draft import Draft, Page
from quiz.documents.zones.echoes import mark_echoes
from quiz.documents.zones.envelope import mark_envelope
from quiz.documents.zones.front import mark_front
from quiz.documents.zones.headings import mark_headings
from quiz.documents.zones.joins import rejoin, split_datelines, strip_answers, strip_numbers
from quiz.documents.zones.notes import mark_notes
from quiz.documents.zones.phrases import mark_phrases
from quiz.documents.zones.quotations import mark_leads, mark_quotations
from quiz.documents.zones.regions import mark_regions
from quiz.documents.zones.rest import mark_rest, mark_tail

STEPS: tuple[Callable[[Page], None], ...] = (
    strip_answers,
    strip_numbers,
    split_datelines,
    mark_envelope,
    mark_cards,
    mark_phrases,
    mark_regions,
    mark_leads,
    mark_notes,
    mark_comments,
    mark_headings,
    mark_front,
    mark_authors,
    mark_quotations,
    mark_echoes,
    mark_tail,
    mark_rest,
    rejoin,
)


def classify(paragraphs: list[Paragraph], title: str, meta: dict[str, str], *, marked: bool = False) -> Page:
    """Find out what each paragraph is, and the title if none is given; `marked` formats mark all their headings."""
    structured = marked or sum(paragraph.level > 0 for paragraph in paragraphs) >= 2
    page = Page([Draft.of(paragraph) for paragraph in paragraphs if paragraph.text], title, dict(meta), structured)
    for step in STEPS:
        step(page)
    return page
