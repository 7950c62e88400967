"""Which layers above the database a document speaks of."""

import pytest

from datamodel_check.manifest import read
from datamodel_check.views import needs


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("tables", set()),
        ("migrations", set()),
        ("routes path=/api/**", {"routes"}),
        ("services", {"services"}),
        ("state system=zustand", {"state"}),
        ("types", {"types"}),
        ("lineage", {"lineage"}),
        ("table users", set()),
        ("table users with=lineage", {"lineage"}),
        ("table users with=everything", set()),
    ],
)
def test_of_one_section(opening: str, expected: set[str]) -> None:
    text = f"<!-- datamodel:begin {opening} -->\n\n<!-- datamodel:end -->\n"
    assert needs([read("docs/a.md", text.encode())]) == expected


def test_of_several_documents() -> None:
    text = "<!-- datamodel:begin {} -->\n\n<!-- datamodel:end -->\n"
    documents = [read(f"{view}.md", text.format(view).encode()) for view in ("routes", "tables", "state")]
    assert needs(documents) == {"routes", "state"}
