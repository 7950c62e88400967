"""How edits reach a document's bytes, and how those reach the disk: whole, or not at all."""

import os
import re
from collections.abc import Iterable, Iterator

from datamodel_check.errors import WriteError
from datamodel_check.fix.plan import Edit

UNQUOTED = re.compile(r'[\x00-\x1f"\\\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\udc80-\udcff]')
"""What a file's name in a patch must not show as it is."""


def apply(content: bytes, edits: Iterable[Edit]) -> bytes:
    """`content` with the edits made; every byte outside their spans is as it was."""
    for edit in sorted(edits, key=lambda edit: edit.span, reverse=True):
        content = content[: edit.span.start] + edit.text.encode() + content[edit.span.end :]
    return content


def diff(path: str, before: bytes, after: bytes) -> str:
    """What `write` would change, as a unified diff that `git apply` takes; empty where nothing would."""
    from difflib import unified_diff

    old, new = (_lines(text.decode("utf-8", "replace")) for text in (before, after))
    return "".join(_terminated(unified_diff(old, new, _named(f"a/{path}"), _named(f"b/{path}"))))


def write(path: str, before: bytes | None, after: bytes) -> None:
    """Puts `after` in the place of `before`, which is what the file at `path` holds; None stands for no file.

    The file changes at one moment: whoever reads it, and whatever interrupts this, finds the old bytes or the new ones.
    Permissions are kept, and a symbolic link goes on pointing to the file that is written.

    Raises `WriteError` where the file holds something else by now, is write-protected, or cannot be written.
    """
    target = os.path.realpath(path)
    temporary = os.path.join(os.path.dirname(target), f".{os.path.basename(target)}.{os.getpid()}.tmp")
    try:
        mode = _check(target, path, before)
        _write_through(temporary, after, mode)
        _check(target, path, before)  # the disk may have taken its time
        os.replace(temporary, target)
    except WriteError:
        _remove(temporary)
        raise
    except OSError as error:
        _remove(temporary)
        reason = error.strerror or str(error)
        raise WriteError(f"{path}: cannot be written: {reason}", hint="Mend that and run the command again.") from error


def _check(target: str, path: str, before: bytes | None) -> int | None:
    """The file's permissions; None for a new file. Raises `WriteError` where it must not be written."""
    if before is None:
        if os.path.lexists(target):
            raise WriteError(f"{path}: there is a file already", hint="Move it away, or choose another path.")
        return None
    with open(target, "rb") as file:
        mode = os.fstat(file.fileno()).st_mode & 0o7777
        if file.read() != before:
            raise WriteError(f"{path}: was changed while it was being checked", hint="Run the command again.")
    if not mode & 0o200 or not os.access(target, os.W_OK):
        raise WriteError(f"{path}: is write-protected", hint=f"Run `chmod u+w {path}` if it may be written.")
    return mode


def _write_through(temporary: str, content: bytes, mode: int | None) -> None:
    """Writes a new file, and returns only when the disk has it."""
    with open(temporary, "xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if mode is not None:
        os.chmod(temporary, mode)


def _remove(path: str) -> None:
    from contextlib import suppress

    with suppress(OSError):
        os.remove(path)


def _lines(text: str) -> list[str]:
    """As git counts them: it knows no line ends but LF."""
    *lines, last = text.split("\n")
    return [*(f"{line}\n" for line in lines), *([last] if last else [])]


def _named(path: str) -> str:
    """A file's name as git takes it in a patch: in octal what would end or hide it; a tab behind one with spaces."""
    quoted = UNQUOTED.sub(lambda found: "".join(f"\\{byte:03o}" for byte in os.fsencode(found[0])), path)
    if quoted != path:
        return f'"{quoted}"'
    return f"{path}\t" if " " in path else path


def _terminated(lines: Iterable[str]) -> Iterator[str]:
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
