"""The terminal screens, the only part that knows Textual: they show what `study` says, and pass keys on to it."""
