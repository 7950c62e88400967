"""Which files there are, and which of them can matter."""

from datamodel_check.discover.candidates import candidates
from datamodel_check.discover.documents import documents, tells_the_past
from datamodel_check.discover.repository import Repository, find

__all__ = ["Repository", "candidates", "documents", "find", "tells_the_past"]
