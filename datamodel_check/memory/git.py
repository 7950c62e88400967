"""git's own files, read without a process: where the repository is, what is staged, and which commit is current.

Only what is understood for certain is answered: index versions 2 and 3 with SHA-1, without a split or sparse index
(https://git-scm.com/docs/index-format). Of everything else this room says that it does not know, and git is asked.
"""

import os


class UnknownError(Exception):
    """This repository is of a kind that only git itself understands."""


class Place:
    """Where a repository keeps its things. `common` is shared by all its worktrees."""

    __slots__ = ("common", "index", "private", "root")

    def __init__(self, root: str, private: str) -> None:
        self.root = root
        self.private = private
        shared = _first_line(os.path.join(private, "commondir"))
        self.common = os.path.normpath(os.path.join(private, shared)) if shared else private
        given = os.environ.get("GIT_INDEX_FILE")  # git takes it from the root, wherever it is called
        self.index = os.path.join(root, given) if given else os.path.join(private, "index")


def find(start: str) -> Place:
    """The repository around a folder. Raises `UnknownError` where there is none, or variables place it elsewhere."""
    elsewhere = ("GIT_WORK_TREE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR", "GIT_NAMESPACE", "GIT_CEILING_DIRECTORIES")
    if any(name in os.environ for name in elsewhere):
        raise UnknownError
    folder = start
    while True:
        git = os.path.join(folder, ".git")
        if os.path.isdir(git):
            break
        if os.path.isfile(git):
            git = os.path.normpath(os.path.join(folder, _first_line(git).removeprefix("gitdir: ")))
            break
        if folder == os.path.dirname(folder):
            raise UnknownError
        folder = os.path.dirname(folder)
    given = os.environ.get("GIT_DIR")
    if given is not None and not os.path.samefile(given, git):
        raise UnknownError
    return Place(folder, git)


def head(place: Place) -> str:
    """The id of the current commit, empty where there is none yet.

    Raises `UnknownError` during a merge, and where references are kept in tables
    (https://git-scm.com/docs/reftable).
    """
    if os.path.exists(os.path.join(place.private, "MERGE_HEAD")):
        raise UnknownError
    name = _first_line(os.path.join(place.private, "HEAD"))
    if not name.startswith("ref: "):
        return name
    name = name.removeprefix("ref: ")
    if os.path.exists(os.path.join(place.common, "reftable")):
        raise UnknownError
    for folder in (place.private, place.common):
        oid = _first_line(os.path.join(folder, name))
        if oid:
            return oid
    for line in _text(os.path.join(place.common, "packed-refs")).splitlines():
        if line.endswith(f" {name}"):
            return line.partition(" ")[0]
    return ""


def staged(place: Place) -> dict[bytes, bytes]:
    """What is staged: paths with the binary ids of their objects and their modes (the first four bytes of the value).

    Raises `UnknownError` for an index that is no plain one, for one with conflicts and for a damaged one.
    """
    try:
        with open(place.index, "rb") as file:
            return _entries(file.read())
    except (OSError, ValueError, IndexError):
        raise UnknownError from None


def checksum(place: Place) -> bytes:
    """What git has written of the whole index at its end; empty where it was told not to (`index.skipHash`)."""
    try:
        with open(place.index, "rb") as file:
            file.seek(-20, os.SEEK_END)
            found = file.read()
    except OSError:
        return b""
    return found if found.strip(b"\0") else b""


def blob(place: Place, oid: bytes) -> bytes | None:
    """The contents of an object, which git is asked for; None where it does not have them."""
    command = ["git", "-C", place.root, "cat-file", "blob", oid.hex()]
    reading, writing = os.pipe()
    with open(reading, "rb") as file:
        try:
            streams = [(os.POSIX_SPAWN_DUP2, writing, 1), (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
            process = os.posix_spawnp("git", command, os.environ, file_actions=streams)
        except (OSError, AttributeError):
            return None
        finally:
            os.close(writing)
        content = file.read()
    return content if os.waitpid(process, 0)[1] == 0 else None


def _entries(content: bytes) -> dict[bytes, bytes]:
    number = _number(content, 4)
    if content[:4] != b"DIRC" or number not in {2, 3}:
        raise UnknownError
    found = {}
    position = 12
    for _ in range(_number(content, 8)):
        flags = content[position + 60] << 8 | content[position + 61]
        start = position + 62
        if flags & 0x4000:  # extended flags: a path that git was only told of has no content yet
            if number == 2 or content[start] & 0x20:
                raise UnknownError
            start += 2
        if flags & 0x3000:
            raise UnknownError
        end = content.index(b"\0", start)
        found[content[start:end]] = content[position + 24 : position + 28] + content[position + 40 : position + 60]
        position += (end - position) // 8 * 8 + 8
    _require_plain(content, position)
    return found


def _require_plain(content: bytes, position: int) -> None:
    """Raises `UnknownError` where something else stands behind the entries than what readers may pass over.

    So it is with a split or sparse index; and in one with SHA-256 the entries end elsewhere.
    """
    while position < len(content) - 20:
        name = content[position : position + 4]
        if not (name.isalpha() and name[:1].isupper()):
            raise UnknownError
        position += 8 + _number(content, position + 4)
    if position != len(content) - 20:
        raise UnknownError


def _number(content: bytes, position: int) -> int:
    return int.from_bytes(content[position : position + 4], "big")


def _first_line(path: str) -> str:
    return _text(path).partition("\n")[0].strip()


def _text(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return file.read().decode("utf-8", "surrogateescape")
    except OSError:
        return ""
