"""Which editor is opened, and with which arguments."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.study.editor import chosen, command, edit


@pytest.mark.parametrize(
    ("environment", "there", "words"),
    [
        ({"VISUAL": "vim -u NONE", "EDITOR": "nano"}, (), ["vim", "-u", "NONE"]),
        ({"VISUAL": " ", "EDITOR": "'/opt/my editor/ed' -w"}, (), ["/opt/my editor/ed", "-w"]),
        ({"EDITOR": "it's"}, (), ["it's"]),
        ({}, ("nano", "vi"), ["nano"]),
        ({}, ("sensible-editor", "vi"), ["sensible-editor"]),
        ({}, (), []),
    ],
)
def test_the_editor(environment: dict[str, str], there: tuple[str, ...], words: list[str]) -> None:
    assert chosen(environment, lambda name: name if name in there else None) == words


@pytest.mark.parametrize(
    ("words", "line", "wanted"),
    [
        (["vi"], 7, ["vi", "+7", "a b.yaml"]),
        (["/usr/bin/nvim", "-R"], 7, ["/usr/bin/nvim", "-R", "+7", "a b.yaml"]),
        (["nano"], None, ["nano", "a b.yaml"]),
        (["hx"], 7, ["hx", "a b.yaml:7"]),
        (["code"], 7, ["code", "--wait", "-g", "a b.yaml:7"]),
        (["code", "-w"], 7, ["code", "-w", "-g", "a b.yaml:7"]),
        (["code"], None, ["code", "--wait", "a b.yaml"]),
        (["subl"], 7, ["subl", "--wait", "a b.yaml:7"]),
        (["gvim"], 7, ["gvim", "--nofork", "+7", "a b.yaml"]),
        (["ed"], 7, ["ed", "a b.yaml"]),
    ],
)
def test_the_command(words: list[str], line: int | None, wanted: list[str]) -> None:
    assert command(words, Path("a b.yaml"), line) == wanted


def test_a_path_is_never_taken_for_an_option() -> None:
    assert command(["vi"], Path("-c.yaml"), 3) == ["vi", "+3", "./-c.yaml"]
    assert command(["vi"], Path("+c.yaml"), None) == ["vi", "./+c.yaml"]


def test_a_file_that_is_gone_is_not_begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDITOR", "touch")
    assert edit(tmp_path / "gone.yaml", 3) == f"{tmp_path / 'gone.yaml'} is not there any more"
    assert not list(tmp_path.iterdir())
