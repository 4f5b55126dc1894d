"""Which words of a sentence name a person: what the tagger found, and what cues, trades and given names add to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from quiz.facts.agents import explained
from quiz.facts.cue_words import CUES, HONORIFICS, ROLE
from quiz.facts.given_names import MEN, WOMEN
from quiz.facts.human_nouns import COMPANIES, GROUPS, gender_told, person_noun
from quiz.facts.model import Name, Sentence, Word
from quiz.facts.particles import PARTICLES, belongs, over_particles
from quiz.facts.title_names import by_title

ORGANISED = frozenset(
    """
    ministry company bank council university institute group agency committee party court commission association union
    department office board house senate congress corporation foundation center centre society times post news
    """.split()
)
INSTITUTIONS = (ORGANISED - frozenset("house post court bank group times news center".split())) | frozenset(
    """
    academy act administration admiralty convention kremlin pentagon treasury vatican bay beach creek endorsement
    hole lake ocean peninsula ridge sea valley agreement airport army assembly authority award brigade bulletin
    bureau bridge canal college consortium cup day division dynamics electric express falls federation fleet fund
    gazette government hospital inc island islands jury library league ltd ministry motors mountains museum navy
    observatory observer parliament plc police press prize project protocol railway railways regiment register
    review river road school secretariat service services squadron station street survey telegraph theatre theater
    treaty trust herald tribune telegraph chronicle mercury argus courier inquirer examiner monitor
    medal fellowship lecture lectures diaries memorial scholarship theorem equation expedition hotel inn
    lectureship professorship championship readership telescope reactor trophy
    """.split()
)
"""Last words of names that are no person's, whatever the tagger says."""
THINGS = frozenset(
    "paper newspaper river letter chapter tower steamer cutter cruiser destroyer freighter liner tanker trawler".split()
)
"""Nouns that end like trades and are none."""
SHORT, HEADLINE = 3, 5
"""Letters of a word that has no capital in a headline, and the least longer words of one."""
LINE = 4
"""Words in capitals that make a headline."""
LONGEST = 4
WHERE = frozenset("in at near into across throughout".split())
"""Prepositions behind which one word alone hardly ever is a person's name."""
REGNAL = re.compile(r"(?:I{2,3}|IV|VI{0,3}|IX|XI{0,3}|XI?V|XVI{0,3})")
"""Numbers that tell rulers of one name apart."""
WITHIN = PARTICLES | frozenset("the of ad el y e".split())
"""Those, and what may stand in the names of rulers."""


def headline(sentence: Sentence) -> bool:
    """Whether every longer word has a capital: a headline, where verbs pass for parts of names."""
    longer = [w for w in sentence.words if len(w.text) > SHORT and w.text.isalpha()]
    lower = any(w.text[0].islower() and (len(w.text) > SHORT or w.pos in ("VERB", "AUX")) for w in sentence.words)
    return len(longer) >= HEADLINE and not lower and sum(w.ent != "PERSON" for w in longer) > len(longer) / 2


def shouted(sentence: Sentence) -> bool:
    """Whether a sentence opens with a headline in capitals that runs into the line below it."""
    first = next((w.text for w in sentence.words if w.text.isalpha() and len(w.text) > 1), "")
    if not first.isupper():
        return False
    words = [w.text for w in sentence.words if w.text.isalpha() and len(w.text) > 1]
    return len(words) > LINE and all(word.isupper() for word in words[:LINE]) and not words[-1].isupper()


def persons(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """First and last word of each mention of a person by name, over its hyphens; one may be met twice."""
    for first, last in _found(sentence):
        yield _unbroken(sentence, first, last)


def _unbroken(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """A name with the parts of its double surname: "Ana Carr-Holt" where "Ana Carr" or "Holt" was found."""
    words = sentence.words
    while last + 2 < len(words) and joined(sentence, last + 2) <= last:
        last += 2
    start = joined(sentence, first)
    while 0 < start < first and belongs(words[start - 1]) and words[start - 1].lower.strip(".") not in HONORIFICS:
        start -= 1
    return start, last


def _found(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """First and last word of each name found, which may be a part of one with hyphens."""
    at = -1
    for name in sentence.names:
        if name.first > at and _is_person(sentence, name):
            first, at = _widened(sentence, name)
            yield first, at
    for verb in sentence.words:
        if verb.lemma in CUES and verb.pos == "VERB":
            for subject in sentence.kids(verb.i, "nsubj"):
                yield from _run_to(sentence, subject)
    for word in sentence.words:
        if word.i and REGNAL.fullmatch(word.text) and _ruler(sentence, word):
            yield word.i - 1, word.i
        if word.tag in ("NNP", "NNPS") and not word.held:
            yield from by_title(sentence, word)
            yield from _by_given_name(sentence, word)
            yield from _by_noun(sentence, word)
            noun = explained(sentence, word)
            if noun and ROLE.search(noun.lower) and noun.lower not in THINGS and word.ent not in ("GPE", "ORG", "NORP"):
                yield from _run_to(sentence, word)


def _ruler(sentence: Sentence, number: Word) -> bool:
    """Whether a name with a number is a ruler's, whom a title or a clause shows to be one: "Mehmed II, who came"."""
    name = sentence.words[number.i - 1]
    before = sentence.words[number.i - 2].lower if number.i > 1 else ""
    alone = not before or before in HONORIFICS or sentence.words[number.i - 2].tag not in ("NNP", "NNPS")
    named = name.tag == "NNP" and name.text.istitle() and name.ent in ("", "PERSON", "GPE", "ORG", "NORP")
    who = any(w.lower in ("who", "whose", "whom") for w in sentence.words[number.i + 1 : number.i + 4])
    return named and alone and before != "the" and (who or before in HONORIFICS or person_told(sentence, number))


def person_told(sentence: Sentence, word: Word) -> bool:
    """Whether a noun for a person only stands beside a name: "Delcassé, the French foreign minister"."""
    titles = (n for n in _nouns_for(sentence, word) if n.lemma.lower() in HONORIFICS or gender_told(n.lemma))
    return next(titles, None) is not None


def _run_to(sentence: Sentence, last: Word) -> Iterator[tuple[int, int]]:
    """The name of two to four words that ends with a word, which speaks or is said to have a trade."""
    first, words = joined(sentence, last.i), sentence.words
    while first > 0 and words[first - 1].tag == "NNP" and words[first - 1].lower not in HONORIFICS:
        if last.i > first > 1 and words[first - 2].pos == "ADP":
            break
        first = joined(sentence, first - 1)
    run = [word for word in words[first : last.i + 1] if word.text != "-"]
    given = _hyphened(sentence, first)
    if first and words[first - 1].lower == "the":
        return
    if 2 <= len(run) + given <= LONGEST and all(_may_name(w) for w in run):
        yield first - given, last.i


def joined(sentence: Sentence, i: int) -> int:
    """The first word of a name with hyphens that ends with a word: "Arden" of "Arden-Clarke"; else the word itself."""
    words = sentence.words
    while i > 1 and words[i - 1].text == "-" and _linked(sentence, i - 1) and words[i].tag == words[i - 2].tag == "NNP":
        i -= 2
    return i


def within_name(sentence: Sentence, word: Word) -> bool:
    """Whether a longer name goes on behind a surname: over a hyphen, or to a thing called after a person."""
    behind = sentence.words[word.i + 1] if word.i + 1 < len(sentence.words) else None
    if behind is None:
        return False
    called = behind.tag in ("NNP", "NNPS") and behind.text.istitle() and behind.lower in INSTITUTIONS
    return called or (word.i + 2 < len(sentence.words) and joined(sentence, word.i + 2) <= word.i)


def _linked(sentence: Sentence, i: int) -> bool:
    """Whether a hyphen joins two words that begin with capitals."""
    before, mark, behind = sentence.words[i - 1 : i + 2]
    return before.end == mark.start and mark.end == behind.start and before.text[0].isupper() and behind.text.istitle()


def _hyphened(sentence: Sentence, first: int) -> int:
    """The words of a given name like "Hyun-woo" right before a name; 0 where none stands there."""
    words = sentence.words[max(0, first - 3) : first]
    together = (
        len(words) == 3 and words[1].text == "-" and words[0].end == words[1].start and words[1].end == words[2].start
    )
    return 3 if together and words[0].text.istitle() and words[0].tag == "NNP" else 0


def _by_given_name(sentence: Sentence, word: Word) -> Iterator[tuple[int, int]]:
    """The name that begins with a given name and goes on with a surname, whatever the tagger takes it for."""
    words = sentence.words
    before = words[word.i - 1] if word.i else None
    named = before is not None and before.tag == "NNP" and before.lower.strip(".") not in HONORIFICS
    if (word.lower not in MEN and word.lower not in WOMEN) or word.ent == "PERSON" or named:
        return
    last = word.i
    while last + 1 < len(words) and last - word.i < LONGEST:
        onward = 2 if words[last + 1].lower in PARTICLES and last + 2 < len(words) else 1
        onward = 2 if last + 2 < len(words) and joined(sentence, last + 2) <= last else onward
        if words[last + onward].tag not in ("NNP", "NNPS"):
            break
        last += onward
    run = words[word.i + 1 : last + 1]
    named = all(w.lower in PARTICLES or w.text == "-" or (w.text[0].isupper() and not w.text.isupper()) for w in run)
    firm = word.ent == "ORG" and last + 1 < len(words) and (words[last + 1].ent == "ORG" or words[last + 1].text == "&")
    if 1 <= len(run) < LONGEST and named and not firm and run[-1].lower not in INSTITUTIONS | ORGANISED:
        yield word.i, last


def _by_noun(sentence: Sentence, word: Word) -> Iterator[tuple[int, int]]:
    """The name that a noun for a person explains: "Wen Li, the child of a miller", "Tarwe was a prince of Orm"."""
    if _nouns_for(sentence, word):
        yield from _run_to(sentence, word)
        if told_alone(sentence, word):
            yield word.i, word.i


def told_alone(sentence: Sentence, word: Word) -> bool:
    """Whether a single word is a name since a noun for a man or woman explains it: firms are pioneers too."""
    before = sentence.words[word.i - 1].tag if word.i else ""
    return word.tag == "NNP" and _may_name(word) and before not in ("NNP", "DT") and person_told(sentence, word)


def alone(sentence: Sentence, word: Word) -> bool:
    """Whether a first name stands without a surname, and for nothing else."""
    beside = sentence.words[word.i + 1 : word.i + 2]
    named = word.tag == "NNP" and word.ent in ("", "PERSON", "ORG") and word.dep != "compound"
    return named and not any(w.tag in ("NNP", "NNPS", "HYPH") or w.text[0].isupper() for w in beside)


def _nouns_for(sentence: Sentence, word: Word) -> list[Word]:
    """The nouns for a person that explain a name."""
    nouns = [n for n in sentence.kids(word.i, "appos") if n.i > word.i and n.tag == "NN"]
    above = sentence.words[word.head]
    if word.dep == "nsubj" and above.lemma == "be":
        nouns += [n for n in sentence.kids(above.i, "attr") if n.tag == "NN"]
    if above.dep == "acl" and above.lemma in ("name", "call") and word.dep == "oprd":
        nouns.append(sentence.words[above.head])
    if above.tag == "NN" and above.i < word.i and (word.dep == "appos" or above.i == _before_run(sentence, word.i)):
        nouns.append(above)
    first = _before_run(sentence, word.i)
    if first >= 0 and sentence.words[first].tag == "NN" and sentence.words[first].head == word.i:
        nouns.append(sentence.words[first])
    placed = word.ent in ("GPE", "NORP", "FAC", "LOC")
    return [n for n in nouns if not placed and person_noun(n.lemma) and n.lemma not in COMPANIES | GROUPS]


def _before_run(sentence: Sentence, last: int) -> int:
    """The word before the proper nouns that end with one; -1 where none is or they are too many for a name."""
    words = sentence.words
    return next((i for i in range(last, max(-1, last - LONGEST - 1), -1) if words[i].tag != "NNP"), -1)


def _may_name(word: Word) -> bool:
    """Whether a word may be part of a person's name that the tagger missed."""
    named = word.tag == "NNP" and word.text[0].isupper() and word.ent in ("", "PERSON", "ORG", "LOC", "PRODUCT")
    return named and word.lower not in ORGANISED and word.lower not in INSTITUTIONS and not word.text.isupper()


def _is_person(sentence: Sentence, name: Name) -> bool:
    if name.label == "PERSON":
        last = sentence.words[name.last]
        if (name.first == name.last and _of_place(sentence, last)) or _of_things(sentence, name):
            return False
        inner = sentence.words[name.first + 1 : name.last]
        return not any(w.lower in ("’s", "'s") for w in inner)  # "Paul's Hill"
    first = sentence.words[name.first].text.lower().strip(".")
    return name.label in ("ORG", "FAC", "GPE", "NORP", "WORK_OF_ART") and first in HONORIFICS and name.last > name.first


def _of_things(sentence: Sentence, name: Name) -> bool:
    """Whether a name like a plural stands beside a noun for a thing: "the printed version, Arctic Harbours"."""
    before = sentence.words[max(0, name.first - 2) : name.first]
    given = sentence.words[name.first].lower
    if given in MEN or given in WOMEN:
        return False
    beside = len(before) > 1 and before[1].text == "," and before[0].tag == "NN" and not person_noun(before[0].lemma)
    return beside and name.last > name.first and sentence.words[name.last].tag == "NNPS"


def _of_place(sentence: Sentence, word: Word) -> bool:
    """Whether a single word stands where a place, a people or a thing does: "from China and Siam", "Arden auxiliaries".

    So does the first of "Turnout in Arden".
    """
    above = sentence.words[word.head]
    modifies = word.dep in ("compound", "amod", "nmod") and above.tag == "NNS"
    behind = sentence.words[word.i + 1 : word.i + 2]
    modified = word.tag in ("NN", "VB", "VBP") and bool(behind) and behind[0].dep == "prep" and behind[0].head == word.i
    modifies = modifies or (modified and behind[0].lower in WHERE)
    joined = word.dep == "conj" and above.ent == "GPE"
    return modifies or joined or (word.dep == "pobj" and above.lower in WHERE)


def _widened(sentence: Sentence, name: Name) -> tuple[int, int]:
    """The name with the proper nouns before and behind it that the tagger left out ("Muzaffar ad-Din Shah")."""
    first, last, words = over_particles(sentence.words, name.first), name.last, sentence.words
    while first > 0 and belongs(words[first - 1]) and words[first - 1].lower.strip(".") not in HONORIFICS:
        if last > first > 1 and words[first - 2].pos == "ADP":
            break
        first -= 1
    while last + 1 < len(words) and (belongs(words[last + 1]) or over_particles(sentence.words, last + 1) <= last):
        last += 1
    while last > first and words[last].lower in ("’s", "'s", "’", "'"):
        last -= 1
    return first, last


def written(sentence: Sentence, first: int, last: int) -> str:
    """Words of a sentence as one string, spaced as in the text."""
    words = sentence.words[first : last + 1]
    parts = [words[0].text]
    for before, word in pairwise(words):
        parts.append((" " if word.start > before.end else "") + word.text)
    return "".join(parts)
