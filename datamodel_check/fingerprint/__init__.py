"""Facts → digests. A digest says whether two states of a repository state the same facts."""

from datamodel_check.fingerprint.digest import digest, text_digest

__all__ = ["digest", "text_digest"]
