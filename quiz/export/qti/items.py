"""One question as an item of QTI 3.0: what it declares, what it shows, and how it is scored."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement

from quiz.deck.marks.runs import Run
from quiz.deck.model import GAP
from quiz.export.amounts import Amount, digits
from quiz.export.asked import Asked, disordered
from quiz.export.looks import parted
from quiz.export.media import Parcel, plain
from quiz.export.qti.texts import Shelf, paragraph, spoken
from quiz.export.wording import name

ASI = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
SCHEMA = f"{ASI} https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"

RESPONSE, SCORE, FEEDBACK, TOLD, WHY = "RESPONSE", "SCORE", "FEEDBACK", "TOLD", "WHY"
TRUTH = {"true": "True", "false": "False"}


def rooted(tag: str, identifier: str, title: str, **attributes: str) -> Element:
    """Begin an item or a test."""
    named = {"xmlns": ASI, "xmlns:xsi": INSTANCE, "xsi:schemaLocation": SCHEMA, "identifier": identifier}
    return Element(tag, named | {"title": name(title) or "Untitled"} | attributes)


def item(each: Asked, identifier: str, parcel: Parcel) -> Element:
    """Write a question as an item, worth its points; the files of its media go into the parcel."""
    root = rooted(
        "qti-assessment-item",
        identifier,
        plain(each.prompt, each.media),
        adaptive="false",
        **{"time-dependent": "false"},
    )
    choices = offered(each)
    declared(root, each, choices)
    body = SubElement(root, "qti-item-body", dir="auto")
    if choices:
        chosen(body, each, choices, parcel)
    else:
        entered(body, each, parcel)
    processed(root, each)
    feedbacks: list[tuple[str, str, tuple[str, ...]]]
    feedbacks = [(WHY, letter, (each.why(text),)) for letter, text in choices.items() if each.why(text)]
    feedbacks += [(FEEDBACK, TOLD, each.told)] if each.told else []
    for outcome, value, texts in feedbacks:
        known = {"outcome-identifier": outcome, "identifier": value, "show-hide": "show"}
        content = SubElement(SubElement(root, "qti-modal-feedback", known), "qti-content-body")
        for text in texts:
            spoken(paragraph(content, each.runs(text), dir="auto"), each.runs(text), Shelf(each.media, parcel))
    return root


def offered(each: Asked) -> dict[str, str]:
    """Give each option or item a letter, in the order they are written, which tells nothing of the right one."""
    if each.form == "truefalse":
        return TRUTH
    texts = disordered(each.key, each.items) if each.form == "order" else each.options
    return {f"C{at}": text for at, text in enumerate(texts, 1)}


def declared(root: Element, each: Asked, choices: dict[str, str]) -> None:
    """Declare the response with the right answer, and what comes of it."""
    basis = "identifier" if choices else "float" if each.amount else "string"
    cardinality = {"order": "ordered", "several": "multiple"}.get(each.form, "single")
    shape = {"cardinality": cardinality, "base-type": basis}
    response = SubElement(root, "qti-response-declaration", {"identifier": RESPONSE} | shape)
    right = SubElement(response, "qti-correct-response")
    for value in correct(each, choices):
        SubElement(right, "qti-value").text = value
    if each.form == "typed":
        cased = {plain(text, each.media) for text in each.cased}
        mapped(response, each, {plain(text, each.media): digits(worth(each)) for text in each.right}, cased)
    elif each.form == "several" and each.partial:
        share = digits(round(worth(each) / len(each.parts), 6))
        letters = {text: letter for letter, text in choices.items()}
        mapped(response, each, {letters[text]: "-" * (text not in each.ticked) + share for text in each.options})
    for identifier, kind, basis, default in (
        (SCORE, "single", "float", "0"),
        ("MAXSCORE", "single", "float", digits(worth(each))),
        (FEEDBACK, "single", "identifier", ""),
        *([(WHY, cardinality, "identifier", "")] if any(each.feedback) else []),
    ):
        outcome = {"identifier": identifier, "cardinality": kind, "base-type": basis}
        declaration = SubElement(root, "qti-outcome-declaration", outcome)
        if default:
            SubElement(SubElement(declaration, "qti-default-value"), "qti-value").text = default


def worth(each: Asked) -> Decimal:
    """Return the points of a question."""
    return Decimal(each.points or 1)


def mapped(response: Element, each: Asked, values: dict[str, str], cased: Collection[str] = ()) -> None:
    """Say what each response earns, and in which case counts; none earns less than nothing, or more than the points."""
    bounds = {"default-value": "0", "lower-bound": "0", "upper-bound": digits(worth(each))}
    mapping = SubElement(response, "qti-mapping", bounds)
    for key, value in values.items():
        entry = SubElement(mapping, "qti-map-entry", {"map-key": key, "mapped-value": value})
        if each.form == "typed":
            entry.set("case-sensitive", str(key in cased).lower())


def correct(each: Asked, choices: dict[str, str]) -> list[str]:
    """Tell the right response: letters, a number, or a text."""
    letters = {text: letter for letter, text in choices.items()}
    if each.form == "order":
        return [letters[text] for text in each.items]
    if each.form == "truefalse":
        return [str(each.true).lower()]
    if choices:
        return [letters[text] for text in each.ticked]
    return [digits(each.amount.value) if each.amount else plain(each.answer, each.media)]


def chosen(body: Element, each: Asked, choices: dict[str, str], parcel: Parcel) -> None:
    """Show options to choose one or several of, or items to put in order."""
    settings = {"response-identifier": RESPONSE, "shuffle": "false" if each.form == "truefalse" else "true"}
    if each.form == "order":
        interaction = SubElement(body, "qti-order-interaction", settings)
    else:
        most = "0" if each.form == "several" else "1"
        interaction = SubElement(body, "qti-choice-interaction", settings | {"max-choices": most, "min-choices": "0"})
    shelf = Shelf(each.media, parcel)
    spoken(SubElement(interaction, "qti-prompt"), each.runs(each.prompt), shelf)
    for letter, text in choices.items():
        fixed = {"fixed": "true"} if text in each.late else {}
        spoken(SubElement(interaction, "qti-simple-choice", {"identifier": letter} | fixed), each.runs(text), shelf)


def entered(body: Element, each: Asked, parcel: Parcel) -> None:
    """Show a line to type on: in the gap, if the prompt has one, or else below it, a unit behind it."""
    length = str(min(max(len(text) for text in each.right) + 4, 60))
    line = Element("qti-text-entry-interaction", {"response-identifier": RESPONSE, "expected-length": length})
    before, behind = parted(each.runs(each.prompt), GAP) if each.blank else (each.runs(each.posed), [])
    stem = paragraph(body, [*before, *behind], dir="auto")
    shelf = Shelf(each.media, parcel)
    spoken(stem, before, shelf)
    if each.blank is None:
        stem = SubElement(body, "p")
    unit = f" {each.amount.unit}" if each.amount and each.amount.unit else ""
    stem.append(line)
    spoken(stem, [Run(unit), *behind], shelf, line)


def processed(root: Element, each: Asked) -> None:
    """Score the response, and show what is told once it is given."""
    processing = SubElement(root, "qti-response-processing")
    if each.form == "typed":
        by_map(processing)
    else:
        choice = SubElement(processing, "qti-response-condition")
        condition = SubElement(choice, "qti-response-if")
        if each.amount:
            within(condition, each.amounts)
        else:
            compared = SubElement(condition, "qti-match")
            SubElement(compared, "qti-variable", identifier=RESPONSE)
            SubElement(compared, "qti-correct", identifier=RESPONSE)
        score = SubElement(condition, "qti-set-outcome-value", identifier=SCORE)
        SubElement(score, "qti-base-value", {"base-type": "float"}).text = digits(worth(each))
        if each.form == "several" and each.partial:
            by_map(SubElement(choice, "qti-response-else"))
    if any(each.feedback):
        why = SubElement(processing, "qti-set-outcome-value", identifier=WHY)
        SubElement(why, "qti-variable", identifier=RESPONSE)
    if each.told:
        told = SubElement(processing, "qti-set-outcome-value", identifier=FEEDBACK)
        SubElement(told, "qti-base-value", {"base-type": "identifier"}).text = TOLD


def by_map(parent: Element) -> None:
    """Score by what the responses earn."""
    score = SubElement(parent, "qti-set-outcome-value", identifier=SCORE)
    SubElement(score, "qti-map-response", identifier=RESPONSE)


def within(condition: Element, amounts: Sequence[Amount]) -> None:
    """Ask for a number between two; players that know nothing of the tolerance of `qti-equal` understand that too."""
    either = SubElement(condition, "qti-or") if len(amounts) > 1 else condition
    for amount in amounts:
        both = SubElement(either, "qti-and")
        for tag, bound in (("qti-gte", amount.value - amount.margin), ("qti-lte", amount.value + amount.margin)):
            compared = SubElement(both, tag)
            SubElement(compared, "qti-variable", identifier=RESPONSE)
            SubElement(compared, "qti-base-value", {"base-type": "float"}).text = digits(bound)
