"""Questions behind the sentences before them, for what cannot be asked by itself."""
