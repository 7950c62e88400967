"""What generated sections say: one file per view, and the claims that they make on a document's sections."""

from datamodel_check.views.claims import claims
from datamodel_check.views.documented import documented
from datamodel_check.views.needs import needs
from datamodel_check.views.protocol import Parameter, UnknownArgumentError, View
from datamodel_check.views.registry import VIEWS

__all__ = ["VIEWS", "Parameter", "UnknownArgumentError", "View", "claims", "documented", "needs"]
