"""Mongoose: models, queries and documents; `populate`, aggregations, statics and methods of schemas.

A model is known by the call that makes it, by the name that it is registered or injected under, or by its class.
Sources: mongoose/lib/model.js, query.js, document.js.
"""

from collections.abc import Iterator, Sequence

from datamodel_check.extract.layers.access.protocol import Run, Site, Touch
from datamodel_check.extract.layers.access.schema_functions import SchemaFunctions
from datamodel_check.extract.layers.access.tables import Declared, Tables
from datamodel_check.extract.schema.mongoose.known import mongoose_path
from datamodel_check.extract.symbols import argument, chain, entry, string, symbol
from datamodel_check.model.location import Location
from datamodel_check.model.program import Program
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    ListValue,
    ObjectValue,
    Unresolved,
    Value,
)

_READS = frozenset(
    {"aggregate", "count", "countDocuments", "distinct", "estimatedDocumentCount", "exists", "find", "findById"}
    | {"findOne", "watch"}
)
_FOUND_AND_CHANGED = frozenset(
    {"findByIdAndDelete", "findByIdAndRemove", "findByIdAndUpdate", "findOneAndDelete", "findOneAndRemove"}
    | {"findOneAndReplace", "findOneAndUpdate"}
)
_WRITES = _FOUND_AND_CHANGED | frozenset(
    {"bulkSave", "bulkWrite", "create", "deleteMany", "deleteOne", "insertMany", "insertOne", "remove", "replaceOne"}
    | {"update", "updateMany", "updateOne"}
)
_OF_DOCUMENTS = frozenset({"deleteOne", "remove", "replaceOne", "save", "update", "updateOne"})
_GIVING = frozenset({"create", "exec", "find", "findById", "findOne", "insertMany"}) | _FOUND_AND_CHANGED
"""Methods of models that give documents."""

_INJECTED = ("@nestjs/mongoose", ("InjectModel",))


class MongooseAccess:
    """Implements `Access`."""

    def __init__(self, program: Program, tables: Tables) -> None:
        self._tables = tables
        self._sources = list(tables.of("mongoose"))
        self._functions = SchemaFunctions(program)

    def touch(self, site: Site) -> Touch | None:
        if not self._sources:
            return None
        if site.name == "populate":
            return self._populated(site)
        if site.name in _READS or site.name in _WRITES:
            found = self._of_model(site)
            if found is not None:
                return found
        if site.name in _OF_DOCUMENTS:
            found = self._of_document(site)
            if found is not None:
                return found
        return self._declared(site)

    def text(self, tag: Value, parts: Sequence[str | Value]) -> Touch | None:  # noqa: ARG002
        return None

    def holds(self, value: Value) -> bool:
        return self._model(value) is not None or self._document(value) is not None

    # --- models and documents ----------------------------------------------------------------------------------------

    def _model(self, value: Value) -> Declared | None:
        """The collection of a model."""
        if isinstance(value, ClassValue):
            return self._tables.at("mongoose", Location(value.scope.path, value.declaration.span))
        if isinstance(value, Access):
            holder = mongoose_path(value.object)
            return self._named(value.name) if holder is not None and holder[-1:] == ("models",) else None
        if not isinstance(value, Application) or value.new:
            return None
        made = symbol(value.callee)
        if made is not None and (made.package, made.path) == _INJECTED:
            return self._named(string(argument(value.arguments, 0)))
        path = mongoose_path(value.callee)
        called = path[-1] if path else value.callee.name if isinstance(value.callee, Access) else ""
        if called not in {"model", "discriminator"} and (made is None or "typegoose" not in made.package):
            return None
        by_name = self._named(string(argument(value.arguments, 0))) if called == "model" else None
        return by_name or self._tables.at("mongoose", value.location)

    def _named(self, name: str | None) -> Declared | None:
        """The model that is registered under a name."""
        found = [
            Declared(source, table)
            for source in self._sources
            for table in source.tables
            if name is not None and table.code_name == name
        ]
        return found[0] if len(found) == 1 else None

    def _document(self, value: Value) -> tuple[Declared, Value] | None:
        """The collection of a document, and its model: `new User()`, `await User.findById(id)`."""
        if isinstance(value, Application) and value.new:
            found = self._model(value.callee)
            return None if found is None else (found, value.callee)
        if isinstance(value, Access) and value.name.isdigit():
            value = value.object  # one of those that were found
        root, steps = chain(value)
        for position, step in enumerate(steps):
            holder = step.call.callee.object if isinstance(step.call.callee, Access) else root
            found = self._model(holder)
            if found is not None:
                following = {one.name for one in steps[position:]}
                return (found, holder) if following & _GIVING else None
        return None

    # --- calls -------------------------------------------------------------------------------------------------------

    def _of_model(self, site: Site) -> Touch | None:
        models = {one.key: one for value in site.receivers if (one := self._queried(value)) is not None}
        if not models:
            return None
        related = set(self._looked_up(site)) if site.name == "aggregate" else set()
        keys = frozenset(models)
        return Touch(frozenset(related), keys) if site.name in _WRITES else Touch(keys | related)

    def _queried(self, value: Value) -> Declared | None:
        """The collection of a model, or of a query that begins with one: `User.where("age").gt(1).find()`."""
        found = self._model(value)
        if found is None and self._document(value) is None:
            found = self._model(chain(value)[0])
        return found

    def _of_document(self, site: Site) -> Touch | None:
        found = {one[0].key for value in site.receivers if (one := self._document(value)) is not None}
        return Touch(writes=frozenset(found)) if found else None

    def _looked_up(self, site: Site) -> Iterator[str]:
        """`$lookup`, `$graphLookup`, `$unionWith`, `$out` and `$merge` name collections."""
        for given in site.arguments[:1]:
            for pipeline in site.possible(given):
                for stage in pipeline.items if isinstance(pipeline, ListValue) else ():
                    for name, options in stage.entries.items() if isinstance(stage, ObjectValue) else ():
                        text = string(entry(options, "from")) or string(entry(options, "coll")) or string(options)
                        key = self._tables.named(None, text) if name in _STAGES and text else None
                        if key is not None:
                            yield key

    def _populated(self, site: Site) -> Touch | None:
        """`.populate("author")`, `.populate({ path: "author", populate: "books" })`."""
        reads: set[str] = set()
        for value in site.receivers:
            found = self._document(value)
            model = found[0] if found is not None else self._model(value)
            for given in site.arguments[:1] if model is not None else ():
                reads |= {key for one in site.possible(given) for key in self._along(model, one)}
        return Touch(frozenset(reads)) if reads else None

    def _along(self, table: Declared | None, paths: Value) -> Iterator[str]:
        if table is None:
            return
        if isinstance(paths, ListValue):
            for item in paths.items:
                yield from self._along(table, item)
        elif isinstance(paths, ObjectValue):
            for target in self._targets(table, string(entry(paths, "path")) or ""):
                yield target.key
                inner = entry(paths, "populate")
                yield from self._along(target, inner) if inner is not None else ()
        else:
            yield from (target.key for target in self._targets(table, string(paths) or ""))

    def _targets(self, table: Declared, paths: str) -> Iterator[Declared]:
        """The collections that paths, with spaces in between, refer to."""
        for path in paths.split():
            relation = self._tables.relation(table.source, table.key, path)
            keys = [key.table for key in table.table.foreign_keys if key.columns[0].replace(".$", "") == path]
            target = table.source.table(relation.to if relation is not None else keys[0] if keys else "")
            if target is not None:
                yield Declared(table.source, target)

    # --- functions of schemas ----------------------------------------------------------------------------------------

    def _declared(self, site: Site) -> Touch | None:
        """`User.byEmail(email)` of `schema.statics`, `user.matches(password)` of `schema.methods`."""
        if not isinstance(site.receiver, Access | Application | Unresolved):
            return None
        for value in site.receivers:
            document = self._document(value)
            model = document[1] if document is not None else value if self._model(value) is not None else None
            if not isinstance(model, Application):
                continue
            schema = argument(model.arguments, 1)
            kind = "statics" if document is None else "methods"
            function = self._functions.find(schema, kind, site.name) if isinstance(schema, Application) else None
            if function is not None:
                return Touch(runs=(Run(function, site.arguments, value),))
        return None


_STAGES = frozenset({"$graphLookup", "$lookup", "$merge", "$out", "$unionWith"})
