"""What a check costs: `quiz check` over generated cards beside the bare YAML parse of the same file.

Run it on a quiet machine: `python benchmarks/check.py [CARDS]`, by default 10,000. All are whole processes, run in turn
three times; the best of each is printed, in seconds of the processor, and its ratio to each bare parse: the C loader's
events one by one (nothing is kept of them), the same in a list (as whoever builds something of them needs them),
`yaml.compose`, which makes nodes of them, and `yaml.load`, which makes objects. What keeps something of a large file
spends most of its time in Python's search for cycles, so it is measured without that as well, as `quiz check` does
without. At most 1.5 times the bare parse is aimed at, a third where nothing changed.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

CARDS, ROUNDS = 10_000, 3
SEED = Path(__file__).parent.parent / "decks" / "russia-and-iran-since-1722.yaml"
READ = "import sys, yaml; text = open(sys.argv[1], encoding='utf-8').read(); "
ALONE = "import gc; gc.disable(); "
BARE = {
    "events": READ + "loader = yaml.CBaseLoader(text)\nwhile loader.get_event() is not None: pass",
    "events, kept": READ + "list(yaml.parse(text, yaml.CBaseLoader))",
    "events, kept, no search": READ + ALONE + "list(yaml.parse(text, yaml.CBaseLoader))",
    "yaml.compose, no search": READ + ALONE + "yaml.compose(text, yaml.CSafeLoader)",
    "yaml.load": READ + "yaml.load(text, yaml.CSafeLoader)",
    "yaml.load, no search": READ + ALONE + "yaml.load(text, yaml.CSafeLoader)",
}


def main() -> None:
    """Make a deck, measure all in turn and print the table."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed quiz is compiled, as its counterparts are
    with tempfile.TemporaryDirectory() as folder:
        deck = Path(folder) / "deck.yaml"
        deck.write_text(made(int(sys.argv[1]) if len(sys.argv) > 1 else CARDS), encoding="utf-8")
        cache = str(Path(folder) / "cache")
        bare: dict[str, list[float]] = {name: [] for name in BARE}
        ours: dict[str, list[float]] = {"quiz check": [], "unchanged": []}
        spent(["-m", "quiz", "check", str(deck)], cache)
        for _ in range(ROUNDS):
            for name, script in BARE.items():
                bare[name].append(spent(["-c", script, str(deck)], ""))
            ours["quiz check"].append(spent(["-m", "quiz", "check", str(deck)], ""))
            ours["unchanged"].append(spent(["-m", "quiz", "check", str(deck)], cache))
    for name, times in ours.items():
        ratios = ", ".join(
            f"{min(times) / min(other):.2f} of {kind} ({min(other):.2f})" for kind, other in bare.items()
        )
        print(f"{name:10} {min(times):.2f} s: {ratios}")


def made(cards: int) -> str:
    """Repeat the cards of a generated deck, each with a name of its own."""
    head, body = SEED.read_text(encoding="utf-8").split("cards:\n", 1)
    parts = re.split(r"\n\n(?=  - id)", body.rstrip("\n"))
    made = []
    for number in range(cards):
        card = re.sub(r"- id: \w+", f"- id: c{number}", parts[number % len(parts)])
        made.append(re.sub(r"((?:question|cloze): (?:>-\n\s+)?\w+)", rf"\1 N{number}", card, count=1))
    return f"{head}cards:\n" + "\n\n".join(made) + "\n"


def spent(arguments: list[str], cache: str) -> float:
    """Processor time of a Python process."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = os.environ | {"QUIZ_CACHE": cache}
    subprocess.run([sys.executable, *arguments], env=environment, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main()
