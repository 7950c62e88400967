"""What the classes of models say: their fields and `Meta`, inherited ones included.

https://github.com/django/django/blob/stable/5.2.x/django/db/models/base.py
"""

from collections.abc import Iterator, Mapping, Sequence

from datamodel_check.extract.schema.django import known
from datamodel_check.extract.schema.django.contrib import ABSTRACT, CLASSES, added_index
from datamodel_check.extract.schema.django.fields import Fields
from datamodel_check.extract.schema.django.metadata import Field
from datamodel_check.extract.schema.django.reader import Reader, class_name, place_of
from datamodel_check.model.program import Attribute
from datamodel_check.model.values import ClassValue, External, ListValue, Unresolved, Value

_MODEL = frozenset({"django.db.models.Model", "django.db.models.base.Model", "django.contrib.gis.db.models.Model"})


class Classes:
    """What classes say of models; each is asked once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._fields = Fields(reader)
        self._own: dict[int, Sequence[Field]] = {}
        self._metas: dict[int, Mapping[str, Value]] = {}
        self.order: Mapping[str, int] = {}
        """The places of modules among those that are imported."""
        self._open: set[int] = set()

    def is_model(self, value: Value) -> bool:
        """Whether a class is a model, abstract or not."""
        if not isinstance(value, ClassValue):
            return known.dotted(value) in _MODEL | ABSTRACT.keys() | CLASSES.keys()
        above = [base for base in self._reader.program.mro(value)[1:] if not isinstance(base, ClassValue)]
        return any(map(self.is_model, above)) or (any(map(_may_be_model, above)) and bool(self.own_fields(value)))

    def is_abstract(self, value: Value) -> bool:
        if not isinstance(value, ClassValue):
            return known.dotted(value) not in CLASSES
        own = self._meta_class(value)
        return own is not None and known.is_true(self.meta(value).get("abstract"))

    # --- fields ------------------------------------------------------------------------------------------------------

    def own_fields(self, value: ClassValue) -> Sequence[Field]:
        """The fields that the body of a class declares."""
        if id(value) not in self._own:
            self._own[id(value)] = tuple(self._declared(value))
        return self._own[id(value)]

    def _declared(self, value: ClassValue) -> Iterator[Field]:
        for attribute in self._reader.program.attributes(value):
            field = self._fields.read(attribute.name, attribute.value, attribute.location)
            if field is not None:
                yield field

    def fields(self, value: ClassValue) -> list[Field]:
        """A model's own fields and those of its abstract bases, in the order in which they are declared."""
        names: set[str] = set()
        found: dict[int, Sequence[Field]] = {}
        givers = {id(one) for one in self._givers(value)}
        for holder in self._reader.program.mro(value):
            given, others = self._given(holder, value, gives=id(holder) in givers)
            found[id(holder)] = [field for field in given if field.name not in names]
            names.update(field.name for field in given)
            names.update(others)
        holders = sorted(self._reader.program.mro(value), key=self._place)
        return [field for holder in holders for field in found.get(id(holder), ())]

    def _place(self, holder: Value) -> tuple[int, int]:
        """When a class is declared; those of packages are there before all others, but for fields that are added."""
        if isinstance(holder, ClassValue):
            return self.order.get(holder.scope.path, len(self.order)), holder.declaration.span.start
        base = ABSTRACT.get(known.dotted(holder) or "")
        return (len(self.order) + 1 if base is not None and base.added else -1), 0

    def _givers(self, value: ClassValue) -> Iterator[Value]:
        """The class, and the abstract models above it that no concrete one stands between."""
        yield value
        for base in self._reader.program.bases(value):
            if isinstance(base, ClassValue) and self.is_abstract(base):
                yield from self._givers(base)
            elif not isinstance(base, ClassValue):
                yield base

    def _given(self, holder: Value, value: ClassValue, *, gives: bool) -> tuple[Sequence[Field], set[str]]:
        """The fields that a class gives to one that inherits from it, and the names that it takes from others."""
        if not isinstance(holder, ClassValue):
            found = ABSTRACT.get(known.dotted(holder) or "")
            if found is None and gives:
                self._doubt(holder, value)
            return (found.fields if found and gives else ()), set()
        names = {attribute.name for attribute in self._reader.program.attributes(holder) if attribute.value is not None}
        fields = self.own_fields(holder)
        if gives:
            self._doubt_fields(holder, {field.name for field in fields})
        return (fields if gives else ()), names

    def _doubt_fields(self, holder: ClassValue, names: set[str]) -> None:
        """Report what may be a field of a class that gives its fields to a model."""
        for attribute in self._reader.program.attributes(holder):
            if attribute.name not in names:
                self._fields.doubt(attribute.name, attribute.value, attribute.location)

    def _doubt(self, base: Value, value: ClassValue) -> None:
        """Report a base class that may declare fields."""
        dotted = known.dotted(base)
        package = dotted.partition(".")[0] if dotted else ""
        if package in _WITHOUT_FIELDS or dotted in CLASSES:
            return
        if isinstance(base, Unresolved | External):
            self._open.add(id(value))
            what = f"the base class {self._reader.program.describe(base)} of {class_name(value)}"
            hint = "Columns that it declares are missing from the facts."
            self._reader.unresolved(what, base, place_of(value), hint)

    def is_open(self, value: ClassValue) -> bool:
        """Whether a base class, asked for fields, is not known."""
        return id(value) in self._open

    def models_above(self, value: Value) -> Sequence[Value]:
        """The models that a class inherits from, the nearest first."""
        order = self._reader.program.mro(value)[1:] if isinstance(value, ClassValue) else ()
        return [one for one in order if self.is_model(one)]

    # --- Meta --------------------------------------------------------------------------------------------------------

    def meta(self, value: ClassValue) -> Mapping[str, Value]:
        """What the class `Meta` says that counts for a model: its own, else that of an abstract base."""
        if id(value) not in self._metas:
            self._metas[id(value)] = self._meta(value)
        return self._metas[id(value)]

    def options(self, value: ClassValue) -> Mapping[str, Value]:
        """What `Meta` says, with the indexes that abstract models of packages add."""
        options = self.meta(value)
        bases = [ABSTRACT.get(known.dotted(base) or "") for base in self._givers(value)]
        added = [added_index(names) for base in bases if base for names in base.indexes]
        if not added:
            return options
        given = options.get("indexes")
        items = given.items if isinstance(given, ListValue) else ()
        return {**options, "indexes": ListValue((*items, *added), given.open if isinstance(given, ListValue) else ())}

    def _meta(self, value: ClassValue) -> Mapping[str, Value]:
        for holder in self._reader.program.mro(value):
            if not isinstance(holder, ClassValue):
                continue
            written = self._meta_class(holder)
            if written is not None and (holder is value or self.is_abstract(holder)):
                options = self._options(written)
                return options if holder is value else {k: v for k, v in options.items() if k != "abstract"}
        return {}

    def _options(self, written: ClassValue) -> Mapping[str, Value]:
        """The attributes of a class `Meta`; of what it inherits all but `abstract`, which Django takes away."""
        found: dict[str, Value] = {}
        for holder in reversed(self._reader.program.mro(written)):
            if isinstance(holder, ClassValue):
                found.update(_said(self._reader.program.attributes(holder), own=holder is written))
        return found

    def _meta_class(self, value: ClassValue) -> ClassValue | None:
        for attribute in self._reader.program.attributes(value):
            if attribute.name == "Meta" and isinstance(attribute.value, ClassValue):
                return attribute.value
        return None


def _said(attributes: Sequence[Attribute], *, own: bool) -> Mapping[str, Value]:
    return {one.name: one.value for one in attributes if one.value is not None and (own or one.name != "abstract")}


def _may_be_model(base: Value) -> bool:
    """Whether a base is a class of a package that nobody here knows: with fields in its body, a class is a model."""
    dotted = known.dotted(base)
    return dotted is not None and dotted.partition(".")[0] not in _WITHOUT_FIELDS


_WITHOUT_FIELDS = frozenset(
    {"abc", "builtins", "collections", "django", "enum", "functools", "modelsearch", "typing", "typing_extensions"}
)
"""Packages whose classes give no fields but those that are known."""
