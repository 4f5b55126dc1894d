"""Single paragraphs in a text of their kind: what each is taken for."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.documents import read
from quiz.documents.model import BlockKind
from quiz.documents.text import paragraphs
from quiz.documents.zones import classify
from quiz.documents.zones.draft import Page

BODY = [
    "The mill at Orr was built in 1812 by two brothers, who had borrowed 900 crowns from the parish to do it.",
    "It burned down in 1840, and for eleven years nobody dared to build on the spot where four men had died.",
    "In the end the parish gave up its claim. The second mill opened on 3 May 1851, with a wheel of six metres.",
]


def page_of(*lines: str) -> Page:
    return classify(paragraphs("\n".join(lines)), "", {})


def kind_of(page: Page, line: str) -> BlockKind | None:
    return next(draft.kind for draft in page.drafts if line.endswith(draft.text))


@pytest.mark.parametrize(
    "line",
    [
        "Share this article",
        "Read more: The night the mill burned",
        "READ ALSO | Why the wheel stopped in 1960",
        "Sign up for our newsletter and get the best of Orr every Friday.",
        "© 2014 The Orr Courier. All rights reserved.",
        "(Editing by Ada Blum)",
        "This article was originally published on 4 May 2012.",
        "The views expressed here are the author's own and not those of the parish.",
        "Photo: Jan Moors",
        "Home > History > Mills",
        "12 Comments",
        "Published in the print edition of the April 10, 2017, issue, with the headline “Mills.”",
        "Still have questions? Contact us at 0555 1234.",
        "♦ ♦ ♦",
        "By Ada Blum 3 May 2014",
        "Correction (June 9): an earlier version gave the year of the fire as 1841.",
    ],
)
def test_clutter_within_the_text(line: str) -> None:
    page = page_of("The Mill at Orr", BODY[0], line, *BODY[1:])
    assert kind_of(page, line) in {BlockKind.furniture, BlockKind.front}
    assert [kind_of(page, text) for text in BODY] == [BlockKind.body] * 3


@pytest.mark.parametrize(
    "line",
    [
        "By 1861 the wheel had been mended nine times.",
        "Published in 1859, the parish accounts list every nail that was bought.",
        "Read aloud in church, the verdict took 40 minutes.",
        "Table talk in 1870 was of nothing else, the miller wrote.",
        "NATO – The alliance was founded in 1949 and had 12 members.",
        "Johnson et al. counted 31 mills along the river in 1990, of which nine had wheels. None was in use.",
        "The author of the song is unknown, but it was sung in Orr before 1830.",
        "He lived in Orr until 1880 and taught at the school for 12 years.",
        "Image makers came from the south in 1871.",
        "Follow the river for two miles and you reach the third mill, built in 1888.",
        "Share prices fell by 12 percent in 1893, and the mill was sold.",
        "Related crafts died out by 1900.",
        "The verdict was read to the miller of Orr on a cold morning, the paper said on Tuesday, Nov. 8, 2016.",
        "It was sold in 1893. ♦",
    ],
)
def test_prose_that_looks_like_clutter_stays(line: str) -> None:
    for lines in ([BODY[0], line, *BODY[1:]], [*BODY, line]):
        page = page_of("The Mill at Orr", *lines)
        assert kind_of(page, line) is BlockKind.body


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Ada Blum is a historian at the University of Meles and the author of Brick.", BlockKind.author),
        ("—Jan Moors is a staff writer. Follow him on Twitter @janmoors.", BlockKind.author),
        ("Blum, Ada. Brick: A History. Meles: Tower Press, 1971, pp. 14–19.", BlockKind.note),
        ("* The parish register gives 1811.", BlockKind.note),
        ("Comments are closed.", BlockKind.furniture),
        ("The women of Orr who counted 900 swans", BlockKind.furniture),
    ],
)
def test_what_stands_after_the_text(line: str, kind: BlockKind) -> None:
    star = BODY[0].replace("1812", "1812,* they say,")
    page = page_of("The Mill at Orr", star, *BODY[1:], line)
    assert kind_of(page, line) is kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("LONDON, May 3 (Reuters) —", BlockKind.front),
        ("WASHINGTON (AP) -", BlockKind.front),
        ("Port Vela, 4 June 2014 –", BlockKind.front),
    ],
)
def test_datelines_are_set_apart(line: str, kind: BlockKind) -> None:
    page = page_of("The Mill at Orr", f"{line} {BODY[0]}", *BODY[1:])
    assert kind_of(page, line) is kind
    assert kind_of(page, BODY[0]) is BlockKind.body


def test_a_life_is_no_author_note() -> None:
    life = "Ada Blum is a historian at the University of Meles and the author of Brick, which sold 9,000 copies."
    page = page_of("Ada Blum, historian", life, *BODY, "Ada Blum is a writer and lives in Orr.")
    assert kind_of(page, life) is BlockKind.body


def test_quotations_under_the_words_that_lead_to_them() -> None:
    quoted = "We had no bread that winter, and the miller gave us bran. I never forgot it and neither did my brothers."
    page = page_of(
        "The Mill at Orr", *BODY, "Years later a farmer's widow wrote to the parish:", quoted, BODY[0] + " Again."
    )
    assert kind_of(page, quoted) is BlockKind.quotation


def test_repeated_words_are_a_pull_quote_unless_they_bring_a_number() -> None:
    repeated, fresh = "Nobody dared to build on the spot where four men had died", BODY[1][:-1] + " in 1839."
    page = page_of("The Mill at Orr", *BODY, repeated, fresh, BODY[2] + " It is still there.")
    assert kind_of(page, repeated) is BlockKind.pull_quote
    assert kind_of(page, fresh) is not BlockKind.pull_quote


@pytest.mark.parametrize(
    "lead",
    ["In 1934 the miller of Orr, who had lost everything, complained:", "Nobody in Orr knew it, but he had a plan:"],
)
@pytest.mark.parametrize("above", [["The Mill at Orr"], ["The Mill at Orr", *BODY]])
def test_words_right_above_a_block_quotation_are_no_heading(lead: str, above: list[str]) -> None:
    quoted = "They counted the sacks and forgot the flour. I went home on foot and slept in the barn."
    page = page_of(*(f"{line}\n" for line in above), f"{lead}\n", f"    {quoted}\n", *(f"{line}\n" for line in BODY))
    assert kind_of(page, lead) is BlockKind.body
    assert kind_of(page, quoted) is BlockKind.quotation


def test_two_quoted_writers_are_no_comments(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    quoted = "> I went home on foot.\n>\n> — Ada Blum, miller"
    path.write_text("\n\n".join(["# The Mill at Orr", *BODY, "Ada Blum wrote:", quoted, *BODY, "Jan wrote:", quoted]))
    document = read(path)
    kinds = [block.kind for block in document.blocks]
    told, said = [BlockKind.body] * 4, [BlockKind.quotation] * 2
    assert kinds == [BlockKind.title, *told, *said, *told, *said]


SENTENCE = "The mine closed in 1962."


@pytest.mark.parametrize("after", [[], BODY, ["It stood in Orr for years."]])
def test_a_sentence_is_no_title(after: list[str]) -> None:
    page = page_of(SENTENCE, *after)
    assert (page.title, kind_of(page, SENTENCE)) == ("", BlockKind.body)


@pytest.mark.parametrize("title", ["The Mill at Orr.", "THE MILL AT ORR AND ITS OWNERS.", "The Mill by the River."])
def test_a_title_may_end_in_a_full_stop(title: str) -> None:
    assert page_of(title, *BODY).title == title


def test_a_short_sentence_under_the_title_is_no_heading() -> None:
    assert kind_of(page_of("The Mines of Orr", SENTENCE, *BODY), SENTENCE) is BlockKind.body


@pytest.mark.parametrize(
    ("above", "kind"),
    [
        ("Share this article", BlockKind.body),
        ("Ada Blum is a historian at the University of Meles and the author of Brick.", BlockKind.furniture),
    ],
)
def test_a_sentence_after_furniture_is_text_and_after_an_author_note_is_not(above: str, kind: BlockKind) -> None:
    assert kind_of(page_of("The Mines of Orr", *BODY, above, SENTENCE), SENTENCE) is kind


def test_stressed_words_lose_their_underscores_and_nothing_else_does() -> None:
    stressed = "The _deplorable_ mill and _its owner_, said the _Gazette_, cost 900 crowns in 1812."
    assert kind_of(page_of("The Mill at Orr", stressed, *BODY), stressed.replace("_", "")) is BlockKind.body
    for line in ("Fill in _____ and mill_wheel in 1812, they wrote to us.", "The _mill was built in 1812, they said."):
        assert kind_of(page_of("The Mill at Orr", line, *BODY), line) is BlockKind.body


@pytest.mark.parametrize(
    "line", ["CHAPTER IV.", "Chapter 4.", "THE ROAD TO MELES.", "By the end of the war", "By the numbers"]
)
def test_headings_of_old_books_end_in_a_full_stop_and_some_open_like_bylines(line: str) -> None:
    assert kind_of(page_of("The Mill at Orr", "", *BODY, "", line, "", *BODY), line) is BlockKind.heading


@pytest.mark.parametrize(
    "line",
    [
        "For interviews contact Jan Moors on 0555 1234.",
        "(For a graphic on the floods since 1950 click on example.org/graphics)",
        "Independent journalism needs your help: 3,100 readers give 2 crowns a week.",
        "This article was last revised on 4 May 2012 by the editors.",
        "Visit this website to see a map of the 40 mills of 1720.",
    ],
)
def test_more_clutter(line: str) -> None:
    assert kind_of(page_of("The Mill at Orr", BODY[0], line, *BODY[1:]), line) is BlockKind.furniture
