"""The pictures of the README show what the tool says today; `python -m scripts.draw_pictures` draws them anew."""

import html
import os
import re
from pathlib import Path

import pytest
from rich.text import Text

from scripts import png, story

IMAGES = Path(story.ROOT, "docs", "images")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> str:
    return story.tell(str(tmp_path_factory.mktemp("story")))


def test_the_terminal(repository: str) -> None:
    said = Text.from_ansi(story.terminal(repository)).plain
    drawn = re.findall(r"<text [^>]*>(.*?)</text>", (IMAGES / "red.svg").read_text(), re.DOTALL)
    assert "users.email: type varchar(320) → varchar(254)" in said
    assert _bare(html.unescape("".join(drawn))) == _bare(f"a stale document$ datamodel-check{said}")


def test_the_summary(repository: str) -> None:
    said = story.summary(repository)
    assert "### Breaking" in said
    assert png.source((IMAGES / "summary.png").read_bytes()) == said


def test_the_diagram(repository: str) -> None:
    said = story.diagram(repository)
    assert said.startswith("erDiagram\n")
    assert png.source((IMAGES / "erd.png").read_bytes()) == said


def test_all_are_shown() -> None:
    readme = Path(story.ROOT, "README.md").read_text()
    assert {f"docs/images/{name}" for name in os.listdir(IMAGES)} == {*re.findall(r"\((docs/images/\S+)\)", readme)}


def test_a_picture_of_nothing() -> None:
    with pytest.raises(LookupError, match="made from"):
        png.source((IMAGES / "erd.png").read_bytes().replace(b"iTXtSource", b"iTXtAuthor"))


def _bare(text: str) -> str:
    return "".join(text.split())
