"""All findings of one document: of its directives, and of its sections."""

from collections.abc import Callable, Iterator, Sequence

from datamodel_check.compare.integrity import of_problem, of_unfollowed
from datamodel_check.compare.sections import of_section
from datamodel_check.model.claim import Claim
from datamodel_check.model.document import Document
from datamodel_check.model.finding import Finding
from datamodel_check.model.snapshot import Snapshot


def of_document(
    document: Document, claims: Sequence[Claim], snapshot: Snapshot, text_digest: Callable[[str], str]
) -> Iterator[Finding]:
    """What is wrong in a document, in no particular order. `text_digest` makes the digest of a section's text."""
    for problem in document.problems:
        yield of_problem(document, problem)
    reported = {problem.span for problem in document.problems}
    for claim in claims:
        if claim.problem is not None:
            yield of_unfollowed(document, claim.section, claim.problem, snapshot)
        elif claim.section.closing not in reported:
            finding = of_section(document, claim, snapshot, text_digest)
            if finding is not None:
                yield finding
