"""Directives and manifest entries in Markdown and MDX: which sections there are, and what they were true for."""

from datamodel_check.manifest.sections import read

__all__ = ["read"]
