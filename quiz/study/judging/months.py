"""Dates in other languages, put into English: months of the languages that most learners write, beyond the common ones.

German, French, Spanish, Italian, Portuguese and Dutch stand in `dates`. Here each language begins a line, from January
on, and goes on where one ends in a bar.
"""

from __future__ import annotations

import re

from quiz.study.judging.dates import ABROAD, MONTHS
from quiz.study.judging.folding import bare

_LANGUAGES = """
январь января янв|февраль февраля фев|март марта мар|апрель апреля апр|май мая|июнь июня июн|июль июля июл|
август августа авг|сентябрь сентября сен сент|октябрь октября окт|ноябрь ноября ноя|декабрь декабря дек
січень січня|лютий лютого|березень березня|квітень квітня|травень травня|червень червня|липень липня|
серпень серпня|вересень вересня|жовтень жовтня|листопад листопада|грудень грудня
януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември
јануар|фебруар|март|април|мај|јун|јул|август|септембар|октобар|новембар|децембар
styczen stycznia|luty lutego|marzec marca|kwiecien kwietnia|maj maja|czerwiec czerwca|lipiec lipca|
sierpien sierpnia|wrzesien wrzesnia|pazdziernik pazdziernika|listopad listopada|grudzien grudnia
leden ledna|unor unora|brezen brezna|duben dubna|kveten kvetna|cerven cervna|cervenec cervence|srpen srpna|zari|
rijen rijna|listopad listopadu|prosinec prosince
januar|februar|marec|april|maj|jun|jul|august|september|oktober|november|december
ocak|subat|mart|nisan|mayis|haziran|temmuz|agustos|eylul|ekim|kasim|aralik
ιανουαριος ιανουαριου|φεβρουαριος φεβρουαριου|μαρτιος μαρτιου|απριλιος απριλιου|μαιος μαιου|ιουνιος ιουνιου|
ιουλιος ιουλιου|αυγουστος αυγουστου|σεπτεμβριος σεπτεμβριου|οκτωβριος οκτωβριου|νοεμβριος νοεμβριου|
δεκεμβριος δεκεμβριου
ianuarie|februarie|martie|aprilie|mai|iunie|iulie|august|septembrie|octombrie|noiembrie|decembrie
januar|februar|marcius|aprilis|majus|junius|julius|augusztus|szeptember|oktober|november|december
januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december
januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december
januar|februar|mars|april|mai|juni|juli|august|september|oktober|november|desember
tammikuu tammikuuta|helmikuu helmikuuta|maaliskuu maaliskuuta|huhtikuu huhtikuuta|toukokuu toukokuuta|
kesakuu kesakuuta|heinakuu heinakuuta|elokuu elokuuta|syyskuu syyskuuta|lokakuu lokakuuta|marraskuu marraskuuta|
joulukuu joulukuuta
januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember
يناير|فبراير|مارس|ابريل|مايو|يونيو|يوليو|اغسطس|سبتمبر|اكتوبر|نوفمبر|ديسمبر
ינואר|פברואר|מרץ|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר
जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|अक्टूबर|नवंबर|दिसंबर
""".strip()

_BEFORE = (
    r"before christ|before the common era|v\.?\s?chr|av\.?\s?j\.?[\s-]?c|до н\.?\s?[эе]|p\.?n\.?e|π\.?\s?χ|пр\.?\s?хр",
    r"(?<=\d)\s?a\.\s?c\b\.?|公元前|紀元前",
)
_AFTER = (
    r"after christ|common era|n\.?\s?chr|ap\.?\s?j\.?[\s-]?c|н\.?\s?[эе]|n\.?e|μ\.?\s?χ",
    r"(?<=\d)\s?d\.\s?c\b\.?|公元",
)
ERAS = tuple(
    (re.compile(rf"\b(?:{words})\b\.?|{others}"), era) for (words, others), era in ((_BEFORE, " bc "), (_AFTER, " ad "))
)
"""Before and after Christ, in the languages of most learners; what is before comes first, for it holds the other."""

_BY_NUMBER = {month: name for name, month in MONTHS.items() if len(name) > 4 or name in ("may", "june", "july")}

_FILLERS = """
г год года году рік року р roku rok sene yil yili ετος ετους του an anul aret ar vuosi tahun tahunda سنة de del di du la
""".split()

NAMES: dict[str, int] = {}
"""Months by name; of two that one name is of, the Czech and the Polish November before the Croatian October."""

for _line in _LANGUAGES.replace("|\n", "|").splitlines():
    for _month, _names in enumerate(_line.split("|"), start=1):
        for _name in _names.split():
            NAMES.setdefault(bare(_name), _month)

KOREAN = re.compile(r"(\d{3,4})\s*년(?:\s*(\d{1,2})\s*월)?(?:\s*(\d{1,2})\s*일)?")
WORD = re.compile(r"[^\s\d.,/-]+")


def in_english(text: str) -> str:
    """Return a date in another language with its month in English; any text without such a month as it is."""
    if len(text) > 60:
        return text
    korean = KOREAN.fullmatch(text.strip())
    if korean:
        return "-".join(part for part in korean.groups() if part)
    plain = bare(text)
    for pattern, era in ERAS:
        plain = pattern.sub(era, plain)
    if " ad " in plain or " bc " in plain:
        text = plain
    words = WORD.findall(plain)
    if not any(word in NAMES and word not in MONTHS and word not in ABROAD for word in words):
        return text
    return WORD.sub(lambda match: _translated(match[0]), plain)


def _translated(word: str) -> str:
    """Return a month in English, nothing for "of the year", and any other word as it is."""
    if word in NAMES and word not in MONTHS:
        return _BY_NUMBER[NAMES[word]]
    return "" if word in _FILLERS else word
