"""Reads Word documents: the parts of the archive, the names of their styles, the text as tags and texts."""
