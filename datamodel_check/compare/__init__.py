"""Documents against facts → findings."""

from datamodel_check.compare.assertions import of_assertions
from datamodel_check.compare.dead import of_dead
from datamodel_check.compare.diagnostics import of_snapshot
from datamodel_check.compare.introduced import mark
from datamodel_check.compare.judgement import of_document
from datamodel_check.compare.migrations import of_migrations
from datamodel_check.compare.narrow import concerns
from datamodel_check.compare.reviews import Old, of_review
from datamodel_check.compare.reviews import changes as since_review
from datamodel_check.compare.since import Told, with_old_values
from datamodel_check.compare.statements import of_statement
from datamodel_check.compare.suppress import Kept, Suppressions, keep

__all__ = [
    "Kept",
    "Old",
    "Suppressions",
    "Told",
    "concerns",
    "keep",
    "mark",
    "of_assertions",
    "of_dead",
    "of_document",
    "of_migrations",
    "of_review",
    "of_snapshot",
    "of_statement",
    "since_review",
    "with_old_values",
]
