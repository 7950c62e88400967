"""The path that a request asks for, in the form that routes have: `/api/users/:id`."""

import re
from collections.abc import Iterator
from itertools import pairwise

from datamodel_check.extract.layers.state.clients import Request
from datamodel_check.extract.layers.state.texts import PARAMETER, Hole, Look, Text, texts

_ORIGIN = re.compile(r"^(?:https?:)?//(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(?::\d+)?(?=/|$)")
_TEMPLATE = re.compile(r"^\{(\w+)\}$")
"""A parameter as OpenAPI has it, and the clients that are made of it: `/users/{id}`."""

_ABSOLUTE = re.compile(r"^(?:https?:)?//")


def endpoints(sent: Request, look: Look = lambda value: value) -> Iterator[str]:
    """What a request asks for, one for each address that it may have; nothing where the address is not known."""
    bases: list[Text] = [()]
    for base in sent.bases:
        bases = [_joined(before, after) if before else after for before in bases for after in texts(base, look)]
    found = (_path(_joined(base, address)) for address in texts(sent.address, look) for base in bases)
    yield from dict.fromkeys(f"{sent.method} {path}" for path in found if path)


def _joined(base: Text, address: Text) -> Text:
    """An address behind what a client puts before it; an absolute one stands alone."""
    if not base or (address and isinstance(address[0], str) and _ABSOLUTE.match(address[0])):
        return address
    if address and isinstance(address[0], Hole):
        return (address[0],)  # nobody knows where it leads
    last, first = base[-1], address[0] if address else ""
    cut = last.rstrip("/") if isinstance(last, str) else last
    begins = isinstance(first, str) and first.startswith("/")
    return (*base[:-1], cut, *(() if begins or not address else ("/",)), *address)


def _path(text: Text) -> str | None:
    """The path of an address: without origin, query and fragment; an unknown beginning stands for the origin."""
    known = next((position for position, part in enumerate(text) if isinstance(part, str)), len(text))
    begins = text[known] if known < len(text) else ""
    if known and not str(begins).startswith("/"):
        return None
    written = text[known:]
    if len(written) > 1 and _is_query(written[-1]) and not str(written[-2]).endswith("/"):
        written = written[:-1]
    if any(_is_glued(before, after) for before, after in pairwise(written)):
        return None
    whole = _ORIGIN.sub("", re.split(r"[?#]", "".join(map(str, written)), maxsplit=1)[0])
    if _ABSOLUTE.match(whole):
        return whole
    path = "/" + "/".join(_TEMPLATE.sub(r":\1", segment) for segment in whole.split("/") if segment)
    return path if path != "/" or "/" in whole else None


def _is_query(part: str | Hole) -> bool:
    """Whether what is not known, at the end of a segment, is a query by its name."""
    if not isinstance(part, Hole) or part.name == PARAMETER:
        return False
    return re.search("filter|params|qs|query|search", part.name, re.IGNORECASE) is not None


def _is_glued(before: str | Hole, after: str | Hole) -> bool:
    """Whether nobody can tell where a path goes on: `/api${path}` may hold segments, and a query, or nothing."""
    whole = isinstance(before, str) and ("?" in before or "#" in before)
    return isinstance(after, Hole) and not whole and str(before)[-1:].isalnum()
