"""The schema that editors use says of every deck what the program says, as far as a schema can."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from quiz.deck.cards import CARD_KEYS, SOURCE_KEYS
from quiz.deck.parse import DECK_KEYS, read_string
from quiz.deck.schema import MODELINE, NAME, TOLD, dumped, schema
from quiz.deck.teaching import WRONG_KEYS
from tests.conftest import Run
from tests.deck.test_broken import CASES, split

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "deck-format.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
UNSEEN = re.compile(
    r"not valid YAML|given twice|stands among|no gap|not closed|holds no text|is gone from|another answer|is empty|"
    r"no title"
)
"""What a schema cannot see: words, and what depends on other places."""
VALIDATOR = Draft7Validator(schema())


class Core(yaml.SafeLoader):
    """Takes unquoted text for what editors take it for (the core schema of YAML 1.2)."""


Core.yaml_implicit_resolvers = {
    first: [(tag, found) for tag, found in rows if tag in ("tag:yaml.org,2002:null", "tag:yaml.org,2002:merge")]
    for first, rows in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
for tag, pattern, letters in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+0123456789."),
):
    Core.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), list(letters))


def values(text: str) -> Any:
    return yaml.load(text, Core)


def errors(text: str) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(values(text))]


def test_the_schema_is_one_and_names_every_key() -> None:
    Draft7Validator.check_schema(json.loads(dumped()))
    assert TOLD.keys() == {*DECK_KEYS, *CARD_KEYS, *SOURCE_KEYS, *WRONG_KEYS}
    assert dumped() == dumped()


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_the_format_passes(example: str) -> None:
    assert errors(example) == []


@pytest.mark.parametrize("path", sorted((ROOT / "decks").glob("*.yaml")), ids=lambda path: path.stem[:20])
def test_generated_decks_pass(path: Path) -> None:
    assert errors(path.read_text(encoding="utf-8")) == []


SEEN = [case for case in CASES if case.stem != "syntax-merge-key"]
"""All broken decks but one: editors merge what stands behind `<<`, and see no fault in it."""


@pytest.mark.parametrize("case", SEEN, ids=lambda case: case.stem)
def test_it_sees_what_is_wrong_with_the_shape_of_a_deck(case: Path) -> None:
    text, _ = split(case)
    reading = read_string(text, "deck.yaml")
    try:
        found = errors(text)
    except (yaml.YAMLError, RecursionError, ValueError):
        assert reading.deck is None
        return
    seen = [each for each in reading.problems if each.severity == "error" and not UNSEEN.search(each.message)]
    assert bool(found) == bool(seen) or (found and reading.deck is None), (found, [str(each) for each in seen])


@pytest.mark.parametrize(
    "card",
    [
        '{question: "When?", answer: 1829}',
        '{question: "When?", answer: 1829-07-04, tolerance: 5, accept: [no, 12:30, 0.5]}',
        "{cloze: 'In {{1829}}.', stale: yes}",
        "{kind: truefalse, question: 'So?', answer: TRUE}",
        "{kind: order, question: 'So?', answer: [1, 2, three]}",
        '{question: "When?", answer: now, explanation: , tags: }',
    ],
)
def test_what_an_editor_takes_for_something_else_is_text(card: str) -> None:
    text = f"title: 1984\ncards:\n  - {card}\n"

    assert read_string(text, "deck.yaml").deck
    assert errors(text) == []


def test_it_is_printed_or_laid_beside_decks_and_named_in_them(run: Run, tmp_path: Path) -> None:
    assert json.loads(run("schema").out) == schema()
    text = "\ufefftitle: Rivers\r\n# mine\r\ncards:\r\n  - {question: Which, answer: Tigris}\r\n"
    (tmp_path / "rivers.yaml").write_bytes(text.encode())
    (tmp_path / "named.yaml").write_text(
        f"# mine\n{MODELINE}\ntitle: Seas\ncards:\n  - {{question: Which, answer: A}}\n"
    )

    ended = run("schema", str(tmp_path))

    assert ended.out.splitlines() == [str(tmp_path / NAME), str(tmp_path / "rivers.yaml")]
    assert json.loads((tmp_path / NAME).read_text()) == schema()
    assert (tmp_path / "rivers.yaml").read_bytes().decode() == f"\ufeff{MODELINE}\r\n{text[1:]}"
    assert "nothing to do" in run("schema", str(tmp_path)).err
    assert run("check", str(tmp_path)).status == 0
    assert run("schema", str(tmp_path / "none")).status == 1
