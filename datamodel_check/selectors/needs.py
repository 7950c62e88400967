"""Which layers above the database reviewed sections depend on: the others need not be read."""

from collections.abc import Iterable, Mapping

from datamodel_check.model.document import Document
from datamodel_check.selectors.selector import words

_OF_KINDS: Mapping[str, str] = {"route": "routes", "service": "services", "store": "state", "type": "types"}


def needs(documents: Iterable[Document]) -> frozenset[str]:
    """The layers that any selector of the documents names."""
    sections = (section for document in documents for section in document.sections if section.kind == "review")
    kinds = (word.partition(":")[0] for section in sections for word in words(section.arguments))
    return frozenset(_OF_KINDS[kind] for kind in kinds if kind in _OF_KINDS)
