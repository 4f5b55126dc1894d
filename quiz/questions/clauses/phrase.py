"""Phrases of a sentence: a noun with what belongs to it, a constituent without what commas set off."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.facts.model import Sentence, Word


def noun_phrase(sentence: Sentence, i: int, without: int | None = None, *, joined: bool = True) -> list[int]:
    """A noun with its modifiers but for clauses and appositions set off by commas, dashes or parentheses."""
    kept: list[int] = []
    for child in sentence.children[i]:
        word = sentence.words[child]
        if word.dep == "conj" and child > i and sentence.kids(child, "nsubj", "nsubjpass"):
            break
        if child == without or set_off(sentence, word) or word.dep in ("punct", "cc", "relcl", "parataxis"):
            continue
        if word.dep in ("nsubj", "ccomp", "attr", "nmod") and child > i and commas(sentence, i, child):
            continue
        if word.dep == "conj" and _opens_another(sentence, sentence.words[i], word):
            continue
        if word.dep == "conj":
            kept += _conjunct(sentence, i, word, without) if joined else []
            continue
        if word.dep == "pcomp":
            kept += phrase(sentence, child)
            continue
        beside = word.dep == "appos" and any(set_off(sentence, w) for w in sentence.kids(child, "appos", "relcl"))
        kept += (
            noun_phrase(sentence, child)
            if beside or word.dep in ("pobj", "poss", "prep", "compound", "amod")
            else sentence.subtree(child)
        )
    kept += _restrictive(sentence, i, without)
    kept += [p.i for p in sentence.kids(i, "punct") if _inner(p, kept, i)]
    return sorted({*kept, i})


def _opens_another(sentence: Sentence, noun: Word, joined: Word) -> bool:
    """Whether what is joined to a noun opens another clause: "44% cited pay and one in five cited abuse"."""
    if noun.tag == "CD":
        return joined.tag == "NNS"
    return joined.tag == "CD" and noun.tag in ("NN", "NNS") and not sentence.kids(noun.i, "nummod")


def _conjunct(sentence: Sentence, i: int, word: Word, without: int | None) -> list[int]:
    phrase = noun_phrase(sentence, word.i, without)
    between = [w for w in sentence.words[min(i, word.i) : word.i] if w.dep in ("cc", "punct") and w.head == i]
    joint = sentence.words[phrase[0] - 1]
    if joint.dep == "cc" and joint not in between:
        between.append(joint)
    told = {i for w in between for i in (sentence.subtree(w.i) if w.dep == "cc" else [w.i])}
    return [*sorted(told), *phrase] if between else []


def _restrictive(sentence: Sentence, i: int, without: int | None) -> list[int]:
    found: list[int] = []
    for relative in sentence.kids(i, "relcl"):
        if relative.i != without and not set_off(sentence, relative):
            found += sentence.subtree(relative.i)
    return found


def _inner(mark: Word, kept: list[int], head: int) -> bool:
    """Hyphens and quotation marks inside a phrase stay, commas only between words that stay."""
    low, high = min([*kept, head]), max([*kept, head])
    return (mark.text in "-‑–/" or mark.tag in ("``", "''", "HYPH")) and low - 1 <= mark.i <= high + 1


def set_off(sentence: Sentence, word: Word) -> bool:
    """Whether a modifier is parted from its head by a comma, dash or colon."""
    if word.dep not in ("relcl", "appos", "acl", "advcl", "parataxis", "prep", "npadvmod", "amod", "dep", "advmod"):
        return False
    first = sentence.subtree(word.i)[0]
    if first <= word.head:
        return False
    return first > 0 and sentence.words[first - 1].text in (",", "—", "–", ":", ";", "--")


def _another(sentence: Sentence, verb: Word, other: Word) -> bool:
    """Whether a second verb tells something else: behind a comma, or in the past beside one in the present."""
    return commas(sentence, verb.i, other.i) or (other.tag == "VBD" and verb.tag in ("VBZ", "VBP"))


def holds_clause(sentence: Sentence, i: int, part: Sequence[int]) -> bool:
    """Whether "as" opens a clause the parser took for a phrase: "as many traders, seeking a road, travelled"."""
    whole = sentence.subtree(i)
    counted = len(whole) > 1 and sentence.words[whole[1]].lower in ("many", "much", "more", "few")
    return counted or len(part) < len(whole) or any(sentence.words[k].tag in ("VBD", "VBZ", "VBP") for k in whole)


def commas(sentence: Sentence, low: int, high: int) -> bool:
    """Whether a comma, dash or semicolon stands before what hangs on a word."""
    first = sentence.subtree(high)[0]
    return any(w.text in (",", "—", ";", ":") for w in sentence.words[max(low, first - 1) : first + 1])


def phrase(sentence: Sentence, i: int) -> list[int]:
    """A constituent without what is set off by commas inside it."""
    word = sentence.words[i]
    if word.pos in ("NOUN", "PROPN", "PRON", "NUM") and word.dep in (
        "dobj",
        "attr",
        "pobj",
        "dative",
        "oprd",
        "npadvmod",
    ):
        return noun_phrase(sentence, i)
    kept = [i]
    for child in sentence.children[i]:
        under = sentence.words[child]
        if set_off(sentence, under) or under.dep in ("parataxis", "discourse"):
            continue
        if under.dep == "conj" and under.pos == "VERB" and word.pos == "VERB" and _another(sentence, word, under):
            kept = [k for k in kept if sentence.words[k].dep != "cc"]
            continue
        if under.lower == "as" and under.dep == "prep" and holds_clause(sentence, child, phrase(sentence, child)):
            continue
        kept += phrase(sentence, child)
    return sorted(set(kept))
