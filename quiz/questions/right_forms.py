"""Every other right way to write an answer."""

from __future__ import annotations

import re

from quiz.facts import Facts
from quiz.facts.date_words import MONTHS, ORDINALS
from quiz.facts.model import Date, Figure, Quote
from quiz.questions.number_form import NUMBER, in_words, ordinal_digits, plain_value


def forms(fact: Date | Figure | Quote, answer: str, facts: Facts) -> tuple[str, ...]:
    """The forms besides the answer itself, without doubles, the likeliest first."""
    if isinstance(fact, Date):
        found = _date(fact, answer)
    elif isinstance(fact, Figure):
        found = _figure(fact, answer)
    else:
        found = _speaker(fact, facts)
    return tuple(dict.fromkeys(form for form in found if form and form.lower() != answer.lower()))


def _date(date: Date, answer: str) -> list[str]:
    if date.end and date.grain == "year" and not date.value.startswith("-"):
        first, last = date.value.lstrip("0"), date.end.lstrip("0")
        return [f"{first}–{last}", f"{first}-{last}", f"{first} to {last}"]
    if date.end:
        return []
    parts = date.value.split("-")
    told = bool(re.search(r"\d{4}", answer))
    if date.grain == "day" and told and len(parts) == 3:
        month, day = MONTHS[int(parts[1]) - 1].capitalize(), int(parts[2])
        return [f"{day} {month} {parts[0]}", f"{month} {day}, {parts[0]}", date.value]
    if date.grain == "day" and len(parts) == 3:
        month, day = MONTHS[int(parts[1]) - 1].capitalize(), int(parts[2])
        return [f"{day} {month}", f"{month} {day}"]
    if date.grain == "month" and told and not date.modifier:
        return [f"{MONTHS[int(parts[1]) - 1][:3].capitalize()} {parts[0]}", date.value]
    if date.grain == "century" and not date.modifier and not date.value.startswith("-"):
        number = int(date.value) + 1
        return [f"{ordinal_digits(number)} century", f"{ORDINALS[number]} century"]
    if date.grain == "decade" and not date.modifier:
        return [f"the {date.value}0s", f"{date.value}0s"]
    if date.modifier == "circa":
        return [date.value] if re.match(r"[1-9]", date.value) else []
    return []


RATE = re.compile(r"(?:\s(?:an?|per)\s[a-z ]{1,20}|-an?-[a-z]{1,20}|\s?/\s?[a-z]{1,20})$", re.IGNORECASE)
"""What an amount is told for, at its end: "$80 a barrel" is answered by $80 as well."""
SCALED = re.compile(r"million|billion|trillion|thousand|hundred")


def _figure(figure: Figure, answer: str) -> list[str]:
    text = re.sub(r"\s+", " ", figure.text)
    core = answer.removeprefix(figure.bound).strip()
    found = [core] if figure.bound else []
    if figure.per:
        found.append(RATE.sub("", core))
    return [*found, *_unit_forms(figure, core), *_number_forms(figure, core), text]


def _unit_forms(figure: Figure, core: str) -> list[str]:
    """The unit in its other spellings."""
    number = NUMBER.search(core)
    if figure.unit == "percent" and number:
        percent = [f"{number.group()}%"] if number.group()[0].isdigit() else []
        return [*percent, f"{number.group()} percent", f"{number.group()} per cent"]
    if figure.unit.startswith("money:") and not figure.per and (sign := re.match(r"(?:US)?\$\s?(.*)", core)):
        return [f"{sign[1]} dollars"]
    if figure.unit == "share" and not re.search(r" (?:in|of) ", core):
        return [core.replace("-", " ") if "-" in core else re.sub(r"(?<!\ba) ", "-", core)]
    if figure.unit == "ordinal":
        rank = int(figure.value)
        return [ordinal_digits(rank), *([ORDINALS[rank]] if rank < len(ORDINALS) else [])]
    if figure.unit == "multiple":
        return {2.0: ["twofold"], 3.0: ["threefold"], 4.0: ["fourfold"], 0.5: ["by half"]}.get(figure.value, [])
    return []


def _number_forms(figure: Figure, core: str) -> list[str]:
    """A whole number in digits for words and in words for digits; of a count or an age the bare number."""
    number, value = NUMBER.search(core), plain_value(core)
    if not number or value is None or value != int(value) or re.match(r"[$£€¥]", core):
        return []
    whole = int(value)
    found = [str(whole)] if figure.unit in ("article", "amendment", "age", "") and not SCALED.search(core) else []
    if number.group()[0].isalpha():
        forms = [f"{whole:,}", str(whole)]
    else:
        forms = [in_words(whole)] if 0 < whole < 100 else []
        forms += [number.group().replace(",", "")] if "," in number.group() else []
    if len(NUMBER.findall(core)) > 1:
        return []
    if re.match(r"\w|\s\d/\d", core[number.end() :]):
        return []
    return [*found, *(core[: number.start()] + form + core[number.end() :] for form in forms)]


def _speaker(quote: Quote, facts: Facts) -> list[str]:
    person = facts.people.find(quote.speaker)
    if person is None or person.name != quote.speaker:
        return []
    words = person.name.split()
    particle = len(words) > 2 and words[-2][0].islower() and words[-2] != "the"
    return [*([" ".join(words[-2:])] if particle else []), person.surname]
