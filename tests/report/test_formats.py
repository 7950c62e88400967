"""Each format prints the same report; whole outputs are compared."""
# ruff: noqa: E501  a line of output is a line

import json
from textwrap import dedent

from datamodel_check.model.finding import Change
from datamodel_check.report import Style, render
from tests.report.reports import COLUMN, OPENING, STALE, report


def prints(name: str, expected: str) -> None:
    assert render(name, report(STALE), Style()) == dedent(expected).lstrip("\n")


def test_nothing_to_say() -> None:
    assert {name: render(name, report(), Style()) for name in ("text", "concise", "github", "markdown")} == {
        "text": "4 sections in 1 document agree with the code (2 tables)\n",
        "concise": "4 sections in 1 document agree with the code (2 tables)\n",
        "github": "4 sections in 1 document agree with the code (2 tables)\n",
        "markdown": (
            "## Data-model documents are up to date\n\n4 sections in 1 document agree with the code (2 tables).\n"
        ),
    }
    assert json.loads(render("json", report(), Style()))["findings"] == []
    assert json.loads(render("sarif", report(), Style()))["runs"][0]["results"] == []
    assert render("gitlab", report(), Style()) == "[]\n"


def test_text() -> None:
    prints(
        "text",
        """
        error[DM101 stale-section]: `table users` is stale
          ~ users.email: type varchar(100) → varchar(255)  (src/schema.ts:2)
         --> docs/data.md:3:1
        3 | <!-- datamodel:begin table users -->
          | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
         --> src/schema.ts:2:5
        2 |     email: varchar('email', { length: 255 }),
          |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
          = help: Run `datamodel-check --fix`.

        1 finding (1 fixable) in 4 sections in 1 document
        """,
    )


def test_many_changes_are_told_in_part() -> None:
    def rendered(name: str, count: int) -> str:
        changes = tuple(Change("added", f"t{number}", f"t{number}: table added") for number in range(count))
        return render(name, report(STALE._replace(changes=changes)), Style())

    assert "t19: table added" in rendered("text", 20)
    assert "more" not in rendered("text", 20)
    assert "  + t18: table added\n  … and 11 more, which `--output-format json` tells\n" in rendered("text", 30)
    assert "t8: table added; and 3 more, which `--output-format json` tells. Run" in rendered("concise", 12)
    assert len(json.loads(rendered("json", 30))["findings"][0]["changes"]) == 30


def test_text_is_coloured_on_request_only() -> None:
    assert "\x1b[" not in render("text", report(STALE), Style(color=False, width=40))
    assert "\x1b[1;31merror[DM101 stale-section]\x1b[0m" in render("text", report(STALE), Style(color=True))


def test_text_fits_the_terminal() -> None:
    lines = render("text", report(STALE), Style(width=40)).splitlines()
    assert max(map(len, lines)) <= 40


def test_concise() -> None:
    prints(
        "concise",
        """
        docs/data.md:3: DM101 `table users` is stale: users.email: type varchar(100) → varchar(255). Run `datamodel-check --fix`.
        1 finding (1 fixable) in 4 sections in 1 document
        """,
    )


def test_concise_where_a_terminal_knows_ascii_only() -> None:
    finding = STALE._replace(changes=(Change("changed", "a", "“a” → “b” — and …, ü"),))
    said = render("concise", report(finding), Style(ascii=True)).splitlines()[0]
    assert said.startswith('docs/data.md:3: DM101 `table users` is stale: "a" -> "b" - and ..., \\xfc.')


def test_github_names_the_line_of_the_code() -> None:
    prints(
        "github",
        """
        ::error file=src/schema.ts,line=2,title=DM101 stale-section::docs/data.md:3: `table users` is stale%0Ausers.email: type varchar(100) → varchar(255)%0ARun `datamodel-check --fix`.
        1 finding (1 fixable) in 4 sections in 1 document
        """,
    )


def test_github_names_the_line_of_what_is_no_section() -> None:
    finding = STALE._replace(rule="DM301", section=None, location=COLUMN, related=(OPENING,), changes=(), cure=None)
    assert render("github", report(finding), Style()).splitlines()[0] == (
        "::error file=src/schema.ts,line=2,title=DM301 pending-migration::`table users` is stale"
    )


def test_markdown() -> None:
    prints(
        "markdown",
        r"""
        ## Data-model documents are out of date

        1 finding (1 fixable) in 4 sections in 1 document.

        - **DM101** `docs/data.md:3`: `table users` is stale
          - users.email: type varchar(100) → varchar(255)

        To repair what can be repaired:

        ```sh
        datamodel-check --fix
        ```
        """,
    )


def test_json() -> None:
    found = json.loads(render("json", report(STALE), Style()))
    assert found["version"] == 1
    assert found["summary"] == {
        "findings": 1,
        "fixable": 1,
        "suppressed": 0,
        "unread": 0,
        "documents": 1,
        "sections": 4,
        "tables": 2,
        "verdict": "1 finding (1 fixable) in 4 sections in 1 document",
    }
    assert found["findings"] == [
        {
            "rule": "DM101",
            "name": "stale-section",
            "severity": "error",
            "path": "docs/data.md",
            "line": 3,
            "message": "`table users` is stale",
            "section": "table users",
            "changes": [
                {
                    "kind": "changed",
                    "subject": "users.email",
                    "text": "users.email: type varchar(100) → varchar(255)",
                    "path": "src/schema.ts",
                    "line": 2,
                }
            ],
            "cure": "Run `datamodel-check --fix`.",
            "fixable": True,
            "introduced": None,
            "related": [{"path": "src/schema.ts", "line": 2}],
        }
    ]


def test_github_says_how_many_it_does_not_show() -> None:
    findings = [STALE._replace(location=STALE.location._replace(path=f"docs/{number}.md")) for number in range(12)]
    lines = render("github", report(*findings), Style()).splitlines()
    errors = [line for line in lines if line.startswith("::error")]
    assert len(errors) == 10, "GitHub drops the eleventh without a word"
    assert errors[-1] == "::error title=datamodel-check::3 more errors: see the job summary"
