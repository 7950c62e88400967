"""Two lists of blocks, what a section said and what it ought to say → their differences in the words of the domain.

Nothing here knows a view. A grid says what its rows are and whose; only the new one does, for that is not printed.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from datamodel_check.compare.cells import differences, text
from datamodel_check.compare.diagrams import as_grids
from datamodel_check.model.blocks import Block, Cell, Code, Fence, Grid, Paragraph
from datamodel_check.model.finding import Change

Row: TypeAlias = tuple[Cell, ...]
Scoped: TypeAlias = tuple[str, Change]
"""The id of the source that a change is in, or the empty string where there is only one; and the change."""


class Part(NamedTuple):
    """A stretch of a section: all that stands under one source's name."""

    grids: dict[str, Grid]
    """By what their first column is called."""
    words: tuple[str, ...]
    codes: dict[str, str]
    """Fenced code, by its language."""


def changes(old: Sequence[Block], new: Sequence[Block], title: str) -> Iterator[Scoped]:
    """What has to be said differently; `title` names the section where a change is about nothing smaller."""
    before, after = _parts(old), _parts(new)
    before = _named_like(before, after)
    after = _named_like(after, before)
    for scope in dict.fromkeys((*after, *before)):
        yield from ((scope, change) for change in _of_part(before.get(scope, EMPTY), after.get(scope, EMPTY), title))


def _named_like(parts: dict[str, Part], others: dict[str, Part]) -> dict[str, Part]:
    """An only source has no name; where there are several on the other side, it is the one that it is most like."""
    if list(parts) != [""] or "" in others or not others:
        return parts
    names = _row_names(parts[""])
    return {max(others, key=lambda scope: len(names & _row_names(others[scope]))): parts[""]}


def _row_names(part: Part) -> set[str]:
    return {_name(row, grid) for grid in part.grids.values() for row in grid.rows}


EMPTY = Part({}, (), {})

LONGEST = 200
"""Characters of old and new code that are shown; of more it is only said that they differ."""


def _parts(blocks: Iterable[Block]) -> dict[str, Part]:
    grouped: dict[str, list[Block]] = {}
    scope = ""
    for block in blocks:
        match block:
            case Paragraph((Code(name),)):
                scope = name
            case _:
                grouped.setdefault(scope, []).append(block)
    return {scope: _part(tuple(as_grids(group))) for scope, group in grouped.items()}


def _part(blocks: Iterable[Block]) -> Part:
    grids: dict[str, Grid] = {}
    words = []
    codes: dict[str, str] = {}
    for block in blocks:
        if isinstance(block, Grid):
            kind = "/".join(block.header[:2]) if block.header[0] == "Table" else block.header[0]
            grids.setdefault(kind, block)
        elif isinstance(block, Paragraph):
            words.append(text(block.content))
        elif isinstance(block, Fence):
            codes[block.language] = f"{codes.get(block.language, '')} {block.text}".strip()
    return Part(grids, tuple(words), codes)


def _of_part(old: Part, new: Part, title: str) -> Iterator[Change]:
    subjects = {grid.subject for grid in new.grids.values()}
    subject = subjects.pop() if len(subjects) == 1 else ""
    whole: set[str] = set()
    for kind in dict.fromkeys((*new.grids, *old.grids)):
        for change in _of_grids(old.grids.get(kind), new.grids.get(kind), subject):
            if change.subject.rpartition(".")[0] not in whole:
                yield change
            if change.kind in {"added", "removed"}:
                whole.add(change.subject)  # what comes or goes with it need not be told
    about = subject or title
    yield from (Change("added", about, f"{about}: “{words}” added") for words in new.words if words not in old.words)
    yield from (
        Change("removed", about, f"{about}: “{words}” removed") for words in old.words if words not in new.words
    )
    for language in dict.fromkeys((*new.codes, *old.codes)):
        yield from _of_codes(about, language, old.codes.get(language, ""), new.codes.get(language, ""))


def _of_codes(about: str, language: str, old: str, new: str) -> Iterator[Change]:
    before, after = " ".join(old.split()), " ".join(new.split())
    if before != after:
        told = f"{before or 'none'} → {after or 'none'}"
        yield Change("changed", about, f"{about}: {language.upper()} {told if len(told) <= LONGEST else 'changed'}")


# --- grids -----------------------------------------------------------------------------------------------------------


def _of_grids(old: Grid | None, new: Grid | None, subject: str) -> Iterator[Change]:
    """Of two grids of one kind; one of them may be missing."""
    if new is None:
        assert old is not None
        new = old._replace(rows=(), noun=old.header[0].lower(), subject=subject)
    if old is not None:
        header = (*new.header, *(name for name in old.header[new.keys :] if name not in new.header))
        new = new._replace(header=header, rows=_arranged(new, header))
    before = _rows(_arranged(old, new.header), new) if old else {}
    after = _rows(new.rows, new)
    gone = [key for key in before if key not in after]
    come = [key for key in after if key not in before]
    if len(gone) == len(come) == 1 and _is_renamed(before[gone[0]], after[come[0]], new):
        yield Change("renamed", come[0], f"{gone[0]}: {new.noun} renamed to {text(after[come[0]][new.keys - 1])}")
        return
    for key, row in after.items():
        if key in before:
            yield from _of_rows(key, before[key], row, new)
        else:
            yield Change("added", key, f"{key}: {new.noun} added")
    yield from (Change("removed", key, f"{key}: {new.noun} removed") for key in gone)


def _arranged(grid: Grid, header: Sequence[str]) -> tuple[Row, ...]:
    """The rows with their cells under the new header; a column that was not there is empty."""
    positions = [grid.header.index(name) if name in grid.header else -1 for name in header]
    return tuple(tuple(row[place] if place >= 0 else () for place in positions) for row in grid.rows)


def _rows(rows: Iterable[Row], grid: Grid) -> dict[str, Row]:
    return {_name(row, grid): row for row in rows}


def _name(row: Row, grid: Grid) -> str:
    """What a row is about: `user.email`, or `user (email, name)` where it has no name of its own."""
    first, *more = [text(cell) for cell in row[: grid.keys]]
    named = ".".join(filter(None, (grid.subject, first)))
    if not more:
        return named
    return f"{named} ({', '.join(more)})" if grid.subject else ".".join(filter(None, (named, more[0])))


def _is_renamed(old: Row, new: Row, grid: Grid) -> bool:
    """Whether all but the last of what tells the rows apart is the same, and is enough to go by."""
    last = grid.keys - 1
    before, after = ([text(cell) for cell in (*row[:last], *row[grid.keys :])] for row in (old, new))
    return before == after and sum(map(bool, after)) > 1


def _of_rows(name: str, old: Row, new: Row, grid: Grid) -> Iterator[Change]:
    for header, before, after in zip(grid.header, old, new, strict=True):
        for difference in differences(header, before, after):
            yield Change("changed", name, f"{name}: {difference}")
