"""The exceptions that end a run, by who can mend them.

    DatamodelCheckError            exit code 2
    ├── UsageError                 the command line
    ├── ConfigurationError         the configuration file
    ├── RepositoryError            git, or the folder that was named
    │   └── UnreadableFileError         one file; caught per file and turned into a DM902 finding
    └── WriteError                 a document could not be written

Findings are not exceptions: they are values (`model/finding.py`).
"""


class DatamodelCheckError(Exception):
    """Base of all; the message says what happened, where, and what to do."""

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        """What to do about it, as one imperative sentence."""


class UsageError(DatamodelCheckError):
    """The command line cannot be understood."""


class ConfigurationError(DatamodelCheckError):
    """The configuration cannot be read, or says something unknown."""


class RepositoryError(DatamodelCheckError):
    """The repository cannot be read."""


class UnreadableFileError(RepositoryError):
    """One file cannot be read."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class WriteError(DatamodelCheckError):
    """A document could not be written; it is as it was before."""
