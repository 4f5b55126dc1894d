"""Someone else's file -> decks: one module or folder per format, and one that puts what was read into a folder."""

from __future__ import annotations

FORMATS = {
    ".apkg": "quiz.imports.anki:read",
    ".colpkg": "quiz.imports.anki:read",
    ".csv": "quiz.imports.tables:read",
    ".tsv": "quiz.imports.tables:read",
    ".txt": "quiz.imports.tables:read",
    ".gift": "quiz.imports.gift:read",
    ".md": "quiz.imports.markdown:read",
}
"""The reader of each suffix, `module:function`; packages add theirs as entry points `quiz.importers`."""
