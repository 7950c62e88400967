"""Findings → text: one file per output format. A format knows no rule, and a rule knows no format."""

from datamodel_check.report.protocol import Report, Style
from datamodel_check.report.registry import FORMATS, render

__all__ = ["FORMATS", "Report", "Style", "render"]
