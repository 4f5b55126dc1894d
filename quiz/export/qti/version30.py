"""Decks as a package of QTI 3.0: an item for each card, a test with a section for each deck, and the manifest."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from quiz.deck.model import Card, Deck
from quiz.export.asked import Asked, asked
from quiz.export.losses import Losses
from quiz.export.media import PICTURE, SCRIPTABLE, SOUND, VIDEO, Carrier, Parcel
from quiz.export.qti.archive import packed
from quiz.export.qti.items import SCORE, item, rooted
from quiz.export.qti.texts import MEDIA, unread
from quiz.export.report import Report
from quiz.export.request import Request
from quiz.export.target import checked, replacing
from quiz.export.teaching import unnumbered, untaught
from quiz.export.wording import name

PACKAGING = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
ITEM, TEST = "imsqti_item_xmlv3p0", "imsqti_test_xmlv3p0"
CARRIER = Carrier((PICTURE, SOUND, VIDEO), SCRIPTABLE)
UNFIT = re.compile(r"[^\w.-]+")


def write(decks: Sequence[Deck], out: Path, _request: Request) -> Report:
    """Write decks as one package; QuizError, with nothing written, for a card that asks or answers nothing."""
    target, losses, files = checked(out, decks), Losses(), dict[str, bytes]()
    sections: list[tuple[Deck, list[tuple[str, Asked]]]] = []
    names, used, parcel = set[str](), dict[str, list[str]](), Parcel()
    for deck, questions in asked(decks, losses, CARRIER):
        section = [(identifier(each, names), each) for each in questions]
        sections.append((deck, section))
        for card, (named, each) in zip(deck.cards, section, strict=True):
            made = item(each, named, parcel)
            files[href(named)] = xml(made)
            used[named] = list(
                dict.fromkeys(shown.get("src", "").removeprefix("../") for shown in made.iterfind(".//*[@src]"))
            )
            untold(card, deck, each, losses)
    package = {
        "imsmanifest.xml": xml(spread(manifest(list(names_of(sections)), used))),
        "test.xml": xml(spread(test(sections))),
    }
    media = {f"{MEDIA}/{name}": data for name, data in parcel.files.items()}
    archive = packed(package | files | media)
    with replacing(target, out) as file:
        file.write(archive)
    return Report(cards=len(files), files=(out,), warnings=losses.problems())


def identifier(each: Asked, taken: set[str]) -> str:
    """Name an item by the identity of its card, so that a later export names it the same."""
    found = named = f"item-{sha256(each.key.encode()).hexdigest()[:16]}"
    count = 1
    while found in taken:
        count += 1
        found = f"{named}-{count}"
    taken.add(found)
    return found


def href(named: str) -> str:
    """Tell where an item lies in the package."""
    return f"items/{named}.xml"


def names_of(sections: Sequence[tuple[Deck, Sequence[tuple[str, Asked]]]]) -> Iterator[str]:
    """Name the items in their order."""
    return (named for _, section in sections for named, _ in section)


def test(sections: Sequence[tuple[Deck, Sequence[tuple[str, Asked]]]]) -> Element:
    """Write the test: a section for each deck, the score being the sum of its items' scores."""
    title = ", ".join(name(deck.title) for deck, _ in sections)
    root = rooted("qti-assessment-test", "test", title, **{"tool-name": "quiz"})
    SubElement(root, "qti-outcome-declaration", {"identifier": SCORE, "cardinality": "single", "base-type": "float"})
    modes = {"identifier": "part", "navigation-mode": "nonlinear", "submission-mode": "individual"}
    part = SubElement(root, "qti-test-part", modes)
    for at, (deck, section) in enumerate(sections, 1):
        titled = {"identifier": f"section-{at}", "title": name(deck.title) or "Untitled", "visible": "true"}
        listed = SubElement(part, "qti-assessment-section", titled)
        for named, each in section:
            tags = " ".join(dict.fromkeys(filter(None, map(category, each.labels))))
            labels = {"category": tags} if tags else {}
            SubElement(listed, "qti-assessment-item-ref", {"identifier": named, "href": href(named)} | labels)
    score = SubElement(SubElement(root, "qti-outcome-processing"), "qti-set-outcome-value", identifier=SCORE)
    SubElement(SubElement(score, "qti-sum"), "qti-test-variables", {"variable-identifier": SCORE})
    return root


def category(tag: str) -> str:
    """Write a tag as an identifier, which is what a category has to be."""
    word = UNFIT.sub("-", tag).strip("-.")
    return word if not word or word[0].isalpha() or word[0] == "_" else f"_{word}"


def manifest(names: Sequence[str], used: Mapping[str, Sequence[str]]) -> Element:
    """Write what is in the package: the items, each with the files it uses."""
    root = Element("manifest", {"xmlns": PACKAGING, "identifier": "quiz-package"})
    about = SubElement(root, "metadata")
    SubElement(about, "schema").text = "QTI Package"
    SubElement(about, "schemaversion").text = "3.0.0"
    SubElement(root, "organizations")
    resources = SubElement(root, "resources")
    whole = SubElement(resources, "resource", identifier="test", type=TEST, href="test.xml")
    SubElement(whole, "file", href="test.xml")
    for named in names:
        SubElement(whole, "dependency", identifierref=named)
        resource = SubElement(resources, "resource", identifier=named, type=ITEM, href=href(named))
        for file in (href(named), *used[named]):
            SubElement(resource, "file", href=file)
    return root


def spread(root: Element) -> Element:
    """Put each element on a line of its own, where blanks between them are no text."""
    indent(root)
    return root


def xml(root: Element) -> bytes:
    """Write XML."""
    made: bytes = tostring(root, encoding="UTF-8", xml_declaration=True)
    return made + b"\n"


def untold(card: Card, deck: Deck, each: Asked, losses: Losses) -> None:
    """Tell what QTI 3.0 cannot say of a question."""
    if any(category(tag) != tag for tag in each.tags):
        losses.tell(card, deck, "tags are written as categories, in which other characters than letters become `-`")
    texts = (each.prompt, *each.options, *each.items, *each.feedback, *each.told)
    if any(unread(run) for text in texts for run in each.runs(text)):
        losses.tell(card, deck, "a formula stays as it is written: its TeX is more than quiz writes as MathML")
    shared = ("partial",) if each.form == "several" else ()
    unnumbered(card, deck, each, losses)
    untaught(card, deck, each, losses, "QTI 3.0", ("feedback", "points", "difficulty", *shared))
