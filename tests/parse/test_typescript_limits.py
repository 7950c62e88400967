"""Files that nobody writes: they end, raise nothing, and what is too deep is said to be."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from datamodel_check import parse
from datamodel_check.model.printing import text
from tests.parse.vocabulary import parsed, statements

PATHS = ("a.ts", "a.tsx")


def _read(content: bytes) -> None:
    """Everything that can be asked of a module, bodies of functions included."""
    for path in PATHS:
        module = parse.module(path, content)
        assert module is not None
        for statement in module.statements:
            text(statement).encode()
        for problem in module.problems:
            assert problem.span.line >= 1
            problem.message.encode()


@pytest.mark.parametrize(
    "source",
    [
        "x=" + "[" * 10_000 + "]" * 10_000,
        "x=" + "f(" * 10_000 + ")" * 10_000,
        "x=" + "{a:" * 10_000 + "1" + "}" * 10_000,
        "x=" + "1+" * 20_000 + "1",
        "x=" + "a?b:" * 20_000 + "c",
        "x=a" + ".b()" * 20_000,
        "x=" + "!" * 20_000 + "a",
        "x=" + "a=>" * 100 + "[" * 10_000 + "]" * 10_000,
        "a=" * 20_000 + "b",
        "const " + "[" * 10_000 + "a" + "]" * 10_000 + "=x",
        "type A=" + "B<" * 10_000 + "C" + ">" * 10_000,
        "type A=B" + "[]" * 20_000,
        "type A=" + "A extends B?C:" * 10_000 + "D",
        "type A=" + "(" * 10_000 + "B" + ")" * 10_000,
        "{" * 10_000 + "}" * 10_000,
        "if(a){}else " * 20_000 + "b",
        "try{" * 3_000 + "}finally{}" * 3_000,
        "namespace A{export " * 3_000 + "}" * 3_000,
    ],
    ids=lambda source: source[:20],
)
def test_what_is_nested_too_deeply(source: str) -> None:
    module = parsed(source)
    for statement in module.statements:
        text(statement)
    assert "nested too deeply to be read" in {problem.message for problem in module.problems} or "=>" in source


@pytest.mark.parametrize(
    "source",
    [
        "x = " + "(" * 10_000 + "1" + ")" * 10_000,
        "x = " + "1 + " * 1_500 + "1",
        "x = " + "[" * 50 + "]" * 50,
        "x = " + "a ? b : " * 1_500 + "c",
        "type A = " + "B | " * 20_000 + "C",
        "enum A { B = " + "1 + " * 1_500 + "1 }",
    ],
    ids=lambda source: source[:20],
)
def test_what_is_merely_long(source: str) -> None:
    (line,) = statements(source)
    assert line.count("1") == source.count("1")


def test_functions_within_functions() -> None:
    (line,) = statements("x = " + "() => { return " * 2_000 + "1" + " }" * 2_000)
    assert line == "x = " + "() => " * 2_000 + "1;"


def test_a_long_switch_becomes_one_block() -> None:
    (line,) = statements("switch (a) {" + "case 1: b;" * 5_000 + "}")
    assert line == "block (a" + ", 1" * 5_000 + ") { " + "b; " * 5_000 + "}"


def test_one_long_line() -> None:
    (line,) = statements("const a = [" + "{ b: f() }, " * 10_000 + "]")
    assert line == "const a = [" + ", ".join(["{ b: f() }"] * 10_000) + "];"


VALID = """\
"use client"
import a, { type b as c } from 'd'
export * as e from "f"
@Entity() export class G<T> extends H<T> { @I({ j: [1, ...k] }) private readonly l?: M = `n${o}`; p(@Q() r = 1) {} }
export const { s, t: [u = 2], ...v } = w?.x<y>(({ z }) => z!, async function* () { yield /re/g })
enum A { B = 1 << 2, C = B | 0x1F }
export type D = { [k in keyof E]?: F } | [g: H, ...I[]] & `j${K}`
switch (l) { case 1: case 2: m(); break; default: for (const [n] of o) throw new P(q) }
module.exports = { r, get s() { return 1n }, ['t']: (u, v) ? w++ : -x }
declare namespace Y { export interface Z { (a: b): asserts c is d } }
"""


@given(st.binary(max_size=200))
@example(b"")
@example(bytes(range(256)))
@example(b"\xef\xbb\xbf")
@example(b"\0const a = '\0'\0")
def test_any_bytes(content: bytes) -> None:
    _read(content)


@given(st.data())
def test_any_change_to_valid_code(data: st.DataObject) -> None:
    content = VALID.encode()
    for _ in range(data.draw(st.integers(1, 4))):
        start = data.draw(st.integers(0, len(content)))
        end = data.draw(st.integers(start, min(len(content), start + 40)))
        pieces = st.sampled_from(
            [b"", b"(", b")", b"{", b"}", b"[", b"<", b"`", b"${", b"'", b"\\", b"=", b",", b"/*", b"@"]
        )
        content = content[:start] + data.draw(pieces | st.binary(max_size=5)) + content[end:]
    _read(content)


def test_the_valid_code_is_valid() -> None:
    assert parsed(VALID).problems == ()
    _read(VALID.encode())


@given(st.text(alphabet="abc=+-*/%&|^!?:.,;()[]{}<>'\"`$\\ \n0189ex_", max_size=60))
def test_any_text_of_the_language(source: str) -> None:
    _read(source.encode())
