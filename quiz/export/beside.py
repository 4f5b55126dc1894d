"""Files of pictures and sounds beside a text that names them: where they are already, or as copies in a folder."""

from __future__ import annotations

import filecmp
import secrets
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from quiz.deck.files import real_path, reason
from quiz.deck.media import FOLDER, safe_name
from quiz.errors import QuizError
from quiz.export.media import Medium


@dataclass(slots=True)
class Beside:
    """Where the text is written, and the copies made so far, by what they are copies of."""

    folder: Path
    copies: dict[Path, Path] = field(default_factory=dict)

    def place(self, medium: Medium, home: Path) -> str:
        """Return the path of a medium that a deck in the folder `home` names; QuizError if it cannot be copied.

        Beside a deck nothing is copied. Another file of its name stays, and the copy has digits in its own.
        """
        if real_path(home) == real_path(self.folder):
            return medium.reference.path
        if medium.file not in self.copies:
            self.copies[medium.file] = self._copied(medium, home)
        return self.copies[medium.file].relative_to(self.folder).as_posix()

    def _copied(self, medium: Medium, home: Path) -> Path:
        """Copy a file, unless it is there."""
        below = medium.file.relative_to(home).as_posix().removeprefix(f"{FOLDER}/").replace("/", "-")
        target = self.folder / FOLDER / safe_name(below)
        draft = target.with_name(f".quiz-{secrets.token_hex(6)}.tmp")
        try:
            target.parent.mkdir(exist_ok=True)
            taken = target in self.copies.values() or target.is_symlink() or target.exists()
            if taken and not filecmp.cmp(target, medium.file, shallow=False):
                target = target.with_name(medium.name(medium.data()))
            if not target.exists():
                try:
                    shutil.copyfile(medium.file, draft)
                    draft.replace(target)
                finally:
                    draft.unlink(missing_ok=True)
        except OSError as error:
            raise QuizError.at(str(target), f"cannot be written: {reason(error)}", "may you write there?") from error
        return target
