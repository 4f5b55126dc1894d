"""Cards that hold a fact against others, made of the facts that have good cards of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from quiz.deck.model import Card, Passage
from quiz.questions.comparisons.asked import Asked, Comparison
from quiz.questions.draft import Draft, Key
from quiz.questions.outcome import LEAST, Outcome
from quiz.questions.scene import Scene
from quiz.seams import load, names

COMPARISONS = {
    "order": "quiz.questions.comparisons.ask_order:ask_order",
    "truth": "quiz.questions.comparisons.ask_truth:ask_truth",
}
"""Each way of asking about a fact beside others, as `module:function`; packages add theirs: `quiz.comparisons`."""


def compared(
    scene: Scene, cards: Mapping[Key, Card], best: Mapping[Key, Draft], clozes: Mapping[Key, Draft]
) -> Iterator[Outcome]:
    """The comparisons of facts, given their cards, the drafts these were made of, and the best cloze of each."""
    lines = {passage: line for key in cards for passage, line in _line(scene, cards[key], best[key])}
    fair = {key: draft.cloze for key, draft in clozes.items() if draft.score >= LEAST}
    asked = [Asked(best[key], cards[key], fair.get(key, "")) for key in cards if best[key].score >= LEAST]
    for name in names(COMPARISONS, "quiz.comparisons"):
        compare: Comparison = load(COMPARISONS, "quiz.comparisons", name)
        for card in compare(scene, asked):
            line = lines.get(card.source.passage, 1) if card.source else 1
            yield Outcome(card.kind, line, card.prompt, card, score=100)


def _line(scene: Scene, card: Card, draft: Draft) -> Iterator[tuple[Passage, int]]:
    """The passage of a card with its line, page or paragraph."""
    if card.source:
        yield card.source.passage, scene.document.line(draft.passage.start)
