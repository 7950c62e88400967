"""Runs the tool as the hook does, and says last which modules it imported, files it opened, processes it started."""

import json
import os
import sys

opened: list[str] = []
started: list[str] = []


def note(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open" and isinstance(arguments[0], (str, bytes)):
        opened.append(os.fsdecode(arguments[0]))
    elif event in {"subprocess.Popen", "os.posix_spawn"}:
        started.append(str(arguments[0]))


before = set(sys.modules)
sys.addaudithook(note)

from datamodel_check.entry import main  # noqa: E402 - what it imports is what counts

code = main()
imported = sorted(set(sys.modules) - before)
sys.stdout.flush()
sys.stderr.write(json.dumps({"imported": imported, "opened": opened, "started": started}))
raise SystemExit(code)
