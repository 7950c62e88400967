"""Models → the tables of their collections."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from datamodel_check.extract.schema.mongoose.columns import Placed, all_placed, columns, merged
from datamodel_check.extract.schema.mongoose.indexes import indexes
from datamodel_check.extract.schema.mongoose.known import mongoose_path
from datamodel_check.extract.schema.mongoose.pluralize import collection_name
from datamodel_check.extract.schema.mongoose.references import model_name, referred
from datamodel_check.extract.schema.mongoose.runtime import Model, Runtime
from datamodel_check.extract.symbols import argument, entry, string, truthy
from datamodel_check.model.schema import Column, ForeignKey, Relation, Table
from datamodel_check.model.values import Constant


class Naming:
    """The collections of models (mongoose/lib/mongoose.js, `_model`)."""

    def __init__(self, runtime: Runtime) -> None:
        self.runtime = runtime
        calls = [call for call in runtime.everywhere if (mongoose_path(call.callee) or ("",))[-1] == "pluralize"]
        self._function = next((argument(call.arguments, 0) for call in reversed(calls) if call.arguments), None)
        """What `mongoose.pluralize` was given."""

    def collection(self, model: Model) -> str:
        option = model.schema.options.get("collection")
        if model.collection:
            return model.collection
        if string(option):
            return string(option) or ""
        if option is not None and not isinstance(option, Constant):
            self.runtime.reader.unresolved(f"the collection of the model {model.name}", option, model.location)
        plural = model.schema.options.get("pluralization")
        if isinstance(plural, Constant) and plural.value is False:
            return model.name
        return self.of_name(model.name, model)

    def of_name(self, name: str, model: Model | None = None) -> str:
        """The collection that a model's name stands for; `model` is the one that has it."""
        function = self._function
        if function is None:
            return collection_name(name, major=self.runtime.reader.major(model.file) if model is not None else None)
        if isinstance(function, Constant):
            return name
        made = string(self.runtime.program.call(function, (Constant(name),)))
        if made is None and model is not None:
            what = f"the collection of the model {name}"
            self.runtime.reader.unresolved(what, function, model.location, "It is named by mongoose.pluralize().")
        return made or name


class Collections:
    """The collections of all models, and which model is which."""

    def __init__(self, runtime: Runtime, models: Iterable[Model]) -> None:
        self.runtime = runtime
        self.reader = runtime.reader
        self.naming = Naming(runtime)
        self.names: Mapping[str, str] = {model.name: self.naming.collection(model) for model in reversed(list(models))}

    def tables(self, models: Sequence[Model]) -> tuple[Table, ...]:
        """The tables of models, sorted; several models of one collection are one table."""
        found: dict[str, Table] = {}
        for model in models:
            table = self._table(model)
            known = found.get(table.name)
            found[table.name] = table if known is None else _joined(known, table)
        return tuple(found[name] for name in sorted(found))

    def collection(self, name: str) -> str:
        """The collection of the model with this name; of one that nobody has seen the name it would have."""
        return self.names.get(name) or self.naming.of_name(name)

    def _table(self, model: Model) -> Table:
        _add_version(model)
        schema = model.schema
        paths = all_placed(self.reader, schema)
        found = columns(self.reader, paths)
        return Table(
            schema=None,
            name=self.naming.collection(model),
            code_name=model.name,
            location=model.location,
            columns=found,
            primary_key=("_id",) if any(column.name == "_id" for column in found) else (),
            indexes=indexes(self.reader, schema),
            foreign_keys=tuple(self._foreign_keys(paths)),
            virtuals=tuple(sorted(schema.virtuals)),
        )

    # --- references --------------------------------------------------------------------------------------------------

    def _foreign_keys(self, paths: Iterable[Placed]) -> Iterator[ForeignKey]:
        seen: set[tuple[str, str]] = set()
        for each in paths:
            name = referred(self.reader, each.path)
            target = self.collection(name) if name is not None else ""
            if name is not None and (each.name, target) not in seen:
                seen.add((each.name, target))
                yield ForeignKey(None, (each.name,), target, ("_id",), enforced=False)

    # --- relations ---------------------------------------------------------------------------------------------------

    def relations(self, models: Iterable[Model]) -> tuple[Relation, ...]:
        """Virtuals that are populated: `schema.virtual("posts", { ref, localField, foreignField })`."""
        found = {(one.table, one.name): one for model in models for one in self._relations(model)}
        return tuple(found[key] for key in sorted(found))

    def _relations(self, model: Model) -> Iterator[Relation]:
        for virtual in model.schema.virtuals.values():
            ref = entry(virtual.options, "ref")
            name = model_name(self.reader, ref) if ref is not None else None
            if name is None:
                continue
            local, foreign = (string(entry(virtual.options, one)) for one in ("localField", "foreignField"))
            yield Relation(
                table=self.naming.collection(model),
                name=virtual.name,
                kind="one" if truthy(entry(virtual.options, "justOne")) else "many",
                to=self.collection(name),
                location=virtual.location,
                columns=(local,) if local and foreign else (),
                ref_columns=(foreign,) if local and foreign else (),
            )


def _add_version(model: Model) -> None:
    """The version of a document, which every model's schema gets (mongoose/lib/model.js, `compile`)."""
    key = model.schema.options.get("versionKey")
    if isinstance(key, Constant) and key.value is False:
        return
    name = string(key) or "__v"
    if name not in model.schema.paths:
        model.schema.define(name, Constant("number"), model.location)


def _joined(one: Table, other: Table) -> Table:
    """Two models of one collection: its documents are of either kind."""
    columns = {column.name: column for column in one.columns}
    for column in other.columns:
        known = columns.get(column.name)
        columns[column.name] = _optional(column) if known is None else merged(known, column)
    names = {column.name for column in other.columns}
    kept = tuple(column if column.name in names else _optional(column) for column in columns.values())
    return one._replace(
        columns=kept,
        indexes=tuple(dict.fromkeys((*one.indexes, *other.indexes))),
        foreign_keys=tuple(dict.fromkeys((*one.foreign_keys, *other.foreign_keys))),
        virtuals=tuple(sorted({*one.virtuals, *other.virtuals})),
    )


def _optional(column: Column) -> Column:
    return column._replace(nullable=True)
