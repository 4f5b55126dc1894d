"""The forms of verbs that a question needs: base and past."""

from __future__ import annotations

import re

from quiz.facts.model import Word

HISSING = ("s", "x", "z", "ch", "sh", "o")


def base(verb: Word) -> str:
    """The base form of a verb; "staged" is of "stage", since "stag" would double its last letter, and so "hopes"."""
    bare = verb.lower == f"{verb.lemma}ed" and re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", verb.lemma)
    hoped = verb.lower == f"{verb.lemma}es" and not verb.lemma.endswith(HISSING)
    return f"{verb.lemma}e" if bare or hoped else verb.lemma


def finite_past(word: Word) -> str:
    """The past tense of a verb met as a participle in -ing; empty where it is irregular or unknown."""
    lemma = word.lemma
    if lemma in IRREGULAR:
        return IRREGULAR[lemma]
    if lemma.endswith("e"):
        return lemma + "d"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ied"
    stem = word.lower.removesuffix("ing")
    if len(stem) > len(lemma) and stem[-1] == stem[-2]:
        return stem + "ed"
    return lemma + "ed"


IRREGULAR = {
    "say": "said",
    "tell": "told",
    "write": "wrote",
    "speak": "spoke",
    "think": "thought",
    "know": "knew",
    "see": "saw",
    "make": "made",
    "give": "gave",
    "take": "took",
    "hold": "held",
    "swear": "swore",
    "mean": "meant",
    "sing": "sang",
    "begin": "began",
    "read": "read",
    "put": "put",
    "cut": "cut",
    "let": "let",
    "bring": "brought",
    "find": "found",
    "feel": "felt",
    "leave": "left",
    "lose": "lost",
    "kill": "killed",
    "become": "became",
    "come": "came",
    "draw": "drew",
    "rise": "rose",
    "fall": "fell",
    "grow": "grew",
    "go": "went",
    "get": "got",
    "send": "sent",
    "spend": "spent",
    "sell": "sold",
    "buy": "bought",
    "build": "built",
    "win": "won",
    "lead": "led",
    "leap": "leapt",
    "run": "ran",
    "set": "set",
    "hit": "hit",
    "cost": "cost",
    "reach": "reached",
    "break": "broke",
    "choose": "chose",
    "drive": "drove",
    "throw": "threw",
    "foresee": "foresaw",
    "keep": "kept",
    "teach": "taught",
    "seek": "sought",
    "pay": "paid",
    "lay": "laid",
    "meet": "met",
    "mislead": "misled",
    "forecast": "forecast",
    "cast": "cast",
    "quit": "quit",
}
