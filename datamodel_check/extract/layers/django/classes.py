"""Classes of views: what they and their bases declare."""

from collections.abc import Iterator

from datamodel_check.extract.layers.django.known import ACTIONS, ANSWERED, API_VIEWS, VIEWS, name_of, package_of
from datamodel_check.extract.symbols import string
from datamodel_check.model.program import Attribute, Program
from datamodel_check.model.values import ClassValue, Closure, External, ListValue, Value


class Classes:
    """Answers for one program."""

    def __init__(self, program: Program) -> None:
        self._program = program

    def lineage(self, value: Value) -> Iterator[Value]:
        """A class and what it inherits from, in the order in which attributes are looked up."""
        if isinstance(value, ClassValue):
            yield from self._program.mro(value)
        else:
            yield value

    def attributes(self, value: Value) -> Iterator[Attribute]:
        """The attributes of a class, inherited ones too; of one name the first is what counts."""
        for one in self.lineage(value):
            yield from self._program.attributes(one) if isinstance(one, ClassValue) else ()

    def attribute(self, value: Value, name: str) -> Value | None:
        return next((one.value for one in self.attributes(value) if one.name == name and one.value is not None), None)

    def method(self, value: Value, name: str) -> Closure | None:
        found = self.attribute(value, name)
        return found if isinstance(found, Closure) else None

    def verbs(self, value: Value) -> list[str]:
        """The methods of HTTP that a class of views answers."""
        allowed = self.attribute(value, "http_method_names")
        listed = allowed.items if isinstance(allowed, ListValue) else ()
        names = [text.lower() for one in listed if (text := string(one)) is not None]
        found = set(self._declared(value, ANSWERED))
        return [verb for verb in ANSWERED if verb in found and (not listed or verb in names)]

    def actions(self, value: Value) -> set[str]:
        """The standard actions of a view set."""
        standard = ACTIONS["ModelViewSet"]
        return set(self._declared(value, standard))

    def _declared(self, value: Value, wanted: tuple[str, ...]) -> Iterator[str]:
        for one in self.lineage(value):
            if isinstance(one, ClassValue):
                for attribute in self._program.attributes(one):
                    if attribute.name in wanted and attribute.value is not None:
                        yield attribute.name
            elif isinstance(one, External):
                name = name_of(one)
                known = (*VIEWS.get(name, ()), *API_VIEWS.get(name, ()), *ACTIONS.get(name, ()))
                yield from (verb for verb in known if verb in wanted)

    def is_view(self, value: Value) -> bool:
        """Whether a class, or one that it extends, comes from Django or from Django REST framework."""
        packages = {package_of(one) for one in self.lineage(value) if isinstance(one, External)}
        return bool(packages - {"builtins", "typing", "abc"})
