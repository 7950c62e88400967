"""Where the program begins and ends: an answer that is known already, or else the command line."""

import os
import sys


def run() -> None:
    """Ends the process as soon as all is written: to take millions of objects apart takes as long as a short run."""
    code = main()
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            code = 2  # nobody reads what was found
    os._exit(code)


def main() -> int:
    """Returns the exit code."""
    from datamodel_check.memory.verdicts import recall

    known = recall(sys.argv[1:])
    if known is not None:
        sys.stdout.write(known)
        return 0
    import gc

    from datamodel_check.cli import main as command_line

    gc.disable()  # a run is short, and looking for cycles took a quarter of it to free a tenth of its memory
    return command_line()
