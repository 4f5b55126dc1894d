"""Time expressions as annotators mark them: spans, TIMEX3 types and values, in dated news and in histories."""

from __future__ import annotations

import pytest

from benchmarks.extract import dates

WRITTEN = "2013-03-20"
"""A Wednesday."""

NEWS: dict[str, list[str]] = {
    "The minister said on Monday that talks had failed.": ["DATE 2013-03-18 Monday"],
    "The board will meet on Friday to vote.": ["DATE 2013-03-22 Friday"],
    "Police arrested two men Tuesday night.": ["TIME 2013-03-19TNI Tuesday night"],
    "Shares fell 3 percent on Wednesday.": ["DATE 2013-03-20 Wednesday"],
    "The company said yesterday it would close the plant.": ["DATE 2013-03-19 yesterday"],
    "The court is expected to rule tomorrow.": ["DATE 2013-03-21 tomorrow"],
    "Voters go to the polls today.": ["DATE 2013-03-20 today"],
    "Profit rose 12 percent last year.": ["DATE 2012 last year"],
    "Sales fell last week.": ["DATE 2013-W11 last week"],
    "The rate was cut last month.": ["DATE 2013-02 last month"],
    "The bank plans to open offices next year.": ["DATE 2014 next year"],
    "Growth should pick up this year.": ["DATE 2013 this year"],
    "Earnings fell in the third quarter.": ["DATE 2012-Q3 the third quarter"],
    "Earnings in the first quarter of 2012 were flat.": ["DATE 2012-Q1 the first quarter of 2012"],
    "Output rose in the fourth quarter of last year.": ["DATE 2012-Q4 the fourth quarter of last year"],
    "Net income was $5 million, up from $3 million a year earlier.": ["DATE 2012 a year earlier"],
    "The firm was founded two years ago.": ["DATE 2011 two years ago"],
    "He died three days ago.": ["DATE 2013-03-17 three days ago"],
    "They married six months ago.": ["DATE 2012-09 six months ago"],
    "She arrived two weeks ago.": ["DATE 2013-W10 two weeks ago"],
    "He now lives in Oslo.": ["DATE PRESENT_REF now"],
    "The site is currently closed.": ["DATE PRESENT_REF currently"],
    "She recently moved.": ["DATE PAST_REF recently"],
    "Prices may rise in the future.": ["DATE FUTURE_REF the future"],
    "The blast occurred at 10 a.m. local time.": ["TIME 2013-03-20T10:00 10 a.m. local time"],
    "The strike lasted two days.": ["DURATION P2D two days"],
    "It takes place every year.": ["SET P1Y every year"],
    "Trash is collected every Monday.": ["SET XXXX-WXX-1 every Monday"],
    "He was jailed for several months.": ["DURATION PXM several months"],
    "The trial begins on April 5.": ["DATE 2013-04-05 April 5"],
    "The fire broke out on Dec. 28.": ["DATE 2012-12-28 Dec. 28"],
    "The fire broke out on March 3.": ["DATE 2013-03-03 March 3"],
    "Unemployment rose in November.": ["DATE 2012-11 November"],
    "The new law will take effect in July.": ["DATE 2013-07 July"],
    "Prices rose 2 percent over the past 12 months.": ["DURATION P12M the past 12 months"],
    "He spoke late Tuesday.": ["DATE 2013-03-19 late Tuesday"],
    "Earlier this week, rebels seized the town.": ["DATE 2013-W12 Earlier this week"],
    "The report is due later this month.": ["DATE 2013-03 later this month"],
    "Late last year the firm cut jobs.": ["DATE 2012 Late last year"],
    "He was killed early Sunday morning.": ["TIME 2013-03-17TMO early Sunday morning"],
    "The talks resume at 3 p.m. Thursday.": ["TIME 2013-03-21T15:00 3 p.m. Thursday"],
    "The flight left at 8:30 p.m. on Saturday.": ["TIME 2013-03-16T20:30 8:30 p.m.", "DATE 2013-03-16 Saturday"],
    "The vote is set for next Tuesday.": ["DATE 2013-03-26 next Tuesday"],
    "They met last Friday.": ["DATE 2013-03-15 last Friday"],
    "Rates rose last summer.": ["DATE 2012-SU last summer"],
    "She will leave this summer.": ["DATE 2013-SU this summer"],
    "The building dates from the 1920s.": ["DATE 192 the 1920s"],
    "In the '90s he ran a shop.": ["DATE 199 the '90s"],
    "The company said it expects fiscal 2014 revenue of $3 billion.": ["DATE 2014 fiscal 2014"],
    "The daily newspaper costs a euro.": ["SET XXXX-XX-XX daily"],
    "Sales in recent months were weak.": ["DATE PAST_REF recent months"],
    "The boy, 10, was found this morning.": ["TIME 2013-03-20TMO this morning"],
    "The 62-year-old singer was released.": ["DURATION P62Y 62-year-old"],
    "It rained over the weekend.": ["DATE 2013-W11-WE the weekend"],
    "The plane vanished on Friday, March 15, 2013.": ["DATE 2013-03-15 Friday, March 15, 2013"],
    "By the end of the year the bridge will be finished.": ["DATE 2013 the end of the year"],
    "The two sides signed the deal at the end of 2010.": ["DATE 2010 the end of 2010"],
    "He has been in office since 2009.": ["DATE 2009 2009"],
    "Twice a week he swims.": ["DURATION P1W a week"],
    "A day earlier, ministers had met.": ["DATE 2013-03-19 A day earlier"],
    "The following day the army withdrew.": ["DATE 2013-03-21 The following day"],
    "Christmas sales were poor.": ["DATE 2012-12-25 Christmas"],
    "The agreement expires at midnight.": ["TIME 2013-03-20T24:00 midnight"],
    "The first half of 2012 was strong.": ["DATE 2012-H1 The first half of 2012"],
    "Wages grew in the second half.": ["DATE 2012-H2 the second half"],
    "The firm reported a loss for the year ended Dec. 31.": ["DATE 2013 the year", "DATE 2012-12-31 Dec. 31"],
    "Last night's storm cut power for 24 hours.": ["TIME 2013-03-19TNI Last night", "DURATION PT24H 24 hours"],
    "The index is at its highest level in five years.": ["DURATION P5Y five years"],
    "The two-day summit ends Thursday.": ["DURATION P2D two-day", "DATE 2013-03-21 Thursday"],
    "Within hours the town was empty.": ["DURATION PTXH hours"],
    "The nine months through December were profitable.": ["DURATION P9M The nine months", "DATE 2012-12 December"],
    "He will be sworn in on Jan. 20, 2014, at noon.": ["DATE 2014-01-20 Jan. 20, 2014", "TIME 2014-01-20T12:00 noon"],
    "Two years from now it will be gone.": ["DATE 2015 Two years from now"],
    "Oil hit $110 a barrel this quarter.": ["DATE 2013-Q1 this quarter"],
    "The army has ruled for decades.": ["DURATION PXDE decades"],
    "It happened once, some 30 years ago.": ["DATE 1983 some 30 years ago"],
    "The next day he was gone.": ["DATE 2013-03-21 The next day"],
    "Officials said Monday's attack killed 12.": ["DATE 2013-03-18 Monday"],
    "The fall of the government surprised nobody in the fall.": ["DATE 2012-FA the fall"],
    "The minutes of the meeting were a second sheet in the day room.": [],
    "He was elected president in November 2008 and re-elected last November.": [
        "DATE 2008-11 November 2008",
        "DATE 2012-11 last November",
    ],
    "Wednesday's poll gave her the lead.": ["DATE 2013-03-20 Wednesday"],
    "The game will be played Saturday.": ["DATE 2013-03-23 Saturday"],
    "Ministers agreed to meet again on Thursday.": ["DATE 2013-03-21 Thursday"],
    "Earlier Tuesday the dollar fell.": ["DATE 2013-03-19 Earlier Tuesday"],
    "The festival opens in May and closes in June.": ["DATE 2013-05 May", "DATE 2013-06 June"],
    "He joined the firm in April 2009 and left that year.": ["DATE 2009-04 April 2009", "DATE 2009 that year"],
    "The survey, taken March 11-14, has a margin of error of three points.": [
        "DATE 2013-03-11 March 11",
        "DATE 2013-03-14 14",
    ],
    "The plant makes 400 cars a day.": ["DURATION P1D a day"],
    "He works every other week.": ["SET P2W every other week"],
    "It is held each October.": ["SET XXXX-10 each October"],
    "Mondays are quiet.": ["SET XXXX-WXX-1 Mondays"],
    "He sold three-quarters of his shares at a 1:10 ratio.": [],
    "Q3 2012 sales were flat.": ["DATE 2012-Q3 Q3 2012"],
    "The offer ends at the end of next week.": ["DATE 2013-W13 the end of next week"],
    "The storm hit overnight.": ["TIME 2013-03-20TNI overnight"],
    "A week from now we will know.": ["DATE 2013-W13 A week from now"],
    "They waited two or three months.": ["DURATION P2M two or three months"],
    "He has lived there for the past six decades.": ["DURATION P6DE the past six decades"],
    "The lease runs for another five years.": ["DURATION P5Y another five years"],
    "The deal closed in fiscal 2012.": ["DATE 2012 fiscal 2012"],
    "In the fall of 2010 he wrote a book.": ["DATE 2010-FA the fall of 2010"],
    "The form is dated 03/05/2013 and 25.12.2012; the third, 31-31-2013, is void.": [
        "DATE 2013-03-05 03/05/2013",
        "DATE 2012-12-25 25.12.2012",
    ],
    "Prices rose in the fifties; he was in his seventies.": ["DATE 195 the fifties"],
    "It rained on the night of April 18, 2012, and in the latter half of 2011.": [
        "TIME 2012-04-18TNI the night of April 18, 2012",
        "DATE 2011-H2 the latter half of 2011",
    ],
    "Prices rose 1.5 times in two and a half years and fell for half an hour.": [
        "DURATION P2.5Y two and a half years",
        "DURATION PT30M half an hour",
    ],
    "A hundred years ago it took one and a half hours.": [
        "DATE 1913 A hundred years ago",
        "DURATION PT90M one and a half hours",
    ],
    "He slept for 25 hours at 26:00, from 9 o'clock.": ["DURATION PT25H 25 hours", "TIME 2013-03-20T09:00 9 o'clock"],
    "The meeting, at 13 a.m., was a joke; at 12 a.m. it ended.": ["TIME 2013-03-20T00:00 12 a.m."],
    "The past two quarters were bad; some quarters disagreed.": ["DURATION P6M The past two quarters"],
    "A second later, the seconds of the motion spoke for thirty seconds.": [
        "DATE FUTURE_REF A second later",
        "DURATION PT30S thirty seconds",
    ],
    "Each summer, every May and each morning he swims 3 km/day, per annum more than most.": [
        "SET XXXX-SU Each summer",
        "SET XXXX-05 every May",
        "SET XXXX-XX-XXTMO each morning",
        "SET P1Y per annum",
    ],
    "The Sunday Weekly, a weekly, sells out.": ["DATE 2013-03-17 Sunday", "SET XXXX-WXX weekly"],
    "A month and a half ago she left.": ["DATE 2013-02 A month and a half ago"],
    "Sales for the past year fell; for the next year he hopes.": [
        "DURATION P1Y the past year",
        "DURATION P1Y the next year",
    ],
    "The following night was cold. That March he rode; this Saturday he walks.": [
        "TIME 2013-03-21TNI The following night",
        "DATE 2013-03 That March",
        "DATE 2013-03-23 this Saturday",
    ],
    "On the 20th he wrote; the day before, he slept.": ["DATE 2013-03-20 the 20th", "DATE 2013-03-19 the day before"],
    "He met her the day before the war.": [],
    "By the month's end sales were slow.": ["DATE 2013-03 month's end"],
    "In April of last year and on 3 May of this year it snowed, as in the spring of next year.": [
        "DATE 2012-04 April of last year",
        "DATE 2013-05-03 3 May of this year",
        "DATE 2014-SP the spring of next year",
    ],
    "He waits for the weekend.": ["DATE 2013-W11-WE the weekend"],
    "In the year-earlier period it lost money.": ["DATE 2012 the year-earlier period"],
    "The president will speak Monday in May.": ["DATE 2013-03-25 Monday", "DATE 2013-05 May"],
    "She came on Mon. and left on Tue. evening.": ["DATE 2013-03-18 Mon", "TIME 2013-03-19TEV Tue. evening"],
    "In the twenty-second century nobody reads.": [],
}

HISTORY: dict[str, list[str]] = {
    "In 1841 the works opened. Two years later they burned.": ["DATE 1841 1841", "DATE 1843 Two years later"],
    "On 3 May 1655 the siege began. The next day it rained; that same night the walls fell.": [
        "DATE 1655-05-03 3 May 1655",
        "DATE 1655-05-04 The next day",
        "TIME 1655-05-04TNI that same night",
    ],
    "In June 1812 they marched. Later that month they crossed, and by August they were lost.": [
        "DATE 1812-06 June 1812",
        "DATE 1812-06 Later that month",
        "DATE 1812-08 August",
    ],
    "The war of 264–241 BC ended it. In 238 BC Rome took the island, and the following year it sent a governor.": [
        "DATE BC0264 264",
        "DATE BC0241 241 BC",
        "DATE BC0238 238 BC",
        "DATE BC0237 the following year",
    ],
    "In 1799 he was 30 years old. He ruled for fifteen years.": [
        "DATE 1799 1799",
        "DURATION P30Y 30 years old",
        "DURATION P15Y fifteen years",
    ],
    "It was 1916. The summer passed in silence; over the winter they starved.": [
        "DATE 1916 1916",
        "DATE 1916-SU The summer",
        "DATE 1916-WI the winter",
    ],
    "The 1920s were kind. The early 1930s were not, nor was the previous decade's end.": [
        "DATE 192 The 1920s",
        "DATE 193 The early 1930s",
        "DATE XXXX the previous decade",
    ],
    "In 1954 it lasted 57 days. A few weeks later a truce was signed.": [
        "DATE 1954 1954",
        "DURATION P57D 57 days",
        "DATE FUTURE_REF A few weeks later",
    ],
    "On 10 June 1940 he resigned. At 5:30 p.m. the doors closed.": [
        "DATE 1940-06-10 10 June 1940",
        "TIME 1940-06-10T17:30 5:30 p.m.",
    ],
    "They fought on 5 and 6 May 1864 and from May 8 to May 12.": [
        "DATE 1864-05-05 5",
        "DATE 1864-05-06 6 May 1864",
        "DATE 1864-05-08 May 8",
        "DATE 1864-05-12 May 12",
    ],
    "In October 1944 the front broke. By December the city starved; in January it fell.": [
        "DATE 1944-10 October 1944",
        "DATE 1944-12 December",
        "DATE 1945-01 January",
    ],
    "The garrison held out for over two months in 1574.": ["DURATION P2M over two months", "DATE 1574 1574"],
    "Over the next three years, from 1607, nothing grew.": ["DURATION P3Y the next three years", "DATE 1607 1607"],
    "In 1917 the former tsar was taken to what is now a museum.": [
        "DATE 1917 1917",
        "DATE PAST_REF former",
        "DATE PRESENT_REF now",
    ],
    "It began in the spring of 1776. In August of that year it ended.": [
        "DATE 1776-SP the spring of 1776",
        "DATE 1776-08 August of that year",
    ],
    "In 1862 a seven-day battle cost them the year's harvest.": ["DATE 1862 1862", "DURATION P7D seven-day"],
    "He arrived in late 1936, at the end of November.": ["DATE 1936 late 1936", "DATE 1936-11 the end of November"],
    "The first ten months of 1915 were quiet.": ["DURATION P10M The first ten months of 1915"],
    "They waited for a week of heavy rain in 1631.": ["DURATION P1W a week of heavy rain", "DATE 1631 1631"],
    "About 1450 the abbey was rich; by the end of the 15th century it was a ruin.": [
        "DATE 1450 About 1450",
        "DATE 14 the end of the 15th century",
    ],
    "In 1788 he spoke. “Two days ago I knew nothing,” he said.": ["DATE 1788 1788", "DATE 1788-XX-XX Two days ago"],
    "From 1980 to 1988, and again in 1990-91, there was war.": [
        "DATE 1980 1980",
        "DATE 1988 1988",
        "DATE 1990 1990",
        "DATE 1991 91",
    ],
    "The seventies were loud. In the '60s it was worse.": ["DATE 197 The seventies", "DATE 196 the '60s"],
    "In 1205 it took place every year, on Christmas Eve.": [
        "DATE 1205 1205",
        "SET P1Y every year",
        "DATE 1205-12-24 Christmas Eve",
    ],
}


def marked(text: str, written: str | None) -> list[str]:
    """What is marked, one line each: type, value and words."""
    return [f"{kind} {value} {text[start:end]}" for start, end, kind, value in dates(text, written)]


@pytest.mark.parametrize("text", NEWS)
def test_dates_of_news_count_from_the_day_of_writing(text: str) -> None:
    assert marked(text, WRITTEN) == NEWS[text]


@pytest.mark.parametrize("text", HISTORY)
def test_dates_of_a_history_count_from_one_another(text: str) -> None:
    assert marked(text, None) == HISTORY[text]
