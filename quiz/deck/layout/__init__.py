"""The canonical layout of decks: comments kept with what they belong to, keys in order, the lightest quotes."""
