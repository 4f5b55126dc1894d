"""What kind of person somebody is by trade, so that options are people of one kind."""

from __future__ import annotations

import re

TRADES: dict[str, frozenset[str]] = {
    "statesman": frozenset(
        """
        president minister premier chancellor king queen emperor empress tsar czar shah sultan prince princess senator
        representative congressman congresswoman governor mayor ambassador diplomat envoy secretary lawmaker legislator
        politician councilman councilwoman commissioner leader monarch regent statesman deputy consul candidate
        president-elect parliamentarian mp treasurer viceroy khan
        """.split()
    ),
    "scholar": frozenset(
        """
        historian professor scientist economist analyst researcher scholar expert biologist physicist chemist
        astronomer geologist sociologist anthropologist archaeologist psychologist philosopher doctor dr prof
        epidemiologist engineer mathematician fellow ecologist climatologist linguist theorist physician surgeon
        """.split()
    ),
    "soldier": frozenset(
        """
        general colonel major captain lieutenant sergeant admiral marshal commander officer soldier brigadier corporal
        commodore private gen col maj capt lt sgt adm
        """.split()
    ),
    "writer": frozenset(
        """
        writer author journalist reporter novelist poet editor columnist correspondent critic biographer essayist
        playwright commentator blogger
        """.split()
    ),
    "cleric": frozenset(
        """
        bishop archbishop pope cardinal priest pastor rabbi imam ayatollah reverend rev monk nun abbot theologian
        """.split()
    ),
    "manager": frozenset(
        """
        ceo chairman chairwoman director founder executive manager banker spokesman spokeswoman spokesperson owner
        entrepreneur businessman businesswoman investor strategist adviser advisor
        """.split()
    ),
    "lawyer": frozenset("judge lawyer attorney prosecutor justice solicitor barrister sheriff detective".split()),
    "artist": frozenset("actor actress singer musician painter composer sculptor filmmaker artist dancer".split()),
    "athlete": frozenset("player coach striker midfielder goalkeeper captain trainer athlete quarterback".split()),
}
"""Kinds of people with the words that tell them."""
KIND = {word: kind for kind, words in reversed(TRADES.items()) for word in words}


def trade_of(before: str, behind: str) -> str:
    """The kind of a person by the words before a mention of the name and the phrase set off behind it; "" if none."""
    titles = re.split(r"[,.;:“”()—–]", before)[-1].lower().split()[-2:]
    apposition = re.match(r"(?:,|\s\()\s?([^,.;:“”()]{3,80})", behind)
    words = [*reversed(titles), *(apposition[1].lower().split() if apposition else [])]
    return next((KIND[word] for word in words if word in KIND), "")
