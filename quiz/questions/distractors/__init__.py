"""The wrong answers of a card: of its kind and form, plausible, and proved wrong."""
