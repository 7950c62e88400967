"""What expressions of Python come to."""

import pytest

from tests.link.python.vocabulary import alternatives, comes_to


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = 1 + 2 * 3 ** 2", "19"),
        ("x = 7 // 2", "3"),
        ("x = 7 / 2", "3.5"),
        ("x = 'a' + 'b' * 2", "'abb'"),
        ("x = 'a%s-%d' % ('b', 3)", "'ab-3'"),
        ("x = '%(a)s' % {'a': 1}", "'1'"),
        ("x = '{}_{b:02d}'.format('a', b=3)", "'a_03'"),
        ("y = 3\nx = f'{y:02d}{y}{True}{None}'", "'033TrueNone'"),
        ("x = 'A B'.lower().replace(' ', '_')", "'a_b'"),
        ("x = ', '.join(['a', 'b'])", "'a, b'"),
        ("x = [1] + [2, 3]", "[1, 2, 3]"),
        ("y = [1]\nx = [*y, 2]", "[1, 2]"),
        ("x = (1,) * 3", "[1, 1, 1]"),
        ("y = {'a': 1}\nx = {**y, 'b': 2, 3: 4}", "{ a: 1, b: 2, '3': 4 }"),
        ("x = {'a': 1} | {'a': 2}", "{ a: 2 }"),
        ("x = dict(a=1, b=2)", "{ a: 1, b: 2 }"),
        ("x = {'a': 1}.get('b', 2)", "2"),
        ("x = [1, 2, 3][-1]", "3"),
        ("x = [1, 2, 3][1:]", "[2, 3]"),
        ("x = 1 < 2 < 3 and 'a' in 'cat'", "true"),
        ("x = None or [] or 'a'", "'a'"),
        ("x = not [] and None is None", "true"),
        ("x = 1 if {} else 2", "2"),
        ("x = [str(y) for y in range(3) if y != 1]", "['0', '2']"),
        ("x = {k: v + 1 for k, v in {'a': 1}.items()}", "{ a: 2 }"),
        ("x = [(a, b) for a in 'xy' for b in (1, 2) if b > 1]", "[['x', 2], ['y', 2]]"),
        ("x = list(zip('ab', [1, 2]))", "[['a', 1], ['b', 2]]"),
        ("x = sorted(['b', 'a'], reverse=True)", "['b', 'a']"),
    ],
)
def test_what_is_computed(source: str, expected: str) -> None:
    comes_to(source, expected)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("import os\nx = os.environ.get('A', 'b')", ["'b'"]),
        ("from os import getenv as g\nx = g('A', default='b')", ["'b'"]),
        ("from b import c\nx = 1 if c else 2", ["1", "2"]),
        ("from b import c\nx = c() or 'd'", ["c()", "'d'"]),
        ("from b import c\nif c:\n  x = 1\nelse:\n  x = 2", ["1", "2"]),
        ("from b import c\nx = 1\nif c:\n  x = 2", ["2", "1"]),
    ],
)
def test_what_is_either(source: str, expected: list[str]) -> None:
    assert alternatives(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("x = [1]\nx += [2]", "[1, 2]"),
        ("x = [1]\nx.append(2)\nx.extend((3, 4))\nx.insert(0, 0)\nx.remove(3)", "[0, 1, 2, 4]"),
        ("x = {}\nx['a'] = 1\nx.update({'b': 2}, c=3)", "{ a: 1, b: 2, c: 3 }"),
        ("x = 1\nx = x + 1\nx = x * 5", "10"),
        ("DEBUG = True\nif DEBUG:\n  x = 1\nelse:\n  x = 2", "1"),
        ("x = [1]\nif len(x) == 1:\n  x += ['debug']", "[1, 'debug']"),
        ("x = []\nfor y in 'ab':\n  x.append(y)", "['a', 'b']"),
        ("a, (b, *x) = 1, (2, 3, 4)", "[3, 4]"),
        ("x = y = 3", "3"),
        ("try:\n  x = 1\nexcept ImportError:\n  x = 2", "1"),
        ("with a:\n  x = 1", "1"),
        ("y = [1]\nx = y + [2]\ny.append(3)", "[1, 2]"),
    ],
)
def test_names_that_change(source: str, expected: str) -> None:
    comes_to(source, expected)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def f(a, b=2, *c, d=4, **e):\n  return [a, b, c, d, e]\nx = f(1, d=5, g=6)", "[1, 2, [], 5, { g: 6 }]"),
        ("def f(a, b=2, *c):\n  return [a, b, c]\nx = f(1, 3, 4, 5)", "[1, 3, [4, 5]]"),
        ("def f(**k):\n  return k\nx = f(**{'a': 1}, b=2)", "{ a: 1, b: 2 }"),
        ("def f(a):\n  if a:\n    b = 1\n  else:\n    b = 2\n  return b\nx = f(0)", "2"),
        ("x = (lambda a, b=2: a + b)(1)", "3"),
        ("def f():\n  from os.path import join\n  return join\nx = f()", "join"),
        ("def f():\n  pass\nx = f()", "null"),
        ("def f(a):\n  assert a\n  return a\nfrom b import c\nx = [f(c)]", "[c]"),
    ],
)
def test_functions(source: str, expected: str) -> None:
    comes_to(source, expected)
