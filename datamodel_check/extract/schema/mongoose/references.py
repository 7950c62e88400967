"""What a `ref` means."""

from datamodel_check.extract.schema.mongoose.reader import Reader
from datamodel_check.extract.schema.mongoose.schemas import Path
from datamodel_check.extract.symbols import entry, string
from datamodel_check.model.values import Access, Application, ClassValue, Closure, Unresolved, Value


def model_name(reader: Reader, value: Value) -> str | None:
    """The model that `ref: "User"`, `ref: User`, `ref: () => User` and `ref: User.modelName` mean."""
    if isinstance(value, Closure) and not value.function.parameters:
        value = reader.program.call(value, ())
    if isinstance(value, Access) and value.name == "modelName":
        value = value.object
    if isinstance(value, Application | Unresolved):
        return reader.schemas.model_name(value)
    if isinstance(value, ClassValue):
        return value.declaration.name
    return string(value)


def referred(reader: Reader, path: Path) -> str | None:
    """The model that a path, or an array's items, refer to. The values of a map have a path of their own."""
    for one in _parts(path):
        ref = entry(one.options, "ref")
        name = model_name(reader, ref) if ref is not None else None
        if name is not None:
            return name
    return None


def decided_by(reader: Reader, path: Path) -> str | None:
    """What decides, document by document, to which model a path refers: `refPath`, or a function."""
    for one in _parts(path):
        by = entry(one.options, "refPath")
        if by is not None:
            return string(by) or "a function"
        ref = entry(one.options, "ref")
        if isinstance(ref, Closure) and model_name(reader, ref) is None:
            return "a function"
    return None


def _parts(path: Path) -> tuple[Path, ...]:
    return (path, path.items) if path.type == "array" and path.items is not None else (path,)
