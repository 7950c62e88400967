"""The summary: as long as a comment may be, and every fence and fold closed."""

import re

import pytest

from action.summary import LEFT_OUT, ROOM, compose, cut

ITEMS = "".join(f"- item {number}\n" for number in range(100_000))
FENCED = "````diff\n" + "+```\n" * 20_000 + "````\n"
FOLDED = f"<details><summary>Safe</summary>\n\n{ITEMS}\n</details>\n"


def test_what_is_short_stays_as_it_is() -> None:
    assert compose("## A\n", "## B\n", "", "patch") == "## A\n\n## B\n"
    assert compose("", "## B\n", "", "patch") == "## B\n"


@pytest.mark.parametrize("text", [ITEMS, FENCED, FOLDED])
def test_what_is_long_is_cut_at_a_line(text: str) -> None:
    part = cut(text, 1_000)
    assert len(part) < 1_200
    assert LEFT_OUT in part
    assert [line for line in part.splitlines() if line not in text.splitlines() and line not in LEFT_OUT] == []


def test_fences_and_folds_are_closed() -> None:
    assert cut(FENCED, 30) == "````diff\n" + "+```\n" * 4 + f"````\n{LEFT_OUT}"
    assert cut(FOLDED, 60).endswith(f"{LEFT_OUT}\n</details>\n")
    assert cut("```sh\nls\n```\nend\n", 15) == f"```sh\nls\n```\n{LEFT_OUT}"


def test_it_fits_into_a_comment() -> None:
    patch = "".join(f"+{'`' * (number % 50)}\n" for number in range(50_000))
    assert len(compose(ITEMS, FOLDED, patch, "patch")) < ROOM


def test_a_patch_cannot_leave_its_fence() -> None:
    patch = " ```\n+````` </details>\n+\x1b[31m\u202e\tx\n"
    text = compose("", "", patch, "")
    fence = re.search(r"^(`+)diff$", text, re.MULTILINE)
    assert fence is not None
    assert text.split(f"{fence[1]}diff\n")[1].split(f"{fence[1]}\n")[0] == (
        " ```\n+````` </details>\n+\\u001b[31m\\u202e\tx\n"
    )
