"""A deck to begin with: every sort of card once, explained for people who have never seen such a file."""

from __future__ import annotations

from quiz.deck.render import entry
from quiz.deck.schema import MODELINE

STARTER = """
# This file is a deck: its title above, its cards below. Change the cards, copy them, delete the examples.
#
# Four things to know:
# - Lines that begin with # are notes to yourself. Nobody is asked them.
# - The spaces at the beginning of a line matter, tabs are not allowed. Keep the lines of a card lined up as they are.
# - A colon is followed by a space. A text that has a colon or # in it, or begins with a sign, goes in "double quotes".
# - `quiz check` says what is wrong and where, `quiz fmt` tidies up.

cards:
  # A question and its answer. Each card begins with a dash.
  - question: Which river runs through Baghdad?
    answer: Tigris

  # With wrong answers the question can be asked as multiple choice.
  - question: Which river runs through Vienna?
    answer: Danube
    distractors: [Rhine, Elbe, Rhone]

  # Other right answers, an explanation that is shown with the answer, and words to sort by.
  - question: Into which sea does the river Po flow?
    answer: Adriatic Sea
    accept: [Adriatic, the Adriatic]
    explanation: Its delta lies south of Venice.
    tags: [Italy, seas]

  # A sentence with a gap: what stands in {{ }} is asked.
  - cloze: The Nile reaches the sea at the {{Mediterranean}}.

  # A number may be off by as much as you allow: by 5%, or by 50 (of what the answer counts).
  - question: How long is the Thames?
    answer: 346 km
    tolerance: 5%

  # Things to be put in order. The answer has them in the right order.
  - kind: order
    question: Put these rivers in order, the longest first.
    answer: [Nile, Danube, Rhine]

  # A statement that is true or false.
  - kind: truefalse
    question: True or false? The Seine runs through Paris.
    answer: true

  # An answer of several parts, named in any order. A hint is shown when one asks for it;
  # in an exam the card is worth 2 points, and each part its share of them.
  - question: Which two rivers meet at Koblenz?
    answer: [Rhine, Moselle]
    hint: One of them comes from the Vosges.
    points: 2
    partial: true

  # A wrong answer may say why it is wrong. A number may have a unit.
  - question: How long is the Danube?
    answer: 2850
    unit: km
    tolerance: 2%
    distractors:
      - text: 6650 km
        feedback: As long as the Nile? No, less than half of that.
      - 865 km
      - 1230 km

  # A picture lies in a folder beside the deck, and is named in the text. To try it, put one there
  # and take the # away, but not the spaces behind it:
  # - question: "Which river is this? ![a map of a river and two towns](media/map.png)"
  #   answer: Elbe

  # A longer text goes below its key, after `>-`, on lines that begin further right.
  - question: >-
      A river that flows into another one is called by a word that also means someone who pays.
      What is the word?
    answer: tributary

  # Where you know it from.
  - question: Which river did Caesar cross in January of 49 BC?
    answer: Rubicon
    source:
      document: https://en.wikipedia.org/wiki/Rubicon
      text: The Rubicon is known for Julius Caesar's crossing the river in January 49 BC.
"""


def starter(title: str) -> str:
    """Write the starter deck under a title."""
    return f"{MODELINE}\n{entry('title', title, 0)}\n{STARTER}"
