"""Values in prose against the facts that they state."""

from datamodel_check import rules
from datamodel_check.markdown import stated
from datamodel_check.model.document import Document
from datamodel_check.model.facts import Statement
from datamodel_check.model.finding import Finding
from datamodel_check.model.location import Location

_LONGEST = 80
"""Characters of a value that a message shows."""


def of_statement(document: Document, statement: Statement) -> Finding | None:
    """What is wrong with a value, if anything."""
    value, problem = statement.value, statement.problem
    location = Location(document.path, value.opening)
    if problem is not None:
        return Finding(
            "DM105", rules.RULES["DM105"].severity, location, problem.message, value.title, cure=problem.hint
        )
    if stated.says(statement.written, statement.names, is_list=statement.is_list):
        return None
    message = (
        f"`{value.title}` says {_shown(statement.written)}, and the code says {_shown(', '.join(statement.names))}"
    )
    severity = rules.RULES["DM107"].severity
    cure = "Run `datamodel-check --fix`."
    return Finding("DM107", severity, location, message, value.title, cure=cure, fixable=True)


def _shown(text: str) -> str:
    words = " ".join(text.replace("`", "").split())
    return (words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…") or "nothing"
