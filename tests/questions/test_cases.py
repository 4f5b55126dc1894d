"""Small texts with the facts and cards a good teacher expects of them: one file of `tests/cases` each.

To mend the generator, add a file named by what it shows. Every value in it is read as text, without type:

- `text`: the document, in Markdown.
- `dates`: all of them in order, each with `text`, `grain`, `value` and, where it has them, `end`, `modifier` and, for
  one reckoned from others ("two years later"), their texts as `from`, parted by ` … `.
- `figures`: all of them in order, each with `text`, `value` and, where it has them, `unit` and `bound`.
- `quotes`: all of them in order, each with `speaker` and `words`; parts of one utterance are parted by ` … `.
- `cards`: cards that must be made (others may be), each with `kind`, `answer` and, where it matters, `question` or
  `cloze` (one text, or a list of texts that would do), `accept` (forms that must be among those accepted), `wrong`
  (what must be among the wrong answers; an empty list means that there may be none) and `never_wrong`.
  An empty list means that no card at all may be made.
- `none_of`: what no card may have for its answer nor anywhere in what it asks.
- `once`: answers that exactly one card may have.
- `least`: the score from which on cards are made, where the text is too short for cards that score what is usual.
- `comparisons`: cards of kind `order` (whose `answer` is a list) and `truefalse` that must be made of several facts,
  written as `cards`, with `explanation` where it matters. An empty list means that none may be made.
- `not_compared`: what may stand in no such card.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from quiz.deck.model import Card
from quiz.documents import Document, read
from quiz.facts import find
from quiz.facts.dates import find_dates
from quiz.facts.figures import find_figures
from quiz.questions import make_outcomes
from quiz.questions.outcome import LEAST
from tests.questions.texts import plain

CASES = sorted((Path(__file__).parent.parent / "cases").glob("*.yaml"))
KEYS = {"text", "dates", "figures", "quotes", "cards", "none_of", "once", "least", "comparisons", "not_compared"}
CARD_KEYS = {"kind", "answer", "question", "cloze", "accept", "wrong", "never_wrong"}
COMPARISON_KEYS = {"kind", "answer", "question", "explanation"}


def load(path: Path) -> dict[str, Any]:
    """A case with every scalar as it is written; it says what it shows, and expects something we look at."""
    text = path.read_text(encoding="utf-8")
    case = yaml.load(text, Loader=yaml.BaseLoader)
    assert text.startswith("# "), "the first line says what it shows"
    assert isinstance(case, dict), f"{path.name}: not a mapping"
    assert case.keys() <= KEYS
    assert case.keys() - {"text"}
    assert all(item.keys() <= CARD_KEYS for item in case.get("cards", []))
    assert all(item.keys() <= COMPARISON_KEYS for item in case.get("comparisons", []))
    return case


def listed(value: str | list[str] | None) -> list[str]:
    """One text or several as a list."""
    return [value] if isinstance(value, str) else value or []


def dates_of(document: Document) -> list[dict[str, str]]:
    """The dates found, as a case writes them."""
    return [
        {
            "text": plain(d.text),
            "grain": d.grain,
            "value": d.value,
            "end": d.end,
            "modifier": d.modifier,
            "from": " … ".join(plain(document.text[a.start : a.end]) for a in d.anchors) if d.derived else "",
        }
        for d in find_dates(document)
    ]


def figures_of(document: Document) -> list[dict[str, str]]:
    """The figures found, as a case writes them."""
    return [
        {"text": plain(f.text), "value": f"{f.value:.7g}", "unit": f.unit, "bound": f.bound}
        for f in find_figures(document, find_dates(document))
    ]


def quotes_of(document: Document) -> list[dict[str, str]]:
    """The quotations found, as a case writes them."""
    return [
        {"speaker": q.speaker, "words": " … ".join(plain(document.text[p.start : p.end]) for p in q.parts)}
        for q in find(document).quotes
    ]


FOUND = {"dates": dates_of, "figures": figures_of, "quotes": quotes_of}


def wanted(kind: str, item: dict[str, str]) -> dict[str, str]:
    """A fact as expected, with what a case leaves out."""
    rest = {"dates": {"end": "", "modifier": "", "from": ""}, "figures": {"unit": "", "bound": ""}, "quotes": {}}[kind]
    value = {"value": f"{float(item['value']):.7g}"} if kind == "figures" else {}
    return rest | item | value


def shown(card: Card) -> str:
    """A card on one line."""
    forms = f"also {', '.join(card.accept) or 'nothing'}; not {', '.join(card.distractors) or 'anything told'}"
    return f"{card.kind}: {card.question or card.cloze} -> {card.answer} ({forms})"


def faults_of_facts(case: dict[str, Any], document: Document) -> Iterator[str]:
    """What was not found as expected, kind by kind."""
    for kind, found_in in FOUND.items():
        if kind not in case:
            continue
        found, right = found_in(document), [wanted(kind, item) for item in case[kind]]
        yield from (f"{kind}: missing {item}" for item in right if item not in found)
        yield from (f"{kind}: too much {item}" for item in found if item not in right)
        if sorted(map(str, found)) == sorted(map(str, right)) and found != right:
            yield f"{kind}: out of order"


def matches(card: Card, item: dict[str, Any]) -> bool:
    """Whether a card is the one expected, in every field that is given."""
    return (
        card.kind == item["kind"]
        and card.answer == item["answer"]
        and ("question" not in item or card.question in listed(item["question"]))
        and ("cloze" not in item or card.cloze in listed(item["cloze"]))
        and set(item.get("accept", [])) <= set(card.accept)
        and ("wrong" not in item or bool(item["wrong"]) == bool(card.distractors))
        and set(item.get("wrong", [])) <= set(card.distractors)
        and not set(item.get("never_wrong", [])) & set(card.distractors)
    )


def faults_of_cards(case: dict[str, Any], cards: list[Card]) -> Iterator[str]:
    """Cards that are missing and cards that may not be."""
    if case.get("cards") == []:
        yield from (f"no card expected: {shown(card)}" for card in cards)
    for item in case.get("cards", []):
        if not any(matches(card, item) for card in cards):
            yield f"card missing: {item}"
    for never in case.get("none_of", []):
        asked = [card for card in cards if card.answer.lower() == never.lower() or never in card.question + card.cloze]
        yield from (f"may not be asked ({never}): {shown(card)}" for card in asked)
    for answer in case.get("once", []):
        if (count := sum(card.answer == answer for card in cards)) != 1:
            yield f"asked {count} times: {answer}"


def compares(card: Card, item: dict[str, Any]) -> bool:
    """Whether a card is the comparison expected, in every field that is given."""
    answer = list(card.ordered) if isinstance(item.get("answer"), list) else card.answer
    found = {"kind": card.kind, "answer": answer, "question": card.question, "explanation": card.explanation}
    return all(found[key] == value for key, value in item.items())


def faults_of_comparisons(case: dict[str, Any], cards: list[Card]) -> Iterator[str]:
    """Comparisons that are missing and ones that may not be."""
    if case.get("comparisons") == []:
        yield from (f"no comparison expected: {shown(card)}" for card in cards)
    for item in case.get("comparisons", []):
        if not any(compares(card, item) for card in cards):
            yield f"comparison missing: {item}"
    for never in case.get("not_compared", []):
        yield from (f"may not be compared ({never}): {shown(card)}" for card in cards if never in shown(card))


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_case(path: Path, tmp_path: Path) -> None:
    case = load(path)
    file = tmp_path / "text.md"
    file.write_text(case["text"], encoding="utf-8")
    document = read(file)
    comparing = bool(case.keys() & {"comparisons", "not_compared"})
    made_of = comparing or case.keys() & {"cards", "none_of", "once"}
    outcomes = make_outcomes(document, comparisons=comparing) if made_of else []
    made_cards = [made.card for made in outcomes if made.card and made.asked(int(case.get("least", LEAST)))]
    cards = [card for card in made_cards if card.kind not in ("order", "truefalse")]
    compared = made_cards[len(cards) :]

    faults = [*faults_of_facts(case, document), *faults_of_cards(case, cards), *faults_of_comparisons(case, compared)]

    made = "\n  ".join(shown(card) for card in made_cards)
    assert not faults, "\n".join(["", plain(case["text"]), *faults, f"cards made:\n  {made}" if made else ""])


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 70
