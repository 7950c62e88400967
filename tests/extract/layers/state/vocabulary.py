"""What the tests of client state say: files, and the state that a library keeps there, one line each fact."""

from collections.abc import Iterator, Mapping
from textwrap import dedent

from datamodel_check import link
from datamodel_check.discover.candidates import candidates
from datamodel_check.extract.protocol import Settings, StateExtractor, States
from datamodel_check.model.layers import State
from tests.vocabulary import Files, Remembering


def found(extractor: StateExtractor, files: Mapping[str, str]) -> States:
    """The state that an extractor finds."""
    tree = Files({path: dedent(text).encode() for path, text in files.items()})
    selected = candidates(tree, {"state": extractor.marks}, lambda _path: False).by_system
    return extractor.state(link.program(tree, Remembering), sorted(selected.get("state", ())), Settings())


def described(extractor: StateExtractor, files: Mapping[str, str]) -> str:
    """The state, and what could not be decided."""
    states = found(extractor, files)
    lines = [line for state in sorted(states.state, key=lambda one: (one.name, one.location)) for line in _lines(state)]
    lines += [f"? {one.location.path}:{one.location.line}: {one.message}" for one in states.diagnostics]
    return "\n".join(lines)


def _lines(state: State) -> Iterator[str]:
    yield " ".join([state.kind, state.name, *([state.key] if state.key else [])])
    for kind in ("field", "computed", "action"):
        members = [one for one in state.members if one.kind == kind]
        if members:
            yield f"  {kind}s: {', '.join(f'{one.name}: {one.type}' if one.type else one.name for one in members)}"
    parts = {"calls": state.endpoints, "invalidates": state.invalidates, "options": state.options}
    for word, names in parts.items():
        if names:
            yield f"  {word}: {', '.join(names)}"
