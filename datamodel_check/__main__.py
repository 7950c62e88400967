"""`python -m datamodel_check`."""

from datamodel_check.entry import run

run()
