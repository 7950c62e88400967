"""One small store, said with every library: the same fields, computed values, actions and requests.

rosetta_state/counter/
  shared/         what is the same for all
  zustand/        the store in one library, beside what is shared
  redux/ …
  react-query.cannot   why a library cannot say it, in one line
  expected.txt    a line each fact, sorted; an atom of Jotai is a field, a computed value or an action of its own
"""

import os
from collections.abc import Iterator, Mapping

import pytest

from datamodel_check.extract.registry import STATES
from datamodel_check.model.layers import State
from tests.vocabulary import ROOT, folder, read

CASES = os.path.join(ROOT, "tests", "rosetta_state")

NAMES = sorted(os.listdir(CASES))

SYSTEMS = tuple(extractor.system for extractor in STATES)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("system", SYSTEMS)
def test_case(name: str, system: str) -> None:
    files = folder(os.path.join(CASES, name))
    if f"{system}.cannot" in files:
        assert len(files[f"{system}.cannot"].decode().strip().splitlines()) == 1
        assert not any(path.startswith(f"{system}/") for path in files)
        return
    snapshot = read(_repository(files, system), layers=("state",))
    assert sorted({line for state in snapshot.state for line in _lines(state)}) == _expected(files)
    assert [f"{one.location}: {one.message}" for one in snapshot.diagnostics] == []
    assert {state.system for state in snapshot.state} == {system}


def _expected(files: Mapping[str, bytes]) -> list[str]:
    return files["expected.txt"].decode().splitlines()


def _repository(files: Mapping[str, bytes], system: str) -> Mapping[str, bytes]:
    return {
        path.partition("/")[2]: content for path, content in files.items() if path.startswith(("shared/", f"{system}/"))
    }


_KINDS: Mapping[tuple[str, ...], str] = {("derived",): "computed", ("write-only",): "action"}
"""What an atom is to others; all the rest are fields."""


def _lines(state: State) -> Iterator[str]:
    if state.endpoints:
        yield from (f"calls {one}" for one in state.endpoints)
        return
    if state.system == "jotai" and not state.members:
        yield f"{_KINDS.get(state.options, 'field')} {state.name}"
    yield from (f"{one.kind} {one.name}" for one in state.members)
    if {"persist", "storage"} & set(state.options):
        yield f"kept {state.key}"
