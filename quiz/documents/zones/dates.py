"""Dates as they stand alone on a line: under a title, over a comment."""

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
DATE = (
    rf"(?:{WEEKDAY},? (?:the )?)?(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}}(?:st|nd|rd|"
    rf"th)? (?:of )?{MONTH},?(?: \d{{4}})?"
    rf"|(?:{MONTH}|spring|summer|autumn|fall|winter)(?:[-–/ ](?:{MONTH}|spring|summer|autumn|fall|winter))?,? \d{{4}}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4}|(?:1[5-9]|20)\d\d)"
)
CLOCK = (
    r"(?:,? ?(?:at |@ ?|[-–|·•] ?)?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]\.?m\.?)?(?: ?\(?(?:[A-Z]{2,4}|GMT|"
    r"UTC)[+-]?\d*\)?)?)"
)
AGO = r"(?:(?:\d+|an?|one) (?:second|minute|min|hour|hr|day|week|month|year)s? ago|yesterday|just now)"
