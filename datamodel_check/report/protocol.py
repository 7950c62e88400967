"""What a format is given, and what it is."""

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias

from datamodel_check.model.coverage import Coverage
from datamodel_check.model.finding import Finding


class Report(NamedTuple):
    """The outcome of a check. `texts` are the bytes of the files that findings name, for code frames."""

    findings: tuple[Finding, ...]
    """Sorted by place."""
    documents: int = 0
    sections: int = 0
    tables: int = 0
    suppressed: int = 0
    unread: int = 0
    """Places of the code or the documents that could not be read, whether or not they are reported."""
    written: tuple[str, ...] = ()
    """The documents that were repaired."""
    notices: tuple[str, ...] = ()
    texts: Mapping[str, bytes] = {}
    coverage: tuple[Coverage, ...] = ()
    """How much of the facts the documents speak of, where somebody may want to know."""

    @property
    def verdict(self) -> str:
        """The one line that says how it stands: also what was not looked at, so that no silence is taken for health."""
        suppressed = f", {self.suppressed} suppressed" if self.suppressed else ""
        unread = f"; not all could be read ({count(self.unread, 'place')})" if self.unread else ""
        return f"{self._outcome}{suppressed}{unread}"

    @property
    def _outcome(self) -> str:
        scope = f"{count(self.sections, 'section')} in {count(self.documents, 'document')}"
        tables = f"({count(self.tables, 'table')})"
        if self.findings:
            fixable = sum(finding.fixable for finding in self.findings)
            return f"{count(len(self.findings), 'finding')} ({fixable} fixable) in {scope}"
        if not self.sections:
            return f"{count(self.documents, 'document')} without sections: only prose was checked {tables}"
        if self.suppressed or self.unread:
            return f"{scope}: nothing else to report {tables}"
        return f"{scope} agree with the code {tables}"


class Style(NamedTuple):
    """How text may look where it is shown. `width` is None where lines must not be broken."""

    color: bool = False
    width: int | None = None
    ascii: bool = False


Format: TypeAlias = Callable[[Report, Style], str]


def count(number: int, noun: str) -> str:
    """`1 table`, `2 tables`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
