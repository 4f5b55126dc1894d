"""The learner's history: every answer for good, in one SQLite file; the one folder of studying that knows SQLite."""

from quiz.study.history.database import default_path
from quiz.study.history.store import PACE, History, Step, Undone

__all__ = ["PACE", "History", "Step", "Undone", "default_path"]
