"""What a browser shows of a document is the names that the code has, and none of them is run."""

import html
import json
import os
import re
from collections.abc import Mapping
from typing import NamedTuple

import pytest

from datamodel_check.markdown.escaping import visible
from datamodel_check.views.mermaid import attribute_name
from scripts import browser
from tests.conformance.installed import program
from tests.views.hostile import HOSTILE, NAMES
from tests.views.vocabulary import shows

HERE = os.path.dirname(os.path.abspath(__file__))
LIBRARIES = {
    "MARKDOWN-IT": "markdown-it/dist/browser/markdown-it.umd.min.js",
    "MERMAID": "mermaid/dist/mermaid.min.js",
}
TITLES = (
    *("tables", "enums", "relations", "migrations", "routes", "services by=operation", "state", "lineage", "types"),
    *("discovery", "key-files"),
)
TABLES = frozenset(["a", "code", "p", "table", "tbody", "td", "th", "thead", "tr"])
DRAWING = frozenset(
    [
        "circle",
        "code",
        "defs",
        "div",
        "feDropShadow",
        "figure",
        "filter",
        "foreignObject",
        "g",
        "h3",
        "marker",
        "p",
        "path",
        "rect",
        "span",
        "style",
        "svg",
        "text",
        "tspan",
    ]
)
SETTINGS: dict[str, Mapping[str, object]] = {
    "strict": {"securityLevel": "strict"},
    "loose": {"securityLevel": "loose"},
    "without HTML": {"securityLevel": "loose", "htmlLabels": False},
}


class Seen(NamedTuple):
    """What stands in the page, as `browser.html` finds it."""

    harmed: int
    elements: list[str]
    handlers: list[str]
    targets: list[str]
    cells: list[str]
    entities: list[str]
    attributes: list[str]
    hidden: list[str]


def seen(text: str, settings: Mapping[str, object] = SETTINGS["strict"]) -> Seen:
    """A document in a browser, as a site without a sanitizer shows it."""
    if program("chromium") is None:
        pytest.skip("Chromium is not installed: run `apt-get install chromium`")
    with open(os.path.join(HERE, "browser.html"), encoding="utf-8") as file:
        page = file.read().replace("SETTINGS", json.dumps(settings))
    for word, path in LIBRARIES.items():
        page = page.replace(word, f"file://{HERE}/node_modules/{path}")
    page = page.replace("TEXT", json.dumps(text).replace("<", "\\u003c"))
    shown = browser.document(page)
    answer = re.search(r'data-seen="([^"]*)"', shown)
    assert answer, shown[-2000:]
    return Seen(**json.loads(html.unescape(answer[1])))


def as_shown(name: str) -> str:
    return " ".join(visible(name).split())


def test_the_judge_can_say_no() -> None:
    page = seen(
        "<script>harm()</script>\n\n<b onclick='harm()'>x</b>\n\n<img src=x onerror='harm()'>\n\n<p hidden>y</p>\n\n"
        '```mermaid\nerDiagram\n  "<b>bold</b>" {\n    text _id_\n  }\n```\n'
    )

    assert page.harmed >= 3
    assert {"script", "img", "b"} <= set(page.elements)
    assert page.handlers == ["onclick", "onerror"]
    assert page.targets == ["x"]
    assert "p" in page.hidden
    assert page.entities == ["bold"]
    assert page.attributes == ["id"]


def test_tables_show_every_name_and_nothing_else() -> None:
    page = seen("\n\n".join(shows(title, HOSTILE) for title in TITLES))
    shown = "\n".join(page.cells)

    assert (page.harmed, page.handlers, page.hidden) == (0, [], [])
    assert set(page.elements) <= TABLES
    assert [target for target in page.targets if not target.startswith("../")] == []
    assert [name for name in NAMES if as_shown(name) not in shown] == []


@pytest.mark.parametrize("settings", SETTINGS)
def test_diagrams_show_every_name_and_nothing_else(settings: str) -> None:
    page = seen(shows("erd columns=all", HOSTILE), SETTINGS[settings])

    assert (page.harmed, page.handlers, page.targets, page.hidden) == (0, [], [], [])
    assert set(page.elements) <= DRAWING
    if settings != "without HTML":  # there Mermaid shows its own entity codes as they are written
        assert sorted(page.entities) == sorted(map(as_shown, NAMES))
        assert sorted(page.attributes) == sorted(map(attribute_name, NAMES))
