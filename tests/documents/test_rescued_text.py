"""Text that looks like clutter: findings listed before it, chronicles, sections named like notes, broken sentences."""

from __future__ import annotations

from textwrap import fill as wrap

import pytest

from quiz.documents.model import BlockKind
from quiz.documents.zones.draft import Page
from tests.documents.test_zones import BODY, kind_of, page_of

LISTED = ["* The mill made 900 sacks in 1812", "* It employed four men", "* Flour cost 3 crowns a sack in 1840"]


def kinds(page: Page) -> list[BlockKind | None]:
    return [draft.kind for draft in page.drafts]


@pytest.mark.parametrize("above", [[], ["Key points", ""], ["The year at Orr", "", "By Ada Blum", ""]])
def test_findings_listed_before_the_text_are_items(above: list[str]) -> None:
    page = page_of("The Mill at Orr", "", *above, *LISTED, "", *BODY)
    assert kinds(page)[-6:] == [BlockKind.item] * 3 + [BlockKind.body] * 3
    assert page.title == "The Mill at Orr"


@pytest.mark.parametrize(
    "listed",
    [
        ["* The mill and the river", "* What the miller said", "* The great fire"],
        ["1. The first mill, 1812 to 1840", "2. The second mill, 1851 to 1920"],
        ["- 1.1 The first mill and its wheel", "- 1.2 The second mill and its owner"],
    ],
)
def test_entries_of_a_list_of_contents_before_the_text_are_not(listed: list[str]) -> None:
    assert BlockKind.item not in kinds(page_of("The Mill at Orr", "", *listed, "", *BODY))


@pytest.mark.parametrize("mark", ["*", "•", "–", "o", "(a)", "1."])
def test_contents_end_where_their_first_entry_heads_the_text(mark: str) -> None:
    contents = ["Contents", "1. Main points ........ 1", "2. The mill ........ 3"]
    told = [f"{mark} The mill made 900 sacks in 1812.", f"{mark} It employed four men in 1840."]
    page = page_of("The Mill at Orr", "", *contents, "", "1. Main points", "", *told, "", "2. The mill", "", *BODY)
    headed = [BlockKind.heading, BlockKind.item, BlockKind.item, BlockKind.heading]
    assert kinds(page) == [BlockKind.title, *[BlockKind.furniture] * 3, *headed, *[BlockKind.body] * 3]


@pytest.mark.parametrize(
    "line",
    [
        "STATISTICAL BULLETIN                                      ISSN 2041-7788",
        "Statistical Release                                       Number 14/2021",
        "Research Paper No. 31",
        "their war-ravaged country.",
        "1917",
    ],
)
def test_lines_that_are_no_title(line: str) -> None:
    assert page_of(line, "", "Mills of the North in 1920", "", *BODY).title == "Mills of the North in 1920"


def test_years_alone_head_a_chronicle_and_are_no_page_numbers() -> None:
    page = page_of("1812", "", BODY[0], "", "1840", "", BODY[1], "", "1851-52", "", BODY[2])
    assert kinds(page) == [BlockKind.heading, BlockKind.body] * 3
    assert page.title == ""
    alone = page_of("The Mill at Orr", "", "1912", "", *BODY)
    assert kinds(alone)[1] is BlockKind.front


TIMELINE = ["March 1711 – The council doubles the salt tax", "2 May 1712: The bridge is blown up, and 140 men drown."]


def test_a_timeline_is_no_list_of_dates() -> None:
    page = page_of("The Mill at Orr", "", *BODY, "", *(f"* {line}" for line in TIMELINE))
    assert kinds(page)[-2:] == [BlockKind.item] * 2
    for line in ("3 May 2014 | Port Vela", "June 2012 – Port Vela"):
        assert kind_of(page_of("The Mill at Orr", line, *BODY), line) is BlockKind.front


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Sources", BlockKind.body),
        ("Literature", BlockKind.body),
        ("Activities", BlockKind.body),
        ("Responses", BlockKind.body),
        ("Notes", BlockKind.note),
        ("Exercises", BlockKind.body),
    ],
)
def test_a_section_named_like_notes_or_comments_is_text_if_it_tells(heading: str, kind: BlockKind) -> None:
    told = (
        "What is known of the mill comes from a diary that the miller kept until 1840, and from nine letters which " * 2
    )
    told += "he wrote to his brothers."
    page = page_of("# The Mill at Orr", *BODY, f"## {heading}", told, "## The end", *BODY)
    assert kind_of(page, told) is kind
    assert kinds(page)[-3:] == [BlockKind.body] * 3


@pytest.mark.parametrize(
    ("heading", "told", "kind"),
    [
        (
            "Activities",
            "Write a page on what you would have done in 1840 if the mill had been yours. " * 3,
            "furniture",
        ),
        (
            "Sources",
            "Blum, A. Mills. Meles: Tower Press, 1971, pp. 3–9; the register of Orr, no. 4, pp. 1–9. " * 3,
            "note",
        ),
        (
            "Comments",
            "My father worked there until 1960 and told us that the wheel had been sold for nine crowns. " * 3,
            "comment",
        ),
    ],
)
def test_and_is_not_where_it_does_not_tell(heading: str, told: str, kind: str) -> None:
    page = page_of("# The Mill at Orr", *BODY, f"## {heading}", told.strip())
    assert kind_of(page, told.strip()) is BlockKind(BlockKind[kind])


def test_paragraphs_that_a_report_counts_lose_their_numbers() -> None:
    page = page_of("The Mill at Orr", "", *(f"1.{number} {text}\n" for number, text in enumerate(BODY, 1)))
    assert [draft.text for draft in page.drafts[1:]] == BODY
    one = page_of("The Mill at Orr", "", "1.5 Million sacks were ground in the mill before 1840, they say.", *BODY)
    assert one.drafts[1].text.startswith("1.5")


def test_numbers_of_two_parts_stand_before_lines_that_hang_under_the_text() -> None:
    hung = [f"1.{number} {wrap(text, 40, subsequent_indent='    ')}\n" for number, text in enumerate(BODY, 1)]
    page = page_of("The Mill at Orr", "", *(line for text in hung for line in text.split("\n")))
    assert [draft.text for draft in page.drafts[1:]] == BODY


def test_answers_lose_their_letter() -> None:
    page = page_of("The Mill at Orr", "", "Q: How high is the wheel of Orr?", "", f"A: {BODY[0]}", "", *BODY[1:])
    assert page.drafts[2].text == BODY[0]
    assert page_of("The Mill at Orr", "", f"A. {BODY[0]}", *BODY[1:]).drafts[1].text.endswith(BODY[0])


def test_a_quoted_paragraph_with_a_signature_is_a_quotation() -> None:
    page = page_of("The Mill at Orr", "", *BODY, "", "“We had no bread that winter of 1840.”", "", "—The miller, 1841")
    assert kinds(page)[-2:] == [BlockKind.quotation] * 2


def test_words_that_lead_on_with_a_dash_are_no_heading() -> None:
    page = page_of("The Mill at Orr", "", *BODY, "", "Our stores were as follows:--", "", *BODY)
    assert kind_of(page, "Our stores were as follows:--") is BlockKind.body


def test_a_note_of_an_e_text_is_one_and_its_marker_none_of_the_sentence() -> None:
    page = page_of("The Mill at Orr", "", BODY[0] + "[A] It stood.", "", "[Footnote A: It was 1811.]", "", *BODY)
    assert page.drafts[1].text == f"{BODY[0]} It stood."
    assert kind_of(page, "[Footnote A: It was 1811.]") is BlockKind.note


WRAPPED = [
    "The mill at Orr was built in 1812 by two brothers, who had",
    "borrowed 900 crowns from the parish. It burned down in the",
    "winter of 1840, and for eleven years nobody dared to build.",
]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["* One mill in seven was idle in", "  December 1840."], "One mill in seven was idle in December 1840."),
        (["o One mill in seven was idle", "  in December 1840."], "One mill in seven was idle in December 1840."),
        (
            ["One mill in seven, they say, was idle in", "December 1840."],
            "One mill in seven, they say, was idle in December 1840.",
        ),
        (
            ["    Insurers expect nine claims, said Rolf", "of the Union."],
            "Insurers expect nine claims, said Rolf of the Union.",
        ),
    ],
)
def test_lines_of_one_sentence(lines: list[str], text: str) -> None:
    page = page_of("The Mill at Orr", "", *WRAPPED, "", *lines, "", *WRAPPED)
    assert text in [draft.text for draft in page.drafts]


def test_a_sentence_cut_by_a_running_head_is_whole() -> None:
    head = "Office of Mills                    {}                    The Mill at Orr"
    parts = ["Fewer mills were idle in 1840, the lowest since", "the winter of 1812, when nine were idle."]
    page = page_of(
        "The Mill", "", *WRAPPED, "", head.format(3), "", parts[0], "", head.format(4), "", parts[1], "", *WRAPPED
    )
    assert " ".join(parts) in [draft.text for draft in page.drafts if draft.kind is BlockKind.body]


def test_a_text_cut_off_ends_in_text_and_not_in_a_title() -> None:
    cut = "The decision of the parish to sell the second mill in 1920 to a farmer from Vela for nine thousand"
    assert kind_of(page_of("The Mill at Orr", "", *BODY, "", cut), cut) is BlockKind.caption
    assert kind_of(page_of("The Mill at Orr", "", *BODY, "", cut[:45]), cut[:45].rstrip()) is BlockKind.furniture
