"""Where the program begins: an answer that is known already, or else the command line."""

import sys


def main() -> int:
    """Returns the exit code."""
    from datamodel_check.memory.verdicts import recall

    known = recall(sys.argv[1:])
    if known is not None:
        sys.stdout.write(known)
        return 0
    from datamodel_check.cli import main as command_line

    return command_line()
