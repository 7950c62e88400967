"""For people at a terminal: what changed, the lines concerned in the code and in the document, and what to run."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from datamodel_check import rules
from datamodel_check.markdown.escaping import visible
from datamodel_check.report.frames import frame
from datamodel_check.report.wording import few, since

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from datamodel_check.model.finding import Change, Finding
    from datamodel_check.model.location import Location
    from datamodel_check.report.protocol import Report, Style

LEVELS = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
KINDS = {"added": ("+", "green"), "removed": ("-", "red"), "changed": ("~", "yellow"), "renamed": ("~", "yellow")}
UNBROKEN = 1_000_000
"""Characters a line may have where the output is no terminal."""

FRAMES = 3
"""Code frames shown for one finding; the changes name the lines of the rest."""

CHANGES = 20
"""Changes that are told of one finding."""


def render(report: Report, style: Style) -> str:
    return lines_of_text(_lines(report), style)


def lines_of_text(lines: Iterable[Text], style: Style) -> str:
    """Lines as a terminal shows them."""
    console = Console(
        file=StringIO(),
        force_terminal=style.color,
        color_system="standard" if style.color else None,
        width=style.width or UNBROKEN,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
    for line in lines:
        console.print(line, soft_wrap=style.width is None)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


def _lines(report: Report) -> Iterator[Text]:
    for finding in report.findings:
        yield from _finding(finding, report.texts)
        yield Text()
    for path in report.written:
        yield Text.assemble(("repaired ", "green"), visible(path))
    color = "bold red" if any(f.severity == "error" for f in report.findings) else "bold green"
    yield Text(report.verdict, color)


def _finding(finding: Finding, texts: Mapping[str, bytes]) -> Iterator[Text]:
    rule = f"{finding.rule} {rules.RULES[finding.rule].name}"
    mark = (f" ({since(finding)})", "dim") if since(finding) else ""
    head = (f"{finding.severity}[{rule}]", LEVELS[finding.severity])
    yield Text.assemble(head, f": {visible(finding.message)}", mark)
    shown_changes, rest = few(finding.changes, CHANGES)
    yield from map(_change, shown_changes)
    if rest:
        yield Text(f"  … {rest}", "dim")
    shown = (finding.location, *finding.related[:FRAMES])
    margin = max(len(str(location.line)) for location in shown)
    for location in shown:
        yield from _place(location, texts, margin)
    if finding.cure:
        yield Text.assemble(" " * margin, " = ", ("help", "bold"), f": {visible(finding.cure)}")


def _change(change: Change) -> Text:
    sign, color = KINDS[change.kind]
    place = (f"  ({visible(str(change.location))})", "dim") if change.location else ""
    return Text.assemble(f"  {sign} ", (visible(change.text), color), place)


def _place(location: Location, texts: Mapping[str, bytes], margin: int) -> Iterator[Text]:
    """`--> path:line`, and the line with the span underlined."""
    found = frame(location, texts)
    column = f":{found.column}" if found else ""
    yield Text.assemble(" " * margin, ("--> ", "blue"), visible(str(location)), column)
    if found is None:
        return
    bar = ("|", "blue")
    yield Text.assemble((f"{found.line:>{margin}} ", "blue"), bar, f" {found.text}")
    under = " " * found.column + "^" * (min(found.end, len(found.text) + 1) - found.column)
    yield Text.assemble(" " * (margin + 1), bar, (under, "red"))
