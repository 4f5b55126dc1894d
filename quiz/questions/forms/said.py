"""How a question about a speaker begins: who is asked for, the verb, and to whom, where or when it was said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from quiz.facts.agents import agent
from quiz.facts.cue_words import CUE_NOUNS
from quiz.facts.kin import KIN
from quiz.facts.model import Quote, Sentence, Word
from quiz.facts.organisations import is_kind
from quiz.facts.prominence import PERSONAL, SUBJECTS
from quiz.facts.reference import antecedent
from quiz.facts.unnamed import DOCUMENTS
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.clauses.verb_forms import finite_past
from quiz.questions.reference.replaced import Standing
from quiz.questions.scene import Scene

DIRECT = frozenset(
    """
    say write declare acknowledge announce claim ask insist warn argue explain boast complain lament confess admit joke
    caution quip recall report remark observe comment predict promise vow exclaim cry thunder declare proclaim protest
    reflect remember reminisce maintain assert conclude tell concede
    """.split()
)
"""Verbs that a whole quotation may stand behind in a question; other cues are asked with "said"."""
FURTHER = frozenset("add continue reply answer respond counter retort".split())
TOLD = frozenset("tell remind assure inform".split())
"""Verbs that need somebody who is told."""
RECALLING = frozenset("remember recall".split())
SUPPOSED = frozenset("suppose say report believe allege repute rumour rumor quote hear".split())
BEHIND = frozenset("to in at on before during of about from for as".split())
ABOUT = frozenset("of about on".split())
"""Prepositions behind which a plain "the puzzle" tells nothing."""
BARE = 2
MOST = 14
"""Words of what stands between the verb and the quotation."""
PASSING = ("DATE", "TIME")
BODIES = frozenset(
    """
    board commission committee council inquiry agency ministry department authority court panel bureau assembly
    parliament senate congress administration branch tribunal
    """.split()
)
PAPERS = frozenset(
    "press gazette herald tribune telegraph chronicle observer times post mail journal standard guardian".split()
)
RELATIVE = frozenset(KIN) | frozenset("colleague friend widow wife neighbour neighbor successor predecessor".split())
OWN = frozenset("it its itself they their them themselves".split())
LONGEST_ROLE, OTHERS = 5, 2
LOOKED_AT = 300
"""Quotations whose speakers are looked at for others of a trade."""


def asking(scene: Scene, quote: Quote, *, alone: bool) -> str:
    """What asks for the speaker: "Who", for a body or paper "Which body"; by trade where nothing else is told."""
    if text := _owned(quote):
        return f"Whose {text}"
    if scene.facts.people.find(quote.speaker):
        role = quote.role
        plain = (
            role and role[0].islower() and not re.search(r"[’']s?\s", role) and not set(role.lower().split()) & RELATIVE
        )
        fits = plain and len(role.split()) <= LONGEST_ROLE and _introduces(scene, quote, role) and _shared(scene, quote)
        return f"Which {role}" if alone and fits else "Who"
    last = {word.lower() for word in quote.speaker.split()}
    if last & DOCUMENTS and quote.speaker.startswith("the "):
        return "Which document"
    if not quote.speaker.startswith("the ") and not any(map(is_kind, last)):
        return "Who"
    return "Which body" if last & BODIES else "Which newspaper" if _is_paper(quote.speaker) else "Which organisation"


def _owned(quote: Quote) -> str:
    """What of the speaker's says it: of "Weber's report warns" the report; "" where the speaker does."""
    sentence, mention = quote.sentence, quote.mention
    if quote.cue is None or mention is None:
        return ""
    owner = next((w for w in sentence.words if w.start == mention.start and w.dep == "poss"), None)
    text = sentence.words[owner.head] if owner else None
    return text.lower if text and text.lemma in CUE_NOUNS and text.dep in SUBJECTS and text.i < quote.cue else ""


def _shared(scene: Scene, quote: Quote) -> bool:
    """Whether two others who speak are what the speaker is, or nobody else is told of: the trade singles out nobody."""
    head = quote.role.lower().split()[-1]
    others = {q.speaker for q in scene.facts.quotes[:LOOKED_AT] if q.role.lower().split()[-1:] == [head]}
    return len(others - {quote.speaker}) >= OTHERS or len(scene.facts.people.persons) <= OTHERS


def _is_paper(name: str) -> bool:
    """Whether a name is a newspaper's by its last word, or the one before "of": no "Post Office"."""
    return name.lower().partition(" of ")[0].split()[-1] in PAPERS


def _introduces(scene: Scene, quote: Quote, role: str) -> bool:
    """Whether the passage of the quotation tells what the speaker is."""
    spans = [quote.sentence.span, *([quote.evidence] if quote.evidence else [])]
    told = " ".join(scene.document.text[span.start : span.end] for span in spans)
    return role in re.sub(r"\s+", " ", told)


def said(scene: Scene, quote: Quote, shown: str) -> tuple[str, Standing | None]:
    """The verb of saying with what tells to whom, where and when; "said" where the text's own verb will not do.

    `shown` is the quotation as it will stand behind it.
    """
    sentence = quote.sentence
    if quote.cue is None:
        return "said", None
    verb = sentence.words[quote.cue]
    supposed = supposed_of(sentence, verb)
    if supposed:
        return supposed, None
    past = past_of(verb)
    if verb.lemma in RECALLING and any(w.tag == "VBG" and w.lemma in ("say", "tell") for w in sentence.kids(verb.i)):
        return f"{past} saying", None
    if verb.pos != "VERB" or not past or agent(sentence, verb) is None:
        return "said", None
    at = scene.place(sentence)
    kept, standing = _kept(scene, quote, verb)
    if (
        verb.lemma not in DIRECT
        or (verb.lemma == "ask" and not shown.endswith("?"))
        or (verb.lemma in TOLD and not _is_told(sentence, verb, kept))
    ):
        past = "said"
        kept = [i for i in kept if sentence.words[i].head != verb.i or sentence.words[i].pos == "ADP"]
        kept = [i for part in _complements(sentence, verb, quote) if set(part) <= set(kept) for i in part]
    if past == "said" and any(_in_a_work(sentence, part) for part in _complements(sentence, verb, quote)):
        past = "wrote"
    told = scene.stated(at, sorted(kept), standing) if kept else ""
    return f"{past} {told}".strip(), standing if told else None


def _kept(scene: Scene, quote: Quote, verb: Word) -> tuple[list[int], Standing]:
    """The words told with a verb of saying, and how they stand alone; none of the book they stand in."""
    sentence, at = quote.sentence, scene.place(quote.sentence)
    kept: list[int] = []
    standing = Standing()
    for part in _complements(sentence, verb, quote):
        if _in_a_work(sentence, part):
            break
        if len(kept) + len(part) > MOST:
            continue
        own = set(own_words(scene, quote, part))
        others = [i for i in [*kept, *part] if i not in own]
        found = scene.referents.stand(at, others, never=scene.facts.people.find(quote.speaker))
        bare = found is not None and sentence.words[part[0]].lower in ABOUT and _tells_nothing(sentence, part)
        if found is not None and not found.doubts and not bare:
            kept, standing = [*kept, *part], found
    return kept, standing


def past_of(verb: Word) -> str:
    """The finite form of a cue verb as a question has it; "said" where it tells only that more was said before."""
    if verb.lemma in FURTHER:
        return "said"
    if verb.tag in ("VBD", "VBZ"):
        return verb.text.lower()
    if verb.tag in ("VBG", "VBN", "VB", "VBP"):
        return finite_past(verb)
    return ""


def supposed_of(sentence: Sentence, verb: Word) -> str:
    """How words that may never have been said are asked for: "is supposed to have said"; "" for others."""
    above = sentence.words[verb.head]
    if verb.dep != "xcomp" or above.tag != "VBN" or above.lemma not in SUPPOSED:
        return ""
    helpers = [w for w in sentence.kids(above.i, "auxpass") if w.lower in ("is", "was", "were", "are")]
    own = sentence.kids(verb.i, "aux")
    if len(helpers) != 1 or [w.lower for w in own] not in (["to", "have"], ["to"]):
        return ""
    helper = "was" if helpers[0].lower in ("was", "were") else "is"
    spoken = "said" if verb.lemma in TOLD else verb.lower
    told = "reported" if above.lower == spoken == "said" else above.lower
    return f"{helper} {told} {' '.join(w.lower for w in own)} {spoken}"


def _complements(sentence: Sentence, verb: Word, quote: Quote) -> Iterator[list[int]]:
    """To whom, where and on what somebody spoke, each with what belongs to it, in order of the text."""
    for child in sentence.kids(verb.i, "dobj", "dative", "prep"):
        if child.held or any(p.start <= child.start < p.end for p in quote.parts) or child.i < verb.i:
            continue
        if child.pos == "ADP":
            objects = sentence.kids(child.i, "pobj")
            told = [w.tag == "IN" or w.ent in PASSING for w in objects] == [False]
            if child.lower not in BEHIND or not told:
                continue
            part = [child.i, *noun_phrase(sentence, objects[0].i, joined=False)]
        elif verb.lemma in (TOLD | {"ask", "warn"}):
            part = noun_phrase(sentence, child.i, joined=False)
        else:
            continue
        if _needs_clause(sentence, part):
            continue
        part = _without_clauses(sentence, part)
        words = [sentence.words[i] for i in part]
        if not any(w.held or w.tag in ("``", "''") or w.text in ",;:()" for w in words):
            yield part


def _in_a_work(sentence: Sentence, part: Sequence[int]) -> bool:
    """Whether a phrase tells the book something stands in, whose title gives its author away."""
    words = [sentence.words[i] for i in part]
    titled = words[1:2] and (words[1].text in ("The", "A", "An") or words[1].ent == "WORK_OF_ART")
    return words[0].lower in ("in", "of", "from") and bool(titled)


def _tells_nothing(sentence: Sentence, part: Sequence[int]) -> bool:
    """Whether a phrase is but a noun, with its article or none: "of the puzzle", "on publication"."""
    words = [sentence.words[i] for i in part[1:]]
    return words[-1].tag in ("NN", "NNS") and (len(words) < BARE or (len(words) == BARE and words[0].lower == "the"))


def _needs_clause(sentence: Sentence, part: Sequence[int]) -> bool:
    """Whether a noun says too little without the clause that hangs on it: "on the way to visit her aunt"."""
    clauses = [c for i in part for c in sentence.kids(i, "relcl", "acl")]
    infinite = any(any(w.tag == "TO" for w in sentence.kids(c.i, "aux")) for c in clauses)
    return infinite or any(c.dep == "acl" for c in clauses)


def _without_clauses(sentence: Sentence, part: list[int]) -> list[int]:
    """A phrase without the clauses that hang on its nouns."""
    gone = {k for i in part for c in sentence.kids(i, "relcl", "acl", "advcl") for k in sentence.subtree(c.i)}
    return [i for i in part if i not in gone]


def passes(sentence: Sentence, noun: Word) -> bool:
    """Whether a time tells little a week later: a day, "last week"; a year or a month does."""
    told = [sentence.words[i] for i in sentence.subtree(noun.i)]
    dated = any(w.text.isdigit() or (w.tag == "NNP" and not w.lower.endswith("day")) for w in told)
    return noun.ent in PASSING and not dated


def _is_told(sentence: Sentence, verb: Word, kept: list[int]) -> bool:
    return any(w.i in kept for w in sentence.kids(verb.i, "dobj", "dative"))


def own_words(scene: Scene, quote: Quote, kept: Sequence[int]) -> Iterator[int]:
    """The pronouns among the kept words that mean the speaker."""
    sentence, at = quote.sentence, scene.place(quote.sentence)
    person = scene.facts.people.find(quote.speaker)
    for i in kept:
        word = sentence.words[i]
        if word.held or (word.head == quote.cue and word.dep in ("dobj", "dative")):
            continue
        if word.lower in PERSONAL and person:
            found = antecedent(scene.sentences, at, word, scene.facts.people)
            if found and found.person is person:
                yield i
        elif word.lower in OWN and not person and quote.cue is not None and _reported(sentence, word, quote.cue):
            yield i


def _reported(sentence: Sentence, word: Word, cue: int) -> bool:
    """Whether a pronoun is the subject of what an organisation says, or belongs to it: "said that it saw"."""
    while word.dep in ("poss", "nsubj", "nsubjpass", "dobj", "pobj", "prep") and word.head != word.i:
        word = sentence.words[word.head]
    return word.dep in ("ccomp", "xcomp") and word.head == cue
