"""The keys of a sitting, in the order of the last line; function keys do the same while an answer is typed."""

from __future__ import annotations

from textual.binding import Binding

from quiz.study.model import Grade

ANSWER = Binding.Group("answer", compact=True)
GRADE = Binding.Group("grade", compact=True)

ASKING = (
    *(Binding(f"{n}", f"choose({n})", "answer", id=f"study.choose.{n}", group=ANSWER) for n in range(1, 5)),
    Binding("down", "move(1)", "next option", id="study.down", show=False),
    Binding("up", "move(-1)", "previous option", id="study.up", show=False),
    Binding("enter", "pick", "take it", id="study.pick"),
    Binding("enter", "unpicked", "how to choose", id="study.unpicked", show=False),
    Binding("0", "give_up", "don't know", id="study.give_up"),
    Binding("enter,space", "reveal", "show the answer", id="study.reveal"),
)
"""What answers a question."""

TOLD = (
    Binding("enter,space", "next", "next", id="study.next"),
    *(Binding(f"{g.value}", f"grade({g.value})", "grade", id=f"study.grade.{g.word}", group=GRADE) for g in Grade),
    Binding("y", "i_was_right", "I was right", id="study.i_was_right"),
)
"""What is done with the answer once it was told."""

SCROLLING = (
    Binding("pagedown", "scroll(1)", "more", id="study.scroll_down"),
    Binding("pageup", "scroll(-1)", "back up", id="study.scroll_up", show=False),
)

BESIDES = (
    Binding("s", "source", "source", id="study.source"),
    Binding("u,ctrl+z", "undo", "undo", id="study.undo"),
    Binding("e,f4", "edit", "edit", id="study.edit"),
    Binding("h,f3", "hint", "hint", id="study.hint"),
    Binding("f,f6", "flag", "flag", id="study.flag"),
    Binding("z,f7", "suspend", "suspend", id="study.suspend"),
    Binding("b,f8", "bury", "bury", id="study.bury"),
    Binding("r,f9", "reset", "reset: new again", id="study.reset", show=False),
    Binding("q,escape", "stop", "stop", id="study.stop"),
)
"""What can be done to a card besides answering it."""
