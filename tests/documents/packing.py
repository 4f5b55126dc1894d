"""Makes small Word and EPUB files: the markup that matters, in an archive."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="mc" xmlns:wps="wps"'
STYLES = {
    "Title": "Title",
    "berschrift1": "heading 1",
    "berschrift2": "heading 2",
    "Zitat": "Quote",
    "Beschriftung": "caption",
    "Verzeichnis1": "toc 1",
    "Liste": "List Bullet",
}


def archive(files: Mapping[str, str | bytes]) -> bytes:
    """A ZIP archive of files."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(name, content)
    return file.getvalue()


def docx(body: str, title: str = "", **more: str) -> bytes:
    """A Word document of the markup of its body."""
    styles = "".join(f'<w:style w:styleId="{name}"><w:name w:val="{said}"/></w:style>' for name, said in STYLES.items())
    core = f"<cp:coreProperties><dc:title>{title}</dc:title><dc:creator>Ada Blum</dc:creator></cp:coreProperties>"
    return archive(
        {
            "[Content_Types].xml": "<Types/>",
            "word/document.xml": f'<?xml version="1.0"?><w:document {WORD}><w:body>{body}</w:body></w:document>',
            "word/styles.xml": f"<w:styles>{styles}</w:styles>",
            "word/footnotes.xml": "<w:footnotes><w:p><w:r><w:t>A note of 1999.</w:t></w:r></w:p></w:footnotes>",
            "docProps/core.xml": core,
            **more,
        }
    )


def p(text: str, style: str = "", properties: str = "") -> str:
    """A paragraph of a Word document; text that begins with markup is markup."""
    runs = text if text.startswith("<") else f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of a Word document."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def epub(chapters: Mapping[str, str], *, nav: str = "", guide: str = "", linear: str = "", **more: str) -> bytes:
    """A book of the bodies of its chapters, in order; `linear` names the one that is not."""
    items = "".join(f'<item id="i{n}" href="text/{name}" media-type="x"/>' for n, name in enumerate(chapters))
    order = "".join(
        f'<itemref idref="i{n}"{" linear=" + chr(34) + "no" + chr(34) if name == linear else ""}/>'
        for n, name in enumerate(chapters)
    )
    package = (
        '<?xml version="1.0"?><package><metadata><dc:title>The Mills of Orr</dc:title><dc:creator>Ada Blum</dc:creator>'
        '<dc:date>1971-03-01</dc:date></metadata><manifest><item id="nav" href="nav.xhtml" properties="nav"/>'
        f"{items}</manifest><spine>{order}</spine><guide>{guide}</guide></package>"
    )
    page = '<?xml version="1.0"?><!DOCTYPE html><html xmlns:epub="x"><head><title/></head><body{}>{}</body></html>'
    bodies = {
        f"OEBPS/text/{name}": body if body.startswith("<?") else page.format("", body)
        for name, body in chapters.items()
    }
    return archive(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container><rootfile full-path="OEBPS/book.opf"/></container>',
            "OEBPS/book.opf": package,
            "OEBPS/nav.xhtml": f"<html><body><nav>{nav}</nav></body></html>",
            **bodies,
            **more,
        }
    )
