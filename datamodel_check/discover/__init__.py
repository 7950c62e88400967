"""Which files there are, and which of them can matter."""

from datamodel_check.discover.candidates import Candidates, candidates
from datamodel_check.discover.documents import MARK, SUFFIXES, documents, tells_the_past
from datamodel_check.discover.repository import Repository, find
from datamodel_check.discover.trees import Index, Recorded, identify

__all__ = [
    "MARK",
    "SUFFIXES",
    "Candidates",
    "Index",
    "Recorded",
    "Repository",
    "candidates",
    "documents",
    "find",
    "identify",
    "tells_the_past",
]
