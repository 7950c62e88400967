"""Parts of the facts that were read before, for as long as nothing changed that they depend on.

A part is known again by its question (what was asked of which files, given which other parts) and by the contents of
all files that it touched. So it does not matter who asks: the hook, the `--fix` after it, or another worktree.
"""

from __future__ import annotations

from datamodel_check.memory import store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

NAME = "facts"

_STATES = 4
"""Contents that are remembered of one question: those of the branches that somebody switches between."""

_QUESTIONS = 100
"""Questions that are remembered: each part for each list of files is one."""


class Known:
    """What was found, the files that it depends on (as a whole, and by what they seem to import), and its digest."""

    __slots__ = ("digest", "found", "glanced", "read")

    def __init__(self, found: object, read: Iterable[str], glanced: Iterable[str], digest: bytes) -> None:
        self.found = found
        self.read = tuple(read)
        self.glanced = tuple(glanced)
        self.digest = digest


def recall(
    folder: str, question: bytes, identify: Callable[[str], bytes], imports_alike: Callable[[str, bytes], bool]
) -> Known | None:
    """What was found before; None where it must be found anew.

    `imports_alike` answers whether a file seems to import what it did when its contents had an id.
    """
    try:
        for read, glanced, written in _known(folder, question):
            if all(identify(path) == content for path, content in read.items()) and all(
                identify(path) == content or imports_alike(path, content) for path, content in glanced.items()
            ):
                return Known(_read(written), read, glanced, store.digest(written))
    except Exception:  # what somebody else has written there may fail in any way
        return None
    return None


def remember(
    folder: str,
    question: bytes,
    found: object,
    files: tuple[Iterable[str], Iterable[str]],
    identify: Callable[[str], bytes],
) -> bytes:
    """Keeps what was found, unless it depends on a file that cannot be read. Returns its digest.

    `files` are those that it depends on as a whole, and those of which matters what they seem to import.
    """
    import pickle

    read, glanced = ({path: identify(path) for path in sorted(paths)} for paths in files)
    written = pickle.dumps(found, pickle.HIGHEST_PROTOCOL)
    if all(read.values()) and all(glanced.values()):
        before = [one for one in _known(folder, question) if one[0] != read]
        store.save(folder, _name(question), tuple([(read, glanced, written), *before][:_STATES]))
        store.bound(folder, NAME, _QUESTIONS)
    return store.digest(written)


def _known(folder: str, question: bytes) -> tuple[tuple[Mapping[str, bytes], Mapping[str, bytes], bytes], ...]:
    found = store.load(folder, _name(question))
    known = found if isinstance(found, tuple) else ()
    return tuple(one for one in known if isinstance(one, tuple) and [*map(type, one)] == [dict, dict, bytes])


def _name(question: bytes) -> str:
    return f"{NAME}-{store.digest(question).hex()[:16]}"


def _read(written: bytes) -> object:
    """Only values of the model are made of what was written, whoever wrote it."""
    import io
    import pickle

    class Values(pickle.Unpickler):
        def find_class(self, module: str, name: str) -> object:
            found = super().find_class(module, name) if module.startswith("datamodel_check.model.") else None
            if not isinstance(found, type):
                raise pickle.UnpicklingError(f"{module}.{name} is no value of the model")
            return found

    return Values(io.BytesIO(written)).load()
