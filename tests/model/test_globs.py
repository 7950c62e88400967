import pytest

from datamodel_check.model.globs import matches


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("src/schema.ts", "src/schema.ts"),
        ("src/*.ts", "src/schema.ts"),
        ("src/**/*.ts", "src/schema.ts"),
        ("src/**/*.ts", "src/a/b/schema.ts"),
        ("**/*.prisma", "schema.prisma"),
        ("**", "a/b/c"),
        ("src/{users,posts}.ts", "src/posts.ts"),
        ("src/[up]*.ts", "src/users.ts"),
        ("src/[!x]*.ts", "src/users.ts"),
        ("src/?.ts", "src/a.ts"),
        ("app/(group)/[id.ts", "app/(group)/[id.ts"),
    ],
)
def test_matches(pattern: str, path: str) -> None:
    assert matches(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("src/*.ts", "src/a/schema.ts"),
        ("src/*.ts", "src/schema.tsx"),
        ("src/**/*.ts", "other/src/schema.ts"),
        ("**/test/*", "latest/x"),
        ("src/?.ts", "src/ab.ts"),
        ("src/[!u]*.ts", "src/users.ts"),
        ("a.b", "axb"),
    ],
)
def test_does_not_match(pattern: str, path: str) -> None:
    assert not matches(pattern, path)
