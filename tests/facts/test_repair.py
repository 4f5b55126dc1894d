"""Whatever is mended of a parse, it stays a tree."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.facts.repair import repaired
from quiz.facts.sentences import Word
from quiz.facts.tree import Tree

TEXTS = """
    a the , ; . and but of in at on by from to that who which how in 1858 2006 ships men built passed used put read
    held moved company year war was were had has he it they told said later 5 o'clock p.m. miles first helped build
    average until since after percent called Albert Boston
""".split()
TAGS = "NN NNS NNP VBD VBN VBZ VBP VB VBG MD IN DT , . CC CD JJ RB PRP PRP$ WDT WP TO :".split()
POS = "NOUN PROPN VERB AUX ADP DET PUNCT CCONJ SCONJ NUM ADJ ADV PRON PART".split()
DEPS = """
    nsubj nsubjpass dobj pobj prep appos conj cc acl relcl advcl ccomp xcomp ROOT aux auxpass attr amod nummod det
    npadvmod advmod mark punct compound nmod dep agent poss pcomp expl
""".split()
ENTS = ["", "", "DATE", "PERSON", "GPE", "ORG", "TIME"]


@st.composite
def parses(draw: st.DrawFn) -> list[Word]:
    """Words with parts of speech at random, each below another but one."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads = {i: order[draw(st.integers(0, at - 1))] if at else i for at, i in enumerate(order)}
    texts = draw(st.lists(st.sampled_from(TEXTS), min_size=size, max_size=size))
    words = []
    for i, text in enumerate(texts):
        tag, pos, dep, ent = (draw(st.sampled_from(values)) for values in (TAGS, POS, DEPS, ENTS))
        words.append(Word(i, text, text.lower(), text, tag, pos, dep, heads[i], 9 * i, 9 * i + 8, ent))
    return words


def is_tree(words: Sequence[Word]) -> bool:
    """Whether every word hangs, by however many others, on a root."""
    reached = {word.i for word in words if word.head == word.i}
    for _ in words:
        reached |= {word.i for word in words if word.head in reached}
    return len(reached) == len(words)


@settings(max_examples=300)
@given(parses())
def test_what_is_mended_stays_a_tree(words: list[Word]) -> None:
    mended = repaired(words)

    assert is_tree(mended)
    assert [(word.i, word.start, word.end) for word in mended] == [(word.i, word.start, word.end) for word in words]


def test_what_would_make_a_circle_is_taken_back_and_the_rest_stays() -> None:
    words = [
        Word(i, t, t, t, "NN", "NOUN", "dep", head, 9 * i, 9 * i + 8)
        for i, (t, head) in enumerate((("a", 0), ("b", 0), ("c", 1)))
    ]
    tree = Tree(words)

    tree.mend((lambda t: t.__setitem__(0, t[0]._replace(tag="NNP")), lambda t: t.__setitem__(1, t[1]._replace(head=2))))

    assert list(tree) == [words[0]._replace(tag="NNP"), words[1], words[2]]
    assert tree.kids(1) == [words[2]]
