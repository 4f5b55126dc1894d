"""Decks to a sitting: what is asked, how, how an answer is judged, and when a card comes again."""
