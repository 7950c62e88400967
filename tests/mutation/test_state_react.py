"""What changes the state of a front end is seen and can be named; what does not is silent."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

import pytest
from _pytest.mark import ParameterSet

from datamodel_check import fingerprint
from datamodel_check.model.layers import State
from datamodel_check.views.state import ClientState
from tests.mutation import express
from tests.mutation.state_react import COSMETIC, FILES, SEMANTIC, STATE, Mutant
from tests.vocabulary import read


def lines(files: Mapping[str, str]) -> list[str]:
    """The facts, a line each."""
    snapshot = read({path: text.encode() for path, text in files.items()}, layers=("state",))
    return [
        line
        for state in sorted(snapshot.state, key=lambda one: (one.system, one.kind, one.name))
        for line in _lines(state)
    ]


def _lines(state: State) -> Iterator[str]:
    yield f"{state.system} {state.kind} {state.name}"
    facts = [f"{one.kind} {one.name}: {one.type}" if one.type else f"{one.kind} {one.name}" for one in state.members]
    facts += [f"key {state.key}"] if state.key else []
    facts += [f"{word} {one}" for word, ones in _PARTS.items() for one in getattr(state, ones)]
    yield from sorted(f"{state.name} {fact}" for fact in facts)


_PARTS = {"calls": "endpoints", "invalidates": "invalidates", "option": "options"}


def digest(files: Mapping[str, str]) -> str:
    """The fingerprint of a section that shows all state."""
    snapshot = read({path: text.encode() for path, text in files.items()}, layers=("state",))
    return fingerprint.digest(ClientState().content(snapshot, ()))


M = TypeVar("M", Mutant, express.Mutant)

SYSTEMS = {"stores": "Zustand", "api": "React Query", "theme.tsx": "Context"}
"""Whose state a file of the sample holds, or a folder."""


def marked(mutants: Iterable[M], systems: Mapping[str, str]) -> list[ParameterSet]:
    """Each under its system in the table of mutants."""
    return [
        pytest.param(
            mutant,
            marks=pytest.mark.mutants("state", systems[mutant.path.partition("/")[0]]),
            id=mutant.kind,
        )
        for mutant in mutants
    ]


def test_the_sample() -> None:
    assert lines(FILES) == STATE.strip().splitlines()


@pytest.mark.parametrize("mutant", marked(SEMANTIC, SYSTEMS))
def test_semantic(mutant: Mutant) -> None:
    before, after = lines(FILES), lines(mutant.files)
    assert sorted(line for line in before if line not in after) == sorted(mutant.lost)
    assert sorted(line for line in after if line not in before) == sorted(mutant.won)
    if any(_is_shown(line) for line in (*mutant.lost, *mutant.won)):
        assert digest(mutant.files) != digest(FILES)


def _is_shown(line: str) -> bool:
    """Of actions the view tells no types."""
    return " action " not in line


@pytest.mark.parametrize("mutant", marked(COSMETIC, SYSTEMS))
def test_cosmetic(mutant: Mutant) -> None:
    assert lines(mutant.files) == lines(FILES)
    assert digest(mutant.files) == digest(FILES)
