"""The verbs of these tests: what an opening line's words make of a snapshot."""

from datamodel_check.fingerprint import digest
from datamodel_check.manifest.syntax import parse
from datamodel_check.markdown import Layout, print_blocks
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.views import VIEWS, UnknownArgumentError


def shows(title: str, snapshot: Snapshot) -> str:
    """The text of a section."""
    view, arguments = VIEWS[title.split(maxsplit=1)[0]], parse(title).arguments
    blocks = view.blocks(view.content(snapshot, arguments))
    return print_blocks(blocks, path="docs/data-model.md", depth=2, layout=Layout(guards=()))


def fingerprint(title: str, snapshot: Snapshot) -> str:
    """The digest of what a section says."""
    return digest(VIEWS[title.split(maxsplit=1)[0]].content(snapshot, parse(title).arguments))


def refuses(title: str, snapshot: Snapshot) -> tuple[str, str]:
    """The message and the hint with which a section's arguments are refused."""
    try:
        VIEWS[title.split(maxsplit=1)[0]].content(snapshot, parse(title).arguments)
    except UnknownArgumentError as error:
        return error.message, error.hint
    raise AssertionError(f"`{title}` is not refused")
