"""A sitting as a conversation in lines, for screen readers, pipes and bad connections; nothing is printed here."""
