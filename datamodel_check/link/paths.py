"""Paths of the repository: relative to its root, with forward slashes; the root itself is empty."""

from collections.abc import Iterator
from posixpath import normpath


def directory_of(path: str) -> str:
    return path.rpartition("/")[0]


def join(directory: str, path: str) -> str | None:
    """A path seen from a directory; None where it leads out of the repository."""
    joined = normpath(f"{directory}/{path}" if directory else path)
    if joined == ".":
        return ""
    return None if joined == ".." or joined.startswith(("../", "/")) else joined


def inside(directory: str, name: str) -> str:
    """The path of something in a directory."""
    return f"{directory}/{name}" if directory else name


def upwards(directory: str) -> Iterator[str]:
    """A directory and those around it, the nearest first."""
    while directory:
        yield directory
        directory = directory_of(directory)
    yield ""


def relative(path: str, directory: str) -> str | None:
    """A path as seen from a directory around it; None where it is elsewhere."""
    if not directory:
        return path
    if path == directory:
        return ""
    return path.removeprefix(f"{directory}/") if path.startswith(f"{directory}/") else None
