"""Writes `action/requirements.txt`: what the action installs, for every platform and Python, each file by its hash.

These are the newest versions that `pyproject.toml` allows. Needs `uv` (`pip install uv`) and the package index.
"""

import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TARGET = os.path.join("action", "requirements.txt")
HEAD = "# Made from pyproject.toml by scripts/lock_action.py.\n"
COMMAND = (
    *("uv", "pip", "compile", "pyproject.toml", "--quiet", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"),
)


def main() -> int:
    done = subprocess.run(COMMAND, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        return 1
    with open(os.path.join(ROOT, TARGET), "w", encoding="utf-8", newline="\n") as file:
        file.write(HEAD + done.stdout)
    print(f"{TARGET} written")
    return 0


if __name__ == "__main__":
    sys.exit(main())
