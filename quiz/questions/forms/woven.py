"""Asks for a speaker with the clause a quotation is woven into: "Who called the strike “a gift to its enemies”?"."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from quiz.facts.agents import VERBS
from quiz.facts.cue_words import NAMING, PHRASAL
from quiz.facts.model import Quote, Sentence, Word
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.clauses.wording import lowered
from quiz.questions.forms.said import TOLD, own_words, passes, past_of, supposed_of
from quiz.questions.reference.replaced import Standing
from quiz.questions.scene import Scene

LONGEST = 45
SUBJECTS = ("nsubj", "nsubjpass")
TAIL = 8
FEWEST = 3
"""Words of a quotation that tells enough behind "said that" without who was told."""
NEAR = 6
"""Words behind the verb that may belong to an attribution set apart by commas."""
US = ("us", "me")
"""Who writes, and need not be told who was told."""
THAT = frozenset(
    """
    say add write observe argue note insist explain claim warn admit recall joke declare believe comment remark state
    concede acknowledge stress complain suggest think find conclude boast maintain predict remember
    """.split()
)
"""Verbs behind which "that" leads to what was said."""

Woven = tuple[str, Standing]


def predicate(scene: Scene, quote: Quote, verb: Word) -> Woven | None:
    """The cue verb and what follows it up to the quotation's end, without "Who" before it."""
    sentence = quote.sentence
    kept = _kept(scene, verb, quote)
    past = past_of(verb)
    if kept is None or not past:
        return None
    told_us = {w.i for w in sentence.kids(verb.i, "dobj", "dative") if w.lower in US} if verb.lemma in TOLD else set()
    past = "said" if told_us else supposed_of(sentence, verb) or past
    auxiliaries = {w.i for w in sentence.kids(verb.i, "aux", "auxpass")}
    kept = [i for i in kept if i not in auxiliaries | told_us]
    quoted = _quoted(sentence, quote)
    between = [sentence.words[i] for i in kept if verb.i < i < quoted[0]]
    apart = any(w.text in (",", ":") for w in between[-2:])
    if verb.lemma in PHRASAL or apart or _set_apart(sentence, verb) or _lacks_object(sentence, verb, quoted):
        return None
    return told(scene, quote, kept, {verb.i: past})


def parenthetical(scene: Scene, quote: Quote, verb: Word) -> Woven | None:
    """The clause a quotation is part of, where its attribution stands aside: "The board, he added, had “not slept”"."""
    sentence = quote.sentence
    past = "said" if verb.lemma in TOLD else past_of(verb)
    if verb.lemma not in THAT | TOLD or not past:
        return None
    aside = _aside(sentence, quote, verb)
    quoted = _quoted(sentence, quote)
    if verb.lemma in TOLD and len(scene.document.text[quote.parts[0].start : quote.parts[0].end].split()) < FEWEST:
        return None
    parted = [w.i for w in sentence.words[: quoted[0]] if w.text == ";"] if quoted else []
    rest = [w.i for w in sentence.words[parted[-1] + 1 if parted else 0 :] if w.i not in aside]
    while rest and sentence.words[rest[-1]].text in ",.;:":
        rest.pop()
    rest = [i for n, i in enumerate(rest) if sentence.words[i].text != "," or _needed(sentence, rest, n, aside)]
    content = [i for i in rest if i not in quoted and sentence.words[i].pos not in ("PUNCT", "CCONJ", "ADP", "DET")]
    spared = {i for i in quoted if sentence.words[i].pos == "PUNCT"}
    if (
        not aside
        or rest[:1] > [min(aside)]
        or not content
        or len(rest) > LONGEST
        or not set(quoted) - spared <= set(rest)
    ):
        return None
    first = lowered(scene.document, sentence, rest[0])
    found = told(scene, quote, rest, {rest[0]: first} if first else {})
    return (f"{past} that {found[0]}", found[1]) if found else None


def _lacks_object(sentence: Sentence, verb: Word, quoted: Sequence[int]) -> bool:
    """Whether what is called something stands before the verb: "what he called “...”", "a figure that he called"."""
    if verb.lemma not in NAMING:
        return False
    behind = [w for w in sentence.kids(verb.i, "dobj") if w.i > verb.i and w.i not in quoted and not w.held]
    before = any(w.tag in ("WP", "WDT") and w.i < verb.i and w.dep not in SUBJECTS for w in sentence.kids(verb.i))
    return before or (verb.dep in ("relcl", "pcomp", "ccomp") and not behind)


def _needed(sentence: Sentence, rest: Sequence[int], n: int, aside: AbstractSet[int]) -> bool:
    """Whether a comma parts words that stay; those around the attribution go with it."""
    at = rest[n]
    return n > 0 and at + 1 not in aside and at - 1 not in aside and not sentence.words[at - 1].held


def _aside(sentence: Sentence, quote: Quote, verb: Word) -> set[int]:
    """The words of the attribution: subject, verb, what modifies it, and "as" before them."""
    quoted = set(_quoted(sentence, quote))
    subjects = [w for w in sentence.words if quote.mention and quote.mention.start <= w.start < quote.mention.end]
    subjects += _own_subjects(sentence, quote, verb)
    told_to = sentence.kids(verb.i, "dobj", "dative") if verb.lemma in TOLD else []
    aside = {verb.i}
    for word in (*subjects, *told_to, *sentence.kids(verb.i, "aux", "advmod", "mark", "neg")):
        near = [i for i in sentence.subtree(word.i) if (i < min(quoted)) == (verb.i < min(quoted)) and i not in quoted]
        near = _closed(sentence, [i for i in near if sentence.words[i].tag not in ("``", "''")])
        if word.head == verb.i and near and near[-1] - near[0] < LONGEST:
            aside |= set(near)
    low, high = min(aside), max([*aside, _set_apart(sentence, verb)])
    between = {w.i for w in sentence.words[low : high + 1]}
    return aside | between if not between & quoted and len(between) <= len(aside) + NEAR else set()


def _own_subjects(sentence: Sentence, quote: Quote, verb: Word) -> list[Word]:
    """The subjects of a cue; of two the one who speaks: of "The fire, wrote Weber, “was lit ...”" no fire."""
    subjects, mention = sentence.kids(verb.i, "nsubj"), quote.mention
    own = [
        s for s in subjects if mention and any(sentence.words[i].start == mention.start for i in sentence.subtree(s.i))
    ]
    return own if len(own) == 1 else subjects


def _set_apart(sentence: Sentence, verb: Word) -> int:
    """The comma that ends an attribution which one begins too: "The dam, he warned in 1811, was ..."; 0 for none."""
    first = min((i for s in sentence.kids(verb.i, "nsubj") if s.i < verb.i for i in sentence.subtree(s.i)), default=0)
    if first <= 1 or sentence.words[first - 1].text != ",":
        return 0
    for word in sentence.words[verb.i + 1 : verb.i + 1 + NEAR]:
        if word.text == ",":
            return word.i
        if word.pos in ("VERB", "AUX", "SCONJ") or word.held or word.tag == "``":
            return 0
    return 0


def _closed(sentence: Sentence, part: list[int]) -> list[int]:
    """A subject up to where a comma ends it: what goes on without one belongs to another clause."""
    words = sentence.words
    while part and words[part[-1]].text != "," and part[-1] + 1 < len(words) and words[part[-1] + 1].text not in ",.":
        commas = [i for i in part[:-1] if words[i].text == ","]
        if not commas:
            return part
        part = [i for i in part if i < commas[-1]]
    return part


def told(scene: Scene, quote: Quote, kept: Sequence[int], instead: dict[int, str]) -> Woven | None:
    """Kept words as they stand alone behind "Who"; pronouns that mean the speaker stay as they are."""
    at = scene.place(quote.sentence)
    own = set(own_words(scene, quote, kept))
    standing = scene.referents.stand(at, [i for i in kept if i not in own])
    if standing is None:
        return None
    standing.instead |= {i: text for i, text in instead.items() if i not in standing.instead}
    return scene.stated(at, kept, standing), standing


def _quoted(sentence: Sentence, quote: Quote) -> list[int]:
    first = quote.parts[0]
    return [w.i for w in sentence.words if w.start < first.end and w.end > first.start]


def _may(sentence: Sentence, subject: Word) -> bool:
    """Whether a subject is of a clause that the parser hung on the cue: "Weber said Keller should “go”"."""
    return subject.dep == "nsubj" and any(w.tag == "MD" for w in sentence.words[subject.i + 1 : subject.i + 2])


def _kept(scene: Scene, verb: Word, quote: Quote) -> list[int] | None:
    """The words of the predicate, without other clauses beside it."""
    sentence = quote.sentence
    quoted = _quoted(sentence, quote)
    if not quoted or quoted[-1] < verb.i:
        return None
    inside, last = set(quoted), _last(sentence, verb, quoted)
    dropped = {
        i
        for child in sentence.kids(verb.i, "nsubj", "cc", "conj", "advcl")
        if child.i > verb.i and not inside & set(sentence.subtree(child.i)) and not _may(sentence, child)
        for i in sentence.subtree(child.i)
    } | _before_conjunct(sentence, verb, quoted)
    dropped |= {
        i
        for child in sentence.kids(verb.i, "prep", "npadvmod", "advmod")
        if verb.i < child.i < quoted[0]
        for time in _times(scene, sentence, child)
        if passes(sentence, time)
        for i in sentence.subtree(child.i)
    }
    kept = [i for i in sentence.subtree(verb.i) if verb.i <= i <= last + 1 and i not in dropped]
    return kept if inside & set(kept) and len(kept) <= LONGEST else None


def _last(sentence: Sentence, verb: Word, quoted: Sequence[int]) -> int:
    """The last word that is told: the quotation's, or that of the noun or clause which goes on with it."""
    last, modified = quoted[-1], sentence.words[quoted[-1]]
    while modified.i in quoted and modified.head != modified.i:
        modified = sentence.words[modified.head]
    if modified.i > last and modified.pos in ("NOUN", "PROPN"):
        tail = noun_phrase(sentence, modified.i)[-1]
        return (tail if tail - modified.i <= TAIL else modified.i) - 1
    if modified.i > last and modified.pos in VERBS and modified.i != verb.i:
        return max(i for i in sentence.subtree(modified.i) if sentence.words[i].pos != "PUNCT") - 1
    return last


def _times(scene: Scene, sentence: Sentence, child: Word) -> list[Word]:
    """What may tell when: a phrase and its object, or what "earlier" counts where no date is reckoned from it."""
    if child.dep != "advmod":
        return [child, *sentence.kids(child.i, "pobj")]
    known = any(date.span.start <= child.start < date.span.end for date in scene.facts.dates)
    ago = child.lower in ("earlier", "later", "before", "afterwards") and not known
    return sentence.kids(child.i, "npadvmod") if ago else []


def _before_conjunct(sentence: Sentence, verb: Word, quoted: Sequence[int]) -> set[int]:
    """What is said before "and that", where the quotation stands behind it: "said that ... and that it was “...”"."""
    at = sentence.words[quoted[0]]
    while at.head not in (at.i, verb.i):
        above = sentence.words[at.head]
        if at.dep == "conj" and above.i not in quoted and any(w.lower == "that" for w in sentence.kids(at.i, "mark")):
            own = set(sentence.subtree(at.i))
            return {i for i in sentence.subtree(above.i) if i not in own}
        at = above
    return set()
