"""Decks as a quiz in one file that any browser plays: everything is told without its script too, answers folded."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from quiz.deck.marks import exact
from quiz.deck.marks.exactly import forms, formulas
from quiz.deck.marks.letters import LOWERED, RAISED
from quiz.deck.model import Deck, short
from quiz.export.amounts import amount, digits
from quiz.export.html.document import document, template, titled
from quiz.export.html.drawing import Posed, drawn, shuffled
from quiz.export.html.markup import element, gapped, html, listed, marked
from quiz.export.losses import Losses
from quiz.export.media import EVERYTHING, SOUND, VIDEO, media_in, pictured, plain
from quiz.export.report import Report
from quiz.export.request import Request
from quiz.export.sources import document as document_of
from quiz.export.sources import place
from quiz.export.target import checked, replacing
from quiz.export.teaching import said_points, untaught
from quiz.export.wording import clean

GAP = '<span class="gap"><span class="unseen">blank</span></span>'
SCRIPTS = ("exactly.js", "judge.js", "parts.js", "choosing.js", "play.js")


def write(decks: Sequence[Deck], out: Path, request: Request) -> Report:
    """Write decks as one page; QuizError, with nothing written, for a card that asks or answers nothing."""
    target, losses = checked(out, decks), Losses()
    questions = shuffled(drawn(decks, request.number, request.seed, losses, EVERYTHING), f"{request.seed}")
    for each in questions:
        if any(medium.sort in (SOUND, VIDEO) for text in each.shown for medium in media_in(text, each.asked.media)):
            losses.tell(each.card, each.deck, "a sound to choose is named in brackets: a button holds no player")
        untaught(each.card, each.deck, each.asked, losses, "the page", ("hint", "feedback", "points", "partial"))
    with replacing(target, out) as file:
        file.write(page(titled(decks), questions, several=len(decks) > 1, seed=request.seed).encode())
    return Report(cards=len(questions), files=(out,), warnings=losses.problems())


def page(title: str, questions: Sequence[Posed], *, several: bool, seed: int) -> str:
    """Write the page; with several decks each question is under the title of its own."""
    body = [
        f'<main id="quiz" data-seed="{seed}">',
        element("h1", html(title)),
        '<ol id="questions">',
        *(item(each, several=several) for each in questions),
        "</ol>",
        "</main>",
    ]
    script = "\n".join(['"use strict";', letters(), *map(template, SCRIPTS)])
    return document(title, body, f"{template('palette.css')}{template('quiz.css')}", script)


def letters() -> str:
    """Tell the script which letters are raised and lowered."""
    tables = {"RAISED": RAISED, "LOWERED": LOWERED}
    return "".join(f'const {name} = "{"".join(dict.fromkeys(table.values()))}";\n' for name, table in tables.items())


def item(each: Posed, *, several: bool) -> str:
    """Write one question, and its answer folded below it."""
    asked = each.asked
    parts = [
        element("p", html(each.deck.title), "deck") if several else "",
        element("p", gapped(asked, GAP), "prompt"),
        element("p", said_points(asked.points), "points"),
        hint(each),
        *(["<ul>", *(option(each, text) for text in each.shown), "</ul>"] if each.shown else []),
        "<details><summary>Answer</summary>",
        *answer(each),
        "</details>",
    ]
    data = " ".join(f'data-{name}="{value}"' for name, value in told(each).items())
    return "\n".join([f"<li {data}>", *filter(None, parts), "</li>"])


def hint(each: Posed) -> str:
    """Write the hint, folded, if there is one."""
    said = element("p", html(each.asked.hint, each.asked))
    return f'<details class="hint"><summary>Hint</summary>{said}</details>' if said else ""


def option(each: Posed, text: str) -> str:
    """Write what can be chosen, and how the script names it where it is no text; a button holds no player."""
    asked = each.asked
    players = {path: medium for path, medium in asked.media.items() if medium.sort in (SOUND, VIDEO)}
    seen = {path: medium for path, medium in asked.media.items() if path not in players}
    other = text in asked.looks or pictured(text, asked.media)
    said = f' data-said="{html(each.said([text])[0])}"' if other else ""
    silent = replace(asked, media=seen, looks={known: plain(look, players) for known, look in asked.looks.items()})
    return f'<li{said} dir="auto">{html(plain(text, players), silent)}</li>'


def told(each: Posed) -> dict[str, str]:
    """Tell the script what it needs beside what is shown; a list is JSON."""
    asked = each.asked
    data = {"form": way(each), "key": html(asked.key)}
    if each.shown and asked.form != "order":
        late = len(each.shown if asked.form == "truefalse" else asked.late)
        data |= {"right": listed(each.said(each.rights)), "late": f"{late}"}
        if asked.form != "truefalse" and typeable(each):
            data["typed"] = listed(counting(each))
    elif asked.form == "order":
        data["right"] = listed(each.said(asked.items))
    else:
        data["right"] = listed(each.said(counting(each)))
    if asked.parts:
        data["parts"] = listed(asked.parts)
    if asked.points:
        data["points"] = asked.points
    if asked.partial:
        data["partial"] = "1"
    if each.filled:
        data["gaps"] = html_lists(each.filled)
    found = asked.amount or amount(asked.answer, each.card.tolerance)
    if found is not None:
        data["margin"] = digits(found.margin)
    if ("typed" in data or way(each) in ("typed", "gaps")) and (signs := exactly(each)):
        data["exact"] = html(json.dumps(signs, ensure_ascii=False))
    return data


def exactly(each: Posed) -> dict[str, dict[str, list[str]]]:
    """Tell of typed answers of maths and of code, by how they read, in which forms they are right."""
    asked, found = each.asked, dict[str, dict[str, list[str]]]()
    for text in dict.fromkeys((*counting(each), *asked.parts, *(text for gap in each.filled for text in gap))):
        look = asked.looks.get(text, "")
        if exact(look):
            found.setdefault("maths" if formulas(look) else "code", {})[text] = forms(look)
    return found


def way(each: Posed) -> str:
    """Name how the script asks: a long answer is shown, and who answers says whether they knew it."""
    if each.shown:
        return each.asked.form if each.asked.form in ("order", "several") else "choice"
    if each.filled:
        return "gaps"
    return "typed" if each.asked.amount or typeable(each) else "reveal"


def typeable(each: Posed) -> bool:
    """Whether an answer, or each of its parts, is short enough to be typed."""
    return all(map(short, each.asked.parts or (each.asked.answer,)))


def counting(each: Posed) -> tuple[str, ...]:
    """Name what counts when typed; the parts of an answer are told by themselves, in whatever order."""
    asked = each.asked
    known = (asked.answer, *asked.also) if asked.parts else asked.right
    return tuple(text for text in known if text in asked.looks or text not in asked.cased)


def html_lists(lists: Sequence[Sequence[str]]) -> str:
    """Write lists of texts as the value of an attribute, as JSON."""
    return f"[{','.join(map(listed, lists))}]"


def answer(each: Posed) -> Iterator[str]:
    """Write the answer, what counts too, why it is right, and the passages it comes from."""
    asked = each.asked
    if asked.form == "order":
        yield element("ol", "".join(element("li", html(text, asked)) for text in asked.items), "answer")
    elif asked.parts:
        yield element("ul", "".join(element("li", html(text, asked)) for text in asked.parts), "answer")
    else:
        yield element("p", html(each.right, asked), "answer")
    if asked.also and asked.form not in ("order", "truefalse"):
        yield element("p", f"Also right: {'; '.join(html(text, asked) for text in asked.also)}", "also")
    if asked.amount is not None and asked.amount.margin:
        margin = " ".join([digits(asked.amount.margin), html(asked.amount.unit)]).strip()
        yield element("p", f"Right within {margin}", "also")
    for at, text in enumerate(each.shown):
        if asked.why(text):
            said = html(text, asked), html(asked.why(text), asked)
            yield f'<p class="feedback" data-of="{at}" dir="auto">{": ".join(said)}</p>'
    yield element("p", html(each.card.explanation, asked), "why")
    yield from source(each)


def source(each: Posed) -> Iterator[str]:
    """Quote the passages of a card with document and place, the answer marked."""
    if each.card.source is None:
        return
    passages = (each.card.source.passage, *each.card.source.evidence)
    quoted = "".join(
        element("p", marked(passage.text, each.asked.right, each.asked.media))
        for passage in passages
        if clean(passage.text)
    )
    where = [document_of(each.card, each.deck), place(passages[0])]
    inner = element("blockquote", quoted) + element("figcaption", html(", ".join(filter(None, where))))
    yield f"<figure>{inner}</figure>" if inner else ""
