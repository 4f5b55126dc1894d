"""Tells clauses in which something happens once from those that tell of a state, a habit or a word said."""

from __future__ import annotations

from quiz.questions.clauses.clause import Clause

# Verbs of being, having and staying: what they tell may be so in another year too.
STATES = frozenset(
    """
    be have own possess hold keep contain include comprise consist cost weigh measure number total equal
    remain stay stand lie live dwell reside sit rest last persist continue exist abound prevail
    know believe think want wish hope fear like love hate prefer need lack deserve expect intend
    seem appear look sound feel resemble matter mean belong depend rely serve tend cover extend span stretch face
    """.split()
)
# Verbs of speech: who said what when is no event one can put in an order.
WORDS = frozenset(
    """
    say tell explain add write reply ask note observe argue comment remark claim answer recall state speak talk warn
    urge insist suggest describe call mention stress emphasise emphasize estimate predict report deny admit
    """.split()
)
# Verbs of what happens again and again: "Lavrov met his counterpart" is true of more than one year.
REPEATED = frozenset(
    """
    meet visit receive attempt seek travel speak talk discuss negotiate play live work teach study fight trade tour
    attend support oppose criticise criticize help try use see hear follow lead rule reign govern
    """.split()
)
MODALS = frozenset("would could might may can should must used".split())


def happens(clause: Clause) -> bool:
    """Whether a clause tells of one event: no state, no speech, no habit, nothing that only may be."""
    if any(a.lower in MODALS or a.tag == "MD" for a in clause.auxiliaries):
        return False
    passive = clause.passive or any(a.dep == "auxpass" for a in clause.auxiliaries)
    progressive = clause.verb.tag == "VBG" and any(a.lemma == "be" for a in clause.auxiliaries)
    if clause.verb.lemma in WORDS or progressive:
        return False
    return passive or clause.verb.lemma not in STATES | REPEATED
