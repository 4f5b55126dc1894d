"""What pronouns and bare nouns stand for, so that a question can be understood alone."""
