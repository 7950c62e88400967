"""What `tsconfig.json` says of how code is compiled."""

import pytest

from tests.link.vocabulary import linked


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, {}),
        ({"tsconfig.json": "[]"}, {}),
        ({"tsconfig.json": '{"compilerOptions": {"strict": true, // all\n}}'}, {"strict": True}),
        ({"tsconfig.json": '{"compilerOptions": {"strict": true}}', "src/tsconfig.json": "{}"}, {}),
        (
            {
                "base.json": '{"compilerOptions": {"strict": true, "target": "es2022"}}',
                "tsconfig.json": '{"extends": "./base.json", "compilerOptions": {"strict": false}}',
            },
            {"strict": False, "target": "es2022"},
        ),
        ({"tsconfig.json": '{"extends": "@tsconfig/node20/tsconfig.json"}'}, {"strict": True}),
        ({"tsconfig.json": '{"extends": "@acme/tsconfig/base.json"}'}, {}),
    ],
)
def test_compiler_options(files: dict[str, str], expected: dict[str, object]) -> None:
    assert linked({"src/a.ts": "", **files}).compiler_options("src/a.ts") == expected
