"""One question as an item of QTI 3.0: what it declares, what it shows, and how it is scored."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement

from quiz.export.amounts import Amount, digits
from quiz.export.asked import Asked, disordered
from quiz.export.media import PICTURE, SOUND, Media, Medium, Parcel, parts, plain
from quiz.export.wording import name

ASI = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
SCHEMA = f"{ASI} https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd"
INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"

RESPONSE, SCORE, FEEDBACK, TOLD = "RESPONSE", "SCORE", "FEEDBACK", "TOLD"
MEDIA = "media"
TRUTH = {"true": "True", "false": "False"}


def rooted(tag: str, identifier: str, title: str, **attributes: str) -> Element:
    """Begin an item or a test."""
    named = {"xmlns": ASI, "xmlns:xsi": INSTANCE, "xsi:schemaLocation": SCHEMA, "identifier": identifier}
    return Element(tag, named | {"title": name(title) or "Untitled"} | attributes)


def item(each: Asked, identifier: str, parcel: Parcel) -> Element:
    """Write a question as an item, worth one point; the files of its media go into the parcel."""
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
    if each.told:
        shown = SubElement(
            root,
            "qti-modal-feedback",
            {"outcome-identifier": FEEDBACK, "identifier": TOLD, "show-hide": "show"},
        )
        content = SubElement(shown, "qti-content-body")
        for text in each.told:
            spoken(SubElement(content, "p", dir="auto"), text, Shelf(each.media, parcel))
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
    shape = {"cardinality": "ordered" if each.form == "order" else "single", "base-type": basis}
    response = SubElement(root, "qti-response-declaration", {"identifier": RESPONSE} | shape)
    right = SubElement(response, "qti-correct-response")
    for value in correct(each, choices):
        SubElement(right, "qti-value").text = value
    if each.form == "typed":
        mapping = SubElement(response, "qti-mapping", {"default-value": "0", "lower-bound": "0", "upper-bound": "1"})
        for text in each.right:
            entry = {"map-key": plain(text, each.media), "mapped-value": "1", "case-sensitive": "false"}
            SubElement(mapping, "qti-map-entry", entry)
    for identifier, basis, default in ((SCORE, "float", "0"), ("MAXSCORE", "float", "1"), (FEEDBACK, "identifier", "")):
        outcome = {"identifier": identifier, "cardinality": "single", "base-type": basis}
        declaration = SubElement(root, "qti-outcome-declaration", outcome)
        if default:
            SubElement(SubElement(declaration, "qti-default-value"), "qti-value").text = default


def correct(each: Asked, choices: dict[str, str]) -> list[str]:
    """Tell the right response: letters, a number, or a text."""
    letters = {text: letter for letter, text in choices.items()}
    if each.form == "order":
        return [letters[text] for text in each.items]
    if each.form == "truefalse":
        return [str(each.true).lower()]
    if choices:
        return [letters[each.answer]]
    return [digits(each.amount.value) if each.amount else plain(each.answer, each.media)]


def chosen(body: Element, each: Asked, choices: dict[str, str], parcel: Parcel) -> None:
    """Show options to choose one of, or items to put in order."""
    settings = {"response-identifier": RESPONSE, "shuffle": "false" if each.form == "truefalse" else "true"}
    if each.form == "order":
        interaction = SubElement(body, "qti-order-interaction", settings)
    else:
        interaction = SubElement(body, "qti-choice-interaction", settings | {"max-choices": "1", "min-choices": "0"})
    shelf = Shelf(each.media, parcel)
    spoken(SubElement(interaction, "qti-prompt"), each.prompt, shelf)
    for letter, text in choices.items():
        fixed = {"fixed": "true"} if text in each.late else {}
        spoken(SubElement(interaction, "qti-simple-choice", {"identifier": letter} | fixed), text, shelf)


def entered(body: Element, each: Asked, parcel: Parcel) -> None:
    """Show a line to type on: in the gap, if the prompt has one, or else below it, a unit behind it."""
    length = str(min(max(len(text) for text in each.right) + 4, 60))
    line = Element("qti-text-entry-interaction", {"response-identifier": RESPONSE, "expected-length": length})
    before, behind = each.blank or (each.prompt, "")
    paragraph = SubElement(body, "p", dir="auto")
    shelf = Shelf(each.media, parcel)
    spoken(paragraph, before, shelf)
    if each.blank is None:
        paragraph = SubElement(body, "p")
    unit = f" {each.amount.unit}" if each.amount and each.amount.unit else ""
    paragraph.append(line)
    spoken(paragraph, unit + behind, shelf, line)


def processed(root: Element, each: Asked) -> None:
    """Score the response, and show what is told once it is given."""
    processing = SubElement(root, "qti-response-processing")
    if each.form == "typed":
        score = SubElement(processing, "qti-set-outcome-value", identifier=SCORE)
        SubElement(score, "qti-map-response", identifier=RESPONSE)
    else:
        condition = SubElement(SubElement(processing, "qti-response-condition"), "qti-response-if")
        if each.amount:
            within(condition, each.amount)
        else:
            compared = SubElement(condition, "qti-match")
            SubElement(compared, "qti-variable", identifier=RESPONSE)
            SubElement(compared, "qti-correct", identifier=RESPONSE)
        score = SubElement(condition, "qti-set-outcome-value", identifier=SCORE)
        SubElement(score, "qti-base-value", {"base-type": "float"}).text = "1"
    if each.told:
        told = SubElement(processing, "qti-set-outcome-value", identifier=FEEDBACK)
        SubElement(told, "qti-base-value", {"base-type": "identifier"}).text = TOLD


def within(condition: Element, amount: Amount) -> None:
    """Ask for a number between two; players that know nothing of the tolerance of `qti-equal` understand that too."""
    both = SubElement(condition, "qti-and")
    for tag, bound in (("qti-gte", amount.value - amount.margin), ("qti-lte", amount.value + amount.margin)):
        compared = SubElement(both, tag)
        SubElement(compared, "qti-variable", identifier=RESPONSE)
        SubElement(compared, "qti-base-value", {"base-type": "float"}).text = digits(bound)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The media of an item, and where their files go."""

    media: Media
    parcel: Parcel


def spoken(parent: Element, text: str, shelf: Shelf, behind: Element | None = None) -> None:
    """Add text to an element, at its beginning or behind one of its children; a line feed is a break."""
    for part in parts(text, shelf.media):
        if isinstance(part, Medium):
            behind = shown(parent, part, shelf.parcel.add(part))
            continue
        first, *rest = part.split("\n")
        if behind is None:
            parent.text = first
        else:
            behind.tail = first
        for line in rest:
            behind = SubElement(parent, "br")
            behind.tail = line


def shown(parent: Element, medium: Medium, name: str) -> Element:
    """Add a picture or sound, whose file lies beside the folder of the items."""
    address, said = f"../{MEDIA}/{name}", medium.reference.alt.strip()
    if medium.sort == PICTURE:
        return SubElement(parent, "img", src=address, alt=said)
    player = SubElement(parent, "audio" if medium.sort == SOUND else "video", controls="controls")
    SubElement(player, "source", src=address, type=medium.reference.type)
    return player
