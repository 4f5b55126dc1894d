"""Makes small PDFs as typesetters do: lines at their places on pages, by reportlab."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from io import BytesIO

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = 595, 842


@dataclass(frozen=True, slots=True)
class Set:
    """Text at a place, in points from the page's upper left corner."""

    left: float
    down: float
    text: str
    size: float = 10
    font: str = "Times-Roman"
    turned: float = 0


def column(
    left: float, down: float, lines: str, size: float = 10, lead: float = 12, font: str = "Times-Roman"
) -> list[Set]:
    """The lines of a text under one another; blanks before a line indent it."""
    return [
        Set(left + 2.5 * (len(line) - len(line.lstrip())), down + number * lead, line.strip(), size, font)
        for number, line in enumerate(lines.strip("\n").split("\n"))
        if line.strip()
    ]


def pdf(*pages: Iterable[Set], title: str = "", password: str = "", picture: bool = False, rotation: int = 0) -> bytes:
    """A PDF of pages; with a password nobody reads it without, with a picture each page is a grey one."""
    file = BytesIO()
    canvas = Canvas(file, (WIDTH, HEIGHT), encrypt=StandardEncryption(password) if password else None, invariant=1)
    canvas.setTitle(title)
    for page in pages:
        if picture:
            from PIL import Image
            from reportlab.lib.utils import ImageReader

            canvas.drawImage(ImageReader(Image.new("L", (20, 20), 128)), 0, 0, WIDTH, HEIGHT)
        canvas.setPageRotation(rotation)
        for item in page:
            canvas.saveState()
            canvas.setFont(item.font, item.size)
            canvas.translate(item.left, HEIGHT - item.down)
            canvas.rotate(item.turned)
            canvas.drawString(0, 0, item.text)
            canvas.restoreState()
        canvas.showPage()
    canvas.save()
    return file.getvalue()
