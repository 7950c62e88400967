"""Slices and stores of Redux have the keys, actions and selectors of the objects that Redux makes."""

import json
import os
import subprocess
from collections.abc import Callable, Mapping

import pytest

from datamodel_check.extract.layers.state.redux import Redux
from datamodel_check.model.layers import State
from tests.conformance.judge import HERE
from tests.conformance.redux.cases import CASES
from tests.extract.layers.state.vocabulary import found
from tests.vocabulary import Json

Record = Callable[[str, object], None]


@pytest.fixture(scope="module")
def truth() -> Mapping[str, Json]:
    jobs = [{"id": name, "files": files} for name, files in CASES.items()]
    program = os.path.join(HERE, "redux", "stores.mjs")
    done = subprocess.run(["node", program], input=json.dumps(jobs).encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    answers: dict[str, Json] = json.loads(done.stdout)
    return answers


@pytest.mark.parametrize("name", list(CASES))
def test_states(name: str, truth: Mapping[str, Json], record_property: Record) -> None:
    assert "error" not in truth[name], truth[name]["error"]
    assert truth[name]
    told = {state.name: _described(state) for state in found(Redux(), CASES[name]).state}
    claimed = {state: told.get(state) for state in truth[name]}
    record_property("conformance", (claimed == truth[name], 1))
    assert claimed == truth[name]


def _described(state: State) -> Json:
    members = {kind: sorted(one.name for one in state.members if one.kind == kind) for kind in _WORDS}
    return {"kind": state.kind, "key": state.key} | {_WORDS[kind]: members[kind] for kind in _WORDS}


_WORDS = {"field": "fields", "action": "actions", "computed": "computed"}
