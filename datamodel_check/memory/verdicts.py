"""The answer of a hook that found nothing wrong, for as long as nothing changed that it depends on.

What is remembered is only ever the verdict "clean", with all that was staged then. It holds again when the same is
staged; when only files differ that mattered to no extractor and still do not, as their bytes hold none of the words
that extractors look for; and never when a file came or went.
"""

import os

from datamodel_check.memory import git, store

NAME = "verdict"
SEAL = "seal"

WORDS = frozenset({"check", "--staged", "--hook", "--fix", "-q", "--quiet"})
"""The arguments of hooks; with any other nothing is remembered."""

_LARGEST = 2 * 1024 * 1024
"""Larger files are no candidates before and after."""


class Verdict:
    """What a clean run found: files by paths, the rest by what may change it."""

    __slots__ = ("by_head", "files", "folders", "glanced", "head", "literals", "matters", "text")

    def __init__(
        self,
        text: str,
        head: str,
        files: dict[bytes, bytes],
        matters: frozenset[bytes],
        glanced: frozenset[bytes],
        literals: dict[str, tuple[bytes, ...]],
        folders: tuple[str, ...],
        by_head: bool,  # noqa: FBT001 - made in one place
    ) -> None:
        self.text = text
        self.head = head
        self.files = files
        self.matters = matters
        """The files that any stage has read for what they say."""
        self.glanced = glanced
        """Others, of which only matters what they seem to import."""
        self.literals = literals
        """By suffixes, what makes a file matter that holds it."""
        self.folders = folders
        """Folders of migrations: these are compared with the current commit."""
        self.by_head = by_head
        """Whether the verdict depends on the current commit, or on files whose names nobody looks for."""


def recall(words: list[str]) -> str | None:
    """What the same run would print that found nothing wrong; None where it must be made."""
    if not (WORDS.issuperset(words) and "--staged" in words and "--hook" in words and store.is_wanted()):
        return None
    try:
        place = git.find(os.getcwd())
        head, seal = git.head(place), git.checksum(place)
        known = store.load(place.common, _key(words, SEAL))
        if isinstance(known, tuple) and len(known) == 3 and seal and known[:2] == (seal, head):
            text: str = known[2]
            return text
        verdict = _load(place, words)
        if verdict is None:
            return None
        now = git.staged(place)
    except (git.UnknownError, ValueError, IndexError, OSError):
        return None
    changed = _changed(verdict.files, now)
    if changed is None or not _holds(place, verdict, head, changed, now):
        return None
    if changed:
        verdict.files = now
        _save(place, words, verdict)
    _seal(place, words, seal, head, verdict.text)
    return verdict.text


def remember(words: list[str], verdict: Verdict) -> None:
    """Keeps a verdict for the next run with these words."""
    if not store.is_wanted():
        return
    try:
        place = git.find(os.getcwd())
        _save(place, words, verdict)
        seal = git.checksum(place)
        if git.staged(place) == verdict.files:
            _seal(place, words, seal, verdict.head, verdict.text)
    except git.UnknownError:
        return


# --- whether it still holds ------------------------------------------------------------------------------------------


def _changed(before: dict[bytes, bytes], now: dict[bytes, bytes]) -> list[bytes] | None:
    """The paths with other contents; None where one came or went."""
    if before == now:
        return []
    if before.keys() != now.keys():
        return None
    return [path for path, value in now.items() if before[path] != value]


def _holds(place: git.Place, verdict: Verdict, head: str, changed: list[bytes], now: dict[bytes, bytes]) -> bool:
    if (changed or head != verdict.head) and verdict.by_head:
        return False
    if any(path in verdict.matters or not _stays_idle(place, verdict, path, now[path]) for path in changed):
        return False
    return head == verdict.head or not verdict.folders or _are_committed(place, verdict.folders)


def _stays_idle(place: git.Place, verdict: Verdict, path: bytes, entry: bytes) -> bool:
    """Whether a file holds nothing that anybody looks for, as it is staged: its work-tree copy counts if it is that."""
    name = path.decode("utf-8", "surrogateescape")
    wanted = [literals for suffix, literals in verdict.literals.items() if name.endswith(suffix)]
    try:
        with open(os.path.join(place.root, name), "rb") as file:
            content = file.read(_LARGEST + 1)
    except OSError:
        return False
    if len(content) > _LARGEST or entry[:4] != verdict.files[path][:4]:
        return False
    is_staged = store.digest(b"blob %d\0" % len(content) + content) == entry[4:]
    is_idle = is_staged and not any(literal in content for literals in wanted for literal in literals)
    if not is_idle or path not in verdict.glanced:
        return is_idle
    from datamodel_check.memory.imports import specifiers

    before = git.blob(place, verdict.files[path][4:])
    return before is not None and specifiers(name, before) == specifiers(name, content)


def _are_committed(place: git.Place, folders: tuple[str, ...]) -> bool:
    """Whether the folders are staged as they are in the current commit."""
    command = ["git", "-C", place.root, "diff", "--cached", "--quiet", "HEAD", "--", *folders]
    try:
        process = os.posix_spawnp("git", command, os.environ)
    except (OSError, AttributeError):
        return False
    return os.waitpid(process, 0)[1] == 0


# --- how it is kept --------------------------------------------------------------------------------------------------


def _key(words: list[str], name: str = NAME) -> str:
    return f"{name}-{'-'.join(sorted({word.lstrip('-') for word in words}))}"


def _seal(place: git.Place, words: list[str], seal: bytes, head: str, text: str) -> None:
    """Keeps what there is to say while git's index is the same file, so that nobody has to look into it."""
    if seal and git.checksum(place) == seal:
        store.save(place.common, _key(words, SEAL), (seal, head, text))


def _load(place: git.Place, words: list[str]) -> Verdict | None:
    written = store.load(place.common, _key(words))
    if not isinstance(written, tuple) or len(written) != len(Verdict.__slots__):
        return None
    return Verdict(*written)


def _save(place: git.Place, words: list[str], verdict: Verdict) -> None:
    store.save(
        place.common,
        _key(words),
        (
            verdict.text,
            verdict.head,
            verdict.files,
            verdict.matters,
            verdict.glanced,
            verdict.literals,
            verdict.folders,
            verdict.by_head,
        ),
    )
