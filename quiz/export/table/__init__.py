"""Decks as tables: for spreadsheets and programs, for Quizlet, and for Anki's import of text."""
