"""What ties a quotation to who is said to have spoken it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from quiz.facts.model import Word


class Link(Enum):
    """What ties a quotation to its speaker, the surest first."""

    verb = "it hangs on a cue verb"
    noun = "it hangs on a cue noun that has an owner"
    beside = "a cue verb stands beside it"
    according = "according to, in the words of"
    colon = "its sentence leads to it with a colon"
    lead = "the sentence before leads to it"
    carried = "it follows one of the speaker"
    continued = "its paragraph goes on with the one before"
    signed = "a name stands below it"
    loose = "some clause around it has a cue"
    subject = "the subject of its sentence"
    nearest = "the speaker of the sentences around"


@dataclass(frozen=True, slots=True)
class Attribution:
    """The head word of the speaker's mention, the cue (verb or noun) that links it, and how."""

    speaker: Word
    cue: Word
    link: Link = Link.verb
