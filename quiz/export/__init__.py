"""Decks -> a file another program reads: one module or folder per format."""
