"""All cards of any number of decks, to be searched and sorted as fast as one types."""
