"""What a relative clause says of the noun it hangs on, as a part of its own: "in which", "where", "when", "which"."""

from __future__ import annotations

from quiz.facts.model import Sentence, Word
from quiz.facts.unit_words import TIME_UNITS
from quiz.questions.clauses.phrase import noun_phrase, set_off

PRONOUNS = frozenset("which whom that".split())
PLACED = frozenset("in at on".split())
ADVERBIAL = frozenset("time day moment way reason place point extent manner case occasion first last".split())
"""Nouns that a clause tells the time, place or manner of, without a word that says so."""
LONGEST = 6
KINDS = frozenset("type kind sort class".split())
# What is done with a survey of farms, not with the farms.
DONE = frozenset("conduct publish commission undertake release issue launch adopt sign".split())
EFFECTS = frozenset("put make bring leave give take cost save raise cut push turn force allow let require".split())
"""What something done would do, rather than the thing it was done to: ", which would put her ahead"."""
DATED = ("DATE", "TIME")
SUBJECT = ("nsubj", "nsubjpass")


def antecedent_part(sentence: Sentence, verb: Word) -> tuple[int, ...]:
    """The noun of a relative clause in its place within it: "the dam" of "the dam which they built".

    With a preposition before it where the clause has one ("in which"), or says where or when; empty where the noun is
    the subject, or cannot be told.
    """
    if verb.dep == "relcl" and (noun := object_of(sentence, verb)):
        return tuple(noun_phrase(sentence, noun.i, without=verb.i))
    if verb.dep not in ("relcl", "advcl") or not sentence.kids(verb.i, *SUBJECT):
        return ()
    opener = relative_opener(sentence, verb)
    if opener is None:
        return ()
    noun = _dated(sentence, opener) if opener.lower == "when" else sentence.words[verb.head]
    if noun is None or noun.pos not in ("NOUN", "PROPN", "NUM") or (opener.lower != "when" and verb.dep != "relcl"):
        return ()
    noun = _whole(sentence, _one_of(sentence, noun))
    phrase = sorted({*noun_phrase(sentence, noun.i, without=verb.i)} - {*sentence.subtree(verb.i)})
    above = sentence.words[noun.head]
    if opener.lower == "when":
        return (above.i, *phrase) if noun.dep == "pobj" else ()
    return (opener.i, *phrase)


def _one_of(sentence: Sentence, noun: Word) -> Word:
    """What a kind is of: in "stars of the type of Algol, in which" it is Algol."""
    of = [p for p in sentence.kids(noun.i, "prep") if p.lower == "of"] if noun.lemma in KINDS else []
    return next((w for p in of for w in sentence.kids(p.i, "pobj")), noun)


def _whole(sentence: Sentence, noun: Word) -> Word:
    """The head of the noun phrase a noun belongs to: "riots" of "riots on the Canal"."""
    at = noun
    while at.dep == "pobj":
        over = sentence.words[sentence.words[at.head].head]
        if over.pos not in ("NOUN", "PROPN") or over.lemma in KINDS or noun.i - over.i > LONGEST:
            break
        if over.tag == "NN" and all(w.dep == "prep" for w in sentence.kids(over.i)):
            break
        at = over
    return at


def relative_opener(sentence: Sentence, verb: Word) -> Word | None:
    """The "where", "when" or preposition before "which" that a clause opens with."""
    for word in sentence.kids(verb.i):
        if word.i > verb.i:
            break
        if word.tag == "WRB" and word.lower in ("where", "when"):
            return word
        if (
            word.dep == "prep"
            and word.lower != "of"
            and any(o.lower in ("which", "whom") for o in sentence.kids(word.i, "pobj"))
        ):
            return word
    return None


def object_of(sentence: Sentence, verb: Word) -> Word | None:
    """The noun that a relative clause with a subject of its own is about: "the dam which they built"."""
    relative = [w for w in sentence.kids(verb.i, "dobj") if w.lower in PRONOUNS] or _without_pronoun(sentence, verb)
    subject = sentence.kids(verb.i, "nsubj")
    noun = sentence.words[verb.head]
    past = verb.tag in ("VBD", "VBN") or any(w.lower == "did" for w in sentence.kids(verb.i, "aux"))
    return _placed(sentence, noun, verb) if relative and subject and noun.pos in ("NOUN", "PROPN") and past else None


def _without_pronoun(sentence: Sentence, verb: Word) -> bool:
    """Whether a clause right behind its noun leaves "that" out: "the notebook she began in 1660"; not "the year he"."""
    noun, subject = sentence.words[verb.head], sentence.kids(verb.i, *SUBJECT)
    if not subject or subject[0].dep != "nsubj" or subject[0].tag in ("WP", "WDT") or noun.tag not in ("NN", "NNS"):
        return False
    if sentence.subtree(verb.i)[0] != noun.i + 1 or noun.lemma in ADVERBIAL | TIME_UNITS:
        return False
    kids = [w for w in sentence.kids(verb.i) if w.i > verb.i]
    if any(w.dep in ("ccomp", "xcomp", "attr", "acomp", "oprd", "auxpass") for w in kids) or verb.lemma == "be":
        return False
    if any(w.dep == "dobj" and not w.lower.endswith(("self", "selves")) for w in kids):
        return False
    return all(sentence.kids(w.i, "pobj", "pcomp", "prep", "advmod") for w in kids if w.dep == "prep")


def _placed(sentence: Sentence, noun: Word, verb: Word) -> Word:
    """What is told of by ", which they approved" behind a place: "the plant" of "the plant at Forsmark"."""
    over = sentence.words[sentence.words[noun.head].head]
    placed = noun.pos == "PROPN" and noun.dep == "pobj" and sentence.words[noun.head].lower in ("at", "in", "near")
    behind = over.i < noun.head and over.pos == "NOUN" and sentence.words[noun.head].dep == "prep"
    return over if placed and behind and set_off(sentence, verb) else noun


def described_by(sentence: Sentence, noun: Word, verb: Word) -> list[int]:
    """The noun phrase a relative clause describes; empty for "slopes which burned", which are no slopes one knows.

    It is empty too for "4 May, which was 16 May abroad", for ", which is how glass is made", which speaks of all that
    was told before, and for ", the better of which, bought in 1849," which only one of them is. Of "a chain of
    mountains that wound about the earth" it is the chain.
    """
    if verb.lemma == "be" and any(w.tag == "WRB" for k in sentence.kids(verb.i, "ccomp") for w in sentence.kids(k.i)):
        return []
    if verb.lemma == "be" and noun.ent in DATED and noun.tag in ("NNP", "CD"):
        return []
    if verb.dep == "relcl" and set_off(sentence, verb) and not _adjoins(sentence, noun, verb):
        return []
    if any(w.lower == "of" and sentence.words[w.i + 1].tag == "WDT" for w in sentence.words[noun.i : verb.i - 1]):
        return []
    if verb.dep == "relcl" and set_off(sentence, verb) and (_of_all(sentence, verb) or _bare(sentence, noun)):
        return []
    if noun.lower in ("one", "ones") and not sentence.kids(noun.i, "amod", "nummod"):
        return []
    over = sentence.words[sentence.words[noun.head].head]
    if verb.lemma in DONE and noun.dep == "pobj" and sentence.words[noun.head].lower == "of" and over.pos == "NOUN":
        return sorted({*noun_phrase(sentence, over.i, joined=False)} - {*sentence.subtree(verb.i)})
    phrase = noun_phrase(sentence, noun.i, without=verb.i)
    vague = phrase == [noun.i] and noun.tag == "NNS" and not noun.text[:1].isupper() and verb.dep == "relcl"
    if not vague or set_off(sentence, verb):
        return phrase
    group = noun.dep == "pobj" and sentence.words[noun.head].lower == "of" and over.pos == "NOUN"
    if not group or not any(d.lower in ("a", "an") for d in sentence.kids(over.i, "det")):
        return []
    return sorted({*noun_phrase(sentence, over.i, joined=False)} - {*sentence.subtree(verb.i)})


def belonging(sentence: Sentence, owner: Word, verb: Word, subject: Word) -> list[int]:
    """The words of "Ida Brandt, whose brother Jon": name, "whose" and the thing; empty where the owner has no name.

    "whose" stands for the "'s" of the name.
    """
    if verb.dep != "relcl" or owner.pos != "PROPN":
        return []
    named = noun_phrase(sentence, owner.i, without=verb.i, joined=False)
    return [*(i for i in named if i < subject.i), *noun_phrase(sentence, subject.i)]


def _of_all(sentence: Sentence, verb: Word) -> bool:
    """Whether a clause speaks of all that was told before: ", which means that each had cost more"."""
    which = any(w.lower == "which" for w in sentence.kids(verb.i, *SUBJECT))
    would = any(w.lower == "would" for w in sentence.kids(verb.i, "aux")) and verb.lemma in EFFECTS
    return which and (would or verb.lemma in ("mean", "suggest", "imply") or bool(sentence.kids(verb.i, "ccomp")))


def _bare(sentence: Sentence, noun: Word) -> bool:
    """Whether a noun behind a preposition names nothing that is told of: "a lawyer of austere temper, who ruled"."""
    over = sentence.words[sentence.words[noun.head].head]
    told = sentence.kids(noun.i, "det", "poss", "nummod", "relcl")[:-1]
    return noun.dep == "pobj" and noun.pos == "NOUN" and over.pos in ("NOUN", "PROPN") and not told


def _adjoins(sentence: Sentence, noun: Word, verb: Word) -> bool:
    """Whether a relative clause stands right behind the phrase of its noun, or of the noun that is part of."""
    last = sentence.subtree(verb.i)[0] - 1
    while last > 0 and sentence.words[last].pos == "PUNCT":
        last -= 1
    at = noun
    while last not in sentence.subtree(at.i):
        if at.dep not in ("conj", "compound") or at.head == at.i:
            return False
        at = sentence.words[at.head]
    return True


def place_of(sentence: Sentence, where: Word) -> str:
    """The preposition that says "where" before its noun."""
    noun = _whole(sentence, sentence.words[sentence.words[where.head].head])
    above = sentence.words[noun.head]
    return above.lower if noun.dep == "pobj" and above.lower in PLACED else "in"


def _dated(sentence: Sentence, when: Word) -> Word | None:
    """The head of the date before ", when"."""
    at = when.i - 1
    while at > 0 and sentence.words[at].text == ",":
        at -= 1
    word = sentence.words[at]
    if word.ent not in DATED or not any(w.tag == "CD" for w in sentence.words[max(0, at - 3) : at + 1]):
        return None
    while sentence.words[word.head].ent in DATED and sentence.words[word.head].pos in ("NOUN", "PROPN", "NUM"):
        if word.head == word.i:
            return None
        word = sentence.words[word.head]
    return word


def called(sentence: Sentence, noun: Word) -> Word:
    """The name of what a noun tells more of: "Rao, an ecologist", "Rao is an ecologist"; else the noun itself."""
    above = sentence.words[noun.head]
    if noun.dep == "attr" and above.lemma == "be" and sentence.kids(noun.i, "det"):
        above = next(iter(sentence.kids(above.i, "nsubj")), noun)
    named = noun.dep in ("appos", "attr") and (above.pos == "PROPN" or above.text[:1].isupper())
    return above if named else noun


def whose(sentence: Sentence, noun: Word) -> bool:
    """Whether a noun stands behind "whose"."""
    return any(w.tag == "WP$" for w in sentence.kids(noun.i, "poss"))
