"""Decks as packages of questions and tests after the standard QTI: 1.2, which Canvas reads, and 3.0, the newest."""
