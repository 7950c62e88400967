"""What a change does to the data model, as text, Markdown and JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datamodel_check.markdown.escaping import escape_code, escape_text, visible
from datamodel_check.model.change import RISKS
from datamodel_check.report.protocol import count

if TYPE_CHECKING:
    from collections.abc import Iterator

    from datamodel_check.model.change import FactChange, ModelDiff
    from datamodel_check.report.protocol import Style

FORMATS = ("text", "markdown", "json")

_COLORS = {"breaking": "bold red", "risky": "bold yellow", "safe": "green"}

_LARGEST = 60_000
"""Characters of Markdown: a comment on GitHub takes 65,536."""


def render(name: str, difference: ModelDiff, style: Style) -> str:
    """The changes in one of `FORMATS`, the worst first."""
    if name == "text":
        return _text(difference, style)
    return _markdown(difference) if name == "markdown" else _json(difference)


def verdict(difference: ModelDiff) -> str:
    """`1 breaking, 0 risky and 3 safe changes of the data model between main and the work tree`."""
    scope = f"between {visible(difference.base)} and {visible(difference.head)}"
    if not difference.changes:
        return f"no change of the data model {scope}"
    breaking, risky, safe = (len(difference.of_risk(risk)) for risk in RISKS)
    return f"{breaking} breaking, {risky} risky and {count(safe, 'safe change')} of the data model {scope}"


# --- text ------------------------------------------------------------------------------------------------------------


def _text(difference: ModelDiff, style: Style) -> str:
    from datamodel_check.report.text import lines_of_text

    return lines_of_text(_lines(difference), style)


def _lines(difference: ModelDiff) -> Iterator[Any]:
    from rich.text import Text

    width = max(map(len, RISKS))
    for risk in RISKS:
        for change in difference.of_risk(risk):
            place = (f"  ({visible(str(change.location))})", "dim") if change.location else ""
            subject = (visible(change.subject), "bold")
            yield Text.assemble((f"{risk:<{width}}  ", _COLORS[risk]), subject, f": {visible(change.text)}", place)
            if change.reason:
                yield Text(" " * (width + 2) + visible(change.reason), "dim")
    if difference.changes:
        yield Text()
    yield Text(verdict(difference), _COLORS[_worst(difference)])


def _worst(difference: ModelDiff) -> str:
    return next((risk for risk in RISKS if difference.of_risk(risk)), "safe")


# --- Markdown --------------------------------------------------------------------------------------------------------


def _markdown(difference: ModelDiff) -> str:
    """What is safe is folded in."""
    parts = ["## Changes of the data model\n", f"{_sentence(verdict(difference))}\n"]
    for risk in RISKS:
        changes = difference.of_risk(risk)
        if not changes:
            continue
        lines = _items(changes, _LARGEST - sum(map(len, parts)))
        if risk == "safe":
            lines = f"<details><summary>Safe ({len(changes)})</summary>\n\n{lines}\n</details>\n"
        else:
            lines = f"### {risk.capitalize()}\n\n{lines}"
        parts.append(lines)
    return "\n".join(parts)


def _sentence(text: str) -> str:
    """Names of revisions keep their case."""
    return f"{text[0].upper()}{escape_text(text[1:])}."


def _items(changes: tuple[FactChange, ...], room: int) -> str:
    """A list of them, as long as there is room; what is left out is counted."""
    lines: list[str] = []
    for number, change in enumerate(changes):
        line = _item(change)
        room -= len(line)
        if room < 0:
            lines.append(f"- … and {len(changes) - number} more\n")
            break
        lines.append(line)
    return "".join(lines)


def _item(change: FactChange) -> str:
    reason = f" — {escape_text(change.reason)}" if change.reason else ""
    place = f" ({escape_code(str(change.location), in_table=False)})" if change.location else ""
    return f"- {escape_code(change.subject, in_table=False)}: {escape_text(change.text)}{reason}{place}\n"


# --- JSON ------------------------------------------------------------------------------------------------------------


def _json(difference: ModelDiff) -> str:
    """Version 1: public, described by `schemas/diff.v1.json`, additions only."""
    import json

    document = {
        "version": 1,
        "base": difference.base,
        "head": difference.head,
        "changes": [_change(change) for change in difference.changes],
        "summary": {risk: len(difference.of_risk(risk)) for risk in RISKS},
    }
    return json.dumps(document, indent=2, ensure_ascii=True) + "\n"


def _change(change: FactChange) -> dict[str, Any]:
    place = change.location
    known = change._asdict() | {"reason": change.reason or None}
    del known["location"]
    return {**known, "path": place.path if place else None, "line": place.line if place else None}
