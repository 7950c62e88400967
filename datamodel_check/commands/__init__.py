"""One file per command: `add_arguments(parser)` says what it takes, `run(arguments)` what it answers."""

from datamodel_check.commands.answer import Answer

__all__ = ["Answer"]
