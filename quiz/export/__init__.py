"""Decks -> a file another program reads: one module or folder per format."""

from __future__ import annotations

from quiz.export.request import Format

ANKI = ("present", "force", "deck", "subdecks", "subdecks_from", "tag_prefix", "history")
ANKI_TEXT = tuple(option for option in ANKI if option not in ("force", "history"))
SHEETS = ("number", "seed", "versions", "paper", "key")

FORMATS = (
    Format("anki", ".apkg", "quiz.export.anki:write", "an Anki package", ANKI),
    Format("gift", ".gift", "quiz.export.gift:write", "GIFT, plain text for Moodle and many others"),
    Format("moodle", ".xml", "quiz.export.moodle:write", "Moodle XML, with numbers, units, feedback and tags"),
    Format("qti12", ".zip", "quiz.export.qti.version12:write", "QTI 1.2, for Canvas and other learning platforms"),
    Format("qti3", ".zip", "quiz.export.qti.version30:write", "QTI 3.0, for newer learning platforms"),
    Format("csv", ".csv", "quiz.export.table.sheet:write_csv", "a table for spreadsheets, a row for each card"),
    Format("tsv", ".tsv", "quiz.export.table.sheet:write_tsv", "the same table with tabs, for programs"),
    Format("quizlet", ".tsv", "quiz.export.table.quizlet:write", "terms and definitions, to be pasted into Quizlet"),
    Format(
        "anki-tsv",
        ".tsv",
        "quiz.export.table.notes:write",
        "notes as text for Anki, over what was edited there",
        ANKI_TEXT,
    ),
    Format("markdown", ".md", "quiz.export.markdown:write", "Markdown to read and print, answers at the end"),
    Format("html", ".html", "quiz.export.html.quiz:write", "a quiz in one page for any browser", ("number", "seed")),
    Format("sheets", ".html", "quiz.export.html.sheets:write", "sheets to print, with a key", SHEETS),
)
"""The formats there are; packages add theirs by suffix as entry points `quiz.exporters`, `module:function`."""
