"""The waist of the program: decks of cards, their file, their lock, and how a file is generated again."""
