"""What Django's resolver says of the project in a folder: `python routes.py FOLDER` prints its patterns as JSON.

The folder holds `settings.py`. A pattern is the parts of its path (a text is a route, a list of one text a regular
expression) and the methods that its view answers; no methods are said of views that are functions.
"""

import json
import os
import sys
from collections.abc import Iterator
from typing import Any

import django
from django.urls import URLPattern, get_resolver, resolve
from django.urls.resolvers import LocalePrefixPattern, RegexPattern

VERBS = ("get", "post", "put", "patch", "delete")


def patterns(listed: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[list[Any], list[str] | None]]:
    for one in listed:
        path = (*before, part(one.pattern))
        if isinstance(one, URLPattern):
            yield list(path), methods(one.callback)
        elif one.app_name != "admin":
            yield from patterns(one.url_patterns, path)


def part(pattern: Any) -> Any:
    if isinstance(pattern, LocalePrefixPattern):
        return ""
    return [pattern.regex.pattern] if isinstance(pattern, RegexPattern) else str(pattern)


def methods(view: Any) -> list[str] | None:
    actions = getattr(view, "actions", None)
    if actions:
        return sorted(verb.upper() for verb in actions if verb != "head")
    declared = getattr(view, "view_class", None) or getattr(view, "cls", None)
    if declared is None:
        return None
    return sorted(verb.upper() for verb in VERBS if verb in declared.http_method_names and hasattr(declared, verb))


def reached(path: str) -> bool:
    """Whether Django finds a view for a path."""
    try:
        resolve(path)
    except django.urls.Resolver404:
        return False
    return True


if __name__ == "__main__":
    folder, *paths = sys.argv[1:]
    sys.path.insert(0, folder)
    os.environ["DJANGO_SETTINGS_MODULE"] = "settings"
    django.setup()
    found = [one for one in patterns(get_resolver().url_patterns) if "format" not in str(one[0])]
    json.dump({"patterns": found, "reached": [path for path in paths if reached(path)]}, sys.stdout)
