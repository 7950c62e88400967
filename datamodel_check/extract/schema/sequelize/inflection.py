"""Plurals and singulars as Sequelize makes them, and the other changes that it makes to names.

Sources: the rules of inflection 1.13 (https://github.com/dreamerslab/node.inflection, lib/inflection.js), and
sequelize/src/utils.ts.
"""

import re
from typing import TypeAlias


def pluralize(word: str) -> str:
    """`Utils.pluralize`."""
    return _applied(word, _PLURAL_ALREADY, _PLURAL)


def singularize(word: str) -> str:
    """`Utils.singularize`."""
    return _applied(word, _SINGULAR_ALREADY, _SINGULAR)


def underscore(name: str) -> str:
    """`Utils.underscore`: `createdAt` as `created_at`."""
    parts = (re.sub("([A-Z])", r"_\1", part).removeprefix("_") for part in name.split("::"))
    return "/".join(parts).lower()


def camelize(name: str) -> str:
    """`Utils.camelize`: `user_id` as `userId`."""
    return re.sub(r"[-_\s]+(.)?", lambda found: (found[1] or "").upper(), name.strip())


def upper_first(name: str) -> str:
    return name[:1].upper() + name[1:]


# --- rules -----------------------------------------------------------------------------------------------------------

Patterns: TypeAlias = tuple[re.Pattern[str], ...]
Rules: TypeAlias = tuple[tuple[re.Pattern[str], str], ...]


def _applied(word: str, already: Patterns, rules: Rules) -> str:
    """The word as it is where it needs no change, else what the first rule that matches makes of it."""
    if word.lower() in _UNCOUNTABLE or any(pattern.search(word) for pattern in already):
        return word
    for pattern, replacement in rules:
        if pattern.search(word):
            return pattern.sub(replacement, word)
    return word


def _patterns(*patterns: str) -> Patterns:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _rules(*rules: tuple[str, str]) -> Rules:
    return tuple((re.compile(pattern, re.IGNORECASE), replacement) for pattern, replacement in rules)


_PLURAL_ALREADY = _patterns(
    r"^(m|wom)en\Z",
    r"(pe)ople\Z",
    r"(child)ren\Z",
    r"([ti])a\Z",
    r"((a)naly|(b)a|(d)iagno|(p)arenthe|(p)rogno|(s)ynop|(t)he)ses\Z",
    r"(database)s\Z",
    r"(drive)s\Z",
    r"(hi|ti)ves\Z",
    r"(curve)s\Z",
    r"([lr])ves\Z",
    r"([^fo])ves\Z",
    r"([^aeiouy]|qu)ies\Z",
    r"(s)eries\Z",
    r"(m)ovies\Z",
    r"(x|ch|ss|sh)es\Z",
    r"([m|l])ice\Z",
    r"(bus)es\Z",
    r"(o)es\Z",
    r"(shoe)s\Z",
    r"(cris|ax|test)es\Z",
    r"(octop|vir)uses\Z",
    r"(alias|canvas|status|campus)es\Z",
    r"^(summons|bonus)es\Z",
    r"^(ox)en",
    r"(matr)ices\Z",
    r"^feet\Z",
    r"^teeth\Z",
    r"^geese\Z",
    r"(quiz)zes\Z",
    r"^(whereas)es\Z",
    r"^(criteri)a\Z",
    r"^genera\Z",
)

_PLURAL = _rules(
    (r"^(m|wom)an\Z", r"\1en"),
    (r"(pe)rson\Z", r"\1ople"),
    (r"(child)\Z", r"\1ren"),
    (r"(drive)\Z", r"\1s"),
    (r"^(ox)\Z", r"\1en"),
    (r"(ax|test)is\Z", r"\1es"),
    (r"(octop|vir)us\Z", r"\1uses"),
    (r"(alias|status|canvas|campus)\Z", r"\1es"),
    (r"^(summons|bonus)\Z", r"\1es"),
    (r"(bu)s\Z", r"\1ses"),
    (r"(buffal|tomat|potat)o\Z", r"\1oes"),
    (r"([ti])um\Z", r"\1a"),
    (r"sis\Z", "ses"),
    (r"(?:([^f])fe|([lr])f)\Z", r"\1\2ves"),
    (r"(hi|ti)ve\Z", r"\1ves"),
    (r"([^aeiouy]|qu)y\Z", r"\1ies"),
    (r"(matr)ix\Z", r"\1ices"),
    (r"(vert|ind)ex\Z", r"\1ices"),
    (r"(x|ch|ss|sh)\Z", r"\1es"),
    (r"([m|l])ouse\Z", r"\1ice"),
    (r"^foot\Z", "feet"),
    (r"^tooth\Z", "teeth"),
    (r"^goose\Z", "geese"),
    (r"(quiz)\Z", r"\1zes"),
    (r"^(whereas)\Z", r"\1es"),
    (r"^(criteri)on\Z", r"\1a"),
    (r"^genus\Z", "genera"),
    (r"s\Z", "s"),
    (r"\Z", "s"),
)

_SINGULAR_ALREADY = _patterns(
    r"^(m|wom)an\Z",
    r"(pe)rson\Z",
    r"(child)\Z",
    r"(drive)\Z",
    r"^(ox)\Z",
    r"(ax|test)is\Z",
    r"(octop|vir)us\Z",
    r"(alias|status|canvas|campus)\Z",
    r"^(summons|bonus)\Z",
    r"(bu)s\Z",
    r"(buffal|tomat|potat)o\Z",
    r"([ti])um\Z",
    r"sis\Z",
    r"(?:([^f])fe|([lr])f)\Z",
    r"(hi|ti)ve\Z",
    r"([^aeiouy]|qu)y\Z",
    r"(x|ch|ss|sh)\Z",
    r"(matr)ix\Z",
    r"([m|l])ouse\Z",
    r"^foot\Z",
    r"^tooth\Z",
    r"^goose\Z",
    r"(quiz)\Z",
    r"^(whereas)\Z",
    r"^(criteri)on\Z",
    r"^genus\Z",
)

_SINGULAR = _rules(
    (r"^(m|wom)en\Z", r"\1an"),
    (r"(pe)ople\Z", r"\1rson"),
    (r"(child)ren\Z", r"\1"),
    (r"(database)s\Z", r"\1"),
    (r"(drive)s\Z", r"\1"),
    (r"^genera\Z", "genus"),
    (r"^(criteri)a\Z", r"\1on"),
    (r"([ti])a\Z", r"\1um"),
    (r"((a)naly|(b)a|(d)iagno|(p)arenthe|(p)rogno|(s)ynop|(t)he)ses\Z", r"\1\2sis"),
    (r"(hi|ti)ves\Z", r"\1ve"),
    (r"(curve)s\Z", r"\1"),
    (r"([lr])ves\Z", r"\1f"),
    (r"([a])ves\Z", r"\1ve"),
    (r"([^fo])ves\Z", r"\1fe"),
    (r"(m)ovies\Z", r"\1ovie"),
    (r"([^aeiouy]|qu)ies\Z", r"\1y"),
    (r"(s)eries\Z", r"\1eries"),
    (r"(x|ch|ss|sh)es\Z", r"\1"),
    (r"([m|l])ice\Z", r"\1ouse"),
    (r"(bus)es\Z", r"\1"),
    (r"(o)es\Z", r"\1"),
    (r"(shoe)s\Z", r"\1"),
    (r"(cris|ax|test)es\Z", r"\1is"),
    (r"(octop|vir)uses\Z", r"\1us"),
    (r"(alias|canvas|status|campus)es\Z", r"\1"),
    (r"^(summons|bonus)es\Z", r"\1"),
    (r"^(ox)en", r"\1"),
    (r"(matr)ices\Z", r"\1ix"),
    (r"(vert|ind)ices\Z", r"\1ex"),
    (r"^feet\Z", "foot"),
    (r"^teeth\Z", "tooth"),
    (r"^geese\Z", "goose"),
    (r"(quiz)zes\Z", r"\1"),
    (r"^(whereas)es\Z", r"\1"),
    (r"ss\Z", "ss"),
    (r"s\Z", ""),
)

_WORDS = """
    accommodation adulthood advertising advice aggression aid air aircraft alcohol anger applause arithmetic
    assistance athletics bacon baggage beef biology blood botany bread butter carbon cardboard cash chalk
    chaos chess crossroads countryside dancing deer dignity dirt dust economics education electricity
    engineering enjoyment envy equipment ethics evidence evolution fame fiction flour flu food fuel fun
    furniture gallows garbage garlic genetics gold golf gossip gratitude grief guilt gymnastics happiness
    hardware harm hate hatred health heat help homework honesty honey hospitality housework humour hunger
    hydrogen ice importance inflation information innocence iron irony jam jewelry judo karate knowledge lack
    laughter lava leather leisure lightning linguine linguini linguistics literature litter livestock logic
    loneliness luck luggage macaroni machinery magic management mankind marble mathematics mayonnaise measles
    methane milk minus money mud music mumps nature news nitrogen nonsense nurture nutrition obedience obesity
    oxygen pasta patience physics poetry pollution poverty pride psychology publicity punctuation quartz
    racism relaxation reliability research respect revenge rice rubbish rum safety scenery seafood seaside
    series shame sheep shopping sleep smoke smoking snow soap software soil spaghetti species steam stuff
    stupidity sunshine symmetry tennis thirst thunder timber traffic transportation trust underwear
    unemployment unity validity veal vegetation vegetarianism vengeance violence vitality warmth wealth
    weather welfare wheat wildlife wisdom yoga zinc zoology
"""

_UNCOUNTABLE = frozenset(_WORDS.split())
