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
    written: tuple[str, ...] = ()
    """The documents that were repaired."""
    notices: tuple[str, ...] = ()
    texts: Mapping[str, bytes] = {}
    coverage: tuple[Coverage, ...] = ()
    """How much of the facts the documents speak of, where somebody may want to know."""

    @property
    def verdict(self) -> str:
        """The one line that says how it stands."""
        scope = f"{count(self.sections, 'section')} in {count(self.documents, 'document')}"
        suppressed = f", {self.suppressed} suppressed" if self.suppressed else ""
        if not self.findings:
            return f"{scope} agree with the code ({count(self.tables, 'table')}){suppressed}"
        fixable = sum(finding.fixable for finding in self.findings)
        return f"{count(len(self.findings), 'finding')} ({fixable} fixable) in {scope}{suppressed}"


class Style(NamedTuple):
    """How text may look where it is shown. `width` is None where lines must not be broken."""

    color: bool = False
    width: int | None = None
    ascii: bool = False


Format: TypeAlias = Callable[[Report, Style], str]


def count(number: int, noun: str) -> str:
    """`1 table`, `2 tables`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
