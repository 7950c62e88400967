"""Slices and reducers: the fields of their initial state, and the actions that change it.

Sources: https://redux-toolkit.js.org/api/createSlice, https://redux-toolkit.js.org/api/createReducer,
https://redux.js.org/tutorials/fundamentals/part-3-state-actions-reducers.
"""

from collections.abc import Iterator

from datamodel_check.extract.layers.state.members import of_object, together
from datamodel_check.extract.symbols import argument, entry, string
from datamodel_check.model.layers import Member
from datamodel_check.model.module import Expression, Name, Operator
from datamodel_check.model.module import Member as Dotted
from datamodel_check.model.program import Program
from datamodel_check.model.values import Access, Application, Closure, Namespace, ObjectValue, Value
from datamodel_check.model.walking import walk


def fields(program: Program, initial: Value | None) -> tuple[Member, ...]:
    """What a state begins with; a function gives it when it is called."""
    if isinstance(initial, Closure):
        initial = program.call(initial, ())
    if isinstance(initial, Application) and isinstance(initial.callee, Access):
        return _of_adapter(initial)
    return of_object(initial) if isinstance(initial, ObjectValue) else ()


def _of_adapter(value: Application) -> tuple[Member, ...]:
    """`adapter.getInitialState({ … })`: https://redux-toolkit.js.org/api/createEntityAdapter."""
    if not isinstance(value.callee, Access) or value.callee.name != "getInitialState":
        return ()
    more = argument(value.arguments, 0)
    own = (Member("entities"), Member("ids"))
    return together(own, of_object(more) if isinstance(more, ObjectValue) else ())


def first_state(program: Program, reducer: Closure) -> Value | None:
    """The default of a reducer's first parameter: `(state = initial, action) => …`."""
    parameters = reducer.function.parameters
    first = parameters[0].default if parameters else None
    return program.evaluate(first, reducer.scope) if first is not None else None


def of_slice(program: Program, options: Value | None) -> tuple[Member, ...]:
    """The members of `createSlice(options)`."""
    reducers = entry(options, "reducers")
    if isinstance(reducers, Closure):
        reducers = program.call(reducers, ())
    actions = tuple(Member(name, "action") for name in named(program, reducers).entries)
    derived = tuple(Member(name, "computed") for name in named(program, entry(options, "selectors")).entries)
    return together(fields(program, entry(options, "initialState")), derived, actions)


def named(program: Program, value: Value | None) -> ObjectValue:
    """An object of named things, which may be a module: `import * as reducers`."""
    if isinstance(value, Namespace):
        return ObjectValue({export.name: export.value for export in program.exports(value.path)})
    return value if isinstance(value, ObjectValue) else ObjectValue({})


def of_reducer(program: Program, reducer: Value) -> tuple[Member, ...] | None:
    """The members of a function that reduces, by the types of action that it compares; None of others."""
    initial = first_state(program, reducer) if isinstance(reducer, Closure) else None
    if initial is None or not isinstance(reducer, Closure):
        return None
    actions = tuple(Member(name, "action") for name in dict.fromkeys(_compared(program, reducer)))
    return together(fields(program, initial), actions)


def _compared(program: Program, reducer: Closure) -> Iterator[str]:
    """`case ADD:` and `action.type === 'add'`."""
    for step in program.steps(reducer, sketched=True):
        for part in walk(step.expression):
            if isinstance(part, Operator) and part.symbol in {"===", "=="} and any(map(_is_type, part.operands)):
                for operand in part.operands:
                    told = None if _is_type(operand) else string(program.evaluate(operand, step.scope))
                    if told is not None:
                        yield told


def _is_type(expression: Expression) -> bool:
    return (isinstance(expression, Dotted) and expression.name == "type") or (
        isinstance(expression, Name) and expression.id == "type"
    )
