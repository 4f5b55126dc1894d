"""What plays a sound or film in somebody's own note, and pictures inside its text: kept where the text is changed."""

from __future__ import annotations

import pytest

from tests.imports.test_rewritten import BASIC, Round, own

__all__ = ["own"]

PLAYERS = (
    '<video src="x.mp4" width="50" controls></video>',
    "<AUDIO controls src='x.mp4'></AUDIO>",
    '<video width="50"><source src="x.mp4" type="video/mp4"></video>',
    '<audio src="a%20x.mp4"> </audio>',
)
DOT = '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" width="9">'


@pytest.mark.parametrize("player", PLAYERS)
def test_a_player_stays_one(own: Round, player: str) -> None:
    own.owner.medium("x.mp4", b"film")
    own.owner.medium("a x.mp4", b"film")
    own.add(BASIC, f"See {player} here", "back")
    assert "[sound:media/" in own.text
    own.edit(("See", "Look at"))
    assert own.fields[0] == f"Look at {player} here"
    own.settled()


def test_pictures_inside_a_text_stay_while_each_has_a_place(own: Round) -> None:
    other = DOT.replace("9", "8")
    own.add(BASIC, f"See {DOT} and {other} here", "back")
    told = own.edit(("See", "Look at"))
    assert own.fields[0] == f"Look at {DOT} and {other} here"
    assert "inside their text" not in told
    own.settled()


def test_a_picture_inside_a_text_that_goes_is_told(own: Round) -> None:
    own.add(BASIC, f"See {DOT} here", "back")
    told = own.edit(("[picture] ", ""))
    assert own.fields[0] == "See here"
    assert "notes in which a picture that stands inside their text gives way" in told
