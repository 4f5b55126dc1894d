"""An analysis as one page that any browser shows, without a script."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from importlib.resources import files

from quiz.analysis.choices import Choice
from quiz.analysis.flags import MEANINGS
from quiz.analysis.marks import Mark
from quiz.analysis.report import Analysis, Figures
from quiz.analysis.words import NONE, coefficient, lasted, percent
from quiz.deck.references import spoken
from quiz.export.html.document import document, template
from quiz.export.html.markup import element, html
from quiz.export.wording import name
from quiz.verbs.analysing.telling import (
    COLUMNS,
    LEFT_OUT,
    MARKED,
    UNREACHED,
    cautions,
    gravest,
    marked,
    rows,
    size,
    title,
)
from quiz.verbs.words import counted

WAYS = {
    "choice": "asked by options",
    "ticked": "asked by options, several right",
    "typed": "typed",
    "order": "put in order",
}

HOW = "Behind each answer stands how many gave it, and which share of all other points they have in the mean."

SHOWN = 200
"""Characters of a question in the table."""


def page(analysis: Analysis, items: Sequence[Figures], *, marks: bool = False) -> str:
    """Write the page: the whole, the marks if wanted, what to look at, and all questions, each with its answers."""
    style = template("palette.css") + files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    named = title(analysis.whole)
    body = ["<main>", element("h1", html(named)), *_whole(analysis)]
    body += [*(_marks(analysis.marks) if marks else ()), *_doubts(items), *_table(items)]
    body += [element("h2", "Question by question"), element("p", HOW, "size")]
    body += [*(part for each in items for part in _question(each)), "</main>"]
    return document(f"{name(named)}: item analysis", body, style)


def _whole(analysis: Analysis) -> Iterator[str]:
    """Write what is to be said of the whole."""
    yield element("p", html(f"Item analysis: {size(analysis.whole)}"), "size")
    yield '<dl class="whole">'
    for what, figure, told in rows(analysis.whole):
        yield f"<div><dt>{html(what)}</dt><dd>{html(figure)}{element('small', html(told))}</dd></div>"
    yield "</dl>"
    yield from (element("p", html(told), "caution") for told in cautions(analysis))
    if analysis.told:
        inner = "".join(element("li", html(told)) for told in analysis.told)
        summary = element("summary", f"{counted(len(analysis.told), 'note')} on the results")
        yield f"<details>{summary}<ul>{inner}</ul></details>"


def _marks(marks: Sequence[Mark]) -> Iterator[str]:
    """Write the marks as a table."""
    yield element("h2", "Marks")
    head = "".join(f'<th scope="col">{head}</th>' for head in MARKED)
    yield f'<table class="marks"><thead><tr>{head}</tr></thead><tbody>'
    for who, *rest in map(marked, marks):
        cells = "".join(element("td", html(text)) for text in rest)
        yield f'<tr><th scope="row" dir="auto">{html(who)}</th>{cells}</tr>'
    yield "</tbody></table>"


def _doubts(items: Sequence[Figures]) -> Iterator[str]:
    """List the questions whose key may be wrong."""
    yield element("h2", "To look at")
    grave = [each for each in items if each.grave]
    if not grave:
        yield element("p", "No key looks wrong.")
        return
    yield '<ul class="doubts">'
    for each in grave:
        flags = "".join(
            element("p", f"<b>{html(flag.name)}</b> {html(spoken(flag.text))}") for flag in each.flags if flag.grave
        )
        yield f"<li>{_link(each)}{flags}</li>"
    yield "</ul>"


def _link(figures: Figures) -> str:
    """Write a question as a link to its place below."""
    number, text = figures.question.number, html(name(spoken(figures.question.text), SHOWN)) or NONE
    return f'<a href="#q{number}" dir="auto">{number}. {text}</a>'


def _table(items: Sequence[Figures]) -> Iterator[str]:
    """Write the table of the questions, and what its columns and flags mean."""
    yield element("h2", "All questions")
    heads = ("question", "right", "disc", "27 %", "drop", "n", "time", "look at")
    head = "".join(f'<th scope="col">{head}</th>' for head in heads)
    yield f"<table><thead><tr>{head}</tr></thead><tbody>"
    for each in items:
        cells = (
            f'<div class="level">{_bar(each.facility, "right")}<span>{percent(each.facility)}</span></div>',
            coefficient(each.discrimination), coefficient(each.index), coefficient(each.dropped),
            f"{'~' if each.few else ''}{each.takers}", lasted(each.seconds), html(gravest(each)),
        )  # fmt: skip
        grave = ' class="grave"' if each.grave else ""
        row = "".join(f"<td>{cell}</td>" for cell in cells)
        yield f'<tr{grave}><th scope="row">{_link(each)}</th>{row}</tr>'
    yield "</tbody></table>"
    named = {flag.name for each in items for flag in each.flags}
    meanings = COLUMNS | {flag: text for flag, text in MEANINGS.items() if flag in named}
    inner = "".join(f"<div><dt>{html(key)}</dt><dd>{html(text)}</dd></div>" for key, text in meanings.items())
    yield f'<dl class="legend">{inner}</dl>'


def _question(figures: Figures) -> Iterator[str]:
    """Write one question with all answers to it."""
    question = figures.question
    yield f'<section id="q{question.number}">'
    yield element("h3", f"{question.number}. {html(spoken(question.text))}")
    told = [
        f"{percent(figures.facility)} right", f"discrimination {coefficient(figures.discrimination)}",
        f"upper less lower 27 % {coefficient(figures.index)}", f"reliability without it {coefficient(figures.dropped)}",
        counted(figures.takers, "taker"), f"median {lasted(figures.seconds)}", WAYS[question.way],
    ]  # fmt: skip
    yield element("p", html(" · ".join(told)), "figures")
    yield '<ul class="answers">'
    yield from (_answer(choice, figures) for choice in figures.choices)
    for count, what in ((figures.omitted, LEFT_OUT), (figures.unreached, UNREACHED)):
        if count:
            yield f'<li class="none">{element("span", what, "words")}{_level(count, figures, "none")}</li>'
    yield "</ul>"
    for flag in figures.flags:
        kind = "flag grave" if flag.grave else "flag"
        yield element("p", f"<b>{html(flag.name)}</b> {html(spoken(flag.text))}", kind)
    yield "</section>"


def _answer(choice: Choice, figures: Figures) -> str:
    """Write one answer: a bar of how many gave it, and how well they did otherwise."""
    kind, sign = ("right", '<span class="sign">✓ </span>') if choice.right else ("wrong", "")
    rest = f"{percent(choice.rest)} otherwise" if choice.count else "nobody"
    words = f'<span class="words" dir="auto">{sign}{html(spoken(choice.text)) or NONE}</span>'
    return f'<li class="{kind}">{words}{_level(choice.count, figures, kind)}<span class="rest">{rest}</span></li>'


def _level(count: int, figures: Figures, kind: str) -> str:
    """Write a number of takers with its bar."""
    return f'{_bar(count / figures.takers, kind)}<span class="count">{count}</span>'


def _bar(share: float, kind: str) -> str:
    """Draw a share; a picture without words, for its figure stands beside it."""
    # A drawing, since the page's policy bars style attributes.
    drawn = f'<rect width="{share * 100:.1f}" height="8"/>'
    return f'<svg class="bar {kind}" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">{drawn}</svg>'
