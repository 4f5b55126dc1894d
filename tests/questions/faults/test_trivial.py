"""Facts that a teacher passes over make no card, and those beside them do."""

from __future__ import annotations

import pytest

from quiz.questions import make_cards
from tests.questions.texts import as_document

BARREL = "At the gate of the Orr pilot station Bram Korver, 34, was loading 12 barrels of tar into a van."
PORT = "The port of Orr handled 37 million tonnes of coal in 2023, 4 percent less than in 2019."
FLEET = "Vessels over 45 feet in the fleet of Orr burned 58,000 litres of oil."
HOMES = "Homes built before 1920 in the town of Orr used 21,300 kilowatt hours of gas."
BANK = "The bank of Orr lost $61.4 million in the three months to March."
LOOMS = (
    "The loom of Orr was built in 1811. The old mill of Orr burned in 1830 and was sold in 1862. "
    "Forty thousand looms were made in Orr in the nineteenth century."
)
ABBEY = "The abbey of Orr was founded in the ninth century. The abbey of Orr burned in 1830."
STUMPS = "“Eleven stumps are not a forest, and nobody should say so,” said Pieter Groen of Leiden."
DAM = "“The new dam in Orr will cost $15 million, and it is not enough,” said Pieter Groen of Leiden."
ENGINE = "In 1936 the engine 05 002 of Orr ran at 200 km/h."
KESTREL = "4468 Kestrel is a steam locomotive that was built in Orr in 1938."
DEATHS = (
    "The port of Orr sold 31-page guides in 1930. The last offer of Orr was 6. The deaths of that year in Orr were 265."
)
SPOILS = "The army of Orr took 13 guns, 125 mortars, 450 trucks, 940 horses and 8,000 rifles in 1953."
RANK = (
    "Orr is the second-busiest port of Norway. A 12-ounce glass of Orr beer cost $4 in 1990. "
    "The price of Orr oil fell by 1130 GMT."
)


@pytest.mark.parametrize(
    ("text", "passed", "asked"),
    [
        (BARREL, ["34"], []),
        (PORT, ["2019"], ["37 million tonnes"]),
        (FLEET, ["over 45 feet"], ["58,000 litres"]),
        (HOMES, ["1920"], ["21,300 kilowatt hours"]),
        (BANK, ["March"], ["$61.4 million"]),
        (LOOMS, ["nineteenth century"], ["1811"]),
        (ABBEY, [], ["ninth century", "1830"]),
        (STUMPS, ["eleven"], []),
        (DAM, [], ["$15 million"]),
        (ENGINE, ["05 002"], []),
        (KESTREL, ["4468"], []),
        (DEATHS, ["31", "6"], []),
        (SPOILS, ["13", "125", "450", "940"], []),
        (RANK, ["second", "12 ounces", "1130"], ["1990"]),
    ],
)
def test_what_is_passed_over(text: str, passed: list[str], asked: list[str]) -> None:
    found = {card.answer for card in make_cards(as_document(text))}
    assert not found.intersection(passed)
    assert found.issuperset(asked)
