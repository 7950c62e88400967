"""The collection that a model's name stands for (mongoose/lib/helpers/pluralize.js, lib/utils.js `toCollectionName`).

Mongoose 5 has the same rules in the package mongoose-legacy-pluralize, but for those of `human` and `goose`.
"""

import re

_RULES = tuple(
    (re.compile(pattern, re.IGNORECASE), replacement)
    for pattern, replacement in (
        (r"human\Z", "humans"),
        (r"(m)an\Z", r"\1en"),
        (r"(pe)rson\Z", r"\1ople"),
        (r"(child)\Z", r"\1ren"),
        (r"^(ox)\Z", r"\1en"),
        (r"(ax|test)is\Z", r"\1es"),
        (r"(octop|vir)us\Z", r"\1i"),
        (r"(alias|status)\Z", r"\1es"),
        (r"(bu)s\Z", r"\1ses"),
        (r"(buffal|tomat|potat)o\Z", r"\1oes"),
        (r"([ti])um\Z", r"\1a"),
        (r"sis\Z", "ses"),
        (r"(?:([^f])fe|([lr])f)\Z", r"\1\2ves"),
        (r"(hive)\Z", r"\1s"),
        (r"([^aeiouy]|qu)y\Z", r"\1ies"),
        (r"(x|ch|ss|sh)\Z", r"\1es"),
        (r"(matr|vert|ind)ix|ex\Z", r"\1ices"),
        (r"([m|l])ouse\Z", r"\1ice"),
        (r"(kn|w|l)ife\Z", r"\1ives"),
        (r"(quiz)\Z", r"\1zes"),
        (r"^goose\Z", "geese"),
        (r"s\Z", "s"),
        (r"([^a-z])\Z", r"\1"),
        (r"\Z", "s"),
    )
)
"""Of these the first that matches is applied."""

_SINCE = {r"human\Z": 7, r"^goose\Z": 6}
"""The rules that came later, and with which version."""

_UNCOUNTABLE = frozenset(
    {
        "advice",
        "cooperation",
        "deer",
        "digestion",
        "energy",
        "equipment",
        "excretion",
        "expertise",
        "fish",
        "health",
        "information",
        "justice",
        "labour",
        "machinery",
        "media",
        "money",
        "moose",
        "news",
        "paper",
        "pollution",
        "rain",
        "rice",
        "series",
        "sewage",
        "sheep",
        "species",
        "status",
    }
)

_RESERVED = frozenset({"system.profile", "system.indexes"})


def collection_name(model: str, *, major: int | None = None) -> str:
    """The collection of a model; `major` is the version of Mongoose where it is known."""
    if model in _RESERVED:
        return model
    name = model.lower()
    if name in _UNCOUNTABLE:
        return name
    for pattern, replacement in _RULES:
        if pattern.search(name) and (major is None or major >= _SINCE.get(pattern.pattern, 0)):
            return pattern.sub(replacement, name)
    return name
