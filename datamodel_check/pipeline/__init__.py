"""The stages, in order: discover → parse → link → extract → fingerprint → compare → fix."""

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
