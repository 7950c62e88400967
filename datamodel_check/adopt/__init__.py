"""A team's own documents → reviewed sections around what speaks of the data model; not one word of them is changed."""

from datamodel_check.adopt.columns import replaced
from datamodel_check.adopt.names import Names
from datamodel_check.adopt.proposals import Proposal, proposals, wrapped

__all__ = ["Names", "Proposal", "proposals", "replaced", "wrapped"]
