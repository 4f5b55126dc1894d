"""Units of measure: one spelling for each, and what one is in another where that is unambiguous."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from quiz.values import dataclass

_WORDS = """
percent pct procent
dollar usd us$ buck
euro eur
ruble rouble rub
yen jpy
kilometer km kilometre kms
meter m metre
centimeter cm centimetre
millimeter mm millimetre
mile mi
foot ft feet
inch inche in
yard yd
kilogram kg kilo kilogramme kgs
gram g gramme gr
milligram mg milligramme
pound lb lbs
ounce oz
stone st
ton t tonne
liter l litre
milliliter ml millilitre
hectoliter hl hectolitre
km2 km²
m2 m²
hectare ha
celsius °c ℃ c centigrade
fahrenheit °f ℉ f
kelvin k
second s sec
minute min
hour h hr
day d
fortnight
year yr annum
decade
century centurie
millennium millennia
km/h kmh kph kmph
km/s kps
sterling quid
mph
knot kn kt
watt w
kilowatt kw
megawatt mw
gigawatt gw
person people capita head
man men
woman women
child children
"""
_PHRASES = {
    "per cent": "percent",
    "us dollar": "dollar",
    "american dollar": "dollar",
    "dollar us": "dollar",
    "pound sterling": "sterling",
    "gbp": "sterling",
    "square kilometer": "km2",
    "sq kilometer": "km2",
    "square meter": "m2",
    "sq meter": "m2",
    "sq mile": "square mile",
    "sq foot": "square foot",
    "degree celsius": "celsius",
    "degree centigrade": "celsius",
    "degree fahrenheit": "fahrenheit",
    "degree c": "celsius",
    "degree f": "fahrenheit",
    "°": "degree",
    "kilometer per hour": "km/h",
    "kilometer an hour": "km/h",
    "kilometer hour": "km/h",
    "kilometer per second": "km/s",
    "kilometer a second": "km/s",
    "kilometer second": "km/s",
    "meter a second": "m/s",
    "meter second": "m/s",
    "mile per hour": "mph",
    "mile an hour": "mph",
    "mile hour": "mph",
    "meter per second": "m/s",
    "cubic meter": "m3",
    "m³": "m3",
}

WORDS = {word: line.split()[0] for line in _WORDS.strip().splitlines() for word in line.split()}
"""One spelling for units that are written in several ways."""

CURRENCIES = frozenset({"dollar", "euro", "sterling", "pound", "yen", "ruble"})
"""Never converted; "pound" may be money or weight."""


@dataclass(frozen=True, slots=True)
class Measure:
    """What a unit measures, how many of that dimension's first unit it is, and where its zero lies."""

    dimension: str
    factor: Fraction
    zero: Fraction = Fraction(0)


_FACTORS = {
    "length": "meter 1 kilometer 1000 centimeter 0.01 millimeter 0.001 mile 1609.344 yard 0.9144 foot 0.3048 "
    "inch 0.0254",
    "weight": "kilogram 1 gram 0.001 milligram 0.000001 ton 1000 pound 0.45359237 ounce 0.028349523125 "
    "stone 6.35029318",
    "volume": "liter 1 milliliter 0.001 hectoliter 100 m3 1000",
    "area": "m2 1 hectare 10000 km2 1000000 acre 4046.8564224 squaremile 2589988.110336 squarefoot 0.09290304",
    "time": "second 1 minute 60 hour 3600 day 86400 week 604800 fortnight 1209600 month 2629746 year 31556952 "
    "decade 315569520 century 3155695200 millennium 31556952000",
    "speed": "m/s 3.6 km/s 3600 km/h 1 mph 1.609344 knot 1.852",
    "power": "watt 1 kilowatt 1000 megawatt 1000000 gigawatt 1000000000",
}


def _measures() -> dict[str, Measure]:
    """Return every unit that can be converted."""
    found = {"celsius": Measure("heat", Fraction(1)), "kelvin": Measure("heat", Fraction(1), Fraction("-273.15"))}
    found["fahrenheit"] = Measure("heat", Fraction(5, 9), Fraction(-160, 9))
    for dimension, line in _FACTORS.items():
        words = line.split()
        for name, factor in zip(words[::2], words[1::2], strict=True):
            found[name.replace("square", "square ")] = Measure(dimension, Fraction(factor))
    return found


MEASURES = _measures()
"""Units that can be converted, a month as a twelfth of a year. Gallons differ: they stay what they are."""


def unit(words: Sequence[str]) -> str:
    """Return a unit in one spelling and in the singular."""
    singular = " ".join(_singular(word) for word in words)
    return _PHRASES.get(singular, singular)


def known(unit: str) -> bool:
    """Whether a unit is one of measure, of money, or percent."""
    return unit in MEASURES or unit in CURRENCIES or unit == "percent"


def converted(value: Fraction, unit: str, wanted: str) -> Fraction | None:
    """Return an amount in another unit; None if the two measure different things."""
    one, other = MEASURES.get(unit), MEASURES.get(wanted)
    if one is None or other is None or one.dimension != other.dimension:
        return None
    return (value * one.factor + one.zero - other.zero) / other.factor


def _singular(word: str) -> str:
    """Return a word of a unit in one spelling and in the singular."""
    if word in WORDS:
        return WORDS[word]
    cut = word.removesuffix("s") if not word.endswith("ss") else word
    return WORDS[cut] if cut in WORDS else cut if len(word) > 3 else word
