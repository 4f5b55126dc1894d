"""A formula of TeX as MathML, as far as our own reader of TeX says it: in the elements that browsers draw."""

from __future__ import annotations

from unicodedata import category
from xml.etree.ElementTree import Element

from quiz.deck.marks.symbols import DOUBLE, FUNCTIONS
from quiz.deck.marks.tex import Reader, UnreadableError

MATHML = "http://www.w3.org/1998/Math/MathML"

ORDINARY = frozenset("∞∅°")
"""Signs that stand for a thing: no space is left around them."""

PRIME = "′"
SHAPES = {"-": "−", "'": PRIME, "*": "∗"}
"""Signs as they are drawn in formulas."""
TYPED = str.maketrans({shape: sign for sign, shape in SHAPES.items()} | {" ": "\u00a0"})
"""The same in words; blanks at the ends of an element would not be drawn."""

WIDTHS = {"quad": "1em", "qquad": "2em", "enspace": "0.5em"}
NARROW = "0.2em"

MARKS = {"\u0304": "¯", "\u0302": "^", "\u20d7": "→", "\u0307": "˙", "\u0303": "~"}
"""Accents as signs above a letter, by the characters that combine with one."""

LIMITED = frozenset("∑∏") | {"lim", "max", "min", "sup", "inf"}
"""What scripts stand below and above, not behind."""

RAISED, LOWERED, BLANK = "raised", "lowered", "blank"
"""Parts that are no elements of MathML: a row makes something of the first two, and the last is left out."""

LEAVES = frozenset(("mi", "mn", "mo", "mtext", BLANK))
ROWS = frozenset(("mrow", "msqrt", "math"))
"""Elements whose children stand one behind the other."""


def mathml(formula: str, *, display: bool = False) -> Element | None:
    """Write a formula as an element; None where its TeX is not known here."""
    try:
        told = _Elements(formula).until("")
    except UnreadableError:
        return None
    root = Element("math", {"xmlns": MATHML, "display": "block" if display else "inline"})
    root.extend(told if told.tag == "mrow" else [told])
    _tidy(root)
    return root


class _Elements(Reader[Element]):
    """Writes a formula as elements."""

    def sign(self, sign: str) -> Element:
        if sign == "'":
            return _around(RAISED, _leaf("mo", PRIME))
        if sign.isdecimal():
            return _leaf("mn", sign)
        named = category(sign)[0] == "L" or sign in ORDINARY
        return _leaf("mi" if named else "mo", SHAPES.get(sign, sign))

    def blank(self, name: str) -> Element:
        return Element("mspace", width=WIDTHS.get(name, NARROW)) if name.strip() else _leaf(BLANK, " ")

    def function(self, name: str) -> Element:
        return _leaf("mi", name)

    def row(self, parts: list[Element]) -> Element:
        whole: list[Element] = []
        for part in parts:
            if part.tag in (RAISED, LOWERED):
                behind = [each for each in whole if each.tag != BLANK]
                base = behind[-1] if behind else Element("mrow")
                whole = [*whole[: whole.index(base)], _scripted(base, part)] if behind else [_scripted(base, part)]
            elif part.tag == "mn" and _counted(whole):
                point = whole.pop().text or "" if whole[-1].tag == "mo" else ""
                whole.append(_leaf("mn", f"{whole.pop().text}{point}{part.text}"))
            else:
                whole.append(part)
        return whole[0] if len(whole) == 1 else _around("mrow", *whole)

    def script(self, sign: str, part: Element) -> Element:
        return _around(RAISED if sign == "^" else LOWERED, self.row([part]))

    def fraction(self, over: Element, under: Element) -> Element:
        return _around("mfrac", self.row([over]), self.row([under]))

    def root(self, part: Element) -> Element:
        return _around("msqrt", self.row([part]))

    def accented(self, part: Element, accent: str) -> Element:
        made = _around("mover", self.row([part]), _leaf("mo", MARKS[accent]))
        made.set("accent", "true")
        return made

    def double(self, part: Element) -> Element:
        if part.text not in DOUBLE:
            raise UnreadableError
        return _leaf("mi", DOUBLE[part.text])

    def upright(self, part: Element) -> Element:
        part = self.row([part])
        primed = [each for each in part.iter("msup") if each[1].text == PRIME]
        flat = all(each.tag in (*LEAVES, "mrow") or each in primed for each in part.iter())
        return _leaf("mtext", "".join(part.itertext()).translate(TYPED)) if flat else part


def _leaf(tag: str, text: str) -> Element:
    """Make an element of letters."""
    made = Element(tag)
    made.text = text
    return made


def _around(tag: str, *parts: Element) -> Element:
    """Make an element of others."""
    made = Element(tag)
    made.extend(parts)
    return made


def _counted(whole: list[Element]) -> bool:
    """Whether a digit behind these goes on with a number: `12`, `3.1`."""
    pointed = len(whole) > 1 and (whole[-1].tag, whole[-1].text) == ("mo", ".")
    return bool(whole) and whole[-1 - pointed].tag == "mn"


def _scripted(base: Element, script: Element) -> Element:
    """Put what is raised or lowered on its base, which may have something on it already."""
    raised, (part,) = script.tag == RAISED, script
    under, over, both = ("munder", "mover", "munderover") if _limited(base) else ("msub", "msup", "msubsup")
    if base.tag == (under if raised else over):
        return _around(both, base[0], *((base[1], part) if raised else (part, base[1])))
    if raised and base.tag == "msup":
        return _around("msup", base[0], _around("mrow", base[1], part))
    return _around(over if raised else under, base, part)


def _limited(base: Element) -> bool:
    """Whether scripts of an element, or of the one that it is made of, stand below and above."""
    inner = base[0] if base.tag in ("munder", "mover") and base.get("accent") is None else base
    return inner.text in LIMITED


def _tidy(element: Element) -> None:
    """Take blanks out of rows, and leave some room around names of functions."""
    children: list[Element] = []
    for child in element:
        _tidy(child)
        if child.tag != BLANK:
            roomy = children and {child.tag, children[-1].tag}.isdisjoint(("mo", "mspace"))
            if element.tag in ROWS and roomy and (_function(child) or _function(children[-1])):
                children.append(Element("mspace", width=NARROW))
            children.append(child)
        elif element.tag not in ROWS:
            children.append(Element("mrow"))
    element[:] = children


def _function(element: Element) -> bool:
    """Whether an element is the name of a function, with or without scripts."""
    return (element[0] if len(element) and element.tag != "mrow" else element).text in FUNCTIONS
