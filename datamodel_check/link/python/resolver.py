"""Python's imports → files of the repository.

https://docs.python.org/3/reference/import.html
"""

from datamodel_check.link.files import Files
from datamodel_check.link.graph import MissingModule
from datamodel_check.link.paths import directory_of, inside
from datamodel_check.link.python.roots import Roots

NAMESPACE = "/"
"""What the path of a package without `__init__.py` ends with: it is a directory."""


class PythonResolver:
    """Resolves dotted names, those with leading dots from the package of the importer."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._roots = Roots(files)

    def resolve(self, specifier: str, importer: str) -> str | MissingModule | None:
        """The file, or directory, of a module; None where it is outside the repository."""
        names = specifier.lstrip(".")
        level = len(specifier) - len(names)
        if level:
            directory: str | None = directory_of(importer)
            for _ in range(level - 1):
                directory = directory_of(directory) if directory else None
            found = None if directory is None else self._module(directory, names)
            return found or MissingModule()
        return self._absolute(names, importer)

    def submodule(self, path: str, name: str) -> str | None:
        """The module `name` of a package, which `path` is the module of."""
        if path.endswith(NAMESPACE):
            return self._module(path[:-1], name)
        if path.endswith("/__init__.py") or path == "__init__.py":
            return self._module(directory_of(path), name)
        return None

    def _absolute(self, names: str, importer: str) -> str | MissingModule | None:
        first = names.partition(".")[0]
        regular = False
        for root in self._roots.of(first, importer):
            if importer == inside(root, f"{first}.py"):
                continue  # a module that imports its own name means the package that it is called after
            found = self._module(root, names)
            if found:
                return found
            start = self._module(root, first)
            regular = regular or (start is not None and not start.endswith(NAMESPACE))
        return MissingModule() if regular else None

    def _module(self, directory: str, names: str) -> str | None:
        """`a.b` seen from a directory: the package, the module, or a directory of modules."""
        path = inside(directory, names.replace(".", "/")) if names else directory
        for candidate in (inside(path, "__init__.py"), f"{path}.py"):
            if candidate in self._files and (names or candidate.endswith("__init__.py")):
                return candidate
        return f"{path}{NAMESPACE}" if self._roots.is_namespace(path) else None
