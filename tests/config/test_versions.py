import pytest

from datamodel_check.config.versions import is_condition, satisfies


@pytest.mark.parametrize(
    ("version", "condition"),
    [
        ("0.1.0", ">=0.1"),
        ("0.1.0", "==0.1"),
        ("0.1.9", "~=0.1.2"),
        ("0.9", "~=0.1"),
        ("1.2.3", ">=1, <2 , !=1.2.2"),
        ("1.10", ">1.9"),
        ("1.0rc1", ">=1.0"),
    ],
)
def test_met(version: str, condition: str) -> None:
    assert is_condition(condition)
    assert satisfies(version, condition)


@pytest.mark.parametrize(
    ("version", "condition"),
    [("0.1.0", ">=0.2"), ("0.2", "~=0.1.2"), ("2.0", ">=1,<2"), ("1.0", "!=1.0.0"), ("1.0", "<1"), ("1.0", ">1.0")],
)
def test_not_met(version: str, condition: str) -> None:
    assert is_condition(condition)
    assert not satisfies(version, condition)


@pytest.mark.parametrize("text", ["", "1.0", ">=", ">=1,", "=1.0", ">=1 <2", "latest"])
def test_no_conditions(text: str) -> None:
    assert not is_condition(text)
