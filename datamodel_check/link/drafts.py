"""Changing arrays and objects in place, which only those may be that the answer in the making has made itself."""

from datamodel_check.link import javascript as js
from datamodel_check.link.elements import is_collection
from datamodel_check.model.location import Location
from datamodel_check.model.values import Application, ListValue, ObjectValue, Unresolved, Value


class UndecidedError(Exception):
    """What is being evaluated cannot be decided."""

    def __init__(self, reason: str, because: Unresolved | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.because = because


def is_mutable(value: Value) -> bool:
    """Whether a value can be changed in place, as far as that matters here: what is symbolic stays what it is."""
    return isinstance(value, ListValue | ObjectValue) or is_collection(value)


class Drafts:
    """The arrays and objects that were made in the course of evaluating one binding.

    What other bindings stand for is shared by all who refer to it: a function that changes it would have to be run at
    the right moment, which nobody knows.
    """

    __slots__ = ("_own",)

    def __init__(self) -> None:
        self._own: dict[int, Value] = {}

    def list(self, value: ListValue) -> ListValue:
        self._own[id(value)] = value
        return value

    def object(self, value: ObjectValue) -> ObjectValue:
        self._own[id(value)] = value
        return value

    def collection(self, value: Application) -> None:
        """A new set or map."""
        self._own[id(value)] = value

    def copy(self, value: Value) -> Value:
        """A draft that equals `value`, where that is an array or an object."""
        if isinstance(value, ListValue):
            return self.list(ListValue(value.items, value.open))
        if isinstance(value, ObjectValue):
            return self.object(ObjectValue(dict(value.entries), value.open, dict(value.places), value.uncertain))
        if isinstance(value, Application) and is_collection(value):
            value = Application(value.callee, value.arguments, value.location, open=value.open, new=True)
            self.collection(value)
        return value

    def owns(self, value: Value) -> bool:
        """Whether the value may be changed in place."""
        return id(value) in self._own

    def opened(self, value: Value, because: Unresolved) -> Value:
        """The value, of which nobody knows what it holds from here on."""
        if not is_mutable(value):
            return because
        changed = value if self.owns(value) else self.copy(value)
        assert isinstance(changed, ListValue | ObjectValue | Application)
        changed.open = (*changed.open, because)
        if isinstance(changed, ObjectValue):
            changed.uncertain |= changed.entries.keys()
        return changed

    def check(self, value: Value) -> None:
        """Raises `UndecidedError` where the value may not be changed in place."""
        if id(value) not in self._own:
            raise UndecidedError("it changes an object that is declared elsewhere")

    def store(self, holder: Value, key: str | None, value: Value, location: Location) -> None:
        """`holder[key] = value`. Raises `UndecidedError`."""
        if isinstance(holder, ObjectValue | ListValue):
            self.check(holder)
            unknown = Unresolved("what is stored under a computed key is not known", "", location)
            if isinstance(holder, ListValue):
                _store_item(holder, key, value, unknown)
            elif key is None:
                holder.open = (*holder.open, unknown)
                holder.uncertain |= holder.entries.keys()
            else:
                _store_entry(holder, key, value, location)

    def delete(self, holder: Value, key: str | None) -> None:
        """`delete holder[key]`. Raises `UndecidedError`."""
        if isinstance(holder, ObjectValue):
            self.check(holder)
            if key is None or holder.open:
                raise UndecidedError("it deletes a key that is not known")
            holder.entries = {name: entry for name, entry in holder.entries.items() if name != key}


def _store_item(holder: ListValue, key: str | None, value: Value, unknown: Unresolved) -> None:
    if key is None or not js.is_index(key) or holder.open or int(key) > len(holder.items):
        holder.open = (*holder.open, unknown)
        return
    position = int(key)
    holder.items = (*holder.items[:position], value, *holder.items[position + 1 :])


def _store_entry(holder: ObjectValue, key: str, value: Value, location: Location) -> None:
    holder.entries[key] = value
    holder.places[key] = location
    if js.is_index(key):
        holder.entries = js.ordered(holder.entries)
    holder.uncertain -= {key}
