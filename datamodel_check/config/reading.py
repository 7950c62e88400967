"""Which file holds the configuration, and what it says."""

import os
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from datamodel_check.config.options import Options
from datamodel_check.config.places import Keys, line_in_json, line_in_toml
from datamodel_check.config.validation import InvalidValueError, options
from datamodel_check.errors import ConfigurationError
from datamodel_check.model.tree import Tree

FILES: dict[str, tuple[str, ...]] = {
    "datamodel-check.toml": (),
    ".datamodel-check.toml": (),
    ".config/datamodel-check.toml": (),
    "pyproject.toml": ("tool", "datamodel-check"),
    "package.json": ("datamodel-check",),
}
"""Where a configuration may stand, and in which table of the file. The first hit wins; nothing is merged."""


class Loaded(NamedTuple):
    """The options, and what a reader should know about where they come from."""

    options: Options
    notice: str | None = None


def load(tree: Tree) -> Loaded:
    """The configuration of a repository: the defaults where it has none.

    Raises `ConfigurationError` for what cannot be read or means nothing.
    """
    found = list(_found(tree))
    if not found:
        return Loaded(Options())
    (path, text, values), *others = found
    notice = None
    if others:
        names = " and ".join(path for path, _, _ in others)
        notice = f"the configuration in {path} counts, the one in {names} does not"
    return Loaded(_options(path, text, values), notice)


def load_file(path: str) -> Loaded:
    """The configuration in a file that was named. Raises `ConfigurationError` as `load` does."""
    try:
        with open(path, "rb") as file:
            content = file.read()
    except OSError as error:
        message = f"the configuration {path} cannot be read: {error.strerror}"
        raise ConfigurationError(message, hint="Name an existing file after --config.") from error
    return Loaded(read(path, content))


def read(path: str, content: bytes) -> Options:
    """The options that a configuration file holds. Raises `ConfigurationError` as `load` does."""
    text = _decode(path, content)
    table = FILES.get(os.path.basename(path), ())
    values = _table(path, text, table)
    if values is None:
        message = f"{path} holds no configuration of datamodel-check"
        raise ConfigurationError(message, hint=f"Add the table `{'.'.join(table)}` to it.")
    return _options(path, text, values)


def _found(tree: Tree) -> Iterator[tuple[str, str, Any]]:
    for path, table in FILES.items():
        if path in tree:
            content = tree.read(path)
            if table and b"datamodel-check" not in content:
                continue  # somebody else's file; whether it is well formed is none of our business
            text = _decode(path, content)
            values = _table(path, text, table)
            if values is not None:
                yield path, text, values


def _decode(path: str, content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ConfigurationError(f"{path}:{line}: this is not UTF-8", hint="Save the file as UTF-8.") from error


def _table(path: str, text: str, keys: tuple[str, ...]) -> Any:
    """The table under `keys`, or None where there is none."""
    value: Any = _parse(path, text)
    for key in keys:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def _parse(path: str, text: str) -> Any:
    try:
        if path.endswith(".json"):
            import json

            return json.loads(text)
        import tomllib

        return tomllib.loads(text)
    except ValueError as error:
        raise ConfigurationError(f"{path}: {error}", hint="Mend the file's syntax.") from error


def _options(path: str, text: str, values: Any) -> Options:
    try:
        return options(values)._replace(file=path)
    except InvalidValueError as error:
        table = FILES.get(os.path.basename(path), ())
        line = _line(path, text, (*table, *error.way))
        raise ConfigurationError(f"{path}:{line}: {error.message}", hint=error.hint) from error


def _line(path: str, text: str, keys: Keys) -> int:
    return line_in_json(text, keys) if path.endswith(".json") else line_in_toml(text, keys)
