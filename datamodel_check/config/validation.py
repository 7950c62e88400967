"""A configuration's values → `Options`; the first one that is wrong is an error that says where and what instead."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from datamodel_check import __version__, rules
from datamodel_check.config.keys import KEYS, PROJECT_KEYS, SEVERITIES, Key, Kind
from datamodel_check.config.options import Options, Project
from datamodel_check.config.places import Keys
from datamodel_check.config.versions import is_condition, satisfies

Way: TypeAlias = tuple[str | int, ...]


class InvalidValueError(ValueError):
    """A value is wrong. `way` leads to it, `hint` says what to write."""

    def __init__(self, way: Keys, message: str, hint: str) -> None:
        super().__init__(message)
        self.way = way
        self.message = message
        self.hint = hint


def options(values: Any) -> Options:
    """The options that a configuration's values come to.

    Raises `InvalidValueError`.
    """
    read = _read(values, KEYS, ())
    read["projects"] = read.pop("project", ())
    read.pop("required-version", None)
    return Options(**{name.replace("-", "_"): value for name, value in read.items()})


def _read(values: Any, keys: Sequence[Key], way: Way) -> dict[str, Any]:
    known = {key.name: key for key in keys}
    if not isinstance(values, Mapping):
        raise InvalidValueError(way, f"expected a table, not {_kind_of(values)}", f"Its keys are {', '.join(known)}.")
    for name in values:
        if name not in known and not name.startswith("$"):
            raise InvalidValueError((*way, name), f"unknown key `{name}`", _instead(name, known))
    return {name: _READERS[key.kind](values[name], (*way, name), key) for name, key in known.items() if name in values}


# --- one reader for each kind of key ---------------------------------------------------------------------------------


def _version(value: Any, way: Way, _: Key) -> str:
    condition = _text(value, way, 'Write it as in ">=0.1,<1".')
    if not is_condition(condition):
        raise InvalidValueError(way, f"`{condition}` is no condition on a version", 'Write it as in ">=0.1,<1".')
    if not satisfies(__version__, condition):
        message = f"datamodel-check {condition} is required, and this is {__version__}"
        raise InvalidValueError(way, message, "Install a version that meets it, or change `required-version`.")
    return condition


def _folder(value: Any, way: Way, _: Key) -> str:
    return _path(value, way).removesuffix("/**")


def _globs(value: Any, way: Way, _: Key) -> tuple[str, ...]:
    """A folder's name stands for all that is in it."""
    paths = [_path(item, way) for item in _list(value, way, 'Write it as in ["docs/**"].')]
    return tuple(glob for path in paths for glob in ((path,) if path.endswith("**") else (path, f"{path}/**")))


def _rules(value: Any, way: Way, _: Key) -> tuple[str, ...]:
    words = _list(value, way, 'Write it as in ["DM101"].')
    return tuple(_rule(_text(word, way, 'Write it as in ["DM101"].'), way) for word in words)


def _rules_of_files(value: Any, way: Way, key: Key) -> tuple[tuple[str, tuple[str, ...]], ...]:
    if not isinstance(value, Mapping):
        hint = 'Write it as in { "docs/old/**" = ["DM202"] }.'
        raise InvalidValueError(way, f"expected a table, not {_kind_of(value)}", hint)
    return tuple(
        (glob, _rules(words, (*way, name), key))
        for name, words in value.items()
        for glob in _globs([name], (*way, name), key)
    )


def _severities(value: Any, way: Way, _: Key) -> tuple[tuple[str, Any], ...]:
    if not isinstance(value, Mapping):
        raise InvalidValueError(way, f"expected a table, not {_kind_of(value)}", 'Write it as in { DM901 = "note" }.')
    return tuple((_rule(word, (*way, word)), _one_of(level, (*way, word), SEVERITIES)) for word, level in value.items())


def _percentages(value: Any, way: Way, key: Key) -> tuple[tuple[str, int], ...]:
    hint = "Write it as in { table = 100, route = 80 }."
    if not isinstance(value, Mapping):
        raise InvalidValueError(way, f"expected a table, not {_kind_of(value)}", hint)
    for name, number in value.items():
        _one_of(name, (*way, name), key.choices)
        if not isinstance(number, int) or isinstance(number, bool) or not 0 <= number <= 100:
            raise InvalidValueError((*way, name), f"expected a number from 0 to 100, not {number!r}", hint)
    return tuple(value.items())


def _choice(value: Any, way: Way, key: Key) -> str:
    return _one_of(value, way, key.choices)


def _choices(value: Any, way: Way, key: Key) -> tuple[str, ...]:
    return tuple(_one_of(item, way, key.choices) for item in _list(value, way, f"Known are {', '.join(key.choices)}."))


def _projects(value: Any, way: Way, _: Key) -> tuple[Project, ...]:
    tables = _list(value, way, "Write each one as a table under [[project]].")
    return tuple(_project(table, (*way, position)) for position, table in enumerate(tables))


def _project(value: Any, way: Way) -> Project:
    read = _read(value, PROJECT_KEYS, way)
    if "root" not in read:
        raise InvalidValueError(way, "a project needs a `root`", 'Name its folder, as in root = "apps/shop".')
    return Project(**read)


_READERS: dict[Kind, Callable[[Any, Way, Key], Any]] = {
    "version": _version,
    "folder": _folder,
    "globs": _globs,
    "rules": _rules,
    "percentages": _percentages,
    "rules-of-files": _rules_of_files,
    "severities": _severities,
    "choice": _choice,
    "choices": _choices,
    "projects": _projects,
}


# --- parts -----------------------------------------------------------------------------------------------------------


def _path(value: Any, way: Way) -> str:
    path = _text(value, way, 'Write it as in "docs/**".').removeprefix("./").rstrip("/")
    if path.startswith("/") or ".." in path.split("/"):
        message = f"`{path}` leads out of the repository"
        raise InvalidValueError(way, message, "Write a path from the repository's root, without a slash before it.")
    return "" if path == "." else path


def _rule(word: str, way: Way) -> str:
    if not rules.matching(word):
        raise InvalidValueError(way, f"there is no rule `{word}`", rules.suggest(word))
    return word


def _one_of(value: Any, way: Way, known: Sequence[str]) -> str:
    word = _text(value, way, f"Known are {', '.join(known)}.")
    if word not in known:
        raise InvalidValueError(way, f"`{word}` is not known here", _instead(word, known))
    return word


def _text(value: Any, way: Way, hint: str) -> str:
    if not isinstance(value, str):
        raise InvalidValueError(way, f"expected text, not {_kind_of(value)}", hint)
    return value


def _list(value: Any, way: Way, hint: str) -> list[Any]:
    if not isinstance(value, list):
        raise InvalidValueError(way, f"expected a list, not {_kind_of(value)}", hint)
    return value


def _kind_of(value: Any) -> str:
    names = {bool: "true or false", str: "text", int: "a number", float: "a number", list: "a list", dict: "a table"}
    return names.get(type(value), "nothing" if value is None else f"a {type(value).__name__}")


def _instead(word: str, known: Sequence[str] | Mapping[str, Key]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, list(known), 1)
    return f"Did you mean `{close[0]}`?" if close else f"Known are {', '.join(known)}."
