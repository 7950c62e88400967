"""Did-you-mean."""

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A hint that names the most similar known word, if one is similar enough."""
    from difflib import get_close_matches

    close = get_close_matches(word, tuple(known), 1)
    return f"Did you mean `{close[0]}`?" if close else None
