"""One file per command: `add_arguments(parser)` says what it takes, `run(arguments)` what it answers."""

from datamodel_check.commands.answer import Answer

__all__ = ["COMMANDS", "Answer"]

COMMANDS = {
    "check": "compare documents with the code (the default command)",
    "init": "write a configuration and a first document; overwrites nothing",
    "facts": "print what was read from the code",
    "accept": "record that a person has read reviewed prose again",
    "adopt": "put reviewed sections around what existing documents say of the data model",
    "baseline": "write down what is wrong today, so that only what is new is reported",
    "diff": "tell what happened to the data model between two revisions",
    "detect": "print what the repository uses, with evidence, and what was passed over",
    "packages": "list the parts of a monorepo that a check is about",
    "manifest": "print the fingerprints in the documents",
    "self-test": "plant faults in memory and tell which of them would turn the check red",
    "clean": "forget what earlier runs found out",
    "explain": "explain a rule, or list all rules",
}
"""Each command, and what it is for."""
