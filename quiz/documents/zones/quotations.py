"""Block quotations: indented paragraphs, and those that a speaker and a comma or colon lead into."""

from __future__ import annotations

import re
from itertools import pairwise

from quiz.documents.model import BlockKind
from quiz.documents.zones.draft import PROSE, Draft, Page

LEADS = re.compile(
    r"\b(?:said|says|wrote|writes|explained|explains|declared|declares|noted|notes|argued|argues|stated|"
    r"states|remarked|observed|recalled|recalls|concluded|concludes|"
    r"added|adds|continued|replied|answered|reported|announced|described|describes|put it|asked|asks|insisted|"
    r"recounted|testified|reads?|reflected|lamented|complained|"
    r"warned|told|quoted?|as follows|in (?:his|her|their|its) (?:words|diary|memoirs?|letter|report|account)|"
    r"words)\b[^.!?]{0,80}[,:](?:\s?[-–—]+)?$"
)
COLON = re.compile(r":(?:\s?[-–—]+)?$")
SIGNED = re.compile(r"(?:[—–―]|--|- )\s?[A-Z“\"][^.!?]{2,100}\.?$")
QUOTED = re.compile(r"“[^“”]+”$|\"[^\"]+\"$")
TEXT = frozenset({None, BlockKind.body})
INDENT = 2
"""Columns by which a paragraph stands in to be quoted."""


def mark_leads(page: Page) -> None:
    """Mark as body the words with a colon right above a block quotation, which are no heading, short as they are.

    Above paragraphs that only stand in, which may be comments, as many words as a sentence has make sure of it.
    """
    for above, draft in pairwise(page.drafts):
        if above.kind is None and not above.paragraph.level and not above.label and COLON.search(above.text[-4:]):
            told = above.words >= PROSE and (
                _indented(draft) or (draft.kind is None and LEADS.search(above.text[-160:]))
            )
            if draft.kind is BlockKind.quotation or told:
                above.kind = BlockKind.body


def mark_quotations(page: Page) -> None:
    """Mark block quotations and the line that signs one."""
    drafts = page.drafts
    indented = [draft for draft in drafts if _indented(draft)]
    plain = [draft for draft in drafts if draft.kind in TEXT and draft.prose and not draft.paragraph.indent]
    for draft in indented if len(indented) < max(2, len(plain)) else ():
        draft.kind = BlockKind.quotation
    for above, draft in pairwise(drafts):
        if draft.kind is None and not draft.paragraph.level and not draft.label:
            led = above.kind in {None, BlockKind.body} and draft.prose and LEADS.search(above.text[-160:])
            signed = draft.words <= 16 and SIGNED.match(draft.text) is not None
            if signed and above.kind in TEXT and above.prose and QUOTED.match(above.text):
                above.kind = BlockKind.quotation
            signed = signed and above.kind in {BlockKind.quotation, BlockKind.pull_quote}
            draft.kind = BlockKind.quotation if led else above.kind if signed else None


def _indented(draft: Draft) -> bool:
    """Whether a paragraph of prose stands in from the margin."""
    return draft.kind is None and draft.prose and not draft.label and draft.paragraph.indent >= INDENT
