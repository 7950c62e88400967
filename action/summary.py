"""The summary of a job: the report, what the change does to the data model, and the patch, folded in."""

import re
from collections.abc import Iterator

from datamodel_check.markdown.escaping import INVISIBLE

ROOM = 60_000
"""Characters: a comment on GitHub takes 65,536, a summary a MiB."""

LEFT_OUT = "\n_The rest is left out: it is in the report._\n"


def compose(report: str, difference: str, patch: str, artifact: str) -> str:
    """The summary as Markdown, never longer than `ROOM`. Parts that are empty are left out."""
    parts = [cut(report, ROOM // 2), cut(difference, ROOM // 4)]
    if patch:
        parts.append(_folded(patch, artifact))
    return "\n".join(part for part in parts if part)


def cut(markdown: str, room: int) -> str:
    """As many whole lines as there is room for, code fences and folds closed."""
    if len(markdown) <= room:
        return markdown
    kept: list[str] = []
    fence, folds = "", 0
    for line in markdown.splitlines(keepends=True):
        room -= len(line)
        if room < 0:
            break
        kept.append(line)
        fence = _fence_after(fence, line)
        if not fence:
            folds += line.count("<details>") - line.count("</details>")
    closing = [f"{fence}\n"] if fence else []
    return "".join((*kept, *closing, LEFT_OUT, "\n</details>\n" * folds))


def _fence_after(fence: str, line: str) -> str:
    """The fence that is open after a line, empty where none is."""
    found = re.match(r"`{3,}", line)
    if not found:
        return fence
    if not fence:
        return found[0]
    return "" if len(found[0]) >= len(fence) and not line[found.end() :].strip() else fence


def _folded(patch: str, artifact: str) -> str:
    fence = "`" * (max(map(len, re.findall("`+", patch)), default=0) + 3)
    shown = "".join(_shown(patch, ROOM // 5))
    how = f"It is in the artifact `{artifact}`. " if artifact else ""
    return (
        f"<details><summary>The patch that repairs it</summary>\n\n{how}`git apply` takes it.\n\n"
        f"{fence}diff\n{shown}{fence}\n\n</details>\n"
    )


def _shown(patch: str, room: int) -> Iterator[str]:
    """Its lines as far as there is room, what cannot be seen in them written out."""
    for line in patch.split("\n")[:-1]:
        room -= len(line)
        if room < 0:
            yield "…\n"
            return
        yield INVISIBLE.sub(lambda found: found[0] if found[0] == "\t" else f"\\u{ord(found[0]):04x}", line) + "\n"
