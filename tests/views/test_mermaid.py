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


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("user_id", '"user_id"'),
        ('say "50%"', '"say #34;50#37;#34;"'),
        ("<b>", '"#60;b#62;"'),
        ("*a*", '"#42;a#42;"'),
        ("_id", '"_id"'),
        ("_id_", '"#95;id_"'),
        ("a __b__ c", '"a #95;#95;b__ c"'),
        ("a #1", '"a #35;1"'),
        ("fa:fa-user", '"fa#58;fa-user"'),
        ("direction LR", '"direction#32;LR"'),
        ("", '" "'),
    ],
)
def test_names_of_entities(name: str, expected: str) -> None:
    assert quoted(name) == expected


@pytest.mark.parametrize(
    ("name", "expected"), [("_id", "_id"), ("__v", "__v"), ("_id_", "\uff3fid_"), ("_a_b", "_a_b")]
)
def test_no_attribute_is_emphasised(name: str, expected: str) -> None:
    assert attribute_name(name) == expected


@given(st.text())
def test_a_name_stays_one_token(name: str) -> None:
    assert re.fullmatch(r'"[^"%\r\n\v\b\\`<>&*]+"', quoted(name))
    assert re.fullmatch(r"[A-Za-z_\u00c0-\uffff][^\s\"`<>{}|$?%:;,]*", attribute_name(name.replace(",", "")))


def test_every_white_space_ends_a_token() -> None:
    assert attribute_name("a\u1680b") == "a_b"
