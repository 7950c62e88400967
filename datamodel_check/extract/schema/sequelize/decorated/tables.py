"""Which decorated classes are models, and what stands between them.

Source: sequelize-typescript/src/sequelize/sequelize/sequelize.ts, `addModels` and `associateModels`.
"""

from collections.abc import Iterable, Iterator, Sequence

from datamodel_check.extract.schema.sequelize import known
from datamodel_check.extract.schema.sequelize.decorated.classes import Classes
from datamodel_check.extract.schema.sequelize.decorated.metadata import Association, Metadata, with_entries
from datamodel_check.extract.schema.sequelize.reader import Reader
from datamodel_check.extract.symbols import entry, string
from datamodel_check.model.module import Binding, Class, Name
from datamodel_check.model.snapshot import PassedOver
from datamodel_check.model.values import (
    Access,
    Application,
    ClassValue,
    Closure,
    Constant,
    ListValue,
    ObjectValue,
    Value,
)


class Decorated:
    """The decorated classes of one database."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._classes = Classes(reader)

    def tables(self, files: Sequence[str], made: Iterable[Application]) -> list[Metadata]:
        """The classes that an instance of Sequelize is given, where all are known; else every one that is declared."""
        declared = [value for path in files for value in self._declared(path)]
        given = _given(made)
        if given is not None:
            self._pass_over(value for value in declared if value not in given)
        found = [self._classes.metadata(value) for value in dict.fromkeys(declared if given is None else given)]
        return [metadata for metadata in found if metadata.is_table]

    def _pass_over(self, classes: Iterable[ClassValue]) -> None:
        reason = "not among the models that Sequelize is given"
        for value in classes:
            if self._classes.metadata(value).is_table:
                self._reader.passed_over.add(PassedOver(value.scope.path, reason))

    def _declared(self, path: str) -> Iterator[ClassValue]:
        """The decorated classes of a module."""
        program = self._reader.program
        module = program.module(path)
        for statement in module.statements if module is not None else ():
            if isinstance(statement, Binding) and isinstance(statement.value, Class) and statement.value.decorators:
                value = program.evaluate(Name(statement.name, statement.span), program.scope(path))
                if isinstance(value, ClassValue):
                    yield value

    # --- associations ------------------------------------------------------------------------------------------------

    def target(self, given: Value) -> Value:
        """The class that `() => User` gives."""
        return self._reader.program.call(given, ()) if isinstance(given, Closure) else given

    def options(self, source: ClassValue, association: Association) -> ObjectValue | None:
        """The options that an association is made with; None, and a report, where no foreign key is to be found."""
        found = association.options
        target = self.target(association.target)
        if association.kind == "belongsToMany":
            return self._between(source, target, association)
        if not association.finds_key or not isinstance(target, ClassValue):
            return found
        owner, holder = (target, source) if association.kind == "belongsTo" else (source, target)
        return self._with_key(found, "foreignKey", owner, holder, association)

    def _between(self, source: ClassValue, target: Value, association: Association) -> ObjectValue | None:
        found: ObjectValue | None = association.options
        through = entry(found, "through")
        options = through if isinstance(through, ObjectValue) else None
        model = self.target(entry(options, "model") or through or Constant(None))
        if found is None or not isinstance(model, ClassValue):
            return found
        found = with_entries(found, through=with_entries(options or ObjectValue({}), model=model))
        if association.finds_key and isinstance(target, ClassValue):
            found = self._with_key(found, "foreignKey", source, model, association)
            found = found and self._with_key(found, "otherKey", target, model, association)
        return found

    def _with_key(
        self, options: ObjectValue, name: str, owner: ClassValue, holder: ClassValue, association: Association
    ) -> ObjectValue | None:
        """`getForeignKeyOptions`: the key that is named, else the property of `holder` that refers to `owner`."""
        given = entry(options, name)
        if string(given) is not None or (given is not None and string(entry(given, "name")) is not None):
            return options
        if given is not None and not isinstance(given, ObjectValue):
            return options
        for key in self._classes.metadata(holder).foreign_keys:
            related = self.target(key.target)
            if isinstance(related, ClassValue) and self._classes.extends(owner, related):
                attribute = Constant(key.attribute)
                return with_entries(options, **{name: with_entries(given or ObjectValue({}), name=attribute)})
        label = f"{holder.declaration.name} has no foreign key for {owner.declaration.name}"
        self._reader.remark(label, association.location, "Name it in the options, or add `@ForeignKey` to a property.")
        return None


def _given(made: Iterable[Application]) -> list[ClassValue] | None:
    """The models of `new Sequelize({ models })` and `addModels(models)`; None where some are not known."""
    found: list[ClassValue] = []
    lists = [value for call in made for value in _lists(call)]
    for value in lists:
        if not isinstance(value, ListValue) or value.open:
            return None
        classes = [item for item in value.items if isinstance(item, ClassValue)]
        if len(classes) < len(value.items):
            return None
        found += classes
    return found if lists else None


def _lists(call: Application) -> Iterator[Value]:
    if call.new and known.name(call.callee) == "Sequelize":
        for options in call.arguments:
            yield from (value for name in ("models", "modelPaths") if (value := entry(options, name)) is not None)
    elif isinstance(call.callee, Access) and call.callee.name == "addModels" and call.arguments:
        yield call.arguments[0]
