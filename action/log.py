"""The log of a step, in which lines can be commands: https://docs.github.com/actions/reference/workflow-commands.

A line that begins with `::` is one, and the older `##[…]` is one wherever it stands in a line.
"""

import secrets

from datamodel_check.markdown.escaping import visible


def annotate(level: str, message: str, path: str | None = None, line: int | None = None) -> None:
    """An annotation of a line, or of the run as a whole."""
    place = f"file={_property(visible(path))},line={line}," if path else ""
    data = "\n".join(visible(part) for part in message.splitlines())
    print(f"::{level} {place}title=datamodel-check::{_data(data)}", flush=True)


def commands(text: str) -> None:
    """What the tool prints in the format `github`."""
    print(text, end="", flush=True)


def tell(text: str) -> None:
    """Text that holds no commands, whatever is in it: nobody can guess the word that ends it."""
    if text:
        word = secrets.token_hex(16)
        print(f"::stop-commands::{word}\n{text.rstrip()}\n::{word}::", flush=True)


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
