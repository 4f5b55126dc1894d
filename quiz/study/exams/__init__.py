"""Exams: a paper is drawn from decks, answered without feedback, marked when it is handed in. Knows no front end."""
