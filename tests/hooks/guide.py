"""A page of instructions, followed to the letter: its files are written, its commands are run."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple


class Step(NamedTuple):
    """A block of code on a page: the text of a file, or commands where it has no name."""

    language: str
    text: str
    name: str = ""


def sections(page: str) -> dict[str, tuple[Step, ...]]:
    """The steps under each heading of the second level."""
    parts = re.split(r"^## (.+)\n", page, flags=re.MULTILINE)
    return {title: (*_steps(text),) for title, text in zip(parts[1::2], parts[2::2], strict=True)}


def _steps(text: str) -> Iterator[Step]:
    """A sentence that ends in "in `name`:" says which file the block below it is."""
    parts = re.split(r"^```(\w+)\n(.*?)^```$", text, flags=re.DOTALL | re.MULTILINE)
    for before, language, code in zip(parts[::3], parts[1::3], parts[2::3], strict=False):
        named = re.search(r"\bin\s+`([^`\s]+)`:\s*\Z", before, re.IGNORECASE)
        yield Step(language, code, named[1] if named else "")


def merged(text: str, addition: str) -> str:
    """A JSON file with what a snippet adds to it, as a person would type it in."""
    return json.dumps(_merged(json.loads(text), json.loads(addition)), indent=2) + "\n"


def _merged(old: Mapping[str, Any], new: Mapping[str, Any]) -> dict[str, Any]:
    both = {name: _merged(old[name], value) for name, value in new.items() if isinstance(old.get(name), dict)}
    return {**old, **new, **both}
