"""What machines read is as the shipped JSON Schemas say."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.json_schema import complaints, schema
from tests.repository import Repository
from tests.vocabulary import SAMPLE, folder


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The sample application, with something to report."""
    repository = Repository(str(tmp_path), {path: content.decode() for path, content in folder(SAMPLE).items()})
    if "docs/data-model.md" not in folder(SAMPLE):
        repository.run("init")
    repository.replace("packages/db/src/schema/accounts.ts", "length: 320", "length: Number(process.env.LENGTH)")
    return repository


def test_facts(repository: Repository) -> None:
    facts = json.loads(repository.run("facts").out)

    assert complaints(facts, schema("facts.v1.json")) == []
    assert (
        facts["sources"]["drizzle:packages/db/src/schema"]["tables"]["users"]["columns"]["email"]["nullable"] is False
    )
    assert facts["diagnostics"]


@pytest.mark.parametrize("options", [(), ("--fix",)])
def test_report(repository: Repository, options: Sequence[str]) -> None:
    report = json.loads(repository.run("check", "--output-format", "json", *options).out)

    assert complaints(report, schema("report.v1.json")) == []
    assert bool(report["written"]) == bool(options)
    assert report["findings"]


def test_complaints_are_made(repository: Repository) -> None:
    report = json.loads(repository.run("check", "--output-format", "json").out)
    report["findings"][0]["severity"] = "fatal"
    report["findings"][0]["extra"] = 1
    del report["summary"]["tables"]

    assert sorted(complaints(report, schema("report.v1.json"))) == [
        "$.findings[0].severity: 'fatal' is not one of ['error', 'warning', 'note']",
        "$.findings[0]: Additional properties are not allowed ('extra' was unexpected)",
        "$.summary: 'tables' is a required property",
    ]


def test_detections(repository: Repository) -> None:
    detected = json.loads(repository.run("detect", "--output-format", "json").out)

    assert list(detected) == ["version", "detections", "passed_over", "diagnostics"]
    assert [one["system"] for one in detected["detections"] if one["detected"]] == [
        "nextjs",
        "drizzle",
        "react-query",
        "zustand",
        "controllers",
        "service-modules",
    ]


def test_manifest(repository: Repository) -> None:
    manifest = json.loads(repository.run("manifest", "--output-format", "json").out)

    first = manifest["documents"][0]["sections"][0]
    assert list(first) == ["kind", "title", "line", "scheme", "facts", "text", "items"]
    assert repository.run("manifest").out.count("\n") == len(manifest["documents"][0]["sections"])
