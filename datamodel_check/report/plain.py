"""Text for consoles and hook runners that cannot be trusted with more than ASCII."""

_SIGNS = str.maketrans({"→": "->", "“": '"', "”": '"', "—": "-", "…": "...", "·": "-"})


def plain(text: str) -> str:
    """The text with our own signs in ASCII; what names consist of stays as it is."""
    return text.translate(_SIGNS)


def ascii_only(text: str) -> str:
    """The text in ASCII, names escaped: for terminals that show nothing else."""
    return plain(text).encode("ascii", "backslashreplace").decode("ascii")
