"""The verb of these tests: what `--fix` makes of a document."""

from datamodel_check.fingerprint import digest, text_digest
from datamodel_check.fix import Plan, apply, plan
from datamodel_check.manifest import read
from datamodel_check.markdown import Layout
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.views import claims
from tests.views.samples import ONE

COMPACT = Layout()


def planned(
    content: bytes,
    snapshot: Snapshot = ONE,
    *,
    path: str = "docs/a.md",
    overwrite: bool = False,
    layout: Layout = COMPACT,
) -> Plan:
    document = read(path, content)
    found = claims(document, snapshot, digest)
    return plan(document, found, text_digest, layout=layout, overwrite_edits=overwrite)


def fixed(
    text: str, snapshot: Snapshot = ONE, *, path: str = "docs/a.md", overwrite: bool = False, layout: Layout = COMPACT
) -> str:
    """The document after `--fix`; a second one must change nothing."""
    made = planned(text.encode(), snapshot, path=path, overwrite=overwrite, layout=layout)
    after = apply(text.encode(), made.edits)
    again = planned(after, snapshot, path=path, overwrite=overwrite, layout=layout)
    assert (again.edits, again.refusals) == ((), made.refusals)
    return after.decode()


def refused(text: str, snapshot: Snapshot = ONE) -> list[tuple[str, str]]:
    return [(refusal.section.title, refusal.reason) for refusal in planned(text.encode(), snapshot).refusals]
