"""Common nouns that name a person, and those that name several: what "he" or "they" may stand for unnamed."""

from __future__ import annotations

import re

PERSONS = frozenset(
    """
    accountant actor actress administrator admiral adviser advisor advocate agent aide ally ambassador analyst
    archbishop architect artist assistant astronaut astronomer athlete attorney aunt author baby baker banker baron
    barrister bishop blogger boss boy brother builder burglar butcher candidate captain cardinal carpenter caretaker
    chair chairman chairperson chairwoman chancellor chaplain chef chemist chief child chronicler citizen civilian
    cleric clerk coach collector collier colleague colonel columnist commander commissioner commodore companion
    comrade conductor congressman consul contractor convict cook coroner correspondent councillor councilor count
    courier cousin creator curator customer cyclist dancer daughter deacon dealer dean deputy designer detective
    dictator diplomat director doctor draftsman driver duchess duke earl ecologist economist editor elder emperor
    employee employer empress engineer envoy examiner executive expert explorer farmer father fellow firefighter
    fireman fisherman foreigner foreman founder friend gardener general geologist girl governor grandfather
    grandmother grandson guard guest guide gunner harvester head headmaster heir helper hero historian holder
    hostage hunter husband immigrant individual inhabitant inspector instructor inventor investigator investor
    jeweller journalist judge juror keeper khan killer king knight labourer laborer lad lady landlord landowner
    lawmaker lawyer leader lecturer legislator librarian lieutenant linguist lord maid major maker manager marshal
    mason master mathematician mayor mechanic member merchant messenger migrant miller miner minister missionary
    monarch monk mother mourner musician native naturalist navigator neighbor neighbour nephew newcomer niece
    nobleman novelist nun nurse observer officer official operator orphan overlord owner painter parent parishioner
    parson partner passenger pastor patient patron peasant pensioner person philosopher photographer physician
    physicist pilgrim pilot pioneer pirate planter player playwright poet policeman politician pope porter president
    priest prime prince princess principal printer prisoner producer professor programmer promoter prosecutor
    publisher pupil queen rabbi reader rebel recruit rector refugee regent reporter representative researcher
    resident rider rival ruler sailor scholar scientist sculptor secretary senator servant settler shah sheriff
    shopkeeper shooter singer sister skipper slave smuggler soldier solicitor son sovereign speaker specialist
    spokesman spokesperson spokeswoman statesman statistician stranger student subject successor sultan
    superintendent supervisor supporter surgeon surveyor survivor suspect tailor teacher technician tenant thief
    tourist trader trainee trainer traveler traveller treasurer trustee tsar tutor uncle vicar viceroy victim
    visitor volunteer voter waiter warden warrior watchman whistleblower widow widower wife witness woman worker
    worshipper writer youth
    """.split()
)
SUFFIX = re.compile(r"(?:man|woman|person|grapher|smith|wright|onaut|master|\w{4}ist)$")
LISTS = frozenset("blacklist checklist guestlist hitlist playlist shortlist waitlist whitelist wishlist".split())
WOMEN = frozenset(
    """
    woman girl lady queen princess empress mother wife daughter sister aunt niece widow nun actress duchess maid
    grandmother chairwoman spokeswoman congresswoman businesswoman
    """.split()
)
MEN = frozenset(
    """
    man boy lord king prince emperor father husband son brother uncle nephew widower monk grandfather grandson duke earl
    baron nobleman chairman spokesman congressman businessman fisherman fireman policeman landlord pope cardinal priest
    """.split()
)
GROUPS = frozenset(
    """
    army authority band bank battalion board brigade broker bureau business cabinet caravan charity chain church
    club coalition college colony column commission committee company congress consortium convoy corporation council
    country court crew crowd delegation department division empire expedition factory family federation firm fleet
    force foundation garrison government group guild hospital household institute institution jury laboratory league
    legislature maker management ministry monastery museum navy network newspaper office operator opposition
    orchestra order organisation organization parliament party patrol people police population producer province
    publisher regiment regime regulator republic retailer roaster school senate society squadron staff state
    subsidiary supplier syndicate team tribe tribunal troop union unit university village watchdog
    """.split()
)
"""Nouns for several people who act as one: what "it" may stand for where it says, owns or decides."""
COMPANIES = frozenset(
    """
    bidder broadcaster builder buyer carrier competitor contractor dealer developer distributor donor employer exporter
    grower holder importer insurer investor lender manufacturer member opponent owner partner provider refiner rival
    seller shipper successor
    """.split()
)
"""Nouns for a person that as often name a company."""


def person_noun(lemma: str) -> bool:
    """Whether a common noun names a person."""
    return lemma in PERSONS or (bool(SUFFIX.search(lemma)) and lemma not in LISTS)


def gender_told(lemma: str) -> str:
    """The gender that a common noun tells: "f", "m" or ""."""
    return "f" if lemma in WOMEN else "m" if lemma in MEN else ""
