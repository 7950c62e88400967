"""Who imports whom: cheap enough to ask of every file, because no file is parsed for it."""

from collections.abc import Iterable, Mapping

from datamodel_check.model.program import Program


class Importers:
    """Answers for the files given."""

    def __init__(self, program: Program, paths: Iterable[str]) -> None:
        self._program = program
        self._paths = tuple(paths)
        self._importers: Mapping[str, set[str]] | None = None

    def of(self, path: str) -> set[str]:
        """The files that import a module."""
        if self._importers is None:
            found: dict[str, set[str]] = {}
            for importer in self._paths:
                for specifier in self._program.specifiers(importer):
                    target = self._program.resolve(specifier, importer)
                    if target is not None:
                        found.setdefault(target, set()).add(importer)
            self._importers = found
        return self._importers.get(path, set())

    def through(self, path: str) -> set[str]:
        """The files that import a module, or one that hands on what it exports."""
        found: set[str] = set()
        pending = [path]
        while pending:
            following = self.of(target := pending.pop()) - found
            found |= following
            pending += sorted(one for one in following if self._hands_on(one, target))
        return found

    def _hands_on(self, path: str, target: str) -> bool:
        module = self._program.module(path)
        sources = {one.source for one in module.exports if one.source is not None} if module else set()
        return any(self._program.resolve(source, path) == target for source in sources)
