"""Asks the real drizzle-kit and drizzle-orm."""

import json
import os
import subprocess
from collections.abc import Mapping, Sequence

from tests.vocabulary import ROOT, Json, pruned

HERE = os.path.dirname(os.path.abspath(__file__))


def drizzle(jobs: Sequence[Mapping[str, object]]) -> dict[str, Json]:
    """What drizzle-kit says of each job, by its id (the jobs are described in `drizzle.mjs`)."""
    if not os.path.exists(os.path.join(HERE, "node_modules", ".installed")):
        command = f"make {os.path.relpath(HERE, ROOT)}/node_modules/.installed"
        raise AssertionError(f"the real libraries are not installed: run `{command}`")
    program = os.path.join(HERE, "drizzle.mjs")
    done = subprocess.run(["node", program], input=json.dumps(jobs).encode(), capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return {name: pruned(facts) for name, facts in json.loads(done.stdout).items()}
