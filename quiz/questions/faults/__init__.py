"""What is held against a draft: it gives itself away, does not stand alone, is torn from its sentence, or is idle."""
