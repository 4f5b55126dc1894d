"""Whether a question ends with what something was done to, and leaves open what that is: "lift the ban?"."""

from __future__ import annotations

import re

from quiz.deck.proof import stands
from quiz.facts.model import Quote, Word
from quiz.questions.draft import Draft

ACTS = frozenset(
    """
    delivery shipment transfer sale purchase ban embargo boycott prohibition restriction suspension cancellation request
    demand appeal claim complaint lawsuit suit petition offer promise pledge refusal threat warning criticism comparison
    comfort hope doubt fear anger hatred optimism enthusiasm suspicion agreement accord pact treaty deal contract
    sanction verdict ruling penalty fine consent invitation
    """.split()
)
"""What is done, agreed or felt: each is one of something, or towards something."""
SORTS = frozenset("peninsula province region territory district island colony enclave".split())
"""What a country or a place is called after it was named."""
UPON = frozenset("on upon about over against with".split())
"""What leads a thing that something else is put or held to: "throw doubt on the plan"."""


def left_open(draft: Draft, noun: Word, shown: str) -> bool:
    """Whether a text of one verb ends with a bare "the ban" that the verb is told of, and nothing says which."""
    sentence = draft.sentence
    ending = re.search(rf"(\w+) the {re.escape(noun.text)}[?.]$", shown)
    if ending is None or noun.tag != "NN" or draft.lead_in or noun.lemma.lower() not in ACTS | SORTS:
        return False
    verbs = [w for w in sentence.words if w.pos == "VERB" and (stands(w.text, shown) or stands(w.lemma, shown))]
    if len(verbs) != 1 or (draft.cloze and not _told_of(draft, verbs[0])):
        return False
    before, lead = ending[1].lower(), sentence.words[noun.head]
    upon = noun.dep == "pobj" and lead.lower == before and bool(sentence.kids(verbs[0].i, "dobj"))
    return before in (verbs[0].lower, verbs[0].lemma) or (upon and before in UPON)


def _told_of(draft: Draft, verb: Word) -> bool:
    """Whether the fact hangs on a verb, as its time or object does, and not on a noun told beside it."""
    words, fact = draft.sentence.words, draft.fact
    if isinstance(fact, Quote):
        return False
    asked = [w for w in words if w.start < fact.span.end and w.end > fact.span.start]
    return any(verb.i in (w.head, words[w.head].head) for w in asked)
