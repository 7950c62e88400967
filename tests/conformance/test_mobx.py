"""Stores of MobX have the members of which MobX itself says that it observes, computes or wraps them."""

import json
import os
import subprocess
from collections.abc import Callable, Mapping

import pytest

from datamodel_check.extract.layers.state.mobx import MobX
from datamodel_check.model.layers import State
from tests.conformance.judge import HERE
from tests.conformance.mobx.cases import CASES
from tests.extract.layers.state.vocabulary import found
from tests.vocabulary import Json

Record = Callable[[str, object], None]


@pytest.fixture(scope="module")
def truth() -> Mapping[str, Json]:
    jobs = [{"id": name, "files": files} for name, files in CASES.items()]
    program = os.path.join(HERE, "mobx", "stores.mjs")
    done = subprocess.run(["node", program], input=json.dumps(jobs).encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    answers: dict[str, Json] = json.loads(done.stdout)
    return answers


@pytest.mark.parametrize("name", list(CASES))
def test_stores(name: str, truth: Mapping[str, Json], record_property: Record) -> None:
    assert "error" not in truth[name], truth[name]["error"]
    assert truth[name]
    told = {_OF_CLASSES.get((name, state.name), state.name): state for state in found(MobX(), CASES[name]).state}
    claimed = {store: _described(told[store]) if store in told else None for store in truth[name]}
    record_property("conformance", (claimed == truth[name], 1))
    assert claimed == truth[name]


_OF_CLASSES = {("instances", "Cart"): "cart"}
"""Classes that are not exported themselves, and their instances."""

_WORDS = {"field": "fields", "computed": "computed", "action": "actions"}


def _described(state: State) -> Json:
    return {_WORDS[kind]: sorted(one.name for one in state.members if one.kind == kind) for kind in _WORDS}
