"""What a question shows of its sentence that the parser misread: a verb without subject, two clauses in one."""

from __future__ import annotations

from collections.abc import Callable

from quiz.documents.model import BlockKind
from quiz.facts.cue_words import CUES
from quiz.facts.model import Word
from quiz.questions.asking.fronting import EXPECTING
from quiz.questions.clauses.clause import AUXILIARIES, SUBJECTS
from quiz.questions.faults.seen import CLAUSAL, FINITE, RELATIVE, Seen

THINKING = CUES | frozenset(
    "think believe know hope fear feel guess reckon suppose see hear find show prove mean ensure conclude decide "
    "learn remember wish bet swear be seem appear realise realize understand discover agree expect estimate".split()
)
"""Verbs that take a clause without "that"."""
GIVING = frozenset(
    "give offer award pay teach ask tell send show grant lend deny promise owe hand allow fine charge call name elect "
    "make appoint crown declare consider deem leave serve spare sell refuse guarantee".split()
)
"""Verbs that keep an object in the passive: "was awarded the medal"."""
BOUND_TO = frozenset("attribute ascribe devote allocate assign owe liken compare".split())
"""Verbs that say nothing without a "to" behind them."""

TAKEN_AS = frozenset("regard depict portray classify characterise characterize".split())
"""Verbs that say nothing without an "as" behind their object."""
NEEDING = frozenset("discover invent acquire purchase construct erect devise abolish commission".split())
"""Verbs that say nothing without what was discovered, bought or built."""
OBJECTS = ("dobj", "ccomp", "xcomp", "dative")


def _subjectless(seen: Seen) -> bool:
    """Whether a finite verb is shown without its subject: "growth had hoped would reach"."""
    sentence = seen.sentence
    for word in seen.words:
        if word.tag not in FINITE or word.pos not in CLAUSAL:
            continue
        verb = sentence.words[word.head] if word.dep in AUXILIARIES else word
        above = sentence.words[verb.head]
        if (
            verb.head == verb.i
            or verb.head not in seen.inside
            or verb.dep in ("acl", "relcl", "amod", "pcomp", "xcomp")
        ):
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


def _unsaid(seen: Seen) -> bool:
    """Whether a finite clause hangs, without "that", on a verb that takes none: "made it was finished"."""
    sentence = seen.sentence
    for verb in seen.words:
        above = sentence.words[verb.head]
        if verb.dep != "ccomp" or above.i not in seen.inside or above.lemma in THINKING | {"have"} or above.i > verb.i:
            continue
        finite = verb.tag in FINITE or any(a.tag in FINITE for a in sentence.kids(verb.i, *AUXILIARIES))
        own = sentence.kids(verb.i, *SUBJECTS)
        opened = any(w.tag in ("IN", "WRB", "WP", "WDT") for w in sentence.words[above.i : verb.i])
        if finite and own and not opened and above.pos in CLAUSAL:
            return True
    return False


def _unrelated(seen: Seen) -> bool:
    """Whether a relative pronoun is shown without what it tells of."""
    sentence, told = seen.sentence, seen.words
    for n, word in enumerate(told):
        if word.tag not in RELATIVE or word.lower in ("what", "whatever", "whoever"):
            continue
        if word.tag == "WP$" and n and told[n - 1].pos == "PROPN":
            continue
        at = word
        while at.head != at.i and at.dep != "relcl":
            at = sentence.words[at.head]
        if at.dep == "relcl" and at.head not in seen.inside:
            return True
        if word.i == seen.shown[0] or (word.tag == "WDT" and at.dep != "relcl"):
            return True
    return False


def _asides(seen: Seen) -> bool:
    """Whether a relative pronoun stands before a comma: "who, she liked to point out"."""
    pairs = zip(seen.words, seen.words[1:], strict=False)
    return any(one.tag in ("WP", "WDT") and two.text == "," for one, two in pairs)


def _verb_in_list(seen: Seen) -> bool:
    """Whether a verb is joined to a noun, as the parser has it: "the Act, and required that ..."."""
    sentence = seen.sentence
    return any(
        w.dep == "conj"
        and w.tag in ("VBD", "VBZ", "VBP")
        and sentence.words[w.head].pos in ("NOUN", "PROPN")
        and sentence.words[w.head].dep not in ("ROOT", "ccomp")
        and w.head in seen.inside
        and not any(k.i in seen.inside for k in sentence.kids(w.i, *SUBJECTS))
        and not sentence.kids(w.head, "acl")
        for w in seen.words
    )


def _hung_on_name(seen: Seen) -> bool:
    """Whether an infinitive hangs on a name, as the parser has it: "was Manuel to march with the army made"."""
    words = seen.sentence.words
    return any(
        w.tag == "VB" and w.dep in ("acl", "relcl") and words[w.head].tag == "NNP" and w.head in seen.inside
        for w in seen.words
    )


def _kept_object(seen: Seen) -> bool:
    """Whether what is told in the passive has an object: "the last pits were sold off output"."""
    sentence = seen.sentence
    for verb in seen.words:
        passive = verb.pos == "VERB" and verb.lemma not in GIVING and sentence.kids(verb.i, "auxpass")
        if passive and any(k.i in seen.inside and k.i > verb.i for k in sentence.kids(verb.i, "dobj")):
            return True
    return False


def _bare_number(seen: Seen) -> bool:
    """Whether a number is told of, and not of what: "725 were reported"."""
    sentence = seen.sentence
    ahead: list[Word] = []
    for word in seen.words:
        counted = word.tag == "CD" and word.dep in SUBJECTS and not sentence.kids(word.i, "prep", "nummod")
        if counted and not any(w.tag in ("NNS", "NNPS") for w in ahead):
            return True
        ahead.append(word)
    return False


def _captioned(seen: Seen) -> bool:
    """Whether a caption is no sentence: without a finite verb that has a subject."""
    sentence, root = seen.sentence, seen.sentence.root()
    if sentence.block.kind is not BlockKind.caption:
        return False
    helpers = sentence.kids(root.i, *AUXILIARIES)
    pictured = root.lower.endswith("ed") and not helpers and not sentence.kids(root.i, "dobj")
    finite = any(w.tag in FINITE for w in (root, *helpers))
    named = any(sentence.kids(w.i, "det", "poss") or w.tag in ("NNS", "NNP") for w in seen.words if w.dep == "ROOT")
    return pictured or (not named and (not finite or not sentence.kids(root.i, *SUBJECTS)))


def _am(seen: Seen) -> bool:
    """Whether "am" is taken for a verb without an "I": "Frankfurt am Main"."""
    words = seen.sentence.words
    return any(w.lower == "am" and not any(k.text in ("I", "’m") for k in words) for w in seen.words)


def _one_comma(seen: Seen) -> bool:
    """Whether a comma parts a subject from its verb, so that the verb goes on a list: "raised wages, opened ..."."""
    words, sentence = seen.sentence.words, seen.sentence
    for verb in seen.words:
        own = [k for k in sentence.kids(verb.i, *SUBJECTS) if k.i in seen.inside]
        if verb.tag not in ("VBD", "VBZ", "VBP") or not own or own[-1].i > verb.i or words[verb.i - 1].text != ",":
            continue
        marks = [w for w in words[own[-1].i : verb.i] if w.pos == "PUNCT"]
        if len(marks) == 1 and any(w.pos == "VERB" for w in words[own[-1].i : verb.i]):
            return True
    return False


def _clause_beside(seen: Seen) -> bool:
    """Whether a finite clause with its own subject hangs on a verb before it, and nothing joins the two."""
    sentence = seen.sentence
    for verb in seen.words:
        if verb.dep != "advcl" or verb.head not in seen.inside or verb.head > verb.i or verb.tag not in FINITE:
            continue
        own = sentence.kids(verb.i, *SUBJECTS)
        opened = sentence.kids(verb.i, "mark") or any(
            w.tag in ("WRB", "IN", "WDT", "WP") and w.i in seen.inside for w in sentence.words[verb.head : verb.i]
        )
        if own and own[0].i in seen.inside and not opened:
            return True
    return False


def _participle_told(seen: Seen) -> bool:
    """Whether a participle behind a comma is taken for a thing done: "paid for the crop, spread over years"."""
    sentence = seen.sentence
    for verb in seen.words:
        above = sentence.words[verb.head]
        if verb.dep != "conj" or verb.tag not in ("VBD", "VBN") or above.pos not in CLAUSAL or above.i > verb.i:
            continue
        behind_noun = sentence.words[verb.i - 2].pos in ("NOUN", "PROPN", "NUM")
        if (
            sentence.words[verb.i - 1].text == ","
            and behind_noun
            and not sentence.kids(verb.i, *SUBJECTS, *AUXILIARIES)
        ):
            joined = [w for k in (above, verb, *sentence.kids(verb.i, "conj")) for w in sentence.kids(k.i, "cc")]
            if not any(w.i > above.i for w in joined) and verb.head not in seen.inside:
                return True
    return False


def _doubtful(seen: Seen) -> bool:
    """Whether the verb asked is one the parser could not place."""
    return any(w.dep == "dep" and w.pos == "VERB" and w.tag in FINITE and w.head not in seen.inside for w in seen.words)


def _without_to(seen: Seen) -> bool:
    """Whether a verb that takes a "to" is shown without: "what share of the increase does it attribute"."""
    words = seen.words
    for n, verb in enumerate(words):
        if verb.lemma in BOUND_TO and verb.pos == "VERB" and not seen.sentence.kids(verb.i, "auxpass"):
            told = any(w.lower == "to" and w.tag == "IN" for w in words[n:])
            if not told and any(w.lower == "to" and w.tag == "IN" for w in seen.sentence.words[verb.i :]):
                return True
    return False


def _without_as(seen: Seen) -> bool:
    """Whether a verb that takes an "as" is shown without: "for how many years did the town regard her"."""
    for verb in seen.words:
        if verb.pos != "VERB" or verb.lemma not in TAKEN_AS:
            continue
        led = [w for w in seen.sentence.kids(verb.i) if w.lower == "as" and w.i > verb.i]
        if led and not any(w.i in seen.inside for w in led):
            return True
    return False


def _objectless(seen: Seen) -> bool:
    """Whether a verb that needs an object is shown without any: "when did the ship discover"."""
    sentence = seen.sentence
    for verb in seen.words:
        if verb.pos != "VERB" or verb.lemma not in NEEDING or verb.dep in ("acl", "relcl", "amod"):
            continue
        told = [k for k in sentence.kids(verb.i, *OBJECTS) if k.i in seen.inside]
        if not told and not sentence.kids(verb.i, "auxpass"):
            return True
    return False


def _apiece(seen: Seen) -> bool:
    """Whether one alone is told to have so many apiece."""
    sentence = seen.sentence
    for word in seen.words:
        if word.lower == "apiece" and sentence.words[word.head].pos == "VERB":
            own = sentence.kids(word.head, *SUBJECTS)
            if not any(k.tag in ("NNS", "NNPS", "CD") or sentence.kids(k.i, "conj") for k in own):
                return True
    return False


def _undone_infinitive(seen: Seen) -> bool:
    """Whether what is expected stands before the verb: "how many homes to need repair does it expect"."""
    words = seen.words
    for n, verb in enumerate(words):
        if verb.lemma not in EXPECTING | {"ask", "order", "tell", "force", "help", "cause", "give"}:
            continue
        if any(w.tag == "VB" and w.i > verb.i and seen.sentence.words[w.i - 1].lower == "to" for w in words[:n]):
            return True
    return False


RULES: tuple[tuple[str, Callable[[Seen], bool]], ...] = (
    ("holds a verb without its subject", _subjectless),
    ("runs two clauses together", _unsaid),
    ("holds a relative clause without its noun", _unrelated),
    ("joins a verb to a noun", _verb_in_list),
    ("has an object in the passive", _kept_object),
    ("hangs what is to be done on a name", _hung_on_name),
    ("is of a caption that is no sentence", _captioned),
    ("takes a name for a verb", _am),
    ("tells a number of nothing", _bare_number),
    ("breaks off a relative clause", _asides),
    ("parts a subject from its verb", _one_comma),
    ("runs a clause on", _clause_beside),
    ("takes a participle for what was done", _participle_told),
    ("is of a verb in doubt", _doubtful),
    ("lacks its “to”", _without_to),
    ("asks what is expected of whom before the verb", _undone_infinitive),
    ("lacks its “as”", _without_as),
    ("lacks its object", _objectless),
    ("shares out what one alone has", _apiece),
)
"""Each rule with the reason it tells."""
