"""Decks -> a file another program reads: one module or folder per format."""

from __future__ import annotations

EXPORTERS = {".apkg": "quiz.export.anki:write"}
"""Exporter of each suffix, as `module:function`; packages add theirs as entry points `quiz.exporters`."""
