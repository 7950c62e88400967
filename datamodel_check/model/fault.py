"""A fault that is planted to see whether the check notices it."""

from typing import NamedTuple

from datamodel_check.model.snapshot import Snapshot


class FactFault(NamedTuple):
    """Facts as they would be after a change of the code: `text` says what happened to `subject`."""

    subject: str
    text: str
    snapshot: Snapshot


class DocumentFault(NamedTuple):
    """The bytes of a document after something went wrong with a section, or a value, which its title tells."""

    section: str
    text: str
    path: str
    content: bytes


class Trial(NamedTuple):
    """What became of a planted fault: `hidden` when the check found it, and the configuration or a baseline hid it."""

    subject: str
    text: str
    caught: bool
    hidden: bool = False
    in_document: bool = False
