import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from datamodel_check.rules import RULES, expand, matching, suggest
from tests.vocabulary import ROOT

sys.path.insert(0, str(Path(ROOT, "scripts")))


def test_generated_pages_are_fresh() -> None:
    from write_docs import generated, read  # type: ignore[import-not-found]

    assert [path for path, text in generated().items() if read(path) != text] == []


def test_every_rule_is_complete() -> None:
    for code, rule in RULES.items():
        assert code == rule.code
        assert code in rule.example
        assert all(rule)


@pytest.mark.parametrize(
    ("word", "codes"),
    [
        ("DM101", ["DM101"]),
        ("dm101", ["DM101"]),
        ("stale-section", ["DM101"]),
        ("DM9", ["DM901", "DM902"]),
        ("DM", list(RULES)),
        ("D", []),
        ("", []),
        ("DM999", []),
        ("stale", []),
    ],
)
def test_what_a_word_means(word: str, codes: Sequence[str]) -> None:
    assert list(matching(word)) == codes


def test_several_words() -> None:
    assert expand(["DM101", "DM9"]) == {"DM101", "DM901", "DM902"}


def test_suggestions() -> None:
    assert suggest("DM1O1") == "Did you mean DM101?"
    assert suggest("stale-secton") == "Did you mean stale-section?"
    assert suggest("xyz").startswith("Known are DM101, DM102")
