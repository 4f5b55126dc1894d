"""Cards that hold several facts of a document against one another."""
