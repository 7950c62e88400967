"""The real Mermaid takes the diagrams, whatever the tables are called."""

import pytest

from datamodel_check.model.snapshot import Snapshot
from tests.conformance.documents import parsed
from tests.views.hostile import HOSTILE
from tests.views.samples import ONE, TWO
from tests.views.test_neighbourhoods import large
from tests.views.vocabulary import shows


def diagrams(title: str, snapshot: Snapshot) -> list[str]:
    parts = shows(title, snapshot).split("```mermaid\n")[1:]
    return [part.partition("\n```")[0] for part in parts]


def test_the_judge_can_say_no() -> None:
    assert parsed(mermaid=['erDiagram\n  "a%b"', 'erDiagram\n  "a"']).mermaid[1] is None
    assert "Parse error" in str(parsed(mermaid=['erDiagram\n  "a%b"']).mermaid[0])


@pytest.mark.parametrize("columns", ["keys", "all", "none"])
@pytest.mark.parametrize("snapshot", [ONE, TWO, HOSTILE, large(90, 60)], ids=["one", "two", "hostile", "large"])
def test_diagrams_are_taken(snapshot: Snapshot, columns: str) -> None:
    found = diagrams(f"erd columns={columns}", snapshot)

    assert found
    assert parsed(mermaid=found).mermaid == [None] * len(found)
