"""Which layers above the database a document speaks of: the others need not be read."""

from collections.abc import Iterable

from datamodel_check.model.document import Document, Section

_OF_VIEWS = {
    "lineage": frozenset({"lineage"}),
    "routes": frozenset({"routes"}),
    "services": frozenset({"services"}),
    "state": frozenset({"state"}),
    "types": frozenset({"types"}),
}
_NOTHING: frozenset[str] = frozenset()


def needs(documents: Iterable[Document]) -> frozenset[str]:
    """The layers that any section of the documents shows."""
    return frozenset().union(*(_of(section) for document in documents for section in document.sections))


def _of(section: Section) -> frozenset[str]:
    asked = frozenset(argument.value for argument in section.arguments if argument.name == "with")
    return _OF_VIEWS.get(section.name, _NOTHING) | (asked & _OF_VIEWS.keys())
