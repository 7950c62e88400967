"""What a sentence asserts of a name in code: a default, a key, choices, whether it may be null. Clear wording only."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeAlias

from datamodel_check.manifest.prose import Sentence

Aspect: TypeAlias = Literal["default", "nullable", "unique", "primary key", "values", "references"]


class Assertion(NamedTuple):
    """`aspect` of what is called `name` is said to be `value`: a text, `yes` or `no`, or choices."""

    name: str
    aspect: Aspect
    value: tuple[str, ...]
    sentence: Sentence


_NAME = re.compile(r"(?<!`)`(?P<name>\w+(?:\.\w+)*)`(?!`)")
_PARENTHESIS = re.compile(r"\s*\((?P<inside>[^()]*(?:\(\)[^()]*)*)\)")
_END = r"(?=\s*(?:[,.;:)]|$|\s(?:and|but)\s))"
_WORD = r"(?:`(?P<code>[^`]+)`|(?P<quoted>\"[^\"]*\"|'[^']*')|(?P<plain>-?\d+(?:\.\d+)?|true|false|null|now\(\)))"
_CHOICES = re.compile(r"`([^`]+)`")

_Read: TypeAlias = Callable[["re.Match[str]"], tuple[str, ...]]


class _Wording(NamedTuple):
    pattern: re.Pattern[str]
    aspect: Aspect
    read: _Read


def _said(text: str) -> _Read:
    return lambda _: (text,)


def _value(found: re.Match[str]) -> tuple[str, ...]:
    return (found["code"] or (found["quoted"] or "").strip("\"'") or found["plain"] or "",)


def _choices(found: re.Match[str]) -> tuple[str, ...]:
    return tuple(_CHOICES.findall(found["choices"]))


def _wordings(*made: tuple[str, Aspect, _Read]) -> tuple[_Wording, ...]:
    return tuple(_Wording(re.compile(pattern, re.IGNORECASE), aspect, read) for pattern, aspect, read in made)


_LIST = r"(?P<choices>`[^`]+`(?:(?:\s*[,|/]\s*(?:(?:or|and)\s+)?|\s+(?:or|and)\s+)`[^`]+`)+)"

_IN_PARENTHESES = _wordings(
    (rf"(?:the\s+)?default(?:s\s+to|\s+is|:|\s+=|=)?\s*{_WORD}", "default", _value),
    (r"no default", "default", _said("none")),
    (r"nullable|optional|may be null", "nullable", _said("yes")),
    (r"not null|not nullable|non-null|required", "nullable", _said("no")),
    (r"unique", "unique", _said("yes")),
    (r"not unique", "unique", _said("no")),
    (r"(?:the )?primary key|pk", "primary key", _said("yes")),
    (rf"(?:one of\s+|either\s+)?{_LIST}", "values", _choices),
    (
        r"(?:references|fk to|foreign key to|→)\s*`?(?P<code>\w+(?:\.\w+)*)`?",
        "references",
        lambda found: (found["code"],),
    ),
)
"""What stands alone between commas in the parentheses behind a name: `(default 5, not null)`."""

_BEHIND = _wordings(
    (rf"\s+defaults\s+to\s+{_WORD}{_END}", "default", _value),
    (rf"\s+(?:has|have)\s+(?:a|the)\s+default\s+(?:value\s+)?(?:of\s+)?{_WORD}{_END}", "default", _value),
    (rf"\s+has\s+no\s+default{_END}", "default", _said("none")),
    (rf"\s+(?:is|are)\s+(?:nullable|optional){_END}|\s+(?:may|can)\s+be\s+null{_END}", "nullable", _said("yes")),
    (rf"\s+(?:is|are)\s+(?:not\s+null(?:able)?|required|never\s+null){_END}", "nullable", _said("no")),
    (rf"\s+(?:cannot|can't|must\s+not|may\s+not|can\s+never)\s+be\s+null{_END}", "nullable", _said("no")),
    (rf"\s+(?:is|are)\s+unique{_END}", "unique", _said("yes")),
    (rf"\s+(?:is|are)\s+not\s+unique{_END}", "unique", _said("no")),
    (rf"\s+is\s+(?:the|its)\s+primary\s+key{_END}", "primary key", _said("yes")),
    (rf"\s+(?:is|are)\s+(?:either|one\s+of|any\s+of)\s+{_LIST}{_END}", "values", _choices),
    (rf"\s+references\s+`(?P<code>\w+(?:\.\w+)*)`{_END}", "references", lambda found: (found["code"],)),
)
"""What follows a name in a sentence, up to the end of its clause: `is unique per team` asserts something else."""

_OPEN = re.compile(r"(?i)\b(?:if|unless|when|was|were|until|before|used to|should|would|could|e\.g\.|example)\b")
"""Words of sentences that assert nothing of today without condition."""


def assertions(sentences: Sequence[Sentence]) -> Iterator[Assertion]:
    """What the sentences assert, in order."""
    for sentence in sentences:
        if _OPEN.search(sentence.text):
            continue
        for name in _NAME.finditer(sentence.text):
            yield from _of_name(name, sentence)


def _of_name(name: re.Match[str], sentence: Sentence) -> Iterator[Assertion]:
    position = name.end()
    parenthesis = _PARENTHESIS.match(sentence.text, position)
    if parenthesis is not None:
        position = parenthesis.end()
        for wording, found in _inside(parenthesis["inside"]):
            yield Assertion(name["name"], wording.aspect, wording.read(found), sentence)
    for wording in _BEHIND:
        if behind := wording.pattern.match(sentence.text, position):
            yield Assertion(name["name"], wording.aspect, wording.read(behind), sentence)


def _inside(text: str) -> Iterator[tuple[_Wording, re.Match[str]]]:
    """Each part between commas; where all of it is a list of choices, that."""
    parts = [text.strip(), *(part.strip() for part in re.split(r"[,;]", text))] if "," in text else [text.strip()]
    for part in dict.fromkeys(parts):
        for wording in _IN_PARENTHESES:
            if found := wording.pattern.fullmatch(part):
                yield wording, found
