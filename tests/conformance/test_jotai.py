"""Atoms of Jotai are what the objects that Jotai makes are."""

import json
import os
import subprocess
from collections.abc import Callable, Mapping

import pytest

from datamodel_check.extract.layers.state.jotai import Jotai
from datamodel_check.model.layers import State
from tests.conformance.jotai.cases import CASES
from tests.conformance.judge import HERE
from tests.extract.layers.state.vocabulary import found
from tests.vocabulary import Json

Record = Callable[[str, object], None]


@pytest.fixture(scope="module")
def truth() -> Mapping[str, Json]:
    jobs = [{"id": name, "files": files} for name, files in CASES.items()]
    program = os.path.join(HERE, "jotai", "atoms.mjs")
    done = subprocess.run(["node", program], input=json.dumps(jobs).encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    answers: dict[str, Json] = json.loads(done.stdout)
    return answers


@pytest.mark.parametrize("name", list(CASES))
def test_atoms(name: str, truth: Mapping[str, Json], record_property: Record) -> None:
    assert "error" not in truth[name], truth[name]["error"]
    assert truth[name]
    told = {state.name: _described(state) for state in found(Jotai(), CASES[name]).state}
    claimed = {atom: told.get(atom) for atom in truth[name]}
    record_property("conformance", (claimed == truth[name], 1))
    assert claimed == truth[name]


_KINDS = {"": "state", "reducer": "state, own write", "reset": "state, own write", "writable": "state, own write"}
"""What an atom says of itself where ours says what it is for."""


def _described(state: State) -> Json:
    said = ", ".join(state.options)
    return {"kind": _KINDS.get(said, said), "fields": [one.name for one in state.members], "key": state.key}
