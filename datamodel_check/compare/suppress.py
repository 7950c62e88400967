"""What is not reported: by the configuration, by lines in the documents, and because the baseline knows it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from datamodel_check import rules
from datamodel_check.compare.baseline import FILE, Known, known
from datamodel_check.config import Options
from datamodel_check.model.document import Document, Ignore
from datamodel_check.model.finding import Finding
from datamodel_check.model.location import NOWHERE, Location


class Kept(NamedTuple):
    """The findings to report, sorted by place, and how many are suppressed."""

    findings: tuple[Finding, ...]
    suppressed: int


class Suppressions(NamedTuple):
    """What documents and the baseline do not want reported. `baseline` has each known finding with its line."""

    documents: tuple[Document, ...] = ()
    baseline: Mapping[Known, int] = {}


def keep(
    findings: Iterable[Finding],
    options: Options,
    suppressions: Suppressions = Suppressions(),  # noqa: B008 - immutable
    *,
    whole: bool = True,
) -> Kept:
    """The findings that nothing suppresses, each once, with the severity that the options give them.

    Where `whole` says that all was looked at, suppressions that suppress nothing are findings too.
    """
    found = tuple(dict.fromkeys(findings))
    reported = [one for one in found if options.reports(one.rule) and not options.ignores(one.location.path, one.rule)]
    ignores = {document.path: document.ignores for document in suppressions.documents}
    used: set[tuple[str, Ignore]] = set()
    left = []
    for finding in reported:
        ignore = _ignoring(finding, ignores.get(finding.location.path, ()))
        if ignore is not None:
            used.add((finding.location.path, ignore))
        elif known(finding) not in suppressions.baseline:
            left.append(finding)
    if whole:
        left += (one for one in _unused(ignores, used, options) if options.reports(one.rule))
        left += (one for one in _expired(suppressions.baseline, reported) if options.reports(one.rule))
    kept = (finding._replace(severity=options.severity_of(finding.rule)) for finding in left)
    return Kept(tuple(sorted(kept, key=lambda finding: finding.place)), len(set(found) - set(left)))


def _ignoring(finding: Finding, ignores: Sequence[Ignore]) -> Ignore | None:
    place = finding.location.span.start
    fitting = (one for one in ignores if finding.rule in one.rules and one.covers.start <= place < one.covers.end)
    return next(fitting, None)


def _unused(
    ignores: Mapping[str, Sequence[Ignore]], used: set[tuple[str, Ignore]], options: Options
) -> Iterator[Finding]:
    """Silence that nobody needs any more would hide the next finding."""
    for path, lines in ignores.items():
        for line in lines:
            if (path, line) not in used and any(map(options.reports, line.rules)):
                message = f"`datamodel:ignore` of {', '.join(line.rules)} suppresses nothing"
                yield _finding(Location(path, line.span), message, "Delete the line.")


def _expired(baseline: Mapping[Known, int], found: Iterable[Finding]) -> Iterator[Finding]:
    alive = set(map(known, found))
    gone = [(entry, line) for entry, line in baseline.items() if entry not in alive]
    for entry, line in gone:
        message = f"the baseline knows a {entry.rule} in {entry.path} that is gone, or is another one now"
        cure = "Run `datamodel-check baseline` to write it anew."
        yield _finding(Location(FILE, NOWHERE._replace(line=line)), message, cure)


def _finding(location: Location, message: str, cure: str) -> Finding:
    return Finding("DM106", rules.RULES["DM106"].severity, location, message, cure=cure)
