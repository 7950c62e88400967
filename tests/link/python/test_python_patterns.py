"""Functions of `re` over constants."""

import pytest

from tests.link.python.vocabulary import comes_to, value
from tests.link.vocabulary import linked


@pytest.mark.parametrize(
    ("expression", "expected"),
    [
        (r're.sub(r"(?<!^)(?=[A-Z])", "_", "UserAccount").lower()', "'user_account'"),
        (r're.sub("([a-z])([A-Z])", r"\1_\2", "aBcD", 1)', "'a_BcD'"),
        (r're.sub("b", "", "aBb", flags=re.IGNORECASE)', "'a'"),
        (r're.sub(pattern="b", repl="x", string="abb", count=1)', "'axb'"),
        (r're.split("(?=[A-Z])", "UserAccount")', "['', 'User', 'Account']"),
        (r're.split("_", "a_b_c", maxsplit=1)', "['a', 'b_c']"),
        (r're.split("(-)|_", "a-b_c")', "['a', '-', 'b', null, 'c']"),
        (r're.findall("[A-Z][a-z]*", "UserAccount")', "['User', 'Account']"),
        (r're.findall("([a-z])([0-9])", "a1b2")', "[['a', '1'], ['b', '2']]"),
        (r're.compile("[A-Z]").sub("x", "aBC", 1)', "'axC'"),
        (r're.compile("b", re.I).split("aBc")', "['a', 'c']"),
    ],
)
def test_what_is_computed(expression: str, expected: str) -> None:
    comes_to(f"import re\nx = {expression}\n", expected)


@pytest.mark.parametrize(
    "expression",
    [
        'len(re.sub("(a+)+b", "", "aaaa"))',
        'len(re.sub("a*a*a*a*b", "", "aaaa"))',
        'len(re.sub("(", "", "a"))',
        r'len(re.sub("a", r"\1", "a"))',
        'len(re.sub("a", unknown, "a"))',
        'len(re.sub("a", "b", "a", flags=re.VERBOSE))',
        f'len(re.findall("a", "{"a" * 300}"))',
        f'len(re.findall("{"a" * 300}", "a"))',
        'len(re.match("a", "a"))',
        'len(re.compile("a").fullmatch("a"))',
        'len(re.split("a", *unknown))',
    ],
)
def test_what_is_not(expression: str) -> None:
    found = linked({}).describe(value(f"import re\nfrom package import unknown\nx = {expression}\n"))

    assert "re." in found or "len" in found


def test_a_name_that_means_something_else_below() -> None:
    sources = {
        "a.py": (
            "from b import Service\nclass Uses:\n  one = Service.label\n  two = [Service.label]\n"
            "class Heir(Service):\n  pass\nclass Service:\n  label = 'here'\n"
            "class After(Service):\n  one = Service.label\n"
            "x = [Uses.one, Uses.two, Heir.label, After.one, After.label]\n"
        ),
        "b.py": "class Service:\n  label = 'there'\n",
    }

    comes_to(sources, "['there', ['there'], 'there', 'here', 'here']")
