"""Functions as objects: https://tc39.es/ecma262/#sec-properties-of-the-function-prototype-object."""

from collections.abc import Mapping

from datamodel_check.link.intrinsics.invocation import Intrinsic, Invocation
from datamodel_check.model.values import Value


def _call(call: Invocation) -> Value:
    return call.call(call.receiver, *call.arguments[1:])


def _apply(call: Invocation) -> Value:
    return call.call(call.receiver, *(call.elements(call.argument(1)) if call.given(1) else ()))


METHODS: Mapping[str, Intrinsic] = {"apply": _apply, "call": _call}
