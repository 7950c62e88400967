"""Every format, by name."""

from importlib import import_module

from datamodel_check.report.protocol import Report, Style

FORMATS = ("text", "concise", "json", "github", "markdown", "sarif", "gitlab", "junit")
"""In the order of the help; each is a module of this package with a function `render`."""


def render(name: str, report: Report, style: Style) -> str:
    """The report in one of `FORMATS`, imported when it is used: rich is heavy."""
    text: str = import_module(f"datamodel_check.report.{name}").render(report, style)
    return text
