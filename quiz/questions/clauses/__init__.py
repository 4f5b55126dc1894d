"""The clause a fact stands in, its phrases, and how their words are put together."""
