"""What names stand for as the code writes it: `withAuth(async (request) => …)` keeps its shape, wrapper and all."""

from datamodel_check.model.module import Binding, Module, Name
from datamodel_check.model.program import Program
from datamodel_check.model.values import Value

_DEEPEST = 20


def exported(program: Program, path: str, name: str) -> Value | None:
    """A sketch of what a module exports under a name; None where it exports no such thing."""
    return _exported(program, path, name, 0)


def _exported(program: Program, path: str, name: str, depth: int) -> Value | None:
    module = program.module(path)
    if module is None or depth > _DEEPEST:
        return None
    for export in module.exports:
        if export.name == name and not export.typing:
            if export.source is None:
                return _declared(program, module, export.original, depth + 1)
            return _of_module(program, path, export.source, export.original, depth + 1)
    for export in module.exports:
        if export.name == "*" and export.source is not None and not export.typing and name != "default":
            found = _of_module(program, path, export.source, name, depth + 1)
            if found is not None:
                return found
    return None


def _of_module(program: Program, importer: str, source: str, name: str, depth: int) -> Value | None:
    target = program.resolve(source, importer)
    return None if target is None or name == "*" else _exported(program, target, name, depth)


def _declared(program: Program, module: Module, name: str, depth: int) -> Value | None:
    """What a name of a module stands for, other names followed."""
    if depth > _DEEPEST:
        return None
    for statement in module.statements:
        if isinstance(statement, Binding) and statement.name == name and statement.value is not None:
            value = statement.value
            known = _declared(program, module, value.id, depth + 1) if isinstance(value, Name) else None
            return known or program.sketch(value, program.scope(module.path))
    for one in module.imports:
        if one.local == name and not one.typing:
            return _of_module(program, module.path, one.source, one.original, depth + 1)
    return None
