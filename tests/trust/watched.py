"""Runs the tool with an audit hook, and says last what it did that a static reader may not do.

https://docs.python.org/3/library/audit_events.html
"""

import json
import os
import sys

REPOSITORY = os.path.realpath(sys.argv[1])
ALLOWED = [os.path.realpath(path) for path in json.loads(sys.argv[2])]
"""Files and folders of the repository that may be written."""
WORDS = sys.argv[3:]

wrong: list[str] = []
NETWORK = ("socket.", "urllib.", "http.", "ftplib.", "smtplib.", "ssl.")
SHELL = ("os.system", "os.exec", "os.spawn", "os.startfile", "pty.", "ctypes.")


def note(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith(NETWORK + SHELL):
        wrong.append(f"{event} {arguments!r}")
    elif event in {"subprocess.Popen", "os.posix_spawn", "os.fork", "os.forkpty"}:
        program = os.path.basename(os.fsdecode(arguments[0])) if arguments else event  # type: ignore[arg-type]
        if program != "git":
            wrong.append(f"{event} {arguments!r}")
    elif event == "open":
        _opened(arguments)
    elif event in {
        "os.remove",
        "os.rename",
        "os.mkdir",
        "os.rmdir",
        "os.link",
        "os.symlink",
        "os.truncate",
        "os.chmod",
    }:
        for one in arguments[: 2 if event in {"os.rename", "os.link", "os.symlink"} else 1]:
            _written(event, one)
    elif event == "exec":
        name = getattr(arguments[0], "co_filename", "")
        if not name.startswith("<") and os.path.realpath(name).startswith(REPOSITORY + os.sep):
            wrong.append(f"exec {name}")


def _opened(arguments: tuple[object, ...]) -> None:
    path, mode, flags = arguments
    writes = isinstance(mode, str) and any(sign in mode for sign in "wax+")
    writes = writes or (isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)))
    if writes:
        _written("open", path)


def _written(event: str, path: object) -> None:
    if not isinstance(path, (str, bytes)):
        return
    name = os.path.realpath(os.fsdecode(path))
    if name == os.devnull or any(name == one or name.startswith((one + os.sep, one + ".")) for one in ALLOWED):
        return
    folder, base = os.path.split(name)
    if any(base.startswith(f".{os.path.basename(one)}.") and folder == os.path.dirname(one) for one in ALLOWED):
        return  # what becomes an allowed file at one moment
    wrong.append(f"{event} {name}")


from datamodel_check import cli, entry  # noqa: E402, F401 - importing the tool itself is no part of its run

sys.dont_write_bytecode = True
sys.addaudithook(note)
sys.argv = ["datamodel-check", *WORDS]
os.chdir(REPOSITORY)
code = entry.main()
sys.stdout.flush()
sys.stderr.write("\n" + json.dumps(wrong))
raise SystemExit(code)
