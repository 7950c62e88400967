"""Two cells under one header → their differences in words: `type varchar(100) → varchar(255)`."""

from collections.abc import Iterator, Sequence

from datamodel_check.model.blocks import Cell, Code

LONG = 6
"""From so many names on, only those are told that come or go."""

LABELS = {"null": "nullable", "notes": "note"}
"""What a header is called in a sentence, where that is not the header itself."""

NONE = "none"


def text(cell: Cell) -> str:
    """A cell's plain text."""
    return "".join(part.text for part in cell).strip()


def differences(header: str, old: Cell, new: Cell) -> Iterator[str]:
    """What a reader should be told; nothing where the cells say the same."""
    if text(old) == text(new):
        return
    label = LABELS.get(header.lower(), header.lower())
    if len(_names(old)) + len(_names(new)) > LONG and sorted(_names(old)) != sorted(_names(new)):
        yield from _of_names(label.removesuffix("s"), _names(old), _names(new))
    elif header.lower() == "notes":
        yield from _of_notes(label, text(old).split("; "), text(new).split("; "))
    else:
        yield f"{label} {text(old) or NONE} → {text(new) or NONE}"


def _names(cell: Cell) -> list[str]:
    return [part.text for part in cell if isinstance(part, Code)]


def _of_names(label: str, old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    for name in new:
        if name not in old:
            yield f"{label} {name} added"
    for name in old:
        if name not in new:
            yield f"{label} {name} removed"
    if [name for name in old if name in new] != [name for name in new if name in old]:
        yield f"order of the {label}s {', '.join(old)} → {', '.join(new)}"


def _of_notes(label: str, old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """Of notes with semicolons between; one that begins with an arrow is a reference."""
    gone, come = ([note for note in notes if note and note not in others] for notes, others in ((old, new), (new, old)))
    was, now = (" and ".join(note[2:] for note in notes if note.startswith("→ ")) for notes in (gone, come))
    if was or now:
        yield f"references {was or NONE} → {now or NONE}"
    was, now = ("; ".join(note for note in notes if not note.startswith("→ ")) for notes in (gone, come))
    if was or now:
        yield f"{label} {was or NONE} → {now or NONE}"
