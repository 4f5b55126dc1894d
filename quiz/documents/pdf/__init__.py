"""Reads PDF: glyphs -> runs -> lines in reading order -> paragraphs, page furniture and notes apart."""
