"""Which layers above the database prose depends on: the others need not be read."""

from collections.abc import Iterable, Mapping

from datamodel_check.model.document import Document
from datamodel_check.selectors.selector import words
from datamodel_check.selectors.values import PLURALS

_OF_KINDS: Mapping[str, str] = {"route": "routes", "service": "services", "store": "state", "type": "types"}
_OF_WORDS = {plural: _OF_KINDS[kind] for plural, kind in PLURALS.items() if kind in _OF_KINDS}


def needs(documents: Iterable[Document]) -> frozenset[str]:
    """The layers that any selector or value of the documents names."""
    found = set()
    for document in documents:
        told = [section.arguments for section in document.sections if section.kind == "review"]
        told += [value.arguments for value in document.values]
        found |= {word.partition(":")[0] for arguments in told for word in words(arguments)}
    known = {**_OF_KINDS, **_OF_WORDS}
    return frozenset(known[word] for word in found if word in known)
