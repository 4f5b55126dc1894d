"""The right answer of a card, and every other right way to write it."""
