"""The keys that a configuration may hold: validation and the JSON Schema are made of this table."""

from typing import Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal[
    "version",
    "folder",
    "globs",
    "rules",
    "rules-of-files",
    "percentages",
    "severities",
    "choice",
    "choices",
    "projects",
]


class Key(NamedTuple):
    """A key. `choices` are the words that it takes."""

    name: str
    kind: Kind
    summary: str
    choices: tuple[str, ...] = ()


SCHEMA_URL = (
    "https://raw.githubusercontent.com/datamodel-check/datamodel-check/main/datamodel_check/schemas/config.v1.json"
)

SEVERITIES = ("error", "warning", "note")

KEYS = (
    Key("required-version", "version", "Versions of datamodel-check that may read this file, as in `>=0.1,<1`."),
    Key("docs", "globs", "Where documents may be. Default: everywhere, for documents are known by their directives."),
    Key("prose", "globs", "Markdown files whose names of the code are checked although they hold no directives."),
    Key("sources", "globs", "Files that are schema sources, whatever detection thinks of the place they stand in."),
    Key("types", "globs", "Files with the types of the domain. Default: those in folders such as `types` and `dto`."),
    Key("exclude", "globs", "Files that are never looked at, as schema sources or as documents."),
    Key("select", "rules", "Only these rules are reported: codes, beginnings of codes such as `DM1`, or names."),
    Key("ignore", "rules", "These rules are not reported; they are still counted."),
    Key("per-file-ignores", "rules-of-files", "Rules that are not reported in some files; they are still counted."),
    Key("severity", "severities", "The severity of single rules. Only errors make the exit code 1.", SEVERITIES),
    Key(
        "fail-on",
        "choice",
        "Which errors make the exit code 1: all, or those that `--base` (else the last commit) did not have.",
        ("any", "introduced"),
    ),
    Key(
        "accept",
        "choice",
        "Whether `accept` takes a section whose facts changed and whose prose did not: `edited` says no.",
        ("read", "edited"),
    ),
    Key(
        "coverage",
        "percentages",
        "How much must be documented, in percent, as in `{ table = 100, route = 80 }`.",
        ("table", "enum", "route", "service", "store"),
    ),
    Key(
        "coverage-of",
        "choice",
        "Whether all facts count for `coverage`, or only those that `--base` (else the last commit) does not have.",
        ("all", "new"),
    ),
    Key("style", "choice", "How generated tables are laid out.", ("compact", "aligned")),
    Key(
        "guards",
        "choices",
        "Formatters that are told to leave generated text alone.",
        ("prettier", "dprint", "markdownlint"),
    ),
    Key("project", "projects", "Parts of a monorepo, whose documents speak of their own schemas only."),
)

PROJECT_KEYS = (
    Key("root", "folder", "The folder of the project."),
    Key("docs", "globs", "Its documents. Default: those below its folder."),
    Key("sources", "globs", "Its schema sources. Default: those below its folder."),
)
