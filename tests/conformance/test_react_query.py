"""Keys and requests are those that hooks leave in the cache of React Query's own core when they are called.

What is not known before a hook is called (`:id`) stands for anything.
"""

import json
import os
import re
import subprocess
from collections.abc import Callable, Iterable, Mapping

import pytest

from datamodel_check.extract.layers.state.react_query import ReactQuery
from datamodel_check.model.layers import State
from tests.conformance.judge import HERE
from tests.conformance.react_query.cases import CASES
from tests.extract.layers.state.vocabulary import found
from tests.vocabulary import Json

Record = Callable[[str, object], None]

HOOKS = [(name, hook) for name, case in CASES.items() for hook in case.calls]


@pytest.fixture(scope="module")
def truth() -> Mapping[str, Json]:
    jobs = [{"id": name, "files": case.files, "calls": case.calls} for name, case in CASES.items()]
    program = os.path.join(HERE, "react_query", "queries.mjs")
    done = subprocess.run(["node", program], input=json.dumps(jobs).encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    answers: dict[str, Json] = json.loads(done.stdout)
    return answers


@pytest.mark.parametrize(("name", "hook"), HOOKS)
def test_hooks(name: str, hook: str, truth: Mapping[str, Json], record_property: Record) -> None:
    assert "error" not in truth[name], truth[name]["error"]
    (told,) = (state for state in found(ReactQuery(), CASES[name].files).state if state.name == hook)
    real = truth[name][hook]
    keys = [told.key] if told.kind == "query" and told.key else []
    record_property("conformance", (_agree(keys, map(_text, real["keys"])), 1))
    assert _agree(keys, map(_text, real["keys"])), (told.key, real["keys"])
    assert _agree(told.endpoints, real["requests"]), (told.endpoints, real["requests"])
    assert _agree(told.invalidates, map(_text, real["stale"])), (told.invalidates, real["stale"])


def test_every_query_is_told_once() -> None:
    for name, case in CASES.items():
        names = [state.name for state in found(ReactQuery(), case.files).state if not _is_options(state)]
        assert sorted(names) == sorted(set(names)), name
        assert set(names) >= set(case.calls), name


def _is_options(state: State) -> bool:
    return "query options" in state.options


def _agree(told: Iterable[str], real: Iterable[str]) -> bool:
    """Whether what is told covers what really happens, and nothing else is told."""
    patterns, actual = [_pattern(one) for one in told], list(real)
    return all(any(re.fullmatch(one, each) for one in patterns) for each in actual) and all(
        any(re.fullmatch(one, each) for each in actual) for one in patterns
    )


def _pattern(told: str) -> str:
    """A regular expression of a key or endpoint; members of objects that are not known stand there by name."""
    spelled = re.sub(r"\{[^{}]*\}", lambda found: re.sub(r"(?<=[{,] )(\w+)(?=,| \})", r"\1: :\1", found[0]), told)
    return re.sub(r":[A-Za-z]\w*", "[^ ,]+", re.escape(spelled).replace(r"\ ", " ").replace(r"\:", ":"))


def _text(key: Json) -> str:
    """A real key, as keys are told."""
    if key == "*":
        return "*"
    if isinstance(key, list):
        return f"[{', '.join(map(_text, key))}]"
    if isinstance(key, dict):
        return f"{{ {', '.join(f'{name}: {_text(one)}' for name, one in sorted(key.items()))} }}"
    return f"'{key}'" if isinstance(key, str) else json.dumps(key)
