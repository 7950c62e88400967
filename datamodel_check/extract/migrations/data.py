"""Statements that change data, and no table."""

import re

_DATA = re.compile(r"""[`"'(]*(?:\s|\\[nrt])*[(\s]*(?:delete|insert|replace|select|set|update)\b""", re.IGNORECASE)


def changes_data_only(written: str) -> bool:
    """Whether a statement of SQL whose text is only known in part, as code, leaves the tables as they are."""
    return _DATA.match(written) is not None
