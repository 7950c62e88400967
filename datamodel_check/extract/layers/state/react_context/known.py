"""What of packages makes a context, and what reads one."""

from datamodel_check.extract.symbols import callee, symbol
from datamodel_check.model.values import Access, Application, Value

_CREATORS = {
    *(("react", ("createContext",)), ("react", ("default", "createContext"))),
    *(("preact", ("createContext",)), ("use-context-selector", ("createContext",))),
}

_READERS = {
    *(("react", ("useContext",)), ("react", ("default", "useContext")), ("react", ("use",))),
    *(("react", ("default", "use")), ("preact/hooks", ("useContext",))),
    *(("use-context-selector", ("useContext",)), ("use-context-selector", ("useContextSelector",))),
}


def is_context(value: Value) -> bool:
    """Whether a value is `createContext(…)`."""
    made = callee(value)
    return made is not None and (made.package, made.path) in _CREATORS


def is_reader(value: Value) -> bool:
    """Whether a value is `useContext`, or React 19's `use`: https://react.dev/reference/react/use."""
    read = symbol(value)
    return read is not None and (read.package, read.path) in _READERS


def provided(value: Value) -> Application | None:
    """The context of `Context.Provider`, or of `<Context>` as React 19 has it."""
    if isinstance(value, Access) and value.name == "Provider":
        value = value.object
    return value if isinstance(value, Application) and is_context(value) else None
