"""What the tests of linking Python say: sources in memory, and what a name in them comes to."""

from datamodel_check.model.values import Unresolved, Value
from tests.link import vocabulary as common
from tests.link.vocabulary import Sources, linked

__all__ = ["alternatives", "comes_to", "linked", "value"]


def value(sources: Sources, name: str = "a.py#x") -> Value:
    """What `path#name` stands for; sources without a name are `a.py`."""
    return common.value({"a.py": sources} if isinstance(sources, str) else sources, name)


def comes_to(sources: Sources, expected: str, name: str = "a.py#x") -> None:
    """`path#name` is fully known."""
    common.evaluates({"a.py": sources} if isinstance(sources, str) else sources, expected, name)


def alternatives(sources: Sources, name: str = "a.py#x") -> list[str]:
    """What `path#name`, which is not known, may be."""
    found = value(sources, name)
    assert isinstance(found, Unresolved)
    return [linked({}).describe(other) for other in found.alternatives]
