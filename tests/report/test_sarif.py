"""SARIF as its official schema and Microsoft's validator, with GitHub's rules, want it."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft202012Validator

from datamodel_check.model.finding import Finding
from datamodel_check.model.location import NOWHERE, Location, Span
from datamodel_check.report import Report, Style, render
from datamodel_check.report.sarif import MOST
from tests.report.reports import COLUMN, HOSTILE, OPENING, STALE, hostile, report
from tests.vocabulary import ROOT

TOOL = os.path.join(ROOT, "tests", "conformance", "node_modules", "@microsoft", "sarif-multitool-linux")

BRACKETS = Finding("DM901", "warning", COLUMN, "the type of `a` is text[](http://example.org)")
SAMPLES = {
    "nothing": report(),
    "stale": report(STALE),
    "other kinds": report(STALE._replace(rule="DM301", section=None, location=COLUMN, related=(OPENING,)), BRACKETS),
    "no text at hand": report(STALE)._replace(texts={}),
    "hostile": hostile(),
}


def sarif(given: Report) -> Any:
    return json.loads(render("sarif", given, Style()))


@pytest.fixture(scope="module")
def schema() -> Draft202012Validator:
    with open(os.path.join(TOOL, "sarif-2.1.0.json"), encoding="utf-8") as file:
        return Draft202012Validator(json.load(file))


def judged(text: str, folder: Path) -> list[str]:
    """What the validator holds against a log, notes apart."""
    program = os.path.join(TOOL, "Sarif.Multitool")
    os.chmod(program, 0o700)  # npm would have done it, but runs no scripts of packages here
    (folder / "log.sarif").write_text(text)
    subprocess.run(
        [program, "validate", "log.sarif", "--rule-kind", "Sarif;Ghas", "--output", "verdict.json"],
        cwd=folder,
        env=os.environ | {"DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1", "DOTNET_BUNDLE_EXTRACT_BASE_DIR": str(folder)},
        check=True,
        capture_output=True,
    )
    (run,) = json.loads((folder / "verdict.json").read_text())["runs"]
    return [f"{one['ruleId']} {one['message']}" for one in run["results"] if one.get("level", "warning") != "note"]


@pytest.mark.parametrize("name", SAMPLES)
def test_the_schema(name: str, schema: Draft202012Validator) -> None:
    assert [error.message for error in schema.iter_errors(sarif(SAMPLES[name]))] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_the_rules_of_github(name: str, tmp_path: Path) -> None:
    assert judged(render("sarif", SAMPLES[name], Style()), tmp_path) == []


def test_the_judges_judge(schema: Draft202012Validator, tmp_path: Path) -> None:
    log = sarif(SAMPLES["stale"])
    del log["runs"][0]["tool"]["driver"]["rules"][0]["help"]
    log["runs"][0]["results"][0]["bogus"] = 1
    assert [error.message.split(" (")[0] for error in schema.iter_errors(log)] == [
        "Additional properties are not allowed"
    ]
    assert {verdict.split()[0] for verdict in judged(json.dumps(log), tmp_path)} == {"JSON1005", "GH2012"}


def test_a_stale_section() -> None:
    (run,) = sarif(report(STALE))["runs"]
    (result,) = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "DM101"
    assert result["level"] == "error"
    assert result["message"]["text"].split("\n") == [
        "`table users` is stale.",
        "It stands in [docs/data.md](1).",
        "users.email: type varchar(100) → varchar(255).",
        "Run `datamodel-check --fix`.",
    ]
    assert result["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "src/schema.ts", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 2, "startColumn": 2, "endLine": 2, "endColumn": 39},
            }
        }
    ]
    (related,) = result["relatedLocations"]
    assert related["id"] == 1
    assert related["physicalLocation"]["artifactLocation"]["uri"] == "docs/data.md"


def test_columns_are_counted_in_units_of_utf_16() -> None:
    text = "const a = '🐘'; // é\nb".encode()
    location = Location("a.ts", Span(text.index(b"//"), len(text), 1))
    finding = Finding("DM901", "warning", location, "odd")
    (result,) = sarif(Report((finding,), texts={"a.ts": text}))["runs"][0]["results"]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 17, "endLine": 1, "endColumn": 21}, "and on the first line only"


def test_paths_are_relative_uris() -> None:
    for path in ("a b/ü#?.ts", "c:d.ts", "100%25.ts", HOSTILE, "app/[id]/page.tsx"):
        finding = Finding("DM901", "warning", Location(path, NOWHERE), "odd")
        (result,) = sarif(Report((finding,)))["runs"][0]["results"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert unquote(uri) == path
        assert uri.isascii()
        assert not set(uri) & set(" #?:[]<>\\")


def test_names_make_no_links() -> None:
    (result,) = sarif(report(BRACKETS))["runs"][0]["results"]
    assert result["message"]["text"] == "the type of `a` is text[\\](http://example.org)."


def test_no_more_than_github_shows() -> None:
    findings = [STALE._replace(section=f"table t{number}") for number in range(MOST + 2)]
    (run,) = sarif(report(*findings))["runs"]
    assert len(run["results"]) == MOST
    told = [one["message"]["text"] for one in run["invocations"][0]["toolExecutionNotifications"]]
    assert told == [
        f"{MOST + 2} findings ({MOST + 2} fixable) in 4 sections in 1 document",
        "2 more findings are left out.",
    ]
