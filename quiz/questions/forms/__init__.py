"""The ways of asking: each makes drafts of the facts it knows how to ask for."""
