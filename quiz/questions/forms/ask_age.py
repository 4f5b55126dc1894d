"""Asks how old somebody was: "Ida Brandt, 42, won ...", "a man of forty", "she was 86", "the 12-year-old Ahmad"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from quiz.facts.cue_words import CUES
from quiz.facts.model import Figure, Sentence, Word
from quiz.facts.names import Person
from quiz.facts.prominence import PERSONAL
from quiz.questions.answers.written import answer_of
from quiz.questions.asking.inversion import asked, inverted, judged
from quiz.questions.asking.little import SAYING
from quiz.questions.asking.told import told_parts
from quiz.questions.clauses.clause import clause, governor
from quiz.questions.clauses.phrase import noun_phrase
from quiz.questions.draft import Draft
from quiz.questions.forms.aged import OF_LIFE, Aged, aged, old_behind
from quiz.questions.forms.ask_owned import past
from quiz.questions.reference.replaced import Standing
from quiz.questions.scene import Scene

LONGEST = 12
"""Words of what happened when somebody was so old."""
NARRATOR = "the author"
"""Whoever the writer meets is of an age in passing."""
SUBJECT = {"m": "he", "f": "she"}
OBJECT = {"m": "him", "f": "her"}


def ask_age(scene: Scene, at: int, figure: Figure, words: Sequence[Word]) -> Iterator[Draft]:
    """At what age somebody did something, or how old they were when something happened, where the text tells it."""
    sentence = scene.sentences[at]
    found = aged(scene, sentence, figure, words)
    if found is None:
        return
    draft = Draft(replace(figure, unit="age"), sentence, scene.passage(at), answer_of(figure))
    gone = {i for i in sentence.subtree(found.who.i) if _of_age(sentence, i, words)} | {w.i for w in words}
    gone |= _leading(sentence, words)
    if not found.of_being and (act := _act(scene, at, found, gone)):
        yield judged(replace(draft, question=act[0]), act[1])
        return
    who = _called(sentence, found.who, gone)
    standing = scene.referents.stand(at, who)
    moment = _when(scene, at, found, gone)
    if standing is None or moment is None:
        return
    name = scene.stated(at, who, standing)
    verb = governor(sentence, words[0].i)
    passed = any(past(sentence, above) for above in (verb, sentence.root()) if above)
    was = "was" if passed or not found.of_being else "is"
    draft = replace(draft, question=asked(f"How old {was} {name}{moment[0]}"))
    if NARRATOR in draft.question:
        return
    if moment[1] != at:
        draft = replace(draft, evidence=(scene.passage(moment[1]),))
    yield judged(draft, standing)


def _leading(sentence: Sentence, words: Sequence[Word]) -> set[int]:
    """The words "at", "at age" or "at the age of" before a number."""
    first = words[0].i
    while first and sentence.words[first - 1].lower in ("at", "the", "age", "of"):
        first -= 1
        if sentence.words[first].lower == "at":
            return {*range(first, words[0].i)}
    return set()


def _called(sentence: Sentence, noun: Word, gone: set[int]) -> list[int]:
    """The words that call somebody: of a name those right before it, of a noun its phrase."""
    if noun.pos != "PROPN":
        return [i for i in noun_phrase(sentence, noun.i, joined=False) if i not in gone]
    first = noun.i
    while first > 0 and sentence.words[first - 1].pos == "PROPN" and sentence.words[first - 1].head == noun.i:
        first -= 1
    return [*range(first, noun.i + 1)]


def _act(scene: Scene, at: int, found: Aged, gone: set[int]) -> tuple[str, Standing] | None:
    """The question for the age at which the one who is so old did something."""
    sentence = scene.sentences[at]
    done = clause(sentence, found.verb) if found.verb and _eventful(sentence, found.verb) else None
    if not done or found.who.i not in done.subject or any(w.dep == "conj" for w in sentence.kids(found.who.i)):
        return None
    for rest in (done.rest, ()):
        if rest or done.verb.lemma in OF_LIFE:
            text, standing = inverted(scene, at, replace(done, rest=rest), ("at what age",), gone)
            if standing is not None and not standing.doubts:
                return text, standing
    return None


def _eventful(sentence: Sentence, verb: Word) -> bool:
    perfect = any(a.lower in ("has", "have") for a in sentence.kids(verb.i, "aux"))
    return (
        verb.tag in ("VBD", "VBN")
        and not perfect
        and verb.lemma not in SAYING | CUES | {"be", "have"}
        and not sentence.kids(verb.i, "neg")
    )


def _of_age(sentence: Sentence, i: int, words: Sequence[Word]) -> bool:
    """Whether a word of a noun phrase tells the age."""
    at = sentence.words[i]
    inside = {w.i for w in words}
    low, old = words[0].i, old_behind(sentence, words)
    return (
        i in inside
        or (old is not None and low <= i <= old.i)
        or at.lower in ("aged", "then")
        or (at.lower == "of" and i == low - 1)
    )


def _when(scene: Scene, at: int, found: Aged, gone: set[int]) -> tuple[str, int] | None:
    """The moment at which somebody was so old, and the sentence that tells it; None where none is told."""
    if found.verb is None:
        return None
    if found.of_being and not past(scene.sentences[at], found.verb):
        return None
    if found.of_being and found.verb.dep == "advcl":
        told = _meanwhile(scene, at, found, gone)
        return (told, at) if told else None
    if found.of_being:
        told = _told_with(scene, at, found.verb, gone)
        return (told, at) if told else _before(scene, at, found)
    happened = _happened(scene, at, found.verb, found.who, gone)
    return (happened, at) if happened else None


def _told_with(scene: Scene, at: int, verb: Word, gone: set[int]) -> str:
    """What the clause itself says of the time: "when he took office", "in 1950"."""
    sentence = scene.sentences[at]
    parts = [w for w in sentence.kids(verb.i, "advcl", "prep", "npadvmod") if not gone & set(sentence.subtree(w.i))]
    for part in parts:
        kept = [
            i for i in sentence.subtree(part.i) if sentence.words[i].pos != "PUNCT" or i > sentence.subtree(part.i)[0]
        ]
        timely = part.dep == "advcl" and any(w.lower == "when" for w in sentence.kids(part.i, "advmod", "mark"))
        timely = timely or (
            part.lower in ("in", "on", "at") and any(w.ent == "DATE" for w in sentence.kids(part.i, "pobj"))
        )
        standing = scene.referents.stand(at, kept) if timely and len(kept) <= LONGEST else None
        if standing is not None and not standing.doubts:
            subject = next(iter(sentence.kids(verb.i, "nsubj")), None)
            instead = {i: text for i, text in standing.instead.items() if sentence.words[i].lower not in PERSONAL}
            standing.instead = instead if subject and subject.i not in kept else standing.instead
            return f" {scene.stated(at, kept, standing)}"
    return ""


def _meanwhile(scene: Scene, at: int, found: Aged, gone: set[int]) -> str:
    """What happened when somebody was so old: "her father retired when Anna was eight"."""
    sentence = scene.sentences[at]
    main = sentence.words[found.verb.head] if found.verb else found.who
    happened = clause(sentence, main)
    if not happened or happened.verb.i != main.i or not _eventful(sentence, main):
        return ""
    out = gone | {i for w in sentence.kids(main.i, "advcl") for i in sentence.subtree(w.i)}
    kept = [*happened.subject, *(a.i for a in happened.auxiliaries), main.i]
    kept += [i for part in happened.rest for i in part]
    kept = sorted(i for i in kept if i not in out)
    torn = any(sentence.words[i].held for i in kept)
    standing = None if torn or len(kept) > LONGEST else scene.referents.stand(at, kept)
    if standing is None or standing.doubts:
        return ""
    person = _person(scene, at, found.who)
    own = {i for i in standing.instead if sentence.words[i].lower in PERSONAL}
    if any(_person(scene, at, sentence.words[i]) is not person for i in own):
        return ""
    standing.instead = {i: told for i, told in standing.instead.items() if i not in own}
    told = scene.stated(at, kept, standing)
    return f" when {told[:1].lower() + told[1:] if sentence.words[kept[0]].pos in ('PRON', 'DET') else told}"


def _before(scene: Scene, at: int, found: Aged) -> tuple[str, int] | None:
    """What the same person did in the sentence before: "He died in 1902. He was 53"."""
    here = scene.sentences[at]
    if at == 0 or found.who.i > (found.verb.i if found.verb else 0):
        return None
    there = scene.sentences[at - 1]
    root = there.root()
    subject = next(iter(there.kids(root.i, "nsubj")), None)
    if there.block is not here.block or subject is None or _person(scene, at - 1, subject) is None:
        return None
    if _person(scene, at - 1, subject) is not _person(scene, at, found.who):
        return None
    happened = _happened(scene, at - 1, root, subject, set())
    return (happened, at - 1) if happened else None


def _person(scene: Scene, at: int, word: Word) -> Person | None:
    """The person a noun or pronoun stands for."""
    person = scene.facts.people.mentioned(word.start, word.end)
    if person is not None or word.lower not in PERSONAL:
        return person
    standing = scene.referents.stand(at, [word.i])
    return scene.facts.people.find(standing.instead.get(word.i, "")) if standing else None


def _happened(scene: Scene, at: int, verb: Word, who: Word, gone: set[int]) -> str:
    """What somebody did, or what happened to them, as a clause with "when"; "" where it is no event or long."""
    sentence = scene.sentences[at]
    found = clause(sentence, verb)
    if not found or not _eventful(sentence, verb):
        return ""
    found = told_parts(scene, at, found, gone)
    person = _person(scene, at, who)
    gender, acts = person.gender if person else "", who.i in found.subject
    named = set() if acts else set(sentence.subtree(who.i))
    kept = [*(() if acts else found.subject), *(a.i for a in found.auxiliaries), verb.i]
    kept += [i for part in found.rest if sentence.words[part[0]].dep != "advcl" for i in part if i not in gone]
    if not gender or (not acts and who.i not in kept) or len(kept) - len(named) > LONGEST:
        return ""
    standing = scene.referents.stand(at, [i for i in kept if i not in named])
    if standing is None or standing.doubts:
        return ""
    standing.instead |= dict.fromkeys(named, "") | ({who.i: OBJECT[gender]} if named else {})
    told = scene.stated(at, kept, standing)
    return f" when {SUBJECT[gender]} {told}" if acts else f" when {told}"
