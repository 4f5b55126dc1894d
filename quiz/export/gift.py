"""Decks as GIFT, the question format in plain text that Moodle and many others read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from quiz.deck.marks.runs import Run
from quiz.deck.model import GAP, Card, Deck
from quiz.deck.remembered import in_passing
from quiz.export.amounts import digits
from quiz.export.asked import Asked, asked, disordered
from quiz.export.inline import MEANT, inert, marked_up, typeset
from quiz.export.losses import Losses
from quiz.export.report import Report
from quiz.export.request import Request
from quiz.export.target import checked, replacing
from quiz.export.teaching import shared, uncased, unnumbered, untaught, unweighed, weights
from quiz.export.wording import line, name

SPECIAL = re.compile(r"[\\~=#{}:\n]")
PLACEHOLDER = re.compile(r"&&(?=0(?:10|35|58|61|92)|12[356])")
"""What readers of GIFT put in place of an escaped character while they read, and turn back wherever it stands."""

ARROW = re.compile("->")
FORMATS = ("[html]", "[plain]", "[moodle]", "[markdown]")
BRACKETED = re.compile(r"[\[\]\\\x00-\x1f\x7f]")


def write(decks: Sequence[Deck], out: Path, _request: Request) -> Report:
    """Write decks, each as a category; QuizError, with nothing written, for a card that asks or answers nothing."""
    target, losses = checked(out, decks), Losses()
    written = 0
    with replacing(target, out) as file:
        for deck, questions in asked(decks, losses):
            file.write(category(deck).encode())
            for card, each in zip(in_passing(deck.cards), questions, strict=True):
                file.write("\n".join([*entry(each), "", ""]).encode())
                garbled(card, deck, each, losses)
                written += 1
    return Report(cards=written, files=(out,), warnings=losses.problems())


def category(deck: Deck) -> str:
    """Write the line that opens a category, in whose name a slash would begin another level."""
    title = label(deck.title).replace("\\", "\\\\").replace("/", "//") or "Untitled"
    return f"$CATEGORY: {title}\n\n"


def entry(each: Asked) -> Iterator[str]:
    """Write one question, line by line."""
    marks = [f"[id:{each.key}]"] if not BRACKETED.search(each.key) else []
    marks += [f"[tag:{BRACKETED.sub(' ', tag).strip()}]" for tag in each.labels if BRACKETED.sub(" ", tag).strip()]
    if marks:
        yield "// " + " ".join(marks)
    stem = f"::{escaped(label(each.prompt))}::{'[html]' if rich(each) else '[plain]'}"
    told = ["\t####" + within(each, *each.told)] if each.told else []
    if each.form == "truefalse":
        yield f"{stem}{asking(each, each.prompt)}{{{'TRUE' if each.true else 'FALSE'}"
        yield from [*told, "}"]
        return
    if each.form == "number" and each.amount:
        unit = f" ({each.amount.unit})" if each.amount.unit else ""
        yield f"{stem}{asking(each, each.prompt + unit)}{{#"
        yield from (f"\t={digits(number.value)}:{digits(number.margin)}" for number in each.amounts)
    elif each.form == "typed" and (parts := embedding(each)):
        before, behind = parts
        yield f"{stem}{before}{{"
        yield from [*answers(each), *told]
        yield "}" + behind
        return
    else:
        yield f"{stem}{asking(each, each.posed)}{{"
        yield from answers(each)
    yield from [*told, "}"]


def embedding(each: Asked) -> tuple[str, str] | None:
    """Part a prompt at its gap, where the answers can stand: between words, unless those behind it look like syntax."""
    before, behind = each.blank or ("", "")
    odd = behind.strip().startswith(("//", *FORMATS))
    if not before.strip() or not behind.strip() or odd:
        return None
    if not rich(each):
        return escaped(before), escaped(behind)
    first, *last = html(each.runs(each.prompt)).split(GAP)
    return (escaped(first), escaped(last[0])) if len(last) == 1 else None


def rich(each: Asked) -> bool:
    """Whether a prompt has marks, and so is HTML."""
    return each.prompt in each.looks


def asking(each: Asked, text: str) -> str:
    """Write a prompt."""
    return escaped(html(each.runs(text)) if rich(each) else text)


def html(found: Iterable[Run]) -> str:
    """Write text with its marks as HTML."""
    return marked_up(found, inert, lambda run: typeset(run, inert), MEANT)


def within(each: Asked, *texts: str) -> str:
    """Write texts within the braces, lines of one; what is not as the prompt names its own format."""
    if any(text in each.looks for text in texts):
        return "[html]" + escaped(ARROW.sub("→", "<br>".join(html(each.runs(text)) for text in texts)))
    said = plain("\n".join(texts))
    return f"[plain]{said}" if said and rich(each) and not said.startswith("[plain]") else said


def answers(each: Asked) -> Iterator[str]:
    """Write the answers of a choice, of a question to be typed, or of an order: each item with its number."""
    if each.form in ("choice", "several"):
        yield from (f"\t{option(each, text)}" for text in each.options)
    elif each.form == "order":
        ranks = {text: rank for rank, text in enumerate(each.items, 1)}
        yield from (f"\t={within(each, text)} -> {ranks[text]}" for text in disordered(each.key, each.items))
    else:
        yield from ("\t=" + weighed(typed(text), "100") + plain(typed(text)) for text in each.right)


def typed(text: str) -> str:
    """Write an answer to be typed, in which a bare asterisk would stand for any text."""
    return text.replace("*", "\\*")


def option(each: Asked, text: str) -> str:
    """Write an option with its weight, where several are right, and what is said to who chose it."""
    right, wrong = weights(each) if each.form == "several" else ("100", "0")
    is_right, why = text in each.ticked, each.why(text)
    weight = weighed(text, right if is_right else wrong, always=each.form == "several")
    mark = "=" if is_right and each.form == "choice" else "~"
    return f"{mark}{weight}{within(each, text)}{'#' * bool(why)}{within(each, why)}"


def weighed(text: str, weight: str, *, always: bool = False) -> str:
    """Write the weight of an answer; that of a plain one only if it begins like a weight."""
    return f"%{weight}%" if always or text.startswith("%") else ""


def plain(text: str) -> str:
    """Write text within the braces; one that begins like the name of a format names its own."""
    marked = "[plain]" if text.startswith(FORMATS) else ""
    return marked + escaped(ARROW.sub("→", text))


def escaped(text: str) -> str:
    """Write text so that just that text is read."""
    text = PLACEHOLDER.sub("&\u2060&", text)
    return SPECIAL.sub(lambda found: "\\n" if found[0] == "\n" else "\\" + found[0], text)


def label(text: str) -> str:
    """Name a question or category; Moodle takes a `<` in a name for the beginning of a tag, and drops the rest."""
    return name(line(text).replace("<", "‹").replace(">", "›"))


def garbled(card: Card, deck: Deck, each: Asked, losses: Losses) -> None:
    """Tell what GIFT cannot say of a question."""
    texts = (*each.right, *each.options, *each.items, *each.feedback)
    if any(map(ARROW.search, texts)):
        losses.tell(card, deck, "`->` in an answer is written `→`: it parts the pairs of GIFT")
    if any(map(PLACEHOLDER.search, (each.prompt, *texts, *each.told))):
        losses.tell(card, deck, "`&&` before a number gets a joiner: GIFT reads it as an escaped character")
    if each.form == "order":
        losses.tell(card, deck, "an order is asked as pairs of item and number: GIFT has no ordering")
    if each.late:
        losses.tell(card, deck, "an option that is to stand last may be moved: GIFT cannot keep it there")
    if each.amount and each.amount.unit:
        losses.tell(card, deck, "the unit is named in the question: GIFT has numbers without units")
    unweighed(card, deck, each, losses)
    uncased(card, deck, each, losses, "GIFT")
    unnumbered(card, deck, each, losses)
    untaught(card, deck, each, losses, "GIFT", ("feedback", "difficulty", *shared(each)))
