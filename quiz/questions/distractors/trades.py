"""What kind of person somebody is by trade or first name, so that options are people of one kind."""

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
FEMALE = frozenset(
    """
    mary anna anne ann maria
    elizabeth margaret catherine katherine sarah susan jane helen emma julia laura rachel karen
    linda barbara patricia jennifer nancy lisa betty sandra ashley kimberly emily donna michelle carol amanda melissa
    deborah stephanie rebecca sharon cynthia kathleen amy angela shirley brenda pamela nicole ruth christine samantha
    diana alice sophia sophie olivia victoria charlotte hillary nikki theresa teresa condoleezza madeleine indira golda
    benazir ursula christina eleanor martha rosa marie claire frances joan judith florence irene fatima aisha natalia
    olga tatiana svetlana ingrid astrid simone virginia louise grace hannah lucy
    """.split()
)
MALE = frozenset(
    """
    john james robert michael william david richard joseph thomas charles peter paul mark george ali mohammed muhammad
    mohammad hassan hussein vladimir dmitri sergei sergey javad ivan daniel matthew anthony donald steven andrew kenneth
    kevin brian edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry scott frank
    benjamin samuel gregory patrick alexander jack dennis henry walter arthur albert harry karl carl hans fritz otto
    franz friedrich wilhelm heinrich ludwig louis pierre jean-paul jacques francois antonio jose juan carlos luis pedro
    fernando giovanni giuseppe mario nikolai boris mikhail yuri igor winston franklin theodore barack ted mike joe jim
    bob bill tom ben sam max leo adam isaac abraham philip simon
    """.split()
)


def trade_of(before: str, behind: str) -> str:
    """The kind of a person by the words before a mention of the name and the phrase set off behind it; "" if none."""
    titles = re.split(r"[,.;:“”()—–]", before)[-1].lower().split()[-2:]
    apposition = re.match(r"(?:,|\s\()\s?([^,.;:“”()]{3,80})", behind)
    words = [*reversed(titles), *(apposition[1].lower().split() if apposition else [])]
    return next((KIND[word] for word in words if word in KIND), "")


def gender_of(name: str) -> str:
    """The gender a first name tells: "f", "m" or ""."""
    first = name.split(maxsplit=1)[0].lower() if len(name.split()) > 1 else ""
    return "f" if first in FEMALE else "m" if first in MALE else ""
