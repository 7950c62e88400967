"""What functions reach: the tables that they touch, and the functions that they call."""

from datamodel_check.extract.layers.reach.functions import Bound
from datamodel_check.extract.layers.reach.graph import Reach, Reached

__all__ = ["Bound", "Reach", "Reached"]
