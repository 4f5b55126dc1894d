"""How much a paragraph looks like a reference to a book, an article or a page."""

from __future__ import annotations

import re

SHAPES = tuple(
    re.compile(pattern)
    for pattern in (
        r"\bpp?\. ?\d",
        r"\b(?:[Ii]bid|[Oo]p\. ?cit|[Ll]oc\. ?cit|[Ii]dem)\b",
        r"\bdoi(?:\.org|:)|\bISBN\b|\bISSN\b|\barXiv\b",
        r"\b(?:[Rr]etrieved|[Aa]ccessed|[Aa]rchived)\b.{0,30}\d{4}",
        r"https?://|\bwww\.",
        r"\([A-Z][\w. ,&;-]{1,40}: [^()]{3,60},? \d{4}\)",
        (
            r"\b(?:University )?Press\b,? \d{4}|\bUniversity Press\b|\b(?:Publish(?:er|ing|ers)|Books|Verlag|"
            r"Routledge|Macmillan|Penguin|Springer|Wiley|Elsevier)\b"
        ),
        r"\b[Vv]ol\. ?\d|\b[Nn]os?\. ?\d|\b\d+ ?\(\d+\)[:,]",
        r"\bet al\.",
        r"\b(?:[Ee]ds?|[Tt]rans|[Rr]ev)\.[,)]|\b(?:ed|trans)\. ",
        r"^(?:[\[(]?\d{1,3}[\]).]? )?[A-Z][\w’'-]+, (?:[A-Z][\w’'-]*\.? ?){1,3}[,.(&]",
        r"[,.]['”\"’] (?:[A-Z]|in )",
        r"\((?:1[5-9]|20)\d\d[a-z]?\)\.",
        r"\b\d+:\s?\d+[–-]\d+",
        r"\b(?:Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec)\. \d{1,2}, \d{4}",
        # `on Tuesday, Aug. 9, 2016.` ends sentences as well, and is a shape above
        r"(?<!\. \d)(?<!\. \d\d), (?:1[5-9]|20)\d\d(?:, p.{0,12})?\.?$",
        r"^(?:See|For (?:a|an|another|more|further|the)|Cf\.|Quoted in|Cited in|Interview with|Author['’]s)\b",
    )
)


def citation_shapes(text: str) -> int:
    """Number of the shapes of references that a text has."""
    return sum(shape.search(text) is not None for shape in SHAPES)


def is_reference(text: str, words: int) -> bool:
    """Whether an unnumbered paragraph is a reference: at least two shapes, and one to every fifteen words."""
    return words <= 80 and (shapes := citation_shapes(text)) >= 2 and shapes * 15 >= words
