"""Runs the tool, and stops it at its n-th step that changes anything on the disk: `killed.py STEP HOW WORDS…`.

`HOW` is `kill` (SIGKILL: no handler runs, nothing is flushed), `full` (the step fails as on a full disk) or `edit`
(somebody adds a line to the first document, just before). Steps are counted by audit events, and by each `fsync`,
before which half of what was written is lost. Says at the end how many steps there were, if it comes so far.
https://docs.python.org/3/library/audit_events.html
"""

import errno
import os
import signal
import sys

STEP, HOW, WORDS = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
EVENTS = {"os.chmod", "os.remove", "os.mkdir", "os.truncate"}
if HOW != "edit":
    EVENTS.add("os.rename")  # the one moment at which nobody can be noticed

taken = 0


def step() -> None:
    global taken  # noqa: PLW0603 - an audit hook has no other memory
    taken += 1
    if taken != STEP:
        return
    if HOW == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if HOW == "edit":
        file = os.open("docs/a.md", os.O_WRONLY | os.O_APPEND)
        os.write(file, b"Somebody was here.\n")
        os.close(file)
        return
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def note(event: str, arguments: tuple[object, ...]) -> None:
    if event in EVENTS or (event == "open" and is_written(arguments[0], arguments[1])):
        step()


def is_written(path: object, mode: object) -> bool:
    return isinstance(path, str) and path != os.devnull and any(sign in str(mode) for sign in "wax+")


def fsync(file: int) -> None:
    if taken + 1 == STEP and HOW != "edit":
        os.ftruncate(file, os.fstat(file).st_size // 2)
    step()


from datamodel_check import cli, entry  # noqa: E402, F401 - importing the tool itself is no part of its run

sys.dont_write_bytecode = True
os.fsync = fsync  # type: ignore[assignment]
sys.argv = ["datamodel-check", *WORDS]
sys.addaudithook(note)
code = entry.main()
sys.stdout.flush()
sys.stderr.write(f"\n{taken}")
sys.stderr.flush()
os._exit(code)
