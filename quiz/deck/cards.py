"""Reads one card, and its source, from nodes."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, get_args

from quiz.deck import cloze as clozes
from quiz.deck.comparisons import items, judge_comparison, truth
from quiz.deck.fields import entries, flag, margin, noun, number, shown, text, texts
from quiz.deck.halves import halves
from quiz.deck.listing import misdashed, tell_signs
from quiz.deck.marks import different, folded, forms, typeable
from quiz.deck.model import Card, Kind, Passage, Source, chain, together
from quiz.deck.nodes import Mapping, Scalar, Sequence
from quiz.deck.teaching import RARE, item_text, judge_teaching, measured, measured_in, parts_of, taught, wrong_answers

if TYPE_CHECKING:
    from quiz.deck.fields import Report
    from quiz.deck.nodes import Node

CARD_KEYS = (
    "id", "kind", "question", "cloze", "answer", "accept", "unit", "tolerance", "distractors", "pin", "hint",
    "explanation", "points", "partial", "difficulty", "tags", "source", "origin", "reviewed", "stale",
)  # fmt: skip
"""Keys of a card, in the order they are written."""

PASSAGE_KEYS = ("line", "page", "section", "paragraph", "text")
SOURCE_KEYS = ("document", *PASSAGE_KEYS, "evidence")

_CARD, _SOURCE, _PASSAGE = map(dict.fromkeys, (CARD_KEYS, SOURCE_KEYS, PASSAGE_KEYS))
"""The same, to be looked up."""

KINDS: dict[str, Kind] = {kind: kind for kind in get_args(Kind)}

ID_LENGTH = 64

COMPARING = ("order", "truefalse")


def read_card(node: Node, report: Report) -> Card | None:
    """Read a card; None if it is none at all."""
    if not isinstance(node, Mapping):
        spaced = isinstance(node, Scalar) and ":" in node.text
        hint = "put a space after each colon" if spaced else "write `- question: ...` and below it `answer: ...`"
        report.error("card-not-keys", node, f"a card is a group of keys, and this is {noun(node)}", hint)
        return None
    found = entries(node, _CARD, report)
    question, cloze = text(found, "question", report), text(found, "cloze", report)
    sort = kind(found, report)
    answer, ordered, parts = _answer(found, sort, report)
    answer, unit = measured(answer, found, report) if "unit" in found else (answer, "")
    distractors, feedback = wrong_answers(found, report) if "distractors" in found else ((), ())
    card = Card(
        answer=answer or ("" if "answer" in found else clozes.answer(cloze)),
        question=question,
        cloze=clozes.normal(cloze) if cloze else "",
        id=identifier(found, report),
        kind=sort,
        accept=texts(found, "accept", report),
        distractors=tuple(measured_in(unit, wrong) for wrong in distractors) if unit else distractors,
        explanation=text(found, "explanation", report),
        tags=texts(found, "tags", report),
        source=source(found, report),
        origin=_origin(found, report),
        reviewed=flag(found, "reviewed", report),
        stale=flag(found, "stale", report),
        ordered=ordered,
        tolerance=margin(found, report),
        hints=clozes.hints(cloze) if cloze else (),
        all_of=parts,
        unit=unit,
        feedback=feedback,
        **taught(found, unit, report),
        place=report.lines.place(node.start),
    )
    judge(card, node, found, report)
    if sort in COMPARING:
        judge_comparison(card, node, found, report)
    if not RARE.isdisjoint(found):
        judge_teaching(card, found, report)
    return card


def _answer(found: dict[str, Node], sort: Kind, report: Report) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Read the answer as one text, and as the items of an order or the parts that all are to be named."""
    node = found.get("answer")
    if isinstance(node, Scalar) and misdashed(node, report, 2):
        tell_signs(node, report)
    if sort == "order" and isinstance(node, Mapping):
        return "", (), ()
    if not isinstance(node, Sequence) or sort == "truefalse":
        typed = text(found, "answer", report)
        return truth(typed) if sort == "truefalse" else typed, (), ()
    if sort == "order":
        ordered = items(found, report)
        return chain(ordered), ordered, ()
    parts = parts_of(found, report)
    return together(parts), (), parts


def _agree(card: Card) -> bool:
    """Whether a gap of the cloze holds the answer, another right one, or one of them with more or fewer words."""
    held = [folded(gap) for gap in clozes.gaps(card.cloze)]
    right = [folded(answer) for answer in typeable(card).right]
    return any(gap in answer or answer in gap for gap in held for answer in right if answer)


def judge(card: Card, node: Mapping, found: dict[str, Node], report: Report) -> None:
    """Report a card that cannot be asked or answered."""
    if not card.question.strip() and not card.cloze.strip() and not {"question", "cloze"} & wrong(found):
        hint = "add `question: ...`, or `cloze: ...` with the answer as {{answer}}"
        report.error("no-question", found.get("question", node), "the card has no question", hint)
    if "cloze" in found and card.cloze and (fault := clozes.fault(card.cloze)):
        report.error("bad-cloze", found["cloze"], *fault)
    elif "cloze" in found and card.cloze and "answer" in found and not _agree(card):
        gap = shown(clozes.answer(card.cloze))
        report.warn(
            "cloze-disagrees",
            found["answer"],
            f"the gap of the cloze holds `{gap}`, another answer",
            "make the two agree",
        )
    elif not card.answer.strip() and not {"answer", "cloze"} & wrong(found):
        report.error("no-answer", *_unanswered(node, found))
    if card.stale:
        hint = "look at it (`quiz generate` tells what waits), then delete the card, or its line `stale` if it holds"
        report.warn("stale-card", found.get("stale", node), "its document no longer says what this card does", hint)
    listed = found.get("distractors")
    if isinstance(listed, Sequence) and card.distractors:
        judge_distractors(card, listed, report)


def judge_distractors(card: Card, listed: Sequence, report: Report) -> None:
    """Report wrong answers that are right, or stand twice."""
    rights = (*card.right, *card.all_of)
    if len(listed.items) == len(card.distractors) and different((*rights, *card.distractors)):
        return
    right = {form for answer in rights for form in forms(answer)}
    seen: set[tuple[str, bool]] = set()
    twice: list[Scalar] = []
    for item in map(item_text, listed.items):
        if not isinstance(item, Scalar):
            continue
        known = forms(measured_in(card.unit, item.text))
        if not right.isdisjoint(known):
            report.error(
                "answer-among-distractors",
                item,
                f"the answer `{shown(item.text)}` stands among the distractors",
                "distractors are wrong answers",
            )
        elif not seen.isdisjoint(known):
            twice.append(item)
        seen |= known
    for item in twice if twice and not halves(listed, card.answer) else ():
        report.warn("duplicate-distractor", item, f"the distractor `{shown(item.text)}` is given twice", "remove one")


def _unanswered(node: Mapping, found: dict[str, Node]) -> tuple[Node, str, str]:
    """Say where the answer is missing, and why it may be, though something stands there."""
    pair = node.get("answer")
    if pair is None:
        return node, "the card has no answer", "add `answer: ...`"
    if isinstance(pair[1], Scalar) and pair[1].style in ("|", ">"):
        return pair[1], "the card has no answer", f"text that begins with {pair[1].style} must stand in quotes"
    hint = "write it behind the colon; text that begins with # must stand in quotes"
    return found.get("answer", pair[0]), "the card has no answer", hint


def _origin(found: dict[str, Node], report: Report) -> str:
    """Read an `origin`, "" if there is none; what it is not made for is told."""
    name = text(found, "origin", report)
    if name not in ("", "human"):
        hint = "write `origin: human`, or remove the line"
        report.warn(
            "unknown-origin", found["origin"], f"`origin` says nothing but `human`, and not `{shown(name)}`", hint
        )
    return name


def wrong(found: dict[str, Node]) -> set[str]:
    """Keys of text that hold something else, which is reported already."""
    return {key for key, node in found.items() if not isinstance(node, Scalar)}


def identifier(found: dict[str, Node], report: Report) -> str:
    """Read an `id`, "" if there is none."""
    name = text(found, "id", report)
    if name and (len(name) > ID_LENGTH or not name.isprintable() or " " in name):
        hint = "or remove the line, and one is made"
        report.error("bad-id", found["id"], f"an id is a word of up to {ID_LENGTH} characters without spaces", hint)
        return ""
    return name


def kind(found: dict[str, Node], report: Report) -> Kind:
    """Read a `kind`, "" if there is none."""
    name = text(found, "kind", report)
    if name not in KINDS:
        near = get_close_matches(name.lower()[:40], KINDS, 1)
        known = ", ".join(kind for kind in KINDS if kind)
        hint = f"did you mean `{near[0]}`?" if near else f"known are {known}; a card of your own needs none"
        report.error("unknown-kind", found["kind"], f"unknown kind `{shown(name)}`", hint)
    return KINDS.get(name, "")


def source(found: dict[str, Node], report: Report) -> Source | None:
    """Read a `source`, None if there is none."""
    node = found.get("source")
    if node is None:
        return None
    if not isinstance(node, Mapping):
        hint = "write `source: {document: book.pdf, page: 3}`, or put it into `explanation`"
        report.error("bad-source", node, f"`source` must be a group of keys, and this is {noun(node)}", hint)
        return None
    inner = entries(node, _SOURCE, report)
    return Source(passage(inner, report), text(inner, "document", report), evidence(inner, report))


def evidence(found: dict[str, Node], report: Report) -> tuple[Passage, ...]:
    """Read the passages of `evidence`."""
    node = found.get("evidence")
    if node is None:
        return ()
    if not isinstance(node, Sequence):
        report.error(
            "list-wanted", node, "`evidence` must be a list of passages", "write `evidence: [{line: 3, text: ...}]`"
        )
        return ()
    passages = []
    for item in node.items:
        if isinstance(item, Mapping):
            passages.append(passage(entries(item, _PASSAGE, report), report))
        else:
            report.error(
                "bad-source", item, f"a passage is a group of keys, and this is {noun(item)}", "write `- text: ...`"
            )
    return tuple(passages)


def passage(found: dict[str, Node], report: Report) -> Passage:
    """Read a passage from the entries of a source or of one piece of evidence."""
    return Passage(
        text=text(found, "text", report),
        line=number(found, "line", report),
        page=number(found, "page", report),
        section=text(found, "section", report),
        paragraph=number(found, "paragraph", report),
    )
