"""Tables of every make: what parts their cells, what their columns are called, in which letters they are saved."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.deck.model import Card, Passage, Source
from quiz.errors import QuizError
from quiz.imports.model import Shelf
from quiz.imports.tables import read
from tests.conftest import Run
from tests.imports.owner import Owner


def shelves(folder: Path, text: str | bytes, name: str = "x.csv") -> dict[str, list[Card]]:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return {shelf.title: [item.card for item in shelf.items] for shelf in read(path).shelves}


def cards(folder: Path, text: str | bytes, name: str = "x.csv") -> list[Card]:
    (found,) = shelves(folder, text, name).values()
    return found


PLAIN = [Card("Tigris", "Which river?"), Card("Elbe", "Which, else?")]


@pytest.mark.parametrize(
    "text",
    [
        'question,answer\nWhich river?,Tigris\n"Which, else?",Elbe\n',
        'Front;Back\r\nWhich river?;Tigris\r\n"Which, else?";Elbe\r\n',
        "TERM\tDefinition\nWhich river?\tTigris\nWhich, else?\tElbe",
        "Which river?\tTigris\nWhich, else?\tElbe\n",
        "q|a\nWhich river?|Tigris\n\nWhich, else?|Elbe\n",
        '\ufeffAnswer,Question\nTigris,Which river?\nElbe,"Which, else?"\n',
        'Vorderseite,Rückseite\nWhich river?,Tigris\n"Which, else?",Elbe\n',
        "#separator:Semicolon\n#html:false\nWhich river?;Tigris\nWhich, else?;Elbe\n",
        "#separator:tab\n#guid column:000001" + "0" * 5000 + "\nWhich river?\tTigris\nWhich, else?\tElbe\n",
        "#separator:tab\n#guid column:" + "0" * 5000 + "3\nWhich river?\tTigris\nWhich, else?\tElbe\n",
        "#separator:tab\n#columns:Nr\tBack\tFront\n\tTigris\tWhich river?\n\tElbe\tWhich, else?\n",
    ],
)
def test_a_question_and_an_answer_a_row(tmp_path: Path, text: str) -> None:
    assert cards(tmp_path, text) == PLAIN


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_in_whatever_letters(tmp_path: Path, encoding: str) -> None:
    text = "question,answer\nOù est-ce que c'est – ici?,Là-bas\n"
    assert cards(tmp_path, text.encode(encoding)) == [Card("Là-bas", "Où est-ce que c'est – ici?")]


def test_every_column(tmp_path: Path) -> None:
    text = (
        "Question,Answer,Accept,Wrong answer 1,Wrong answer 2,Explanation,Tags,Deck,Tolerance,Chapter\n"
        'How long?,"2,850 km",2850 km;1771 miles,100 km,200 km,why,"rivers, long",Geo::Rivers,2%,3\n'
        'Which?,Danube,"the Danube | the ""blue"" \\| one","Elbe, Nile",,,,,,\n'
    )
    assert shelves(tmp_path, text) == {
        "Geo::Rivers": [
            Card(
                "2,850 km",
                "How long?",
                accept=("2850 km", "1771 miles"),
                distractors=("100 km", "200 km"),
                explanation="why\nChapter: 3",
                tags=("rivers", "long"),
                tolerance="2%",
            )
        ],
        "x": [Card("Danube", "Which?", accept=("the Danube", 'the "blue" | one'), distractors=("Elbe", "Nile"))],
    }


def test_the_answer_is_no_wrong_answer(tmp_path: Path) -> None:
    text = "question,answer,option a,option b,option c\nWhich?,Danube,Elbe,danube,Elbe\n"
    assert cards(tmp_path, text) == [Card("Danube", "Which?", distractors=("Elbe",))]
    text = "question,answer,option a,option b,option c\nWhich?,$P$,$p$,$Q$,$q$\n"
    assert cards(tmp_path, text) == [Card("$P$", "Which?", distractors=("$p$", "$Q$", "$q$"))]


def test_kinds_and_sources(tmp_path: Path) -> None:
    text = (
        "question,answer,kind,document,place,passage\n"
        "True?,True,truefalse,,,\n"
        "Order!,a | b | c,order,,,\n"
        'When?,1829,date,https://example.org,"Rivers, page 3, line 4",It was in 1829.\n'
        "Odd?,maybe,truefalse,,,\n"
        "Few!,a,order,,,\n"
    )
    source = Source(Passage("It was in 1829.", section="Rivers", page=3, line=4), "https://example.org")
    assert cards(tmp_path, text) == [
        Card("True", "True?", kind="truefalse"),
        Card("a → b → c", "Order!", kind="order", ordered=("a", "b", "c")),
        Card("1829", "When?", kind="date", source=source),
        Card("maybe", "Odd?"),
        Card("a", "Few!"),
    ]


def test_quizlets_quotes_are_part_of_the_text(tmp_path: Path) -> None:
    text = 'Tigris\triver of "Baghdad"\n"Elbe\triver of Hamburg\nNile\ta river\n'
    assert [card.question for card in cards(tmp_path, text, "x.txt")] == ["Tigris", '"Elbe', "Nile"]


def test_clozes_make_a_card_a_number(tmp_path: Path) -> None:
    found = cards(tmp_path, "Text,Extra\n{{c1::Rome}} and {{c2::Paris}},more\n")
    assert [card.cloze for card in found] == ["{{Rome}} and Paris", "Rome and {{Paris}}"]
    assert {card.explanation for card in found} == {"more"}


def test_what_says_nothing_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text('question,answer\n"two\nlines",x\nno answer,\n,no question\n')
    (warning,) = read(tmp_path / "x.csv").warnings
    assert str(warning).startswith(f"{tmp_path / 'x.csv'}:4: warning: ")
    assert "left out: 2" in warning.message


@pytest.mark.parametrize(
    "text", ["", "\n\n", "question,answer\n", "just some words\n", "\0\1\2" * 99, '"' + "x" * 2**21]
)
def test_no_table(tmp_path: Path, text: str) -> None:
    with pytest.raises(QuizError) as error:
        cards(tmp_path, text)
    assert len(error.value.problems) == 1


def test_ankis_own_text(owner: Owner, tmp_path: Path) -> None:
    from anki.collection import DeckIdLimit, NoteIdsLimit

    out = tmp_path / "notes.txt"
    ids = owner.col.find_notes("deck:Geo or deck:Words")
    owner.col.export_note_csv(
        out_path=str(out), limit=NoteIdsLimit(ids), with_html=True, with_tags=True, with_deck=True,
        with_notetype=True, with_guid=True,
    )  # fmt: skip
    found = {shelf.title: shelf for shelf in read(out).shelves}
    assert [item.card.prompt for item in found["Geo"].items] == ["Capital of France", "2 < 3?"]
    (river,) = found["Geo::Rivers"].items
    assert (river.card.question, river.card.tags) == ("Which river?\n![](media/map é.png)", ("a", "b::c"))
    assert [item.card.prompt for item in found["Geo::Clozes"].items] == [
        "_____ lies on the Seine, in _____",
        "Paris lies on the _____, in France",
    ]
    assert DeckIdLimit


def test_notes_of_ones_own_as_text_are_told_to_come_a_second_time(run: Run, owner: Owner, tmp_path: Path) -> None:
    owner.col.export_note_csv(
        out_path=str(tmp_path / "notes.txt"), limit=None, with_html=True, with_tags=True, with_deck=True,
        with_notetype=True, with_guid=True,
    )  # fmt: skip
    told = "rows of notes of your own, whose note types a table does not tell: an export makes them new notes in Anki"
    assert told in run("import", "notes.txt").err
    run("import", owner.export(), "-o", "other")
    assert told not in run("import", "notes.txt", "-o", "other").err


WRITTEN = st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters="\u037e")
"""What cells hold; the Greek question mark is a semicolon to Unicode, and so to whoever reads a table."""


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(*[st.text(WRITTEN, min_size=1, max_size=12)] * 2),
        min_size=2,
        max_size=5,
        unique_by=lambda row: row[0],
    ),
    st.sampled_from(",;\t|"),
)
def test_what_a_spreadsheet_writes_is_read(
    tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, str]], delimiter: str
) -> None:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([("question", "answer"), *rows])
    path = tmp_path_factory.getbasetemp() / "any.csv"
    path.write_text(text.getvalue(), encoding="utf-8", newline="")
    shelf: Shelf = read(path).shelves[0]
    from quiz.documents.decoding import visible

    expected = [tuple(map(visible, row)) for row in rows]
    shown = [(item.card.question, item.card.answer) for item in shelf.items]
    assert shown == [row for row in expected if all(row)] or any(
        "'" in cell or "{{c" in cell for row in rows for cell in row
    )


def test_a_table_of_ours_changes_what_was_changed_there(run: Run, tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    path = tmp_path / "decks/rivers.yaml"
    path.write_text(
        "# mine\ntitle: Rivers\nid: rivers\ncards:\n"
        "  - {id: r1, question: Which river?, answer: Tigris, distractors: [Nile, Elbe], origin: human}\n"
        "  - id: r2\n    question: Which sea?  # comment\n    answer: Black Sea\n"
    )
    (tmp_path / "x.csv").write_text(
        "deck,question,answer,distractors,deck_id,id\n"
        "Rivers,Which river?,Tigris,Elbe | Nile,rivers,r1\n"
        "Rivers,Which sea?,the Black Sea,,rivers,r2\n"
        "Rivers,A new one?,yes,,rivers,\n"
    )
    ended = run("import", "x.csv")
    assert ended.out == "decks/rivers.yaml: +1 new, 1 updated, 1 unchanged\n"
    assert run("import", "x.csv").out == "decks/rivers.yaml: 3 unchanged\n"
    text = path.read_text()
    assert "{id: r1, question: Which river?, answer: Tigris, distractors: [Nile, Elbe], origin: human}" in text
    assert "# comment\n    answer: the Black Sea\n" in text


@pytest.mark.parametrize(
    ("columns", "cells", "card"),
    [
        ("Unit", "zwoelf,12,3", Card("12", "zwoelf", explanation="unit: 3")),
        ("Unit", "zwoelf,12,Unit 3", Card("12", "zwoelf", explanation="unit: Unit 3")),
        ("Unit", "Hund,dog,noun", Card("dog", "Hund", explanation="unit: noun")),
        ("Unit", "How long?,12,km", Card("12 km", "How long?", unit="km")),
        ("Unit", "How long?,12 km,km", Card("12 km", "How long?", unit="km")),
        ("Parts", "Hund,dog; hound,noun", Card("dog; hound", "Hund", explanation="all_of: noun")),
        ("Parts", "Hund,dog; hound,dog | hound", Card("dog; hound", "Hund", all_of=("dog", "hound"))),
        ("Pin", "Hund,dog,seite 5", Card("dog", "Hund", explanation="pin: seite 5")),
        ("Pin,Wrong", "Hund,dog,cat,cat", Card("dog", "Hund", distractors=("cat",), pin=("cat",))),
        ("Partial", "Hund,dog,some", Card("dog", "Hund", explanation="partial: some")),
        ("Partial", "Hund,dog,FALSE", Card("dog", "Hund")),
    ],
)
def test_columns_that_mean_something_else_are_told(tmp_path: Path, columns: str, cells: str, card: Card) -> None:
    assert cards(tmp_path, f"Front,Back,{columns}\n{cells}\n") == [card]


@pytest.mark.parametrize("ending", ["csv", "tsv"])
def test_lists_of_one_item_come_back_whole(run: Run, tmp_path: Path, ending: str) -> None:
    (tmp_path / "decks").mkdir()
    path = tmp_path / "decks/cities.yaml"
    path.write_text(
        "title: Cities\nid: cities\ncards:\n  - id: c1\n    question: Which?\n    answer: Rome\n"
        '    accept: ["Rome; Italy"]\n    distractors: [{text: "Paris, France", feedback: "No, it is not."}]\n'
        '    pin: ["Paris, France"]\n    tags: ["a, b"]\n'
    )
    before = path.read_text()
    run("export", "decks", "-o", f"x.{ending}")
    assert run("import", f"x.{ending}").out == "decks/cities.yaml: 1 unchanged\n"
    assert path.read_text() == before


def test_hints_of_html_are_read(tmp_path: Path) -> None:
    text = "#separator:tab\n#html:true\n#columns:Front\tBack\tHint\nWhich?\tTigris\t<b>not</b> the Nile &amp; Elbe\n"
    assert cards(tmp_path, text, "x.txt") == [Card("Tigris", "Which?", hint="**not** the Nile & Elbe")]
