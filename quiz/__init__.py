"""Turns documents people read into questions they remember."""

__version__ = "0.1.0"
