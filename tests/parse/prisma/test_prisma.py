"""What is read of a schema, as one line per thing, and what is left of a broken one."""

from collections.abc import Iterator
from textwrap import dedent

from hypothesis import given
from hypothesis import strategies as st

from datamodel_check.model.prisma import (
    Argument,
    Attribute,
    Call,
    Expression,
    Items,
    Members,
    Model,
    Name,
    Number,
    Schema,
    Text,
)
from datamodel_check.parse.prisma import read


def reads(text: str, expected: str) -> None:
    assert "\n".join(described(read(dedent(text).encode()))) == dedent(expected).strip("\n")


def described(schema: Schema) -> Iterator[str]:
    for block in schema.settings:
        yield f"{block.span.line} {block.kind} {block.name}"
        yield from (f"  {each.span.line} {each.name} = {_value(each.value)}" for each in block.properties)
    for model in schema.models:
        yield from _model(model)
    for enum in schema.enums:
        yield f"{enum.span.line} enum {enum.name}{_attributes(enum.attributes, '@@')}"
        yield from (f"  {each.span.line} {each.name}{_attributes(each.attributes, '@')}" for each in enum.values)
    yield from (f"line {problem.span.line}: {problem.message}" for problem in schema.problems)


def _model(model: Model) -> Iterator[str]:
    yield f"{model.span.line} {model.kind} {model.name}{_attributes(model.attributes, '@@')}"
    for field in model.fields:
        name = f"Unsupported({field.type.name})" if field.type.unsupported else field.type.name
        yield f"  {field.span.line} {field.name} {field.type.arity} {name}{_attributes(field.attributes, '@')}"


def _attributes(attributes: tuple[Attribute, ...], sign: str) -> str:
    return "".join(f" {sign}{each.name}{_arguments(each.arguments)}" for each in attributes)


def _arguments(arguments: tuple[Argument, ...]) -> str:
    if not arguments:
        return ""
    texts = (f"{each.name}: {_value(each.value)}" if each.name else _value(each.value) for each in arguments)
    return f"({', '.join(texts)})"


def _value(value: Expression) -> str:
    match value:
        case Text():
            return repr(value.value)
        case Number():
            return value.text
        case Name():
            return value.name
        case Items():
            return f"[{', '.join(map(_value, value.items))}]"
        case Members():
            return f"{{{_arguments(value.members)[1:-1]}}}"
        case Call():
            return f"{value.name}{_arguments(value.arguments) or '()'}"


# --- what is read ----------------------------------------------------------------------------------------------------


def test_nothing() -> None:
    reads("", "")


def test_comments_and_blank_lines() -> None:
    reads("// one\n\n/// two\n/* three\n four */\n", "")


def test_settings() -> None:
    reads(
        """
        datasource db {
          provider = "postgresql" // which
          url      = env("DATABASE_URL")
          extensions = [pgcrypto, uuid(map: "uuid-ossp", schema: "public")]
        }
        generator client {
          provider = "prisma-client-js"
          previewFeatures = ["views"]
        }
        """,
        """
        2 datasource db
          3 provider = 'postgresql'
          4 url = env('DATABASE_URL')
          5 extensions = [pgcrypto, uuid(map: 'uuid-ossp', schema: 'public')]
        7 generator client
          8 provider = 'prisma-client-js'
          9 previewFeatures = ['views']
        """,
    )


def test_model() -> None:
    reads(
        """
        /// A user.
        model User {
          id    Int      @id @default(autoincrement())
          email String?  @unique(map: "u") @db.VarChar(255) // the address
          tags  String[] @default(["a", "b"])
          size  Float    @default(-1.50)
          place Unsupported("geometry(Point, 4326)")?
          posts Post[]   @relation("Written")

          @@index([email(length: 10, sort: Desc), size], type: Hash)
          @@map("users")
        }
        """,
        """
        3 model User @@index([email(length: 10, sort: Desc), size], type: Hash) @@map('users')
          4 id required Int @id @default(autoincrement())
          5 email optional String @unique(map: 'u') @db.VarChar(255)
          6 tags list String @default(['a', 'b'])
          7 size required Float @default(-1.50)
          8 place optional Unsupported(geometry(Point, 4326))
          9 posts list Post @relation('Written')
        """,
    )


def test_condition() -> None:
    reads(
        "model A {\n  id Int @id\n  @@index([id], where: { place: { not: null }, n: 1 })\n}",
        "1 model A @@index([id], where: {place: {not: null}, n: 1})\n  2 id required Int @id",
    )


def test_enum() -> None:
    reads(
        """
        enum Role {
          USER  @map("user")
          ADMIN

          @@map("roles")
          @@schema("auth")
        }
        """,
        """
        2 enum Role @@map('roles') @@schema('auth')
          3 USER @map('user')
          4 ADMIN
        """,
    )


def test_view_and_composite_type() -> None:
    reads(
        "view Sum {\n  n Int\n}\ntype Address {\n  city String\n}\n",
        """
        1 view Sum
          2 n required Int
        4 type Address
          5 city required String
        """,
    )


def test_arguments_over_lines() -> None:
    reads(
        """
        model A {
          id Int
            @id
            @default(
              autoincrement() // a number
            )
          @@unique(fields: [
            id,
          ], name: "x",)
        }
        """,
        """
        2 model A @@unique(fields: [id], name: 'x')
          3 id required Int @id @default(autoincrement())
        """,
    )


def test_names_that_are_keywords() -> None:
    reads(
        "model model {\n  model String\n  enum type\n}\n",
        "1 model model\n  2 model required String\n  3 enum required type",
    )


def test_escapes() -> None:
    reads(
        'enum E {\n  A @map("a\\"b\\\\c\\n\\u00e9\\uD83D\\uDE00\\uD800")\n}',
        "1 enum E\n  2 A @map('a\"b\\\\c\\né😀�')",
    )


def test_legacy_types() -> None:
    reads("type A {\n  b: [Int]\n  c: String!\n}", "1 type A\n  2 b list Int\n  3 c required String")


def test_windows_line_ends_and_byte_order_mark() -> None:
    schema = read(b"\xef\xbb\xbfmodel A {\r\n  id Int @id\r\n}\r\n")
    assert list(described(schema)) == ["1 model A", "  2 id required Int @id"]


def test_spans_are_bytes() -> None:
    content = '// é\nmodel Ä {\n  id Int @map("ö")\n}\n'.encode()
    (model,) = read(content).models
    (field,) = model.fields
    assert content[model.span.start : model.span.end] == "model Ä {".encode()
    assert content[field.span.start : field.span.end] == 'id Int @map("ö")'.encode()
    span = field.attributes[0].span
    assert content[span.start : span.end] == '@map("ö")'.encode()


# --- what is broken --------------------------------------------------------------------------------------------------


def test_broken_line_costs_a_line() -> None:
    reads(
        """
        model A {
          id Int @id
          name String @default("x
          what
          age Int?
        }
        """,
        """
        2 model A
          3 id required Int @id
          6 age optional Int
        line 4: a string that does not end
        line 5: the type of the field is missing
        """,
    )


def test_missing_brace_costs_no_block() -> None:
    reads(
        "model A {\n  id Int\nmodel B {\n  id Int\n}\nenum C {\n  X",
        """
        1 model A
          2 id required Int
        3 model B
          4 id required Int
        6 enum C
          7 X
        line 3: the `}` of A is missing
        line 7: the `}` of C is missing
        """,
    )


def test_unknown_block_costs_itself() -> None:
    reads(
        "modle A {\n  id Int\n}\nmodel B {\n  id Int\n}\n}\n",
        """
        4 model B
          5 id required Int
        line 1: a block is expected, not `modle`
        line 7: a block is expected, not `}`
        """,
    )


def test_unclosed_argument() -> None:
    reads(
        "model A {\n  id Int @default(\n}\nmodel B {\n  id Int\n}\n",
        """
        1 model A
        4 model B
          5 id required Int
        line 3: a value is expected, not `}`
        """,
    )


def test_not_utf_8() -> None:
    assert [problem.message for problem in read(b'model A {\n  id Int @map("\xff")\n}').problems] == ["not UTF-8"]


def test_deep_nesting() -> None:
    reads(f"model A {{\n  id Int @x({'[' * 5000}\n}}", "1 model A\nline 2: a simpler value is expected, not `[`")


_WORDS = ("model", "enum", "view", "type", "A", "Unsupported", "é", "id", "1")
_SYMBOLS = (
    "{",
    "}",
    "(",
    ")",
    "[",
    "]",
    "@",
    "@@",
    '"',
    '"x"',
    ".",
    ":",
    ",",
    "=",
    "//",
    "/*",
    "*/",
    "?",
    "\\",
    "\n",
    " ",
)
_PIECES = st.sampled_from((*_WORDS, *_SYMBOLS, "model A {\n", "id Int @id\n", "datasource db {"))


@given(st.lists(_PIECES).map("".join).map(str.encode) | st.binary())
def test_never_raises(content: bytes) -> None:
    for problem in read(content).problems:
        assert 0 <= problem.span.start <= problem.span.end <= len(content)
