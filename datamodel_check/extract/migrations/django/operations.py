"""The operations of migrations: their arguments by name, and how Django describes them.

django/db/migrations/operations/: the constructors and `describe()`.
"""

from collections.abc import Mapping
from typing import NamedTuple

from datamodel_check.extract.schema.django.constraints import together
from datamodel_check.extract.symbols import string, strings
from datamodel_check.model.values import Application, Value

PARAMETERS: Mapping[str, tuple[str, ...]] = {
    "AddConstraint": ("model_name", "constraint"),
    "AddConstraintNotValid": ("model_name", "constraint"),
    "AddField": ("model_name", "name", "field", "preserve_default"),
    "AddIndex": ("model_name", "index"),
    "AddIndexConcurrently": ("model_name", "index"),
    "AlterConstraint": ("model_name", "name", "constraint"),
    "AlterField": ("model_name", "name", "field", "preserve_default"),
    "AlterIndexTogether": ("name", "index_together"),
    "AlterModelManagers": ("name", "managers"),
    "AlterModelOptions": ("name", "options"),
    "AlterModelTable": ("name", "table"),
    "AlterModelTableComment": ("name", "table_comment"),
    "AlterOrderWithRespectTo": ("name", "order_with_respect_to"),
    "AlterUniqueTogether": ("name", "unique_together"),
    "CreateModel": ("name", "fields", "options", "bases", "managers"),
    "DeleteModel": ("name",),
    "RemoveConstraint": ("model_name", "name"),
    "RemoveField": ("model_name", "name"),
    "RemoveIndex": ("model_name", "name"),
    "RemoveIndexConcurrently": ("model_name", "name"),
    "RenameField": ("model_name", "old_name", "new_name"),
    "RenameIndex": ("model_name", "new_name", "old_name", "old_fields"),
    "RenameModel": ("old_name", "new_name"),
    "RunPython": ("code", "reverse_code", "atomic", "hints", "elidable"),
    "RunSQL": ("sql", "reverse_sql", "state_operations", "hints", "elidable"),
    "SeparateDatabaseAndState": ("database_operations", "state_operations"),
    "ValidateConstraint": ("model_name", "name"),
}
"""The operations that may change the state, and the names of their arguments."""

STATELESS = frozenset(
    {
        *("BloomExtension", "BtreeGinExtension", "BtreeGistExtension", "CITextExtension", "CreateCollation"),
        *("CreateExtension", "CryptoExtension", "HStoreExtension", "RemoveCollation", "TrigramExtension"),
        *("UnaccentExtension",),
    }
)
"""Those of django.contrib.postgres that the state knows nothing of."""


class Operation(NamedTuple):
    """One operation: its class, its arguments by name, and the call itself."""

    kind: str
    options: Mapping[str, Value]
    call: Application

    def text(self, name: str) -> str:
        """An argument that is a text."""
        return string(self.options.get(name)) or ""

    @property
    def model(self) -> str:
        """The name of the model, in lower case, that it is about."""
        return (self.text("model_name") or self.text("name") or self.text("old_name")).lower()


def operation(kind: str, call: Application) -> Operation:
    given = dict(zip(PARAMETERS.get(kind, ()), call.arguments, strict=False))
    return Operation(kind, {**given, **call.keywords}, call)


def described(one: Operation) -> str:
    """What `makemigrations` says of an operation."""
    words = {name: one.text(name) for name in ("model_name", "name", "old_name", "new_name")}
    words["what"] = _what(one)
    return _WORDS.get(one.kind, one.kind).format_map(words)


_WORDS: Mapping[str, str] = {
    "AddConstraint": "Create constraint {what} on model {model_name}",
    "AddConstraintNotValid": "Create not valid constraint {what} on model {model_name}",
    "AddField": "Add field {name} to {model_name}",
    "AddIndex": "Create index {what} of model {model_name}",
    "AddIndexConcurrently": "Concurrently create index {what} of model {model_name}",
    "AlterConstraint": "Alter constraint {name} on {model_name}",
    "AlterField": "Alter field {name} on {model_name}",
    "AlterIndexTogether": "Alter index_together for {name} ({what} constraint(s))",
    "AlterModelManagers": "Change managers on {name}",
    "AlterModelOptions": "Change Meta options on {name}",
    "AlterModelTable": "Rename table for {name} to {what}",
    "AlterModelTableComment": "Alter {name} table comment",
    "AlterOrderWithRespectTo": "Set order_with_respect_to on {name} to {what}",
    "AlterUniqueTogether": "Alter unique_together for {name} ({what} constraint(s))",
    "CreateModel": "Create model {name}",
    "DeleteModel": "Delete model {name}",
    "RemoveConstraint": "Remove constraint {name} from model {model_name}",
    "RemoveField": "Remove field {name} from {model_name}",
    "RemoveIndex": "Remove index {name} from {model_name}",
    "RemoveIndexConcurrently": "Concurrently remove index {name} from {model_name}",
    "RenameField": "Rename field {old_name} on {model_name} to {new_name}",
    "RenameIndex": "Rename index {what} on {model_name} to {new_name}",
    "RenameModel": "Rename model {old_name} to {new_name}",
    "RunPython": "Raw Python operation",
    "RunSQL": "Raw SQL operation",
    "SeparateDatabaseAndState": "Custom state/database change combination",
    "ValidateConstraint": "Validate constraint {name} on model {model_name}",
}


def index_words(index: Application, name: str = "") -> str:
    """What the words for an index say of it."""
    name = name or string(index.keywords.get("name")) or ""
    fields = strings(index.keywords.get("fields"))
    return f"{name} on field(s) {', '.join(fields)}" if fields else f"{name} on expressions"


def _what(one: Operation) -> str:
    """What an operation's words name besides the model."""
    index, constraint = one.options.get("index"), one.options.get("constraint")
    if isinstance(index, Application):
        return index_words(index)
    if isinstance(constraint, Application):
        return string(constraint.keywords.get("name")) or ""
    if one.kind in ("AlterUniqueTogether", "AlterIndexTogether"):
        return str(len(list(together(one.options.get(PARAMETERS[one.kind][1])))))
    if one.kind == "AlterModelTable":
        return one.text("table") or "(default)"
    if one.kind == "RenameIndex":
        return one.text("old_name") or f"({', '.join(strings(one.options.get('old_fields')) or ())})"
    return one.text("order_with_respect_to") or "None"
