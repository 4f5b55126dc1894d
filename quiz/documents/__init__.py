"""A file -> Document: its text in blocks, each of a kind, every character with its line. One module per format."""

from quiz.documents.model import ASKED, Block, BlockKind, Document, Span, Spot
from quiz.documents.readers import READERS, find_documents, read

__all__ = ["ASKED", "READERS", "Block", "BlockKind", "Document", "Span", "Spot", "find_documents", "read"]
