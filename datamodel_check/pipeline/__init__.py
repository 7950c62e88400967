"""The stages, in order: discover → parse → link → extract → fingerprint → compare → fix.

A stage is imported when its name is first used: every command needs only some of them.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datamodel_check.pipeline.accepting import Acceptance, accept, acceptable
    from datamodel_check.pipeline.adopting import Adoption, adopt, adoptable
    from datamodel_check.pipeline.checking import check, unreadable
    from datamodel_check.pipeline.covering import covered
    from datamodel_check.pipeline.proving import prove
    from datamodel_check.pipeline.reading import open_state, read_documents, read_snapshot
    from datamodel_check.pipeline.remembering import remember
    from datamodel_check.pipeline.repairing import Repairing, repair
    from datamodel_check.pipeline.revisions import difference
    from datamodel_check.pipeline.values import Outcome, Page, Repair, State

__all__ = [
    "Acceptance",
    "Adoption",
    "Outcome",
    "Page",
    "Repair",
    "Repairing",
    "State",
    "accept",
    "acceptable",
    "adopt",
    "adoptable",
    "check",
    "covered",
    "difference",
    "open_state",
    "prove",
    "read_documents",
    "read_snapshot",
    "remember",
    "repair",
    "unreadable",
]

_HOMES = {
    "Acceptance": "accepting",
    "accept": "accepting",
    "acceptable": "accepting",
    "Adoption": "adopting",
    "adopt": "adopting",
    "adoptable": "adopting",
    "check": "checking",
    "unreadable": "checking",
    "covered": "covering",
    "prove": "proving",
    "open_state": "reading",
    "read_documents": "reading",
    "read_snapshot": "reading",
    "remember": "remembering",
    "Repairing": "repairing",
    "repair": "repairing",
    "difference": "revisions",
    "Outcome": "values",
    "Page": "values",
    "Repair": "values",
    "State": "values",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
