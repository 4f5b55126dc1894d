"""Nouns and verbs of amounts: what is counted without a plural, names a quantity, moves or reaches a figure."""

from __future__ import annotations

# Nouns that are counted without a plural ending.
COLLECTIVE = frozenset(
    "personnel people clergy police cattle sheep fish aircraft spacecraft deer infantry cavalry crew dead staff".split()
)
# Nouns that name a quantity: "at a cost of $5 million" is asked "at what cost".
QUANTITIES = frozenset(
    """
    cost price rent sum total number figure rate area length height depth width distance speed salary wage budget debt
    loan fine temperature interval average age majority margin capacity weight toll turnout increase decrease rise fall
    drop growth population share percentage fee ransom indemnity tax revenue profit loss income value volume mass
    altitude elevation level radius diameter ratio score pension grant bonus wealth fortune estimate strength
    """.split()
)
# Other nouns that may be a number ("the first offer was 6").
OFFERED = frozenset("figure offer answer target limit quota record count maximum minimum goal reading result".split())
MOVING = frozenset("fall rise drop grow increase decrease decline shrink climb jump plunge sink".split())
ORDERING = frozenset("last past first next previous final".split())
REACHING = frozenset("reach number total exceed hit top pass surpass approach".split())
EXTENDING = frozenset("minute hour day night week fortnight month year decade century mile kilometer meter".split())
# Verbs whose subject, told by a number alone, can only be people: "More than 300 died in the fire".
OF_LIVES = frozenset(
    """
    die drown perish starve flee emigrate enlist volunteer desert kill hang execute shoot injure wound hurt arrest jail
    imprison deport evacuate evict displace hospitalize hospitalise
    """.split()
)
