"""What holds of every card of every document, and that no document makes the generator fail or crawl."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.deck.cloze import MARKED, gaps
from quiz.deck.model import Card
from quiz.documents import Document, Span, read
from quiz.errors import QuizError
from quiz.questions import make_cards
from tests.growth import grows_linearly
from tests.questions.texts import as_document, plain

ROOT = Path(__file__).parents[2]
SEEDS = sorted((ROOT / "seeds").glob("*.md"))
LOOSE_START = re.compile(
    r"(?:he|she|it|they|his|her|its|their|this|these|those|however|therefore|moreover|thus)\b", re.IGNORECASE
)
LOOSE_TIME = re.compile(
    r"\b(?:this|that|the same) (?:year|month|day|week|decade|century|time)\b|"
    r"\bthe (?:former(?! (?:shah|king|emperor|president|minister|ambassador|governor|mayor)\b)|latter)\b|"
    r"\b(?:two|three|ten) \w+ (?:later|earlier)\b",
    re.IGNORECASE,
)


@cache
def seed(path: Path) -> tuple[Document, tuple[Card, ...]]:
    """A seed with its cards."""
    document = read(path)
    return document, tuple(make_cards(document))


def faults(document: Document, cards: Sequence[Card]) -> Iterator[str]:
    """Everything wrong with the cards of a document, each named by its answer."""
    whole = plain(document.verbatim(Span(0, len(document.text))))
    for card in cards:
        for fault in (*_of_source(card, whole), *_of_prompt(card), *_of_answers(card)):
            yield f"{card.prompt} -> {card.answer}: {fault}"
    if len({card.id for card in cards}) < len(cards):
        yield "an id stands twice"
    lines = [card.source.passage.line or 0 for card in cards if card.source]
    if lines != sorted(lines):
        yield "the order is not the document's"


def _of_source(card: Card, whole: str) -> Iterator[str]:
    if card.source is None or card.source.passage.line is None:
        yield "no source with a line"
        return
    passages = [card.source.passage, *card.source.evidence]
    yield from (f"not in the document: {p.text}" for p in passages if plain(p.text) not in whole)
    told = " ".join(plain(p.text) for p in passages).casefold()
    if not any(form.casefold() in told for form in (card.answer, *card.accept)):
        yield "no form of the answer stands in the passages"


def _of_prompt(card: Card) -> Iterator[str]:
    if not card.question and not card.cloze:
        yield "asks nothing"
    if card.question and (not card.question.endswith("?") or not card.question[0].isupper()):
        yield "no question in form"
    if card.cloze and (len(gaps(card.cloze)) != 1 or card.cloze.count("{{") != 1):
        yield "not one gap"
    if card.cloze and card.cloze[0].islower():
        yield "begins small"
    own = re.sub(r"“[^”]*”", "", MARKED.sub("", card.question or card.cloze))
    if LOOSE_START.match(own) or LOOSE_TIME.search(own):
        yield "does not stand alone"
    for shown in (card.question, MARKED.sub("_", card.cloze)):
        if re.search(rf"(?<![\w.,]){re.escape(card.answer)}(?![\w]|[.,]\d)", shown, re.IGNORECASE):
            yield "gives the answer away"
        if shown.count("“") != shown.count("”") or re.search(r"  |\s[,;?]|\s\.(?!\.)", shown):
            yield "slips in the marks"


def _of_answers(card: Card) -> Iterator[str]:
    right = {form.casefold() for form in (card.answer, *card.accept)}
    wrong = [form.casefold() for form in card.distractors]
    if not card.id or card.kind not in ("date", "figure", "quote") or not card.answer.strip():
        yield "no id, kind or answer"
    if len(right) != len(card.accept) + 1:
        yield f"a right answer stands twice: {card.accept}"
    enough = (0, 2, 3) if card.kind == "quote" else (3,)
    if len(wrong) not in enough or len(set(wrong)) < len(wrong) or right & set(wrong):
        yield f"wrong answers: {card.distractors}"
    if card.answer != plain(card.answer) or card.answer[-1] in ",;:":
        yield "an answer with loose ends"


@pytest.mark.parametrize("path", SEEDS, ids=[path.stem for path in SEEDS])
def test_every_card_of_a_seed_is_sound(path: Path) -> None:
    document, cards = seed(path)

    assert len(cards) >= 28
    assert list(faults(document, cards)) == []


@pytest.mark.parametrize("path", SEEDS, ids=[path.stem for path in SEEDS])
def test_a_card_names_the_line_its_passage_begins_on(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()

    for card in seed(path)[1]:
        assert card.source is not None
        line = card.source.passage.line
        assert line is not None
        assert plain(card.source.passage.text)[:20] in plain(" ".join(lines[line - 1 : line + 1])), card


def test_text_behind_the_blocks_leaves_the_cards_as_they_were() -> None:
    document = read(SEEDS[0])
    longer = Document(
        document.path, document.title, f"{document.text}\n\nNothing came of it.", document.blocks, document.lines
    )

    assert [card.id for card in make_cards(longer)] == [card.id for card in seed(SEEDS[0])[1]]


NAMES = st.sampled_from("John Carter|Mary Collins|Anna Brooks|David Hall|Laura Jensen|Mark Stone|Karl Weber".split("|"))
PLACES = st.sampled_from("Hamburg|Lisbon|Norway|Cardiff|Dresden|Cairo|Bergen|Turin".split("|"))
YEARS = st.integers(1500, 2024).map(str)
COUNTS = st.one_of(
    st.integers(3, 99_999).map("{:,}".format), st.sampled_from("thirty-seven|about 40|more than 2,000".split("|"))
)
FORMS = (
    "In {year} {name} moved to {place}.",
    "{name} founded a school in {place} in {year}.",
    "The flood of {year} destroyed {count} houses in {place}, which {name} rebuilt.",
    "{count} sailors from {place} died in {year}.",
    "“The harbour of {place} will never freeze,” {name} said.",
    "{name} wrote, “No army has ever crossed the bridge of {place}.”",
    "{name} ({year}–{later}) described {place} as “the last honest town on this coast”.",
    "However, he left {place} two years later.",
    "That year {name} lost {count} percent of his fortune ({count} pounds).",
    "Between {year} and {later} trade with {place} fell from ${count} to £{count}.",
    "It was sold for $3.5 million in March {year}; {name} (r. {year}-{later}) paid.",
)


@st.composite
def chronicles(draw: st.DrawFn) -> str:
    """A short text of sentences with dates, figures, names and quotations."""

    def sentence() -> str:
        year = int(draw(YEARS))
        return draw(st.sampled_from(FORMS)).format(
            year=year, later=year + draw(st.integers(1, 60)), name=draw(NAMES), place=draw(PLACES), count=draw(COUNTS)
        )

    paragraphs = [" ".join(sentence() for _ in range(draw(st.integers(2, 6)))) for _ in range(draw(st.integers(1, 3)))]
    return "\n\n".join(paragraphs)


@settings(max_examples=12, derandomize=True, suppress_health_check=list(HealthCheck))
@given(chronicles())
def test_every_card_of_a_made_up_text_is_sound(text: str) -> None:
    document = as_document(text)
    cards = make_cards(document)

    assert list(faults(document, cards)) == []
    assert make_cards(document) == cards


SCRAPS = st.sampled_from(
    [
        *"“ ” ‘ ’ \" ' ( ) — . , ; : ? ! \n \n\n … .. {{ }} [1] $ % 1829 1980-88 r. 1682 3 1/2 10:30 BC AD c.".split(
            " "
        ),
        *"thirty-seven per cent said he she told According to Putin Anna May march the 19th century 1950s".split(" "),
        *"\u202eabc \u200b \ufeff \x00 É 日本 Ã¢â‚¬Å“".split(" "),
    ]
)


@settings(max_examples=30, derandomize=True, suppress_health_check=list(HealthCheck))
@given(st.lists(SCRAPS, max_size=40).map(" ".join))
def test_no_scraps_of_text_make_it_fail(text: str) -> None:
    document = as_document(text)

    assert list(faults(document, make_cards(document))) == []


MONSTERS = {
    "no full stop": "In 1829 the mob of Tehran killed 37 envoys and " * 90,
    "one word": "Peter" * 40_000,
    "nested quotes": "“" * 1_000 + "No peace was made, said John Carter in 1829" + "”" * 1_000,
    "quotes that never close": "“He said ‘no, " * 200,
    "only quotes": "“” " * 500,
    "one number": "9" * 200_000,
    "only digits and commas": "1,829," * 10_000,
    "mojibake": "In 1829 Ã¢â‚¬Å“the mobÃ¢â‚¬Â\x9d said John Carter, â€œNo.â€\x9d " * 60,
    "right to left": "قال جون كارتر في عام ١٨٢٩ إن الحرب انتهت. \u202eIn 1829 John Carter said so.\u202c " * 25,
    "brackets": "(" * 300 + "1829" + ")" * 300,
    "dashes": "1980-" * 400,
    "months": "May March " * 250,
    "hundreds": "hundred thousand million " * 200,
    "blank": " \n\t\u00a0" * 20_000,
    "nothing": "",
}


@pytest.mark.parametrize("name", MONSTERS)
def test_no_monster_makes_it_fail_or_crawl(name: str) -> None:
    whole = MONSTERS[name]

    def work(size: int) -> None:
        document = as_document(whole[:size])
        with suppress(QuizError):
            assert list(faults(document, make_cards(document))) == []

    assert grows_linearly(work, len(whole) // 4)


@pytest.mark.parametrize("path", SEEDS, ids=[path.stem for path in SEEDS])
def test_no_two_cards_ask_the_same(path: Path) -> None:
    prompts = [card.prompt for card in seed(path)[1]]

    assert len(set(prompts)) == len(prompts)
