"""Directives that cannot be followed."""

from datamodel_check import rules
from datamodel_check.compare.sections import FIX, finding
from datamodel_check.model.document import Document, Problem, Section
from datamodel_check.model.finding import Change, Finding
from datamodel_check.model.location import Location
from datamodel_check.model.snapshot import Snapshot
from datamodel_check.views import VIEWS


def of_problem(document: Document, problem: Problem) -> Finding:
    """A problem that reading the document brought up."""
    code = "DM104" if problem.kind in {"entry", "newer"} else "DM105"
    section = next((section for section in document.sections if section.closing == problem.span), None)
    return Finding(
        code,
        rules.RULES[code].severity,
        Location(document.path, problem.span),
        problem.message,
        section.title if section else None,
        cure=FIX if problem.kind == "entry" else problem.hint,
        fixable=problem.kind == "entry",
    )


def of_unfollowed(document: Document, section: Section, problem: Problem, snapshot: Snapshot) -> Finding:
    """An opening line that names no view, or whose arguments name nothing.

    What could be followed when the closing line was written is gone from the code: the section is stale.
    """
    if section.entry is None or not _was_followed(section):
        return finding("DM105", document, section, problem.message, problem.hint, fixable=False)
    close = problem.hint if problem.hint and problem.hint.startswith("Did you mean") else ""
    cure = f"{close} Delete the section, or write into its opening line what it is called now.".strip()
    gone = _gone_table(section, snapshot)
    if gone is None:
        message = f"`{section.title}` is stale: {problem.message} now"
        return finding("DM101", document, section, message, cure, fixable=False)
    change = Change("removed", gone, f"{gone}: table removed")
    stale = finding("DM101", document, section, f"`{section.title}` is stale", cure, fixable=False)
    return stale._replace(changes=(change,))


def _gone_table(section: Section, snapshot: Snapshot) -> str | None:
    """The table that a section of one table is about, if no source has it any more."""
    names = [argument.value for argument in section.arguments if argument.name is None]
    known = {name for source in snapshot.sources for table in source.tables for name in (table.key, table.name)}
    return names[0] if section.name == "table" and names and names[0] not in known else None


def _was_followed(section: Section) -> bool:
    """Whether the view takes such arguments, so that only what they name can be missing."""
    view = VIEWS.get(section.name)
    if view is None:
        return False
    names = {parameter.name for parameter in view.parameters if parameter.named}
    return all(argument.name is None or argument.name in names for argument in section.arguments)
