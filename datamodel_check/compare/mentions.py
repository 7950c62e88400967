"""Which sentences speak of which facts."""

import re
from collections.abc import Iterable, Iterator

from datamodel_check.manifest.prose import Sentence

_SPEAKING = 4
"""Letters of a name that is looked for outside of code spans: shorter ones are words of any language."""


def mentions(names: Iterable[str], sentences: Iterable[Sentence]) -> Iterator[Sentence]:
    """The sentences that name one of the facts: whole (`user.email`), by its last part, or as words (`e-mail`: no).

    `referral_limit` and `referralLimit` are found as *referral limit*, too.
    """
    patterns = [pattern for name in names for pattern in _patterns(name)]
    wanted = re.compile("|".join(patterns)) if patterns else None
    return (sentence for sentence in sentences if wanted is not None and wanted.search(sentence.text))


def _patterns(name: str) -> Iterator[str]:
    yield rf"(?<![\w./-]){re.escape(name)}(?![\w/-])"
    last = name.rpartition(".")[2]
    if " " in name or "/" in name:
        return
    yield rf"`{re.escape(last)}`"
    words = re.findall(r"[A-Z]?[a-z0-9]+|[A-Z]+", last)
    if len(last) >= _SPEAKING:
        yield rf"(?<![\w.-]){re.escape(last)}(?![\w-])"
    if len(words) > 1:
        yield r"(?i:\b" + r"[\s-]+".join(map(re.escape, words)) + r"s?\b)"
