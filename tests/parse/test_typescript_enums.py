import pytest

from tests.parse.vocabulary import statements


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ("", "{}"),
        ("A", "{ A: 0, 0: 'A' }"),
        ("A, B = 5, C,", "{ A: 0, 0: 'A', B: 5, 5: 'B', C: 6, 6: 'C' }"),
        ("A = -1, B", "{ A: -1, '-1': 'A', B: 0, 0: 'B' }"),
        ("A = 'a', 'b-c' = \"d\"", "{ A: 'a', 'b-c': 'd' }"),
        ("A = `a`", "{ A: 'a' }"),
        ("['A'] = 1", "{ A: 1, 1: 'A' }"),
        ("A = 1, B = A", "{ A: 1, 1: 'A', B: 1, 1: 'B' }"),
        ("A = 1, B = E.A", "{ A: 1, 1: 'A', B: 1, 1: 'B' }"),
        ("A = 1, B = 2, C = A | B", "{ A: 1, 1: 'A', B: 2, 2: 'B', C: 1 | 2 }"),
        ("A = 1 << 2, B = A | 1, C", "{ A: 1 << 2, B: E.A | 1, C: E.B + 1 }"),
        ("A = 'x'.length, B = f(A)", "{ A: 'x'.length, B: f(A) }"),
        ("A = Other.A", "{ A: Other.A }"),
    ],
)
def test_enums(members: str, expected: str) -> None:
    assert statements(f"enum E {{ {members} }}") == [f"enum E = {expected};"]


@pytest.mark.parametrize("words", ["const enum", "declare enum", "declare const enum", "export enum"])
def test_forms(words: str) -> None:
    assert statements(f"{words} E {{ A }}") == ["enum E = { A: 0, 0: 'A' };"]
