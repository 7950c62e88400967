"""Names, comments and paths of the repository stay names: in no format do they become markup or commands."""

import json

import pytest
from markdown_it import MarkdownIt

from datamodel_check.report import FORMATS, Style, render
from tests.report.reports import HOSTILE, hostile


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_is_forged(name: str) -> None:
    text = render(name, hostile(), Style())
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\r" not in text
    assert [line for line in text.splitlines() if line.lstrip().startswith("::error::forged")] == []
    assert "forged" in text, "the name is still to be seen"


def test_commands_of_github_end_where_they_should() -> None:
    lines = render("github", hostile(), Style()).splitlines()
    assert [line.partition(" ")[0] for line in lines if line.startswith("::")] == ["::error"]
    properties = lines[0].split("::")[1]
    assert len(properties.split(",")) == 3, "file, line and title: nothing else"


def test_json_keeps_every_character() -> None:
    finding = json.loads(render("json", hostile(), Style()))["findings"][0]
    assert finding["section"] == HOSTILE
    assert finding["changes"][0]["subject"] == HOSTILE


def test_markdown_holds_no_html_and_no_link() -> None:
    tokens = MarkdownIt().parse(render("markdown", hostile(), Style()))
    kinds = {child.type for token in tokens for child in (token, *(token.children or ()))}
    assert kinds.isdisjoint({"html_inline", "html_block", "link_open", "image"})


def test_rich_markup_is_text() -> None:
    assert "[red]" in render("text", hostile(), Style(color=True))
