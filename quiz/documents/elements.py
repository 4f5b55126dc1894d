"""What HTML's elements and the words of class, id and role attributes say of the text in them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from quiz.documents.model import BlockKind

BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure
    footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre
    search section select summary table tbody td tfoot th thead tr ul""".split()
)
VOID = frozenset("area base br col embed frame hr img input link meta param source track wbr".split())
DROPPED = frozenset(
    """script style template noscript svg iframe object canvas audio video select datalist textarea head xmp rp rt
    annotation noembed noframes map progress meter""".split()
)
"""Elements whose text no reader sees, or sees as a control."""

PAGE = frozenset({"html", "body", "main", "article"})
"""Elements that hold the content itself: what their classes say is of the whole page."""

TAG_KINDS = {
    "nav": BlockKind.furniture,
    "footer": BlockKind.furniture,
    "form": BlockKind.furniture,
    "button": BlockKind.furniture,
    "menu": BlockKind.furniture,
    "dialog": BlockKind.furniture,
    "figcaption": BlockKind.caption,
    "blockquote": BlockKind.quotation,
    "table": BlockKind.table,
    "pre": BlockKind.code,
    "address": BlockKind.author,
}
DOUBTFUL = frozenset({"form", "header", "footer", "table", "address", "blockquote", "pre"})
"""Elements that are now and then put round the whole text."""

CLOSED_BY = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "tr": (frozenset({"tr", "td", "th"}), frozenset({"table"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
}
"""Start tags that close an open element of one of the first names, unless one of the second lies between."""

NOTE_TYPES = frozenset({"noteref", "doc-noteref"})
"""Types (EPUB) and roles (DPUB-ARIA) of the links that are footnote markers."""

ROLE_KINDS = dict.fromkeys(
    ("navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar", "toolbar", "dialog", "alert"),
    BlockKind.furniture,
) | {
    "note": BlockKind.note,
    "doc-endnotes": BlockKind.note,
    "doc-bibliography": BlockKind.note,
    "doc-footnote": BlockKind.note,
    "doc-toc": BlockKind.furniture,
    "doc-pullquote": BlockKind.pull_quote,
    **dict.fromkeys(
        """cover titlepage halftitlepage copyright-page colophon imprint toc toc-brief landmarks loi lot page-list index
        glossary answers assessments assessment learning-objectives practices""".split(),
        BlockKind.furniture,
    ),
    **dict.fromkeys("footnote footnotes endnote endnotes rearnote rearnotes bibliography".split(), BlockKind.note),
    "acknowledgments": BlockKind.author,
    "pullquote": BlockKind.pull_quote,
}
"""Kinds by an element's role or, in books, its type (IDPF's vocabulary of EPUB structure)."""

CLASS_RULES = tuple(
    (kind, re.compile(rf"(?:^|-)(?:{words})(?:-|$)"))
    for kind, words in (
        (BlockKind.pull_quote, "pull-?quotes?|pulled-quote|blockquote-pull|quote-callout"),
        (
            BlockKind.comment,
            "comments?|comment-?(?:list|area|section|thread|body|content|respond)|disqus|respond|replies|reply|webmentions?",
        ),
        (
            BlockKind.furniture,
            (
                "nav|navbar|navigation|navbox|menu|widgets?|shar(?:e|ing|ed)|share(?:daddy|bar|tools)|social|related|"
                "recommend(?:ed|ations)?|recirc|newsletter|subscri(?:be|ption)|sign-?up|promos?|advert\\w*|ads?|sponsor\\w*|"
                "cookies?|consent|gdpr|bread-?crumbs?|pagination|pager|toc|contents-table|table-of-contents|tags?|tag-?list|"
                "tag-?links|cat-?links|copyright|licen[sc]e|toolbar|skip|popup|modal|paywall|login|search-?(?:form|box|bar)|"
                "trending|most-?(?:read|popular)|popular|teasers?|donat(?:e|ion)|edit-?section|hatnote|ambox|no-?print|catlinks|"
                "print-?footer|jump-?(?:link|to-nav)|site-?sub|credits?|more-from|read-?(?:more|next)|next-?(?:article|post)|"
                "prev(?:ious)?-?(?:article|post)|up-?next|call-?to-?action|cta|outbrain|taboola|footer|site-?header|global-?header"
            ),
        ),
        (
            BlockKind.note,
            "footnotes?|end-?notes?|ref(?:erences|list|s)|bibliography|citations|works-cited|fn-list|notes-section",
        ),
        (
            BlockKind.author,
            "bio|biograph(?:y|ies)|author-?(?:bio|box|info|card|notes?|about|desc\\w*|profile)|about-(?:the-)?authors?|contributors?",
        ),
        (
            BlockKind.front,
            (
                "by-?line|dateline|time-?stamp|pub-?date|publish(?:ed)?(?:-?(?:date|time|on))?|(?:post|entry|article)-?meta|meta-?data|"
                "posted-on|authors?|kicker|eyebrow|date|reading-?time|masthead"
            ),
        ),
        (BlockKind.caption, "caption(?:-?text)?|wp-caption-text|thumb-?caption|image-?desc\\w*"),
        (BlockKind.table, "infobox|wikitable|data-?table|datatable"),
    )
)
"""Kinds by the words of class and id names, the surest first; weighed against what the region holds."""

BESIDE = re.compile(r"(?:^|-)side-?(?:bar|box)(?:-|$)")
"""Names of what stands beside the text: a box that belongs to it, or the page's column of links and teasers."""

STATE = re.compile(
    r"^(?:has|no|with|without|is|hide|show|js|enable|single|page|post-type|category|tag)-|-(?:open|closed|enabled|disabled|count|off|on|active|false|true|\d+)$"
)
"""Names that tell how a page is set up (`has-sidebar`, `comments-open`), not what the element holds."""

HIDDEN_NAMES = re.compile(
    r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|hidden|u-hidden|is-hidden|d-none|assistive-text|tool-?tip-?(?:text|content))(?:\s|$)"
)
UNFOLDS = re.compile(
    r"accordion|faq|answer|collaps|expand|toggle|tab-?(?:content|panel|pane)|disclosure", re.IGNORECASE
)
"""Names and roles of text that a reader opens with a click."""

HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
NOTE_NAMES = re.compile(r"footnote|fn-?ref|note-?ref|reference|citation|\bcite|\bfn\b", re.IGNORECASE)


def hides(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element is not shown to a reader."""
    if tag in PAGE or not attributes:
        return False
    if attributes.get("epub:type", attributes.get("role")) in {"pagebreak", "doc-pagebreak"}:
        return True
    if any(UNFOLDS.search(attributes.get(name, "")[:200]) for name in ("class", "id", "role")):
        return False
    if "hidden" in attributes or attributes.get("aria-hidden", "").lower() == "true":
        return True
    names = attributes.get("class", "").lower()
    return HIDDEN_STYLE.search(attributes.get("style", "")) is not None or HIDDEN_NAMES.search(names) is not None


def named_kind(tag: str, attributes: Mapping[str, str]) -> BlockKind | None:
    """What an element's role, class and id say it holds, if anything."""
    for said in (attributes.get("role", "").lower(), *attributes.get("epub:type", "").lower().split()[:5]):
        if role := ROLE_KINDS.get(said):
            return role
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}".split()
    kinds = [kind for name in names[:20] if (kind := _kind_of_name(name[:80])) is not None]
    if tag == "article":
        kinds = [kind for kind in kinds if kind is BlockKind.comment]
    return kinds[0] if kinds and tag not in PAGE - {"article"} else None


def beside(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element says only that what it holds stands beside the text."""
    if tag in PAGE:
        return False
    names = f"{attributes.get('class', '')} {attributes.get('id', '')}".split()
    return tag == "aside" or any(
        BESIDE.search(plain) and not STATE.search(plain) for plain in (_plain(name[:80]) for name in names[:20])
    )


def _plain(name: str) -> str:
    """A class or id name in small letters with hyphens for camel case and underscores."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[\W_]+", "-", name).lower().strip("-")


@lru_cache(maxsize=4096)
def _kind_of_name(name: str) -> BlockKind | None:
    """The kind one class or id name stands for."""
    plain = _plain(name)
    if STATE.search(plain):
        return None
    return next((kind for kind, pattern in CLASS_RULES if pattern.search(plain)), None)
