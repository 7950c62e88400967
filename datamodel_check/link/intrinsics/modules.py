"""`require("./module")` and `import("./module")`."""

from collections.abc import Mapping

from datamodel_check.link.intrinsics.invocation import Intrinsic, Invocation
from datamodel_check.model.values import Value


def _require(call: Invocation) -> Value:
    return call.evaluator.bindings.required(call.text(call.argument(0)), call.location)


def _import(call: Invocation) -> Value:
    return call.evaluator.bindings.namespace(call.text(call.argument(0)), call.location)


FUNCTIONS: Mapping[tuple[str, ...], Intrinsic] = {("import",): _import, ("require",): _require}
