"""What a migration does on its way up, as statements."""

from datamodel_check.extract.migrations.performing import Run
from datamodel_check.extract.migrations.sequelize.interface import Perhaps, contents, subject
from datamodel_check.extract.migrations.sequelize.listing import up
from datamodel_check.extract.migrations.sequelize.names import Context
from datamodel_check.extract.schema.sequelize.dialects import DIALECTS
from datamodel_check.extract.schema.sequelize.reader import Reader
from datamodel_check.extract.symbols import argument, entry
from datamodel_check.model.program import Program
from datamodel_check.model.sql import Content, Problem, Script, SqlDialect, Statement
from datamodel_check.model.values import Access, Application, Closure, External, Value

INTERFACE = External("sequelize", ("QueryInterface",))
"""Stands for the query interface that `up` is given; of umzug it is the `context` of what is given."""

SEQUELIZE = External("sequelize", ())
"""Stands for the package, which is the second argument."""

TRANSACTION = External("sequelize", ("Transaction",))

_HOLDERS = frozenset({"context", "sequelize", "queryInterface", "getQueryInterface"})
"""What leads from the query interface to Sequelize and back."""

_NAMES: dict[SqlDialect, str] = {"postgresql": "postgres", "mysql": "mysql", "sqlite": "sqlite"}


def script(program: Program, path: str, dialect: SqlDialect) -> Script:
    """The statements of a module."""
    run = _Run(program, path, dialect)
    found = up(program, path)
    if found is not None:
        function, this = found
        run.execute(program.performed(function, (INTERFACE, SEQUELIZE), this))
    return run.script()


class _Run(Run):
    def call(self, call: Application) -> None:
        callee = call.callee
        if not isinstance(callee, Access):
            return
        if _leads_to_interface(callee.object):
            self._method(callee.name, call)
        elif callee.name in {"then", "finally"}:
            self._functions(call, ())

    def _functions(self, call: Application, given: tuple[Value, ...]) -> None:
        """The functions that a call is given are called in turn."""
        for each in call.arguments:
            if isinstance(each, Closure):
                self.execute(self.program.performed(each, given))

    def _method(self, method: str, call: Application) -> None:
        if method == "query":
            value = argument(call.arguments, 0)
            text = entry(value, "query")
            self.query(value if text is None else text, call.location.span)
        elif method == "transaction":
            self._functions(call, (TRANSACTION,))
        else:
            self._changes(method, call)

    def _changes(self, method: str, call: Application) -> None:
        reader, span = Reader(self.program), call.location.span
        done = contents(Context(reader, DIALECTS[_NAMES[self.dialect]], self.dialect, call.location), method, call)
        for each in done:
            tolerant = self.tolerant or isinstance(each, Perhaps)
            self._done(each.content if isinstance(each, Perhaps) else each, call, tolerant=tolerant)
        about = subject(call)
        self.problems += [Problem(span, found.message, about) for found in reader.diagnostics]

    def _done(self, content: Content | str, call: Application, *, tolerant: bool) -> None:
        script = self.program.sql(content, self.dialect) if isinstance(content, str) else None
        made = [Statement(content, call.location.span)] if not isinstance(content, str) else []
        for each in script.statements if script is not None else made:
            self.statements.append(each._replace(span=call.location.span, tolerant=each.tolerant or tolerant))
            self.texts.append(repr(each.content))
        for problem in script.problems if script is not None else ():
            self.problems.append(problem._replace(span=call.location.span, subject=subject(call)))


def _leads_to_interface(value: Value) -> bool:
    """Whether a value is the query interface, or Sequelize itself as far as that leads to it."""
    while value is not INTERFACE:
        if isinstance(value, Application):
            value = value.callee
        if not isinstance(value, Access) or value.name not in _HOLDERS:
            return isinstance(value, External) and value.package == INTERFACE.package and _held(value.path)
        value = value.object
    return True


def _held(path: tuple[str, ...]) -> bool:
    return path[:1] == INTERFACE.path and set(path[1:]) <= _HOLDERS
