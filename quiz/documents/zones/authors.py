"""Notes on the author: `X is a senior fellow at ...`, before the text or after it."""

from __future__ import annotations

import re
from itertools import pairwise

from quiz.documents.model import BlockKind
from quiz.documents.zones.draft import Draft, Page

NAME = (
    r"(?:(?:Dr|Prof|Mr|Mrs|Ms|Sir|Dame|Professor|Rev)\.? )?[A-Z][\w’'.-]+(?: (?:[A-Z][\w’'.-]*|al|ad|bin|ibn|de|"
    r"da|del|van|von|der|den|la|le)){1,4}(?:,? (?:Ph\.?D\.?|M\.?D\.?|Jr\.?|FRS|MP))*"
)
BEGINS = re.compile(
    rf"(?:{NAME}(?:(?:, | and |, and ){NAME})*,?|The (?:author|writer|reviewer|interviewer)s?|"
    rf"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) "
    r"(?:is|are|was|has|serves|works|writes|teaches|covers|lives|holds|studies|reports|speciali[sz]es|joined|"
    r"edits|directs|received|earned|leads|blogs|tweets|graduated|researches|contributes)\b"
)
GOES_ON = re.compile(r"(?:She|He|They|Her|His|Their|Follow|Read more|Contact|E-?mail|Twitter|Reach|Dr|Mr|Ms|Prof)\b")
CUE = re.compile(
    r"\b(?:(?:co-?)?authors? of|(?:senior|research|visiting|non-?resident|distinguished|policy|junior|"
    r"postdoctoral|adjunct|teaching|Fulbright|associate|assistant) "
    r"(?:\w+ )?(?:fellow|scholar|professor|lecturer|researcher|editor|member|director|analyst|correspondent|"
    r"writer|reporter|producer)|fellow (?:at|of|in|with)|professor (?:of|at|in|emerit)|lecturer|"
    r"postdoc\w*|(?:Ph\.?D\.?|doctoral|graduate|master['’]s) (?:candidate|student|researcher)|staff writer|"
    r"freelance|contributing (?:editor|writer)|(?:science|foreign|political|chief|environment|"
    r"health|business|climate|diplomatic|defen[cs]e|national|senior) (?:writer|reporter|correspondent|editor)|"
    r"(?:correspondent|reporter|columnist|journalist|editor|historian|writer|blogger|novelist|analyst|"
    r"economist|political scientist|researcher|consultant|curator|archivist|biographer|anthropologist|"
    r"geologist|physicist|biologist|teacher|software engineer|developer)"
    r"(?: (?:for|at|with|and|based|who|in|of|from|covering|specializing|specialising|focusing|living|on)\b|\.)|"
    r"writes (?:about|for|on|from|regularly)|covers? (?:\w+ ){0,3}(?:for|and|from)|lives (?:in|with|near)|"
    r"(?:her|his|their) (?:latest|most recent|first|new|next|research|work|writing|books?|articles?|essays?|"
    r"scholarly|publications|career)\b|"
    r"follow (?:him|her|them|me)|on (?:Twitter|Mastodon|Bluesky|LinkedIn|Instagram)|tweets|(?:^|\s)@\w{3,}|"
    r"[\w.]+@[\w.]+\.\w+|can be reached|research interests|Ph\.?D\.? (?:in|from)|holds an? |"
    r"director of|teaches|is (?:currently )?(?:writing|working on)|winner of|forthcoming)"
)
PRESENT = re.compile(r"(?:s|are|write|teach|cover|live|hold|lead|direct|edit)$")
OPENS = re.compile(r"(?:About the author|By|Author)\b|[—–]\s?[A-Z]")
ABOUT = re.compile(r"About the (?:author|writer|editor)s?\s*[.:—–-]", re.IGNORECASE)
SPEECH = re.compile(r"\b(?:said|says|told|argued|argues|explained|added|recalled|warned|believes|wrote that)\b")


BYLINE = re.compile(rf"[Bb]y (?P<name>{NAME})")
FIRST = 8
"""Paragraphs in which a text is signed, before it begins."""
LONGEST = 200
"""Words of the longest author note."""


def mark_authors(page: Page) -> None:
    """Mark the author notes at the text's end, from the last paragraph upwards, and before its beginning."""
    author = page.meta.get("author", "") or _signed(page)
    pending: list[Draft] = []
    for draft in reversed(page.drafts):
        in_notes = draft.kind is BlockKind.note and not draft.label
        if not (in_notes or draft.unread) or not draft.prose:
            continue
        if _is_note(page, draft, author):
            for note in (draft, *pending):
                note.kind = BlockKind.author
            pending = []
        elif draft.unread and GOES_ON.match(draft.text) and CUE.search(draft.text) and draft.words <= LONGEST:
            # a pronoun alone tells of the author only under a note that names one
            pending.append(draft)
        elif draft.unread:
            break
    _mark_before(page, author)
    _mark_continued(page.drafts)


def _signed(page: Page) -> str:
    """The name in a byline of the first lines: "By Ida Brandt"; "" if there is none."""
    lines = (BYLINE.fullmatch(draft.text.strip()) for draft in page.drafts[:FIRST])
    return next((line["name"] for line in lines if line), "")


def _is_note(page: Page, draft: Draft, author: str) -> bool:
    """Whether a draft tells who wrote the text: it opens with a name, not with what the text is about."""
    text = draft.text
    if draft.words > LONGEST or draft.label or draft.paragraph.level:
        return False
    signed = bool(author) and text.startswith(author)
    if ABOUT.match(text) or (signed and re.match(r" (?:is|has been) (?:an?|the|our)\b", text[len(author) :])):
        return True
    if signed:
        return True
    if not CUE.search(text):
        return False
    opened = BEGINS.match(text)
    if SPEECH.search(text) or (opened and not PRESENT.search(opened[0])):
        return False
    about = set(re.findall(r"[^\W\d_]{3,}", page.title)) & set(text.split()[:2])
    return OPENS.match(text) is not None or (opened is not None and not about)


def _mark_before(page: Page, author: str) -> None:
    """Mark an author note that is the first prose of a text, if more prose follows."""
    first = page.first_prose()
    if not any(draft.unread and draft.prose for draft in page.drafts[first + 1 :]):
        return
    draft = page.drafts[first]
    signed = not author or author.rsplit(maxsplit=1)[-1] in draft.text[:80]
    if signed and len(CUE.findall(draft.text)) >= 2 and _is_note(page, draft, author):
        draft.kind = BlockKind.author


def _mark_continued(drafts: list[Draft]) -> None:
    """Mark what goes on after an author note: `She is also ...`, `Follow her on ...`."""
    for above, draft in pairwise(drafts):
        plain = draft.unread and not draft.paragraph.level and draft.words <= LONGEST
        if above.kind is BlockKind.author and plain and GOES_ON.match(draft.text):
            draft.kind = BlockKind.author
