"""A deck with one card of every sort."""

from __future__ import annotations

from dataclasses import replace

from quiz.deck.model import Card, Deck, Passage, Source, chain, together
from quiz.errors import Place

RIVERS = ("Nile", "Danube", "Rhine", "Thames")

CARDS = (
    Card(
        "Tigris",
        question="Which river runs through Baghdad?",
        id="baghdad",
        accept=("the Tigris",),
        distractors=("Euphrates", "Karun"),
        tags=("asia",),
        source=Source(Passage("Baghdad, on the Tigris, was founded in 762.", line=7)),
    ),
    Card("Black Sea", question="Where does the Danube end?", id="mouth", accept=("the Black Sea",)),
    Card("762", cloze="Baghdad was founded in {{762}} on a river.", id="founded", kind="date"),
    Card(
        "2,850 km", question="How long is the Danube?", id="long", tolerance="2%", explanation="From the Black Forest."
    ),
    Card(
        chain(RIVERS),
        question="Put these rivers in order, the longest first.",
        id="order",
        kind="order",
        ordered=RIVERS,
        place=Place("rivers.yaml", 9),
    ),
    Card("false", question="The Danube flows into the Mediterranean.", id="false", kind="truefalse"),
)

DECK = Deck("Rivers", CARDS, id="rivers", source="rivers.md", tags=("geography",), path="rivers.yaml")
OTHER = replace(DECK, title="More rivers", id="more", cards=CARDS[:2], path="more.yaml")

MEET, BLACK = ("Rhine", "Moselle"), ("Danube", "Dniester")

TAUGHT = (
    Card(
        together(MEET),
        question="Which rivers meet at Koblenz?",
        id="meet",
        all_of=MEET,
        hint="One is short.",
        points="2",
    ),
    Card("2850 km", question="How long is the Danube?", id="long", unit="km", tolerance="2%", difficulty="hard"),
    Card(
        "Danube",
        question="Which of these rivers reaches the Black Sea?",
        id="sea",
        distractors=("Rhine", "Volga", "a river of another continent", "Elbe"),
        feedback=("It reaches the North Sea.", "It ends in the Caspian Sea.", "", ""),
        pin=("a river of another continent",),
        points="0.5",
    ),
    Card(
        together(BLACK),
        question="Which of these reach the Black Sea?",
        id="both",
        all_of=BLACK,
        distractors=("Rhine", "Volga"),
        feedback=("", "It ends in the Caspian Sea."),
        partial=True,
        points="3",
        difficulty="easy",
        hint="Both begin with the same letter.",
    ),
    Card(together(BLACK), question="And which two?", id="whole", all_of=BLACK, distractors=("Rhine",)),
    Card("1230 km", question="How long is the Rhine?", id="rhine", unit="km"),
)
TEACHING = Deck("Lessons", TAUGHT, id="lessons", path="lessons.yaml")
"""What teachers add to cards."""
