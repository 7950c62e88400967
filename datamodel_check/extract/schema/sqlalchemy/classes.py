"""What the classes of models say: their own attributes and those of mixins, `declared_attr` included.

https://github.com/sqlalchemy/sqlalchemy/blob/main/lib/sqlalchemy/orm/decl_base.py, `_scan_attributes`
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from datamodel_check.extract.schema.sqlalchemy.bases import Bases, Flavour
from datamodel_check.extract.schema.sqlalchemy.reader import Reader, class_name, place_of
from datamodel_check.extract.symbols import symbol
from datamodel_check.model.location import Location
from datamodel_check.model.module import Expression
from datamodel_check.model.program import Attribute, Scope
from datamodel_check.model.values import Application, ClassValue, Closure, External, Unresolved, Value

_DECLARED = frozenset({"cascading", "declared_attr", "directive", "hybrid_property_"})


class Member(NamedTuple):
    """What a class says of one of its attributes."""

    name: str
    value: Value | None
    annotation: Expression | None
    scope: Scope
    location: Location
    holder: ClassValue
    written: Value | None = None
    """What stands in the class; of a `declared_attr` the function, whose result is `value`."""


class Classes:
    """What classes say; each is asked once."""

    def __init__(self, reader: Reader, bases: Bases) -> None:
        self._reader = reader
        self.bases = bases
        self._members: dict[int, Sequence[Member]] = {}
        self._flavours: dict[int, Flavour | None] = {}
        self._kept: list[ClassValue] = []

    def flavour(self, value: Value) -> Flavour | None:
        """Whose model a class is; None of what is none."""
        if not isinstance(value, ClassValue):
            return None
        if id(value) not in self._flavours:
            self._kept.append(value)
            self._flavours[id(value)] = self.bases.flavour(value)
        return self._flavours[id(value)]

    def parent(self, value: ClassValue) -> ClassValue | None:
        """The nearest model that a model inherits from."""
        for one in self.bases.line(value)[1:]:
            if isinstance(one, ClassValue) and self.flavour(one) is not None:
                return one
        return None

    # --- attributes --------------------------------------------------------------------------------------------------

    def members(self, value: ClassValue) -> Sequence[Member]:
        """What a model itself, its abstract bases and its mixins say of each name, the nearest first."""
        if id(value) not in self._members:
            found: dict[str, Member] = {}
            for holder in self._contributing(value):
                for member in self._of(holder, value):
                    found.setdefault(member.name, member)
            self._members[id(value)] = tuple(found.values())
        return self._members[id(value)]

    def _contributing(self, value: ClassValue) -> Iterator[ClassValue]:
        """The classes whose columns become the model's own: not what a model above has already."""
        covered: set[int] = set()
        for one in self.bases.line(value):
            if not isinstance(one, ClassValue):
                self._doubt(one, value)
            elif one is not value and self.flavour(one) is not None:
                covered.update(map(id, self.bases.line(one)))
            elif id(one) not in covered:
                yield one

    def _of(self, holder: ClassValue, value: ClassValue) -> Iterator[Member]:
        for one in self._reader.program.attributes(holder):
            member = Member(one.name, one.value, one.annotation, one.scope, one.location, holder, one.value)
            yield self._called(member, value) if isinstance(one.value, Closure) else member

    def _called(self, member: Member, value: ClassValue) -> Member:
        """A `declared_attr` is what its function says of the class."""
        function = member.value
        if not isinstance(function, Closure) or not self.is_declared(function):
            return member
        said = self._reader.program.call(function, (value,))
        return member._replace(value=said, annotation=function.function.returns, location=_place(said, member))

    def is_declared(self, function: Closure) -> bool:
        """Whether a method is a `declared_attr`."""
        for decorator in function.function.decorators:
            found = self._reader.program.evaluate(decorator, function.scope)
            name = self._reader.name(found.callee if isinstance(found, Application) else found)
            if name in _DECLARED:
                return True
        return False

    def is_cascading(self, function: Closure) -> bool:
        return any(
            self._reader.name(self._reader.program.evaluate(one, function.scope)) == "cascading"
            for one in function.function.decorators
        )

    def setting(self, value: ClassValue, name: str) -> Value | None:
        """`__tablename__`, `__table_args__`: of the model, of mixins, or where a function says it of the class.

        What is plainly said of a model above is not for those that inherit from it.
        """
        for holder in self.bases.line(value):
            found = self._reader.own(holder, name)
            if found is None or found.value is None:
                continue
            is_mapped = holder is not value and self.flavour(holder) is not None
            if isinstance(found.value, Closure):
                return self._reader.program.call(found.value, (value,))
            if not is_mapped:
                return None if self._is_hidden(holder, value) else found.value
            return None
        return None

    def _is_hidden(self, holder: Value, value: ClassValue) -> bool:
        """Whether a class stands above a model that the model inherits from, and only there."""
        parent = self.parent(value)
        return parent is not None and any(one is holder for one in self.bases.line(parent))

    # --- what is not known -------------------------------------------------------------------------------------------

    def _doubt(self, base: Value, value: ClassValue) -> None:
        """Report a base class that may declare columns."""
        found = symbol(base)
        package = found.package if found is not None else None
        if isinstance(base, Unresolved) or (isinstance(base, External) and package not in _WITHOUT_COLUMNS):
            what = f"the base class {self._reader.program.describe(base)} of {class_name(value)}"
            hint = "Columns that it declares are missing from the facts."
            self._reader.unresolved(what, base, place_of(value), hint)

    def attribute(self, value: Value, name: str) -> Attribute | None:
        """What the nearest class says of a name."""
        for one in self.bases.line(value):
            found = self._reader.own(one, name)
            if found is not None:
                return found
        return None


def _place(said: Value, member: Member) -> Location:
    return said.location if isinstance(said, Application) else member.location


_WITHOUT_COLUMNS = frozenset(
    {
        *("abc", "builtins", "collections", "enum", "flask_login", "flask_sqlalchemy", "functools", "pydantic"),
        *("sqlalchemy", "sqlmodel", "typing", "typing_extensions", "sqlalchemy_utils", "flask_security", "dataclasses"),
    }
)
"""Packages whose classes give no columns."""
