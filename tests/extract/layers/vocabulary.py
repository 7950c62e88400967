"""What the tests of services say: the services of a small repository, one line each operation."""

from collections.abc import Iterator, Mapping
from textwrap import dedent

from datamodel_check import link
from datamodel_check.discover.candidates import candidates
from datamodel_check.extract.layers.services import MARKS, Services, services
from datamodel_check.extract.protocol import Marks, Settings
from datamodel_check.extract.registry import SCHEMAS
from datamodel_check.model.layers import Service
from datamodel_check.model.program import Program
from tests.vocabulary import Files, Remembering


def found(files: Mapping[str, str]) -> tuple[Program, Services]:
    """The program, and its services."""
    tree = Files({path: dedent(text).encode() for path, text in files.items()})
    program = link.program(tree, Remembering)
    marks: dict[str, Marks] = {one.system: one.marks for one in SCHEMAS}
    selected = candidates(tree, marks | {"services": MARKS}, lambda _path: False).by_system
    sources = [
        source
        for one in SCHEMAS
        for source in one.extract(program, sorted(selected.get(one.system, ())), Settings()).sources
    ]
    return program, services(program, sorted(selected.get("services", ())), sources, Settings())


def described(files: Mapping[str, str]) -> str:
    """The services, and what their operations read, write and call."""
    return "\n".join(line for service in found(files)[1].services for line in _lines(service))


def _lines(service: Service) -> Iterator[str]:
    yield f"{service.kind} {service.name}"
    for operation in service.operations:
        parts = [("reads", operation.reads), ("writes", operation.writes), ("calls", operation.calls)]
        words = "; ".join(f"{word} {', '.join(names)}" for word, names in parts if names)
        yield f"  {operation.name}: {words}" if words else f"  {operation.name}"
