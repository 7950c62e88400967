"""Facts that were extracted before, for as long as nothing changed that they depend on.

A reading is known again by its question (what was asked of which files) and by the contents of all files that it
touched. So it does not matter who asks: the hook, the `--fix` after it, or another worktree.
"""

from __future__ import annotations

from datamodel_check.memory import store

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

NAME = "facts"

_STATES = 4
"""Contents that are remembered of one question: those of the branches that somebody switches between."""

_QUESTIONS = 16
"""Questions that are remembered: each set of files and layers is one."""


def recall(folder: str, question: bytes, identify: Callable[[str], bytes]) -> tuple[object, tuple[str, ...]] | None:
    """What was found before, and the files that it depends on; None where it must be found anew."""
    try:
        for touched, written in _known(folder, question):
            if all(identify(path) == content for path, content in touched.items()):
                return _read(written), tuple(touched)
    except Exception:  # what somebody else has written there may fail in any way
        return None
    return None


def remember(
    folder: str, question: bytes, touched: Iterable[str], identify: Callable[[str], bytes], found: object
) -> None:
    """Keeps what was found, unless it depends on a file that cannot be read."""
    import pickle

    contents = {path: identify(path) for path in touched}
    if not all(contents.values()):
        return
    before = [one for one in _known(folder, question) if one[0] != contents]
    written = pickle.dumps(found, pickle.HIGHEST_PROTOCOL)
    store.save(folder, _name(question), tuple([(contents, written), *before][:_STATES]))
    store.bound(folder, NAME, _QUESTIONS)


def _known(folder: str, question: bytes) -> tuple[tuple[Mapping[str, bytes], bytes], ...]:
    found = store.load(folder, _name(question))
    known = found if isinstance(found, tuple) else ()
    return tuple(one for one in known if isinstance(one, tuple) and len(one) == 2 and isinstance(one[0], dict))


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
