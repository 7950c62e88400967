"""Stale sections → edited documents: which sections are written anew, how, and how that reaches the disk."""

from datamodel_check.fix.apply import apply, diff, write
from datamodel_check.fix.compose import first_document
from datamodel_check.fix.names import rename
from datamodel_check.fix.plan import Edit, Plan, Refusal, closing, plan, restate

__all__ = [
    "Edit",
    "Plan",
    "Refusal",
    "apply",
    "closing",
    "diff",
    "first_document",
    "plan",
    "rename",
    "restate",
    "write",
]
