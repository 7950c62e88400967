"""What is said of an application about which nothing is true any more, word for word: `every_finding.json`.

It is read when it changes. `UPDATE_GOLDEN=1 pytest` writes it anew.
"""

import json
import os
from pathlib import Path

from tests.compare.stale_application import stale

GOLDEN = Path(__file__).with_name("every_finding.json")


def test_every_finding(tmp_path: Path) -> None:
    repository = stale(str(tmp_path / "application"))
    head = repository.git("rev-parse", "--short=7", "HEAD").strip()
    done = repository.run("check", "--output-format", "json")
    told = json.dumps(json.loads(done.out), indent=2, ensure_ascii=False).replace(head, "(the commit)") + "\n"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.write_text(told, encoding="utf-8")

    assert done.code == 1
    assert told == GOLDEN.read_text(encoding="utf-8")
