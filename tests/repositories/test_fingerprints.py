"""The fingerprints of known facts, scheme v1.

They stand in the documents of everybody who uses the tool. A line of `fingerprints.v1.json` that has to change is a
release that turns pull requests red which changed nothing: do not write it anew, find out what has changed in
`View.content` or in `fingerprint/`, and take that back or give the scheme a new number. New lines may be added.
"""

import json
import os

from datamodel_check import fingerprint, manifest, views
from tests.vocabulary import SAMPLE, folder, read

HERE = os.path.dirname(os.path.abspath(__file__))

DOCUMENTS = {
    "bookshop": (SAMPLE, "docs/data-model.md"),
    "stale": (os.path.join(HERE, "stale", "repo"), "docs/data-model.md"),
    "two-sources": (os.path.join(HERE, "two-sources", "repo"), "docs/data-model.md"),
}


def fingerprints(name: str) -> dict[str, str]:
    """What the closing line of each section of a document ought to hold, by the words of its opening line."""
    root, path = DOCUMENTS[name]
    files = folder(root)
    claims = views.claims(manifest.read(path, files[path]), read(files), fingerprint.digest)
    return {claim.section.title: claim.facts for claim in claims if claim.problem is None}


def test_facts() -> None:
    with open(os.path.join(HERE, "fingerprints.v1.json"), encoding="utf-8") as stream:
        pinned = json.load(stream)
    assert {name: fingerprints(name) for name in DOCUMENTS} == pinned


def test_text() -> None:
    text = "| `a` | b |\n| --- | --- |\n| `x` | *y* |\n\nSome  words,\nand more.\n"
    assert fingerprint.text_digest(text) == "17fd42cc14af25c4"
