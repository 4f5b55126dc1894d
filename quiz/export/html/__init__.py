"""Decks as pages for a browser: a quiz that plays by itself, and sheets to be printed."""
