"""A section's entry in the manifest, as its closing line writes it.

    <!-- datamodel:end v1 facts=9f2c1ab03d5e77aa text=03d5e77aa9f2c1ab -->
    <!-- datamodel:end v1 facts=77aa9f2c1ab03d5e items=referral:1ab0,user.email:9f2c -->

What is unknown but well formed is passed over, so that a later release may add to it within the same scheme.
"""

import re

from datamodel_check.manifest.syntax import comment
from datamodel_check.model.document import Argument, Entry, Item

SCHEME = 1
DIGEST = re.compile(r"[0-9a-f]{4,64}")
UNSAFE = re.compile(r"[^\w./*]|\*(?=/)")
ESCAPED = re.compile(r"%([0-9a-f]+);")


class EntryError(ValueError):
    """A closing line's entry cannot be read; the message says why, `hint` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


class NewerEntryError(EntryError):
    """A closing line was written by a release that knows a later scheme: it must not be overwritten."""


def write(entry: Entry, *, mdx: bool = False) -> str:
    """The closing line of a section."""
    words = [f"end v{entry.scheme}", f"facts={entry.facts}"]
    if entry.text is not None:
        words.append(f"text={entry.text}")
    if entry.items:
        words.append("items=" + ",".join(f"{_escape(item.name)}:{item.digest}" for item in entry.items))
    return comment(" ".join(words), mdx=mdx)


def read(arguments: tuple[Argument, ...]) -> Entry | None:
    """The entry that a closing line's arguments make; None where it has none yet.

    Raises `EntryError` for what cannot be read.
    """
    if not arguments:
        return None
    version, *rest = arguments
    if version.name or not re.fullmatch(r"v[1-9]\d{0,8}", version.value):
        raise EntryError(f"the closing line does not begin with `v{SCHEME}`", REWRITE)
    if int(version.value[1:]) != SCHEME:
        raise NewerEntryError(
            f"the closing line was written by a newer version of datamodel-check (format {version.value})",
            "Upgrade datamodel-check to the version that wrote it.",
        )
    values = {argument.name: argument.value for argument in rest}
    if "facts" not in values:
        raise EntryError("the closing line has no `facts=`", REWRITE)
    text = values.get("text")
    return Entry(SCHEME, _digest(values["facts"]), text and _digest(text), _items(values.get("items", "")))


REWRITE = "Run `datamodel-check --fix` to write the closing line anew."


def _items(written: str) -> tuple[Item, ...]:
    pairs = (item.rpartition(":") for item in written.split(",") if item)
    return tuple(Item(_unescape(name), _digest(digest)) for name, _, digest in pairs)


def _digest(written: str) -> str:
    if not DIGEST.fullmatch(written):
        raise EntryError(f"`{written}` in the closing line is no digest", REWRITE)
    return written


def _escape(name: str) -> str:
    """Whatever could end a word, an item or a comment as `%` and its code point in hexadecimal and `;`."""
    return UNSAFE.sub(lambda found: f"%{ord(found[0]):x};", name)


def _unescape(written: str) -> str:
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), written)
