"""Where statements end."""

import pytest

from datamodel_check.model.sql import SqlDialect
from datamodel_check.parse.sql.splitting import split


def pieces(text: str, dialect: SqlDialect) -> list[str]:
    return [text[tokens[0].start : tokens[-1].end] for tokens in split(text, dialect).statements]


@pytest.mark.parametrize(
    ("dialect", "text", "expected"),
    [
        ("postgresql", "", []),
        ("postgresql", " ;; -- a\n;", []),
        ("postgresql", "a; b ;c", ["a", "b", "c"]),
        ("postgresql", "a ';' \";\" $$;$$ /* ; */ -- ;\n b; c", ["a ';' \";\" $$;$$ /* ; */ -- ;\n b", "c"]),
        ("postgresql", "a;--> statement-breakpoint\nb;\n--> statement-breakpoint\nc", ["a", "b", "c"]),
        ("postgresql", "a\n--> statement-breakpoint\nb", ["a", "b"]),
        ("postgresql", "copy t (a) from stdin;\n1\tx;y\n2\t'\n\\.\n\nb;", ["copy t (a) from stdin", "b"]),
        ("postgresql", "\\connect app\na; \\echo 'x\nb", ["a", "b"]),
        ("postgresql", "create function f() begin atomic select 1; select 2; end; a", None),
        ("sqlite", "create trigger g begin update t set a = case when 1 then 2 end; delete from t; end; a", None),
        ("mysql", "create trigger g for each row set new.a = 1; a", None),
        ("mysql", "create procedure p() begin if 1 then select 1; end if; loop select 2; end loop; end; a", None),
        ("mysql", "create procedure p() begin case a when 1 then select 1; end case; end; a", None),
        ("mysql", "delimiter //\na; b //\nc //\ndelimiter ;\nd; e", ["a; b", "c", "d", "e"]),
        (
            "mysql",
            "DELIMITER $$\ncreate trigger g begin a; end$$\nDELIMITER ;\nb",
            ["create trigger g begin a; end", "b"],
        ),
    ],
)
def test_statements(dialect: SqlDialect, text: str, expected: list[str] | None) -> None:
    assert pieces(text, dialect) == (expected if expected is not None else [text[:-3], "a"])


def test_marks_of_migration_tools_end_statements() -> None:
    found = split("-- +goose Up\na\n-- +goose Down\nb; -- a comment\n-- migrate:up transaction:false\n", "postgresql")
    assert [marker.value for marker in found.markers] == ["+goose Up", "+goose Down", "migrate:up transaction:false"]
    assert [[token.text for token in tokens] for tokens in found.statements] == [["a"], ["b"]]
