"""Statistics as lines of characters, for the screen and for `quiz stats` alike; no meaning is in a colour alone."""
