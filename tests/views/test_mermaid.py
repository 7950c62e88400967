"""Names and types in diagrams."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from datamodel_check.views.mermaid import attribute_name, attribute_type, quoted


@pytest.mark.parametrize(
    ("type_", "expected"),
    [
        ("uuid", "uuid"),
        ("varchar(255)", "varchar(255)"),
        ("numeric(10, 2)", "numeric(10,2)"),
        ("timestamp with time zone", "timestamptz"),
        ("timestamp (3) with time zone", "timestamptz(3)"),
        ("timestamp(3) without time zone", "timestamp(3)"),
        ("time with time zone", "timetz"),
        ("character varying(20)", "varchar(20)"),
        ("double precision", "double"),
        ("int unsigned", "int_unsigned"),
        ("text[]", "text[]"),
        ("enum('a','b c')", "enum"),
        ("auth.role", "auth.role"),
        ('"Weird" type?', "Weird_type"),
        ("", "_"),
    ],
)
def test_types(type_: str, expected: str) -> None:
    assert attribute_type(type_) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [("user_id", "user_id"), ("userId", "userId"), ("2fa", "_2fa"), ("a b", "a_b"), ("pk", "_pk"), ("größe", "größe")],
)
def test_attribute_names(name: str, expected: str) -> None:
    assert attribute_name(name) == expected


def test_look_alikes_in_entity_names() -> None:
    assert quoted('say "50%"\\`') == '"say \u203350\u066a\u2033\u29f5\u2032"'
    assert quoted("") == '" "'


@given(st.text())
def test_a_name_stays_one_token(name: str) -> None:
    assert re.fullmatch(r'"[^"%\r\n\v\b\\`]+"', quoted(name))
    assert re.fullmatch(r"[A-Za-z_\u00c0-\uffff][^\s\"`<>{}|$?%:;,]*", attribute_name(name.replace(",", "")))


def test_every_white_space_ends_a_token() -> None:
    assert attribute_name("a\u1680b") == "a_b"
