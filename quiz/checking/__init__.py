"""What is wrong, odd or unfair in decks: rules over their cards, and what becomes of what they find."""
