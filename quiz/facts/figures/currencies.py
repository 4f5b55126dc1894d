"""The currencies figures are told in: signs, codes, words and the adjectives of their countries."""

from __future__ import annotations

import re

# Sign or word -> the code of ISO 4217, or the plain word where several countries use it.
SIGNS = {
    "US$": "USD",
    "U.S.$": "USD",
    "C$": "CAD",
    "CA$": "CAD",
    "Can$": "CAD",
    "A$": "AUD",
    "AU$": "AUD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "NT$": "TWD",
    "R$": "BRL",
    "Mex$": "MXN",
    "$": "USD",
    "£": "GBP",
    "€": "EUR",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "₩": "KRW",
    "₪": "ILS",
    "₫": "VND",
    "₺": "TRY",
    "₴": "UAH",
    "₦": "NGN",
    "₱": "PHP",
    "฿": "THB",
    "₿": "bitcoin",
    "₡": "CRC",
    "₾": "GEL",
    "₭": "LAK",
    "₸": "KZT",
    "₮": "MNT",
    "¢": "cent",
    "元": "CNY",
    "円": "JPY",
    "ரூ": "LKR",
    "Rs": "rupee",
    "Rs.": "rupee",
    "RMB": "CNY",
    "RM": "MYR",
    "BTC": "bitcoin",
}
NAMES = {
    "USD": "United States dollar",
    "EUR": "euro",
    "GBP": "pound sterling",
    "JPY": "Japanese yen",
    "CNY": "Chinese yuan",
    "CHF": "Swiss franc",
    "CAD": "Canadian dollar",
    "AUD": "Australian dollar",
    "NZD": "New Zealand dollar",
    "HKD": "Hong Kong dollar",
    "SGD": "Singapore dollar",
    "TWD": "Taiwan dollar",
    "INR": "Indian rupee",
    "PKR": "Pakistani rupee",
    "LKR": "Sri Lankan rupee",
    "RUB": "Russian ruble",
    "UAH": "Ukrainian hryvnia",
    "BRL": "Brazilian real",
    "MXN": "Mexican peso",
    "ARS": "Argentine peso",
    "CLP": "Chilean peso",
    "COP": "Colombian peso",
    "PHP": "Philippine peso",
    "ZAR": "South African rand",
    "NGN": "Nigerian naira",
    "KES": "Kenyan shilling",
    "EGP": "Egyptian pound",
    "TRY": "Turkish lira",
    "ILS": "Israeli shekel",
    "IRR": "Iranian rial",
    "IQD": "Iraqi dinar",
    "KWD": "Kuwaiti dinar",
    "SAR": "Saudi riyal",
    "QAR": "Qatari riyal",
    "AED": "Emirati dirham",
    "SEK": "Swedish krona",
    "NOK": "Norwegian krone",
    "DKK": "Danish krone",
    "ISK": "Icelandic krona",
    "PLN": "Polish zloty",
    "CZK": "Czech koruna",
    "HUF": "Hungarian forint",
    "RON": "Romanian leu",
    "BGN": "Bulgarian lev",
    "KRW": "South Korean won",
    "THB": "Thai baht",
    "IDR": "Indonesian rupiah",
    "MYR": "Malaysian ringgit",
    "VND": "Vietnamese dong",
    "BDT": "Bangladeshi taka",
    "KZT": "Kazakh tenge",
    "GEL": "Georgian lari",
    "CRC": "Costa Rican colon",
    "LAK": "Lao kip",
    "MNT": "Mongolian tugrik",
    "DEM": "German mark",
    "FRF": "French franc",
    "ITL": "Italian lira",
    "NLG": "Dutch guilder",
    "FIM": "Finnish markka",
    "BEF": "Belgian franc",
    "ATS": "Austrian schilling",
}
CODES = frozenset(NAMES)
LOWER_CODES = {"usd": "USD", "eur": "EUR", "gbp": "GBP", "rmb": "CNY", "RMB": "CNY", "BTC": "bitcoin", "Rs": "rupee"}
SPACED_SIGNS = {
    "US": "USD",
    "us": "USD",
    "U.S.": "USD",
    "u.s.": "USD",
    "u.s": "USD",
    "usd": "USD",
    "C": "CAD",
    "c": "CAD",
    "cad": "CAD",
    "CAD": "CAD",
    "A": "AUD",
    "aud": "AUD",
    "AUD": "AUD",
    "NZ": "NZD",
    "nzd": "NZD",
    "NZD": "NZD",
    "HK": "HKD",
    "hk": "HKD",
    "mxn": "MXN",
    "MXN": "MXN",
    "USD": "USD",
    "S": "SGD",
    "Mex": "MXN",
}
"""What stands before "$", with or without a blank."""
WORDS = (
    "dollar buck pound euro yen yuan ruble rouble rupee rial riyal franc mark markka peso peseta rand lira krona "
    "kronor krone kroner koruna dinar dirham won zloty forint shekel guilder florin ducat shilling schilling escudo "
    "drachma cent penny pence renminbi baht ringgit rupiah taka naira hryvnia lev leu lari tenge dong kip kuai mao sen "
    "kwacha cedi birr pula dalasi metical quetzal lempira boliviano bolivar guarani gourde manat kyat riel "
    "satoshi bitcoin farthing guinea thaler crown sovereign dime nickel quid"
).split()
IRREGULAR = {"pence": "penny", "pennies": "penny", "kronor": "krona", "kroner": "krone", "rouble": "ruble"}
COMMON = frozenset("mark won sen mao dong real crown sovereign nickel lev leu kip dime".split())
"""Words of other meanings too: money only in the plural, or with the country's adjective or a scale before them."""
ADJECTIVES = frozenset(
    """
    u.s. us american canadian australian british irish english scottish french german dutch belgian swiss austrian
    italian spanish portuguese greek finnish swedish norwegian danish icelandic polish czech hungarian russian soviet
    ukrainian turkish israeli iranian iraqi kuwaiti jordanian saudi qatari emirati egyptian lebanese syrian moroccan
    chinese japanese korean taiwanese singapore singaporean thai vietnamese indonesian malaysian indian pakistani
    bangladeshi philippine filipino mexican argentine brazilian chilean colombian cuban nigerian kenyan ugandan
    tanzanian zimbabwean jamaican zealand kong gold silver deutsche
    """.split()
)
GLUED = {"p": "penny", "c": "cent"}
"""Letters that are money where they are glued to digits: "470p"."""
MONEY_CUES = re.compile(
    r"\b(?:pa(?:y|id|ys|ying)|costs?|worth|pric\w+|s[eo]ld|sell\w*|b[ou]\w*ght|buy\w*|earn\w*|spen[dt]\w*|fin(?:ed|es?)|fees?|"
    r"incomes?|budgets?|salar\w+|profits?|loans?|lent|debts?|value\w*|sales|fund\w*|wages?|tax\w*|rent\w*|money|cash|"
    r"bank\w*|invest\w*|shares?|revenues?|bid|charge\w*|rais\w+|sav\w+|donat\w+|award\w*|stolen|toll|bill\w*)\b",
    re.IGNORECASE,
)
"""Words that tell that pounds near them are money."""
MASS_CUES = re.compile(
    r"\b(?:weigh\w*|heav\w+|lighter|tons?|kilos?|kilograms?|ounces?|muscle|diet\w*|body|fat|tall|thrust|feet)\b",
    re.IGNORECASE,
)
"""Words that tell that pounds near them are a mass."""
