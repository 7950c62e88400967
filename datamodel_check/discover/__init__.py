"""Which files there are, and which of them can matter."""

from datamodel_check.discover.candidates import Candidates, candidates
from datamodel_check.discover.documents import MARK, SUFFIXES, documents, tells_the_past
from datamodel_check.discover.repository import Repository, find
from datamodel_check.discover.trees import Index, Recorded, Seen, identify, imports_alike

__all__ = [
    "MARK",
    "SUFFIXES",
    "Candidates",
    "Index",
    "Recorded",
    "Repository",
    "Seen",
    "candidates",
    "documents",
    "find",
    "identify",
    "imports_alike",
    "tells_the_past",
]
