"""Digests of scheme v1: the first 16 hexadecimal digits of the SHA-256 of the canonical form."""

from datamodel_check.fingerprint.canonical import canonical
from datamodel_check.markdown import words

LENGTH = 16


def digest(value: object) -> str:
    """The digest of a set of facts. Raises `TypeError` for what is no value (see `canonical`)."""
    from hashlib import sha256

    return sha256(canonical(value)).hexdigest()[:LENGTH]


def text_digest(text: str) -> str:
    """The digest of what generated text says; formatters do not change it."""
    return digest(words(text))
