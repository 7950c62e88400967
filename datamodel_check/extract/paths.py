"""Paths as configurations write them: literals, globs, `path.join(__dirname, …)`, `new URL(…, import.meta.url)`."""

import posixpath
import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence

from datamodel_check.extract.symbols import argument, callee, chain, string, symbol
from datamodel_check.model.globs import is_glob, select
from datamodel_check.model.values import Application, Constant, Unresolved, Value

SCRIPTS = (".ts", ".js", ".cjs", ".mjs", ".mts", ".cts", ".tsx", ".jsx")

_PATH_MODULES = {"path", "node:path", "path/posix", "node:path/posix", "pathe", "upath"}


def path_text(value: Value, config: str) -> str | None:
    """The path that an expression in the file `config` means; absolute ones begin with `/` for the repository's root.

    None where it cannot be told.
    """
    known = string(value)
    if known is not None:
        return known
    if (named := _global(value)) is not None:
        return _PLACES[named](config) if named in _PLACES else None
    root, steps = chain(value)
    if steps and all(step.name in {"replace", "replaceAll"} and _swaps_backslashes(step.arguments) for step in steps):
        return path_text(root, config)
    return _call(value, config) if isinstance(value, Application) else None


def _call(value: Application, config: str) -> str | None:
    function = callee(value)
    if function is None:
        return None
    name = function.path[-1] if function.path else ""
    if function.package in _PATH_MODULES:
        return _path_function(name, value, config)
    if (function.package, name) == ("", "URL"):
        relative = string(argument(value.arguments, 0))
        return None if relative is None else posixpath.join(_folder(config), relative)
    if name == "fileURLToPath" and value.arguments:
        return path_text(value.arguments[0], config)
    if (function.package, function.name) == ("", "process.cwd"):
        return ""
    return None


def _path_function(name: str, value: Application, config: str) -> str | None:
    parts = [path_text(part, config) for part in value.arguments]
    if None in parts or not parts:
        return None
    known = [part for part in parts if part is not None]
    if name in {"join", "resolve", "normalize"}:
        relative = (part.lstrip("/") for part in known[1:])
        return posixpath.join(known[0], *(known[1:] if name == "resolve" else relative))
    if name == "relative" and len(known) > 1 and known[1].startswith("/"):
        return known[1]  # seen from wherever, it is the same file
    return posixpath.dirname(known[0]) if name == "dirname" else None


def _folder(path: str) -> str:
    return posixpath.dirname(f"/{path}")


_PLACES: Mapping[str, Callable[[str], str]] = {
    "__dirname": _folder,
    "__filename": lambda path: f"/{path}",
    "import.meta.dirname": _folder,
    "import.meta.filename": lambda path: f"/{path}",
    "import.meta.url": lambda path: f"/{path}",
}
"""What node says of the file that is run."""


def _global(value: Value) -> str | None:
    found = symbol(value)
    return found.name.replace(" ", "") if found is not None and found.package == "" else None


def _swaps_backslashes(arguments: Sequence[Value]) -> bool:
    """`.replace(/\\\\/g, "/")`, which changes nothing here."""
    first = arguments[0] if arguments else None
    return isinstance(first, Unresolved) or (isinstance(first, Constant) and "\\" in str(first.value))


def locate(pattern: str, base: str) -> str:
    """The pattern from the repository's root: `./src/*.ts` written for the folder `base`."""
    joined = pattern.lstrip("/") if pattern.startswith("/") else posixpath.join(base, pattern)
    normal = posixpath.normpath(joined)
    return "" if normal == "." else normal


_BUILT = re.compile(r"^(?:\./)?(?:dist|build|out|lib)/(?:src/)?")


def before_build(pattern: str) -> tuple[str, ...]:
    """Where the sources of a path in a build folder are written: `dist/schema.js` is made of `src/schema.ts`."""
    if not _BUILT.match(pattern):
        return ()
    rest = _BUILT.sub("", pattern)
    rest = f"{rest.removesuffix('.js')}.ts" if rest.endswith(".js") else rest
    return f"src/{rest}", rest


def schema_files(pattern: str, paths: Sequence[str]) -> list[str]:
    """The files of a pattern from the root: files and, of folders, the files right in them.

    Source: drizzle-kit/src/serializer/index.ts, `prepareFilenames`.
    """
    near = _beginning(re.split(r"[*?\[{]", pattern, maxsplit=1)[0], paths)
    if is_glob(pattern):
        folders = set(select(pattern, sorted({posixpath.dirname(path) for path in near} - {""})))
        found = {path for path in near if posixpath.dirname(path) in folders} | set(select(pattern, near))
    else:
        found = {path for path in near if path == pattern or posixpath.dirname(path) == pattern}
    return sorted(path for path in found if path.endswith(SCRIPTS) and not path.endswith(".d.ts"))


def _beginning(start: str, paths: Sequence[str]) -> Sequence[str]:
    """Those of sorted paths that begin so: configurations name hundreds of files, and repositories have thousands."""
    first = bisect_left(paths, start)
    last = bisect_left(paths, f"{start}\U0010ffff", lo=first)
    return paths[first:last]


def folder_exists(folder: str, paths: Sequence[str]) -> bool:
    return any(path.startswith(f"{folder}/") for path in paths) if folder else bool(paths)
