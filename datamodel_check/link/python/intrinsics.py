"""The functions of Python that are computed: those whose result depends on nothing but their arguments."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias

from datamodel_check.link.describe import briefly, describe
from datamodel_check.link.drafts import UndecidedError
from datamodel_check.link.python import patterns, semantics, text
from datamodel_check.link.python.semantics import NONE
from datamodel_check.model.values import (
    Access,
    Application,
    Constant,
    External,
    ListValue,
    ObjectValue,
    Unresolved,
    Value,
)

if TYPE_CHECKING:
    from datamodel_check.link.evaluate import Evaluator

Intrinsic: TypeAlias = Callable[["Evaluator", Application], Value | None]
Method: TypeAlias = "Callable[[Evaluator, Value, Application], Value | None]"


def computed(evaluator: "Evaluator", call: Application) -> Value | None:
    """What a call of a known function comes to; None where the call stays symbolic.

    Raises `UndecidedError` where a value is changed in a way that cannot be followed.
    """
    callee = call.callee
    if isinstance(callee, External):
        function = FUNCTIONS.get(callee.dotted)
        return function(evaluator, call) if function and not call.open else None
    if not isinstance(callee, Access):
        return None
    holder = callee.object
    if isinstance(holder, Constant) and isinstance(holder.value, str):
        return _of_text(holder.value, callee.name, call)
    table = _METHODS.get(type(holder))
    if table is None:
        return None if call.open else patterns.method(evaluator, call)
    if callee.name not in table:
        raise UndecidedError(f".{callee.name}() is not evaluated")
    return table[callee.name](evaluator, holder, call)


def _known(evaluator: "Evaluator", value: Value) -> tuple[Value, ...]:
    found = evaluator.elements(value)
    if found is None:
        if isinstance(value, Unresolved):
            raise UndecidedError(value.reason, value)
        raise UndecidedError(f"it depends on {briefly(value)}")
    return found


# --- strings ---------------------------------------------------------------------------------------------------------


def _of_text(template: str, name: str, call: Application) -> Value | None:
    if call.open:
        return None
    if name == "format":
        found: Value | None = text.format_(template, call.arguments, call.keywords)
    elif name == "join" and len(call.arguments) == 1:
        items = semantics.elements(call.arguments[0])
        texts = [item.value for item in items or () if isinstance(item, Constant) and isinstance(item.value, str)]
        found = Constant(template.join(texts)) if items is not None and len(texts) == len(items) else None
    else:
        found = text.method(template, name, call.arguments) if name in text.METHODS else None
    if found is None:
        raise UndecidedError(f".{name}() is not evaluated")
    return found


# --- lists -----------------------------------------------------------------------------------------------------------


def _append(evaluator: "Evaluator", holder: Value, call: Application) -> Value:
    assert isinstance(holder, ListValue)
    evaluator.drafts.check(holder)
    evaluator.budget.make(len(holder.items))
    holder.items = (*holder.items, *call.arguments)
    return NONE


def _extend(evaluator: "Evaluator", holder: Value, call: Application) -> Value:
    assert isinstance(holder, ListValue)
    evaluator.drafts.check(holder)
    for value in call.arguments:
        items = evaluator.elements(value)
        if items is None:
            known = value.items if isinstance(value, ListValue) else ()
            rest = value.open if isinstance(value, ListValue) else (_unknown(value, call),)
            holder.items, holder.open = (*holder.items, *known), (*holder.open, *rest)
        else:
            holder.items = (*holder.items, *items)
    evaluator.budget.make(len(holder.items))
    return NONE


def _unknown(value: Value, call: Application) -> Unresolved:
    if isinstance(value, Unresolved):
        return value
    return Unresolved("what it holds is not known", describe(value), call.location, value)


def _insert(evaluator: "Evaluator", holder: Value, call: Application) -> Value:
    assert isinstance(holder, ListValue)
    evaluator.drafts.check(holder)
    match call.arguments:
        case (Constant(int() as place), value):
            items = list(holder.items)
            items.insert(place, value)
            holder.items = tuple(items)
            return NONE
        case _:
            raise UndecidedError("where it is inserted is not known")


def _remove(evaluator: "Evaluator", holder: Value, call: Application) -> Value:
    assert isinstance(holder, ListValue)
    evaluator.drafts.check(holder)
    for place, item in enumerate(holder.items):
        same = semantics.equal(item, call.arguments[0]) if call.arguments else None
        if same is None:
            break
        if same:
            holder.items = (*holder.items[:place], *holder.items[place + 1 :])
            return NONE
    raise UndecidedError("what is removed is not known")


def _pop(evaluator: "Evaluator", holder: Value, call: Application) -> Value:
    assert isinstance(holder, ListValue)
    evaluator.drafts.check(holder)
    place = call.arguments[0].value if call.arguments and isinstance(call.arguments[0], Constant) else -1
    if holder.open or not isinstance(place, int) or not -len(holder.items) <= place < len(holder.items):
        raise UndecidedError("what is taken out is not known")
    items = list(holder.items)
    taken = items.pop(place)
    holder.items = tuple(items)
    return taken


def _reverse(evaluator: "Evaluator", holder: Value, call: Application) -> Value:  # noqa: ARG001
    assert isinstance(holder, ListValue)
    evaluator.drafts.check(holder)
    holder.items = holder.items[::-1]
    return NONE


def _sort(evaluator: "Evaluator", holder: Value, call: Application) -> Value:
    assert isinstance(holder, ListValue)
    evaluator.drafts.check(holder)
    holder.items = _sorted(evaluator, Application(call.callee, (holder,), call.location, keywords=call.keywords)).items
    return NONE


def _copy(evaluator: "Evaluator", holder: Value, call: Application) -> Value:  # noqa: ARG001
    return evaluator.drafts.copy(holder)


def _union(evaluator: "Evaluator", holder: Value, call: Application) -> Value:
    assert isinstance(holder, ListValue)
    made = evaluator.drafts.copy(holder)
    _extend(evaluator, made, call)
    return made


# --- dicts -----------------------------------------------------------------------------------------------------------


def _get(evaluator: "Evaluator", holder: Value, call: Application) -> Value | None:
    assert isinstance(holder, ObjectValue)
    key = evaluator.key(call.arguments[0]) if call.arguments else None
    default = call.arguments[1] if len(call.arguments) > 1 else NONE
    if key is not None and key in holder.entries and key not in holder.uncertain:
        return holder.entries[key]
    if key is not None and not holder.open:
        return default
    because = holder.open[0] if holder.open else call.arguments[0] if call.arguments else holder
    found = tuple(holder.entries.values())[:20] if key is None else ()
    return evaluator.either(because, (*found, default), describe(call), call.location)


def _take(evaluator: "Evaluator", holder: Value, call: Application) -> Value | None:
    assert isinstance(holder, ObjectValue)
    evaluator.drafts.check(holder)
    found = _get(evaluator, holder, call)
    evaluator.drafts.delete(holder, evaluator.key(call.arguments[0]) if call.arguments else None)
    return found


def _default(evaluator: "Evaluator", holder: Value, call: Application) -> Value | None:
    assert isinstance(holder, ObjectValue)
    evaluator.drafts.check(holder)
    key = evaluator.key(call.arguments[0]) if call.arguments else None
    if key is None or holder.open:
        raise UndecidedError("which key it sets is not known")
    return holder.entries.setdefault(key, call.arguments[1] if len(call.arguments) > 1 else NONE)


def _update(evaluator: "Evaluator", holder: Value, call: Application) -> Value | None:
    if isinstance(holder, ListValue):
        return _extend(evaluator, holder, call)
    assert isinstance(holder, ObjectValue)
    evaluator.drafts.check(holder)
    for value in call.arguments:
        if isinstance(value, ObjectValue):
            holder.entries.update(value.entries)
            holder.open += value.open
        else:
            holder.open += (_unknown(value, call),)
            holder.uncertain |= holder.entries.keys()
    holder.entries.update(call.keywords)
    return NONE


def _keys(evaluator: "Evaluator", holder: Value, call: Application) -> Value:  # noqa: ARG001
    assert isinstance(holder, ObjectValue)
    return evaluator.drafts.list(ListValue(tuple(Constant(key) for key in holder.entries), holder.open))


def _values(evaluator: "Evaluator", holder: Value, call: Application) -> Value:  # noqa: ARG001
    assert isinstance(holder, ObjectValue)
    return evaluator.drafts.list(ListValue(tuple(holder.entries.values()), holder.open))


def _items(evaluator: "Evaluator", holder: Value, call: Application) -> Value:  # noqa: ARG001
    assert isinstance(holder, ObjectValue)
    pairs = tuple(ListValue((Constant(key), value)) for key, value in holder.entries.items())
    return evaluator.drafts.list(ListValue(pairs, holder.open))


_METHODS: Mapping[type, Mapping[str, Method]] = {
    ListValue: {
        "add": _append,
        "append": _append,
        "copy": _copy,
        "extend": _extend,
        "insert": _insert,
        "pop": _pop,
        "remove": _remove,
        "reverse": _reverse,
        "sort": _sort,
        "union": _union,
        "update": _update,
    },
    ObjectValue: {
        "copy": _copy,
        "get": _get,
        "items": _items,
        "keys": _keys,
        "pop": _take,
        "setdefault": _default,
        "update": _update,
        "values": _values,
    },
}


# --- functions -------------------------------------------------------------------------------------------------------


def _list(evaluator: "Evaluator", call: Application) -> Value:
    if not call.arguments:
        return evaluator.drafts.list(ListValue(()))
    if isinstance(call.arguments[0], ListValue):
        return evaluator.drafts.copy(call.arguments[0])
    return evaluator.drafts.list(ListValue(_known(evaluator, call.arguments[0])))


def _dict(evaluator: "Evaluator", call: Application) -> Value | None:
    made = ObjectValue({})
    for value in call.arguments:
        if isinstance(value, ObjectValue):
            made.entries.update(value.entries)
            made.open += value.open
            continue
        for pair in _known(evaluator, value):
            match pair:
                case ListValue(items=(key, item)) if (name := evaluator.key(key)) is not None:
                    made.entries[name] = item
                case _:
                    raise UndecidedError(f"it depends on {briefly(pair)}")
    made.entries.update(call.keywords)
    return evaluator.drafts.object(made)


def _converted(convert: Callable[[Any], object]) -> Intrinsic:
    def compute(evaluator: "Evaluator", call: Application) -> Value | None:  # noqa: ARG001
        match call.arguments:
            case (Constant(value),):
                try:
                    result = convert(value)
                except (TypeError, ValueError, OverflowError):
                    return None
                return Constant(result) if isinstance(result, str | int | float | bool) else None
            case _:
                return None

    return compute


def _bool(evaluator: "Evaluator", call: Application) -> Value | None:
    truth = evaluator.truth(call.arguments[0]) if call.arguments else False
    return semantics.boolean(truth)


def _length(evaluator: "Evaluator", call: Application) -> Value | None:
    found = evaluator.elements(call.arguments[0]) if call.arguments else None
    return None if found is None else Constant(len(found))


def _range(evaluator: "Evaluator", call: Application) -> Value | None:
    bounds = [value.value for value in call.arguments if isinstance(value, Constant) and isinstance(value.value, int)]
    if len(bounds) != len(call.arguments) or not bounds or bounds[2:] == [0]:
        return None
    numbers = range(*bounds)
    evaluator.budget.make(len(numbers))
    return evaluator.drafts.list(ListValue(tuple(map(Constant, numbers))))


def _enumerate(evaluator: "Evaluator", call: Application) -> Value:
    first = call.keywords.get("start", call.arguments[1] if len(call.arguments) > 1 else Constant(0))
    start = first.value if isinstance(first, Constant) and isinstance(first.value, int) else 0
    items = enumerate(_known(evaluator, call.arguments[0]), start)
    return evaluator.drafts.list(ListValue(tuple(ListValue((Constant(at), item)) for at, item in items)))


def _zip(evaluator: "Evaluator", call: Application) -> Value:
    lines = [_known(evaluator, value) for value in call.arguments]
    return evaluator.drafts.list(ListValue(tuple(ListValue(items) for items in zip(*lines, strict=False))))


def _sorted(evaluator: "Evaluator", call: Application) -> ListValue:
    items = _known(evaluator, call.arguments[0])
    keys = [item.value for item in items if isinstance(item, Constant)]
    if call.keywords.keys() - {"reverse"} or len(keys) != len(items) or len({type(key) for key in keys}) > 1:
        raise UndecidedError("how it is sorted is not known")
    backwards = bool(semantics.truth(call.keywords.get("reverse", semantics.FALSE)))
    ordered = sorted(items, key=lambda item: item.value, reverse=backwards)  # type: ignore[union-attr, arg-type, return-value]
    return evaluator.drafts.list(ListValue(tuple(ordered)))


def _reversed(evaluator: "Evaluator", call: Application) -> Value:
    return evaluator.drafts.list(ListValue(_known(evaluator, call.arguments[0])[::-1]))


def _getattr(evaluator: "Evaluator", call: Application) -> Value | None:
    match call.arguments:
        case (holder, Constant(str() as name), *_):
            return evaluator.member(holder, name, call.location)
        case _:
            return None


def _cast(evaluator: "Evaluator", call: Application) -> Value | None:  # noqa: ARG001
    return call.arguments[1] if len(call.arguments) == 2 else None


def _environment(evaluator: "Evaluator", call: Application) -> Value:
    """What the environment holds is not known; the default is what the code falls back on."""
    default = call.keywords.get("default", call.arguments[1] if len(call.arguments) > 1 else NONE)
    found = Unresolved("it is read from the environment", evaluator.describe(call), call.location)
    found.alternatives = (default,)
    return found


FUNCTIONS: Mapping[str, Intrinsic] = {
    "builtins.bool": _bool,
    "builtins.dict": _dict,
    "builtins.enumerate": _enumerate,
    "builtins.float": _converted(float),
    "builtins.frozenset": _list,
    "builtins.getattr": _getattr,
    "builtins.int": _converted(int),
    "builtins.len": _length,
    "builtins.list": _list,
    "builtins.range": _range,
    "builtins.reversed": _reversed,
    "builtins.set": _list,
    "builtins.sorted": _sorted,
    "builtins.str": _converted(str),
    "builtins.tuple": _list,
    "builtins.zip": _zip,
    "os.environ.get": _environment,
    "os.getenv": _environment,
    "re.findall": patterns.function,
    "re.split": patterns.function,
    "re.sub": patterns.function,
    "typing.cast": _cast,
}
"""By their dotted names."""
