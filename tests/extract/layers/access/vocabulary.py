"""What the tests of data access say: the tables that functions of a small repository touch."""

from collections.abc import Mapping
from textwrap import dedent

from datamodel_check import link
from datamodel_check.discover.candidates import candidates
from datamodel_check.extract.layers.reach import Reach
from datamodel_check.extract.protocol import Settings
from datamodel_check.extract.registry import SCHEMAS
from datamodel_check.model.program import Program
from datamodel_check.model.schema import Source
from tests.vocabulary import Files, Remembering


def declared(program: Program) -> tuple[Source, ...]:
    """The sources of all ORMs."""
    selected = candidates(program.tree, {one.system: one.marks for one in SCHEMAS}, lambda _path: False).by_system
    found = [one.extract(program, sorted(selected.get(one.system, ())), Settings()).sources for one in SCHEMAS]
    return tuple(source for sources in found for source in sources)


def touched(files: Mapping[str, str], *names: str) -> str:
    """What `path#function` touches through everything that it calls: `reads a, b; writes c`.

    Of several names what the last one touches, after the others were asked for.
    """
    tree = Files({path: dedent(text).encode() for path, text in files.items()})
    program = link.program(tree, Remembering)
    reach = Reach(program, declared(program))
    return [_touched(program, reach, name) for name in names][-1]


def _touched(program: Program, reach: Reach, name: str) -> str:
    path, _, wanted = name.partition("#")
    (value,) = (export.value for export in program.bindings(path) if export.name == wanted)
    found = reach.total([*reach.objects.called(value)])
    parts = [("reads", found.reads), ("writes", found.writes)]
    return "; ".join(f"{word} {', '.join(sorted(tables))}" for word, tables in parts if tables)
