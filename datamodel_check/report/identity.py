"""What a finding is called from run to run, for services that track it: the same while it is about the same thing."""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256

from datamodel_check.model.finding import Finding


def identities(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Each finding with 32 hex digits that no other finding of the report has.

    Lines are not part of it, for they move; nor are the changes of a section, for a further one makes no new finding.
    """
    seen: Counter[tuple[str, ...]] = Counter()
    for finding in findings:
        about = (finding.rule, finding.location.path, finding.section or finding.message)
        seen[about] += 1
        text = "\0".join((*about, str(seen[about])))
        yield finding, sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
