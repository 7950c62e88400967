"""Paths of files below `app`, as Next.js itself has them."""

import json
import os
import re
import subprocess
from itertools import product

import pytest

from datamodel_check.extract.layers.nextjs.segments import app_path

pytestmark = pytest.mark.xdist_group("node")

HERE = os.path.dirname(os.path.abspath(__file__))

FIRST = ("", "api", "(shop)", "[id]", "@team", "a.b", "%5Fx")
THEN = ("", "users", "[id]", "[...rest]", "[[...rest]]", "(group)", "@slot", "(.)photo", "(..)photo", "(...)photo")
LAST = ("", "x", "[name]")

PLACES = [
    "/".join(filter(None, (*folders, leaf)))
    for folders in product(FIRST, THEN, LAST)
    for leaf in ("page", "route")
    if not (folders[1].startswith("[...") and folders[2]) and not (folders[1].startswith("[[") and folders[2])
    if not (folders[1].startswith("(..)") and folders[0] in {"", "(shop)", "@team"})
]


def written(path: str) -> str:
    """Ours in the words of Next.js: `/users/:id` as `/users/[id]`."""
    path = re.sub(r":(\w+)\*\?", r"[[...\1]]", path)
    path = re.sub(r":(\w+)\*", r"[...\1]", path)
    return re.sub(r":(\w+)", r"[\1]", path)


def test_paths_of_the_app_router() -> None:
    done = subprocess.run(
        ["node", os.path.join(HERE, "nextjs.mjs")], input=json.dumps(PLACES).encode(), capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode()
    theirs = {place: path.replace("%5F", "_") for place, path in json.loads(done.stdout).items()}
    ours = {place: written(app_path(place.split("/")[:-1]) or "") for place in PLACES}
    assert {place: (ours[place], theirs[place]) for place in PLACES if ours[place] != theirs[place]} == {}
    assert len(PLACES) > 200
