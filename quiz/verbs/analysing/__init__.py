"""What `quiz analyse` prints and writes: lines for a terminal, a table, a page, numbers."""
