"""Values in files: written whole or not at all, and forgotten when they are damaged or of another release."""

import marshal
import os
import sys

FOLDER = "datamodel-check"
"""Below git's common directory, so that all worktrees share it and no clone has it; outside git below the folder that
the system has for what can be made again (https://specifications.freedesktop.org/basedir-spec/latest/)."""

_PACKAGE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


_known: list[str] = []


def release() -> str:
    """What tells two builds of this tool apart, and two interpreters."""
    if not _known:
        _known.append(_release())
    return _known[0]


def _release() -> str:
    from datamodel_check import __version__

    if os.path.exists(os.path.join(os.path.dirname(_PACKAGE), "pyproject.toml")):
        return f"{__version__} {sys.hexversion:x} {_newest(_PACKAGE)}"
    return f"{__version__} {sys.hexversion:x} {os.stat(os.path.join(_PACKAGE, '__init__.py')).st_mtime_ns}"


def _newest(folder: str) -> str:
    """Of an installation that is being worked on: how many files there are, and when the last one was changed."""
    count, last = 0, 0
    for entry in os.scandir(folder):
        if entry.is_dir():
            inner = _newest(entry.path).split("-")
            count, last = count + int(inner[0]), max(last, int(inner[1]))
        elif entry.name.endswith(".py"):
            count, last = count + 1, max(last, entry.stat().st_mtime_ns)
    return f"{count}-{last}"


def folder(start: str) -> str | None:
    """Where the memory of the repository around a folder is; None where nothing may be remembered."""
    return home(start) if is_wanted() else None


def home(start: str) -> str | None:
    """Where the memory would be, if anything may be remembered; None where there is no place for it."""
    from datamodel_check.memory import git

    try:
        return git.find(start).common
    except git.UnknownError:
        caches = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
        return caches if os.path.isabs(caches) else None


def forget(common: str) -> tuple[int, int]:
    """Removes all that is remembered. Returns the number of files and of their bytes. Raises `OSError`."""
    files, size = 0, 0
    place = os.path.join(common, FOLDER)
    for entry in os.scandir(place) if os.path.isdir(place) else ():
        files, size = files + 1, size + entry.stat(follow_symlinks=False).st_size
        os.remove(entry.path)
    if files:
        os.rmdir(place)
    return files, size


def bound(common: str, name: str, most: int) -> None:
    """Removes the oldest of the files that begin with a name, until there are no more than so many."""
    place = os.path.join(common, FOLDER)
    try:
        found = [entry for entry in os.scandir(place) if entry.name.startswith(f"{name}-")]
        for entry in sorted(found, key=lambda one: one.stat().st_mtime_ns)[:-most]:
            os.remove(entry.path)
    except OSError:
        return  # another run removes them


def load(common: str, name: str) -> object:
    """The value that was saved under a name; None where there is none that can be trusted."""
    try:
        with open(os.path.join(common, FOLDER, name), "rb") as file:
            content = file.read()
    except OSError:
        return None
    if digest(content[20:]) != content[:20]:
        return None
    try:
        written = marshal.loads(content[20:])  # noqa: S302 - it lies beside git's hooks, which are programs
    except (EOFError, ValueError, TypeError):
        return None
    if not isinstance(written, tuple) or len(written) != 2 or written[0] != release():
        return None
    value: object = written[1]
    return value


def save(common: str, name: str, value: tuple[object, ...]) -> None:
    """Saves a value under a name. Where that is not possible nothing happens: it is only a memory."""
    content = marshal.dumps((release(), value))  # type: ignore[arg-type] # it says what it cannot write
    folder = os.path.join(common, FOLDER)
    temporary = os.path.join(folder, f".{name}.{os.getpid()}")
    try:
        os.makedirs(folder, exist_ok=True)
        with open(temporary, "wb") as file:
            file.write(digest(content) + content)
        os.replace(temporary, os.path.join(folder, name))
    except (OSError, ValueError):
        try:
            os.remove(temporary)
        except OSError:
            return


def question(value: object) -> bytes:
    """What a value of lists, tuples and texts says, by which an answer is found again.

    `marshal` would not do: what it writes depends on how often a text is held in memory.
    """
    return repr(value).encode("utf-8", "surrogatepass")


def digest(content: bytes) -> bytes:
    """The SHA-1 of some bytes."""
    from _sha1 import sha1  # type: ignore[import-not-found] # hashlib takes three times as long to import

    value: bytes = sha1(content).digest()
    return value


def is_wanted() -> bool:
    """Whether anything may be remembered: `DATAMODEL_CHECK_CACHE=off` says no."""
    return os.environ.get("DATAMODEL_CHECK_CACHE", "").lower() not in {"off", "0", "no"}
