"""The members of stores are the own keys of the objects that Zustand holds."""

import json
import os
import subprocess
from collections.abc import Callable, Mapping

import pytest

from datamodel_check.extract.layers.state.zustand import Zustand
from datamodel_check.model.layers import State
from tests.conformance.judge import HERE
from tests.conformance.zustand.cases import CASES
from tests.extract.layers.state.vocabulary import found
from tests.vocabulary import Json

Record = Callable[[str, object], None]


@pytest.fixture(scope="module")
def truth() -> Mapping[str, Json]:
    jobs = [{"id": name, "files": files} for name, files in CASES.items()]
    program = os.path.join(HERE, "zustand", "stores.mjs")
    done = subprocess.run(["node", program], input=json.dumps(jobs).encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    answers: dict[str, Json] = json.loads(done.stdout)
    return answers


@pytest.mark.parametrize("name", list(CASES))
def test_stores(name: str, truth: Mapping[str, Json], record_property: Record) -> None:
    assert "error" not in truth[name], truth[name]["error"]
    told = {state.name: state for state in found(Zustand(), CASES[name]).state}
    claimed = {store: _described(told[store], truth[name]["stores"][store]) for store in told}
    expected = {store: truth[name]["stores"][store] for store in told}
    record_property("conformance", (claimed == expected, 1))
    assert claimed == expected
    assert told


def _described(state: State, known: Mapping[str, Json]) -> Json:
    """A store, without the functions beside it."""
    own = {*known["fields"], *known["actions"]}
    beside = {one.name for one in state.members if one.kind == "action" and one.name not in own} & {"up"}
    members = [one for one in state.members if one.name not in beside]
    return {
        "fields": sorted(one.name for one in members if one.kind != "action"),
        "actions": sorted(one.name for one in members if one.kind == "action"),
        "key": state.key,
    }
