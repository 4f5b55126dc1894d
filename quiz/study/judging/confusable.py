"""Words a letter or two apart that mean different things: typing one for the other is no slip."""

from __future__ import annotations

from itertools import permutations

GROUPS = """
iran iraq
gambia zambia
niger nigeria
mali malawi bali
guinea guyana
mauritius mauritania
paraguay uruguay
latvia lithuania
austria australia
slovakia slovenia slavonia
russia prussia
dominica dominican
chad chile
brunei burundi
benin bern berlin
budapest bucharest
ireland iceland
taiwan thailand
georgia geordie
syria styria assyria
galicia galatia
silesia siberia
moravia monrovia
jutland rutland
essex sussex wessex
crimea crime
monet manet
haydn handel
plato pluto
bohr boer born
franco france
mitosis meiosis
proton photon
neutron neuron
nucleus nucleolus
ethanol methanol ethanal
ethane methane ethene
absorption adsorption
stalactite stalagmite
latitude altitude attitude longitude
mantle mantel
ileum ilium
perineal peroneal
ureter urethra
artery arteriole
glucose glucagon glycogen
calcium caesium
calcium cesium
fluorine chlorine
magnesium manganese
silicon silicone
thallium thorium thulium
rubidium ruthenium
cation caution
anion onion
concave convex
affect effect
accept except
adverse averse
allusion illusion
casual causal
martial marital
trial trail
angel angle
desert dessert
diary dairy
ensure insure
formally formerly
council counsel
moral morale
principal principle
stationary stationery
complement compliment
capital capitol
emigrate immigrate
emigration immigration
empire umpire
prophecy prophesy
prescribe proscribe
persecute prosecute
perspective prospective
eminent imminent
founder flounder
strangle tangle
friend fiend
monarch monarchy anarchy
eclipse ellipse
meteor meteorite
astronomy astrology
cavalry calvary
catholic caustic
treaty treatise
senate senator
conversation conservation
cerium curium
vector victor
conduction convection
reflection refraction inflection deflection
infection injection inflection
digestion ingestion indigestion
induction deduction reduction
sacred scared
united untied
quiet quite
claims clams
regal lager
reserve reverse
danger garden gander
right night light fight might
north forth
"""
"""Words of each line are told apart."""

AFFIXES = (
    "hypo hyper",
    "inter intra",
    "macro micro",
    "ante anti",
    "endo exo ecto",
    "im ex",
    "in un",
    "under over",
)
"""Beginnings that turn a word into another."""

ENDINGS = ("ate ite ide", "ane ene yne", "ous ic", "al ol", "ose ase")
"""Endings of chemistry that turn a substance into another."""

PAIRS = frozenset(pair for line in GROUPS.split("\n") for pair in permutations(line.split(), 2))


def another(right: str, given: str) -> bool:
    """Whether a folded word is known to be another word than the right one, however alike they look."""
    if right == given:
        return False
    return (right, given) in PAIRS or _differs(right, given)


def _differs(right: str, given: str) -> bool:
    """Whether two words are the same but for beginnings or endings that tell words apart."""
    for line in AFFIXES:
        for one, other in permutations(line.split(), 2):
            stem = right.removeprefix(one)
            if stem != right and len(stem) > 3 and given == other + stem:
                return True
    for line in ENDINGS:
        for one, other in permutations(line.split(), 2):
            stem = right.removesuffix(one)
            if stem != right and len(stem) > 2 and given == stem + other:
                return True
    return False
