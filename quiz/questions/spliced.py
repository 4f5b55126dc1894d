"""What a question runs together that its sentence keeps apart: the words it shows are held against the parse.

A draft tells which words of its sentence it shows, in their order, and which are gone for what asks (`Draft.shown`,
`Draft.gone`). Between two of them nothing may be left out but what stands for itself.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from quiz.documents.model import BlockKind
from quiz.facts.cue_words import CUES
from quiz.facts.model import Sentence, Word
from quiz.questions.asking.fronting import EXPECTING
from quiz.questions.clauses.clause import AUXILIARIES, SUBJECTS
from quiz.questions.draft import Draft

FINITE = ("VBD", "VBZ", "VBP", "MD")
CLAUSAL = ("VERB", "AUX")
THINKING = CUES | frozenset(
    "think believe know hope fear feel guess reckon suppose see hear find show prove mean ensure conclude decide learn "
    "remember wish bet swear be seem appear realise realize understand discover discovered agree expect estimate".split()
)
"""Verbs that take a clause without "that"."""
GIVING = frozenset(
    "give offer award pay teach ask tell send show grant lend deny promise owe hand allow fine charge call name elect "
    "make appoint crown declare consider deem leave serve spare sell refuse guarantee".split()
)
"""Verbs that keep an object in the passive: "was awarded the medal"."""
RELATIVE = ("WDT", "WP", "WP$")
NOMINAL = ("appos", "attr", "dobj", "nsubj", "nsubjpass", "conj", "dep", "npadvmod", "oprd", "ROOT")


@dataclass(frozen=True, slots=True)
class _Seen:
    """The words a draft shows of its sentence, with those that what asks stands for."""

    sentence: Sentence
    shown: tuple[int, ...]
    inside: frozenset[int]

    def words(self) -> Iterator[Word]:
        """The words shown, in their order."""
        return (self.sentence.words[i] for i in self.shown)


def spliced(draft: Draft, asked: AbstractSet[int]) -> str:
    """Why what a draft shows cannot be told of its sentence; "" where no rule finds fault. `asked` is its fact."""
    if not draft.shown:
        return ""
    seen = _Seen(draft.sentence, draft.shown, frozenset({*draft.shown, *draft.gone, *asked}))
    if _halved(seen, asked):
        return "leaves out one of two ends"
    return next((reason for reason, rule in RULES if rule(seen)), "")


def _between(seen: _Seen) -> Iterator[tuple[Word, list[Word], Word]]:
    """Two words shown one after the other, in the order of the text, with what stands between and is left out."""
    words = seen.sentence.words
    for one, two in zip(seen.shown, seen.shown[1:], strict=False):
        if two > one + 1:
            left = [w for w in words[one + 1 : two] if w.i not in seen.inside and w.dep not in AUXILIARIES]
            yield words[one], left, words[two]


def _joined(seen: _Seen) -> bool:
    """Whether a conjunction is left out between two words that it joins: "with drawings (and) set up a company"."""
    for _, left, two in _between(seen):
        if left and all(w.pos in ("CCONJ", "PUNCT", "ADV") for w in left) and any(w.dep == "cc" for w in left):
            if two.i - 1 in {w.i for w in left} and left[-1].pos != "ADV":
                return True
    return False


def _half_open(seen: _Seen) -> bool:
    """Whether what is left out begins or ends at a mark, and within a phrase at its other end."""
    for one, left, two in _between(seen):
        words = [w for w in left if w.pos != "PUNCT"]
        if not words or all(w.pos in ("ADV", "CCONJ", "PART") for w in words):
            continue
        opened = left[0].pos == "PUNCT" or one.pos == "PUNCT"
        closed = left[-1].pos == "PUNCT" or two.pos == "PUNCT"
        goes_on = two.tag in RELATIVE or (
            two.dep in ("ROOT", "conj", "aux", "auxpass") and two.pos in CLAUSAL
        )
        if opened != closed and left[0].dep != "cc" and not goes_on and not any(w.dep in SUBJECTS for w in words):
            return True
    return False


def _relisted(seen: _Seen) -> bool:
    """Whether a clause is left out before a verb that may go on with it: "followed Galen(, who taught ...,) drifted"."""
    for _, left, two in _between(seen):
        parted = left[-1:] and left[-1].text == "," and any(w.dep == "relcl" for w in left)
        if parted and two.dep == "conj" and two.tag in ("VBD", "VBZ", "VBP") and two.head in seen.inside:
            return True
    return False


def _since(seen: _Seen) -> bool:
    """Whether what was once done is told "since" a time: "did she pawn the jewels since 1343"."""
    sentence = seen.sentence
    for word in seen.words():
        if word.lower != "since" or word.pos not in ("ADP", "SCONJ"):
            continue
        own = word.head in seen.inside
        past = any(w.tag == "VBD" and w.dep not in AUXILIARIES for w in seen.words())
        if past and not own and not any(w.lemma in ("have", "be") for w in seen.words()):
            return True
    return False


def _subjectless(seen: _Seen) -> bool:
    """Whether a finite verb is shown without its subject: "growth had hoped would reach"."""
    sentence = seen.sentence
    for word in seen.words():
        if word.tag not in FINITE or word.pos not in CLAUSAL:
            continue
        verb = sentence.words[word.head] if word.dep in AUXILIARIES else word
        above = sentence.words[verb.head]
        if verb.head == verb.i or verb.head not in seen.inside or verb.dep in ("acl", "relcl", "amod", "pcomp", "xcomp"):
            continue
        if any(k.i in seen.inside for k in sentence.kids(verb.i, *SUBJECTS)):
            continue
        first, last = sorted((verb.i, above.i))
        joined = verb.dep == "conj" and any(
            w.i in seen.inside and (w.dep == "cc" or w.text == ",") for w in sentence.words[first:last]
        )
        if not joined:
            return True
    return False


def _unsaid(seen: _Seen) -> bool:
    """Whether a finite clause hangs, without "that", on a verb that takes none: "made it was finished"."""
    sentence = seen.sentence
    for verb in seen.words():
        above = sentence.words[verb.head]
        if verb.dep != "ccomp" or above.i not in seen.inside or above.lemma in THINKING | {"have"} or above.i > verb.i:
            continue
        finite = verb.tag in FINITE or any(a.tag in FINITE for a in sentence.kids(verb.i, *AUXILIARIES))
        own = sentence.kids(verb.i, *SUBJECTS)
        opened = any(w.tag in ("IN", "WRB", "WP", "WDT") for w in sentence.words[above.i : verb.i])
        if finite and own and not opened and above.pos in CLAUSAL:
            return True
    return False


def _torn_compound(seen: _Seen) -> bool:
    """Whether a word is torn at its hyphen: "-elected" of "re-elected"."""
    words = seen.sentence.words
    for word in seen.words():
        if word.text not in ("-", "‐", "‑"):
            continue
        around = [words[i] for i in (word.i - 1, word.i + 1) if 0 <= i < len(words)]
        if any((w.end == word.start or w.start == word.end) and w.i not in seen.inside for w in around):
            return True
    return False


def _unrelated(seen: _Seen) -> bool:
    """Whether a relative pronoun is shown without what it tells of."""
    sentence = seen.sentence
    for word in seen.words():
        if word.tag not in RELATIVE or word.lower in ("what", "whatever", "whoever"):
            continue
        at = word
        while at.head != at.i and at.dep != "relcl":
            at = sentence.words[at.head]
        if at.dep == "relcl" and at.head not in seen.inside:
            return True
        if word.i == seen.shown[0] or (word.tag == "WDT" and at.dep != "relcl"):
            return True
    return False


def _verb_in_list(seen: _Seen) -> bool:
    """Whether a verb is joined to a noun, as the parser has it: "the Act, and required that ..."."""
    sentence = seen.sentence
    return any(
        w.dep == "conj"
        and w.tag in ("VBD", "VBZ", "VBP")
        and sentence.words[w.head].pos in ("NOUN", "PROPN")
        and sentence.words[w.head].dep not in ("ROOT", "ccomp")
        and w.head in seen.inside
        and not any(k.i in seen.inside for k in sentence.kids(w.i, *SUBJECTS))
        for w in seen.words()
    )


def _hung_on_name(seen: _Seen) -> bool:
    """Whether an infinitive hangs on a name, as the parser has it: "was Manuel to march with the army made"."""
    words = seen.sentence.words
    return any(
        w.tag == "VB" and w.dep in ("acl", "relcl") and words[w.head].tag == "NNP" and w.head in seen.inside
        for w in seen.words()
    )


def _kept_object(seen: _Seen) -> bool:
    """Whether what is told in the passive has an object: "the last pits were sold off output"."""
    sentence = seen.sentence
    for verb in seen.words():
        if verb.pos == "VERB" and verb.lemma not in GIVING and sentence.kids(verb.i, "auxpass"):
            if any(k.i in seen.inside and k.i > verb.i for k in sentence.kids(verb.i, "dobj")):
                return True
    return False


def _trailing(seen: _Seen) -> bool:
    """Whether the subject of a clause is taken for the last of a list, or a verb's: ", and the planters(, she said)"."""
    sentence, words = seen.sentence, seen.sentence.words
    for word in seen.words():
        behind = words[word.i + 1 : word.i + 3]
        if word.pos not in ("NOUN", "PROPN") or not behind or behind[0].i in seen.inside:
            continue
        if behind[0].tag in FINITE and behind[0].pos in CLAUSAL and not _describes(sentence, word):
            return True
        listed = word.dep == "conj" and any(w.dep == "cc" and w.i in seen.inside for w in words[: word.i])
        aside = len(behind) > 1 and behind[0].text == "," and words[behind[1].head].dep == "parataxis"
        if listed and aside:
            return True
    return False


def _describes(sentence: Sentence, word: Word) -> bool:
    """Whether a word stands in a clause that describes a noun, or is that noun's."""
    at = word
    while at.head != at.i and at.dep not in ("relcl", "acl", "ccomp", "advcl", "csubj", *SUBJECTS):
        at = sentence.words[at.head]
    return at.head != at.i


def _asides(seen: _Seen) -> bool:
    """Whether a relative pronoun stands before a comma: "who, she liked to point out"."""
    pairs = zip(seen.words(), [*seen.words()][1:], strict=False)
    return any(one.tag in ("WP", "WDT") and one.dep in SUBJECTS and two.text == "," for one, two in pairs)


def _one_comma(seen: _Seen) -> bool:
    """Whether a comma parts a subject from its verb, so that the verb goes on a list: "raised wages, opened ..."."""
    words, sentence = seen.sentence.words, seen.sentence
    for verb in seen.words():
        own = [k for k in sentence.kids(verb.i, *SUBJECTS) if k.i in seen.inside]
        if verb.tag not in ("VBD", "VBZ", "VBP") or not own or own[-1].i > verb.i or words[verb.i - 1].text != ",":
            continue
        marks = [w for w in words[own[-1].i : verb.i] if w.pos == "PUNCT"]
        if len(marks) == 1 and any(w.pos == "VERB" for w in words[own[-1].i : verb.i]):
            return True
    return False


def _clause_beside(seen: _Seen) -> bool:
    """Whether a finite clause with its own subject hangs on a verb before it, and nothing joins the two."""
    sentence = seen.sentence
    for verb in seen.words():
        if verb.dep != "advcl" or verb.head not in seen.inside or verb.head > verb.i or verb.tag not in FINITE:
            continue
        own = sentence.kids(verb.i, *SUBJECTS)
        opened = sentence.kids(verb.i, "mark") or any(
            w.tag in ("WRB", "IN", "WDT", "WP") and w.i in seen.inside for w in sentence.words[verb.head : verb.i]
        )
        if own and own[0].i in seen.inside and not opened:
            return True
    return False


def _participle_told(seen: _Seen) -> bool:
    """Whether a participle behind a comma is taken for one more thing done: "buyers paid the crop, spread over years"."""
    sentence = seen.sentence
    for verb in seen.words():
        above = sentence.words[verb.head]
        if verb.dep != "conj" or verb.tag not in ("VBD", "VBN") or above.pos not in CLAUSAL or above.i > verb.i:
            continue
        if sentence.words[verb.i - 1].text == "," and not sentence.kids(verb.i, *SUBJECTS, *AUXILIARIES):
            joined = [w for k in (above, verb, *sentence.kids(verb.i, "conj")) for w in sentence.kids(k.i, "cc")]
            if not any(w.i > above.i for w in joined) and verb.head not in seen.inside:
                return True
    return False


def _doubtful(seen: _Seen) -> bool:
    """Whether the verb asked is one the parser could not place."""
    return any(
        w.dep == "dep" and w.pos == "VERB" and w.tag in FINITE and w.head not in seen.inside for w in seen.words()
    )


def _halves_listed(seen: _Seen) -> bool:
    """Whether a clause joined by "and" is left out, and what stands behind it is not."""
    for _, left, two in _between(seen):
        if left[:1] and left[0].dep == "cc" and left[-1].pos != "PUNCT" and two.head < left[0].i:
            parted = any(w.pos == "PUNCT" for w in left) and any(w.tag in FINITE for w in left)
            if parted and two.dep not in ("conj", *AUXILIARIES) and two.pos not in CLAUSAL:
                return True
    return False


def _without_to(seen: _Seen) -> bool:
    """Whether a verb that takes a "to" is shown without: "what share of the increase does it attribute"."""
    words = [*seen.words()]
    for n, verb in enumerate(words):
        if verb.lemma in BOUND_TO and verb.pos == "VERB" and not seen.sentence.kids(verb.i, "auxpass"):
            told = any(w.lower == "to" and w.tag == "IN" for w in words[n:])
            if not told and any(w.lower == "to" and w.tag == "IN" for w in seen.sentence.words[verb.i :]):
                return True
    return False


BOUND_TO = frozenset("attribute ascribe devote allocate assign owe liken compare".split())


def _undone_infinitive(seen: _Seen) -> bool:
    """Whether what somebody expects of others stands before the verb: "how many homes to need repair does it expect"."""
    words = [*seen.words()]
    for n, verb in enumerate(words):
        if verb.lemma not in EXPECTING | {"ask", "order", "tell", "force", "help", "cause", "give"}:
            continue
        if any(w.tag == "VB" and w.i > verb.i and seen.sentence.words[w.i - 1].lower == "to" for w in words[:n]):
            return True
    return False


def _captioned(seen: _Seen) -> bool:
    """Whether a caption is no sentence: without a finite verb that has a subject."""
    sentence, root = seen.sentence, seen.sentence.root()
    if sentence.block.kind is not BlockKind.caption:
        return False
    helpers = sentence.kids(root.i, *AUXILIARIES)
    pictured = root.lower.endswith("ed") and not helpers and not sentence.kids(root.i, "dobj")
    finite = any(w.tag in FINITE for w in (root, *helpers))
    return pictured or not finite or not sentence.kids(root.i, *SUBJECTS)


def _am(seen: _Seen) -> bool:
    """Whether "am" is taken for a verb without an "I": "Frankfurt am Main"."""
    words = seen.sentence.words
    return any(w.lower == "am" and not any(k.text in ("I", "’m") for k in words) for w in seen.words())


def _undone(seen: _Seen) -> bool:
    """Whether what somebody had done to others is left out: "had four hundred people executed"."""
    sentence, shown = seen.sentence, set(seen.shown)
    for verb in seen.words():
        if verb.lemma != "have" or verb.dep in AUXILIARIES:
            continue
        for thing in sentence.kids(verb.i, "dobj"):
            done = sentence.words[thing.i + 1 : thing.i + 2]
            if done and done[0].tag == "VBN" and done[0].i not in shown:
                return True
    return False


def _halved(seen: _Seen, asked: AbstractSet[int]) -> bool:
    """Whether a "to" is shown without its "from", or one of two ends asked of a time: "from what date ... to 2023"."""
    words, shown = seen.sentence.words, set(seen.shown)
    for word in seen.words():
        if word.lower != "to" or word.pos != "ADP":
            continue
        ahead = [w for w in words[max(0, word.i - PAIR) : word.i] if w.lower == "from" and w.pos == "ADP"]
        if not ahead or ahead[-1].i in shown or any(w.tag in FINITE for w in words[ahead[-1].i : word.i]):
            continue
        between = [words[i] for i in asked if ahead[-1].i < i < word.i]
        if not between or any(w.ent == "DATE" for w in between):
            return True
    return False


PAIR = 12
"""Words from a "from" to its "to" at most."""


Rule = Callable[[_Seen], bool]

RULES: tuple[tuple[str, Rule], ...] = (
    ("without what joins its parts", _joined),
    ("leaves out half a phrase", _half_open),
    ("holds a verb without its subject", _subjectless),
    ("runs two clauses together", _unsaid),
    ("tears a word", _torn_compound),
    ("holds a relative clause without its noun", _unrelated),
    ("joins a verb to a noun", _verb_in_list),
    ("has an object in the passive", _kept_object),
    ("hangs what is to be done on a name", _hung_on_name),
    ("is of a caption that is no sentence", _captioned),
    ("takes a name for a verb", _am),
    ("ends within a clause", _trailing),
    ("breaks off a relative clause", _asides),
    ("parts a subject from its verb", _one_comma),
    ("runs a clause on", _clause_beside),
    ("takes a participle for what was done", _participle_told),
    ("is of a verb in doubt", _doubtful),
    ("leaves out a clause in the middle", _halves_listed),
    ("lacks its “to”", _without_to),
    ("asks what is expected of whom before the verb", _undone_infinitive),
    ("leaves out what was done to them", _undone),
    ("lists on without its clause", _relisted),
    ("tells since when of what was over", _since),
)
"""Each rule with the reason it tells."""
